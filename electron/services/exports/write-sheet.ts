import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node'
import type { sheetKinds } from '../../../shared/contract/exports.ts'
import { dayNumber, isDay } from '../../../shared/domain/dates/day.ts'
import { fen } from '../../../shared/domain/money/fen.ts'

export type SheetCell = string | number | null

export interface SheetColumn {
  readonly title: string
  /** Money is whole fen, a date `YYYY-MM-DD`; whatever does not fit its column is written as text. */
  readonly kind: (typeof sheetKinds)[number]
  /** In characters of the body font; by the longest cell when absent. */
  readonly width?: number | null
}

export interface SheetLayout {
  /** The first line, large, over all columns. */
  readonly title: string
  /** Lines below the title. */
  readonly notes?: readonly string[]
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** A last row that adds up, in bold; texts and amounts by column. */
  readonly total?: readonly SheetCell[]
  /** Lines below the table: amount in capitals, signatures. */
  readonly closing?: readonly string[]
  readonly orientation?: 'landscape'
}

export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const millisecondsOfDay = 86_400_000
const fontFamily = '宋体'
const border = { borderStyle: 'thin', borderColor: '#8A8F94' } as const
const widest = 48

/** The bytes of an .xlsx workbook with one sheet. */
export async function writeSheet(layout: SheetLayout): Promise<Uint8Array> {
  const span = layout.columns.length
  const across = (text: string, style: object): Cell[] => [{ value: plain(text), type: String, columnSpan: span, ...style }, ...Array.from({ length: span - 1 }, () => null)]
  const head = layout.columns.map(({ title }): Cell => ({
    value: plain(title), type: String, fontWeight: 'bold', align: 'center', alignVertical: 'center', backgroundColor: '#F1EFE8', wrap: true, height: 22, ...border,
  }))
  const data: SheetData = [
    across(layout.title, { fontWeight: 'bold', fontSize: 16, align: 'center', alignVertical: 'center', height: 30 }),
    ...(layout.notes ?? []).map((note) => across(note, { align: 'left' })),
    head,
    ...layout.rows.map((row) => layout.columns.map(({ kind }, at) => cellOf(row[at] ?? null, kind))),
    ...(layout.total === undefined ? [] : [layout.columns.map(({ kind }, at): Cell => ({ ...cellOf(layout.total?.[at] ?? null, kind), fontWeight: 'bold' }))]),
    ...(layout.closing ?? []).map((line) => across(line, { align: 'left', alignVertical: 'center', height: 24 })),
  ]
  const written = await writeXlsxFile(data, {
    sheet: sheetName(layout.title),
    columns: layout.columns.map((column, at) => ({ width: column.width ?? widthOf(column, layout.rows, at) })),
    stickyRowsCount: 2 + (layout.notes?.length ?? 0),
    ...(layout.orientation === undefined ? {} : { orientation: layout.orientation }),
  }, { fontFamily, fontSize: 11 }).toBuffer()
  return new Uint8Array(written)
}

type CellObject = Exclude<Extract<Cell, object>, Date>

function cellOf(value: SheetCell, kind: SheetColumn['kind']): CellObject {
  if (value === null || value === '') return { ...border }
  if (typeof value === 'number') return numberCell(value, kind)
  if (kind === 'date' && isDay(value)) return { value: new Date(dayNumber(value) * millisecondsOfDay), type: Date, format: 'yyyy-mm-dd', align: 'center', ...border }
  // Always a string cell: what begins with = + - @ is then shown, never calculated.
  return { value: plain(value), type: String, wrap: true, alignVertical: 'center', ...border }
}

function numberCell(value: number, kind: SheetColumn['kind']): CellObject {
  if (!Number.isFinite(value)) return { ...border }
  if (kind === 'money') return { value: fen(value) / 100, type: Number, format: '#,##0.00', align: 'right', ...border }
  if (kind === 'text') return { value: String(value), type: String, ...border }
  return { value, type: Number, align: 'right', ...border }
}

/** Signs that XML cannot hold would make Excel offer a repair; a cell takes 32,767 characters. */
function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex -- exactly these are meant
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_767)
}

/** At most 31 characters, without those that Excel refuses in the name of a sheet. */
function sheetName(title: string): string {
  const name = [...plain(title).replace(/[\\/?*[\]:']/g, ' ').trim()].slice(0, 15).join('').trim()
  return name === '' ? 'Sheet1' : name
}

function widthOf(column: SheetColumn, rows: SheetLayout['rows'], at: number): number {
  const texts = [column.title, ...rows.slice(0, 500).map((row) => String(row[at] ?? ''))]
  const most = Math.max(...texts.map(displayWidth))
  return Math.min(widest, Math.max(8, column.kind === 'money' ? most + 5 : most + 2))
}

/** A Chinese character is as wide as two figures. */
function displayWidth(text: string): number {
  let width = 0
  for (const sign of text) width += sign > '\u02ff' ? 2 : 1
  return width
}

