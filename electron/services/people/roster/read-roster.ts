import type { PersonField } from '../../../../shared/domain/people/person-fields.ts'
import type { RosterColumn, RosterReading, RosterRow } from '../../../../shared/domain/people/roster-reading.ts'
import { findHeader, headerAt, repeatsHeader } from './find-header.ts'
import type { Header } from './find-header.ts'
import { matchColumns } from './match-columns.ts'
import { markRepeats } from './mark-repeats.ts'
import { fieldColumns, readRow } from './read-row.ts'
import { createCellReaders } from './read-values.ts'
import { mostSheetRows, readWorkbook } from './read-workbook.ts'
import { rosterError } from './roster-errors.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** People in one file. */
export const mostPeople = 20_000

export interface RosterChoices {
  /** The day of the import, `YYYY-MM-DD`. */
  readonly today: string
  /** What earlier imports were told: `headingKey` of a heading → field or `ignore` (table `roster_heading`). */
  readonly remembered?: ReadonlyMap<string, string>
  /** The sheet that the user picked; else the first with a roster, visible ones first. */
  readonly sheetName?: string
  /** The header row that the user pointed at, as seen in the file; else it is found. */
  readonly headerRow?: number
  /** Columns that the user set, by letter: field or `ignore`. They go before everything else. */
  readonly fields?: ReadonlyMap<string, string>
}

/**
 * Reads a roster: sheet, header, columns, people with all that is wrong with them. Pure but for the time it takes.
 * Throws `roster.*` errors for a file that is no roster at all; never because of a row.
 */
export function readRoster(file: Uint8Array, fileName: string, choices: RosterChoices): RosterReading {
  const remembered = choices.remembered ?? new Map<string, string>()
  const sheets = readWorkbook(file)
  if (sheets.every((sheet) => sheet.rows.length === 0)) throw rosterError('emptySheet')
  const found = sheets.map((sheet) => ({ sheet, header: findHeader(sheet, remembered) }))
  const picked = pick(found, choices)
  if (picked.sheet.truncated && lastRow(picked.sheet) >= mostPeople) throw rosterError('tooManyRows')
  const columns = matchColumns(picked.sheet, picked.header, { remembered, chosen: choices.fields ?? new Map() })
  const { rows, leftOut } = readRows(picked.sheet, picked.header, columns, choices.today)
  if (rows.length === 0) throw rosterError('noRows')
  if (rows.length > mostPeople) throw rosterError('tooManyRows')
  return {
    fileName,
    sheets: found.map(({ sheet, header }) => ({ name: sheet.name, hidden: sheet.hidden, hasRoster: header !== null })),
    sheetName: picked.sheet.name,
    headerRows: [picked.header.fromRow + 1, picked.header.toRow + 1],
    columns: [...columns],
    rows: markRepeats(rows),
    leftOut,
    remarks: remarksOn(picked.sheet, columns, rows, found.filter(({ header, sheet }) => header !== null && sheet !== picked.sheet && !sheet.hidden).map(({ sheet }) => sheet.name)),
  }
}

interface Picked {
  readonly sheet: Sheet
  readonly header: Header
}

function pick(found: readonly { readonly sheet: Sheet; readonly header: Header | null }[], choices: RosterChoices): Picked {
  const named = found.find(({ sheet }) => sheet.name === choices.sheetName)
  const fitting = named ?? found.find(({ sheet, header }) => header !== null && !sheet.hidden) ?? found.find(({ header }) => header !== null)
  const { sheet, header } = fitting ?? found.find((one) => one.sheet.rows.length > 0) ?? { sheet: undefined, header: null }
  if (sheet === undefined || sheet.rows.length === 0) throw rosterError('emptySheet')
  if (choices.headerRow !== undefined) {
    const row = Math.min(Math.max(choices.headerRow, 1), sheet.rows.length) - 1
    return { sheet, header: headerAt(sheet, row, row) }
  }
  if (header === null) throw rosterError('noHeader')
  return { sheet, header }
}

