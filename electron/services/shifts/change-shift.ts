import { and, asc, eq, gte, isNull } from 'drizzle-orm'
import { accountTable } from '../../../db/schema/accounts.ts'
import { dutyShiftTable, shiftChangeTable } from '../../../db/schema/shifts.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import { type ShiftSource, shiftSourceNames } from '../../../shared/domain/shifts/shift-plan.ts'
import { shiftInWords } from '../../../shared/domain/shifts/shift-words.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext, Write, WriteContext } from '../../dispatch/context.ts'
import { personById, personNames } from '../people/people-service.ts'
import { planById, ruleOf, slotOf } from './plan-records.ts'

export type DutyShift = typeof dutyShiftTable.$inferSelect

/** A shift that stands. @throws `shifts.noShift` */
export function shiftById(db: ReadDb, id: string): DutyShift {
  const shift = db.select().from(dutyShiftTable).where(and(eq(dutyShiftTable.id, id), isNull(dutyShiftTable.droppedByGenerationId))).get()
  if (!shift) throw new AppError('shifts.noShift', 'notFound', '没有找到这一班，可能已经重新排过，请刷新后再看')
  return shift
}

/** 「2026-11-26 周四 上午 校门」. */
export function shiftWords(db: ReadDb, { planId, onDay, slotKey, place }: Pick<DutyShift, 'planId' | 'onDay' | 'slotKey' | 'place'>): string {
  return shiftInWords({ onDay, slotName: slotOf(ruleOf(planById(db, planId)), slotKey).name, place })
}

/**
 * Another person, by hand; also for a day that is past, when somebody else was there than the rota says.
 * @throws `shifts.changed`, `shifts.sameDay`, `shifts.nothingChanges`
 */
export function changePerson(ctx: WriteContext, input: { readonly shiftId: string; readonly revision: number; readonly personId: string; readonly reason: string }): { revision: number } {
  const { shiftId, personId, reason } = input
  const shift = shiftById(ctx.db, shiftId)
  const { name } = personById(ctx.db, personId)
  return ctx.write(`改派 ${shiftWords(ctx.db, shift)} 为${name}`, (w) => {
    const before = shiftById(w.tx, shiftId)
    if (before.revision !== input.revision) throw new AppError('shifts.changed', 'conflict', '这一班在您打开以后已被改过，请刷新后再看')
    if (before.personId === personId) throw new AppError('shifts.nothingChanges', 'precondition', `这一班本来就是${name}`)
    if (onDutyOn(w.tx, before.onDay).some((other) => other.personId === personId && other.shiftId !== shiftId)) {
      throw new AppError('shifts.sameDay', 'precondition', `${name} ${before.onDay} 已经有值勤，一天不排两班`, { places: [{ field: 'personId', message: '当天已有值勤' }] })
    }
    replacePersonTx(ctx, w, before, { toPersonId: personId, source: 'byHand', reason })
    return { revision: before.revision + 1 }
  })
}

/** The change, with the row that keeps it. */
export function replacePersonTx(ctx: WriteContext, w: Write, shift: DutyShift, { toPersonId, source, reason }: { readonly toPersonId: string; readonly source: ShiftSource; readonly reason: string }): void {
  const at = ctx.clock.now()
  w.tx.insert(shiftChangeTable).values({
    id: ctx.ids.next(), shiftId: shift.id, fromPersonId: shift.personId, toPersonId, source, reason, changedAt: at, changedByAccountId: ctx.actor.accountId,
  }).run()
  w.tx.update(dutyShiftTable).set({ personId: toPersonId, source, reason, revision: shift.revision + 1, updatedAt: at }).where(eq(dutyShiftTable.id, shift.id)).run()
  w.changed('dutyShift', shift.id, shiftShape(w.tx, shift), shiftShape(w.tx, shiftById(w.tx, shift.id)))
}

/** Who is on duty on a day, whatever the plan. */
export function onDutyOn(db: ReadDb, onDay: string): { shiftId: string; personId: string }[] {
  return db.select({ shiftId: dutyShiftTable.id, personId: dutyShiftTable.personId }).from(dutyShiftTable)
    .where(and(eq(dutyShiftTable.onDay, onDay), isNull(dutyShiftTable.droppedByGenerationId))).all()
    .flatMap(({ shiftId, personId }) => (personId === null ? [] : [{ shiftId, personId }]))
}

/** Every change of a shift's person, the earliest first. */
export function changesOf(ctx: ReadContext, shiftId: string) {
  shiftById(ctx.db, shiftId)
  const rows = ctx.db.select({ change: shiftChangeTable, by: accountTable.displayName }).from(shiftChangeTable)
    .innerJoin(accountTable, eq(shiftChangeTable.changedByAccountId, accountTable.id)).where(eq(shiftChangeTable.shiftId, shiftId)).orderBy(asc(shiftChangeTable.changedAt)).all()
  const names = personNames(ctx.db, rows.flatMap(({ change }) => [change.fromPersonId ?? [], change.toPersonId ?? []].flat()))
  const nameOf = (id: string | null) => (id === null ? null : names.get(id) ?? id)
  return rows.map(({ change, by }) => ({ at: change.changedAt, from: nameOf(change.fromPersonId), to: nameOf(change.toPersonId), source: change.source, reason: change.reason, by }))
}

/** The shifts of the plan from a day on. */
export function comingShifts(db: ReadDb, planId: string, today: string): DutyShift[] {
  return db.select().from(dutyShiftTable).where(and(eq(dutyShiftTable.planId, planId), isNull(dutyShiftTable.droppedByGenerationId), gte(dutyShiftTable.onDay, today))).orderBy(asc(dutyShiftTable.onDay)).all()
}

function shiftShape(db: ReadDb, shift: DutyShift): Record<string, string | null> {
  return {
    班次: shiftWords(db, shift), 值班人: shift.personId === null ? null : personNames(db, [shift.personId]).get(shift.personId) ?? shift.personId,
    来由: shiftSourceNames[shift.source], 说明: shift.reason,
  }
}
