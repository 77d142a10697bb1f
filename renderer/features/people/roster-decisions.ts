import type { RosterPreviewRow } from '../../../shared/contract/people.ts'

/** What becomes of a row. */
export type RosterDecision = { readonly action: 'skip' } | { readonly action: 'add' } | { readonly action: 'update'; readonly personId: string }
export type RosterDecisions = ReadonlyMap<number, RosterDecision>

export const hasError = (row: RosterPreviewRow): boolean => row.problems.some(({ level }) => level === 'error')
export const isDuplicate = (row: RosterPreviewRow): boolean => row.duplicates.length > 0 || row.sameAsRow !== null

/** Whether the row may become a new person beside those who are here: not with somebody's ID number. */
export const mayAdd = (row: RosterPreviewRow): boolean => row.canImport && !row.duplicates.some(({ by }) => by === 'idNumber')

/** Rows without errors that are nobody's second are ticked at first; everything else waits for a decision. */
export function firstDecisions(rows: readonly RosterPreviewRow[]): RosterDecisions {
  return new Map(rows.map((row) => [row.rowNumber, row.canImport && !hasError(row) && !isDuplicate(row) ? { action: 'add' } : { action: 'skip' }]))
}

/** The decisions after a bulk step; a person is updated by one row at most. */
export function decideAll(rows: readonly RosterPreviewRow[], decisions: RosterDecisions, step: 'withErrors' | 'update' | 'skipDuplicates' | 'none'): RosterDecisions {
  const next = new Map(decisions)
  const taken = new Set<string>()
  for (const row of rows) {
    const [first] = row.duplicates
    if (step === 'none') next.set(row.rowNumber, { action: 'skip' })
    else if (step === 'withErrors' && row.canImport && hasError(row) && !isDuplicate(row)) next.set(row.rowNumber, { action: 'add' })
    else if (step === 'skipDuplicates' && isDuplicate(row)) next.set(row.rowNumber, { action: 'skip' })
    else if (step === 'update' && row.canImport && first && !taken.has(first.personId)) {
      taken.add(first.personId)
      next.set(row.rowNumber, { action: 'update', personId: first.personId })
    }
  }
  return next
}

/** How many are added, updated and skipped. */
export function countDecisions(rows: readonly RosterPreviewRow[], decisions: RosterDecisions): { added: number; updated: number; skipped: number } {
  const count = { added: 0, updated: 0, skipped: 0 }
  for (const { rowNumber } of rows) {
    const action = decisions.get(rowNumber)?.action ?? 'skip'
    if (action === 'add') count.added++
    else if (action === 'update') count.updated++
    else count.skipped++
  }
  return count
}
