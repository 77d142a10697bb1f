import { studioChanges } from '../../../db/studio-changes.ts'
import { must } from '../../../shared/must.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import type { Studio } from '../studios/studios-service.ts'
import type { GatheredDuties, Trouble } from './gather-duties.ts'

/** What came of a studio: its duties, or why they cannot be worked out. */
export type WorkedOut = { readonly studioId: string; readonly gathered: GatheredDuties } | { readonly studioId: string; readonly trouble: Trouble }

/** Tables that no duty depends on; a test watches which ones are read. All others drop what was kept. */
export const tablesWithoutDuties = [
  'account', 'attachment', 'audit_log', 'audit_subject', 'data_folder', 'preference', 'recovery_key', 'roster_heading', 'roster_import', 'roster_import_row', 'stored_file',
] as const

interface Kept {
  readonly stamp: string
  readonly workedOut: WorkedOut
}

/** By the data key of the session: names stand in it, and when the session locks or ends nothing holds it any more. */
const keptOf = new WeakMap<Buffer, Map<string, Kept>>()

/**
 * What was worked out for each of the studios, out of what is kept as long as nothing has changed on which it could depend; the others are
 * worked out together.
 * @param cycleOf the cycle that is asked for, by which alone the day that a caller asks for comes in
 */
export function keptOrWorkedOut(
  ctx: ReadContext, studios: readonly Studio[], cycleOf: (studioId: string) => string | null, workOut: (missing: readonly Studio[]) => readonly WorkedOut[],
): WorkedOut[] {
  const changes = studioChanges(ctx.db, tablesWithoutDuties)
  const kept = keptFor(ctx)
  const stamps = new Map(studios.map(({ id }) => [id, stampOf(changes.stampOf(id), ctx.clock.today(), cycleOf(id))]))
  const standing = (id: string) => {
    const known = kept.get(id)
    return known !== undefined && known.stamp === stamps.get(id) ? known.workedOut : null
  }
  const missing = studios.filter(({ id }) => standing(id) === null)
  const fresh = new Map(workOut(missing).map((each) => [each.studioId, each]))
  for (const [id, workedOut] of fresh) {
    const stamp = stamps.get(id)
    if (stamp) kept.set(id, { stamp, workedOut })
  }
  return studios.map(({ id }) => must(fresh.get(id) ?? standing(id), 'kept or worked out just now'))
}

function stampOf(changed: string | null, today: string, cycleId: string | null): string | null {
  return changed === null ? null : [changed, today, cycleId].join(' ')
}

function keptFor({ session }: ReadContext): Map<string, Kept> {
  const { dataKey } = session
  const kept = dataKey && keptOf.get(dataKey)
  if (kept) return kept
  const empty = new Map<string, Kept>()
  if (dataKey) keptOf.set(dataKey, empty)
  return empty
}
