import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allPresent, countMarks, countsText, fillDown, newSheet, pasteMarks, readMark, redo, setMark, setNote, type SheetState, undo } from './attendance-sheet.ts'
import { attendanceMarks } from './activity-words.ts'

const sheet = (...names: string[]) => newSheet(names.map((name, at) => ({ personId: `p${at}`, name, mark: null, note: '' })))
const marks = ({ lines }: SheetState) => lines.map(({ mark }) => mark)

describe('the attendance sheet', () => {
  it('all present fills only who is still open, and everybody once nobody is', () => {
    const oneAbsent = allPresent(setMark(sheet('甲', '乙', '丙'), 1, 'absent'))
    expect(marks(oneAbsent)).toEqual(['present', 'absent', 'present'])
    expect(marks(allPresent(oneAbsent))).toEqual(['present', 'present', 'present'])
  })

  it('fills down mark and note from the line above; the first line has none above', () => {
    const first = setNote(setMark(sheet('甲', '乙'), 0, 'excused'), 0, '外出培训')
    expect(fillDown(first, 1).lines[1]).toMatchObject({ mark: 'excused', note: '外出培训' })
    expect(fillDown(first, 0)).toBe(first)
  })

  it('undoes any steps back to the beginning and does them again', () => {
    const step = fc.oneof(
      fc.tuple(fc.constant('mark' as const), fc.nat(4), fc.constantFrom(...attendanceMarks, null)),
      fc.tuple(fc.constant('note' as const), fc.nat(4), fc.constantFrom('病假', '', '路上')),
      fc.tuple(fc.constant('all' as const), fc.nat(4), fc.constant(null)),
      fc.tuple(fc.constant('down' as const), fc.nat(4), fc.constant(null)),
    )
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const start = sheet('甲', '乙', '丙', '丁', '戊')
      let state: SheetState = start
      for (const [kind, at, value] of steps) {
        if (kind === 'mark') state = setMark(state, at, value as null)
        else if (kind === 'note') state = setNote(state, at, value ?? '')
        else state = kind === 'all' ? allPresent(state) : fillDown(state, at)
      }
      const end = state.lines
      const count = state.past.length
      for (let i = 0; i < count; i++) state = undo(state)
      expect(state.lines).toEqual(start.lines)
      for (let i = 0; i < count; i++) state = redo(state)
      expect(state.lines).toEqual(end)
    }))
  })

  it('leaves no trace of a step that changes nothing', () => {
    const state = setMark(sheet('甲'), 0, 'present')
    expect(setMark(state, 0, 'present')).toBe(state)
    expect(undo(sheet('甲')).lines).toHaveLength(1)
  })

  it('says the counts in words', () => {
    expect(countsText(countMarks(allPresent(setMark(sheet('甲', '乙', '丙'), 1, 'excused')).lines))).toBe('应到 3，出席 2，请假 1')
    expect(countsText(countMarks(sheet('甲').lines))).toBe('未记录')
  })
})

describe('cells pasted from a spreadsheet', () => {
  it.each([['出席', 'present'], [' √ ', 'present'], ['１', 'present'], ['迟', 'late'], ['病假', 'excused'], ['旷会', 'absent'], ['×', 'absent'], ['', null], ['来过吧', undefined]])(
    '%j is read as %j', (text, mark) => { expect(readMark(text)).toBe(mark) },
  )

  it('go downwards from the line where they are pasted, with notes, a kind of leave becoming the note', () => {
    const { state, filled, problems } = pasteMarks(sheet('甲', '乙', '丙', '丁'), 1, '出席\r\n病假\r\n迟到\t堵车\r\n')
    expect(state.lines.map(({ mark, note }) => [mark, note])).toEqual([[null, ''], ['present', ''], ['excused', '病假'], ['late', '堵车']])
    expect({ filled, problems }).toEqual({ filled: 3, problems: [] })
    expect(marks(undo(state))).toEqual([null, null, null, null])
  })

  it('find their people when the first column holds names, in any order', () => {
    const { state, problems } = pasteMarks(sheet('甲某', '乙某', '丙某'), 0, '丙某\t缺席\n甲某\t出席\n丁某\t出席')
    expect(marks(state)).toEqual(['present', null, 'absent'])
    expect(problems).toEqual(['第 3 行：名单里没有「丁某」'])
  })

  it('tell what cannot be read and leave its line as it was', () => {
    const { state, problems } = pasteMarks(setMark(sheet('甲', '乙'), 1, 'late'), 0, '出席\n大概来了\n出席')
    expect(marks(state)).toEqual(['present', 'late'])
    expect(problems).toEqual(['第 2 行：「大概来了」不是出勤写法，可写 出席、迟到、请假、缺席', '第 3 行：名单里没有这么多人'])
    expect(pasteMarks(sheet('同名', '同名'), 0, '同名\t出席').problems).toEqual(['第 1 行：名单里有 2 位「同名」，请手工选择'])
  })
})
