import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { accountTable } from '../../../db/schema/accounts.ts'
import { dutyLogTable, dutyShiftTable } from '../../../db/schema/shifts.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import { logFacts, type LogFacts, type Round, type RoundInWords, type RoundWithLog } from '../../../shared/contract/shifts.ts'
import { roleMay } from '../../../shared/domain/accounts/permissions.ts'
import { findingsOf, itemFaults } from '../../../shared/domain/shifts/duty-log.ts'
import { shiftInWords } from '../../../shared/domain/shifts/shift-words.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext, WriteContext } from '../../dispatch/context.ts'
import { attachmentsOf } from '../files/attachments-service.ts'
import { personNames } from '../people/people-service.ts'
import { factsOfPlan, type Plan, planById, ruleOf, slotOf } from './plan-records.ts'
import { roundKey } from './rounds.ts'
import { mayManage } from './swaps.ts'

export type DutyLog = typeof dutyLogTable.$inferSelect

/** @throws `shifts.noLog` */
export function logById(db: ReadDb, id: string): DutyLog {
  const log = db.select().from(dutyLogTable).where(eq(dutyLogTable.id, id)).get()
  if (!log) throw new AppError('shifts.noLog', 'notFound', '没有找到这条值勤记录，请刷新后再看')
  return log
}

/** The round as its form shows it. @throws `shifts.noRound` when nobody is on duty there then */
export function roundForWriting(ctx: ReadContext, round: Round) {
  const { db } = ctx
  const plan = planById(db, round.planId)
  const { rule, pool } = factsOfPlan(db, plan)
  const words = roundInWords(db, plan, round)
  const log = logOfRound(db, round)
  if (words.onDuty.length === 0 && log === undefined) throw noRound()
  const names = personNames(db, pool.map(({ personId }) => personId))
  return {
    ...words, log: log === undefined ? null : writtenLog(ctx, log), items: rule.items,
    people: pool.map(({ personId }) => ({ personId, name: names.get(personId) ?? personId })), lastTime: lastTime(ctx, round), mayWrite: mayWriteRound(ctx, words),
  }
}

/** Adds the log of a round or corrects it. @throws `shifts.notYours`, `shifts.notYet`, `shifts.refused`, `shifts.changed`, `shifts.noRound` */
export function saveLog(ctx: WriteContext, { round, revision, facts }: { readonly round: Round; readonly revision: number | null; readonly facts: LogFacts }): { id: string; revision: number } {
  const plan = planById(ctx.db, round.planId)
  const words = roundInWords(ctx.db, plan, round)
  if (words.onDuty.length === 0) throw noRound()
  if (!mayWriteRound(ctx, words)) throw new AppError('shifts.notYours', 'forbidden', '您的账号只能写自己值勤的记录')
  if (round.onDay > ctx.clock.today()) throw new AppError('shifts.notYet', 'precondition', '还没有到这一天，到时再写')
  const [fault, ...others] = itemFaults(facts.items)
  if (fault) throw new AppError('shifts.refused', 'invalid', fault.message, { places: [fault, ...others].map(({ field, message }) => ({ field: `facts.${field}`, message })) })
  return ctx.write(`${revision === null ? '登记' : '修改'}值勤记录 ${shiftInWords({ ...round, slotName: words.slotName })}`, (w) => {
    const before = logOfRound(w.tx, round) ?? null
    if ((before?.revision ?? null) !== revision) throw new AppError('shifts.changed', 'conflict', '这一班的记录在您打开以后已被别人写过，您的内容还没有保存。请刷新看过，再补充')
    const at = ctx.clock.now()
    const { items, ...columns } = facts
    const row = {
      ...columns, items: JSON.stringify(items), findings: findingsOf(items), writtenByPersonId: ctx.actor.personId, writtenByAccountId: ctx.actor.accountId,
      revision: (before?.revision ?? 0) + 1, updatedAt: at,
    }
    const id = before?.id ?? ctx.ids.next()
    if (before) w.tx.update(dutyLogTable).set(row).where(eq(dutyLogTable.id, id)).run()
    else w.tx.insert(dutyLogTable).values({ id, ...round, ...row, createdAt: at }).run()
    w.changed('dutyLog', id, before && logShape(w.tx, before, words), logShape(w.tx, logById(w.tx, id), words))
    return { id, revision: row.revision }
  })
}

/** All rounds of a day, with what was written. */
export function dayLogs(ctx: ReadContext, { onDay, planId }: { readonly onDay: string; readonly planId: string }): { rounds: RoundWithLog[] } {
  const plan = planById(ctx.db, planId)
  const logs = new Map(ctx.db.select().from(dutyLogTable).where(and(eq(dutyLogTable.planId, planId), eq(dutyLogTable.onDay, onDay))).all().map((log) => [roundKey(log), log]))
  const { slots, places } = ruleOf(plan)
  return {
    rounds: slots.flatMap(({ key }) => places.map(({ name }) => ({ planId, onDay, slotKey: key, place: name }))).flatMap((round) => {
      const words = roundInWords(ctx.db, plan, round)
      const log = logs.get(roundKey(round))
      return words.onDuty.length === 0 && log === undefined ? [] : [{ ...words, log: log === undefined ? null : writtenLog(ctx, log) }]
    }),
  }
}

