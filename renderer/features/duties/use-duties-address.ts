import { isDay } from '../../../shared/domain/dates/day.ts'
import { type DueWhen, dueWhens } from '../../../shared/domain/duties/due-list.ts'
import { useAddress } from '../../ui/use-address.ts'

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
export function useDutiesAddress(): readonly [DutiesAddress, (change: Partial<DutiesAddress>) => void] {
  const [address, setAddress] = useAddress()
  const change = (next: Partial<DutiesAddress>) => setAddress((now) => inAddress({ ...asAddress(now), ...next }), { replace: next.day !== undefined })
  return [asAddress(address), change]
}

function asAddress(address: URLSearchParams): DutiesAddress {
  const day = address.get('day')
  return {
    view: dutyViews.find((view) => view === address.get('view')) ?? 'due',
    studioId: address.get('studio'),
    column: address.get('who'),
    week: address.get('week'),
    when: dueWhens.find((when) => when === address.get('when')) ?? null,
    day: day !== null && isDay(day) ? day : null,
  }
}

function inAddress({ view, studioId: studio, column: who, week, when, day }: DutiesAddress): URLSearchParams {
  const kept = new URLSearchParams()
  if (view !== 'due') kept.set('view', view)
  for (const [name, value] of Object.entries({ studio, who, week, when, day })) if (value !== null) kept.set(name, value)
  return kept
}
