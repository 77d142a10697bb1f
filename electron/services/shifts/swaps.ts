import { and, asc, desc, eq, inArray, or, type SQL } from 'drizzle-orm'
import { dutyShiftTable, shiftPlanTable, shiftSwapTable } from '../../../db/schema/shifts.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { ShiftSwap } from '../../../shared/contract/shifts.ts'
import { roleMay } from '../../../shared/domain/accounts/permissions.ts'
import { unableOn } from '../../../shared/domain/shifts/make-rota.ts'
import { shiftInWords } from '../../../shared/domain/shifts/shift-words.ts'
import { changesOfSwap, type PersonChange, type SwapState, swapStateNames } from '../../../shared/domain/shifts/swap-shift.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext, Write, WriteContext } from '../../dispatch/context.ts'
import { personById, personNames } from '../people/people-service.ts'
import { comingShifts, onDutyOn, replacePersonTx, shiftById, shiftWords } from './change-shift.ts'
import { factsOfPlan, planById, ruleOf, slotOf } from './plan-records.ts'

type Swap = typeof shiftSwapTable.$inferSelect
type Caller = Pick<ReadContext, 'db' | 'actor'>
const openStates: SwapState[] = ['asked', 'consented']

export const mayManage = ({ actor }: Pick<ReadContext, 'actor'>): boolean => roleMay(actor.role, 'shifts.write')

/** Asks somebody for a swap: for her own shift, or by the office for whoever is on it. @throws `shifts.notYours`, `shifts.cannotSwap`, `shifts.alreadyAsked` */
export function askSwap(ctx: WriteContext, input: { readonly shiftId: string; readonly withPersonId: string; readonly inExchangeShiftId: string | null; readonly reason: string }): { id: string } {
  const shift = shiftById(ctx.db, input.shiftId)
  const askedBy = shift.personId
  if (askedBy === null) throw new AppError('shifts.cannotSwap', 'precondition', '这一班还没有人，请直接改派')
  if (!mayManage(ctx) && askedBy !== ctx.actor.personId) throw notYours('您的账号只能为自己的班申请换班')
  return ctx.write(`申请换班 ${shiftWords(ctx.db, shift)}：${personById(ctx.db, askedBy).name} → ${personById(ctx.db, input.withPersonId).name}`, (w) => {
    const at = ctx.clock.now()
    const swap: Swap = {
      id: ctx.ids.next(), shiftId: input.shiftId, askedByPersonId: askedBy, withPersonId: input.withPersonId, inExchangeShiftId: input.inExchangeShiftId, reason: input.reason, state: 'asked',
      paperNote: null, answer: null, consentedAt: null, decidedAt: null, revision: 1, createdAt: at, updatedAt: at,
    }
    changesTx(ctx, w, swap)
    const pending = w.tx.select().from(shiftSwapTable).where(and(eq(shiftSwapTable.shiftId, input.shiftId), inArray(shiftSwapTable.state, openStates))).get()
    if (pending) throw new AppError('shifts.alreadyAsked', 'precondition', '这一班已经在申请换班，请先等对方答复，或撤回后再申请')
    w.tx.insert(shiftSwapTable).values(swap).run()
    w.changed('shiftSwap', swap.id, null, swapShape(w.tx, swap))
    return { id: swap.id }
  })
}

/** Consent or refusal of the one who was asked: by herself, or by the office from her paper. @throws `shifts.notYours`, `shifts.swapOver`, `shifts.cannotSwap` */
export function answerSwap(
  ctx: WriteContext, input: { readonly id: string; readonly revision: number; readonly consents: boolean; readonly answer: string | null; readonly paperNote: string | null },
): { state: SwapState } {
  const asked = swapById(ctx.db, input.id)
  const isHerself = asked.withPersonId === ctx.actor.personId
  if (!isHerself && !mayManage(ctx)) throw notYours('换班要由对方本人登录后答复')
  if (!isHerself && (input.paperNote ?? '') === '') {
    throw new AppError('shifts.noPaper', 'invalid', '代登记对方的答复时，请写明依据（例如：本人签字的换班条）', { places: [{ field: 'paperNote', message: '请写明依据' }] })
  }
  const { name } = personById(ctx.db, asked.withPersonId)
  return ctx.write(`${name}${input.consents ? '同意' : '不同意'}换班${isHerself ? '' : `（${input.paperNote}）`}`, (w) => {
    const swap = openSwap(w.tx, input.id, input.revision, ['asked'])
    const at = ctx.clock.now()
    const answered = { answer: input.answer, paperNote: isHerself ? null : input.paperNote, consentedAt: input.consents ? at : null }
    if (!input.consents) return decideTx(ctx, w, swap, { ...answered, state: 'refused' })
    changesTx(ctx, w, swap)
    const { swapsNeedApproval } = ruleOf(planById(w.tx, shiftById(w.tx, swap.shiftId).planId))
    if (swapsNeedApproval && !mayManage(ctx)) return decideTx(ctx, w, swap, { ...answered, state: 'consented' })
    return decideTx(ctx, w, swap, { ...answered, state: 'done' })
  })
}

