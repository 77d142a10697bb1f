import { and, asc, desc, eq, gte, isNotNull, isNull, lt, lte, ne, sql } from 'drizzle-orm'
import { dutyLogTable, dutyShiftTable, shiftGenerationTable, shiftPlanTable } from '../../../db/schema/shifts.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { RotaPreview, ShiftPlan, ShiftPlanFacts } from '../../../shared/contract/shifts.ts'
import { dutyDays, type SkippedDay } from '../../../shared/domain/shifts/duty-days.ts'
import type { RotaTask } from '../../../shared/domain/shifts/make-rota.ts'
import { type RenewedRota, renewRota, type StandingShift } from '../../../shared/domain/shifts/renew-rota.ts'
import { postKey, slotMinutes } from '../../../shared/domain/shifts/shift-plan.ts'
import { whyInWords } from '../../../shared/domain/shifts/shift-words.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'
import type { ReadContext, Write, WriteContext } from '../../dispatch/context.ts'
import { personNames } from '../people/people-service.ts'
import { listHolidays, listTerms } from '../school/calendar-service.ts'
import { checkPlan, factsOfPlan, openPlan, type Plan, planById, planShape, slotOf } from './plan-records.ts'
import { roundKey } from './rounds.ts'

type Generation = typeof shiftGenerationTable.$inferSelect

/** The rota as the facts would make it, with why each one is where she is. */
export function previewRota(ctx: ReadContext, { id, facts, fromOn }: { readonly id: string | null; readonly facts: ShiftPlanFacts; readonly fromOn: string | null }): RotaPreview {
  checkPlan(ctx, facts)
  const plan = id === null ? null : planById(ctx.db, id)
  const start = plan?.state === 'inForce' ? notPast(ctx, fromOn ?? ctx.clock.today()) : facts.fromOn
  const { rota, add, drop, skipped, before } = renewed(ctx.db, plan, facts, start)
  const isNew = new Set(add.map(postKey))
  const all = [...before.filter(({ onDay }) => onDay < start), ...rota]
  const ids = [...new Set([...facts.pool.map(({ personId }) => personId), ...all.flatMap(({ personId }) => personId ?? [])])]
  const names = personNames(ctx.db, [...ids, ...rota.flatMap(({ passedOver }) => passedOver.map(({ personId }) => personId))])
  const nameOf = (personId: string) => names.get(personId) ?? personId
  return {
    shifts: rota.map((shift) => ({
      onDay: shift.onDay, slotKey: shift.slotKey, place: shift.place, post: shift.post, personId: shift.personId, name: shift.personId === null ? null : nameOf(shift.personId),
      why: whyInWords(shift, nameOf), isNew: isNew.has(postKey(shift)),
    })),
    skipped: skipped.filter(({ day }) => day >= start),
    people: ids.map((personId) => {
      const own = all.filter((shift) => shift.personId === personId)
      return { personId, name: nameOf(personId), times: own.length, minutes: own.reduce((sum, { slotKey }) => sum + slotMinutes(slotOf(facts.rule, slotKey)), 0) }
    }),
    open: rota.filter(({ personId }) => personId === null).length,
    changed: Math.max(add.length, drop.length),
  }
}

/** Makes the rota for the first time. @throws `shifts.inForce`, `shifts.noDays`, `shifts.changed` */
export function putInForce(ctx: WriteContext, { id, revision }: { readonly id: string; readonly revision: number }): { shifts: number; open: number } {
  const { name } = planById(ctx.db, id)
  return ctx.write(`执行值班安排「${name}」`, (w) => {
    const plan = openPlan(w.tx, id, revision)
    if (plan.state !== 'draft') throw new AppError('shifts.inForce', 'precondition', `「${name}」已经在执行，请刷新后再看`)
    const { add, open } = makeTx(ctx, w, plan, plan.fromOn)
    if (add === 0) throw new AppError('shifts.noDays', 'precondition', '这段日期里没有要值勤的日子，请检查日期和星期')
    return { shifts: add, open }
  })
}

/** From a day on; the past is never made anew. @throws `shifts.past`, `shifts.notInForce`, `shifts.nothingChanges`, `shifts.changed` */
export function regenerate(ctx: WriteContext, { id, revision, fromOn }: { readonly id: string; readonly revision: number; readonly fromOn: string }): { changed: number; open: number } {
  notPast(ctx, fromOn)
  const { name } = planById(ctx.db, id)
  return ctx.write(`从 ${fromOn} 起重新排班「${name}」`, (w) => {
    const plan = openPlan(w.tx, id, revision)
    if (plan.state !== 'inForce') throw new AppError('shifts.notInForce', 'precondition', `「${name}」还没有执行，请先执行`)
    const { add, drop, open } = makeTx(ctx, w, plan, fromOn)
    if (add + drop === 0) throw new AppError('shifts.nothingChanges', 'precondition', '重新排出来和现在的安排一样，不需要改动')
    return { changed: Math.max(add, drop), open }
  })
}

