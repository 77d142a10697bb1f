import { read } from '@e965/xlsx'
import type { DenseWorkSheet, ParsingOptions, WorkBook } from '@e965/xlsx'
import { storedZip } from './open-zip.ts'
import { type BookFacts, readPlainCells } from './plain-cells.ts'

/** What SheetJS gives beside what its types tell. */
interface WholeBook extends WorkBook {
  readonly Strings?: readonly ({ readonly t?: string } | undefined)[]
  readonly Styles?: { readonly CellXf?: readonly ({ readonly numFmtId?: number } | undefined)[] }
  readonly SSF?: Readonly<Record<number, string>>
}

/**
 * Reads an .xlsx as SheetJS does, but with its cells, which are nearly all of it, read by ourselves: SheetJS is handed the workbook with one
 * cell in each sheet, which says whose cells were taken out, and does the rest (names, styles, texts, merges, columns).
 * @param entries the unpacked workbook
 * @returns null where something stands in a cell that we do not know; SheetJS then reads it all
 */
export function readPlainXlsx(entries: ReadonlyMap<string, Uint8Array>, options: ParsingOptions & { readonly sheetRows: number }): WorkBook | null {
  const bodies: string[] = []
  const lean = new Map(entries)
  for (const [name, content] of entries) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) continue
    const sheet = splitSheet(content)
    // Without rows, or with names of its own for them: read as it is.
    if (sheet === null) continue
    const standIn = `<sheetData><row r="1"><c r="A1" t="str"><v>${standInFor}${bodies.length}</v></c></row></sheetData>`
    lean.set(name, new TextEncoder().encode(sheet.before + standIn + sheet.after))
    bodies.push(sheet.body)
  }
  const book: WholeBook = read(storedZip(lean), { ...options, dense: true, type: 'array' })
  const facts: BookFacts = {
    strings: (book.Strings ?? []).map((each) => each?.t),
    formats: (book.Styles?.CellXf ?? []).map((style) => book.SSF?.[style?.numFmtId ?? 0]),
    date1904: book.Workbook?.WBProps?.date1904 === true,
  }
  for (const sheet of Object.values(book.Sheets) as DenseWorkSheet[]) {
    const body = bodyOf(sheet, bodies)
    if (body === undefined) continue
    const cells = readPlainCells(body, options.sheetRows, facts)
    if (cells === null) return null
    sheet['!data'] = cells.data
    sheet['!rows'] = cells.rows
  }
  return book
}

const standInFor = 'cells of sheet '

function bodyOf(sheet: DenseWorkSheet, bodies: readonly string[]): string | undefined {
  const said = sheet['!data'][0]?.[0]?.v
  return typeof said === 'string' && said.startsWith(standInFor) ? bodies[Number(said.slice(standInFor.length))] : undefined
}

function splitSheet(content: Uint8Array): { before: string; body: string; after: string } | null {
  const xml = new TextDecoder().decode(content)
  const [start, end] = ['<sheetData>', '</sheetData>']
  const from = xml.indexOf(start)
  const to = xml.lastIndexOf(end)
  if (from < 0 || to < from || xml.includes('<!')) return null
  return { before: xml.slice(0, from), body: xml.slice(from + start.length, to), after: xml.slice(to + end.length) }
}
