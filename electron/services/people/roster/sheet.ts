/** A sheet as read from any kind of file: what each cell shows, and what a date or a number needs to be understood. */
export interface Sheet {
  readonly name: string
  /** Hidden by its owner; chosen only if there is no other. */
  readonly hidden: boolean
  /** Row 1 of the sheet is `rows[0]`; rows and cells may be missing. */
  readonly rows: readonly SheetRow[]
  /** Rows that are filtered out or hidden, counted from 1. */
  readonly hiddenRows: ReadonlySet<number>
  /** Columns that are hidden, counted from 0. */
  readonly hiddenColumns: ReadonlySet<number>
  /** Merged areas, counted from 0, both ends included. */
  readonly merges: readonly Area[]
  /** Days are counted from 1904 (old Macintosh files). */
  readonly date1904: boolean
  /** There are more rows than are read. */
  readonly truncated: boolean
}

export type SheetRow = readonly (SheetCell | undefined)[]

export interface Area {
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

export interface SheetCell {
  /** What the cell shows, without blanks around it; never empty. */
  readonly text: string
  /** The number in the cell. */
  readonly number?: number
  /** The number is a day, shown as exactly as this. */
  readonly dayShown?: 'year' | 'month' | 'day'
  /** `#REF!` and its kin, or a formula without a result. */
  readonly error?: true
  /** The cell is covered by a merged area and repeats its first cell. */
  readonly spread?: true
}

/** `A`, `B` … `Z`, `AA`: the letter of a column counted from 0. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}
