import { AutoComplete, Form } from 'antd'
import type { MembershipLine, StudioRecord } from '../../../shared/contract/studios.ts'
import { useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useDone } from '../../ui/use-done.ts'
import { DayField } from '../../ui/day-field.tsx'
import { ReasonInput } from '../../ui/reason-input.tsx'
import { showPlaces } from './show-places.ts'

const usualReasons = ['本人申请退出', '调离', '考核不合格', '周期期满', '换角色', '退休'].map((value) => ({ value }))

interface Shared {
  readonly studio: StudioRecord
  readonly onClose: () => void
  /** Takes back the selection. */
  readonly onDone: () => void
}

/** Ends one or several memberships: their last day, and why. What was is kept. */
export function EndMembershipsDialog({ studio, lines, onClose, onDone }: Shared & { readonly lines: readonly MembershipLine[] }) {
  const [form] = Form.useForm<{ toOn: string; reason: string }>()
  const end = useWrite('studios.endMemberships')
  const { done } = useDone()
  const names = lines.map(({ personName }) => personName).join('、')
  return (
    <Modal open title="结束任期" okText={`结束 ${lines.length} 人的任期`} cancelText="取消" onOk={() => form.submit()} onCancel={onClose} confirmLoading={end.isPending} width={480} className="studio-dialog">
      <p style={{ marginBottom: 12 }}>{names}：任期保留在经过里，最后一天保存后不能再改。</p>
      <Form
        form={form} layout="vertical" initialValues={{ toOn: studio.asOf }}
        onFinish={(values) => end.mutate({ studioId: studio.id, membershipIds: lines.map(({ membershipId }) => membershipId), ...values }, {
          onSuccess: ({ ended }) => {
            done(`已结束 ${ended} 人的任期`)
            onDone()
            onClose()
          },
          onError: (error) => showPlaces(form, error, ['toOn', 'reason']),
        })}
      >
        <Form.Item name="toOn" label="最后一天" rules={[{ required: true, message: '请填写最后一天' }]}><DayField /></Form.Item>
        <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请填写原因' }]}>
          <AutoComplete options={usualReasons} maxLength={200} showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }} />
        </Form.Item>
        {end.error && <ErrorNotice error={end.error} />}
      </Form>
    </Modal>
  )
}

/** For what was entered by mistake. */
export function VoidMembershipDialog({ studio, line, onClose, onDone }: Shared & { readonly line: MembershipLine }) {
  const [form] = Form.useForm<{ reason: string }>()
  const annul = useWrite('studios.voidMembership')
  const { done } = useDone()
  return (
    <Modal
      open title="作废这段任期" okText="作废" cancelText="取消" okButtonProps={{ danger: true }} onOk={() => form.submit()} onCancel={onClose}
      confirmLoading={annul.isPending} width={480} className="studio-dialog"
    >
      <p style={{ marginBottom: 12 }}>{line.personName}（{line.roleName}，{line.fromOn} 起）：只在录错时作废。作废后不再计入人数，记录仍可查看。正常离开请用「结束任期」。</p>
      <Form
        form={form} layout="vertical"
        onFinish={({ reason }) => annul.mutate({ studioId: studio.id, membershipId: line.membershipId, reason }, {
          onSuccess: () => {
            done(`已作废 ${line.personName} 的这段任期`)
            onDone()
            onClose()
          },
        })}
      >
        <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请填写原因' }]}><ReasonInput autoFocus placeholder="如：选错人" /></Form.Item>
        {annul.error && <ErrorNotice error={annul.error} />}
      </Form>
    </Modal>
  )
}
