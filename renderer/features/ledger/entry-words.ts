import type { LedgerEntryRow } from '../../../shared/contract/ledger.ts'
import { formatFen } from '../../../shared/domain/money/fen.ts'

/** Which figure of the account an entry stands behind; a reversal behind that of what it undoes. */
export function sideOf(row: Pick<LedgerEntryRow, 'kind' | 'reversesKind'>): 'allotted' | 'spent' {
  return (row.reversesKind ?? row.kind) === 'allotment' ? 'allotted' : 'spent'
}

/** +1,800.00 / −300.00: the sign is there as well as the colour. */
export function signedFen(fen: number): string {
  return fen > 0 ? `+${formatFen(fen)}` : `−${formatFen(-fen)}`
}
