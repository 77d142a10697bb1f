import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, eachDay } from '../dates/day.ts'
import { dutyDays } from './duty-days.ts'
import { findingsOf, freshItems, itemFaults } from './duty-log.ts'
import { makeRota, type RotaShift, type RotaTask, unableOn } from './make-rota.ts'
import { renewRota, type StandingShift } from './renew-rota.ts'
import { postKey, type PoolPerson, postsOfDay, slotMinutes } from './shift-plan.ts'
import { shiftStatistics, spreadOf } from './shift-statistics.ts'
import { changesOfSwap } from './swap-shift.ts'

const able = { weekdays: [], spans: [] }
const people = (...ids: string[]): PoolPerson[] => ids.map((personId) => ({ personId, unable: able }))
const wholeDay = { slots: [{ key: 'day', name: '全天', from: '07:50', to: '21:30' }], places: [{ name: '校门', posts: 1 }] }
const names = (rota: readonly RotaShift[]) => rota.map(({ personId }) => personId ?? '—').join('')
const october = { teachingStartsOn: '2026-09-01', teachingEndsOn: '2027-01-22' }
const holidays = [
  { name: '国庆节', kind: 'off', startsOn: '2026-10-01', endsOn: '2026-10-07' }, { name: '国庆调休上课', kind: 'makeup', startsOn: '2026-10-10', endsOn: '2026-10-10' },
] as const
const workdays = [1, 2, 3, 4, 5]

describe('the days of a rota', () => {
  it('are days with lessons: holidays are skipped and named, the Saturday worked in exchange is in', () => {
    const { days, skipped } = dutyDays({ fromOn: '2026-09-29', toOn: '2026-10-12', days: 'lessonDays', weekdays: workdays }, october, holidays)
    expect(days).toEqual(['2026-09-29', '2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12'])
    expect(skipped).toEqual(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((day) => ({ day, why: '国庆节' })))
  })

  it('are for a rota of days off the weekends and holidays alone', () => {
    const { days } = dutyDays({ fromOn: '2026-09-29', toOn: '2026-10-12', days: 'daysOff', weekdays: [] }, october, holidays)
    expect(days).toEqual([...eachDay('2026-10-01', '2026-10-07'), '2026-10-11'])
  })

  it('end where lessons end, but not for a rota of every day', () => {
    const plan = { fromOn: '2027-01-21', toOn: '2027-01-26', weekdays: workdays } as const
    expect(dutyDays({ ...plan, days: 'lessonDays' }, october, []).days).toEqual(['2027-01-21', '2027-01-22'])
    expect(dutyDays({ ...plan, days: 'everyDay' }, october, []).days).toEqual(['2027-01-21', '2027-01-22', '2027-01-25', '2027-01-26'])
  })
})

describe('the rota', () => {
  const days = eachDay('2026-09-07', '2026-09-11')

  it('goes round the list and begins behind whoever was last before', () => {
    expect(names(makeRota({ days, rule: wholeDay, pool: people('a', 'b', 'c') }))).toBe('abcab')
    expect(names(makeRota({ days, rule: wholeDay, pool: people('a', 'b', 'c'), startAfter: 'b' }))).toBe('cabca')
  })

  it('passes over whoever cannot, says why, and gives her the next turn that she can take', () => {
    const pool = [{ personId: 'a', unable: { weekdays: [1], spans: [] } }, ...people('b', 'c')]
    const rota = makeRota({ days, rule: wholeDay, pool })
    expect(names(rota)).toBe('bacba')
    expect(rota[0]?.passedOver).toEqual([{ personId: 'a', why: '周一不能' }])
  })

  it('leaves a post open where nobody can, with the reason of each', () => {
    const pool = [{ personId: 'a', unable: { weekdays: [], spans: [{ fromOn: '2026-09-08', toOn: '2026-09-09', why: '外出培训' }] } }]
    const rota = makeRota({ days, rule: wholeDay, pool })
    expect(names(rota)).toBe('a——aa')
    expect(rota[1]?.passedOver).toEqual([{ personId: 'a', why: '外出培训' }])
  })

  it('does not have somebody on duty who is in another rota that day', () => {
    const busy = new Map([['2026-09-07', new Set(['a'])]])
    expect(names(makeRota({ days, rule: wholeDay, pool: people('a', 'b'), busy }))).toBe('babab')
  })

  it('lets whoever joins later begin level with the others', () => {
    const kept = ['a', 'b', 'a', 'b'].map((personId) => ({ personId }))
    expect(names(makeRota({ days, rule: wholeDay, pool: people('a', 'b', 'c'), kept }))).toBe('cabca')
  })
})

