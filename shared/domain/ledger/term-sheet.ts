import type { Fen } from '../money/fen.ts'
import { sumFen } from '../money/fen.ts'
import { compareTermKeys } from '../terms/term-key.ts'
import { withRunningBalance } from './running-balance.ts'
import type { LedgerLine } from './running-balance.ts'

export interface CategorySum {
  /** Null for entries without a category. */
  readonly category: string | null
  /** Expenses less what was reversed of them. */
  readonly spentFen: Fen
  /** Expenses that stand, reversed ones not counted. */
  readonly times: number
}

export interface TermSheet<T extends LedgerLine> {
  readonly termKey: string
  /** What the terms before have left. */
  readonly openingFen: Fen
  /** As posted, before reversals. Expenses are negative. */
  readonly allotmentsFen: Fen
  readonly expensesFen: Fen
  readonly reversalsFen: Fen
  /** Allotments less their reversals, and expenses less theirs (both as positive amounts). */
  readonly netAllottedFen: Fen
  readonly netSpentFen: Fen
  readonly closingFen: Fen
  readonly byCategory: readonly CategorySum[]
  /** The term's entries in order, each with what is left after it. */
  readonly lines: readonly (T & { readonly balanceFen: Fen })[]
}

/** The account of one term out of all entries of a fund; opening + allotments + expenses + reversals = closing. */
export function termSheet<T extends LedgerLine>(entries: readonly T[], key: string): TermSheet<T> {
  const sum = (chosen: readonly T[]) => sumFen(chosen.map((entry) => entry.amountFen))
  const openingFen = sum(entries.filter((entry) => compareTermKeys(entry.termKey, key) < 0))
  const own = entries.filter((entry) => entry.termKey === key)
  const kindOf = new Map(entries.map((entry) => [entry.id, entry.kind]))
  const concerns = (entry: T) => (entry.reversesEntryId === null ? entry.kind : kindOf.get(entry.reversesEntryId) ?? entry.kind)
  const spending = own.filter((entry) => concerns(entry) === 'expense')
  return {
    termKey: key,
    openingFen,
    allotmentsFen: sum(own.filter((entry) => entry.kind === 'allotment')),
    expensesFen: sum(own.filter((entry) => entry.kind === 'expense')),
    reversalsFen: sum(own.filter((entry) => entry.kind === 'reversal')),
    netAllottedFen: sum(own.filter((entry) => concerns(entry) === 'allotment')),
    netSpentFen: sumFen([-sum(spending)]),
    closingFen: sumFen([openingFen, sum(own)]),
    byCategory: sumByCategory(spending),
    lines: withRunningBalance(own, openingFen),
  }
}

function sumByCategory(spending: readonly LedgerLine[]): readonly CategorySum[] {
  const undone = new Set(spending.map((entry) => entry.reversesEntryId))
  const groups = Map.groupBy(spending, (entry) => entry.category)
  return [...groups].map(([category, entries]) => ({
    category,
    spentFen: sumFen([-sumFen(entries.map((entry) => entry.amountFen))]),
    times: entries.filter((entry) => entry.kind === 'expense' && !undone.has(entry.id)).length,
  })).toSorted((a, b) => b.spentFen - a.spentFen || (a.category ?? '').localeCompare(b.category ?? '', 'zh'))
}
