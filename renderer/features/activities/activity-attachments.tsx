import type { ActivityDetail } from '../../../shared/contract/activities.ts'
import { useCall } from '../../api/client.ts'
import { RecordFiles } from '../../ui/record-files.tsx'
import { activityFiles } from './activity-files.ts'

/** The files of an activity. */
export function ActivityAttachments({ activity, waiting, onWait, mayWrite }: {
  readonly activity: ActivityDetail | null
  readonly waiting: readonly File[]
  readonly onWait: (files: readonly File[]) => void
  readonly mayWrite: boolean
}) {
  // Read anew after each change, while the form beside keeps what is being typed.
  const live = useCall('activities.get', { id: activity?.id ?? '' }, { enabled: activity !== null })
  return (
    <RecordFiles
      doors={activityFiles} recordId={activity?.id ?? null} files={live.data?.attachments ?? activity?.attachments ?? []} waiting={waiting} onWait={onWait} mayWrite={mayWrite}
      counted="个附件" empty={mayWrite ? '照片、签到表、课件、录音录像都可以放在这里。' : '没有附件。'}
    />
  )
}