function lastRow(sheet: Sheet): number {
  return sheet.rows.findLastIndex((row) => row.some((cell) => cell !== undefined)) + 1
}

function readRows(sheet: Sheet, header: Header, columns: readonly RosterColumn[], today: string): Pick<RosterReading, 'rows' | 'leftOut'> {
  const byField = fieldColumns(columns)
  if (!byField.has('name')) throw rosterError('noNameColumn')
  const rows: RosterRow[] = []
  const leftOut: RosterReading['leftOut'] = []
  const readers = createCellReaders({ today, date1904: sheet.date1904 })
  const end = Math.min(sheet.rows.length, mostSheetRows)
  for (let r = header.toRow + 1; r < end; r++) {
    const row = sheet.rows[r] ?? []
    if (!row.some((cell) => cell !== undefined)) continue
    const reason = whyNoPerson(row, header, byField)
    if (reason !== null) {
      if (reason !== '') leftOut.push({ rowNumber: r + 1, text: rowText(row), reason })
      continue
    }
    rows.push(readRow(row, r + 1, byField, { today, readers, hidden: sheet.hiddenRows.has(r + 1) }))
  }
  return { rows, leftOut }
}

const noteStart = /^(注[:：]?|备注[:：]|说明[:：]?|填表说明|合计|总计|小计|共计|共\d+人|制表人?|填表人?|填报人|审核人?|负责人|校长|单位负责人|经办人|联系人|填报单位|填报日期|填表日期|制表日期|日期[:：]|以上|本表|此表|第\d+页)/

/** Why a row is no person; an empty reason for one with nothing but a running number; null for a person. */
function whyNoPerson(row: SheetRow, header: Header, byField: ReadonlyMap<PersonField, RosterColumn>): string | null {
  if (repeatsHeader(row, header)) return '与表头相同'
  const own = row.filter((cell) => cell !== undefined && cell.spread === undefined)
  const fields = [...byField].filter(([, column]) => {
    const cell = row[column.index]
    return cell !== undefined && cell.spread === undefined
  }).map(([field]) => field)
  const first = own[0]?.text.replace(/\s/g, '') ?? ''
  const nameCell = row[byField.get('name')?.index ?? -1]
  const name = nameCell?.text.replace(/\s/g, '') ?? ''
  const hasName = nameCell !== undefined && nameCell.spread === undefined
  if (noteStart.test(first) && fields.length <= 3) return '说明、合计或签名'
  if (noteStart.test(name) && fields.length <= 2) return '说明、合计或签名'
  if (own.length === 0) return ''
  if (!hasName && fields.length === 0) return own.length === 1 && /^\d+$/.test(first) ? '' : '没有姓名，也没有其他内容'
  if (!hasName && fields.length === 1 && (own.length === 1 || first.length > 20)) return '没有姓名，也没有其他内容'
  if (hasName && fields.length === 1 && [...name].length > 20) return '说明、合计或签名'
  return null
}

function rowText(row: SheetRow): string {
  return row.flatMap((cell) => (cell === undefined || cell.spread !== undefined ? [] : [cell.text])).join(' ').replace(/\d{11,}/g, '…').slice(0, 80)
}

function remarksOn(sheet: Sheet, columns: readonly RosterColumn[], rows: readonly RosterRow[], others: readonly string[]): string[] {
  const remarks: string[] = []
  const hiddenRows = rows.filter((row) => row.hidden).length
  if (sheet.hidden) remarks.push(`工作表“${sheet.name}”在文件里是隐藏的`)
  if (hiddenRows > 0) remarks.push(`有 ${hiddenRows} 行在文件里被隐藏或筛选掉了，也读了进来，不需要的请取消勾选`)
  const hidden = columns.filter((column) => column.hidden && column.target !== null && column.target !== 'ignore').map((column) => column.letter)
  if (hidden.length > 0) remarks.push(`${hidden.join('、')} 列在文件里是隐藏的，也读了进来`)
  if (others.length > 0) remarks.push(`工作表${others.map((name) => `“${name}”`).join('、')}里也有名单，这次没有读；可以另选`)
  return remarks
}
