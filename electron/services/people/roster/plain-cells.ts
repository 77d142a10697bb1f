import { SSF } from '@e965/xlsx'
import type { CellObject, RowInfo } from '@e965/xlsx'

/** What of a workbook its cells point to. */
export interface BookFacts {
  readonly strings: readonly (string | undefined)[]
  /** The number format of each cell style; undefined where it is one that a program brings along. */
  readonly formats: readonly (string | undefined)[]
  readonly date1904: boolean
}

export interface PlainCells {
  readonly data: CellObject[][]
  readonly rows: RowInfo[]
}

const rowStart = /\s*<row((?:\s+[\w:]+="[^"<>]*")*)\s*(\/?)>/y
const rowEnd = /\s*<\/row>/y
// Letters, row, other attributes; then perhaps a formula (4), and a value (5) or the text itself (6).
const cellHere = /\s*<c r="([A-Z]{1,3})(\d{1,7})"((?:\s+[\w:]+="[^"<>]*")*)\s*(?:\/>|>(<f(?:\s[^<>]*)?(?:\/>|>[^<]*<\/f>))?(?:<v>([^<]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>)?<\/c>)/y

/**
 * The cells between `<sheetData>` and its end, as SheetJS would read them, many times faster. It knows what Excel, WPS and the usual
 * libraries write for a plain list, and nothing more: null for all else (escaped characters, formulas without a result, rich text
 * in a cell, styles that point nowhere …), which is then left to SheetJS.
 * @param mostRows rows below are left out
 */
export function readPlainCells(xml: string, mostRows: number, book: BookFacts): PlainCells | null {
  const kindOf = kinds()
  const columnOf = columns()
  const data: CellObject[][] = []
  const rows: RowInfo[] = []
  let at = 0
  const next = (pattern: RegExp) => {
    pattern.lastIndex = at
    const match = pattern.exec(xml)
    if (match !== null) at = pattern.lastIndex
    return match
  }
  for (let before = 0, row = next(rowStart); row !== null; row = next(rowStart)) {
    const number = Number(/\sr="(\d+)"/.exec(row[1] ?? '')?.[1])
    // Also where the number is missing.
    if (!(number > before)) return null
    before = number
    if (number > mostRows) return { data, rows }
    if (/\shidden="(1|true)"/.test(row[1] ?? '')) rows[number - 1] = { hidden: true }
    if (row[2] === '/') continue
    const cells: CellObject[] = []
    for (let match = next(cellHere); match !== null; match = next(cellHere)) {
      const [, letters = '', ofRow, attributes = '', formula, value, text] = match
      if (Number(ofRow) !== number || (formula !== undefined && !value)) return null
      const content = value ?? text
      if (content === undefined || content === '') continue
      const cell = toCell(content, text === undefined, kindOf(attributes), book)
      if (cell === null) return null
      cells[columnOf(letters)] = cell
    }
    if (next(rowEnd) === null) return null
    if (cells.length > 0) data[number - 1] = cells
  }
  return xml.slice(at).trim() === '' ? { data, rows } : null
}

interface CellKind {
  readonly type: string
  readonly style: number | null
}

function toCell(content: string, isValue: boolean, { type, style }: CellKind, book: BookFacts): CellObject | null {
  if (isValue === (type === 'inlineStr')) return null
  switch (type) {
    case 'n': {
      const v = Number.parseFloat(content)
      const z = style === null ? 'General' : book.formats[style]
      return Number.isNaN(v) || z === undefined ? null : numberCell(v, z, book.date1904)
    }
    case 's': {
      const v = book.strings[Number(content)]
      return v === undefined ? null : { t: 's', v }
    }
    case 'str':
    case 'inlineStr':
      return /[&\r]|_x/i.test(content) ? null : { t: 's', v: content }
    case 'b':
      return content === '1' || content === '0' ? { t: 'b', v: content === '1' } : null
    case 'e':
      return { t: 'e', w: content }
    default:
      return null
  }
}

function numberCell(v: number, z: string, date1904: boolean): CellObject {
  if (z === 'General' && Number.isInteger(v) && Math.abs(v) < 2 ** 31) return { t: 'n', v, z, w: String(v) }
  const w = shown(v, z, date1904)
  return { t: 'n', v, z, ...(w === undefined ? {} : { w }) }
}

/** As SheetJS does it: a format that cannot be followed shows nothing, and the number itself is taken. */
function shown(v: number, z: string, date1904: boolean): string | undefined {
  try {
    return String(SSF.format(z, v, { date1904 }))
  } catch {
    return undefined
  }
}

/** The cells of a list have the same few attributes over and over. */
function kinds(): (attributes: string) => CellKind {
  const known = new Map<string, CellKind>()
  return (attributes) => {
    const before = known.get(attributes)
    if (before !== undefined) return before
    const style = /\ss="(\d+)"/.exec(attributes)?.[1]
    const kind = { type: /\st="(\w+)"/.exec(attributes)?.[1] ?? 'n', style: style === undefined ? null : Number(style) }
    known.set(attributes, kind)
    return kind
  }
}

/** `A` → 0. */
function columns(): (letters: string) => number {
  const known = new Map<string, number>()
  return (letters) => {
    const before = known.get(letters)
    if (before !== undefined) return before
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    known.set(letters, column)
    return column
  }
}
