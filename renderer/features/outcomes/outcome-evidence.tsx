import type { OutcomeRecord } from '../../../shared/contract/outcomes.ts'
import { type OutcomeKind, specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { useCall } from '../../api/client.ts'
import { RecordFiles } from '../../ui/record-files.tsx'
import { outcomeFiles } from './outcome-files.ts'

/** 佐证材料: what is expected of the kind, and the files. */
export function OutcomeEvidence({ kind, record, waiting, onWait, mayWrite }: {
  readonly kind: OutcomeKind
  readonly record: OutcomeRecord | null
  readonly waiting: readonly File[]
  readonly onWait: (files: readonly File[]) => void
  readonly mayWrite: boolean
}) {
  // Read anew after each change, while the form beside keeps what is being typed.
  const live = useCall('outcomes.get', { id: record?.id ?? '' }, { enabled: record !== null })
  const wanted = specOf(kind).evidence
  return (
    <RecordFiles
      doors={outcomeFiles} recordId={record?.id ?? null} files={live.data?.attachments ?? record?.attachments ?? []} waiting={waiting} onWait={onWait} mayWrite={mayWrite}
      counted="份佐证" empty={wanted === undefined ? '没有佐证材料，这一类也不要求。' : `请附上：${wanted}。`}
    />
  )
}
