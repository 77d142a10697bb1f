import { useAddress } from '../../ui/use-address.ts'

export type ShiftsView = 'rota' | 'mine' | 'statistics'
const views: readonly ShiftsView[] = ['rota', 'mine', 'statistics']

interface ShiftsAddress {
  readonly view: ShiftsView
  readonly planId: string | null
  /** `YYYY-MM`. */
  readonly month: string | null
  /** The Monday of the week that is looked at; then there is no month. */
  readonly week: string | null
}

/** What is looked at, kept in the address, so that the workbench leads here. */
export function useShiftsAddress(firstView: ShiftsView): readonly [ShiftsAddress, (change: Partial<ShiftsAddress>) => void] {
  const [address, setAddress] = useAddress()
  const asked = (now: URLSearchParams): ShiftsAddress => ({
    view: views.find((view) => view === now.get('view')) ?? firstView, planId: now.get('plan'), month: now.get('month'), week: now.get('week'),
  })
  return [asked(address), (change) => setAddress((now) => inAddress({ ...asked(now), ...change }), { replace: true })]
}

function inAddress({ view, planId: plan, month, week }: ShiftsAddress): URLSearchParams {
  const kept = new URLSearchParams({ view })
  for (const [name, value] of Object.entries({ plan, month, week })) if (value !== null) kept.set(name, value)
  return kept
}
