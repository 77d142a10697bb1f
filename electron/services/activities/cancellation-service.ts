import { and, eq, isNull } from 'drizzle-orm'
import { activityTable } from '../../../db/schema/activities.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Write, WriteContext } from '../../dispatch/context.ts'
import { assertMayWriteStudio } from '../studios/studio-scope.ts'
import { type Activity, activityById } from './activity-queries.ts'
import { assertStillOpened } from './opened-activity.ts'

/** Calls an activity off: it stays visible, keeps what was entered, and counts nowhere. @throws `activities.changed`, `activities.removed`, `activities.cancelled` */
export function cancelActivity(ctx: WriteContext, { id, revision, reason }: { id: string; revision: number; reason: string }): void {
  const activity = activityById(ctx.db, id)
  assertMayWriteStudio(ctx, activity.studioId)
  ctx.write(`取消活动「${activity.title}」（${activity.heldOn}）`, (w) => {
    const before = activityById(w.tx, id)
    assertStillOpened(before, revision)
    if (before.cancelledAt !== null) throw new AppError('activities.cancelled', 'precondition', `「${activity.title}」已经取消过了`)
    setTx(w, ctx, before, { cancelledAt: ctx.clock.now(), cancelledReason: reason })
  })
}

/** The activity takes place after all, with everything that stood in it. @throws `activities.removed` */
export function takeBackCancellation(ctx: WriteContext, id: string): void {
  const activity = activityById(ctx.db, id)
  assertMayWriteStudio(ctx, activity.studioId)
  if (activity.cancelledAt === null) return ctx.nothingToWrite()
  ctx.write(`撤回取消，活动「${activity.title}」（${activity.heldOn}）照常`, (w) => {
    const before = activityById(w.tx, id)
    assertStillOpened(before, before.revision)
    setTx(w, ctx, before, { cancelledAt: null, cancelledReason: null })
  })
}

/** The cancelled activity that is to be made up for. @throws `activities.notToMakeUp` when it is none of the studio's, stands, or has been made up for already */
export function toMakeUpTx(w: Write, id: string, studioId: string): Activity {
  const activity = activityById(w.tx, id)
  const refuse = (message: string) => new AppError('activities.notToMakeUp', 'precondition', message)
  if (activity.studioId !== studioId) throw refuse('补开的活动要登记在原来的工作室')
  if (activity.cancelledAt === null || activity.removedAt !== null) throw refuse(`「${activity.title}」没有取消，不用补开`)
  const already = w.tx.select({ heldOn: activityTable.heldOn }).from(activityTable)
    .where(and(eq(activityTable.replacesId, id), isNull(activityTable.removedAt), isNull(activityTable.cancelledAt))).get()
  if (already) throw refuse(`「${activity.title}」已在 ${already.heldOn} 补开`)
  return activity
}

function setTx(w: Write, ctx: WriteContext, before: Activity, change: Pick<Activity, 'cancelledAt' | 'cancelledReason'>): void {
  const after = { ...change, revision: before.revision + 1, updatedAt: ctx.clock.now() }
  w.tx.update(activityTable).set(after).where(eq(activityTable.id, before.id)).run()
  w.changed('activity', before.id, before, { ...before, ...after })
}
