import { useSearchParams } from 'react-router'
import { isDay } from '../../../shared/domain/dates/day.ts'
import { type DueWhen, dueWhens } from '../../../shared/domain/duties/due-list.ts'

export const dutyViews = ['due', 'calendar', 'matrix', 'people', 'terms'] as const
export type DutyView = (typeof dutyViews)[number]

/** Views of one studio: without a choice the first one is shown. */
export const viewsOfOneStudio: ReadonlySet<DutyView> = new Set(['matrix', 'people', 'terms'])

export interface DutiesAddress {
  readonly view: DutyView
  readonly studioId: string | null
  /** Of whom: `studio`, `person:…`. */
  readonly column: string | null
  /** The Monday of a week. */
  readonly week: string | null
  readonly when: DueWhen | null
  /** The chosen day of the calendar; null: today. */
  readonly day: string | null
}

/** What is shown stands in the address (`?view=&studio=&who=&week=&when=&day=`), so that other pages lead here and Back goes back; not day by day. */
export function useDutiesAddress(): [DutiesAddress, (change: Partial<DutiesAddress>) => void] {
  const [params, setParams] = useSearchParams()
  const address: DutiesAddress = {
    view: dutyViews.find((view) => view === params.get('view')) ?? 'due', studioId: params.get('studio'), column: params.get('who'), week: params.get('week'),
    when: dueWhens.find((when) => when === params.get('when')) ?? null,
    day: dayIn(params.get('day')),
  }
  const set = (change: Partial<DutiesAddress>) => {
    const { view, studioId, column, week, when, day } = { ...address, ...change }
    const kept = new URLSearchParams()
    if (view !== 'due') kept.set('view', view)
    for (const [name, value] of Object.entries({ studio: studioId, who: column, week, when, day })) {
      if (value !== null) kept.set(name, value)
    }
    setParams(kept, { replace: change.day !== undefined })
  }
  return [address, set]
}

const dayIn = (text: string | null): string | null => (text !== null && isDay(text) ? text : null)
