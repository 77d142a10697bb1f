import { Form } from 'antd'
import type { Holiday, Term } from '../../../shared/contract/school.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { useWrite } from '../../api/client.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'
import { fieldErrors } from '../../ui/zod-rule.ts'
import { TermFields } from './term-fields.tsx'

/** One term; a new one comes with days proposed. */
export function TermDialog({ term, isNew, holidays, onClose }: {
  readonly term: Term
  readonly isNew: boolean
  readonly holidays: readonly Holiday[]
  readonly onClose: () => void
}) {
  const [form] = Form.useForm<Term>()
  const dialog = useDialog(onClose)
  const save = useWrite('school.saveTerm')
  const { done, warned } = useDone()
  return (
    <Modal
      {...dialog} title={`${isNew ? '添加' : '修改'}${termName(term.key)}`} okText="保存" cancelText="取消" onOk={() => form.submit()}
      confirmLoading={save.isPending} width={560}
    >
      {isNew && <p className="section-hint">日期按惯例先填好了，请照校历改准。</p>}
      <Form<Term>
        form={form} name="term" layout="vertical" initialValues={term} scrollToFirstError={{ focus: true }}
        onFinish={({ startsOn, endsOn, teachingStartsOn, teachingEndsOn }) => save.mutate({ key: term.key, startsOn, endsOn, teachingStartsOn, teachingEndsOn }, {
          onSuccess: ({ warnings }) => {
            if (warnings.length > 0) warned(`已保存，但请核对：${warnings.join('')}`)
            else done(`已保存${termName(term.key)}`)
            dialog.onCancel()
          },
          onError: (error) => form.setFields(fieldErrors(error) as never),
        })}
      >
        <TermFields termKey={term.key} holidays={holidays} />
        <FormError error={save.error} />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </Form>
    </Modal>
  )
}
