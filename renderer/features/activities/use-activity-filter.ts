import { activityKinds, type ActivityKind } from '../../../shared/domain/activities/activity-words.ts'
import { useAddress } from '../../ui/use-address.ts'

export const activityViews = ['list', 'calendar', 'plan', 'totals'] as const
export type ActivityView = (typeof activityViews)[number]

/** Which activities of the list stand out by their filing. */
export const filingFilters = ['toFile', 'toDecide', 'trouble'] as const
export type FilingFilter = (typeof filingFilters)[number]
export const filingFilterNames: Readonly<Record<FilingFilter, string>> = { toFile: '待送审', toDecide: '待审批', trouble: '有问题' }

export interface ActivityFilter {
  readonly view: ActivityView
  readonly studioId: string | null
  readonly kinds: readonly ActivityKind[]
  readonly text: string
  readonly removed: boolean
  readonly filing: FilingFilter | null
}

/** What is to be another; what is worked out of what is there is worked out of what stands in the address at that moment. */
export type ChangeActivityFilter = (change: Partial<ActivityFilter> | ((now: ActivityFilter) => Partial<ActivityFilter>)) => void

export const noActivityConditions = { kinds: [], text: '', filing: null } satisfies Partial<ActivityFilter>

/** What is shown stands in the address (`?view=&studio=&kind=&text=&removed=&filing=`), so that other pages lead here and Back goes back. */
export function useActivityFilter(): readonly [ActivityFilter, ChangeActivityFilter] {
  const [address, setAddress] = useAddress()
  const change: ChangeActivityFilter = (next) => setAddress((now) => {
    const before = asFilter(now)
    return inAddress({ ...before, ...(typeof next === 'function' ? next(before) : next) })
  }, { replace: typeof next === 'object' && next.text !== undefined })
  return [asFilter(address), change]
}

function asFilter(address: URLSearchParams): ActivityFilter {
  return {
    view: activityViews.find((view) => view === address.get('view')) ?? 'list',
    studioId: address.get('studio'),
    kinds: activityKinds.filter((kind) => address.get('kind')?.split(',').includes(kind)),
    text: address.get('text') ?? '',
    removed: address.get('removed') === '1',
    filing: filingFilters.find((each) => each === address.get('filing')) ?? null,
  }
}

function inAddress({ view, studioId: studio, kinds, text, removed, filing }: ActivityFilter): URLSearchParams {
  const kept = new URLSearchParams()
  if (view !== 'list') kept.set('view', view)
  for (const [name, value] of Object.entries({ studio, kind: kinds.join(','), text, filing })) if (value) kept.set(name, value)
  if (removed) kept.set('removed', '1')
  return kept
}
