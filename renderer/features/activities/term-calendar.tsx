import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { CalendarDay, CalendarWeek } from '../../../shared/contract/activities.ts'
import { activityKindNames } from '../../../shared/domain/activities/activity-words.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { useCall } from '../../api/client.ts'
import { LoadingOr } from '../../ui/loading-or.tsx'
import '../../ui/calendar.css'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/**
 * The term as weeks with their teaching numbers. A click on an activity opens it, on an empty place of a day begins a new one;
 * arrows move from day to day, Enter opens or begins.
 */
export function TermCalendar({ termKey, studioId, today, onAdd }: {
  readonly termKey: string
  readonly studioId: string | null
  /** The program's day; the calendar opens at its week. */
  readonly today: string
  readonly onAdd: ((day: string) => void) | undefined
}) {
  const calendar = useCall('activities.calendar', { termKey, studioId }, { placeholderData: (before) => before })
  return <LoadingOr of={calendar}>{({ weeks }) => <Weeks key={weeks[0]?.startsOn} weeks={weeks} today={today} onAdd={onAdd} />}</LoadingOr>
}

function Weeks({ weeks, today, onAdd }: {
  readonly weeks: readonly CalendarWeek[]
  readonly today: string
  readonly onAdd: ((day: string) => void) | undefined
}) {
  const navigate = useNavigate()
  const table = useRef<HTMLTableElement>(null)
  const days = weeks.flatMap((week) => week.days)
  const [active, setActive] = useState(() => {
    const ofToday = days.findIndex(({ day, inTerm }) => inTerm && day === today)
    return ofToday >= 0 ? ofToday : Math.max(0, days.findIndex(({ inTerm }) => inTerm))
  })
  const startAt = useRef(active)
  useLayoutEffect(() => {
    const cell = table.current?.querySelector<HTMLElement>(`[data-day="${startAt.current}"]`)
    const box = table.current?.parentElement
    // The week before stays in sight below the sticky head: what was last week is asked for as often.
    const head = table.current?.tHead?.offsetHeight ?? 0
    if (cell && box) box.scrollTop = cell.offsetTop - cell.offsetHeight - head
  }, [])
  const open = ({ day, inTerm, activities }: CalendarDay) => {
    const first = activities[0]
    if (first) void navigate(`/activities/${first.id}`)
    else if (inTerm) onAdd?.(day)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (!(event.target instanceof HTMLTableCellElement)) return
    const moves: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28, Home: -(active % 7), End: 6 - (active % 7) }
    const move = moves[event.key]
    const day = days[active]
    if (move !== undefined) {
      const to = active + move
      if (days[to]) {
        setActive(to)
        table.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus()
      }
    } else if (event.key === 'Enter' && day) open(day)
    else if (event.key.toLowerCase() === 'n' && !event.ctrlKey && day?.inTerm) onAdd?.(day.day)
    else return
    event.preventDefault()
  }
  return (
    <div className="calendar">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a grid's cells have the focus, the table listens for all of them */}
      <table ref={table} role="grid" aria-label="学期日历" onKeyDown={onKeyDown}>
        <thead><tr><th scope="col">教学周</th>{weekdays.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {weeks.map((week, row) => (
            <tr key={week.startsOn}>
              <th scope="row">{week.number === null ? '—' : `第${week.number}周`}<small>{shortDay(week.startsOn)}–{shortDay(week.endsOn)}</small></th>
              {week.days.map((day, column) => {
                const at = row * 7 + column
                return (
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter on the cell does the same, heard by the table
                  <td
                    key={day.day} data-day={at} tabIndex={at === active ? 0 : -1} className={classOf(day, today, onAdd !== undefined)} aria-label={labelOf(day)} aria-current={day.day === today ? 'date' : undefined}
                    onFocus={() => setActive(at)} onClick={(event) => { if (event.target === event.currentTarget && day.inTerm) onAdd?.(day.day) }}
                  >
                    <span className="calendar-day">{Number(day.day.slice(8)) === 1 || at === 0 ? shortDay(day.day) : Number(day.day.slice(8))}{day.holiday && <em>{day.holiday.kind === 'off' ? '' : '班 '}{day.holiday.name}</em>}</span>
                    {day.activities.map(({ id, kind, title, startTime, studioName, cancelledAt }) => (
                      <Link key={id} to={`/activities/${id}`} className={`calendar-chip ${cancelledAt === null ? '' : 'cancelled'}`} title={`${startTime ?? ''} ${activityKindNames[kind]}：${title}（${studioName}）${cancelledAt === null ? '' : '，已取消'}`}>
                        <b>{cancelledAt === null ? activityKindNames[kind] : '已取消'}</b>{cancelledAt === null ? title : <s>{title}</s>}
                      </Link>
                    ))}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {onAdd && <p className="quiet calendar-hint">点空白的一天，登记这天的活动；方向键移动，<kbd>Enter</kbd> 打开或登记，<kbd>N</kbd> 再登记一次。</p>}
    </div>
  )
}

const shortDay = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`

function classOf(day: CalendarDay, today: string, mayAdd: boolean): string {
  return [
    day.day === today ? 'today' : '', day.inTerm ? '' : 'outside', day.holiday?.kind === 'off' ? 'holiday' : day.isTeachingDay ? '' : 'free', mayAdd && day.inTerm ? 'can-add' : '',
  ].filter(Boolean).join(' ')
}

function labelOf({ day, holiday, activities, inTerm }: CalendarDay): string {
  const held = activities.map(({ kind, title, cancelledAt }) => `${activityKindNames[kind]} ${title}${cancelledAt === null ? '' : '（已取消）'}`)
  return [dayInText(day), holiday && (holiday.kind === 'off' ? `${holiday.name}放假` : `${holiday.name}上班`), inTerm ? '' : '学期外', ...held].filter(Boolean).join('，')
}
