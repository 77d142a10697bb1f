import type { Day } from '../dates/day.ts'
import type { Fen } from '../money/fen.ts'
import { fen, sumFen } from '../money/fen.ts'
import type { EntryKind } from './ledger-words.ts'

/** What the rules need of an entry of the running account. */
export interface LedgerLine {
  readonly id: string
  /** Runs from 1 within the fund. */
  readonly entryNo: number
  readonly kind: EntryKind
  readonly happenedOn: Day
  readonly termKey: string
  /** Money in is positive, money out negative. */
  readonly amountFen: number
  readonly summary: string
  readonly category: string | null
  readonly invoiceCode: string | null
  readonly invoiceNo: string | null
  readonly reversesEntryId: string | null
}

/** What is left: the sum of everything that was ever posted. */
export function balanceOf(entries: readonly Pick<LedgerLine, 'amountFen'>[]): Fen {
  return sumFen(entries.map((entry) => entry.amountFen))
}

/** The entries in the order of their numbers, each with what is left after it. */
export function withRunningBalance<T extends Pick<LedgerLine, 'entryNo' | 'amountFen'>>(entries: readonly T[], openingFen = 0): readonly (T & { readonly balanceFen: Fen })[] {
  let balance = sumFen([openingFen])
  return entries.toSorted((a, b) => a.entryNo - b.entryNo).map((entry) => {
    balance = fen(balance + fen(entry.amountFen))
    return { ...entry, balanceFen: balance }
  })
}

/** Ids of the entries that a reversal has undone. */
export function reversedIds(entries: readonly Pick<LedgerLine, 'reversesEntryId'>[]): ReadonlySet<string> {
  return new Set(entries.flatMap((entry) => (entry.reversesEntryId === null ? [] : [entry.reversesEntryId])))
}
