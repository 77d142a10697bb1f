import { readChineseDate } from '../../../../shared/domain/dates/read-chinese-date.ts'
import { readIdNumber } from '../../../../shared/domain/people/id-number.ts'
import { longestText } from '../../../../shared/domain/people/person-fields.ts'
import type { PersonField, ProblemLevel } from '../../../../shared/domain/people/person-fields.ts'
import { readPhone } from '../../../../shared/domain/people/phone.ts'
import { readProfessionalTitle } from '../../../../shared/domain/people/professional-title.ts'
import type { RosterValues } from '../../../../shared/domain/people/roster-reading.ts'
import { squeezed, tidied, tidyName } from '../../../../shared/domain/people/typed-text.ts'
import {
  readDegree, readEducation, readEthnicity, readPoliticalStatus, readSchoolStage, readSex, readSubject,
} from '../../../../shared/domain/people/vocabularies.ts'
import type { WordReading } from '../../../../shared/domain/people/vocabularies.ts'
import type { SheetCell } from './sheet.ts'

/** What holds for the whole file. */
export interface ReadingFile {
  /** The day of the import, `YYYY-MM-DD`. */
  readonly today: string
  readonly date1904: boolean
}

/** What a cell's reading may do: set values, and say what is wrong with it. */
export interface ReadingRow {
  readonly values: RosterValues
  say(level: ProblemLevel, message: string): void
}

type ReadCell = (cell: SheetCell, row: ReadingRow) => void
export type CellReaders = Readonly<Record<PersonField, ReadCell>>

/** Columns of a roster say the same few words and dates over and over: each is read once a file. */
function onceEach<T extends string | number, R>(read: (typed: T) => R): (typed: T) => R {
  const known = new Map<T, R>()
  return (typed) => {
    const before = known.get(typed)
    if (before !== undefined) return before
    const reading = read(typed)
    known.set(typed, reading)
    return reading
  }
}

/** Whether the text means that there is nothing. */
const isNothing = (text: string) => /^(无|暂无|没有|-+|—+|\/|\\)$/.test(squeezed(text))

function readLine(field: Exclude<PersonField, 'sex' | 'homeroomYears' | 'name' | 'honours' | 'note'>, label: string): ReadCell {
  return (cell, row) => {
    const text = tidied(cell.text)
    if (isNothing(text)) return
    setLine(field, label, text, row)
  }
}

function setLine(field: Exclude<PersonField, 'sex' | 'homeroomYears'>, label: string, text: string, row: ReadingRow): void {
  if ([...text].length > longestText.line) row.say('error', `${label}有 ${[...text].length} 个字，最多 ${longestText.line} 个，请缩短`)
  else row.values[field] = text
}

function readWord(field: 'ethnicity' | 'politicalStatus' | 'degree' | 'schoolStage' | 'subject', label: string, readTyped: (typed: string) => WordReading, says: boolean): ReadCell {
  const read = onceEach(readTyped)
  return (cell, row) => {
    const reading = read(cell.text)
    if (reading.value === null) return
    if (!reading.known && says) row.say('warning', `“${tidied(cell.text)}”不是常用的${label}写法，按原文保留，请核对`)
    setLine(field, label, reading.known ? reading.value : tidied(cell.text), row)
  }
}

function readDate(field: 'bornOn' | 'titleGrantedOn' | 'teachingSince', { today, date1904 }: ReadingFile): ReadCell {
  const latestYear = Number(today.slice(0, 4)) + 1
  const read = onceEach((typed: string | number) => readChineseDate(typed, { date1904, earliestYear: 1900, latestYear, pivot: latestYear % 100 }))
  return (cell, row) => {
    if (isNothing(cell.text)) return
    const reading = read(dateInput(cell))
    if (!reading.ok) return row.say('error', reading.message)
    for (const warning of reading.warnings) row.say('warning', warning)
    row.values[field] = cell.dayShown === undefined ? reading.value : reading.value.slice(0, { year: 4, month: 7, day: 10 }[cell.dayShown])
  }
}

/** A day goes as its number; so does a number that was typed, unless it shows a last zero that the number lacks (1988.10). */
function dateInput(cell: SheetCell): string | number {
  if (cell.number === undefined) return cell.text
  return cell.dayShown === undefined && /^\d{4}\.(0[1-9]|1[0-2])$/.test(cell.text) ? cell.text : cell.number
}

