import { eq, inArray } from 'drizzle-orm'
import { dutyLogTable, shiftPlanTable } from '../../../db/schema/shifts.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { InspectedFacts } from '../../../shared/domain/inspections/inspection-duty-records.ts'
import { ruleOf, slotOf } from './plan-records.ts'

/** Rounds that look at teaching, from the first lesson to the end of evening study; watching the gate or the night is no patrol of teaching. */
const patrolKinds = ['teaching', 'eveningStudy'] as const

/** The logs that the duty engine reads as patrols of the school. */
export function countablePatrols(db: ReadDb): InspectedFacts['patrols'] {
  const rows = db.select({ id: dutyLogTable.id, onDay: dutyLogTable.onDay, slotKey: dutyLogTable.slotKey, place: dutyLogTable.place, rule: shiftPlanTable.rule }).from(dutyLogTable)
    .innerJoin(shiftPlanTable, eq(dutyLogTable.planId, shiftPlanTable.id)).where(inArray(shiftPlanTable.kind, [...patrolKinds])).all()
  const rules = new Map([...new Set(rows.map(({ rule }) => rule))].map((rule) => [rule, ruleOf({ rule })]))
  return rows.map(({ id, onDay, slotKey, place, rule }) => ({ id, onDay, place, slotName: slotOf(rules.get(rule) ?? ruleOf({ rule }), slotKey).name }))
}
