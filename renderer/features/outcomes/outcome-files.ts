import { call } from '../../api/client.ts'
import type { FileDoors } from '../../ui/stored-files.ts'

export const outcomeFiles: FileDoors = {
  add: (outcomeId, file) => call('outcomes.addAttachment', { outcomeId, file }),
  open: (id) => call('outcomes.openAttachment', { id }),
  preview: (id) => call('outcomes.previewAttachment', { id }),
  remove: (id) => call('outcomes.removeAttachment', { id, reason: '在成果页移除' }),
  bringBack: (id) => call('outcomes.bringBackAttachment', { id }),
}
