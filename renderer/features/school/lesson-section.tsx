import { settings } from '../../../shared/contract/school.ts'
import { useCall } from '../../api/client.ts'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { MinutesSetting } from '../../ui/minutes-setting.tsx'

/** 课时: how long a lesson is; meetings are counted by it where a scheme asks for 课时. */
export function LessonSection() {
  const present = useCall('school.settings', {})
  return (
    <LoadingOr of={present}>
      {({ lessonMinutes }) => (
        <MinutesSetting
          name="lessonMinutes" label="一课时是多少分钟" extra="规程按课时要求集体交流等活动时，用活动的起止时间除以它。中学一般 45 分钟，小学多为 40 分钟"
          minutes={lessonMinutes} least={20} most={120} rule={settings.shape.lessonMinutes} doneText={(minutes) => `已改为一课时 ${minutes} 分钟`}
        />
      )}
    </LoadingOr>
  )
}
