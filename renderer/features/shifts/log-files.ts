import { call } from '../../api/client.ts'
import type { FileDoors } from '../../ui/stored-files.ts'

/** Photos and papers of a 值勤记录. */
export const logFiles: FileDoors = {
  add: (logId, file) => call('shifts.addAttachment', { logId, file }),
  open: (id) => call('shifts.openAttachment', { id }),
  preview: (id) => call('shifts.previewAttachment', { id }),
  remove: (id) => call('shifts.removeAttachment', { id, reason: '在值勤记录里移除' }),
  bringBack: (id) => call('shifts.bringBackAttachment', { id }),
}
