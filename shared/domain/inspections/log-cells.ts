import { isCalendarDay, makeDay } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import { type LogItemState, logItemStateNames, logItemStates } from './inspection-words.ts'

/** One log as the form of the program and the cells of its line in the table know it. */
export interface LogCells {
  readonly handedInOn: Day | null
  readonly progress: LogItemState | null
  readonly practice: LogItemState | null
  readonly homework: LogItemState | null
  readonly lessonsPlanned: number | null
  readonly lessonsHeld: number | null
  readonly homeworkAssigned: number | null
  readonly homeworkCorrected: number | null
  readonly remark: string | null
}

const writings: readonly (readonly [LogItemState, readonly string[]])[] = [
  ['done', ['1', '完成', '已完成', '√', '✓', '是', '按计划']],
  ['partly', ['2', '部分', '部分完成', '△', '基本完成']],
  ['notDone', ['3', '未完成', '未', '没有完成', '×', '✕', '否']],
  ['none', ['4', '无', '-', '—', '/', '不涉及']],
]
const stateOfWriting = new Map(writings.flatMap(([state, words]) => words.map((word) => [word, state] as const)))

/** 1, √ or 完成 → 完成; empty stays empty; undefined for what is no state. */
export function readItemState(text: string): string | undefined {
  const clean = text.normalize('NFKC').replaceAll(/\s/g, '')
  if (clean === '') return ''
  const state = stateOfWriting.get(clean)
  return state === undefined ? undefined : logItemStateNames[state]
}

/** A whole number that is not negative, or nothing. */
export function readCount(text: string): string | undefined {
  const clean = text.normalize('NFKC').trim()
  return clean === '' || /^\d{1,4}$/.test(clean) ? clean : undefined
}

/** 9-14, 9.14, 9月14日 or 2026-09-14 → the day; without a year the one that lies in or after the week. */
export function readLogDay(text: string, weekStartsOn: Day): string | undefined {
  const clean = text.normalize('NFKC').trim()
  if (clean === '') return ''
  const parts = /^(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?$/.exec(clean)
  if (parts === null) return undefined
  const [month, date] = [Number(parts[2]), Number(parts[3])]
  const year = Number(weekStartsOn.slice(0, 4))
  const years = parts[1] === undefined ? [year, year + 1] : [Number(parts[1])]
  const days = years.filter((each) => isCalendarDay(each, month, date)).map((each) => makeDay(each, month, date))
  return days.find((day) => day >= weekStartsOn) ?? days[0]
}

/** The line of the table: day, three items, four counts, remark. */
export function cellsOf(log: LogCells): readonly string[] {
  const state = (value: LogItemState | null) => value === null ? '' : logItemStateNames[value]
  const count = (value: number | null) => value === null ? '' : String(value)
  return [
    log.handedInOn ?? '', state(log.progress), state(log.practice), state(log.homework),
    count(log.lessonsPlanned), count(log.lessonsHeld), count(log.homeworkAssigned), count(log.homeworkCorrected), log.remark ?? '',
  ]
}

/** What the cells say; the inverse of `cellsOf`. */
export function logOfCells(cells: readonly string[]): LogCells {
  const state = (at: number) => logItemStates.find((each) => logItemStateNames[each] === cells[at]) ?? null
  const count = (at: number) => (cells[at] ?? '') === '' ? null : Number(cells[at])
  const text = (at: number) => (cells[at] ?? '') === '' ? null : (cells[at] ?? null)
  return {
    handedInOn: text(0), progress: state(1), practice: state(2), homework: state(3),
    lessonsPlanned: count(4), lessonsHeld: count(5), homeworkAssigned: count(6), homeworkCorrected: count(7), remark: text(8),
  }
}

/** A line that something was just written into and that has no day yet came in today. */
export function withDayToday(rows: readonly (readonly string[])[], before: readonly (readonly string[])[], today: Day): readonly (readonly string[])[] {
  return rows.map((row, at) => {
    const somethingIn = row.slice(1).some((cell) => cell !== '')
    return row[0] === '' && before[at]?.[0] === '' && somethingIn ? [today, ...row.slice(1)] : row
  })
}
