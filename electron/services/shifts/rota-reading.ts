import { and, asc, eq, gte, inArray, isNull, lte } from 'drizzle-orm'
import { dutyLogTable, dutyShiftTable, shiftPlanTable, shiftSwapTable } from '../../../db/schema/shifts.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { MyShift, RotaDay, RotaShiftRow, RoundInWords } from '../../../shared/contract/shifts.ts'
import { addDays, eachDay, isWithin } from '../../../shared/domain/dates/day.ts'
import { isDayOff } from '../../../shared/domain/shifts/duty-days.ts'
import { teachingWeeks, weekNumberOfDay } from '../../../shared/domain/terms/teaching-weeks.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { personNames } from '../people/people-service.ts'
import { listHolidays, listTerms } from '../school/calendar-service.ts'
import { mayWriteRound, roundInWords } from './duty-logs.ts'
import { planById, ruleOf, slotOf } from './plan-records.ts'
import { roundKey } from './rounds.ts'
import { mayManage, openSwapsOf } from './swaps.ts'

/** How far back a log is asked for on the workbench. */
const daysAskedFor = 7
const longestDays = 400

/** The days of the period and who is on duty on them. @throws `shifts.tooLong`, `shifts.noPlan` */
export function rotaOf(ctx: ReadContext, { fromOn, toOn, planId }: { readonly fromOn: string; readonly toOn: string; readonly planId: string }): { days: RotaDay[]; shifts: RotaShiftRow[] } {
  const plan = planById(ctx.db, planId)
  if (toOn > addDays(fromOn, longestDays)) throw new AppError('shifts.tooLong', 'invalid', '一次最多看一年')
  const holidays = listHolidays(ctx.db)
  const term = listTerms(ctx.db).find(({ key }) => key === plan.termKey)
  const weeks = term === undefined ? [] : teachingWeeks(term, holidays)
  const days = eachDay(fromOn, toOn).map((day): RotaDay => {
    const there = holidays.filter((holiday) => isWithin(day, holiday.startsOn, holiday.endsOn))
    const holiday = there.find(({ kind }) => kind === 'makeup') ?? there[0]
    return { day, weekNumber: weekNumberOfDay(day, weeks) ?? null, isDayOff: isDayOff(day, holidays), holiday: holiday === undefined ? null : { name: holiday.name, kind: holiday.kind } }
  })
  const shifts = standing(ctx.db, fromOn, toOn).filter((shift) => shift.planId === planId)
  const findings = findingsByRound(ctx.db, fromOn, toOn)
  const swapped = shiftsWithOpenSwap(ctx.db)
  const names = personNames(ctx.db, shifts.flatMap(({ personId }) => personId ?? []))
  return {
    days,
    shifts: shifts.map(({ id, onDay, slotKey, place, post, personId, source, reason, revision, ...shift }) => {
      const found = findings.get(roundKey({ ...shift, onDay, slotKey, place }))
      return {
        id, planId, onDay, slotKey, place, post, personId, source, reason, revision, name: personId === null ? null : names.get(personId) ?? personId,
        logged: found !== undefined, findings: found ?? 0, swapOpen: swapped.has(id),
      }
    }),
  }
}

/** Her next shifts, those of the last days without a log, and swaps that are not over. */
export function mine(ctx: ReadContext) {
  const { db, actor, clock } = ctx
  const today = clock.today()
  const own = actor.personId === null ? [] : standing(db, addDays(today, -60), addDays(today, longestDays)).filter(({ personId }) => personId === actor.personId)
  const logged = findingsByRound(db, addDays(today, -60), today)
  const swapped = shiftsWithOpenSwap(db)
  const asRow = ({ id, planId, onDay, slotKey, place, post }: (typeof own)[number]): MyShift => {
    const plan = planById(db, planId)
    const { name: slotName, from, to } = slotOf(ruleOf(plan), slotKey)
    return { id, planId, onDay, slotKey, place, post, planName: plan.name, slotName, from, to, logged: logged.has(roundKey({ planId, onDay, slotKey, place })), swapOpen: swapped.has(id) }
  }
  return {
    personId: actor.personId, next: own.filter(({ onDay }) => onDay >= today).slice(0, 20).map(asRow),
    unlogged: own.filter(({ onDay }) => onDay < today).map(asRow).filter((shift) => !shift.logged).toReversed(), swaps: openSwapsOf(ctx),
  }
}

/** Today's rounds, and those of the last days that lack a log and are this account's to write. */
export function todayOnDuty(ctx: ReadContext) {
  const today = ctx.clock.today()
  const rounds = roundsOf(ctx.db, addDays(today, -daysAskedFor), today)
  const logged = findingsByRound(ctx.db, addDays(today, -daysAskedFor), today)
  const swaps = openSwapsOf(ctx)
  return {
    today: rounds.filter(({ onDay }) => onDay === today),
    unlogged: rounds.filter((round) => round.onDay < today && !logged.has(roundKey(round)) && mayWriteRound(ctx, round)),
    swapsToAnswer: swaps.filter(({ mayAnswer }) => mayAnswer).length,
    swapsToApprove: mayManage(ctx) ? swaps.filter(({ mayApprove }) => mayApprove).length : 0,
  }
}

/** Shifts that stand, of plans that are not removed, by day. */
export function standing(db: ReadDb, fromOn: string, toOn: string) {
  return db.select({ shift: dutyShiftTable }).from(dutyShiftTable).innerJoin(shiftPlanTable, eq(dutyShiftTable.planId, shiftPlanTable.id))
    .where(and(isNull(dutyShiftTable.droppedByGenerationId), isNull(shiftPlanTable.removedAt), gte(dutyShiftTable.onDay, fromOn), lte(dutyShiftTable.onDay, toOn)))
    .orderBy(asc(dutyShiftTable.onDay), asc(shiftPlanTable.createdAt), asc(dutyShiftTable.createdAt), asc(dutyShiftTable.post)).all().map(({ shift }) => shift)
}

/** How many findings stand in the log of each round that has one. */
export function findingsByRound(db: ReadDb, fromOn: string, toOn: string): ReadonlyMap<string, number> {
  return new Map(db.select().from(dutyLogTable).where(and(gte(dutyLogTable.onDay, fromOn), lte(dutyLogTable.onDay, toOn))).all().map((log) => [roundKey(log), log.findings]))
}

function roundsOf(db: ReadDb, fromOn: string, toOn: string): RoundInWords[] {
  const byRound = Map.groupBy(standing(db, fromOn, toOn).filter(({ personId }) => personId !== null), roundKey)
  return [...byRound.values()].flatMap(([first]) => (first === undefined ? [] : [
    roundInWords(db, planById(db, first.planId), { planId: first.planId, onDay: first.onDay, slotKey: first.slotKey, place: first.place }),
  ]))
}

function shiftsWithOpenSwap(db: ReadDb): ReadonlySet<string> {
  const open = db.select().from(shiftSwapTable).where(inArray(shiftSwapTable.state, ['asked', 'consented'])).all()
  return new Set(open.flatMap(({ shiftId, inExchangeShiftId }) => [shiftId, ...(inExchangeShiftId === null ? [] : [inExchangeShiftId])]))
}
