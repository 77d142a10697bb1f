import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../dates/day.ts'
import { termCalendar } from './term-calendar.ts'

const term = { startsOn: '2026-08-31', endsOn: '2027-01-31', teachingStartsOn: '2026-09-01', teachingEndsOn: '2027-01-22' }

describe('the calendar of a term', () => {
  it('numbers the teaching weeks and shows the others without a number', () => {
    const weeks = termCalendar(term, [])
    expect(weeks.map(({ number }) => number)).toEqual([...Array.from({ length: 21 }, (_, at) => at + 1), null])
    expect(weeks[0]?.days[0]).toMatchObject({ day: '2026-08-31', inTerm: true, isTeachingDay: false })
  })

  it('shows a worked exchange day inside a holiday as worked', () => {
    const days = termCalendar(term, [
      { name: '国庆节', kind: 'off', startsOn: '2026-10-01', endsOn: '2026-10-07' }, { name: '调休', kind: 'makeup', startsOn: '2026-10-04', endsOn: '2026-10-04' },
    ]).flatMap((week) => week.days)
    expect(days.find(({ day }) => day === '2026-10-04')).toMatchObject({ isTeachingDay: true, holiday: { kind: 'makeup' } })
    expect(days.find(({ day }) => day === '2026-10-03')).toMatchObject({ isTeachingDay: false, holiday: { name: '国庆节' } })
  })

  it('has every day of the term once, in rows of seven', () => {
    fc.assert(fc.property(fc.nat(400), fc.nat(20), fc.nat(150), fc.nat(20), (start, before, teaching, after) => {
      const startsOn = addDays('2026-01-01', start)
      const teachingStartsOn = addDays(startsOn, before)
      const teachingEndsOn = addDays(teachingStartsOn, teaching)
      const endsOn = addDays(teachingEndsOn, after)
      const weeks = termCalendar({ startsOn, endsOn, teachingStartsOn, teachingEndsOn }, [])
      expect(weeks.every(({ days }) => days.length === 7)).toBe(true)
      const inTerm = weeks.flatMap(({ days }) => days).filter((day) => day.inTerm).map(({ day }) => day)
      expect(new Set(inTerm).size).toBe(before + teaching + after + 1)
      expect([inTerm[0], inTerm.at(-1)]).toEqual([startsOn, endsOn])
    }))
  })
})
