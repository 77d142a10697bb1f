import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { DueItem } from '../../../shared/contract/duties.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { addDays, weekdayOf } from '../../../shared/domain/dates/day.ts'
import { dayInTable, dayInText } from '../../../shared/domain/dates/format-day.ts'
import { addMonths, monthWeeks } from '../../../shared/domain/dates/month-weeks.ts'
import { useCall } from '../../api/client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FulfilButton } from '../../ui/fulfil-button.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { type DueFilter, DueFilters, isAskedFor } from './due-filters.tsx'
import type { AskedCell } from './duty-drawer.tsx'
import { WhenTag } from './when-tag.tsx'
import '../../ui/calendar.css'
import './due-calendar.css'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
const chipsOfADay = 2

interface Props {
  readonly studioId: string | null
  readonly termKey: string
  readonly manyStudios: boolean
  readonly filter: DueFilter
  /** The day that is chosen at first; null: today. */
  readonly day: string | null
  readonly onFilter: (change: Partial<DueFilter>) => void
  /** Tells the address, so that Back leads to the same day. */
  readonly onDay: (day: string) => void
  readonly onOpen: (asked: AskedCell) => void
}

/** 日历: on which day what is due, month by month; beside it what is due on the chosen day, each one press from its form. */
export function DueCalendar(props: Props) {
  const due = useCall('duties.due', { studioId: props.studioId, apart: true })
  return <LoadingOr of={due}>{(data) => <Calendar {...props} due={data} />}</LoadingOr>
}

function Calendar({ due: { items, troubles, today, ownOnly, older }, studioId, termKey, manyStudios, filter, day, onFilter, onDay, onOpen }: Props & { readonly due: OutputOf<'duties.due'> }) {
  // Not read out of the address each time: keys come faster than it changes.
  const [chosen, setChosen] = useState(day ?? today)
  const choose = (next: string) => {
    setChosen(next)
    onDay(next)
  }
  const shown = items.filter((item) => isAskedFor(item, { ...filter, week: null, when: null }))
  const byDay = Map.groupBy(shown.filter(({ dueOn }) => dueOn !== null), ({ dueOn }) => dueOn ?? '')
  const undated = shown.filter(({ dueOn }) => dueOn === null).length
  return (
    <>
      {troubles.map((trouble) => <p key={trouble} className="note warn" style={{ marginBottom: 8 }}>{trouble}</p>)}
      <div className="due-calendar">
        <section aria-label="到期日历">
          <div className="due-calendar-head">
            <Button aria-label="上个月" icon={<LeftOutlined aria-hidden />} onClick={() => choose(addMonths(chosen, -1))} />
            <h2>{Number(chosen.slice(0, 4))}年{Number(chosen.slice(5, 7))}月</h2>
            <Button aria-label="下个月" icon={<RightOutlined aria-hidden />} onClick={() => choose(addMonths(chosen, 1))} />
            <Button disabled={chosen === today} onClick={() => choose(today)}>今天</Button>
            <span className="grow" />
            <DueFilters items={items} filter={filter} ownOnly={ownOnly} onChange={onFilter} withWeeks={false} />
          </div>
          <Month byDay={byDay} today={today} chosen={chosen} onDay={choose} />
          <p className="quiet calendar-hint">
            方向键换一天，<kbd>PageUp</kbd>、<kbd>PageDown</kbd> 换月，<kbd>Enter</kbd> 到右边的清单。
            {undated > 0 && `另有 ${undated} 项没有到期的日子，`}{older > 0 && `${older} 项是以前学期的，`}{undated + older > 0 && '不在日历上。'}
          </p>
        </section>
        <DayList
          day={chosen} items={byDay.get(chosen) ?? []} next={nextDay(byDay, chosen)} manyStudios={manyStudios && studioId === null}
          onDay={choose} onOpen={(item) => onOpen({ studioId: item.studioId, termKey, ref: item.ref, column: item.column })}
        />
      </div>
    </>
  )
}

type ByDay = ReadonlyMap<string, readonly DueItem[]>

/** The first day after it on which something is due. */
function nextDay(byDay: ByDay, day: string): string | undefined {
  return [...byDay.keys()].filter((each) => each > day).toSorted()[0]
}

function Month({ byDay, today, chosen, onDay }: { readonly byDay: ByDay; readonly today: string; readonly chosen: string; readonly onDay: (day: string) => void }) {
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
            <tr key={week[0]}>{week.map((day) => <DayCell key={day} day={day} items={byDay.get(day) ?? []} isToday={day === today} isChosen={day === chosen} inMonth={day.slice(0, 7) === chosen.slice(0, 7)} onChoose={() => onDay(day)} />)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DayCell({ day, items, isToday, isChosen, inMonth, onChoose }: {
  readonly day: string
  readonly items: readonly DueItem[]
  readonly isToday: boolean
  readonly isChosen: boolean
  readonly inMonth: boolean
  readonly onChoose: () => void
}) {
  const titles = [...Map.groupBy(items, ({ title }) => title)]
  const rest = titles.slice(chipsOfADay).reduce((sum, [, own]) => sum + own.length, 0)
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the arrows choose a day, heard by the table
    <td
      data-day={day} tabIndex={isChosen ? 0 : -1} aria-selected={isChosen} aria-current={isToday ? 'date' : undefined} onClick={onChoose}
      className={[isToday ? 'today' : '', isChosen ? 'chosen' : '', inMonth ? '' : 'outside'].filter(Boolean).join(' ')}
      aria-label={[dayInText(day), ...titles.map(([title, own]) => `${title} ${own.length} 项${isLate(own) ? '逾期' : ''}`)].join('，')}
    >
      <span className="calendar-day">{Number(day.slice(8))}{items.length > 0 && <em>{items.length} 项</em>}</span>
      {titles.slice(0, chipsOfADay).map(([title, own]) => <span key={title} className={`calendar-chip ${isLate(own) ? 'late' : ''}`}>{isLate(own) && '✗ '}{title}{own.length > 1 && ` ×${own.length}`}</span>)}
      {rest > 0 && <span className="due-more">另 {rest} 项</span>}
    </td>
  )
}

const isLate = (items: readonly DueItem[]): boolean => items.some(({ when, soft }) => when === 'overdue' && !soft)

function DayList({ day, items, next, manyStudios, onDay, onOpen }: {
  readonly day: string
  readonly items: readonly DueItem[]
  readonly next: string | undefined
  readonly manyStudios: boolean
  readonly onDay: (day: string) => void
  readonly onOpen: (item: DueItem) => void
}) {
  return (
    <section className="card due-day" aria-label={`${dayInText(day)}到期`}>
      <h2>{dayInTable(day)}{items.length > 0 && `　${items.length} 项`}</h2>
      {items.length === 0 && <EmptyState title="这一天没有到期的" hint={next === undefined ? '以后也没有。' : `下一个到期的日子是${dayInText(next)}。`}>{next !== undefined && <Button onClick={() => onDay(next)}>看这一天</Button>}</EmptyState>}
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            <button type="button" className="due-title" title="看背后的记录" onClick={() => onOpen(item)}>{item.title}</button>
            <small>{item.subject}，还差 {item.missing} {item.unit}{item.periods !== null && `，${item.periods}`}{manyStudios && ` · ${item.studioName}`}</small>
            <span className="due-day-do"><WhenTag item={item} /><FulfilButton toFulfil={item} /></span>
          </li>
        ))}
      </ul>
    </section>
  )
}
