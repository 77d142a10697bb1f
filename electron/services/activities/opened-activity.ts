import { AppError } from '../../../shared/errors.ts'
import type { Write } from '../../dispatch/context.ts'
import { type Activity, activityById } from './activity-queries.ts'

/** That the activity is still the one that was opened and not in the recycle bin. @throws `activities.removed`, `activities.changed` */
export function assertStillOpened(activity: Activity, revision: number | null): void {
  if (activity.removedAt !== null) throw new AppError('activities.removed', 'precondition', `「${activity.title}」在回收站里，请先恢复再修改`)
  if (activity.revision !== revision) {
    throw new AppError('activities.changed', 'conflict', '这次活动在您打开以后已被别人修改，您的修改还没有保存。请刷新看过新的内容，再改一次。')
  }
}

/** The activity as it stands, if it may be written on: a cancelled one is taken back first. @throws also `activities.cancelled` */
export function openTx(w: Write, id: string, revision: number | null): Activity {
  const activity = activityById(w.tx, id)
  assertStillOpened(activity, revision)
  if (activity.cancelledAt !== null) throw new AppError('activities.cancelled', 'precondition', `「${activity.title}」已取消，请先撤回取消再修改`)
  return activity
}