/** The office's word, where the plan asks for it. @throws `shifts.swapOver`, `shifts.cannotSwap` */
export function approveSwap(ctx: WriteContext, input: { readonly id: string; readonly revision: number; readonly approves: boolean; readonly answer: string | null }): { state: SwapState } {
  return ctx.write(`${input.approves ? '批准' : '不批准'}换班`, (w) => {
    const swap = openSwap(w.tx, input.id, input.revision, ['consented'])
    return decideTx(ctx, w, swap, { state: input.approves ? 'done' : 'refused', answer: input.answer ?? swap.answer })
  })
}

/** @throws `shifts.notYours`, `shifts.swapOver` */
export function withdrawSwap(ctx: WriteContext, { id, revision }: { readonly id: string; readonly revision: number }): void {
  const asked = swapById(ctx.db, id)
  if (asked.askedByPersonId !== ctx.actor.personId && !mayManage(ctx)) throw notYours('只有申请的人能撤回')
  ctx.write('撤回换班申请', (w) => {
    decideTx(ctx, w, openSwap(w.tx, id, revision, openStates), { state: 'withdrawn' })
  })
}

/** Swaps that this account has to do with and that are not over. */
export function openSwapsOf(ctx: ReadContext): ShiftSwap[] {
  const { personId } = ctx.actor
  const mine = personId === null ? undefined : or(eq(shiftSwapTable.askedByPersonId, personId), eq(shiftSwapTable.withPersonId, personId))
  if (mine === undefined && !mayManage(ctx)) return []
  return swapsWhere(ctx, and(inArray(shiftSwapTable.state, openStates), mayManage(ctx) ? undefined : mine))
}

export function swapsOfTerm(ctx: ReadContext, termKey: string): ShiftSwap[] {
  return swapsWhere(ctx, eq(shiftPlanTable.termKey, termKey))
}

/** With whom the shift can be swapped: the people of its plan who are free that day, with their coming shifts. */
export function swapChoices(ctx: ReadContext, shiftId: string) {
  const { db, clock } = ctx
  const shift = shiftById(db, shiftId)
  const { pool, rule } = factsOfPlan(db, planById(db, shift.planId))
  const busy = new Set(onDutyOn(db, shift.onDay).map(({ personId }) => personId))
  const hers = new Set(comingShifts(db, shift.planId, clock.today()).filter(({ personId }) => personId === shift.personId).map(({ onDay }) => onDay))
  const coming = Map.groupBy(comingShifts(db, shift.planId, clock.today()), ({ personId }) => personId)
  const names = personNames(db, pool.map(({ personId }) => personId))
  return {
    people: pool.filter(({ personId }) => !busy.has(personId)).map(({ personId, unable }) => ({
      personId, name: names.get(personId) ?? personId, unable: unableOn(unable, shift.onDay),
      shifts: (coming.get(personId) ?? []).filter(({ onDay }) => onDay !== shift.onDay && !hers.has(onDay))
        .map(({ id, onDay, slotKey, place }) => ({ id, words: shiftInWords({ onDay, slotName: slotOf(rule, slotKey).name, place }) })),
    })),
  }
}

function changesTx(ctx: Pick<ReadContext, 'clock'>, w: Write, swap: Swap): readonly PersonChange[] {
  const outcome = changesOfSwap({
    shift: shiftById(w.tx, swap.shiftId), askedBy: swap.askedByPersonId, withPerson: swap.withPersonId,
    inExchange: swap.inExchangeShiftId === null ? null : shiftById(w.tx, swap.inExchangeShiftId),
  }, ctx.clock.today(), (day) => onDutyOn(w.tx, day))
  if ('fault' in outcome) throw new AppError('shifts.cannotSwap', 'precondition', outcome.fault)
  return outcome.changes
}

