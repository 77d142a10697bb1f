import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayNumber, dayOfNumber, daysBetween, isWithin, weekdayOf } from '../dates/day.ts'
import { teachingWeeks } from '../terms/teaching-weeks.ts'
import { type Holiday, isWorkingDay } from '../terms/working-days.ts'
import { seriesDays, seriesRhythms, type SeriesRule } from './series-days.ts'

const term = { teachingStartsOn: '2026-09-01', teachingEndsOn: '2027-01-22' }
const holidays: readonly Holiday[] = [
  { name: '中秋节', kind: 'off', startsOn: '2026-09-25', endsOn: '2026-09-27' },
  { name: '国庆节', kind: 'off', startsOn: '2026-10-01', endsOn: '2026-10-07' },
  { name: '国庆调休', kind: 'makeup', startsOn: '2026-10-10', endsOn: '2026-10-10' },
]
const rule = (more: Partial<SeriesRule>): SeriesRule => ({ rhythm: 'twoWeeks', weekday: 3, weeks: [], fromOn: '2026-09-01', toOn: '2026-10-31', ...more })
const days = (more: Partial<SeriesRule>, calendar = term, off = holidays) => seriesDays(rule(more), calendar, off)

describe('the days of a series', () => {
  it('come every two weeks on the weekday, with the number of the teaching week', () => {
    expect(days({})).toEqual([
      { day: '2026-09-02', weekNumber: 1, skipped: null }, { day: '2026-09-16', weekNumber: 3, skipped: null },
      { day: '2026-09-30', weekNumber: 5, skipped: null }, { day: '2026-10-14', weekNumber: 7, skipped: null }, { day: '2026-10-28', weekNumber: 9, skipped: null },
    ])
  })

  it('that fall on a holiday say why and offer the next day of lessons', () => {
    const weekly = days({ rhythm: 'week', weekday: 5 })
    expect(weekly.filter(({ skipped }) => skipped !== null)).toEqual([
      { day: '2026-09-25', weekNumber: 4, skipped: { why: '中秋节放假', instead: '2026-09-28' } },
      { day: '2026-10-02', weekNumber: 5, skipped: { why: '国庆节放假', instead: '2026-10-08' } },
    ])
    expect(weekly.map(({ day }) => day)).toContain('2026-10-09')
  })

  it('offer a weekend day that is worked in exchange, since there are lessons on it', () => {
    const longHoliday = [{ name: '国庆节', kind: 'off' as const, startsOn: '2026-10-05', endsOn: '2026-10-09' }, ...holidays]
    expect(days({ rhythm: 'week', weekday: 5, fromOn: '2026-10-09' }, term, longHoliday)[0]).toMatchObject({ day: '2026-10-09', skipped: { instead: '2026-10-10' } })
  })

  it('go on a week later after a week that was wholly off, as duties per two teaching weeks do', () => {
    const off = [{ name: '秋假', kind: 'off' as const, startsOn: '2026-10-12', endsOn: '2026-10-18' }]
    expect(days({}, term, off).map(({ day, skipped }) => [day, skipped?.why ?? null])).toEqual([
      ['2026-09-02', null], ['2026-09-16', null], ['2026-09-30', null], ['2026-10-14', '秋假放假'], ['2026-10-21', null],
    ])
  })

  it('are the first such weekday of each month, or those of the chosen weeks', () => {
    expect(days({ rhythm: 'month', weekday: 2, toOn: '2027-01-31' }).map(({ day }) => day)).toEqual(['2026-09-01', '2026-10-06', '2026-11-03', '2026-12-01', '2027-01-05'])
    expect(days({ rhythm: 'chosenWeeks', weeks: [2, 6, 99] }).map(({ day }) => day)).toEqual(['2026-09-09', '2026-10-07'])
  })

  it('may lie on a Saturday where the school wants it so', () => {
    expect(days({ rhythm: 'week', weekday: 6, fromOn: '2026-09-05', toOn: '2026-09-12' }).map(({ day, skipped }) => [day, skipped])).toEqual([['2026-09-05', null], ['2026-09-12', null]])
  })

  it('are none where the span lies outside of the lessons', () => {
    expect(days({ fromOn: '2027-01-25', toOn: '2027-02-10' })).toEqual([])
  })
})

const anyDay = fc.integer({ min: dayNumber('2026-08-20'), max: dayNumber('2027-02-10') }).map(dayOfNumber)
const anyHoliday: fc.Arbitrary<Holiday> = fc.record({ kind: fc.constantFrom('off', 'makeup'), startsOn: anyDay, length: fc.integer({ min: 0, max: 12 }) })
  .map(({ kind, startsOn, length }) => ({ name: '假', kind, startsOn, endsOn: addDays(startsOn, length) }))
const anyRule: fc.Arbitrary<SeriesRule> = fc.record({
  rhythm: fc.constantFrom(...seriesRhythms), weekday: fc.integer({ min: 1, max: 7 }), weeks: fc.array(fc.integer({ min: 1, max: 22 }), { maxLength: 8 }), fromOn: anyDay, toOn: anyDay,
})

describe('the days of any series', () => {
  const forAll = (check: (rule: SeriesRule, off: readonly Holiday[], found: ReturnType<typeof seriesDays>) => void) =>
    fc.assert(fc.property(anyRule, fc.array(anyHoliday, { maxLength: 5 }), (wanted, off) => check(wanted, off, seriesDays(wanted, term, off))))

  it('lie in the span and in the teaching time, on the weekday, each once and in order', () => {
    forAll(({ weekday, fromOn, toOn }, _, found) => {
      for (const { day } of found) {
        expect(isWithin(day, fromOn, toOn) && isWithin(day, term.teachingStartsOn, term.teachingEndsOn)).toBe(true)
        expect(weekdayOf(day)).toBe(weekday)
      }
      expect(found.map(({ day }) => day)).toEqual([...new Set(found.map(({ day }) => day))].toSorted())
    })
  })

  it('never meet on a day off, and what is offered instead is a day of lessons that is nobody else’s turn', () => {
    forAll((_, off, found) => {
      const lessons = new Set(teachingWeeks(term, off).flatMap(({ teachingDays }) => teachingDays))
      found.forEach(({ day, skipped }, at) => {
        const isOff = !isWorkingDay(day, off) && off.some(({ kind, startsOn, endsOn }) => kind === 'off' && isWithin(day, startsOn, endsOn))
        expect(skipped !== null).toBe(isOff)
        if (skipped === null || skipped.instead === null) return
        expect(lessons.has(skipped.instead) && skipped.instead > day).toBe(true)
        expect(skipped.instead < (found[at + 1]?.day ?? '9999-12-31')).toBe(true)
      })
    })
  })

  it('of every two weeks lie at least two weeks apart, unless the one before fell out', () => {
    forAll(({ rhythm }, off, found) => {
      if (rhythm !== 'twoWeeks') return
      const empty = new Set(teachingWeeks(term, off).filter(({ teachingDays }) => teachingDays.length === 0).map(({ number }) => number ?? null))
      found.slice(1).forEach(({ day }, at) => {
        const before = found[at]
        if (before && !empty.has(before.weekNumber)) expect(daysBetween(before.day, day)).toBeGreaterThanOrEqual(14)
      })
    })
  })
})
