import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayNumber, dayOfNumber, daysBetween, weekdayOf } from '../dates/day.ts'
import { checkHolidays, checkTerms } from './check-terms.ts'
import { suggestNextTerm } from './suggest-next-term.ts'
import { compareTermKeys, nextTermKey, parseTermKey, schoolYearName, termName } from './term-key.ts'
import type { Term } from './term-key.ts'
import { teachingWeeks, weekNumberOfDay } from './teaching-weeks.ts'
import { addWorkingDays, countWorkingDays, isWorkingDay, publicNoticeEndsOn } from './working-days.ts'
import type { Holiday } from './working-days.ts'
import { archiveYearOfDay, fiscalYearOfDay, schoolYearOfDay, termOfDay } from './years-of-day.ts'

const aTerm = (schoolYear: number, ordinal: number, startsOn: string, endsOn: string): Term => ({
  key: `${schoolYear}-${ordinal}`, schoolYear, ordinal, startsOn, endsOn, teachingStartsOn: startsOn, teachingEndsOn: endsOn,
})
const autumn = aTerm(2026, 1, '2026-09-01', '2027-01-29')
const spring = aTerm(2026, 2, '2027-03-01', '2027-07-09')
const national: Holiday = { name: '国庆节', kind: 'off', startsOn: '2026-10-01', endsOn: '2026-10-07' }
const makeup: Holiday = { name: '国庆调休', kind: 'makeup', startsOn: '2026-10-10', endsOn: '2026-10-10' }
const anyDay = fc.integer({ min: dayNumber('2025-01-01'), max: dayNumber('2028-12-31') }).map(dayOfNumber)
const anyHoliday: fc.Arbitrary<Holiday> = fc.record({ kind: fc.constantFrom('off', 'makeup'), startsOn: anyDay, length: fc.integer({ min: 0, max: 20 }) })
  .map(({ kind, startsOn, length }) => ({ name: '假期', kind, startsOn, endsOn: addDays(startsOn, length) }))

describe('a term', () => {
  it('is named the way documents write it', () => {
    expect([termName('2026-1'), termName('2026-2'), schoolYearName(2026)]).toEqual(['2026—2027学年第一学期', '2026—2027学年第二学期', '2026—2027学年'])
    expect(() => parseTermKey('2026-3')).toThrow('不是学期')
    expect([nextTermKey('2026-1'), nextTermKey('2026-2')]).toEqual(['2026-2', '2027-1'])
    expect(['2027-1', '2026-2', '2026-1'].toSorted(compareTermKeys)).toEqual(['2026-1', '2026-2', '2027-1'])
  })

  it('is found by its own days and never by the month', () => {
    const longAutumn = aTerm(2025, 1, '2025-08-31', '2026-02-06')
    expect(termOfDay('2026-02-06', [longAutumn])?.key).toBe('2025-1')
    expect(termOfDay('2026-02-07', [longAutumn])).toBeUndefined()
  })

  it('gives a holiday to the school year that it follows, and guesses nothing beyond the entered terms', () => {
    const terms = [spring, autumn, aTerm(2027, 1, '2027-09-01', '2028-01-28')]
    expect(['2026-08-31', '2026-09-01', '2027-02-10', '2027-08-10', '2027-09-01', '2028-01-29'].map((day) => schoolYearOfDay(day, terms)))
      .toEqual([undefined, 2026, 2026, 2026, 2027, undefined])
    expect([fiscalYearOfDay('2027-01-15'), archiveYearOfDay('2027-01-15')]).toEqual([2027, 2027])
  })
})

describe('teaching weeks', () => {
  const weeks = teachingWeeks(autumn, [national, makeup])

  it('begin on Mondays, and the first may be short', () => {
    expect(weeks[0]).toEqual({ number: 1, startsOn: '2026-08-31', endsOn: '2026-09-06', teachingDays: ['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04'] })
    expect(weeks.at(-1)).toMatchObject({ number: 22, endsOn: '2027-01-31' })
    expect([weekNumberOfDay('2026-09-06', weeks), weekNumberOfDay('2026-09-07', weeks), weekNumberOfDay('2027-02-01', weeks)]).toEqual([1, 2, undefined])
  })

  it('lose the days off and gain the Saturday that is worked in exchange', () => {
    expect(weeks[4]?.teachingDays).toEqual(['2026-09-28', '2026-09-29', '2026-09-30'])
    expect(weeks[5]?.teachingDays).toEqual(['2026-10-08', '2026-10-09', '2026-10-10'])
  })

  it('number a week that is wholly off, unless the school skips it', () => {
    const off: Holiday = { name: '秋假', kind: 'off', startsOn: '2026-11-09', endsOn: '2026-11-15' }
    expect(teachingWeeks(autumn, [off]).at(-1)?.number).toBe(22)
    const skipping = teachingWeeks(autumn, [off], { emptyWeeks: 'skipped' })
    expect(skipping.at(-1)?.number).toBe(21)
    expect(weekNumberOfDay('2026-11-10', skipping)).toBeUndefined()
  })

  it('cover every working day of the teaching time once', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 200 }), fc.array(anyHoliday, { maxLength: 4 }), (from, length, holidays) => {
      const to = addDays(from, length)
      const days = teachingWeeks({ teachingStartsOn: from, teachingEndsOn: to }, holidays).flatMap((week) => week.teachingDays)
      expect(days.length).toBe(countWorkingDays(from, to, holidays))
      expect(new Set(days).size).toBe(days.length)
    }))
  })
})

