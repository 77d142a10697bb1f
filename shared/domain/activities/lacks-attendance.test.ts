import { describe, expect, it } from 'vitest'
import { activitiesInWords, lacksAttendance } from './lacks-attendance.ts'

const held = (heldOn: string, expected = 0) => ({ heldOn, cancelledAt: null, attendance: { expected } })

describe('the activities of a term in one line', () => {
  it('counts as not entered only what was held before today', () => {
    const rows = [held('2026-09-10', 10), held('2026-11-12'), held('2026-12-03'), held('2026-12-30')]
    expect(rows.map((row) => lacksAttendance(row, '2026-12-03'))).toEqual([false, true, false, false])
    expect(activitiesInWords(rows, '2026-12-03')).toBe('4 次活动（1 次还没到日子），1 次未记出勤')
  })

  it('neither asks a cancelled one for attendance nor counts it among those that stand', () => {
    const off = { ...held('2026-11-12'), cancelledAt: '2026-11-11T08:00:00.000Z' }
    expect(lacksAttendance(off, '2026-12-03')).toBe(false)
    expect(activitiesInWords([held('2026-09-10', 10), off], '2026-12-03')).toBe('1 次活动，1 次已取消，出勤都已记录')
  })

  it('says that everything is entered only when something is', () => {
    expect(activitiesInWords([held('2026-09-10', 10)], '2026-12-03')).toBe('1 次活动，出勤都已记录')
    expect(activitiesInWords([held('2026-12-10')], '2026-12-03')).toBe('1 次活动（1 次还没到日子）')
    expect(activitiesInWords([], '2026-12-03')).toBe('还没有活动')
  })
})
