import { describe, expect, it } from 'vitest'
import { aCalendar, autumn, nationalDay, nextAutumn, spring } from '../../../tests/fixtures/duties.ts'
import { dueRule } from './due-day.ts'
import type { DutyPer } from './duty-period.ts'
import { usualDutySettings, type DutySettings } from './duty-settings.ts'
import { periodInstances } from './period-instances.ts'

const cycle = { fromOn: '2026-09-01', toOn: '2029-08-31' }
const periodsOf = (per: DutyPer, settings: Partial<DutySettings> = {}, words = {}, more: Partial<Parameters<typeof periodInstances>[2]> = {}) =>
  periodInstances(per, words, { cycle, calendar: aCalendar(), settings: { ...usualDutySettings, ...settings }, batches: [], events: [], ...more })
const keys = (...args: Parameters<typeof periodsOf>) => periodsOf(...args).instances.map(({ key }) => key)

describe('the periods of a cycle', () => {
  it('by the week are the teaching weeks of each term, numbered as on the school calendar; a week off is not asked', () => {
    const weeks = periodsOf('week', {}, {}, { calendar: aCalendar([autumn], [{ ...nationalDay, startsOn: '2026-09-28', endsOn: '2026-10-04' }]) }).instances
    expect(weeks.slice(0, 6).map(({ label }) => label.weeks?.[0])).toEqual([1, 2, 3, 4, 6, 7])
    expect(weeks.at(-1)).toMatchObject({ key: 'week:2026-1:21', toOn: '2027-01-24', dueOn: '2027-01-24' })
    expect(weeks[0]).toMatchObject({ fromOn: '2026-09-01', toOn: '2026-09-06', days: 6, wholeDays: 7 })
  })

  it('by the week are due on the Monday after where the scheme says 每周一', () => {
    expect(periodsOf('week', {}, { dueAt: '每周一' }).instances.slice(0, 2).map(({ toOn, dueOn }) => [toOn, dueOn])).toEqual([['2026-09-06', '2026-09-07'], ['2026-09-13', '2026-09-14']])
    expect(periodsOf('week', {}, { dueAt: '每周结束之前' }).instances[0]).toMatchObject({ toOn: '2026-09-06', dueOn: '2026-09-06' })
  })

  it('by two weeks go in pairs, and the last odd week belongs to the pair before it', () => {
    const pairs = periodsOf('twoWeeks', {}, {}, { calendar: aCalendar([autumn]) }).instances
    expect(pairs.map(({ label }) => label.weeks).slice(0, 2)).toEqual([[1, 2], [3, 4]])
    expect([pairs.length, pairs.at(-1)?.label.weeks]).toEqual([10, [19, 21]])
  })

  it('by the week may be all weeks, where the school says so', () => {
    expect([keys('week', { weeklyDutyWeeks: 'allWeeks' }).length, keys('twoWeeks', { weeklyDutyWeeks: 'allWeeks' }).slice(0, 2)]).toEqual([157, ['twoWeeks:2026-08-31', 'twoWeeks:2026-09-14']])
  })

  it('by the month are those with lessons enough, due on the last lesson day', () => {
    const months = periodsOf('month', {}, {}, { calendar: aCalendar([autumn, spring]) }).instances
    expect(months.map(({ label }) => label.month)).toEqual([9, 10, 11, 12, 1, 3, 4, 5, 6])
    expect([months[4]?.dueOn, months[4]?.countsTo]).toEqual(['2027-01-22', '2027-01-31'])
    expect(keys('month', { weeklyDutyWeeks: 'allWeeks' }).length).toBe(36)
  })

  it('by the half year run from the first day of the cycle, whatever the terms are', () => {
    const halves = periodsOf('halfYear', {}, {}, { cycle: { fromOn: '2026-08-31', toOn: '2028-08-30' } }).instances
    expect(halves.map(({ key, fromOn, dueOn }) => [key, fromOn, dueOn])).toEqual([
      ['halfYear:1', '2026-08-31', '2027-02-27'], ['halfYear:2', '2027-02-28', '2027-08-30'], ['halfYear:3', '2027-08-31', '2028-02-28'], ['halfYear:4', '2028-02-29', '2028-08-30'],
    ])
  })

  it('by the school year end with its second term, and have no end while that is not entered', () => {
    const years = periodsOf('schoolYear').instances
    expect(years.map(({ key, fromOn, toOn, countsTo, dueOn }) => [key, fromOn, toOn, countsTo, dueOn])).toEqual([
      ['schoolYear:2026', '2026-09-01', '2027-07-02', '2027-08-31', '2027-07-02'], ['schoolYear:2027', '2027-09-01', null, null, null],
    ])
  })

  it('by the calendar year are cut off by the cycle', () => {
    expect(periodsOf('year').instances.map(({ key, fromOn, toOn, days, wholeDays }) => [key, fromOn, toOn, days, wholeDays])).toEqual([
      ['year:2026', '2026-09-01', '2026-12-31', 122, 365], ['year:2027', '2027-01-01', '2027-12-31', 365, 365], ['year:2028', '2028-01-01', '2028-12-31', 366, 366], ['year:2029', '2029-01-01', '2029-08-31', 243, 365],
    ])
    expect(keys('quarter').length).toBe(13)
  })

  it('by the day are the lesson days; five years go past the cycle and are not due in it', () => {
    expect(keys('day', {}, {}, { calendar: aCalendar([autumn]) }).slice(20, 24)).toEqual(['day:2026-09-29', 'day:2026-09-30', 'day:2026-10-08', 'day:2026-10-09'])
    expect(periodsOf('fiveYears').instances).toMatchObject([{ dueOn: null, toOn: '2029-08-31' }])
  })

  it('by batch and by event are those that there are, and it is said when there are none', () => {
    expect(keys('batch', {}, {}, { batches: [{ key: '1', name: '第一批', fromOn: '2027-01-05', toOn: '2027-01-26' }] })).toEqual(['batch:1'])
    expect(periodsOf('event', {}, {}, { events: [{ id: 'e', title: '研讨', on: '2026-10-12', metrics: [] }] }).instances).toMatchObject([{ key: 'event:e', dueOn: '2026-10-12' }])
    expect([periodsOf('batch').gaps, periodsOf('event').gaps, periodsOf('lesson').gaps]).toEqual([[{ reason: 'noBatches' }], [{ reason: 'noEvents' }], [{ reason: 'everyLesson' }]])
  })

  it('are not shortened by a cycle that begins before the first lesson', () => {
    const term = periodsOf('term', {}, {}, { cycle: { fromOn: '2026-09-03', toOn: '2029-08-31' }, calendar: aCalendar([{ ...autumn, teachingStartsOn: '2026-09-04' }, spring, nextAutumn]) }).instances[0]
    expect([term?.days, term?.wholeDays]).toEqual([142, 142])
  })

  it('of a term whose days are in disorder cannot be told', () => {
    expect(periodsOf('term', {}, {}, { calendar: aCalendar([{ ...autumn, endsOn: '2026-08-01' }]) }).gaps).toEqual([{ reason: 'termWithoutDates', termKey: '2026-1' }])
  })
})

