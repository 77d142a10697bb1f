import { headingKey, headingMeaning } from '../../../../shared/domain/people/roster-headings.ts'
import type { HeadingMeaning, RosterTarget } from '../../../../shared/domain/people/roster-headings.ts'
import { personFields } from '../../../../shared/domain/people/person-fields.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** Title rows, notes to whoever fills the list in and blank rows stand above the header; never this many. */
const mostRowsAbove = 40
const mostHeaderRows = 3

export interface Header {
  /** First and last row of the header, counted from 0. */
  readonly fromRow: number
  readonly toRow: number
  /** Heading of each column; the lines of a header of several rows, from the top, different ones only. */
  readonly headings: readonly (readonly string[])[]
}

/**
 * The header of a roster: the rows, one to three, whose cells are names of fields most of all. A name column and one
 * more are the least. Cells merged over two rows or columns count for all that they cover. Null when there is none.
 */
export function findHeader(sheet: Sheet, remembered: ReadonlyMap<string, string> = new Map()): Header | null {
  // Each row is looked at up to three times, and rows of people say the same words over and over.
  const known = new Map<string, string | null>()
  const targetOf = (lines: readonly string[]) => {
    const key = lines.join('\n')
    const target = known.get(key)
    if (target !== undefined) return target
    const found = headingTarget(lines, remembered)
    known.set(key, found)
    return found
  }
  let best: { header: Header; score: number } | null = null
  for (let fromRow = 0; fromRow < Math.min(sheet.rows.length, mostRowsAbove); fromRow++) {
    for (let toRow = fromRow; toRow < Math.min(sheet.rows.length, fromRow + mostHeaderRows); toRow++) {
      const header = headerAt(sheet, fromRow, toRow)
      const score = scoreOf(header, targetOf)
      if (score !== null && (best === null || score > best.score)) best = { header, score }
    }
  }
  return best === null ? null : withMergedRows(sheet, best.header)
}

/** The header that stands in these rows (counted from 0), whatever is written there. */
export function headerAt(sheet: Sheet, fromRow: number, toRow: number): Header {
  const rows = sheet.rows.slice(fromRow, toRow + 1)
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const headings = Array.from({ length: columns }, (_, c) => {
    const lines = rows.map((row) => row[c]?.text ?? '').filter((text) => text !== '')
    return lines.filter((text, i) => lines.indexOf(text) === i)
  })
  return { fromRow, toRow, headings }
}

/** A header row with cells that are merged downwards reaches as far as they do. */
function withMergedRows(sheet: Sheet, header: Header): Header {
  const reach = sheet.merges
    .filter((area) => area.fromRow >= header.fromRow && area.fromRow <= header.toRow && sheet.rows[area.fromRow]?.[area.fromColumn] !== undefined)
    .reduce((most, area) => Math.max(most, area.toRow), header.toRow)
  const toRow = Math.min(reach, header.fromRow + mostHeaderRows - 1)
  return toRow === header.toRow ? header : headerAt(sheet, header.fromRow, toRow)
}

/**
 * How many different fields the rows name. Rows that add none count against a longer header, so that the first person
 * is not swallowed; and a title spread over the whole width by a merge names nothing.
 */
function scoreOf(header: Header, targetOf: (lines: readonly string[]) => string | null): number | null {
  const named = new Set<string>()
  let others = 0
  for (const lines of header.headings) {
    const target = targetOf(lines)
    if (target === null) others += lines.length > 0 ? 1 : 0
    else if (target === 'ignore') others++
    else named.add(target)
  }
  if (!named.has('name') || named.size < 2) return null
  return named.size * 10 + Math.min(others, 5) - (header.toRow - header.fromRow) * 4 - header.fromRow * 0.01
}

function headingTarget(lines: readonly string[], remembered: ReadonlyMap<string, string>): string | null {
  return rememberedTarget(lines, remembered) ?? meaningOfHeading(lines)?.target ?? null
}

/** What was remembered for a heading, if it is a field that there is. */
export function rememberedTarget(lines: readonly string[], remembered: ReadonlyMap<string, string>): RosterTarget | null {
  for (const reading of headingReadings(lines)) {
    const known = remembered.get(headingKey(reading))
    const target = known === 'ignore' ? known : personFields.find((field) => field === known)
    if (target !== undefined) return target
  }
  return null
}

/** Columns about somebody else. */
const othersHeading = /紧急联系|配偶|家庭成员|子女|监护人|推荐人|填表人/

/** The meaning of a heading of one or several lines; a sure one before a probable one. */
export function meaningOfHeading(lines: readonly string[]): HeadingMeaning | null {
  if (lines.some((line) => othersHeading.test(line))) return { target: 'ignore', confidence: 'likely', rank: 0 }
  const meanings = headingReadings(lines).map((reading) => headingMeaning(reading)).filter((meaning) => meaning !== null)
  return meanings.find((meaning) => meaning.confidence === 'certain') ?? meanings[0] ?? null
}

/**
 * In which words a heading of several lines may be meant, the likeliest first: 职称 over 取得时间 as 职称取得时间, then
 * the lowest line by itself (联系方式 over 手机), then the ones above it (学历 over 名称).
 */
function headingReadings(lines: readonly string[]): readonly string[] {
  return lines.length <= 1 ? lines : [lines.join(''), ...lines.toReversed()]
}

/** Whether a row repeats the header, as on every page of a printed list. */
export function repeatsHeader(row: SheetRow, header: Header): boolean {
  let same = 0
  for (const [c, lines] of header.headings.entries()) {
    const text = row[c]?.text
    if (text === undefined) continue
    if (!lines.some((line) => headingKey(line) === headingKey(text))) return false
    same++
  }
  return same >= 2
}
