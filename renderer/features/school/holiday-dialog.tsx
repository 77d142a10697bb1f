import { Form, Input, Radio } from 'antd'
import { holiday as holidayShape, type Holiday } from '../../../shared/contract/school.ts'
import { useWrite } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'
import { fieldErrors, zodRule } from '../../ui/zod-rule.ts'

type Fields = Omit<Holiday, 'id'>

/** Days off, or a weekend worked in exchange. */
export function HolidayDialog({ holiday, onClose }: { readonly holiday: Holiday | null; readonly onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const dialog = useDialog(onClose)
  const save = useWrite('school.saveHoliday')
  const { done, warned } = useDone()
  const { shape } = holidayShape
  return (
    <Modal
      {...dialog} title={holiday ? '修改放假或调休' : '登记放假或调休'} okText="保存" cancelText="取消" onOk={() => form.submit()} confirmLoading={save.isPending}
      width={480}
    >
      <Form<Fields>
        form={form} name="holiday" layout="vertical" validateTrigger="onBlur" scrollToFirstError={{ focus: true }}
        initialValues={holiday ?? { name: '', kind: 'off' }}
        onFinish={(values) => save.mutate({ ...values, id: holiday?.id ?? null }, {
          onSuccess: ({ name, warnings }) => {
            if (warnings.length > 0) warned(`已保存，但请核对：${warnings.join('')}`)
            else done(`已保存「${name}」`)
            dialog.onCancel()
          },
          onError: (error) => form.setFields(fieldErrors(error) as never),
        })}
      >
        <Form.Item name="kind" label="类别">
          <Radio.Group options={[{ value: 'off', label: '放假' }, { value: 'makeup', label: '调休上课' }]} />
        </Form.Item>
        <Form.Item name="name" label="名称" required rules={[zodRule(shape.name)]}><Input autoFocus maxLength={20} placeholder="国庆节" /></Form.Item>
        <div className="field-grid">
          <Form.Item name="startsOn" label="第一天" required rules={[zodRule(shape.startsOn)]}><DayField /></Form.Item>
          <Form.Item name="endsOn" label="最后一天" required rules={[zodRule(shape.endsOn)]}><DayField /></Form.Item>
        </div>
        <FormError error={save.error} />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </Form>
    </Modal>
  )
}