describe('the words for a due day', () => {
  it('are read where they name one, and kept as words where they do not', () => {
    expect(['1月25日前', '12月', '下半年', '年终', '学期末', '学年结束', '每学期开始前', '学期初', '运行满半年后', '13月5日前'].map((dueAt) => dueRule({ dueAt }))).toEqual([
      { kind: 'monthDay', month: 1, day: 25 }, { kind: 'monthDay', month: 12, day: null }, { kind: 'monthDay', month: 12, day: null }, { kind: 'monthDay', month: 12, day: null },
      { kind: 'periodEnd' }, { kind: 'periodEnd' }, { kind: 'beforeStart' }, { kind: 'onlyWords' }, { kind: 'onlyWords' }, { kind: 'onlyWords' },
    ])
    expect(dueRule({ dueAt: '次年一月', dueMonthDay: '01-25' })).toEqual({ kind: 'monthDay', month: 1, day: 25 })
  })

  it('set the day inside the period', () => {
    expect(periodsOf('once', {}, { dueMonthDay: '01-25' }).instances[0]?.dueOn).toBe('2027-01-25')
    expect(periodsOf('year', {}, { dueAt: '6月' }).instances.map(({ dueOn }) => dueOn)).toEqual(['2026-12-31', '2027-06-30', '2028-06-30', '2029-06-30'])
    expect(periodsOf('once', {}, {}).instances[0]?.dueOn).toBe('2029-08-31')
  })
})
