import type { ReactNode } from 'react'
import { formatFen } from '../../shared/domain/money/fen.ts'

/** A computed amount that can be opened: what it is made of stands behind it. */
export function MoneyFigure({ label, fen, hint, active = false, onOpen }: {
  readonly label: string
  readonly fen: number
  /** One line below the amount: how it comes about. */
  readonly hint?: ReactNode
  readonly active?: boolean
  readonly onOpen: () => void
}) {
  return (
    <button type="button" className="money-figure" aria-pressed={active} onClick={onOpen}>
      <span className="money-figure-label">{label}</span>
      <span className="money-figure-amount">{formatFen(fen)}</span>
      {hint !== undefined && <span className="money-figure-hint">{hint}</span>}
    </button>
  )
}