describe('the rota made anew', () => {
  const days = eachDay('2026-09-07', '2026-09-11')
  const standing: StandingShift[] = makeRota({ days, rule: wholeDay, pool: people('a', 'b', 'c') }).map((shift) => ({
    ...shift, id: shift.onDay, source: shift.onDay === '2026-09-10' ? 'swap' : 'rule', logged: false,
  }))

  it('keeps the past, what was swapped and what comes out as it was', () => {
    const { drop, add } = renewRota(standing, '2026-09-09', { days, rule: wholeDay, pool: people('a', 'b', 'd') })
    expect(drop.map(({ id }) => id)).toEqual(['2026-09-09'])
    expect(add.map(({ onDay, personId }) => [onDay, personId])).toEqual([['2026-09-09', 'd']])
  })

  it('drops days that are no longer days of duty, but never one that has a log', () => {
    const logged = standing.map((shift) => ({ ...shift, source: 'rule' as const, logged: shift.onDay === '2026-09-10' }))
    expect(renewRota(logged, '2026-09-09', { days: days.slice(0, 2), rule: wholeDay, pool: people('a', 'b', 'c') }).drop.map(({ id }) => id)).toEqual(['2026-09-09', '2026-09-11'])
  })
})

const day = fc.integer({ min: 0, max: 60 }).map((at) => addDays('2026-09-01', at))
const unable = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 5 }),
  spans: fc.array(fc.tuple(day, day).map(([a, b]) => ({ fromOn: a < b ? a : b, toOn: a < b ? b : a, why: '外出' })), { maxLength: 2 }),
})
const task = (restrictions: fc.Arbitrary<PoolPerson['unable']>): fc.Arbitrary<RotaTask> => fc.record({
  days: fc.uniqueArray(day, { minLength: 1, maxLength: 30 }).map((days) => days.toSorted()),
  rule: fc.record({
    slots: fc.integer({ min: 1, max: 3 }).map((count) => Array.from({ length: count }, (_, at) => ({ key: `s${at}`, name: `第${at}班`, from: '08:00', to: '12:00' }))),
    places: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 2 }).map((all) => all.map((posts, at) => ({ name: `地点${at}`, posts }))),
  }),
  pool: fc.array(restrictions, { minLength: 1, maxLength: 14 }).map((all) => all.map((each, at) => ({ personId: `p${at}`, unable: each }))),
})

describe('whatever the plan', () => {
  it('turns are spread evenly where nobody has restrictions', () => {
    fc.assert(fc.property(task(fc.constant(able)), (given) => {
      const { least, most } = spreadOf(given.pool.map(({ personId }) => personId), makeRota(given))
      expect(most - least).toBeLessThanOrEqual(1)
    }))
  })

  it('nobody is on duty when she cannot, nor twice on a day; every post is there, filled or with the reason of everybody', () => {
    fc.assert(fc.property(task(unable), (given) => {
      const rota = makeRota(given)
      const byId = new Map(given.pool.map((person) => [person.personId, person]))
      expect(rota.map(postKey)).toEqual(given.days.flatMap((onDay) => postsOfDay(onDay, given.rule).map(postKey)))
      for (const [onDay, shifts] of Map.groupBy(rota, (shift) => shift.onDay)) {
        const there = shifts.flatMap(({ personId }) => personId ?? [])
        expect(new Set(there).size).toBe(there.length)
        for (const personId of there) expect(unableOn(byId.get(personId)?.unable ?? able, onDay)).toBeNull()
        for (const open of shifts.filter(({ personId }) => personId === null)) expect(open.passedOver.map(({ personId }) => personId).toSorted()).toEqual([...byId.keys()].toSorted())
      }
      expect(makeRota(given)).toEqual(rota)
    }))
  })

  it('made anew from a day on, nothing before the day changes and every later post is there once', () => {
    fc.assert(fc.property(task(unable), task(unable), day, (first, then, fromOn) => {
      const standing = makeRota(first).map((shift, at): StandingShift => ({ ...shift, id: String(at), source: at % 5 === 0 ? 'byHand' : 'rule', logged: at % 7 === 0 }))
      const { drop, add } = renewRota(standing, fromOn, then)
      expect([...drop, ...add].filter(({ onDay }) => onDay < fromOn)).toEqual([])
      expect(drop.filter(({ logged }) => logged)).toEqual([])
      const gone = new Set(drop.map(({ id }) => id))
      const now = [...standing.filter(({ id }) => !gone.has(id)), ...add].map(postKey)
      expect(new Set(now).size).toBe(now.length)
      for (const onDay of then.days.filter((each) => each >= fromOn)) for (const post of postsOfDay(onDay, then.rule)) expect(now).toContain(postKey(post))
    }))
  })
})

