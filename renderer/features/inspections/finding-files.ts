import { call } from '../../api/client.ts'
import type { FileDoors } from '../../ui/stored-files.ts'

export const findingFiles: FileDoors = {
  add: (findingId, file) => call('inspections.addEvidence', { findingId, file }),
  open: (id) => call('inspections.openEvidence', { id }),
  preview: (id) => call('inspections.previewEvidence', { id }),
  remove: (id) => call('inspections.removeEvidence', { id, reason: '在检查发现里移除' }),
  bringBack: (id) => call('inspections.bringBackEvidence', { id }),
}
