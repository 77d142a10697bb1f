import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, eachDay, weekdayOf } from '../dates/day.ts'
import { daysWithColumn, monthOfRota, otherUnit, rotaSpan, spanInWords, spanOnPaper, weekOfRota } from './rota-span.ts'

/** From a Thursday to a Friday. */
const plan = { fromOn: '2026-09-03', toOn: '2027-01-15' }
const today = '2026-11-26'

describe('what of a rota is looked at', () => {
  it('is today’s month, as far as the plan goes', () => {
    expect(rotaSpan({ month: null, week: null }, plan, today)).toMatchObject({ unit: 'month', at: '2026-11', fromOn: '2026-11-01', toOn: '2026-11-30', before: '2026-10', after: '2026-12' })
    expect(monthOfRota('2026-09', plan)).toMatchObject({ fromOn: '2026-09-03', before: null })
    expect(monthOfRota('2027-01', plan)).toMatchObject({ toOn: '2027-01-15', before: '2026-12', after: null })
  })

  it('is a whole week where a week is asked for, by whichever of its days', () => {
    expect(rotaSpan({ month: null, week: '2026-11-26' }, plan, today)).toMatchObject({ unit: 'week', at: '2026-11-23', fromOn: '2026-11-23', toOn: '2026-11-29', before: '2026-11-16', after: '2026-11-30' })
    expect(weekOfRota('2026-09-03', plan)).toMatchObject({ at: '2026-08-31', before: null })
    expect(weekOfRota('2027-01-15', plan)).toMatchObject({ at: '2027-01-11', after: null })
  })

  it('is the plan’s first or last month when today lies outside of it, and today’s when the address says nothing that can be read', () => {
    expect(rotaSpan({ month: null, week: null }, plan, '2026-08-01').at).toBe('2026-09')
    expect(rotaSpan({ month: null, week: null }, plan, '2027-03-01').at).toBe('2027-01')
    expect(rotaSpan({ month: '2026-13', week: null }, plan, today).at).toBe('2026-11')
    expect(rotaSpan({ month: null, week: '下周' }, plan, today).at).toBe('2026-11-23')
  })

  it('leads from a month to the week of today, or to the month’s first; from a week to its month', () => {
    expect(otherUnit(monthOfRota('2026-11', plan), plan, today).at).toBe('2026-11-23')
    expect(otherUnit(monthOfRota('2026-10', plan), plan, today).at).toBe('2026-09-28')
    expect(otherUnit(weekOfRota('2026-08-31', plan), plan, today).at).toBe('2026-09')
  })

  it('is said as people say it', () => {
    expect(spanInWords(monthOfRota('2026-09', plan))).toBe('2026年9月')
    expect(spanInWords(weekOfRota('2026-09-30', plan))).toBe('9月28日至10月4日')
    expect(spanOnPaper(weekOfRota('2026-09-30', plan), 5)).toBe('2026年9月28日至10月4日，第 5 周')
  })

  it('shows Monday to Friday of a week, and of its weekend only what has a name or a shift', () => {
    const days = eachDay('2026-09-14', '2026-09-20').map((day) => ({ day, holiday: day === '2026-09-20' ? { name: '国庆调休' } : null }))
    expect(daysWithColumn(days, new Set()).map(({ day }) => day.slice(8))).toEqual(['14', '15', '16', '17', '18', '20'])
    expect(daysWithColumn(days, new Set(['2026-09-19']))).toHaveLength(7)
  })

  it('goes on week by week from the plan’s first day to its last, and back the same way', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 200 }), (from, length) => {
      const own = { fromOn: addDays('2026-09-01', from), toOn: addDays('2026-09-01', from + length) }
      const there = [weekOfRota(own.fromOn, own)]
      for (let next = there[0]?.after ?? null; next !== null;) {
        const week = weekOfRota(next, own)
        expect(weekdayOf(week.at)).toBe(1)
        expect(week.before).toBe(there.at(-1)?.at)
        there.push(week)
        next = week.after
      }
      expect(there[0]?.before).toBeNull()
      expect(there.at(-1)?.at).toBe(weekOfRota(own.toOn, own).at)
    }))
  })
})
