import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekdayOf } from './day.ts'
import { addMonths, monthWeeks } from './month-weeks.ts'

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))

describe('a month on the calendar', () => {
  it('has whole weeks from Monday on, also the days of the months beside it', () => {
    const weeks = monthWeeks('2026-11-18')
    expect([weeks[0]?.[0], weeks.at(-1)?.[6], weeks.length]).toEqual(['2026-10-26', '2026-12-06', 6])
    expect(monthWeeks('2027-02-01')).toHaveLength(4)
  })

  it('has every day of its month once, in order, and each week begins on a Monday', () => {
    fc.assert(fc.property(day, (any) => {
      const weeks = monthWeeks(any)
      const days = weeks.flat()
      expect(days.filter((each) => each === any)).toHaveLength(1)
      expect(days).toEqual(days.map((_, at) => addDays(days[0] ?? '', at)))
      expect(weeks.every(([monday]) => weekdayOf(monday ?? '') === 1)).toBe(true)
    }))
  })

  it('is followed by the next one: the 31st becomes the last day where there is none', () => {
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
    fc.assert(fc.property(day, fc.integer({ min: -30, max: 30 }), (any, months) => {
      const there = addMonths(any, months)
      expect(addMonths(there, -months).slice(0, 7)).toBe(any.slice(0, 7))
    }))
  })
})
