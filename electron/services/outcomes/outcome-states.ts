import { eq } from 'drizzle-orm'
import { outcomeTable } from '../../../db/schema/outcomes.ts'
import { specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Write, WriteContext } from '../../dispatch/context.ts'
import { auditShape } from './outcome-history.ts'
import { mayConfirmIn, type Outcome, outcomeById, readableOutcome, writableOutcome } from './outcome-scope.ts'
import { openTx } from './save-outcome.ts'

type Opened = Pick<Outcome, 'id' | 'revision'>

/**
 * Says that the records are right, all of them or none. @returns them as they stand now, for taking it back
 * @throws `outcomes.none`, `outcomes.notYoursToConfirm`, `outcomes.notSubmitted` (names which), `outcomes.changed`, `outcomes.removed`
 */
export function confirmOutcomes(ctx: WriteContext, items: readonly Opened[]): { confirmed: Opened[] } {
  return ctx.write(`确认${namesOf(ctx, items)}`, (w) => {
    const at = ctx.clock.now()
    const confirmed = items.map(({ id, revision }) => {
      const before = openTx(w, id, revision)
      if (before.state !== 'submitted') throw new AppError('outcomes.notSubmitted', 'precondition', `「${before.title}」不是待确认的记录，请刷新后再看`)
      change(w, before, { state: 'confirmed', returnReason: null, confirmedAt: at, confirmedByAccountId: ctx.actor.accountId }, at)
      return { id, revision: revision + 1 }
    })
    return { confirmed }
  })
}

/** The records wait again, all of them or none. @throws see `confirmOutcomes`; `outcomes.notConfirmed` (names which) */
export function takeBackConfirmation(ctx: WriteContext, items: readonly Opened[]): { waiting: number } {
  return ctx.write(`撤销确认${namesOf(ctx, items)}`, (w) => {
    for (const { id, revision } of items) {
      const before = openTx(w, id, revision)
      if (before.state !== 'confirmed') throw new AppError('outcomes.notConfirmed', 'precondition', `「${before.title}」不是已确认的记录，请刷新后再看`)
      change(w, before, { state: 'submitted', confirmedAt: null, confirmedByAccountId: null }, ctx.clock.now())
    }
    return { waiting: items.length }
  })
}

/** What the log says of them; all of them are the caller's to confirm. */
function namesOf(ctx: WriteContext, items: readonly Opened[]): string {
  const [only, second] = items.map(({ id }) => confirmable(ctx, id))
  return only && !second ? `${specOf(only.kind).name}「${only.title}」（${only.onDay}）` : ` ${items.length} 条成果`
}

/** Gives a record back to its owner with the reason. @throws see `confirmOutcomes` */
export function returnOutcome(ctx: WriteContext, { id, revision, reason }: { id: string; revision: number; reason: string }): { revision: number } {
  const outcome = confirmable(ctx, id)
  return ctx.write(`退回${specOf(outcome.kind).name}「${outcome.title}」（${outcome.onDay}）：${reason}`, (w) => {
    const before = openTx(w, id, revision)
    if (before.state !== 'submitted' && before.state !== 'confirmed') throw new AppError('outcomes.notSubmitted', 'precondition', `「${before.title}」还没有交上来，不必退回`)
    change(w, before, { state: 'returned', returnReason: reason, confirmedAt: null, confirmedByAccountId: null }, ctx.clock.now())
    return { revision: before.revision + 1 }
  })
}

/** Into the recycle bin; evidence stays with it. What is confirmed goes there only through whoever may confirm. @throws `outcomes.isConfirmed` */
export function removeOutcome(ctx: WriteContext, { id, revision, reason }: { id: string; revision: number; reason: string }): void {
  const outcome = writableOutcome(ctx, id)
  refuseIfConfirmed(ctx, outcome, '移走')
  ctx.write(`移除${specOf(outcome.kind).name}「${outcome.title}」（${outcome.onDay}）`, (w) => {
    removeTx(w, openTx(w, id, revision), reason, ctx.clock.now())
  })
}

/** @param at the moment of it */
export function removeTx(w: Write, outcome: Outcome, reason: string, at: string): void {
  change(w, outcome, { removedAt: at, removedReason: reason }, at)
}

export function bringBackOutcome(ctx: WriteContext, id: string): void {
  const outcome = writableOutcome(ctx, id)
  if (outcome.removedAt === null) return ctx.nothingToWrite()
  ctx.write(`恢复${specOf(outcome.kind).name}「${outcome.title}」（${outcome.onDay}）`, (w) => {
    change(w, outcomeById(w.tx, id), { removedAt: null, removedReason: null }, ctx.clock.now())
  })
}

/** What has been looked at is not taken apart behind the back of whoever looked at it. @throws `outcomes.isConfirmed` */
export function refuseIfConfirmed(ctx: WriteContext, outcome: Outcome, what: string): void {
  if (outcome.state !== 'confirmed' || mayConfirmIn(ctx, outcome.studioId)) return
  throw new AppError('outcomes.isConfirmed', 'precondition', `「${outcome.title}」已经确认，不能${what}。请主持人或教务处先退回。`)
}

function confirmable(ctx: WriteContext, id: string): Outcome {
  const outcome = readableOutcome(ctx, id)
  if (!mayConfirmIn(ctx, outcome.studioId)) {
    throw new AppError('outcomes.notYoursToConfirm', 'forbidden', `「${outcome.title}」不属于您主持的工作室，由它的主持人或教务处确认`)
  }
  return outcome
}

function change(w: Write, before: Outcome, set: Partial<Outcome>, at: string): void {
  const shape = auditShape(w.tx, before)
  w.tx.update(outcomeTable).set({ ...set, revision: before.revision + 1, updatedAt: at }).where(eq(outcomeTable.id, before.id)).run()
  w.changed('outcome', before.id, shape, auditShape(w.tx, outcomeById(w.tx, before.id)))
}
