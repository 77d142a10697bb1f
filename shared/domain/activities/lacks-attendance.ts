import type { Day } from '../dates/day.ts'
import { activityState, type Dated } from './activity-state.ts'

interface Marked extends Dated {
  readonly attendance: { readonly expected: number }
}

/** Whether an activity was held before today and nobody has been marked yet; one of today or later may still wait, a cancelled one is not asked. */
export function lacksAttendance(activity: Marked, today: Day): boolean {
  return activityState(activity, today) === 'held' && activity.attendance.expected === 0
}

/** 12 次活动（3 次还没到日子），1 次已取消，1 次未记出勤: the term's activities in one line; what was called off is not among the first figure. */
export function activitiesInWords(rows: readonly Marked[], today: Day): string {
  if (rows.length === 0) return '还没有活动'
  const standing = rows.filter(({ cancelledAt }) => cancelledAt === null)
  const coming = standing.filter(({ heldOn }) => heldOn > today).length
  const open = standing.filter((row) => lacksAttendance(row, today)).length
  const entered = standing.some(({ attendance }) => attendance.expected > 0)
  return [
    `${standing.length} 次活动${coming > 0 ? `（${coming} 次还没到日子）` : ''}`,
    standing.length < rows.length && `${rows.length - standing.length} 次已取消`,
    open > 0 ? `${open} 次未记出勤` : entered && '出勤都已记录',
  ].filter(Boolean).join('，')
}
