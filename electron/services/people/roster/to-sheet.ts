import { SSF } from '@e965/xlsx'
import type { CellObject, DenseWorkSheet, WorkSheet } from '@e965/xlsx'
import type { Area, Sheet, SheetCell } from './sheet.ts'

/** Columns past this one hold nothing that a roster has. */
const mostColumns = 200
/** A merged area can be as large as the sheet; only so many cells are filled from merges. */
const mostSpread = 200_000

/** Takes what SheetJS read over into our own plain sheet, without the stubs of formatted empty cells. */
export function toSheet(name: string, sheet: WorkSheet, more: { hidden: boolean; date1904: boolean; mostRows: number }): Sheet {
  const data = (sheet as DenseWorkSheet)['!data'] ?? []
  const rows: (SheetCell | undefined)[][] = []
  for (const [r, row] of data.entries()) {
    if (row === undefined || row === null || r >= more.mostRows) continue
    const cells: (SheetCell | undefined)[] = []
    for (let c = 0; c < Math.min(row.length, mostColumns); c++) {
      const cell = row[c]
      const taken = cell === undefined || cell === null ? undefined : toCell(cell)
      if (taken !== undefined) cells[c] = taken
    }
    if (cells.length > 0) rows[r] = cells
  }
  const filled = Array.from(rows, (row) => row ?? [])
  const merges = (sheet['!merges'] ?? []).map((merge): Area => ({
    fromRow: merge.s.r, toRow: Math.min(merge.e.r, filled.length - 1), fromColumn: merge.s.c, toColumn: Math.min(merge.e.c, mostColumns - 1),
  })).filter((area) => area.toRow >= area.fromRow && area.toColumn >= area.fromColumn)
  spread(filled, merges)
  return {
    name,
    hidden: more.hidden,
    rows: filled,
    merges,
    hiddenRows: new Set((sheet['!rows'] ?? []).flatMap((row, r) => (row?.hidden === true ? [r + 1] : []))),
    hiddenColumns: new Set((sheet['!cols'] ?? []).flatMap((column, c) => (column?.hidden === true ? [c] : []))),
    date1904: more.date1904,
    truncated: filled.length >= more.mostRows,
  }
}

/** Repeats the first cell of each merged area over its other cells, which hold nothing. */
function spread(rows: (SheetCell | undefined)[][], merges: readonly Area[]): void {
  let room = mostSpread
  for (const area of merges) {
    const first = rows[area.fromRow]?.[area.fromColumn]
    if (first === undefined) continue
    const copy: SheetCell = { ...first, spread: true }
    for (let r = area.fromRow; r <= area.toRow; r++) {
      for (let c = area.fromColumn; c <= area.toColumn && room > 0; c++) {
        const row = rows[r]
        if (row === undefined || row[c] !== undefined) continue
        row[c] = copy
        room--
      }
      if (room === 0) return
    }
  }
}

function toCell(cell: CellObject): SheetCell | undefined {
  if (cell.t === 'e') return { text: cell.w ?? '#错误', error: true }
  if (cell.t === 'z' || cell.v === undefined) return cell.f === undefined ? undefined : { text: `=${cell.f}`.slice(0, 40), error: true }
  if (typeof cell.v !== 'number') {
    const text = String(cell.v).trim()
    return text === '' ? undefined : { text }
  }
  const format = cell.z
  if (format !== undefined && format !== 'General' && SSF.is_date(String(format)) === true) {
    return { text: (cell.w ?? String(cell.v)).trim(), number: cell.v, dayShown: shownBy(String(format)) }
  }
  // General shows 11 digits and then falls into 1.5E+10: whole numbers are shown in full, up to where digits get lost.
  const text = Number.isInteger(cell.v) && Math.abs(cell.v) < 1e15 ? wholeNumber(cell.v, cell.w) : (cell.w ?? String(cell.v)).trim()
  return { text, number: cell.v }
}

/** A format like 00000 shows more digits than the number has; one with separators or an exponent is not what was meant. */
function wholeNumber(value: number, shown: string | undefined): string {
  return shown !== undefined && /^0\d+$/.test(shown) ? shown : String(value)
}

/** How exactly a date format shows its day: a roster that shows 1988年6月 stores 1 June and means June. */
function shownBy(format: string): 'year' | 'month' | 'day' {
  const letters = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return /d/i.test(letters) ? 'day' : /m/i.test(letters) ? 'month' : 'year'
}
