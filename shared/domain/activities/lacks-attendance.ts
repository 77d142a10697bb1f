import type { Day } from '../dates/day.ts'

/** Whether an activity was held before today and nobody has been marked yet; one of today or later may still wait. */
export function lacksAttendance({ heldOn, attendance }: { readonly heldOn: Day; readonly attendance: { readonly expected: number } }, today: Day): boolean {
  return heldOn < today && attendance.expected === 0
}

/** 12 次活动（3 次还没到日子），1 次未记出勤: the term's activities in one line. */
export function activitiesInWords(rows: readonly { readonly heldOn: Day; readonly attendance: { readonly expected: number } }[], today: Day): string {
  if (rows.length === 0) return '还没有活动'
  const coming = rows.filter(({ heldOn }) => heldOn > today).length
  const open = rows.filter((row) => lacksAttendance(row, today)).length
  const entered = rows.some(({ attendance }) => attendance.expected > 0)
  return `${rows.length} 次活动${coming > 0 ? `（${coming} 次还没到日子）` : ''}${open > 0 ? `，${open} 次未记出勤` : entered ? '，出勤都已记录' : ''}`
}
