import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm'
import { isAmong } from '../../../db/is-among.ts'
import { personTable } from '../../../db/schema/people.ts'
import { dutyShiftTable, shiftPlanTable, shiftPoolTable } from '../../../db/schema/shifts.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import { type ShiftPlanFacts, type ShiftPlanRow, shiftPlanFacts, shiftRule } from '../../../shared/contract/shifts.ts'
import { daysBetween } from '../../../shared/domain/dates/day.ts'
import { dutyDayRuleNames, planStateNames, shiftKindNames, type ShiftSlot } from '../../../shared/domain/shifts/shift-plan.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext, Write, WriteContext } from '../../dispatch/context.ts'
import { personNames } from '../people/people-service.ts'
import { listTerms } from '../school/calendar-service.ts'

export type Plan = typeof shiftPlanTable.$inferSelect
type Pool = ShiftPlanFacts['pool']
const unableShape = shiftPlanFacts.shape.pool.unwrap().shape.unable
const longestDays = 400

/** @throws `shifts.noPlan` */
export function planById(db: ReadDb, id: string): Plan {
  const plan = db.select().from(shiftPlanTable).where(and(eq(shiftPlanTable.id, id), isNull(shiftPlanTable.removedAt))).get()
  if (!plan) throw new AppError('shifts.noPlan', 'notFound', '没有找到这份值班安排，请回到「值勤」重新打开')
  return plan
}

/** The plan if it is still as it was opened. @throws `shifts.noPlan`, `shifts.changed` */
export function openPlan(db: ReadDb, id: string, revision: number | null): Plan {
  const plan = planById(db, id)
  if (plan.revision !== revision) throw new AppError('shifts.changed', 'conflict', `「${plan.name}」在您打开以后已被别人修改，请刷新看过新的内容，再改一次`)
  return plan
}

/** What stands in the plan, its people in the order of the list. */
export function factsOfPlan(db: ReadDb, { id, name, kind, termKey, fromOn, toOn, rule }: Plan): ShiftPlanFacts {
  const pool = db.select().from(shiftPoolTable).where(eq(shiftPoolTable.planId, id)).orderBy(asc(shiftPoolTable.ordinal)).all()
    .map(({ personId, unable }) => ({ personId, unable: unableShape.parse(JSON.parse(unable)) }))
  return { name, kind, termKey, fromOn, toOn, rule: ruleOf({ rule }), pool }
}

export function ruleOf({ rule }: Pick<Plan, 'rule'>): ShiftPlanFacts['rule'] {
  return shiftRule.parse(JSON.parse(rule))
}

/** A slot of the plan; one that the plan no longer has keeps a line. */
export function slotOf(rule: Pick<ShiftPlanFacts['rule'], 'slots'>, key: string): ShiftSlot {
  return rule.slots.find((slot) => slot.key === key) ?? { key, name: '（已取消的班次）', from: '00:00', to: '00:00' }
}

export function listPlans(db: ReadDb, termKey: string): ShiftPlanRow[] {
  return db.select({
    id: shiftPlanTable.id, name: shiftPlanTable.name, kind: shiftPlanTable.kind, state: shiftPlanTable.state, fromOn: shiftPlanTable.fromOn, toOn: shiftPlanTable.toOn,
    revision: shiftPlanTable.revision, people: sql<number>`(select count(*) from ${shiftPoolTable} where ${shiftPoolTable.planId} = ${shiftPlanTable.id})`,
  }).from(shiftPlanTable).where(and(eq(shiftPlanTable.termKey, termKey), isNull(shiftPlanTable.removedAt))).orderBy(asc(shiftPlanTable.fromOn), asc(shiftPlanTable.createdAt)).all()
}

/** @throws `shifts.refused` with places, `shifts.changed`, `shifts.noPlan` */
export function savePlan(ctx: WriteContext, { id, revision, facts }: { readonly id: string | null; readonly revision: number | null; readonly facts: ShiftPlanFacts }): { id: string; revision: number } {
  checkPlan(ctx, facts)
  return ctx.write(`${id === null ? '新建' : '修改'}值班安排「${facts.name}」`, (w) => {
    const before = id === null ? null : openPlan(w.tx, id, revision)
    if (before) refuseLostSlots(ctx, w, before, facts)
    const at = ctx.clock.now()
    const { pool, rule, ...columns } = facts
    const row = { ...columns, rule: JSON.stringify(rule), revision: (before?.revision ?? 0) + 1, updatedAt: at }
    const planId = before?.id ?? ctx.ids.next()
    const shapeBefore = before && planShape(w.tx, before)
    if (before) w.tx.update(shiftPlanTable).set(row).where(eq(shiftPlanTable.id, planId)).run()
    else w.tx.insert(shiftPlanTable).values({ id: planId, ...row, state: 'draft', createdAt: at }).run()
    writePoolTx(w, planId, pool)
    w.changed('shiftPlan', planId, shapeBefore, planShape(w.tx, planById(w.tx, planId)))
    return { id: planId, revision: row.revision }
  })
}

