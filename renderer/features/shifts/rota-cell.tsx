import type { RotaDay, RotaShiftRow, ShiftPlan } from '../../../shared/contract/shifts.ts'
import { weekdayName } from '../../../shared/domain/dates/format-day.ts'
import { type ShiftPost, shiftSourceNames } from '../../../shared/domain/shifts/shift-plan.ts'
import { useWrite } from '../../api/client.ts'
import { PersonPicker } from '../../ui/person-picker.tsx'
import { useDone } from '../../ui/use-done.ts'

/** Who is on duty, and what there is to know about it in a sign. */
export function ShiftText({ shift, today }: { readonly shift: RotaShiftRow | undefined; readonly today: string }) {
  if (shift === undefined) return <span className="visually-hidden">不值班</span>
  if (shift.name === null) return <>空缺</>
  return (
    <>
      {shift.name}
      {shift.source !== 'rule' && <span className="rota-sign" aria-label={shiftSourceNames[shift.source]} role="img">⇄</span>}
      {shift.swapOpen && <span className="rota-tag">换班中</span>}
      {shift.logged
        ? <span className="rota-sign done" role="img" aria-label="已写记录">✓{shift.findings > 0 ? ` ${shift.findings} 项` : ''}</span>
        : shift.onDay < today && <span className="rota-sign missing" role="img" aria-label="还没写记录">○</span>}
    </>
  )
}

/** The field into which another person is typed, in the cell itself. */
export function TypedPerson({ shift, onDone }: { readonly shift: RotaShiftRow; readonly onDone: () => void }) {
  const change = useWrite('shifts.changePerson')
  const { done, failed } = useDone()
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only catches Escape and the click inside the cell
    <span
      onClick={(event) => event.stopPropagation()} onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onDone()
      }}
    >
      <PersonPicker
        autoFocus aria-label="改派为" value={null}
        onChange={(person) => {
          if (person === null) return
          change.mutate({ shiftId: shift.id, revision: shift.revision, personId: person.id, reason: '临时调整' }, { onSuccess: () => done(`${shift.onDay} 改由${person.name}值班`), onError: failed })
          onDone()
        }}
      />
    </span>
  )
}

/** `beside`: the month names the week at each day; a week says it once, above. */
export function DayName({ day: { day, weekNumber, isDayOff, holiday }, today, week }: { readonly day: RotaDay; readonly today: string; readonly week: 'beside' | 'above' }) {
  const number = week === 'above' || weekNumber === null ? '' : `第 ${weekNumber} 周`
  return (
    <>
      {Number(day.slice(5, 7))}月{Number(day.slice(8))}日 {weekdayName(day)}{day === today && <span className="rota-today">今天</span>}
      <small>{holiday === null ? (isDayOff ? '周末' : number) : holiday.name}</small>
    </>
  )
}

export function PostName({ plan, post }: { readonly plan: ShiftPlan; readonly post: ShiftPost }) {
  const slot = plan.rule.slots.find(({ key }) => key === post.slotKey)
  const several = (plan.rule.places.find(({ name }) => name === post.place)?.posts ?? 1) > 1
  return <>{slot?.name} · {post.place}{several ? `（${post.post}）` : ''}<small>{slot?.from}–{slot?.to}</small></>
}

/** How the line of a day looks. */
export function dayClass({ day, isDayOff }: RotaDay, today: string): string {
  return [day === today ? 'today' : '', day < today ? 'past' : '', isDayOff ? 'off' : ''].join(' ').trim()
}