describe('working days', () => {
  it('skip weekends and days off, and count the Saturday that is worked', () => {
    expect(addWorkingDays('2026-09-30', 1, [national, makeup])).toBe('2026-10-08')
    expect(addWorkingDays('2026-09-30', 3, [national, makeup])).toBe('2026-10-10')
    expect(addWorkingDays('2026-09-30', 4, [national, makeup])).toBe('2026-10-12')
    expect(addWorkingDays('2026-10-03', 0, [national])).toBe('2026-10-03')
    expect(() => addWorkingDays('2026-10-03', -1, [])).toThrow('整数')
  })

  it('that are added are exactly as many as lie between, and end on a working day', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 60 }), fc.array(anyHoliday, { maxLength: 5 }), (day, count, holidays) => {
      const reached = addWorkingDays(day, count, holidays)
      expect(isWorkingDay(reached, holidays)).toBe(true)
      expect(countWorkingDays(addDays(day, 1), reached, holidays)).toBe(count)
    }))
  })

  it('or calendar days fill a public notice, with or without the day on which it is put up', () => {
    const notice = (days: number, dayKind: 'calendar' | 'working', countsFirstDay: boolean, on = '2026-09-28') =>
      publicNoticeEndsOn(on, { days, dayKind, countsFirstDay }, [national, makeup])
    expect([notice(7, 'calendar', false), notice(7, 'calendar', true)]).toEqual(['2026-10-05', '2026-10-04'])
    expect([notice(5, 'working', false), notice(5, 'working', true)]).toEqual(['2026-10-10', '2026-10-09'])
    expect(notice(1, 'working', true, '2026-10-03')).toBe('2026-10-08')
  })
})

describe('the editor of terms', () => {
  it('proposes the next term, in order and without overlap, whatever the one before', () => {
    fc.assert(fc.property(fc.integer({ min: 2020, max: 2040 }), fc.integer({ min: -10, max: 25 }), (year, shift) => {
      const first = aTerm(year, 1, `${year}-09-01`, addDays(`${year + 1}-01-20`, shift))
      const second = suggestNextTerm(first)
      const third = suggestNextTerm(second, [first, second])
      expect(checkTerms([first, second, third])).toEqual([])
      expect([second.key, third.key]).toEqual([`${year}-2`, `${year + 1}-1`])
      expect(weekdayOf(second.startsOn)).toBe(1)
    }))
  })

  it('moves the term of the year before on by 52 weeks, so that weekdays stay', () => {
    const next = suggestNextTerm(spring, [autumn, spring])
    expect([next.key, next.startsOn, daysBetween(autumn.startsOn, next.startsOn)]).toEqual(['2027-1', '2027-08-31', 364])
  })

  it('says in Chinese what is wrong with the terms', () => {
    const messages = (terms: readonly Term[]) => checkTerms(terms).map((problem) => problem.message).join('\n')
    expect(checkTerms([autumn, spring])).toEqual([])
    expect(messages([autumn, aTerm(2026, 2, '2027-01-20', '2027-07-09')])).toContain('不能重叠或颠倒')
    expect(messages([autumn, autumn])).toContain('已经有了')
    expect(messages([{ ...autumn, endsOn: '2026-08-01', teachingEndsOn: '2026-08-01' }])).toContain('早于')
    expect(messages([{ ...autumn, startsOn: '2026-02-30' }])).toContain('不是日期')
    expect(messages([{ ...autumn, key: '2026-2' }])).toContain('与学年、学期不符')
    expect(checkTerms([aTerm(2026, 1, '2027-09-01', '2028-01-10')])[0]).toMatchObject({ severity: 'warn' })
  })

  it('says in Chinese what is wrong with the holidays', () => {
    const check = (...holidays: Holiday[]) => checkHolidays(holidays, [autumn, spring]).map((problem) => `${problem.severity} ${problem.message}`).join('\n')
    expect(check(national, makeup)).toBe('')
    expect(check({ ...national, endsOn: '2026-09-30' })).toContain('refuse “国庆节”的结束日期')
    expect(check(national, { ...makeup, startsOn: '2026-10-04', endsOn: '2026-10-04' })).toContain('既放假又调休上班')
    expect(check({ ...national, startsOn: '2026-08-01', endsOn: '2026-08-02' })).toContain('warn “国庆节”（2026-08-01）不在任何学期内')
    expect(check({ ...makeup, startsOn: '2026-10-12', endsOn: '2026-10-12' })).toContain('通常在周六')
  })
})
