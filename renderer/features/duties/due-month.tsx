import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { DueItem, DutyToComeRow } from '../../../shared/contract/duties.ts'
import { addDays, weekdayOf } from '../../../shared/domain/dates/day.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { addMonths, monthWeeks } from '../../../shared/domain/dates/month-weeks.ts'
import '../../ui/calendar.css'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
const chipsOfADay = 2

/** What is due on a day: of periods that run or are over, and of such as have not begun. */
export interface DueOnDay {
  readonly items: readonly DueItem[]
  readonly coming: readonly DutyToComeRow[]
}

/** Where nothing is due. */
export const nothingDue: DueOnDay = { items: [], coming: [] }

export type DueByDay = ReadonlyMap<string, DueOnDay>

/** The month of the chosen day as a grid: arrows lead from day to day, Enter into the list beside it. */
export function DueMonth({ byDay, today, chosen, onDay }: { readonly byDay: DueByDay; readonly today: string; readonly chosen: string; readonly onDay: (day: string) => void }) {
  const table = useRef<HTMLTableElement>(null)
  const followed = useRef(false)
  const weeks = monthWeeks(chosen)
  // The cursor goes with the day, also into another month.
  useEffect(() => {
    if (followed.current) table.current?.querySelector<HTMLElement>(`[data-day="${chosen}"]`)?.focus()
    followed.current = false
  }, [chosen])
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const inWeek = weekdayOf(chosen)
    const moves: Readonly<Record<string, () => string>> = {
      ArrowLeft: () => addDays(chosen, -1), ArrowRight: () => addDays(chosen, 1), ArrowUp: () => addDays(chosen, -7), ArrowDown: () => addDays(chosen, 7),
      Home: () => addDays(chosen, 1 - inWeek), End: () => addDays(chosen, 7 - inWeek), PageUp: () => addMonths(chosen, -1), PageDown: () => addMonths(chosen, 1),
    }
    const move = moves[event.key]
    if (move !== undefined) {
      followed.current = true
      onDay(move())
    } else if (event.key === 'Enter') table.current?.closest('.due-calendar')?.querySelector<HTMLElement>('.due-day button')?.focus()
    else return
    event.preventDefault()
  }
  return (
    <div className="calendar">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a grid's cells have the focus, the table listens for all of them */}
      <table ref={table} role="grid" aria-label="到期日历" onKeyDown={onKeyDown}>
        <thead><tr>{weekdays.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>{week.map((day) => <DayCell key={day} day={day} due={byDay.get(day) ?? nothingDue} isToday={day === today} isChosen={day === chosen} inMonth={day.slice(0, 7) === chosen.slice(0, 7)} onChoose={() => onDay(day)} />)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface Chip {
  readonly title: string
  readonly count: number
  readonly kind: 'due' | 'late' | 'coming'
}

const endings: Readonly<Record<Chip['kind'], string>> = { due: '', late: '逾期', coming: '，未开始' }

/** A chip for each duty, those to come after the others. */
function chipsOf({ items, coming }: DueOnDay): Chip[] {
  const isLate = (own: readonly DueItem[]) => own.some(({ when, soft }) => when === 'overdue' && !soft)
  return [
    ...[...Map.groupBy(items, ({ title }) => title)].map(([title, own]): Chip => ({ title, count: own.length, kind: isLate(own) ? 'late' : 'due' })),
    ...[...Map.groupBy(coming, ({ title }) => title)].map(([title, own]): Chip => ({ title, count: own.length, kind: 'coming' })),
  ]
}

function DayCell({ day, due, isToday, isChosen, inMonth, onChoose }: {
  readonly day: string
  readonly due: DueOnDay
  readonly isToday: boolean
  readonly isChosen: boolean
  readonly inMonth: boolean
  readonly onChoose: () => void
}) {
  const chips = chipsOf(due)
  const rest = chips.slice(chipsOfADay).reduce((sum, { count }) => sum + count, 0)
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the arrows choose a day, heard by the table
    <td
      data-day={day} tabIndex={isChosen ? 0 : -1} aria-selected={isChosen} aria-current={isToday ? 'date' : undefined} onClick={onChoose}
      className={[isToday ? 'today' : '', isChosen ? 'chosen' : '', inMonth ? '' : 'outside'].filter(Boolean).join(' ')}
      aria-label={[dayInText(day), ...chips.map(({ title, count, kind }) => `${title} ${count} 项${endings[kind]}`)].join('，')}
    >
      <span className="calendar-day">{Number(day.slice(8))}{due.items.length > 0 && <em>{due.items.length} 项</em>}</span>
      {chips.slice(0, chipsOfADay).map(({ title, count, kind }) => <span key={`${kind} ${title}`} className={`calendar-chip ${kind}`}>{kind === 'late' && '✗ '}{title}{count > 1 && ` ×${count}`}</span>)}
      {rest > 0 && <span className="due-more">另 {rest} 项</span>}
    </td>
  )
}
