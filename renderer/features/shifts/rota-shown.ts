import type { RotaDay, RotaShiftRow, ShiftPlan } from '../../../shared/contract/shifts.ts'

/** What a view of the rota is handed. */
export interface RotaShown {
  readonly plan: ShiftPlan
  readonly days: readonly RotaDay[]
  readonly shifts: readonly RotaShiftRow[]
  readonly today: string
  readonly onOpen: (shift: RotaShiftRow) => void
}
