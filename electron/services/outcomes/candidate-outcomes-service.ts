import { and, eq, inArray, isNull } from 'drizzle-orm'
import { isAmong } from '../../../db/is-among.ts'
import { outcomePersonTable, outcomeTable } from '../../../db/schema/outcomes.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import { isCredited } from '../../../shared/domain/outcomes/outcome-duty-record.ts'
import type { OutcomeDetails } from '../../../shared/domain/outcomes/outcome-record.ts'
import type { CandidateRecord } from '../../../shared/domain/schemes/candidate-records.ts'

/**
 * What these people have done, wherever it was recorded, as far as it is handed in or confirmed: by it the scheme's criteria are judged.
 * Not narrowed to a caller: only the office takes people into studios, and she sees everything.
 */
export function outcomesOfCandidates(db: ReadDb, personIds: readonly string[]): ReadonlyMap<string, readonly CandidateRecord[]> {
  const o = outcomeTable
  const rows = db.select({
    personId: outcomePersonTable.personId, part: outcomePersonTable.part, id: o.id, kind: o.kind, title: o.title, onDay: o.onDay, untilDay: o.untilDay, levelKey: o.levelKey,
    quantity: o.quantity, details: o.details, state: o.state,
  }).from(outcomePersonTable).innerJoin(o, eq(outcomePersonTable.outcomeId, o.id))
    .where(and(isAmong(outcomePersonTable.personId, personIds), isNull(o.removedAt), inArray(o.state, ['submitted', 'confirmed']))).all()
  const credited = rows.filter(({ kind, part }) => isCredited(kind, part))
  return new Map([...Map.groupBy(credited, ({ personId }) => personId)].map(([personId, own]) => [personId, own.map(({ id, kind, title, onDay, untilDay, levelKey, quantity, part, details, state }) => ({
    id, kind, title, onDay, untilDay, levelKey, quantity, part, details: JSON.parse(details) as OutcomeDetails, confirmed: state === 'confirmed',
  }))]))
}
