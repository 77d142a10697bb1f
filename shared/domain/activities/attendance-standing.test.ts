import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attendanceMarks, type AttendanceMark } from './activity-words.ts'
import { attendanceStanding, standingInWords, type AttendanceRules } from './attendance-standing.ts'

const third = { numerator: 1, denominator: 3, inclusive: true }
const usual: AttendanceRules = { excused: 'notMissed', latesPerAbsence: 0, unmarked: 'leftOut', base: 'term', line: third }
const marks = (present: number, absent = 0, excused = 0, late = 0): AttendanceMark[] => [
  ...Array<AttendanceMark>(present).fill('present'), ...Array<AttendanceMark>(absent).fill('absent'), ...Array<AttendanceMark>(excused).fill('excused'), ...Array<AttendanceMark>(late).fill('late'),
]
const standing = (of: readonly AttendanceMark[], more: { unmarked?: number; toCome?: number; rules?: Partial<AttendanceRules> } = {}) =>
  attendanceStanding({ marks: of, unmarked: more.unmarked ?? 0, toCome: more.toCome ?? 0 }, { ...usual, ...more.rules })

describe('how much somebody has missed', () => {
  it('is taken of the whole term, what is still to come included, and warned of one absence before the third', () => {
    const near = standing(marks(5, 3), { toCome: 4 })
    expect(near).toEqual({ base: 12, toCome: 4, missed: 3, left: 1, state: 'near' })
    expect(standingInWords(near, third)).toBe('12 次（含未到的 4 次）中缺 3 次，再缺 1 次即达三分之一')
    const fine = standing(marks(7, 1), { toCome: 4 })
    expect([fine.state, standingInWords(fine, third)]).toEqual(['fine', '12 次（含未到的 4 次）中缺 1 次，再缺 3 次即达三分之一'])
    const over = standing(marks(6, 4), { toCome: 2 })
    expect([over.state, standingInWords(over, third)]).toEqual(['over', '12 次（含未到的 2 次）中缺 4 次，已达到三分之一'])
  })

  it('grows with the whole once nothing is planned any more', () => {
    expect(standing(marks(9, 3))).toMatchObject({ base: 12, missed: 3, left: 2, state: 'fine' })
  })

  it('has no line where the scheme names none', () => {
    const silent = standing(marks(1, 5), { rules: { line: null } })
    expect([silent.state, standingInWords(silent, null)]).toEqual(['noLine', '6 次中缺 5 次'])
  })

  it('reads leave, lates and activities without marks as the school has chosen', () => {
    expect(standing(marks(8, 1, 2, 3))).toMatchObject({ base: 14, missed: 1 })
    expect(standing(marks(8, 1, 2, 3), { rules: { excused: 'missed' } })).toMatchObject({ base: 14, missed: 3 })
    expect(standing(marks(8, 1, 2, 3), { rules: { excused: 'leftOut' } })).toMatchObject({ base: 12, missed: 1 })
    expect(standing(marks(8, 1, 2, 3), { rules: { latesPerAbsence: 3 } })).toMatchObject({ base: 14, missed: 2 })
    expect(standing(marks(8, 1, 2, 3), { rules: { latesPerAbsence: 1 } })).toMatchObject({ base: 14, missed: 4 })
    expect(standing(marks(8, 1), { unmarked: 3, rules: { unmarked: 'inBase' } })).toMatchObject({ base: 12, missed: 1 })
  })

  it('is nothing to warn of before anything was missed, however few activities there are', () => {
    expect(standing([], { toCome: 1 }).state).toBe('fine')
    expect(standing([]).state).toBe('fine')
  })

  it('is over only beyond the line where the scheme says 超过', () => {
    const more = { ...third, inclusive: false }
    expect(standing(marks(2, 1), { rules: { line: more } })).toMatchObject({ left: 1, state: 'near' })
    expect(standing(marks(2, 2), { rules: { line: more } }).state).toBe('over')
  })
})

const anyMarks = fc.array(fc.constantFrom(...attendanceMarks), { maxLength: 30 })
const anyRules: fc.Arbitrary<AttendanceRules> = fc.record({
  excused: fc.constantFrom('notMissed', 'leftOut', 'missed'), latesPerAbsence: fc.integer({ min: 0, max: 4 }), unmarked: fc.constantFrom('leftOut', 'inBase'), base: fc.constant('term'),
  line: fc.option(fc.record({ numerator: fc.integer({ min: 1, max: 3 }), denominator: fc.integer({ min: 2, max: 5 }), inclusive: fc.boolean() }), { nil: null }),
})
const few = fc.integer({ min: 0, max: 12 })
const share = ({ missed, base }: { readonly missed: number; readonly base: number }) => (base === 0 ? 0 : missed / base)
const rank = { noLine: 0, fine: 0, near: 1, over: 2 } as const

describe('any attendance', () => {
  it('gives the same, whatever the order of the activities', () => {
    fc.assert(fc.property(anyMarks, few, few, anyRules, fc.infiniteStream(fc.nat()), (all, unmarked, toCome, rules, keys) => {
      const shuffled = all.map((mark) => ({ mark, at: keys.next().value ?? 0 })).toSorted((a, b) => a.at - b.at).map(({ mark }) => mark)
      expect(attendanceStanding({ marks: shuffled, unmarked, toCome }, rules)).toEqual(attendanceStanding({ marks: all, unmarked, toCome }, rules))
    }))
  })

  it('never misses a larger share by one more attendance, nor comes nearer to the line', () => {
    fc.assert(fc.property(anyMarks, few, few, anyRules, (all, unmarked, toCome, rules) => {
      const before = attendanceStanding({ marks: all, unmarked, toCome }, rules)
      const after = attendanceStanding({ marks: [...all, 'present'], unmarked, toCome }, rules)
      expect(share(after)).toBeLessThanOrEqual(share(before))
      expect(rank[after.state] === 2 && rank[before.state] < 2).toBe(false)
    }))
  })

  it('never misses a larger share when an absence turns out to have been a late, a leave or an attendance', () => {
    fc.assert(fc.property(anyMarks, few, few, anyRules, fc.constantFrom('late', 'excused', 'present'), (all, unmarked, toCome, rules, better) => {
      const before = attendanceStanding({ marks: [...all, 'absent'], unmarked, toCome }, rules)
      expect(share(attendanceStanding({ marks: [...all, better], unmarked, toCome }, rules))).toBeLessThanOrEqual(share(before))
    }))
  })

  it('reaches the line with exactly as many more absences as it says', () => {
    fc.assert(fc.property(anyMarks, few, anyRules, (all, toCome, rules) => {
      const { left } = attendanceStanding({ marks: all, unmarked: 0, toCome }, rules)
      if (left === null) return
      const after = (more: number) => attendanceStanding({ marks: [...all, ...Array<AttendanceMark>(more).fill('absent')], unmarked: 0, toCome: Math.max(0, toCome - more) }, rules).state
      expect(after(left)).toBe('over')
      if (left > 1) expect(after(left - 1)).not.toBe('over')
    }))
  })
})
