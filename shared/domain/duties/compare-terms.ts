import { parseTermKey, schoolYearName, termName } from '../terms/term-key.ts'
import type { DutyMembership } from './duty-input.ts'
import type { StudioDuties } from './duty-line.ts'
import { dutyMatrix, everybody, type MatrixCell, type MatrixColumn, type MatrixRow, type MatrixSpan, worstState } from './duty-matrix.ts'
import type { DutyPer } from './duty-period.ts'
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
  /** What is asked for a longer time than a term, by title: it would stand in every term with the same figure. */
  readonly longer: readonly string[]
}

const longerThanATerm: ReadonlySet<DutyPer> = new Set(['schoolYear', 'year', 'fiveYears', 'cycle', 'once', 'batch', 'unknown'])

/**
 * Compares terms, the earliest first. A figure is the one that the matrix of that term shows; `everybody` puts the studio and its people
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
    const cells = found.flatMap(({ cells: own, key }) => (own.length === 0 ? [] : [joined(own, key, column)]))
    return last === undefined || cells.length === 0 ? [] : [{ ...last.row, note: null, cells }]
  })
  const people = new Map<string, MatrixColumn>()
  for (const each of matrices.toReversed().flatMap(({ matrix }) => matrix.columns)) if (!people.has(each.key)) people.set(each.key, each)
  return {
    people: [...people.values()], rows,
    terms: matrices.map(({ term: { key }, matrix }) => ({ ...termColumn(key), share: dutyShare(matrix.rows.flatMap(({ cells }) => ofColumn(cells))) })),
    longer: duties.duties.filter(({ per, lines }) => longerThanATerm.has(per) && lines.some(({ needed }) => needed !== null)).map(({ title }) => title),
  }
}

/** 第一学期, with the school year below it. */
function termColumn(key: string): MatrixColumn {
  const year = schoolYearName(parseTermKey(key).schoolYear)
  return { key, name: termName(key).slice(year.length), roleName: year }
}

function joined(cells: readonly MatrixCell[], termKey: string, column: string): MatrixCell {
  const [first] = cells
  if (column !== everybody && first !== undefined) return { ...first, column: termKey }
  const asked = cells.filter(({ needed }) => needed !== null)
  const sum = (amounts: readonly number[]) => Math.round(amounts.reduce((total, amount) => total + amount, 0) * 1000) / 1000
  return {
    column: termKey, state: worstState(cells), needed: asked.length === 0 ? null : sum(asked.map(({ needed }) => needed ?? 0)),
    done: sum(asked.length === 0 ? cells.map(({ done }) => done) : asked.map(({ needed, missing }) => (needed ?? 0) - missing)),
    missing: sum(cells.map(({ missing }) => missing)), periods: cells.reduce((total, { periods }) => total + periods, 0), mustExist: cells.length === 1 && first?.mustExist === true,
  }
}
