import { asc, eq } from 'drizzle-orm'
import { isAmong } from '../../../db/is-among.ts'
import { inspectionInspectorTable } from '../../../db/schema/inspections.ts'
import { personTable } from '../../../db/schema/people.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { Inspection } from './inspection-scope.ts'

/** The items as they were when the inspection was planned. */
export function itemsOf({ items }: Pick<Inspection, 'items'>): string[] {
  return JSON.parse(items) as string[]
}

/** Who inspects, in the order in which they were chosen, by inspection. */
export function inspectorsOf(db: ReadDb, ids: readonly string[]): ReadonlyMap<string, readonly { personId: string; name: string }[]> {
  const t = inspectionInspectorTable
  const rows = db.select({ inspectionId: t.inspectionId, personId: t.personId, name: personTable.name }).from(t)
    .innerJoin(personTable, eq(t.personId, personTable.id)).where(isAmong(t.inspectionId, ids)).orderBy(asc(t.ordinal)).all()
  return new Map([...Map.groupBy(rows, ({ inspectionId }) => inspectionId)].map(([id, own]) => [id, own.map(({ personId, name }) => ({ personId, name }))]))
}
