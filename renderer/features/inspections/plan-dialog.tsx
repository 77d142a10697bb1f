import { Form, Input, Radio, Select } from 'antd'
import { inspectionFacts, type InspectionRow } from '../../../shared/contract/inspections.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { type InspectionForm, inspectionFormNames, inspectionForms, type InspectionKind, inspectionKindNames, inspectionKinds } from '../../../shared/domain/inspections/inspection-words.ts'
import { useWrite } from '../../api/client.ts'
import { Modal } from '../../ui/modal.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { PeoplePicker, type PersonChoice } from '../../ui/person-picker.tsx'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'
import { fieldErrors, zodRule } from '../../ui/zod-rule.ts'
import { asChoice } from './as-choice.ts'

interface Fields {
  readonly kind: InspectionKind
  readonly form: InspectionForm
  readonly title: string
  readonly startsOn: string
  readonly endsOn: string
  readonly scope: string
  readonly items: string
  readonly inspectors: readonly PersonChoice[]
}

/** Plans an inspection, or changes one: the items come from a list and may be changed for this one. */
export function PlanDialog({ inspection, checklists, today, onClose, onSaved }: {
  readonly inspection: InspectionRow | null
  readonly checklists: OutputOf<'inspections.choices'>['checklists']
  readonly today: string
  readonly onClose: () => void
  readonly onSaved: (id: string) => void
}) {
  const [form] = Form.useForm<Fields>()
  const dialog = useDialog(onClose)
  const save = useWrite('inspections.save')
  const { done } = useDone()
  const { shape } = inspectionFacts
  const itemsOf = (kind: InspectionKind) => (checklists.findLast((list) => list.kind === kind) ?? checklists[0])?.items.map(({ name }) => name).join('\n') ?? ''
  const useList = (id: string) => form.setFieldsValue({ items: checklists.find((list) => list.id === id)?.items.map(({ name }) => name).join('\n') ?? '' })
  return (
    <Modal {...dialog} title={inspection ? '修改检查' : '安排检查'} okText="保存" cancelText="取消" onOk={() => form.submit()} confirmLoading={save.isPending} width={720}>
      <Form<Fields>
        form={form} name="inspection" layout="vertical" validateTrigger="onBlur"
        initialValues={inspection
          ? { ...inspection, scope: inspection.scope ?? '', items: inspection.items.join('\n'), inspectors: inspection.inspectors.map(asChoice) }
          : { kind: 'stage', form: 'officeCheck', title: '期中教学检查', startsOn: today, endsOn: today, scope: '', items: itemsOf('stage'), inspectors: [] }}
        onFinish={({ items, inspectors, ...facts }) => save.mutate({
          id: inspection?.id ?? null, revision: inspection?.revision ?? null,
          facts: { ...facts, items: items.split('\n').map((item) => item.trim()).filter((item) => item !== ''), inspectorIds: inspectors.map(({ id }) => id) },
        }, {
          onSuccess: ({ id }) => {
            done(`已保存「${facts.title}」`)
            onSaved(id)
            dialog.onCancel()
          },
          onError: (error) => form.setFields(fieldErrors(error) as never),
        })}
      >
        <div className="field-grid">
          <Form.Item name="kind" label="类别"><Select onChange={(kind: InspectionKind) => { if (!inspection) form.setFieldsValue({ items: itemsOf(kind), title: inspectionKindNames[kind] }) }} options={inspectionKinds.map((value) => ({ value, label: inspectionKindNames[value] }))} /></Form.Item>
          <Form.Item name="form" label="方式"><Radio.Group options={inspectionForms.map((value) => ({ value, label: inspectionFormNames[value] }))} /></Form.Item>
        </div>
        <Form.Item name="title" label="名称" required rules={[zodRule(shape.title)]}><Input autoFocus maxLength={60} /></Form.Item>
        <div className="field-grid">
          <Form.Item name="startsOn" label="开始" required rules={[zodRule(shape.startsOn)]}><DayField /></Form.Item>
          <Form.Item name="endsOn" label="结束" required rules={[zodRule(shape.endsOn)]}><DayField /></Form.Item>
        </div>
        <div className="field-grid">
          <Form.Item name="scope" label="范围"><Input maxLength={200} placeholder="例如 七、八年级，语文、数学" /></Form.Item>
          <Form.Item name="inspectors" label="检查人"><PeoplePicker /></Form.Item>
        </div>
        <Form.Item name="items" label="检查项目（一行一项）" required rules={[{ required: true, whitespace: true, message: '请至少写一项检查项目' }]}
          extra={<span>套用清单：<Select aria-label="套用清单" size="small" style={{ width: 200 }} value={null} placeholder="选一张" onChange={useList} options={checklists.map(({ id, name, own }) => ({ value: id, label: own ? `${name}（本校）` : name }))} /></span>}>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 10 }} />
        </Form.Item>
        <FormError error={save.error} />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </Form>
    </Modal>
  )
}
