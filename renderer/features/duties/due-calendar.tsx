import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { daysInMonth, makeDay } from '../../../shared/domain/dates/day.ts'
import { addMonths } from '../../../shared/domain/dates/month-weeks.ts'
import { useCall } from '../../api/client.ts'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { DueDayList } from './due-day-list.tsx'
import { type DueFilter, DueFilters, isAskedFor } from './due-filters.tsx'
import { type DueByDay, DueMonth, nothingDue } from './due-month.tsx'
import type { AskedCell } from './duty-drawer.tsx'
import './due-calendar.css'

interface Props {
  readonly studioId: string | null
  readonly termKey: string
  readonly today: string
  readonly manyStudios: boolean
  readonly filter: DueFilter
  /** The day that is chosen at first; null: today. */
  readonly day: string | null
  readonly onFilter: (change: Partial<DueFilter>) => void
  /** Tells the address, so that Back leads to the same day. */
  readonly onDay: (day: string) => void
  readonly onOpen: (asked: AskedCell) => void
}

/** 日历: on which day what is due, month by month, to its end also what has not begun; beside it what is due on the chosen day. */
export function DueCalendar(props: Props) {
  // Not read out of the address each time: keys come faster than it changes.
  const [chosen, setChosen] = useState(props.day ?? props.today)
  const choose = (next: string) => {
    setChosen(next)
    props.onDay(next)
  }
  const due = useCall('duties.due', { studioId: props.studioId, apart: true, comingUntil: endOfMonth(chosen) }, { placeholderData: (before) => before })
  return <LoadingOr of={due}>{(data) => <Calendar {...props} due={data} chosen={chosen} choose={choose} />}</LoadingOr>
}

function Calendar({ due, chosen, choose, studioId, termKey, today, manyStudios, filter, onFilter, onOpen }: Omit<Props, 'day' | 'onDay'> & {
  readonly due: OutputOf<'duties.due'>
  readonly chosen: string
  readonly choose: (day: string) => void
}) {
  const { items, troubles, ownOnly, older } = due
  const shown = items.filter((item) => isAskedFor(item, { ...filter, week: null, when: null }))
  const byDay = dueByDay({ items: shown, coming: due.coming.filter(({ columns }) => filter.column === null || columns.includes(filter.column)) })
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
          <DueMonth byDay={byDay} today={today} chosen={chosen} onDay={choose} />
          <p className="quiet calendar-hint">
            方向键换一天，<kbd>PageUp</kbd>、<kbd>PageDown</kbd> 换月，<kbd>Enter</kbd> 到右边的清单。<i className="calendar-chip coming">虚线框</i> 的期间还没有开始。
            {undated > 0 && `另有 ${undated} 项没有到期的日子，`}{older > 0 && `${older} 项是以前学期的，`}{undated + older > 0 && '不在日历上。'}
          </p>
        </section>
        <DueDayList
          day={chosen} due={byDay.get(chosen) ?? nothingDue} next={nextDay(byDay, chosen)} manyStudios={manyStudios && studioId === null}
          onDay={choose} onOpen={(item) => onOpen({ studioId: item.studioId, termKey, ref: item.ref, column: item.column })}
        />
      </div>
    </>
  )
}

function dueByDay({ items, coming }: Pick<OutputOf<'duties.due'>, 'items' | 'coming'>): DueByDay {
  const days = new Set([...items, ...coming].flatMap(({ dueOn }) => dueOn ?? []))
  const itemsOf = Map.groupBy(items, ({ dueOn }) => dueOn)
  const comingOf = Map.groupBy(coming, ({ dueOn }) => dueOn)
  return new Map([...days].map((day) => [day, { items: itemsOf.get(day) ?? [], coming: comingOf.get(day) ?? [] }]))
}

/** The first day after it on which something is due. */
function nextDay(byDay: DueByDay, day: string): string | undefined {
  return [...byDay.keys()].filter((each) => each > day).toSorted()[0]
}

function endOfMonth(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return makeDay(year, month, daysInMonth(year, month))
}
