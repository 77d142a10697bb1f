import { useSearchParams } from 'react-router'
import { activityKinds, type ActivityKind } from '../../../shared/domain/activities/activity-words.ts'

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

/** What is shown stands in the address (`?view=&studio=&kind=&text=&removed=&filing=`), so that other pages lead here and Back goes back. */
export function useActivityFilter(): [ActivityFilter, (change: Partial<ActivityFilter>) => void] {
  const [params, setParams] = useSearchParams()
  const filter: ActivityFilter = {
    view: activityViews.find((view) => view === params.get('view')) ?? 'list',
    studioId: params.get('studio'),
    kinds: activityKinds.filter((kind) => params.get('kind')?.split(',').includes(kind)),
    text: params.get('text') ?? '',
    removed: params.get('removed') === '1',
    filing: filingFilters.find((each) => each === params.get('filing')) ?? null,
  }
  const set = (change: Partial<ActivityFilter>) => {
    const next = { ...filter, ...change }
    setParams({
      ...(next.view === 'list' ? {} : { view: next.view }), ...(next.studioId === null ? {} : { studio: next.studioId }),
      ...(next.kinds.length === 0 ? {} : { kind: next.kinds.join(',') }), ...(next.text === '' ? {} : { text: next.text }), ...(next.removed ? { removed: '1' } : {}),
      ...(next.filing === null ? {} : { filing: next.filing }),
    }, { replace: change.text !== undefined })
  }
  return [filter, set]
}
