import { useSearchParams } from 'react-router'

export const inspectionViews = ['logs', 'inspections', 'followUp', 'feedback', 'statistics'] as const
export type InspectionView = (typeof inspectionViews)[number]
export const inspectionViewNames: Readonly<Record<InspectionView, string>> = { logs: '教学日记', inspections: '检查', followUp: '待整改', feedback: '反馈表', statistics: '统计' }

/** What is shown stands in the address (`?view=&week=&term=all`), so that other pages lead here and Back goes back. */
export function useInspectionsAddress(): {
  readonly view: InspectionView
  readonly week: string | null
  /** What waits of every term, not only of the one that is worked in. */
  readonly allTerms: boolean
  show(view: InspectionView, week?: string | null): void
  setAllTerms(all: boolean): void
} {
  const [params, setParams] = useSearchParams()
  const view = inspectionViews.find((each) => each === params.get('view')) ?? 'logs'
  return {
    view, week: params.get('week'), allTerms: params.get('term') === 'all',
    show: (next, week = null) => setParams({ ...(next === 'logs' ? {} : { view: next }), ...(week === null ? {} : { week }) }),
    setAllTerms: (all) => setParams({ view, ...(all ? { term: 'all' } : {}) }),
  }
}
