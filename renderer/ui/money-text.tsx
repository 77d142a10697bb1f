import { formatFen } from '../../shared/domain/money/fen.ts'

/** An amount with thousands and two places; money that went out is red and has its sign, so colour is never alone. */
export function MoneyText({ fen }: { readonly fen: number }) {
  return <span className={fen < 0 ? 'money out' : 'money'}>{formatFen(fen)}</span>
}
