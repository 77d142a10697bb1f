import { daysWithColumn } from '../../../shared/domain/shifts/rota-span.ts'
import { dayClass, DayName, PostName } from './rota-cell.tsx'
import { keyOfPost, RotaTable, useRotaPosts } from './rota-table.tsx'
import type { RotaShown } from './rota-shown.ts'

/** A week of the rota as it hangs on the wall: posts by days. The arrows lead on into the weeks beside it. */
export function RotaWeek({ plan, days, shifts, today, onOpen, onTurn }: RotaShown & { readonly onTurn: (by: -1 | 1) => boolean }) {
  const [posts, shiftOf] = useRotaPosts(plan, shifts)
  const shown = daysWithColumn(days, new Set(shifts.map(({ onDay }) => onDay)))
  return (
    <RotaTable
      className="by-week" corner="班次、地点" today={today} onOpen={onOpen} onTurn={onTurn} shiftAt={({ row, column }) => shiftOf(shown[column], posts[row])}
      start={{ row: 0, column: Math.max(0, shown.findIndex(({ day }) => day >= today)) }}
      rows={posts.map((post) => ({ key: keyOfPost(post), head: <PostName plan={plan} post={post} />, className: '' }))}
      columns={shown.map((day) => ({ key: day.day, head: <DayName day={day} today={today} week="above" />, className: dayClass(day, today) }))}
    />
  )
}
