import { readIdNumber } from '../../../../shared/domain/people/id-number.ts'
import { personDraftProblems } from '../../../../shared/domain/people/person-checks.ts'
import { personFields } from '../../../../shared/domain/people/person-fields.ts'
import type { PersonField } from '../../../../shared/domain/people/person-fields.ts'
import type { RosterColumn, RosterProblem, RosterRow, RosterValues } from '../../../../shared/domain/people/roster-reading.ts'
import type { CellReaders } from './read-values.ts'
import type { SheetRow } from './sheet.ts'

/** Fields by the column that holds them. */
export type FieldColumns = ReadonlyMap<PersonField, RosterColumn>

/** The columns that a field is read from. */
export function fieldColumns(columns: readonly RosterColumn[]): FieldColumns {
  return new Map(columns.flatMap((column) => (column.target === null || column.target === 'ignore' ? [] : [[column.target, column] as const])))
}

const emptyValues: RosterValues = {
  name: '', sex: null, bornOn: null, idNumber: null, phone: null, ethnicity: null, politicalStatus: null, education: null,
  degree: null, graduatedFrom: null, schoolName: null, post: null, subject: null, schoolStage: null, professionalTitle: null,
  titleGrantedOn: null, teachingSince: null, homeroomYears: null, honours: null, email: null, staffNo: null, note: null,
}

/**
 * Reads one row into a person. A value that cannot be read is left out and named; sex and birth date come from the ID
 * number where the row has none, and are never overwritten by it.
 */
export function readRow(
  row: SheetRow,
  rowNumber: number,
  columns: FieldColumns,
  given: { readonly today: string; readonly readers: CellReaders; readonly hidden: boolean },
): RosterRow {
  const values: RosterValues = { ...emptyValues }
  const problems: RosterProblem[] = []
  const say = (field: PersonField, level: RosterProblem['level'], message: string) => {
    const column = columns.get(field)
    problems.push({ field, column: column?.letter ?? null, heading: column?.heading ?? null, level, message })
  }
  for (const field of personFields) {
    const column = columns.get(field)
    const cell = column === undefined ? undefined : row[column.index]
    if (cell === undefined) continue
    if (cell.error === true) say(field, 'error', `单元格里是公式错误“${cell.text}”，请在表里改正`)
    else given.readers[field](cell, { values, say: (level, message) => say(field, level, message) })
  }
  if (values.name === '' && !problems.some((problem) => problem.field === 'name')) say('name', 'error', '缺姓名，请补填')
  for (const problem of personDraftProblems(values, given.today)) {
    // What is wrong with the number itself was said when its cell was read.
    if (problem.field === 'idNumber') continue
    say(problem.field, problem.level, problem.message)
    if (problem.level === 'error') clear(values, problem.field)
  }
  const derived = deriveFromIdNumber(values, problems)
  return { rowNumber, values, derived, problems, canImport: values.name !== '', sameAsRow: null, hidden: given.hidden }
}

/** An impossible value is not taken over. */
function clear(values: RosterValues, field: PersonField): void {
  if (field !== 'name') values[field] = null
}

function deriveFromIdNumber(values: RosterValues, problems: readonly RosterProblem[]): PersonField[] {
  if (values.idNumber === null || (values.sex !== null && values.bornOn !== null)) return []
  const reading = readIdNumber(values.idNumber)
  if (!reading.ok) return []
  const derived: PersonField[] = []
  // A birth date that stands there but cannot be read stays empty: the user was told to look at it.
  const isEmpty = (field: PersonField) => values[field] === null && !problems.some((problem) => problem.field === field && problem.level === 'error')
  if (isEmpty('sex')) {
    values.sex = reading.value.sex
    derived.push('sex')
  }
  if (isEmpty('bornOn')) {
    values.bornOn = reading.value.bornOn
    derived.push('bornOn')
  }
  return derived
}
