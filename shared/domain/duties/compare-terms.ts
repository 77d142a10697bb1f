import { parseTermKey, schoolYearName, termName } from '../terms/term-key.ts'
import { longerThanATerm } from './compare-longer.ts'
import type { DutyMembership } from './duty-input.ts'
import type { StudioDuties } from './duty-line.ts'
import { dutyMatrix, everybody, joinedCell, type MatrixCell, type MatrixColumn, type MatrixRow, type MatrixSpan } from './duty-matrix.ts'
import { dutyShare, type DutyShare } from './duty-share.ts'
import type { DutyNames } from './duty-words.ts'

export interface ComparedTerm extends MatrixSpan {
  readonly key: string
}

/** The terms of a cycle side by side, for one column of the matrix or for everybody together. */
export interface TermComparison {
  /** Whom one can ask for: those of all the terms, the last term's first. */
  readonly people: readonly MatrixColumn[]
  /** The terms, each with its share; the columns of the rows. */
  readonly terms: readonly (MatrixColumn & { readonly share: DutyShare })[]
  /** A duty each; its cells have a term's key for their column, and none where nothing was asked in that term. */
  readonly rows: readonly MatrixRow[]
}

/**
 * Compares terms, the earliest first, in what is asked in each of them (`compare-longer.ts`: what is asked for longer). A figure is the one that the matrix of that term shows; `everybody` puts the studio and its people
 * together, and counts of each only what is asked of her, so that what one does beyond it makes up for nobody.
 * @param column as in the matrix, or `everybody`
 */
export function compareTerms(
  duties: StudioDuties, memberships: readonly DutyMembership[], terms: readonly ComparedTerm[], names: DutyNames, column: string, onlyPersonId?: string,
): TermComparison {
  const recurring = duties.duties.filter(({ per }) => !longerThanATerm.has(per))
  const short = { ...duties, duties: recurring }
  const matrices = terms.map((term) => ({ term, matrix: dutyMatrix(short, memberships, term, names, onlyPersonId) }))
  const ofColumn = (cells: readonly MatrixCell[]) => (column === everybody ? cells : cells.filter((cell) => cell.column === column))
  const rows = recurring.flatMap(({ ref }): MatrixRow[] => {
    const found = matrices.flatMap(({ term, matrix }) => matrix.rows.filter((row) => row.ref === ref).map((row) => ({ row, cells: ofColumn(row.cells), key: term.key })))
    const last = found.at(-1)
    const cells = found.flatMap(({ cells: own, key }) => (own.length === 0 ? [] : [joinedCell(own, key, column)]))
    return last === undefined || cells.length === 0 ? [] : [{ ...last.row, note: null, cells }]
  })
  const people = new Map<string, MatrixColumn>()
  for (const each of matrices.toReversed().flatMap(({ matrix }) => matrix.columns)) if (!people.has(each.key)) people.set(each.key, each)
  return {
    people: [...people.values()], rows,
    terms: matrices.map(({ term: { key }, matrix }) => ({ ...termColumn(key), share: dutyShare(matrix.rows.flatMap(({ cells }) => ofColumn(cells))) })),
  }
}

/** 第一学期, with the school year below it. */
function termColumn(key: string): MatrixColumn {
  const year = schoolYearName(parseTermKey(key).schoolYear)
  return { key, name: termName(key).slice(year.length), roleName: year }
}
