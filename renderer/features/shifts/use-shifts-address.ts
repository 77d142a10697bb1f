import { useSearchParams } from 'react-router'

export type ShiftsView = 'rota' | 'mine' | 'statistics'
const views: readonly ShiftsView[] = ['rota', 'mine', 'statistics']

interface ShiftsAddress {
  readonly view: ShiftsView
  readonly planId: string | null
  /** `YYYY-MM`. */
  readonly month: string | null
}

/** What is looked at, kept in the address, so that the workbench leads here. */
export function useShiftsAddress(firstView: ShiftsView): readonly [ShiftsAddress, (change: Partial<ShiftsAddress>) => void] {
  const [address, setAddress] = useSearchParams()
  const now: ShiftsAddress = { view: views.find((view) => view === address.get('view')) ?? firstView, planId: address.get('plan'), month: address.get('month') }
  return [now, (change) => {
    const { view, planId, month } = { ...now, ...change }
    setAddress({ view, ...(planId === null ? {} : { plan: planId }), ...(month === null ? {} : { month }) }, { replace: true })
  }]
}