/** The last making, if nobody has lived by it yet. @throws `shifts.nothingToUndo`, `shifts.livedBy` */
export function undoGeneration(ctx: WriteContext, id: string): void {
  const { name } = planById(ctx.db, id)
  ctx.write(`撤销排班「${name}」`, (w) => {
    const plan = planById(w.tx, id)
    const last = lastGeneration(w.tx, id)
    if (!last) throw new AppError('shifts.nothingToUndo', 'precondition', '没有可以撤销的排班')
    const why = whyNotUndone(ctx, w.tx, last)
    if (why !== null) throw new AppError('shifts.livedBy', 'precondition', why)
    const at = ctx.clock.now()
    const before = planShape(w.tx, plan)
    const own = and(eq(dutyShiftTable.generationId, last.id), isNull(dutyShiftTable.droppedByGenerationId))
    w.tx.update(dutyShiftTable).set({ droppedByGenerationId: last.id, updatedAt: at }).where(own).run()
    w.tx.update(dutyShiftTable).set({ droppedByGenerationId: null, updatedAt: at })
      .where(and(eq(dutyShiftTable.droppedByGenerationId, last.id), ne(dutyShiftTable.generationId, last.id))).run()
    w.tx.update(shiftGenerationTable).set({ undoneAt: at }).where(eq(shiftGenerationTable.id, last.id)).run()
    const state = lastGeneration(w.tx, id) === undefined ? 'draft' : 'inForce'
    w.tx.update(shiftPlanTable).set({ state, revision: plan.revision + 1, updatedAt: at }).where(eq(shiftPlanTable.id, id)).run()
    w.changed('shiftPlan', id, before, planShape(w.tx, planById(w.tx, id)))
  })
}

/** The plan as its page shows it. */
export function planRecord(ctx: ReadContext, id: string): ShiftPlan {
  const plan = planById(ctx.db, id)
  const facts = factsOfPlan(ctx.db, plan)
  const names = personNames(ctx.db, facts.pool.map(({ personId }) => personId))
  const last = lastGeneration(ctx.db, id)
  const undoable = last && whyNotUndone(ctx, ctx.db, last) === null ? { fromOn: last.fromOn, madeAt: last.madeAt, isFirst: last.ordinal === firstStanding(ctx.db, id) } : null
  return { ...facts, id, state: plan.state, revision: plan.revision, undoable, pool: facts.pool.map((person) => ({ ...person, name: names.get(person.personId) ?? '' })) }
}

function makeTx(ctx: WriteContext, w: Write, plan: Plan, fromOn: string): { add: number; drop: number; open: number } {
  const facts = factsOfPlan(w.tx, plan)
  checkPlan({ db: w.tx }, facts)
  const { rota, add, drop } = renewed(w.tx, plan, facts, fromOn)
  const at = ctx.clock.now()
  const before = { ...planShape(w.tx, plan), 班数: null }
  const ordinal = (w.tx.select({ ordinal: shiftGenerationTable.ordinal }).from(shiftGenerationTable).where(eq(shiftGenerationTable.planId, plan.id)).orderBy(desc(shiftGenerationTable.ordinal)).get()?.ordinal ?? 0) + 1
  const generationId = ctx.ids.next()
  w.tx.insert(shiftGenerationTable).values({ id: generationId, planId: plan.id, ordinal, fromOn, madeAt: at, madeByAccountId: ctx.actor.accountId }).run()
  for (const { id } of drop) w.tx.update(dutyShiftTable).set({ droppedByGenerationId: generationId, updatedAt: at }).where(eq(dutyShiftTable.id, id)).run()
  const names = personNames(w.tx, rota.flatMap(({ personId, passedOver }) => [personId ?? [], ...passedOver.map((each) => each.personId)].flat()))
  for (const shift of add) {
    const { onDay, slotKey, place, post, personId } = shift
    w.tx.insert(dutyShiftTable).values({
      id: ctx.ids.next(), planId: plan.id, onDay, slotKey, place, post, personId, source: 'rule', reason: whyInWords(shift, (id) => names.get(id) ?? id), generationId, createdAt: at, updatedAt: at,
    }).run()
  }
  w.tx.update(shiftPlanTable).set({ state: 'inForce', revision: plan.revision + 1, updatedAt: at }).where(eq(shiftPlanTable.id, plan.id)).run()
  w.changed('shiftPlan', plan.id, before, { ...planShape(w.tx, planById(w.tx, plan.id)), 班数: `从 ${fromOn} 起排 ${rota.length} 班，改动 ${Math.max(add.length, drop.length)} 班` })
  return { add: add.length, drop: drop.length, open: rota.filter(({ personId }) => personId === null).length }
}

