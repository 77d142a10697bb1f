import { Form, Input, Radio } from 'antd'
import { briefingFacts, type BriefingFacts } from '../../../shared/contract/inspections.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { type BriefingAudience, briefingAudienceNames, briefingAudiences, briefingDraft } from '../../../shared/domain/inspections/briefing.ts'
import { useWrite } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'
import { fieldErrors, zodRule } from '../../ui/zod-rule.ts'

const choices = briefingAudiences.map((value) => ({ value, label: briefingAudienceNames[value] }))

/** On which day, to whom, in which words; these begin with the figures of the inspection. */
export function BriefingDialog({ inspection, today, onClose }: { readonly inspection: OutputOf<'inspections.get'>; readonly today: string; readonly onClose: () => void }) {
  const [form] = Form.useForm<BriefingFacts>()
  const dialog = useDialog(onClose)
  const tell = useWrite('inspections.tell')
  const { done } = useDone()
  const { shape } = briefingFacts
  const audience = Form.useWatch<BriefingAudience>('audience', form)
  return (
    <Modal {...dialog} title={`通报「${inspection.title}」`} okText="记下通报" cancelText="取消" onOk={() => form.submit()} confirmLoading={tell.isPending} width={720}>
      <Form<BriefingFacts>
        form={form} name="briefing" layout="vertical" validateTrigger="onBlur"
        initialValues={{ toldOn: today, audience: 'everybody', departments: null, text: briefingDraft(inspection, inspection.figures) }}
        onFinish={({ departments, ...facts }) => tell.mutate({ id: inspection.id, facts: { ...facts, departments: departments ?? null } }, {
          onSuccess: () => {
            done(facts.audience === 'concerned' ? '已记下告诉本人，不算通报' : '已记下通报，可以存成 Word 印发')
            dialog.onCancel()
          },
          onError: (error) => form.setFields(fieldErrors(error) as never),
        })}
      >
        <div className="field-grid">
          <Form.Item name="toldOn" label="通报日期" required rules={[zodRule(shape.toldOn)]}><DayField from={inspection.startsOn} to={today} /></Form.Item>
          <Form.Item name="audience" label="通报给"><Radio.Group options={choices} /></Form.Item>
        </div>
        {audience === 'departments' && (
          <Form.Item name="departments" label="哪些教研组" required rules={[zodRule(shape.departments)]}><Input maxLength={60} placeholder="例如 语文组、数学组" /></Form.Item>
        )}
        <Form.Item name="text" label="内容" required rules={[zodRule(shape.text)]} extra="印发的通报后面会列出好的做法和存在的问题；问题只写班级、学科，不写教师姓名。">
          <Input.TextArea autoFocus maxLength={2000} autoSize={{ minRows: 4, maxRows: 10 }} />
        </Form.Item>
        <FormError error={tell.error} />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </Form>
    </Modal>
  )
}