/** Whose log it may be: whoever is on duty there, and the office. */
export function mayWriteRound(ctx: Pick<ReadContext, 'actor'>, { onDuty }: Pick<RoundInWords, 'onDuty'>): boolean {
  return roleMay(ctx.actor.role, 'shifts.own') && (mayManage(ctx) || onDuty.some(({ personId }) => personId === ctx.actor.personId))
}

export function roundInWords(db: ReadDb, plan: Plan, round: Round): RoundInWords {
  const { name: slotName, from, to } = slotOf(ruleOf(plan), round.slotKey)
  const ids = db.select({ personId: dutyShiftTable.personId }).from(dutyShiftTable).where(and(
    eq(dutyShiftTable.planId, round.planId), eq(dutyShiftTable.onDay, round.onDay), eq(dutyShiftTable.slotKey, round.slotKey), eq(dutyShiftTable.place, round.place),
    isNull(dutyShiftTable.droppedByGenerationId),
  )).orderBy(asc(dutyShiftTable.post)).all().flatMap(({ personId }) => personId ?? [])
  const names = personNames(db, ids)
  return { ...round, planName: plan.name, slotName, from, to, onDuty: ids.map((personId) => ({ personId, name: names.get(personId) ?? personId })) }
}

function writtenLog({ db }: Pick<ReadContext, 'db'>, log: DutyLog): NonNullable<RoundWithLog['log']> {
  const by = db.select({ name: accountTable.displayName }).from(accountTable).where(eq(accountTable.id, log.writtenByAccountId)).get()
  const names = personNames(db, [log.writtenByPersonId, log.handedOverToPersonId].flatMap((id) => id ?? []))
  return {
    ...factsOfLog(log), id: log.id, revision: log.revision, updatedAt: log.updatedAt, writtenBy: (log.writtenByPersonId === null ? by?.name : names.get(log.writtenByPersonId)) ?? '',
    handedOverTo: log.handedOverToPersonId === null ? null : names.get(log.handedOverToPersonId) ?? null,
    attachments: attachmentsOf(db, { kind: 'dutyLog', id: log.id }).map(({ id, fileName, mediaType, bytes, addedAt }) => ({ id, fileName, mediaType, bytes, addedAt })),
  }
}

function factsOfLog({ items, classes, teachersLate, teachersAbsent, studentsExpected, studentsPresent, incidents, remark, handedOverToPersonId }: DutyLog): LogFacts {
  return { items: logFacts.shape.items.parse(JSON.parse(items)), classes, teachersLate, teachersAbsent, studentsExpected, studentsPresent, incidents, remark, handedOverToPersonId }
}

/** What this account wrote last in the plan. */
function lastTime({ db, actor }: ReadContext, { planId }: Round): LogFacts | null {
  const last = db.select().from(dutyLogTable).where(and(eq(dutyLogTable.planId, planId), eq(dutyLogTable.writtenByAccountId, actor.accountId))).orderBy(desc(dutyLogTable.updatedAt)).get()
  return last === undefined ? null : factsOfLog(last)
}

function logOfRound(db: ReadDb, { planId, onDay, slotKey, place }: Round): DutyLog | undefined {
  return db.select().from(dutyLogTable).where(and(eq(dutyLogTable.planId, planId), eq(dutyLogTable.onDay, onDay), eq(dutyLogTable.slotKey, slotKey), eq(dutyLogTable.place, place))).get()
}

function noRound(): AppError {
  return new AppError('shifts.noRound', 'notFound', '这一天这个班次没有人值勤，请刷新后再看')
}

function logShape(db: ReadDb, log: DutyLog, words: RoundInWords): Record<string, string | number | null> {
  const facts = factsOfLog(log)
  return {
    班次: shiftInWords({ ...log, slotName: words.slotName }), 值班人: words.onDuty.map(({ name }) => name).join('、'),
    ...Object.fromEntries(facts.items.map(({ name, isNormal, finding }) => [name, isNormal ? '正常' : finding])),
    班级: facts.classes, 教师迟到: facts.teachersLate, 教师缺课: facts.teachersAbsent, 学生应到: facts.studentsExpected, 学生实到: facts.studentsPresent,
    突发情况及处理: facts.incidents, 备注: facts.remark, 交班给: facts.handedOverToPersonId === null ? null : personNames(db, [facts.handedOverToPersonId]).get(facts.handedOverToPersonId) ?? null,
  }
}
