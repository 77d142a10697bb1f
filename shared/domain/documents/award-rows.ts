import { readChineseDate } from '../dates/read-chinese-date.ts'
import type { AwardRow } from './form-data.ts'

const level = /(?:国家|部|省|市|县|区|旗|镇|乡|校)级/
const date = /(?:19|20)\d{2}\s*(?:年\s*(?:\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?)?|[.\-/．]\s*\d{1,2}(?!\d)(?:[.\-/]\d{1,2}(?!\d))?)/
const issuer = /(?:局|厅|部|院|馆|会|室|署|政府|大学|学院|中学|小学|学校|中心|党委|总支|团委|办公室)$/
/** What parts one fact of a line from the next. */
const separators = /[\s，,；;、|]+/

/**
 * The honours of a person, one a line as typed, as rows of a form: date, level and issuing body are taken out where the line
 * says them in so many words (「2023年9月，县级优秀教师，云溪县教育局」「省级优课（省电化教育馆）」); whatever is not understood stays in the name.
 * @param sinceYear rows whose date lies before this year are left out; rows without a date stay
 */
export function awardRows(honours: string | null, sinceYear: number): AwardRow[] {
  return (honours ?? '').split(/\r?\n|(?<=[^；;])[；;](?=.*\S)/).map((line) => line.trim().replace(/^(?:\d{1,2}[.、)）]|[-•·])\s*/, ''))
    .filter((line) => line !== '').map(readAward)
    .filter((row) => row.date === null || Number(row.date.slice(0, 4)) >= sinceYear)
}

function readAward(line: string): AwardRow {
  const dated = date.exec(line)?.[0] ?? null
  const reading = dated === null ? null : readChineseDate(dated.replaceAll(/\s/g, '').replace('．', '.'))
  const when = reading?.ok === true ? reading.value : null
  let rest = when === null || dated === null ? line : line.replace(dated, ' ')
  let by: string | null = null
  const bracket = /[（(]([^（）()]+)[）)]/.exec(rest)
  if (bracket?.[1] !== undefined && issuer.test(bracket[1].trim())) {
    by = bracket[1].trim()
    rest = rest.replace(bracket[0], ' ')
  }
  const parts = rest.replaceAll(/[（(]\s*[）)]/g, ' ').split(separators).filter((part) => part !== '')
  const last = parts.at(-1)
  if (by === null && parts.length > 1 && last !== undefined && issuer.test(last)) {
    by = last
    parts.pop()
  }
  const name = parts.filter((part) => parts.length === 1 || level.exec(part)?.[0] !== part).join(' ')
  return { name: name === '' ? line : name, level: level.exec(rest)?.[0] ?? null, date: when?.slice(0, 7) ?? null, issuer: by }
}
