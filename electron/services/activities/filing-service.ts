import { eq, max } from 'drizzle-orm'
import { activityFilingTable } from '../../../db/schema/activities.ts'
import { changedSince, type FilingStep, allowedSteps } from '../../../shared/domain/activities/activity-filing.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Write, WriteContext } from '../../dispatch/context.ts'
import { assertMayReadStudio, assertMayWriteStudio, mayWriteStudio } from '../studios/studio-scope.ts'
import { type Activity, activityById } from './activity-queries.ts'
import { actorIn, asFiling, filingById, filingsOf, type StoredFiling } from './filing-queries.ts'
import { openTx } from './opened-activity.ts'

export interface Submission {
  readonly activityId: string
  readonly revision: number
  readonly audience: string | null
  readonly headcount: number | null
  readonly note: string | null
}

/**
 * 送审: hands the activity in as it stands now, for review.
 * @throws `activities.changed`, `activities.removed`, `activities.cancelled`, `activities.notNow`, and what `assertMayWriteStudio` throws
 */
export function submitFiling(ctx: WriteContext, { activityId, revision, audience, headcount, note }: Submission): { id: string } {
  const activity = activityById(ctx.db, activityId)
  assertMayWriteStudio(ctx, activity.studioId)
  return ctx.write(`活动「${activity.title}」（${activity.heldOn}）送审备案`, (w) => {
    const opened = openTx(w, activityId, revision)
    assertStepTx(w, ctx, opened, 'submit')
    const filing: StoredFiling = {
      id: ctx.ids.next(), activityId, ordinal: nextOrdinal(w, activityId), title: opened.title, heldOn: opened.heldOn, place: opened.place, audience: audience || null, headcount, note: note || null,
      submittedAt: ctx.clock.now(), submittedByAccountId: ctx.actor.accountId, withdrawnAt: null,
      decision: null, decidedAt: null, decidedByAccountId: null, approvedOn: null, approver: null, fileNo: null, decisionNote: null,
    }
    w.tx.insert(activityFilingTable).values(filing).run()
    w.changed('activityFiling', activityId, null, filing)
    return { id: filing.id }
  })
}

/** Takes a submission back before anybody has decided on it. @throws `activities.noFiling`, `activities.notNow` */
export function withdrawFiling(ctx: WriteContext, id: string): void {
  const activity = activityById(ctx.db, filingById(ctx.db, id).activityId)
  assertMayWriteStudio(ctx, activity.studioId)
  ctx.write(`撤回「${activity.title}」（${activity.heldOn}）的备案`, (w) => stepTx(w, ctx, id, 'withdraw', { withdrawnAt: ctx.clock.now() }))
}

export interface Approval {
  readonly filingIds: readonly string[]
  readonly approvedOn: string
  readonly approver: string | null
  readonly fileNo: string | null
  readonly note: string | null
}

/** All of them or none. @throws `activities.noFiling`, `activities.notNow`, `activities.approvedTooSoon` */
export function approveFilings(ctx: WriteContext, { filingIds, approvedOn, approver, fileNo, note }: Approval): { approved: number } {
  const ids = [...new Set(filingIds)]
  if (approvedOn > ctx.clock.today()) {
    throw new AppError('activities.approvedTooSoon', 'invalid', '批准日期不能晚于今天', { places: [{ field: 'approvedOn', message: '不能晚于今天' }] })
  }
  ctx.write(`批准备案：${titlesOf(ctx, ids)}`, (w) => {
    for (const id of ids) stepTx(w, ctx, id, 'approve', { ...decided(ctx, 'approved'), approvedOn, approver: approver || null, fileNo: fileNo || null, decisionNote: note || null })
  })
  return { approved: ids.length }
}

/** @throws `activities.noFiling`, `activities.notNow` */
export function returnFiling(ctx: WriteContext, { id, reason }: { id: string; reason: string }): void {
  ctx.write(`退回备案：${titlesOf(ctx, [id])}`, (w) => stepTx(w, ctx, id, 'return', { ...decided(ctx, 'returned'), decisionNote: reason }))
}

/** What was decided is taken back; the submissions wait again. @throws `activities.noFiling`, `activities.notNow` */
export function reopenFilings(ctx: WriteContext, filingIds: readonly string[]): { waiting: number } {
  const ids = [...new Set(filingIds)]
  ctx.write(`撤销对备案的处理：${titlesOf(ctx, ids)}`, (w) => {
    for (const id of ids) {
      stepTx(w, ctx, id, 'reopen', { decision: null, decidedAt: null, decidedByAccountId: null, approvedOn: null, approver: null, fileNo: null, decisionNote: null })
    }
  })
  return { waiting: ids.length }
}

function nextOrdinal(w: Write, activityId: string): number {
  const last = w.tx.select({ ordinal: max(activityFilingTable.ordinal) }).from(activityFilingTable).where(eq(activityFilingTable.activityId, activityId)).get()
  return (last?.ordinal ?? 0) + 1
}

type Change = Partial<Omit<StoredFiling, 'id' | 'activityId'>>

function decided(ctx: WriteContext, decision: 'approved' | 'returned'): Change {
  return { decision, decidedAt: ctx.clock.now(), decidedByAccountId: ctx.actor.accountId }
}

function stepTx(w: Write, ctx: WriteContext, id: string, step: FilingStep, change: Change): void {
  const before = filingById(w.tx, id)
  const activity = activityById(w.tx, before.activityId)
  assertMayReadStudio(ctx, activity.studioId)
  if (filingsOf(w.tx, [activity.id]).get(activity.id)?.id !== id) throw notNow(activity)
  assertStepTx(w, ctx, activity, step)
  w.tx.update(activityFilingTable).set(change).where(eq(activityFilingTable.id, id)).run()
  w.changed('activityFiling', activity.id, before, { ...before, ...change })
}

/** @throws `activities.notNow` when the step is not open to this person in the state that the filing is in, or the activity is called off or removed */
function assertStepTx(w: Write, ctx: WriteContext, activity: Activity, step: FilingStep): void {
  const stored = filingsOf(w.tx, [activity.id]).get(activity.id)
  const filing = stored ? asFiling(stored) : null
  const steps = allowedSteps(filing, filing ? changedSince(filing.filed, activity) : [], actorIn(ctx, mayWriteStudio(ctx, activity.studioId)))
  if (steps.includes(step) && activity.removedAt === null && activity.cancelledAt === null) return
  if ((step === 'approve' || step === 'return') && filing?.decision === null && filing.submittedByAccountId === ctx.actor.accountId) {
    throw new AppError('activities.ownFiling', 'forbidden', `「${activity.title}」是您自己送审的，请由别人审批`)
  }
  throw notNow(activity)
}

function notNow({ title }: Activity): AppError {
  return new AppError('activities.notNow', 'conflict', `「${title}」的备案已有变化，这一步现在不能做，请刷新后再看`)
}

/** 「全旗讲座」（2026-10-20）等 3 个 */
function titlesOf(ctx: WriteContext, ids: readonly string[]): string {
  const [first] = ids.map((id) => filingById(ctx.db, id))
  return `「${first?.title ?? ''}」（${first?.heldOn ?? ''}）${ids.length > 1 ? `等 ${ids.length} 个` : ''}`
}