function renewed(db: ReadDb, plan: Plan | null, facts: ShiftPlanFacts, fromOn: string): RenewedRota & { readonly skipped: readonly SkippedDay[]; readonly before: readonly StandingShift[] } {
  const term = must(listTerms(db).find(({ key }) => key === facts.termKey), 'the plan was checked')
  const { days, skipped } = dutyDays({ ...facts, ...facts.rule }, term, listHolidays(db))
  const before = plan === null ? [] : standingShifts(db, plan.id)
  const task: RotaTask = { days, rule: facts.rule, pool: facts.pool, busy: busyElsewhere(db, plan?.id ?? null, facts), startAfter: lastOfPlanBefore(db, plan?.id ?? null, facts) }
  return { ...renewRota(before, fromOn, task), skipped, before }
}

function standingShifts(db: ReadDb, planId: string): StandingShift[] {
  const logged = new Set(db.select().from(dutyLogTable).where(eq(dutyLogTable.planId, planId)).all().map(roundKey))
  return db.select().from(dutyShiftTable).where(and(eq(dutyShiftTable.planId, planId), isNull(dutyShiftTable.droppedByGenerationId))).orderBy(asc(dutyShiftTable.onDay)).all()
    .map((shift) => ({ ...shift, logged: logged.has(roundKey(shift)) }))
}

function busyElsewhere(db: ReadDb, planId: string | null, { fromOn, toOn }: ShiftPlanFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const others = db.select({ onDay: dutyShiftTable.onDay, personId: dutyShiftTable.personId }).from(dutyShiftTable).where(and(
    isNull(dutyShiftTable.droppedByGenerationId), isNotNull(dutyShiftTable.personId), gte(dutyShiftTable.onDay, fromOn), lte(dutyShiftTable.onDay, toOn),
    planId === null ? undefined : ne(dutyShiftTable.planId, planId),
  )).all()
  return new Map([...Map.groupBy(others, ({ onDay }) => onDay)].map(([onDay, all]) => [onDay, new Set(all.flatMap(({ personId }) => personId ?? []))]))
}

/** Who was on duty last in an earlier rota of the same kind: the list goes on behind her. */
function lastOfPlanBefore(db: ReadDb, planId: string | null, { kind, fromOn }: ShiftPlanFacts): string | null {
  return db.select({ personId: dutyShiftTable.personId }).from(dutyShiftTable).innerJoin(shiftPlanTable, eq(dutyShiftTable.planId, shiftPlanTable.id)).where(and(
    eq(shiftPlanTable.kind, kind), isNull(dutyShiftTable.droppedByGenerationId), isNotNull(dutyShiftTable.personId), lt(dutyShiftTable.onDay, fromOn), eq(dutyShiftTable.source, 'rule'),
    planId === null ? undefined : ne(dutyShiftTable.planId, planId),
  )).orderBy(desc(dutyShiftTable.onDay), sql`${dutyShiftTable}.rowid desc`).get()?.personId ?? null
}

function lastGeneration(db: ReadDb, planId: string): Generation | undefined {
  return db.select().from(shiftGenerationTable).where(and(eq(shiftGenerationTable.planId, planId), isNull(shiftGenerationTable.undoneAt))).orderBy(desc(shiftGenerationTable.ordinal)).get()
}

function firstStanding(db: ReadDb, planId: string): number | undefined {
  return db.select().from(shiftGenerationTable).where(and(eq(shiftGenerationTable.planId, planId), isNull(shiftGenerationTable.undoneAt))).orderBy(asc(shiftGenerationTable.ordinal)).get()?.ordinal
}

function whyNotUndone(ctx: Pick<ReadContext, 'clock'>, db: ReadDb, { id, planId }: Generation): string | null {
  const own = db.select().from(dutyShiftTable).where(and(eq(dutyShiftTable.generationId, id), isNull(dutyShiftTable.droppedByGenerationId))).all()
  const fellAway = db.select().from(dutyShiftTable).where(eq(dutyShiftTable.droppedByGenerationId, id)).all()
  if ([...own, ...fellAway].some(({ onDay }) => onDay < ctx.clock.today())) return '这次排班已经开始执行，不能撤销；可以从某一天起重新排班'
  if (own.some(({ source }) => source !== 'rule')) return '排班以后已有人换班或改派，不能撤销；可以从某一天起重新排班'
  const logged = new Set(db.select().from(dutyLogTable).where(eq(dutyLogTable.planId, planId)).all().map(roundKey))
  return own.some((shift) => logged.has(roundKey(shift))) ? '已有值勤记录，不能撤销；可以从某一天起重新排班' : null
}

function notPast({ clock }: Pick<ReadContext, 'clock'>, fromOn: string): string {
  if (fromOn < clock.today()) throw new AppError('shifts.past', 'precondition', `已经过去的日子不重新排，请从 ${clock.today()} 或以后的日子起`, { places: [{ field: 'fromOn', message: '不能早于今天' }] })
  return fromOn
}
