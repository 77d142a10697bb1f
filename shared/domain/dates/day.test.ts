import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addYears, compareDays, dayNumber, dayOfNumber, daysBetween, eachDay, isDay, isWithin, makeDay, startOfWeek, weekdayOf } from './day.ts'
import { blankDay, dayInChineseFigures, dayInTable, dayInText, partialDayInText, yearMonthOnForm } from './format-day.ts'
import { ageOn, comparePartialDays, isBeforeDay, isPartialDay, latestDay, wholeYearsSince } from './partial-day.ts'

const anyDay = fc.integer({ min: dayNumber('1880-01-01'), max: dayNumber('2150-12-31') }).map(dayOfNumber)

describe('a day of the calendar', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '', '2026-09-31', '1900-02-29'])('%s does not exist', (text) => {
    expect(isDay(text)).toBe(false)
  })

  it('is known by its weekday and its Monday', () => {
    expect([weekdayOf('2026-09-01'), weekdayOf('1970-01-01'), weekdayOf('1949-10-01'), weekdayOf('2026-11-22')]).toEqual([2, 4, 6, 7])
    expect([startOfWeek('2026-09-01'), startOfWeek('2026-09-06'), startOfWeek('2026-09-07')]).toEqual(['2026-08-31', '2026-08-31', '2026-09-07'])
  })

  it('agrees with the machine calendar over three centuries', () => {
    fc.assert(fc.property(anyDay, (day) => {
      expect(dayNumber(day)).toBe(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
      expect(weekdayOf(day) % 7).toBe(new Date(`${day}T00:00:00Z`).getUTCDay())
    }))
  })

  it('moves on and back by the same days', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -40000, max: 40000 }), (day, days) => {
      expect(addDays(addDays(day, days), -days)).toBe(day)
      expect(daysBetween(day, addDays(day, days))).toBe(days)
      expect(Math.sign(compareDays(addDays(day, days), day))).toBe(Math.sign(days))
    }))
  })

  it('counts the days of the autumn term 2025 in Hangzhou as its bureau did', () => {
    expect(daysBetween('2025-08-31', '2026-02-06')).toBe(159)
  })

  it('ends a cycle of three years on the day before the same date', () => {
    expect(addDays(addYears('2026-09-01', 3), -1)).toBe('2029-08-31')
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
  })

  it('is refused by name when it cannot be', () => {
    expect(() => makeDay(2026, 2, 30)).toThrow('没有 2026 年 2 月 30 日')
    expect(() => addDays('昨天', 1)).toThrow('不是日期')
  })

  it('lies in a period with both ends, or with an open end', () => {
    expect([isWithin('2026-09-01', '2026-09-01', '2026-09-01'), isWithin('2026-09-02', '2026-09-01', null), isWithin('2026-08-31', '2026-09-01', null)]).toEqual([true, true, false])
    expect(eachDay('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
    expect(eachDay('2026-03-01', '2026-02-27')).toEqual([])
  })
})

describe('a day that is known only roughly', () => {
  it('gives an age that says how sure it is', () => {
    expect(ageOn('1988-06-15', '2026-06-14')).toEqual({ min: 37, max: 37, certain: true })
    expect(ageOn('1988-06-15', '2026-06-15')).toEqual({ min: 38, max: 38, certain: true })
    expect(ageOn('1988-06', '2026-06-14')).toEqual({ min: 37, max: 38, certain: false })
    expect(ageOn('1988-06', '2026-09-01')).toEqual({ min: 38, max: 38, certain: true })
    expect(ageOn('1988', '2026-09-01')).toEqual({ min: 37, max: 38, certain: false })
    expect(wholeYearsSince('2027', '2026-09-01').max).toBeLessThan(0)
    expect(ageOn('2004-02-29', '2026-02-28').max).toBe(21)
  })

  it('never gives a smaller maximum than minimum, and differs by a year at most', () => {
    fc.assert(fc.property(anyDay, anyDay, fc.constantFrom(4, 7, 10), (born, on, length) => {
      const age = ageOn(born.slice(0, length), on)
      expect(age.max - age.min).toBeGreaterThanOrEqual(0)
      expect(age.max - age.min).toBeLessThanOrEqual(1)
      const exact = ageOn(born, on).min
      expect(exact >= age.min && exact <= age.max).toBe(true)
    }))
  })

  it('is sorted, compared and printed as far as it is known', () => {
    expect(['1988-06-15', '1988', '1988-06', '1987-12'].toSorted(comparePartialDays)).toEqual(['1987-12', '1988', '1988-06', '1988-06-15'])
    expect([isBeforeDay('1988', '1989-01-01'), isBeforeDay('1988', '1988-06-01'), isBeforeDay('1988-06', '1988-06-01')]).toEqual(['yes', 'unknown', 'no'])
    expect(['1988', '1988-06', '1988-06-05'].map(partialDayInText)).toEqual(['1988年', '1988年6月', '1988年6月5日'])
    expect(['1988', '1988-06', '1988-06-05'].map(yearMonthOnForm)).toEqual(['1988', '1988.06', '1988.06'])
    expect([isPartialDay('1988-13'), isPartialDay('88'), isPartialDay('1988-02-30'), latestDay('2024-02')]).toEqual([false, false, false, '2024-02-29'])
  })
})

describe('a day on paper', () => {
  it('follows the standard for official documents, for tables and for covers', () => {
    expect(dayInText('2026-09-01')).toBe('2026年9月1日')
    expect(dayInTable('2026-09-01')).toBe('2026-09-01 周二')
    expect(['2026-09-01', '2010-10-20', '2005-12-31', '2011-11-11'].map(dayInChineseFigures))
      .toEqual(['二〇二六年九月一日', '二〇一〇年十月二十日', '二〇〇五年十二月三十一日', '二〇一一年十一月十一日'])
    expect(blankDay).toBe('　　　　年　　月　　日')
  })
})
