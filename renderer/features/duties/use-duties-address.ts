import { useSearchParams } from 'react-router'
import { type DueWhen, dueWhens } from '../../../shared/domain/duties/due-list.ts'

export const dutyViews = ['due', 'matrix', 'people', 'terms'] as const
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
}

/** What is shown stands in the address (`?view=&studio=&who=&week=&when=`), so that other pages lead here and Back goes back. */
export function useDutiesAddress(): [DutiesAddress, (change: Partial<DutiesAddress>) => void] {
  const [params, setParams] = useSearchParams()
  const address: DutiesAddress = {
    view: dutyViews.find((view) => view === params.get('view')) ?? 'due', studioId: params.get('studio'), column: params.get('who'), week: params.get('week'),
    when: dueWhens.find((when) => when === params.get('when')) ?? null,
  }
  const set = (change: Partial<DutiesAddress>) => {
    const { view, studioId, column, week, when } = { ...address, ...change }
    const kept = new URLSearchParams()
    if (view !== 'due') kept.set('view', view)
    for (const [name, value] of Object.entries({ studio: studioId, who: column, week, when })) {
      if (value !== null) kept.set(name, value)
    }
    setParams(kept)
  }
  return [address, set]
}
