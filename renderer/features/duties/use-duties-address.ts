import { useSearchParams } from 'react-router'

export const dutyViews = ['due', 'matrix'] as const
export type DutyView = (typeof dutyViews)[number]

export interface DutiesAddress {
  readonly view: DutyView
  readonly studioId: string | null
}

/** What is shown stands in the address (`?view=&studio=`), so that other pages lead here and Back goes back. */
export function useDutiesAddress(): [DutiesAddress, (change: Partial<DutiesAddress>) => void] {
  const [params, setParams] = useSearchParams()
  const address: DutiesAddress = { view: dutyViews.find((view) => view === params.get('view')) ?? 'due', studioId: params.get('studio') }
  const set = (change: Partial<DutiesAddress>) => {
    const next = { ...address, ...change }
    setParams({ ...(next.view === 'due' ? {} : { view: next.view }), ...(next.studioId === null ? {} : { studio: next.studioId }) })
  }
  return [address, set]
}
