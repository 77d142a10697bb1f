import type { Fen } from '../money/fen.ts'
import { sumFen } from '../money/fen.ts'
import { compareTermKeys } from '../terms/term-key.ts'
import type { EntryKind } from './ledger-words.ts'
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
  const kindOf = new Map(entries.map((entry) => [entry.id, entry.kind]))
  const earlier = new Set([...new Set(entries.map((entry) => entry.termKey))].filter((termKey) => compareTermKeys(termKey, key) < 0))
  const openingFen = sumOf(entries.filter((entry) => earlier.has(entry.termKey)))
  return sheetOfTerm(key, entries.filter((entry) => entry.termKey === key), openingFen, (id) => kindOf.get(id))
}

/** The same out of the entries of the term alone, where it is known what the terms before have left and of which kind an undone entry was. */
export function sheetOfTerm<T extends LedgerLine>(key: string, own: readonly T[], openingFen: Fen, kindOf: (id: string) => EntryKind | undefined): TermSheet<T> {
  const byKind = Map.groupBy(own, (entry) => entry.kind)
  const concerning = Map.groupBy(own, (entry) => (entry.reversesEntryId === null ? entry.kind : kindOf(entry.reversesEntryId) ?? entry.kind))
  const spending = concerning.get('expense') ?? []
  return {
    termKey: key,
    openingFen,
    allotmentsFen: sumOf(byKind.get('allotment') ?? []),
    expensesFen: sumOf(byKind.get('expense') ?? []),
    reversalsFen: sumOf(byKind.get('reversal') ?? []),
    netAllottedFen: sumOf(concerning.get('allotment') ?? []),
    netSpentFen: sumFen([-sumOf(spending)]),
    closingFen: sumFen([openingFen, sumOf(own)]),
    byCategory: sumByCategory(spending),
    lines: withRunningBalance(own, openingFen),
  }
}

const sumOf = (entries: readonly LedgerLine[]) => sumFen(entries.map((entry) => entry.amountFen))

function sumByCategory(spending: readonly LedgerLine[]): readonly CategorySum[] {
  const undone = new Set(spending.map((entry) => entry.reversesEntryId))
  const groups = Map.groupBy(spending, (entry) => entry.category)
  return [...groups].map(([category, entries]) => ({
    category,
    spentFen: sumFen([-sumOf(entries)]),
    times: entries.filter((entry) => entry.kind === 'expense' && !undone.has(entry.id)).length,
  })).toSorted((a, b) => b.spentFen - a.spentFen || (a.category ?? '').localeCompare(b.category ?? '', 'zh'))
}
