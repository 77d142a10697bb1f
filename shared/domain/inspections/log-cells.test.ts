import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logItemStates, type LogStanding } from './inspection-words.ts'
import { cellsOf, logOfCells, readCount, readItemState, readLogDay, withDayToday } from './log-cells.ts'
import { reminderText, summaryDraft, type WeekLine } from './week-words.ts'

describe('a line of the weekly log', () => {
  it.each([['1', '完成'], [' √ ', '完成'], ['部分', '部分'], ['×', '未完成'], ['无', '无'], ['', ''], ['差不多', undefined]])('%j is read as %j', (text, state) => { expect(readItemState(text)).toBe(state) })
  it.each([['9-14', '2026-09-14'], ['9月14日', '2026-09-14'], ['2026.9.14', '2026-09-14'], ['', ''], ['2-30', undefined], ['周一', undefined]])('the day %j is read as %j', (text, day) => {
    expect(readLogDay(text, '2026-09-07')).toBe(day)
  })
  it('takes a day in January of a week in December for the next year', () => { expect(readLogDay('1-4', '2026-12-28')).toBe('2027-01-04') })
  it.each([['30', '30'], ['', ''], ['-1', undefined], ['三', undefined]])('the count %j is read as %j', (text, count) => { expect(readCount(text)).toBe(count) })

  it('is the same after it has been written into cells and read again', () => {
    const state = fc.option(fc.constantFrom(...logItemStates))
    const count = fc.option(fc.nat(9999))
    fc.assert(fc.property(fc.record({
      handedInOn: fc.constantFrom('2026-09-14', null), progress: state, practice: state, homework: state, lessonsPlanned: count, lessonsHeld: count, homeworkAssigned: count, homeworkCorrected: count,
      remark: fc.constantFrom(null, '实验室停电'),
    }), (log) => { expect(logOfCells(cellsOf(log))).toEqual(log) }))
  })

  it('came in today when something is written into it, unless its day was taken out on purpose', () => {
    expect(withDayToday([['', '完成'], ['', ''], ['', '完成']], [['', ''], ['', ''], ['2026-09-14', '完成']], '2026-09-15')).toEqual([['2026-09-15', '完成'], ['', ''], ['', '完成']])
  })
})

describe('the words for a week', () => {
  const line = (className: string, standing: LogStanding, more: Partial<WeekLine> = {}): WeekLine => ({ className, homeroomName: null, standing, progress: 'done', practice: null, homework: null, ...more })

  it('name who has not handed in, and nobody when all have', () => {
    expect(reminderText({ number: 2, dueOn: '2026-09-14' }, [line('七（1）', 'onTime'), line('七（2）', 'missing', { homeroomName: '陆景行' })]))
      .toBe('第 2 周教学日记应于 2026年9月14日前送交，还有 1 个班没有交：七（2）（陆景行）。请尽快送交教务处。')
    expect(reminderText({ number: 2, dueOn: '2026-09-14' }, [line('七（1）', 'onTime')])).toBe('')
  })

  it('sum up how many came and what was not done', () => {
    expect(summaryDraft({ number: 2 }, [line('七（1）', 'onTime', { homework: 'partly' }), line('七（2）', 'late'), line('七（3）', 'missing')]))
      .toBe('第 2 周应交教学日记 3 份，按时 1 份，迟交 1 份，未交 1 份。迟交：七（2）。未交：七（3）。作业布置与批改没有全部完成：七（1）。')
  })
})
