import { useSearchParams } from 'react-router'

export const inspectionViews = ['logs', 'inspections', 'followUp', 'feedback', 'statistics'] as const
export type InspectionView = (typeof inspectionViews)[number]
export const inspectionViewNames: Readonly<Record<InspectionView, string>> = { logs: '教学日记', inspections: '检查', followUp: '待整改', feedback: '反馈表', statistics: '统计' }

/** What is shown stands in the address (`?view=&week=`), so that other pages lead here and Back goes back. */
export function useInspectionsAddress(): { readonly view: InspectionView; readonly week: string | null; readonly show: (view: InspectionView, week?: string | null) => void } {
  const [params, setParams] = useSearchParams()
  return {
    view: inspectionViews.find((view) => view === params.get('view')) ?? 'logs', week: params.get('week'),
    show: (view, week = null) => setParams({ ...(view === 'logs' ? {} : { view }), ...(week === null ? {} : { week }) }),
  }
}