function decideTx(ctx: WriteContext, w: Write, swap: Swap, decided: Partial<Swap> & Pick<Swap, 'state'>): { state: SwapState } {
  const at = ctx.clock.now()
  if (decided.state === 'done') {
    for (const { shiftId, to } of changesTx(ctx, w, swap)) replacePersonTx(ctx, w, shiftById(w.tx, shiftId), { toPersonId: to, source: 'swap', reason: `换班：${swap.reason}` })
  }
  const row = { ...decided, decidedAt: decided.state === 'consented' ? null : at, revision: swap.revision + 1, updatedAt: at }
  w.tx.update(shiftSwapTable).set(row).where(eq(shiftSwapTable.id, swap.id)).run()
  w.changed('shiftSwap', swap.id, swapShape(w.tx, swap), swapShape(w.tx, { ...swap, ...row }))
  return { state: decided.state }
}

function swapById(db: ReadDb, id: string): Swap {
  const swap = db.select().from(shiftSwapTable).where(eq(shiftSwapTable.id, id)).get()
  if (!swap) throw new AppError('shifts.noSwap', 'notFound', '没有找到这个换班申请，请刷新后再看')
  return swap
}

function openSwap(db: ReadDb, id: string, revision: number, states: readonly SwapState[]): Swap {
  const swap = swapById(db, id)
  if (swap.revision !== revision) throw new AppError('shifts.changed', 'conflict', '这个换班申请刚刚有了变化，请刷新后再看')
  if (!states.includes(swap.state)) throw new AppError('shifts.swapOver', 'precondition', `这个换班申请现在是「${swapStateNames[swap.state]}」，不能这样处理`)
  return swap
}

function notYours(message: string): AppError {
  return new AppError('shifts.notYours', 'forbidden', message)
}

function swapsWhere(ctx: Caller, condition: SQL | undefined): ShiftSwap[] {
  const { db, actor } = ctx
  const rows = db.select({ swap: shiftSwapTable, shift: dutyShiftTable, plan: shiftPlanTable }).from(shiftSwapTable)
    .innerJoin(dutyShiftTable, eq(shiftSwapTable.shiftId, dutyShiftTable.id)).innerJoin(shiftPlanTable, eq(dutyShiftTable.planId, shiftPlanTable.id))
    .where(condition).orderBy(desc(shiftSwapTable.createdAt), asc(shiftSwapTable.id)).all()
  const names = personNames(db, rows.flatMap(({ swap }) => [swap.askedByPersonId, swap.withPersonId]))
  const named = (personId: string) => ({ personId, name: names.get(personId) ?? personId })
  return rows.map(({ swap, shift, plan }): ShiftSwap => {
    const exchanged = swap.inExchangeShiftId === null ? undefined : db.select().from(dutyShiftTable).where(eq(dutyShiftTable.id, swap.inExchangeShiftId)).get()
    const words = ({ onDay, slotKey, place }: typeof shift) => shiftInWords({ onDay, slotName: slotOf(ruleOf(plan), slotKey).name, place })
    const { id, state, reason, answer, paperNote, createdAt, revision } = swap
    return {
      id, planId: plan.id, planName: plan.name, state, reason, answer, paperNote, createdAt, revision, askedBy: named(swap.askedByPersonId), withPerson: named(swap.withPersonId),
      shift: { id: shift.id, words: words(shift), onDay: shift.onDay },
      inExchange: exchanged === undefined ? null : { id: exchanged.id, words: words(exchanged), onDay: exchanged.onDay },
      mayAnswer: state === 'asked' && swap.withPersonId === actor.personId, mayEnterConsent: state === 'asked' && swap.withPersonId !== actor.personId && mayManage(ctx),
      mayApprove: state === 'consented' && mayManage(ctx),
      mayWithdraw: openStates.includes(state) && roleMay(actor.role, 'shifts.own') && (swap.askedByPersonId === actor.personId || mayManage(ctx)),
    }
  })
}

function swapShape(db: ReadDb, swap: Swap): Record<string, string | null> {
  const names = personNames(db, [swap.askedByPersonId, swap.withPersonId])
  const wordsOf = (id: string) => {
    const shift = db.select().from(dutyShiftTable).where(eq(dutyShiftTable.id, id)).get()
    return shift ? shiftWords(db, shift) : id
  }
  return {
    申请人: names.get(swap.askedByPersonId) ?? null, 换给: names.get(swap.withPersonId) ?? null, 班次: wordsOf(swap.shiftId),
    交换的班次: swap.inExchangeShiftId === null ? null : wordsOf(swap.inExchangeShiftId), 原因: swap.reason, 状态: swapStateNames[swap.state], 答复: swap.answer, 依据: swap.paperNote,
  }
}
