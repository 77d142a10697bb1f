import { Form, Input } from 'antd'
import { type ThemeRow, themeFields } from '../../../shared/contract/activity-themes.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { useWrite } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Modal } from '../../ui/modal.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'
import { zodRule } from '../../ui/zod-rule.ts'
import { showPlaces } from './show-places.ts'

interface Typed {
  readonly title: string
  readonly aim: string | null
  readonly fromOn: string | null
  readonly toOn: string | null
}

/** A new theme (`theme` null) or one that is there: a name is enough, Enter saves. */
export function ThemeDialog({ studioId, termKey, term, theme, onGone }: {
  readonly studioId: string
  readonly termKey: string
  readonly term: { readonly startsOn: string; readonly endsOn: string }
  readonly theme: ThemeRow | null
  readonly onGone: () => void
}) {
  const [form] = Form.useForm<Typed>()
  const save = useWrite('activities.saveTheme')
  const dialog = useDialog(onGone)
  const { done } = useDone()
  const keep = ({ title, aim = null, fromOn = null, toOn = null }: Partial<Typed>) => save.mutate(
    { id: theme?.id ?? null, revision: theme?.revision ?? null, fields: { studioId, termKey, title: title ?? '', aim: aim || null, fromOn, toOn } },
    {
      onSuccess: () => {
        done(theme === null ? `已定下主题「${title}」` : `已保存主题「${title}」`)
        dialog.onCancel()
      },
      onError: (error) => showPlaces(form, error, ['title', 'aim', 'fromOn', 'toOn']),
    },
  )
  return (
    <Modal
      {...dialog} title={theme === null ? `添加主题，${termName(termKey)}` : '修改主题'} okText="保存" cancelText="取消" onOk={() => form.submit()}
      confirmLoading={save.isPending} width={520} className="studio-dialog"
    >
      <Form form={form} layout="vertical" initialValues={theme ?? {}} onFinish={keep}>
        <Form.Item name="title" label="主题" required rules={[zodRule(themeFields.shape.title)]}>
          <Input autoFocus maxLength={60} autoComplete="off" placeholder="如：家校沟通的分寸" onPressEnter={() => form.submit()} />
        </Form.Item>
        <Form.Item name="aim" label="目标与打算" rules={[zodRule(themeFields.shape.aim)]}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 8 }} placeholder="想弄清什么，分几次怎么研讨，可以不填" />
        </Form.Item>
        <div className="form-two">
          <Form.Item name="fromOn" label="从哪天起"><DayField allowClear from={term.startsOn} to={term.endsOn} placeholder="不填：学期开始" /></Form.Item>
          <Form.Item name="toOn" label="到哪天止"><DayField allowClear from={term.startsOn} to={term.endsOn} placeholder="不填：学期结束" /></Form.Item>
        </div>
        {save.error && <ErrorNotice error={save.error} />}
      </Form>
    </Modal>
  )
}

/** Says what becomes of the activities that name it. */
export function RemoveThemeDialog({ theme: { id, revision, title, progress }, onClose }: { readonly theme: ThemeRow; readonly onClose: () => void }) {
  const remove = useWrite('activities.removeTheme')
  const { done } = useDone()
  const named = progress.held + progress.toCome
  return (
    <ReasonDialog
      title={`把主题「${title}」移到回收站`} verb="移到回收站" example="如：换了主题" danger pending={remove.isPending} error={remove.error} onClose={onClose}
      onGo={(reason) => remove.mutate({ id, revision, reason }, {
        onSuccess: () => {
          done(`主题「${title}」已移到回收站，可以恢复`)
          onClose()
        },
      })}
    >{named === 0 ? '还没有活动写上这个主题。以后可以恢复。' : `${named} 次活动写了这个主题：活动照旧，不再算在主题里；恢复以后又算进来。`}</ReasonDialog>
  )
}
