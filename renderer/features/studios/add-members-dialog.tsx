import { Form, Input, Select } from 'antd'
import type { StudioRecord } from '../../../shared/contract/studios.ts'
import { useLocation, useNavigate } from 'react-router'
import { type MemberRole, memberRoleNames, memberRoles } from '../../../shared/domain/studios/studio-words.ts'
import { onErrand } from '../../app/errand.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Modal } from '../../ui/modal.tsx'
import { PeoplePicker, type PersonChoice } from '../../ui/person-picker.tsx'
import { useDone } from '../../ui/use-done.ts'
import { DayField } from '../../ui/day-field.tsx'
import { MemberPreviewView, usePreview } from './member-preview.tsx'

/** What is filled in so far; it stands again after a way aside, to record what somebody has done. */
export interface Joining {
  readonly people: readonly PersonChoice[]
  readonly role: MemberRole
  readonly fromOn: string
  readonly exceptionReason?: string
}

/** Several people of one role at once; how the limits will stand is seen before anything is saved. */
export function AddMembersDialog({ studio, joining, onClose }: { readonly studio: StudioRecord; readonly joining: Joining | null; readonly onClose: () => void }) {
  const go = useNavigate()
  const { pathname } = useLocation()
  const [form] = Form.useForm<Joining>()
  const values = Form.useWatch([], form) as Partial<Joining> | undefined
  const schemes = useCall('schemes.list', {})
  const add = useWrite('studios.addMembers')
  const { done } = useDone()
  const chosen = (values?.people ?? []).map(({ id }) => ({ personId: id, role: values?.role ?? 'member' as const }))
  const preview = usePreview({ studioId: studio.id, draft: null, people: chosen, fromOn: values?.fromOn ?? null })
  const overstepped = chosen.length > 0 ? (preview.data?.overstepped ?? []) : []
  const words = schemes.data?.schemes.find(({ code, version }) => code === studio.schemeCode && version === studio.schemeVersion)?.roles ?? []
  const roles = [
    ...words.map(({ role, name, wanted }) => ({ value: role, label: wanted === null ? name : `${name}（规定 ${wanted}）` })),
    ...memberRoles.filter((role) => !words.some((word) => word.role === role)).map((role) => ({ value: role, label: `${memberRoleNames[role]}（规程没有写）` })),
  ]
  const taken = new Map(studio.memberships.filter(({ state }) => state === 'current' || state === 'coming').map(({ personId, roleName }) => [personId, `已是${roleName}`]))
  useShortcut('ctrl+s', () => form.submit())
  const save = ({ people, role, fromOn, exceptionReason }: Joining) => add.mutate({
    studioId: studio.id, people: people.map(({ id }) => ({ personId: id, role })), fromOn,
    exceptionReason: overstepped.length > 0 ? (exceptionReason ?? null) : null,
  }, {
    onSuccess: ({ added }) => {
      done(`已加入 ${added} 人`)
      onClose()
    },
  })
  const aside = (path: string) => void go(path, { state: onErrand({ back: pathname, label: '回到加入成员', words: '您正在加入成员，填好的内容还在。', state: { joining: form.getFieldsValue() } }) })
  // The first members begin with the cycle, as the host does, so that those who are entered late are still counted for the term's money.
  const founding = studio.memberships.every(({ role }) => role === 'host')
  const begins = studio.cycle && (founding || studio.cycle.startsOn > studio.asOf) ? studio.cycle.startsOn : studio.asOf
  return (
    <Modal
      open title="加入成员" okText={chosen.length > 0 ? `加入 ${chosen.length} 人` : '加入'} cancelText="取消" width={640} className="studio-dialog"
      onOk={() => form.submit()} onCancel={onClose} confirmLoading={add.isPending}
    >
      <Form
        form={form} layout="vertical" onFinish={save}
        initialValues={joining ?? { people: [], role: studio.hosts.length === 0 ? 'host' : 'member', fromOn: begins }}
      >
        <Form.Item name="people" label="人员" required rules={[{ validator: (_, people: readonly unknown[]) => (people.length > 0 ? Promise.resolve() : Promise.reject(new Error('请先选人'))) }]}>
          <PeoplePicker autoFocus taken={taken} />
        </Form.Item>
        <div className="form-two">
          <Form.Item name="role" label="角色" rules={[{ required: true }]}><Select options={roles} /></Form.Item>
          <Form.Item name="fromOn" label="从哪天起" rules={[{ required: true, message: '请填写开始日期' }]}><DayField /></Form.Item>
        </div>
        {chosen.length > 0 && preview.error && <ErrorNotice error={preview.error} />}
        {chosen.length > 0 && preview.data && <MemberPreviewView preview={preview.data} onGo={aside} />}
        {overstepped.length > 0 && (
          <Form.Item name="exceptionReason" label="获准理由" rules={[{ required: true, whitespace: true, message: '不符合规程，请写明获准的理由' }]}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} placeholder="如：县教育局 9 月 1 日同意" />
          </Form.Item>
        )}
        {add.error && <ErrorNotice error={add.error} />}
      </Form>
    </Modal>
  )
}
