import { Button, Form, InputNumber } from 'antd'
import { settings } from '../../../shared/contract/school.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { useDone } from '../../ui/use-done.ts'
import { zodRule } from '../../ui/zod-rule.ts'

/** 课时: how long a lesson is; meetings are counted by it where a scheme asks for 课时. */
export function LessonSection() {
  const present = useCall('school.settings', {})
  return <LoadingOr of={present}>{({ lessonMinutes }) => <LessonForm minutes={lessonMinutes} />}</LoadingOr>
}

function LessonForm({ minutes }: { readonly minutes: number }) {
  const save = useWrite('school.saveSettings')
  const { done } = useDone()
  return (
    <Form
      layout="vertical" initialValues={{ lessonMinutes: minutes }} validateTrigger="onBlur"
      onFinish={(values: { lessonMinutes: number }) => save.mutate(values, { onSuccess: () => done(`已改为一课时 ${values.lessonMinutes} 分钟`) })}
    >
      <Form.Item label="一课时是多少分钟" extra="规程按课时要求集体交流等活动时，用活动的起止时间除以它。中学一般 45 分钟，小学多为 40 分钟" htmlFor="lessonMinutes">
        <div style={{ display: 'flex', gap: 8 }}>
          <Form.Item name="lessonMinutes" noStyle rules={[zodRule(settings.shape.lessonMinutes)]}>
            <InputNumber id="lessonMinutes" min={20} max={120} precision={0} suffix="分钟" style={{ width: 140 }} />
          </Form.Item>
          <Button htmlType="submit" loading={save.isPending}>保存</Button>
        </div>
      </Form.Item>
      {save.error && <ErrorNotice error={save.error} />}
    </Form>
  )
}