/** Only a draft: a rota that was lived by stays. @throws `shifts.inForce` */
export function removePlan(ctx: WriteContext, { id, revision, reason }: { readonly id: string; readonly revision: number; readonly reason: string }): void {
  const plan = planById(ctx.db, id)
  ctx.write(`移除值班安排「${plan.name}」`, (w) => {
    const before = openPlan(w.tx, id, revision)
    if (before.state !== 'draft') throw new AppError('shifts.inForce', 'precondition', '已经执行的值班安排不能移除。要停止，请把结束日期改早，再从那一天起重新排班。')
    const removed = { removedAt: ctx.clock.now(), removedReason: reason }
    w.tx.update(shiftPlanTable).set({ ...removed, revision: before.revision + 1 }).where(eq(shiftPlanTable.id, id)).run()
    w.changed('shiftPlan', id, planShape(w.tx, before), null)
  })
}

/** What only the records can tell about the form. */
export function checkPlan(ctx: Pick<ReadContext, 'db'>, facts: ShiftPlanFacts): void {
  const { fromOn, toOn, rule } = facts
  if (!listTerms(ctx.db).some(({ key }) => key === facts.termKey)) throw refusal('termKey', '没有这个学期，请先在「设置 → 学期」里补上')
  if (fromOn > toOn) throw refusal('toOn', '结束日期不能早于开始日期')
  if (daysBetween(fromOn, toOn) > longestDays) throw refusal('toOn', '一份值班安排最长一年，请分开排')
  if (rule.days !== 'daysOff' && rule.weekdays.length === 0) throw refusal('rule.weekdays', '请选择星期几值勤')
  if (facts.pool.some(({ unable }) => unable.spans.some((span) => span.fromOn > span.toOn))) throw refusal('pool', '不能值勤的日期：结束不能早于开始')
  const ids = facts.pool.map(({ personId }) => personId)
  const found = ctx.db.select({ id: personTable.id }).from(personTable).where(and(isAmong(personTable.id, ids), isNull(personTable.removedAt))).all()
  if (found.length < ids.length) throw refusal('pool', '值勤的人有的已不在人员名单里，请重新选择')
}

function refusal(field: string, message: string): AppError {
  return new AppError('shifts.refused', 'invalid', message, { places: [{ field: `facts.${field}`, message }] })
}

/** A slot in which somebody has been on duty keeps its line, otherwise nobody could tell how long it was. */
function refuseLostSlots(ctx: WriteContext, w: Write, before: Plan, facts: ShiftPlanFacts): void {
  const used = w.tx.selectDistinct({ key: dutyShiftTable.slotKey }).from(dutyShiftTable)
    .where(and(eq(dutyShiftTable.planId, before.id), isNull(dutyShiftTable.droppedByGenerationId), lt(dutyShiftTable.onDay, ctx.clock.today()))).all()
  const lost = used.find(({ key }) => !facts.rule.slots.some((slot) => slot.key === key))
  if (lost) throw refusal('rule.slots', `班次「${slotOf(ruleOf(before), lost.key).name}」已经有人值过，不能去掉；可以另建一份值班安排`)
}

function writePoolTx(w: Write, planId: string, pool: Pool): void {
  w.tx.delete(shiftPoolTable).where(eq(shiftPoolTable.planId, planId)).run()
  for (const [index, { personId, unable }] of pool.entries()) {
    w.tx.insert(shiftPoolTable).values({ planId, personId, ordinal: index + 1, unable: JSON.stringify(unable) }).run()
  }
}

/** The plan as it stands in the log, in words. */
export function planShape(db: ReadDb, plan: Plan): Record<string, string | null> {
  const { name, kind, fromOn, toOn, rule, pool } = factsOfPlan(db, plan)
  const names = personNames(db, pool.map(({ personId }) => personId))
  return {
    名称: name, 类别: shiftKindNames[kind], 状态: planStateNames[plan.state], 开始日期: fromOn, 结束日期: toOn, 值勤的日子: dutyDayRuleNames[rule.days],
    班次: rule.slots.map((slot) => `${slot.name} ${slot.from}–${slot.to}`).join('、'), 地点: rule.places.map((place) => `${place.name} ${place.posts} 人`).join('、'),
    检查内容: rule.items.join('、'), 值班要求: rule.requirements, 换班: rule.swapsNeedApproval ? '需教务处批准' : '双方同意即可',
    人员: pool.map(({ personId }) => names.get(personId) ?? personId).join('、'), 移入回收站: plan.removedAt, 移入回收站的原因: plan.removedReason,
  }
}
