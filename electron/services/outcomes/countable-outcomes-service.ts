import { and, inArray, isNull, or } from 'drizzle-orm'
import { outcomeTable } from '../../../db/schema/outcomes.ts'
import { isAmong } from '../../../db/is-among.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { CountableOutcome } from '../../../shared/domain/outcomes/outcome-duty-record.ts'
import { factsOf, peopleOf } from './outcome-rows.ts'

/** An outcome that may count for a duty; `activityId`: of which activity it was made. */
export type ReadOutcome = CountableOutcome & { readonly activityId: string | null }

/** What was handed in or confirmed for these studios, and what people have handed in for none (theirs wherever they belong). */
export function countableOutcomes(db: ReadDb, studioIds: readonly string[]): ReadOutcome[] {
  const outcomes = db.select().from(outcomeTable)
    .where(and(isNull(outcomeTable.removedAt), inArray(outcomeTable.state, ['submitted', 'confirmed']), or(isAmong(outcomeTable.studioId, studioIds), isNull(outcomeTable.studioId))))
    .all()
  const people = peopleOf(db, outcomes.map(({ id }) => id))
  return outcomes.map((outcome) => ({ ...factsOf(outcome, people.get(outcome.id) ?? []), id: outcome.id, state: outcome.state, activityId: outcome.activityId }))
}
