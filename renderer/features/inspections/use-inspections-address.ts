import { useAddress } from '../../ui/use-address.ts'

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
  const [address, setAddress] = useAddress()
  return {
    view: viewIn(address), week: address.get('week'), allTerms: address.get('term') === 'all',
    show: (view, week = null) => setAddress(() => new URLSearchParams({ ...(view === 'logs' ? {} : { view }), ...(week === null ? {} : { week }) })),
    setAllTerms: (all) => setAddress((now) => new URLSearchParams({ view: viewIn(now), ...(all ? { term: 'all' } : {}) })),
  }
}

const viewIn = (address: URLSearchParams): InspectionView => inspectionViews.find((view) => view === address.get('view')) ?? 'logs'
