import { read } from '@e965/xlsx'
import type { ParsingOptions, WorkBook } from '@e965/xlsx'
import { AppError } from '../../../../shared/errors.ts'
import { fileKind } from './file-kind.ts'
import type { FileKind } from './file-kind.ts'
import { openZip, storedZip } from './open-zip.ts'
import { readPlainXlsx } from './read-plain-xlsx.ts'
import { decodeText, readCsv } from './read-text.ts'
import { rosterError } from './roster-errors.ts'
import { toSheet } from './to-sheet.ts'
import type { Sheet } from './sheet.ts'

/** Bytes of a file above which it is not even looked at. */
export const mostFileBytes = 50 * 1024 * 1024
/** Rows of a sheet that are read; what lies below is reported by `Sheet.truncated`. */
export const mostSheetRows = 20_100
/** Sheets of a workbook that are read. */
const mostSheets = 40

/**
 * Reads the sheets of an .xlsx, .xlsm, .xlsb, .xls, .et, .ods, .csv or .txt, of an HTML table or XML sheet saved as .xls.
 * What it is, is decided by its content, not by its name. Pure: no files, no network; macros, links and pictures are
 * left unread. Throws only `AppError`s, all of them `roster.*` with a sentence for the user.
 */
export function readWorkbook(file: Uint8Array): readonly Sheet[] {
  if (file.length > mostFileBytes) throw rosterError('tooBig')
  const kind = fileKind(file)
  if (kind === 'text') return [csvSheet(file)]
  let book: WorkBook
  try {
    book = parse(file, kind)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw rosterError(/password|encrypt/i.test(String(cause)) ? 'password' : 'damaged', cause)
  }
  const names = book.SheetNames.slice(0, mostSheets)
  if (names.length === 0) throw rosterError('noSheet')
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets = names.flatMap((name, index) => {
    // Own properties only: a sheet may be named like a member of every object.
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    return sheet === undefined ? [] : [toSheet(name, sheet, { hidden, date1904, mostRows: mostSheetRows })]
  })
  if (sheets.length === 0) throw rosterError('unreadable')
  return sheets
}

function parse(file: Uint8Array, kind: FileKind): WorkBook {
  const options = { dense: true, cellNF: true, cellStyles: true, cellHTML: false, sheetRows: mostSheetRows } satisfies ParsingOptions
  if (kind === 'markup') return read(decodeMarkup(file), { ...options, type: 'string', raw: true })
  if (kind === 'xls') return read(file, { ...options, type: 'array' })
  const entries = openZip(file, kind === 'xlsx' ? isNeededInXlsx : isNeededInOds)
  const plain = kind === 'xlsx' ? readPlainXlsx(entries, options) : null
  return plain ?? read(storedZip(entries), { ...options, type: 'array' })
}

function isNeededInXlsx(name: string): boolean {
  return /\.(xml|rels|bin)$/i.test(name)
    && !/(^|\/)(media|embeddings|drawings|charts|externalLinks|printerSettings|customXml|threadedComments|persons|pivotTables|pivotCache|diagrams|ctrlProps|activeX)\//i.test(name)
    && !/vbaProject|comments\d*\.xml$/i.test(name)
}

function isNeededInOds(name: string): boolean {
  return name === 'mimetype' || /^(content|styles|meta|settings|META-INF\/manifest)\.xml$/.test(name)
}

/** HTML and XML name their encoding themselves; systems of bureaus write GBK as often as UTF-8. */
function decodeMarkup(file: Uint8Array): string {
  const text = decodeText(file)
  return /<!ENTITY/i.test(text) ? text.replace(/<!DOCTYPE[^[>]*(\[[\s\S]*?\])?\s*>/gi, '') : text
}

function csvSheet(file: Uint8Array): Sheet {
  const rows = readCsv(decodeText(file), mostSheetRows)
  return {
    name: '文本',
    hidden: false,
    rows: rows.map((row) => row.map((text) => (text === '' ? undefined : { text }))),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: [],
    date1904: false,
    truncated: rows.length >= mostSheetRows,
  }
}
