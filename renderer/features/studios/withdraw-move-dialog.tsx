import { Form } from 'antd'
import type { SchemeSpan, StudioRecord } from '../../../shared/contract/studios.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Modal } from '../../ui/modal.tsx'
import { ReasonInput } from '../../ui/reason-input.tsx'
import { useDone } from '../../ui/use-done.ts'

/** Takes back a move to another scheme whose day is still to come. */
export function WithdrawMoveDialog({ studio, span, changeId, onClose }: {
  readonly studio: StudioRecord; readonly span: SchemeSpan; readonly changeId: string; readonly onClose: () => void
}) {
  const [form] = Form.useForm<{ reason: string }>()
  const withdraw = useWrite('studios.withdrawMove')
  const { done } = useDone()
  return (
    <Modal open title="撤回换规程" okText="撤回" cancelText="取消" onOk={() => form.submit()} onCancel={onClose} confirmLoading={withdraw.isPending} width={480} className="studio-dialog">
      <p style={{ marginBottom: 12 }}>原定自{dayInText(span.fromOn ?? '')}起改用「{span.title ?? span.schemeCode}」。撤回以后，工作室继续按现在的规程。</p>
      <Form
        form={form} layout="vertical"
        onFinish={({ reason }) => withdraw.mutate({ id: studio.id, changeId, reason }, {
          onSuccess: () => {
            done('已撤回，继续按现在的规程')
            onClose()
          },
        })}
      >
        <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请填写原因' }]}><ReasonInput autoFocus placeholder="如：县局来文取消" /></Form.Item>
        {withdraw.error && <ErrorNotice error={withdraw.error} />}
      </Form>
    </Modal>
  )
}
