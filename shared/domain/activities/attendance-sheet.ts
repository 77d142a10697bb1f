import type { AttendanceMark } from './activity-words.ts'
import { attendanceMarkNames, attendanceMarks } from './activity-words.ts'

/** One line of the sheet while it is being filled in. */
export interface SheetLine {
  readonly personId: string
  readonly name: string
  readonly mark: AttendanceMark | null
  readonly note: string
}

/** The sheet with its past and what was taken back, so that any step can be undone and done again. */
export interface SheetState<L extends SheetLine = SheetLine> {
  readonly lines: readonly L[]
  readonly past: readonly (readonly L[])[]
  readonly undone: readonly (readonly L[])[]
}

const mostSteps = 200

export function newSheet<L extends SheetLine>(lines: readonly L[]): SheetState<L> {
  return { lines, past: [], undone: [] }
}

/** One step; a step that changes nothing leaves no trace. */
export function withLines<L extends SheetLine>(state: SheetState<L>, lines: readonly L[]): SheetState<L> {
  const same = lines.length === state.lines.length && lines.every((line, at) => sameLine(line, state.lines[at]))
  return same ? state : { lines, past: [...state.past, state.lines].slice(-mostSteps), undone: [] }
}

export function undo<L extends SheetLine>(state: SheetState<L>): SheetState<L> {
  const before = state.past.at(-1)
  return before === undefined ? state : { lines: before, past: state.past.slice(0, -1), undone: [...state.undone, state.lines] }
}

export function redo<L extends SheetLine>(state: SheetState<L>): SheetState<L> {
  const next = state.undone.at(-1)
  return next === undefined ? state : { lines: next, past: [...state.past, state.lines], undone: state.undone.slice(0, -1) }
}

export function setMark<L extends SheetLine>(state: SheetState<L>, at: number, mark: AttendanceMark | null): SheetState<L> {
  return withLines(state, state.lines.map((line, index) => index === at ? { ...line, mark } : line))
}

export function setNote<L extends SheetLine>(state: SheetState<L>, at: number, note: string): SheetState<L> {
  return withLines(state, state.lines.map((line, index) => index === at ? { ...line, note } : line))
}

/** 全部出席: everybody who has no mark yet; when nobody is left without one, everybody. */
export function allPresent<L extends SheetLine>(state: SheetState<L>): SheetState<L> {
  const rest = state.lines.some(({ mark }) => mark === null)
  return withLines(state, state.lines.map((line) => rest && line.mark !== null ? line : { ...line, mark: 'present' as const }))
}

/** The line takes over mark and note of the one above it, as Ctrl+D does in a spreadsheet. */
export function fillDown<L extends SheetLine>(state: SheetState<L>, at: number): SheetState<L> {
  const above = state.lines[at - 1]
  if (above === undefined) return state
  return withLines(state, state.lines.map((line, index) => index === at ? { ...line, mark: above.mark, note: above.note } : line))
}

export function countMarks(lines: readonly SheetLine[]): Record<AttendanceMark, number> & { readonly open: number } {
  const counts = { present: 0, late: 0, excused: 0, absent: 0, open: 0 }
  for (const { mark } of lines) counts[mark ?? 'open'] += 1
  return counts
}

/** 应到 6，出席 5，请假 1; kinds that nobody has are left out. */
export function countsText(counts: Record<AttendanceMark, number>): string {
  const expected = attendanceMarks.reduce((sum, mark) => sum + counts[mark], 0)
  if (expected === 0) return '未记录'
  return [`应到 ${expected}`, ...attendanceMarks.filter((mark) => counts[mark] > 0).map((mark) => `${attendanceMarkNames[mark]} ${counts[mark]}`)].join('，')
}

const writings: readonly (readonly [AttendanceMark, readonly string[]])[] = [
  ['present', ['1', '出席', '出', '到', '已到', '签到', '正常', '参加', '出勤', '√', '✓', '✔', '☑', 'P']],
  ['late', ['2', '迟到', '迟', '晚到', '△', '▲', 'L']],
  ['excused', ['3', '请假', '请', '假', '事假', '病假', '公假', '公差', '产假', '婚假', '丧假', '○', '〇', 'O']],
  ['absent', ['4', '缺席', '缺', '缺勤', '未到', '未参加', '旷', '旷会', '×', '✕', '✗', '✘', 'X', 'A']],
]
const markOfWriting = new Map(writings.flatMap(([mark, words]) => words.map((word) => [word, mark] as const)))

/** A mark as people write it in a sheet; null for an empty cell, undefined for what is none. */
export function readMark(text: string): AttendanceMark | null | undefined {
  const clean = text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  return clean === '' ? null : markOfWriting.get(clean)
}

export interface PastedSheet<L extends SheetLine> {
  readonly state: SheetState<L>
  readonly filled: number
  /** What could not be read, in words, row by row as pasted. */
  readonly problems: readonly string[]
}

/**
 * Cells copied from a spreadsheet (rows by line breaks, cells by tabs): a mark and perhaps a note, written downwards from
 * line `from`; or, where the first cell is a name, to that person wherever she stands. A kind of leave (病假) is kept as
 * the note. What cannot be read is told and leaves its line as it was.
 */
export function pasteMarks<L extends SheetLine>(state: SheetState<L>, from: number, text: string): PastedSheet<L> {
  const rows = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n').map((row) => row.split('\t').map((cell) => cell.trim()))
  const byName = rows.some(([first = '']) => first !== '' && readMark(first) === undefined && state.lines.some(({ name }) => name === first))
  const lines = [...state.lines]
  const problems: string[] = []
  let filled = 0
  rows.forEach((cells, index) => {
    const [named, markCell = '', noteCell = ''] = byName ? [cells[0] ?? '', cells[1], cells[2]] : [null, cells[0], cells[1]]
    const row = index + 1
    const where = named === null ? [from + index].filter((at) => at < lines.length) : lines.flatMap(({ name }, at) => name === named ? [at] : [])
    const mark = readMark(markCell)
    const at = where[0]
    if (named === '' || (named === null && at === undefined && mark === null)) return
    const line = at === undefined ? undefined : lines[at]
    if (at === undefined || line === undefined) problems.push(named === null ? `第 ${row} 行：名单里没有这么多人` : `第 ${row} 行：名单里没有「${named}」`)
    else if (where.length > 1) problems.push(`第 ${row} 行：名单里有 ${where.length} 位「${named}」，请手工选择`)
    else if (mark === undefined) problems.push(`第 ${row} 行：「${markCell}」不是出勤写法，可写 出席、迟到、请假、缺席`)
    else {
      const kindOfLeave = /^(?:[事病公产婚丧]假|公差)$/.test(markCell) ? markCell : ''
      lines[at] = { ...line, mark, note: noteCell || kindOfLeave || line.note }
      filled += 1
    }
  })
  return { state: withLines(state, lines), filled, problems }
}

function sameLine(a: SheetLine, b: SheetLine | undefined): boolean {
  return b !== undefined && a.personId === b.personId && a.mark === b.mark && a.note === b.note
}
