import { describe, expect, it } from 'vitest'
import { checkOutcome, tidyOutcome } from './check-outcome.ts'
import { outcomeKindKeys } from './outcome-kinds.ts'
import { emptyRow, factsOfRow, hasQuickRows, isBlankRow, pasteRows, quickColumns } from './quick-rows.ts'

const levels = [{ key: 'county', name: '县级' }]
const keys = quickColumns('lessonObservation').map(({ key }) => key)

describe('many alike records in a grid', () => {
  it('have who, when, what and how much first, and then the short fields of their paper', () => {
    expect(quickColumns('lessonObservation').map(({ label }) => label)).toEqual(['听课人', '听课日期', '课题', '节数', '授课教师', '学科', '班级'])
    expect(outcomeKindKeys.filter((kind) => !hasQuickRows(kind))).toEqual(expect.arrayContaining(['growthPlan', 'growthStep', 'other']))
    expect(['lessonObservation', 'lecture', 'award', 'readingNote', 'onlinePost'].every((kind) => hasQuickRows(kind as 'award'))).toBe(true)
  })

  it('are read from words: a day as people write it, a choice and a level by their names', () => {
    const row = { personId: 'p1', cells: { people: '顾云舒', onDay: '2026.9.3', title: ' 教学比武 ', level: '县级', 'details.grade': '一等奖' } }
    expect(factsOfRow('award', row, 'wen', levels)).toMatchObject({ onDay: '2026-09-03', title: '教学比武', levelKey: 'county', details: { grade: 'first' }, people: [{ personId: 'p1', part: 'self' }] })
    const wrong = tidyOutcome(factsOfRow('lessonObservation', { personId: 'p1', cells: { onDay: '九月三日', title: '《春》', quantity: '两节' } }, null, levels))
    expect(checkOutcome(wrong).map(({ field }) => field)).toEqual(['onDay', 'quantity'])
  })

  it('are pasted from Excel from one cell on, and rows are added for what does not fit', () => {
    const pasted = pasteRows([{ cells: { people: '顾云舒' }, personId: 'p2' }], quickColumns('lessonObservation'), { row: 0, column: 1 }, '2026-09-03\t《春》\t2\r\n2026-09-04\t《秋》\t1\r\n')
    expect(pasted).toEqual([
      { cells: { people: '顾云舒', [keys[1] ?? '']: '2026-09-03', title: '《春》', quantity: '2' }, personId: 'p2' },
      { cells: { onDay: '2026-09-04', title: '《秋》', quantity: '1' }, personId: null },
    ])
    expect(isBlankRow(emptyRow)).toBe(true)
  })
})