const readName: ReadCell = (cell, row) => {
  const typed = tidyName(cell.text)
  const bracket = /^([^()（）[\]【】]+)[(（[【]([^()（）[\]【】]*)[)）\]】]$/.exec(typed)
  const name = (bracket?.[1] ?? typed).trim()
  if (!/\p{L}/u.test(name)) return row.say('error', `“${cell.text}”不像姓名，请核对`)
  if ([...name].length > longestText.name) return row.say('error', `姓名有 ${[...name].length} 个字，最多 ${longestText.name} 个，请核对`)
  row.values.name = name
  if (bracket?.[2]) {
    row.say('warning', `姓名后面的“${bracket[2]}”没有当作姓名，已记到备注`)
    addLine('note', bracket[2], row)
  }
  if (/[\d?？*#@]/.test(name)) row.say('warning', `姓名“${name}”里有不常见的字符，请核对`)
  else if ([...name].length === 1) row.say('warning', '姓名只有一个字，请核对')
}

function addLine(field: 'note' | 'honours', text: string, row: ReadingRow): void {
  const all = row.values[field] === null ? text : `${row.values[field]}\n${text}`
  if ([...all].length > longestText.note) row.say('error', `内容超过 ${longestText.note} 个字，请缩短`)
  else row.values[field] = all
}

/** 8, 8年, 8.5, 8年半, 8年6个月. */
function readYears(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)(?:年)?(半)?(?:(\d{1,2})个?月)?$/.exec(squeezed(text))
  if (match?.[1] === undefined) return null
  return Math.round((Number(match[1]) + (match[2] === undefined ? 0 : 0.5) + Number(match[3] ?? 0) / 12) * 10) / 10
}

/** How the cell of each field is read in one file; every one may set values and say what is wrong. */
export function createCellReaders(file: ReadingFile): CellReaders {
  const readTitle = onceEach(readProfessionalTitle)
  const readSchooling = onceEach(readEducation)
  return {
    name: readName,
    sex: (cell, row) => {
      if (isNothing(cell.text)) return
      const sex = readSex(cell.text)
      if (sex === null) row.say('error', `“${tidied(cell.text)}”不是性别，请填“男”或“女”`)
      else row.values.sex = sex
    },
    bornOn: readDate('bornOn', file),
    idNumber: (cell, row) => {
      if (isNothing(cell.text)) return
      const reading = readIdNumber(cell.number ?? cell.text, file.today)
      if (!reading.ok) return row.say('error', reading.message)
      if (reading.value.warning !== undefined) row.say('warning', reading.value.warning)
      row.values.idNumber = reading.value.value
    },
    phone: (cell, row) => {
      if (isNothing(cell.text)) return
      const reading = readPhone(cell.text)
      if (!reading.ok) return row.say('error', reading.message)
      if (reading.warning !== undefined) row.say('warning', reading.warning)
      row.values.phone = reading.value
    },
    ethnicity: readWord('ethnicity', '民族', readEthnicity, true),
    politicalStatus: readWord('politicalStatus', '政治面貌', readPoliticalStatus, true),
    education: (cell, row) => {
      const reading = readSchooling(cell.text)
      if (reading.value === null) return
      if (!reading.known) row.say('warning', `“${tidied(cell.text)}”不是常用的学历写法，按原文保留，请核对`)
      setLine('education', '学历', reading.known ? reading.value : tidied(cell.text), row)
      if (reading.degree !== undefined && row.values.degree === null) row.values.degree = reading.degree
    },
    degree: readWord('degree', '学位', readDegree, true),
    graduatedFrom: readLine('graduatedFrom', '毕业院校'),
    schoolName: readLine('schoolName', '工作单位'),
    post: readLine('post', '职务'),
    subject: readWord('subject', '任教学科', readSubject, false),
    schoolStage: readWord('schoolStage', '学段', readSchoolStage, true),
    professionalTitle: (cell, row) => {
      const facts = readTitle(cell.text)
      if (facts.warning !== undefined) row.say('warning', facts.warning)
      if (facts.title !== null) setLine('professionalTitle', '职称', facts.title, row)
      if (facts.honour !== undefined) addLine('honours', facts.honour, row)
      if (facts.oldName !== undefined) addLine('note', `原职称：${facts.oldName}`, row)
    },
    titleGrantedOn: readDate('titleGrantedOn', file),
    teachingSince: readDate('teachingSince', file),
    homeroomYears: (cell, row) => {
      if (isNothing(cell.text)) return
      const years = readYears(cell.text)
      if (years === null || years > 60) row.say('error', `“${tidied(cell.text)}”不是班主任年限，请填数字，例如 8 或 8.5`)
      else row.values.homeroomYears = years
    },
    honours: (cell, row) => {
      if (isNothing(cell.text)) return
      for (const line of cell.text.split(/\r?\n|[；;]/)) if (tidied(line) !== '') addLine('honours', tidied(line), row)
    },
    email: (cell, row) => {
      if (isNothing(cell.text)) return
      const text = squeezed(cell.text)
      if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) setLine('email', '电子邮箱', text, row)
      else row.say('error', `“${tidied(cell.text)}”不是电子邮箱，应像 name@example.cn，请核对`)
    },
    staffNo: (cell, row) => {
      const text = squeezed(cell.text)
      if (isNothing(text)) return
      if ([...text].length > 40) row.say('error', '工号超过 40 个字，请核对')
      else row.values.staffNo = text
    },
    note: (cell, row) => {
      if (isNothing(cell.text)) return
      for (const line of cell.text.split(/\r?\n/)) if (tidied(line) !== '') addLine('note', tidied(line), row)
    },
  }
}
