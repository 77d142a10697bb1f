import { Form, Input } from 'antd'
import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { useErrand } from '../../app/errand.ts'
import { useTerm } from '../../app/term.tsx'
import { ProblemError, useWrite } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'
import { schemeAddress } from './scheme-state.ts'

interface Values {
  readonly version: string
  readonly holdsFromOn: string
}

/** Version and first day; afterwards it is not changed any more. */
export function PutInForceDialog({ draft, revision, title, onStarted, onClose }: {
  readonly draft: OutputOf<'schemes.draft'>; readonly revision: number; readonly title: string; readonly onStarted: () => void; readonly onClose: () => void
}) {
  const dialog = useDialog(onClose)
  const go = useNavigate()
  const { term } = useTerm()
  const { done } = useDone()
  const [form] = Form.useForm<Values>()
  const start = useWrite('schemes.putInForce')
  const onWay = useErrand()
  const store = (values: Values) => start.mutate({ id: draft.id, revision, ...values }, {
    onSuccess: (key) => {
      onStarted()
      done(`「${title}」第 ${key.version} 版自 ${values.holdsFromOn} 起用`)
      // Whoever made it for one studio goes back to give it to her.
      void (onWay === null ? go(schemeAddress(key)) : go(onWay.errand.back, { state: { moveTo: `${key.code}@${key.version}` } }))
    },
    onError: (error) => {
      if (error instanceof ProblemError) form.setFields((error.problem.places ?? []).map(({ field, message }) => ({ name: field as keyof Values, errors: [message] })))
    },
  })
  return (
    <Modal {...dialog} title="起用规程" okText="起用" cancelText="取消" onOk={() => form.submit()} confirmLoading={start.isPending} width={440}>
      <p style={{ marginBottom: 12 }}>起用以后，工作室可以选它；这一版不能再改，需要改时修订出新版。</p>
      <Form form={form} layout="vertical" onFinish={store} initialValues={{ version: draft.version, holdsFromOn: term?.startsOn ?? null }}>
        <Form.Item name="version" label="版本" rules={[{ required: true, whitespace: true, message: '请填写版本' }]} extra="如 1、2，或 2026 修订"><Input maxLength={20} /></Form.Item>
        <Form.Item name="holdsFromOn" label="从哪天起用" rules={[{ required: true, message: '请填写日期' }]}><DayField /></Form.Item>
        <FormError error={start.error} />
      </Form>
    </Modal>
  )
}