describe('a swap', () => {
  const shift = { id: '1', onDay: '2026-09-09', personId: 'a' }
  const other = { id: '2', onDay: '2026-09-10', personId: 'b' }
  const nobody = () => []

  it('changes both shifts, or only one when the other stands in', () => {
    expect(changesOfSwap({ shift, askedBy: 'a', withPerson: 'b', inExchange: other }, '2026-09-08', nobody)).toEqual({
      changes: [{ shiftId: '1', from: 'a', to: 'b' }, { shiftId: '2', from: 'b', to: 'a' }],
    })
    expect(changesOfSwap({ shift, askedBy: 'a', withPerson: 'b', inExchange: null }, '2026-09-08', nobody)).toEqual({ changes: [{ shiftId: '1', from: 'a', to: 'b' }] })
  })

  it('of the past, of a shift that is no longer hers, or with somebody on duty that day is refused', () => {
    const fault = (terms: object, today = '2026-09-08', onDay: string | null = null) =>
      changesOfSwap({ shift, askedBy: 'a', withPerson: 'b', inExchange: null, ...terms }, today, (asked) => (asked === onDay ? [{ shiftId: '9', personId: 'b' }] : []))
    expect(fault({}, '2026-09-10')).toMatchObject({ fault: '已经过去的班不能再换' })
    expect(fault({ askedBy: 'c' })).toHaveProperty('fault')
    expect(fault({ withPerson: 'a' })).toHaveProperty('fault')
    expect(fault({ inExchange: { ...other, personId: 'c' } })).toHaveProperty('fault')
    expect(fault({}, '2026-09-08', '2026-09-09')).toMatchObject({ fault: '对方 2026-09-09 已经有值勤，一天不排两班' })
  })
})

describe('figures and logs', () => {
  it('count turns, hours, places and days off up to today; a log is owed from the day after', () => {
    const turn = (onDay: string, findings: number | null, isDayOff = false) => ({ personId: 'a', onDay, place: '校门', minutes: 240, isDayOff, findings })
    const [figures] = shiftStatistics([turn('2026-09-29', 2), turn('2026-09-30', null), turn('2026-10-01', null, true), turn('2026-10-12', null)], '2026-10-01')
    expect(figures).toEqual({
      personId: 'a', times: 3, minutes: 720, timesOnDaysOff: 1, places: [{ name: '校门', times: 3 }], logged: 1, unlogged: 1, findings: 2, coming: 1,
      byMonth: { '2026-09': 2, '2026-10': 1 },
    })
  })

  it('a night ends on the next morning', () => {
    expect(slotMinutes({ from: '21:30', to: '06:30' })).toBe(540)
    expect(slotMinutes({ from: '07:50', to: '12:00' })).toBe(250)
  })

  it('a log begins with everything as it should be; a finding needs words', () => {
    const items = freshItems(['学生出勤情况检查'])
    expect([findingsOf(items), itemFaults(items)]).toEqual([0, []])
    const found = items.map((item) => ({ ...item, isNormal: false, finding: ' ' }))
    expect([findingsOf(found), itemFaults(found)]).toEqual([1, [{ field: 'items.0.finding', message: '请写下「学生出勤情况检查」发现了什么' }]])
  })
})
