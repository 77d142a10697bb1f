import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCalendar, aDutyInput, aRecord, dutyOf, lineOf, schemeOf } from '../../../tests/fixtures/duties.ts'
import { deriveDuties } from './derive-duties.ts'
import { dutyMatrix } from './duty-matrix.ts'
import type { Duty } from '../schemes/scheme-work.ts'

type Part = Partial<Duty> & Pick<Duty, 'metric'>
const lessons = (minimum: number, more: Partial<Duty> = {}): Part => ({ metric: 'openLesson', title: '公开课', unit: '节', minimum, per: 'term', subject: 'eachMember', ...more })
const old = (duties: readonly Part[], untilOn = '2026-12-01') => [{ scheme: schemeOf(duties, { title: '旧规程' }), untilOn }]
/** The second term of the school year has begun; the studio was moved on 1 December, in the first. */
const derive = (was: readonly Part[], is: readonly Part[], more: object = {}) =>
  deriveDuties(aDutyInput(schemeOf(is), { earlier: old(was), today: '2027-03-10', ...more }))

describe('a studio that was moved in the middle of a term', () => {
  it('owes for the term that had begun what the old scheme asks, and from the next term what the new one asks', () => {
    const duties = derive([lessons(1)], [lessons(3)])
    expect(lineOf(duties, 'd01', 'a', 'term:2026-1').needed).toBe(1)
    expect(lineOf(duties, 'd01', 'a', 'term:2026-2').needed).toBe(3)
    expect(duties.duties).toHaveLength(1)
  })

  it('is told at the line which scheme it follows', () => {
    const duties = derive([lessons(1)], [lessons(3)])
    expect(lineOf(duties, 'd01', 'a', 'term:2026-1').basis.steps).toEqual([{ why: 'earlierScheme', title: '旧规程', version: '1' }])
    expect(lineOf(duties, 'd01', 'a', 'term:2026-2').basis.steps).toEqual([])
  })

  it('keeps what it did before, and records of each term count for that term', () => {
    const records = [aRecord('openLesson', '2026-12-20', { personIds: ['a'] }), aRecord('openLesson', '2027-03-01', { personIds: ['a'] })]
    const duties = derive([lessons(1)], [lessons(3)], { records })
    expect(lineOf(duties, 'd01', 'a', 'term:2026-1')).toMatchObject({ done: 1, missing: 0, state: 'done' })
    expect(lineOf(duties, 'd01', 'a', 'term:2026-2')).toMatchObject({ done: 1, missing: 2 })
    expect(dutyOf(duties, 'd01').unplaced).toEqual([])
  })

  it('sees a week that begins on the day of the move under the new scheme, and the week before under the old one', () => {
    const duties = derive([lessons(1, { per: 'week' })], [lessons(2, { per: 'week' })], { earlier: old([lessons(1, { per: 'week' })], '2026-11-30'), today: '2026-12-10' })
    const of = (on: string) => dutyOf(duties, 'd01').lines.find(({ period, subject }) => subject.kind === 'person' && subject.personId === 'a' && period?.fromOn === on)?.needed
    expect([of('2026-11-23'), of('2026-11-30')]).toEqual([1, 2])
  })

  it('owes for the whole cycle what the new scheme asks, unless the school reads it otherwise', () => {
    const project = (minimum: number): Part => ({ metric: 'project', title: '课题', unit: '项', minimum, per: 'cycle' })
    expect(lineOf(derive([project(1)], [project(2)]), 'd01').needed).toBe(2)
    expect(lineOf(derive([project(1)], [project(2)], { chosen: { cycleAfterMove: 'oldScheme' } }), 'd01').needed).toBe(1)
  })

  it('still shows what only the old scheme asked for the periods in which it held, and says so', () => {
    const duties = derive([lessons(1), { metric: 'paper', title: '论文', unit: '篇', minimum: 1, per: 'term' }], [lessons(1)])
    const paper = dutyOf(duties, 'd02')
    expect(paper.earlier).toEqual({ title: '旧规程', version: '1' })
    expect(paper.lines.map(({ period }) => period?.key)).toEqual(['term:2026-1'])
    const { rows } = dutyMatrix(duties, aDutyInput(schemeOf([])).memberships, { fromOn: '2026-09-01', toOn: '2027-01-22' }, { scheme: schemeOf([]), personName: (id) => id })
    expect(rows.map(({ title }) => title)).toEqual(['公开课', '论文（原规程）'])
  })

  it('has two rows where both schemes count another thing under one reference', () => {
    const duties = derive([lessons(1)], [lessons(1, { metric: 'lecture', title: '讲座', unit: '场' })])
    expect(duties.duties.map(({ ref, title }) => [ref, title])).toEqual([['T/d01', '讲座'], ['T/d01@T-1', '公开课']])
  })

  it('is told that a record of a period under the old scheme counts there', () => {
    const records = [aRecord('lecture', '2026-12-20', { personIds: ['a'] })]
    const duties = derive([lessons(1)], [lessons(1), lessons(1, { metric: 'lecture', title: '讲座' })], { records })
    expect(dutyOf(duties, 'd02').unplaced).toEqual([{ recordId: records[0]?.id, reason: { code: 'otherScheme', on: '2026-12-20' } }])
  })

  it('that went back to its first scheme has every duty once', () => {
    const duties = deriveDuties(aDutyInput(schemeOf([lessons(1)]), {
      today: '2027-09-10', earlier: [...old([lessons(1)], '2026-12-01'), ...old([lessons(4)], '2027-03-01')],
    }))
    expect(duties.duties).toHaveLength(1)
    expect(dutyOf(duties, 'd01').lines.filter(({ subject }) => subject.kind === 'person' && subject.personId === 'a').map(({ period, needed }) => [period?.key, needed]))
      .toEqual([['term:2026-1', 1], ['term:2026-2', 4], ['term:2027-1', 1]])
  })
})

describe('whenever a studio is moved to the same words', () => {
  const per = fc.constantFrom('week', 'month', 'term', 'schoolYear', 'year', 'cycle', 'once' as const)
  const day = fc.integer({ min: 0, max: 360 }).map((days) => new Date(Date.parse('2026-09-01') + days * 86_400_000).toISOString().slice(0, 10))

  it('the same is asked and counted as if it had not been moved', () => {
    fc.assert(fc.property(fc.array(per, { minLength: 1, maxLength: 4 }), day, fc.array(day, { maxLength: 12 }), (pers, untilOn, days) => {
      const scheme = schemeOf(pers.map((each, at) => lessons(2, { per: each, metric: at % 2 === 0 ? 'openLesson' : 'lecture' })))
      const records = days.map((on, at) => aRecord(at % 2 === 0 ? 'openLesson' : 'lecture', on, { personIds: ['a'], id: `r${at}` }))
      const input = aDutyInput(scheme, { today: '2027-09-01', records, calendar: aCalendar() })
      const shown = (duties: ReturnType<typeof deriveDuties>) => duties.duties.map(({ ref, lines }) => [ref, lines.map(({ key, needed, done, state }) => [key, needed, done, state]).toSorted()])
      expect(shown(deriveDuties({ ...input, earlier: [{ scheme, untilOn }] }))).toEqual(shown(deriveDuties(input)))
    }), { numRuns: 60 })
  })
})
