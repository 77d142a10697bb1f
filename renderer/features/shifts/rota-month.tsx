import type { RotaDay, RotaShiftRow } from '../../../shared/contract/shifts.ts'
import { dayClass, DayName, PostName } from './rota-cell.tsx'
import { keyOfPost, RotaTable, useRotaPosts } from './rota-table.tsx'
import type { RotaShown } from './rota-shown.ts'

/** A month of the rota: days by posts. */
export function RotaMonth({ plan, days, shifts, today, onOpen }: RotaShown) {
  const [posts, shiftOf] = useRotaPosts(plan, shifts)
  const shown = shownDays(days, shifts)
  return (
    <RotaTable
      corner="日期" today={today} onOpen={onOpen} shiftAt={({ row, column }) => shiftOf(shown[row], posts[column])}
      start={{ row: Math.max(0, shown.findIndex(({ day }) => day >= today)), column: 0 }}
      rows={shown.map((day) => ({ key: day.day, head: <DayName day={day} today={today} week="beside" />, className: dayClass(day, today) }))}
      columns={posts.map((post) => ({ key: keyOfPost(post), head: <PostName plan={plan} post={post} />, className: '' }))}
    />
  )
}

/** Days with duty, and working days that are off, with their name; plain weekends are left out. */
function shownDays(days: readonly RotaDay[], shifts: readonly RotaShiftRow[]): readonly RotaDay[] {
  const withShifts = new Set(shifts.map(({ onDay }) => onDay))
  return days.filter(({ day, holiday }) => withShifts.has(day) || holiday !== null)
}
