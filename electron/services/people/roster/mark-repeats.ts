import type { RosterRow } from '../../../../shared/domain/people/roster-reading.ts'

/**
 * Marks the rows whose person stands further up already: the same ID number (an error, it cannot be imported twice), else
 * the same name and birth date (a warning; there are namesakes).
 */
export function markRepeats(rows: readonly RosterRow[]): RosterRow[] {
  const byIdNumber = new Map<string, RosterRow>()
  const byNameAndBirth = new Map<string, RosterRow>()
  return rows.map((row) => {
    const { name, idNumber, bornOn } = row.values
    const same = idNumber === null ? undefined : byIdNumber.get(idNumber)
    if (idNumber !== null && same === undefined) byIdNumber.set(idNumber, row)
    const key = `${name}\n${bornOn ?? ''}`
    const namesake = bornOn === null || name === '' ? undefined : byNameAndBirth.get(key)
    if (bornOn !== null && namesake === undefined) byNameAndBirth.set(key, row)
    if (same !== undefined) {
      const words = same.values.name === name ? `与第 ${same.rowNumber} 行重复（身份证号相同）` : `身份证号与第 ${same.rowNumber} 行的“${same.values.name}”相同，请核对是哪一行填错`
      return { ...row, problems: [...row.problems, { field: null, column: null, heading: null, level: 'error', message: words }], canImport: false, sameAsRow: same.rowNumber }
    }
    if (namesake !== undefined && (idNumber === null || namesake.values.idNumber === null)) {
      const message = `与第 ${namesake.rowNumber} 行姓名、出生日期相同，可能是同一人，请核对`
      return { ...row, problems: [...row.problems, { field: null, column: null, heading: null, level: 'warning', message }], sameAsRow: namesake.rowNumber }
    }
    return row
  })
}
