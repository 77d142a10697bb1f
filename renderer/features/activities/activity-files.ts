import { call } from '../../api/client.ts'
import type { FileDoors } from '../../ui/stored-files.ts'

export const activityFiles: FileDoors = {
  add: (activityId, file) => call('activities.addAttachment', { activityId, file }),
  open: (id) => call('activities.openAttachment', { id }),
  preview: (id) => call('activities.previewAttachment', { id }),
  remove: (id) => call('activities.removeAttachment', { id, reason: '在活动页移除' }),
  bringBack: (id) => call('activities.bringBackAttachment', { id }),
}
