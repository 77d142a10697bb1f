import { Button, Form, InputNumber } from 'antd'
import type { ZodType } from 'zod'
import { useWrite } from '../api/client.ts'
import { ErrorNotice } from './error-notice.tsx'
import { useDone } from './use-done.ts'
import { zodRule } from './zod-rule.ts'

/** A setting of the school that is a number of minutes, with a button of its own. */
export function MinutesSetting({ name, label, extra, minutes, least, most, rule, doneText }: {
  readonly name: 'idleMinutes' | 'lessonMinutes'
  readonly label: string
  readonly extra: string
  /** As it is now. */
  readonly minutes: number
  readonly least: number
  readonly most: number
  readonly rule: ZodType
  readonly doneText: (minutes: number) => string
}) {
  const save = useWrite('school.saveSettings')
  const { done } = useDone()
  return (
    <Form
      layout="vertical" initialValues={{ minutes }} validateTrigger="onBlur"
      onFinish={(values: { minutes: number }) => save.mutate({ [name]: values.minutes }, { onSuccess: () => done(doneText(values.minutes)) })}
    >
      <Form.Item label={label} extra={extra} htmlFor={name}>
        <div style={{ display: 'flex', gap: 8 }}>
          <Form.Item name="minutes" noStyle rules={[zodRule(rule)]}>
            <InputNumber id={name} min={least} max={most} precision={0} suffix="分钟" style={{ width: 140 }} />
          </Form.Item>
          <Button htmlType="submit" loading={save.isPending}>保存</Button>
        </div>
      </Form.Item>
      {save.error && <ErrorNotice error={save.error} />}
    </Form>
  )
}
