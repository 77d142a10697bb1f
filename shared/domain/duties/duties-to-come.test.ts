import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCalendar, aDutyInput, aMembership, autumn, schemeOf } from '../../../tests/fixtures/duties.ts'
import { addDays } from '../dates/day.ts'
import { periods } from '../schemes/scheme-fragments.ts'
import { deriveDuties, subjectKey } from './derive-duties.ts'
import { dutiesToCome } from './duties-to-come.ts'
import type { DutyInput } from './duty-input.ts'

const duties = [
  { metric: 'exchangeLessons', title: '集体交流', unit: '课时', per: 'month', minimum: 1 },
  { metric: 'openLesson', title: '公开课', subject: 'eachMember', unit: '节', per: 'term', minimum: 2, dueAt: '5月底前' },
  { metric: 'studioPlan', title: '计划', unit: '份', per: 'term', mustExist: true, dueAt: '每学期开始前' },
  { metric: 'studyTrip', title: '外出学习', subject: 'bureau', unit: '次', per: 'month', minimum: 1 },
  { metric: 'lecture', title: '讲座', unit: '次', per: 'month', minimum: 1, optional: true },
  { metric: 'reflection', title: '反思', unit: '篇', per: 'month' },
] as const
const memberships = [aMembership('a'), aMembership('b', 'member', '2027-03-15'), aMembership('gone', 'member', '2026-09-01', '2027-01-10')]
const input = aDutyInput(schemeOf(duties), { today: '2027-01-05', memberships })
const short = (of: DutyInput, until: string, personId?: string) => dutiesToCome(of, { until, personId })
  .map(({ dueOn, title, period, needed, subjects }) => [dueOn, title, period.key, needed, subjects.map((subject) => (subject.kind === 'person' ? subject.personId : subject.kind)).join()])

describe('what is to come', () => {
  it('is what begins after today and is due up to the day, of the studio and its people; the bureau, the optional and the merely recorded are left out', () => {
    expect(short(input, '2027-05-31')).toEqual([
      ['2027-02-21', '计划', 'term:2026-2', 1, 'studio'], ['2027-03-31', '集体交流', 'month:2027-03', 1, 'studio'], ['2027-04-30', '集体交流', 'month:2027-04', 1, 'studio'],
      ['2027-05-31', '集体交流', 'month:2027-05', 1, 'studio'], ['2027-05-31', '公开课', 'term:2026-2', 2, 'a,b'],
    ])
    // The plan of the spring may be made from the end of the autumn on: then it is no longer to come.
    expect(short({ ...input, today: '2027-01-25' }, '2027-02-28')).toEqual([])
  })

  it('asks nobody who will have left by then, and shows a member her own', () => {
    expect(short(input, '2027-05-31', 'a')).toEqual([['2027-05-31', '公开课', 'term:2026-2', 2, 'a']])
    expect(short(input, '2027-05-31', 'gone')).toEqual([])
  })

  it('is nothing where the periods have all begun, or the calendar of the next term is not entered', () => {
    expect(short(input, input.today)).toEqual([])
    expect(short({ ...input, today: '2027-05-01' }, '2027-05-31')).toEqual([])
    expect(short({ ...input, calendar: aCalendar([autumn]) }, '2027-05-31')).toEqual([])
  })
})

const anyDuty = fc.record({
  metric: fc.constantFrom('lecture', 'seminar'), subject: fc.constantFrom('studio', 'eachMember', 'hostAndEachMember', 'school'), unit: fc.constant('次'), per: fc.constantFrom(...periods),
  minimum: fc.constantFrom(1, 2, 20), dueAt: fc.option(fc.constantFrom('学期末', '每学期开始前', '1月25日前'), { nil: undefined }),
})

describe('looking ahead', () => {
  it('finds what the engine will ask on that day if nothing happens until then, each with its day and amount', () => {
    let found = 0
    fc.assert(fc.property(
      fc.array(anyDuty, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 400 }),
      (some, days, more, joins) => {
        const today = addDays('2026-09-01', days)
        const until = addDays(today, more)
        const now = aDutyInput(schemeOf(JSON.parse(JSON.stringify(some)) as typeof some), { today, memberships: [aMembership('a'), aMembership('b', 'member', addDays('2026-09-01', joins))] })
        const known = new Set(deriveDuties(now).duties.flatMap(({ lines }) => lines.map(({ key }) => key)))
        const later = deriveDuties({ ...now, today: until }).duties.flatMap(({ lines }) => lines)
          .filter(({ key, needed, dueOn, subject, period }) => !known.has(key) && period?.per !== 'lesson' && (needed ?? 0) > 0 && dueOn !== null && dueOn <= until && subject.kind !== 'body')
          .map(({ key, dueOn, needed }) => `${key} ${dueOn} ${needed}`)
        const ahead = dutiesToCome(now, { until }).flatMap(({ ref, subjects, period, dueOn, needed }) => subjects.map((subject) => [`${ref}|${subjectKey(subject)}|${period.key} ${dueOn}`, needed] as const))
        found += ahead.length
        expect(ahead.map(([line]) => line).toSorted()).toEqual(later.map((line) => line.slice(0, line.lastIndexOf(' '))).toSorted())
        for (const [line, needed] of ahead) if (needed !== null) expect(later).toContain(`${line} ${needed}`)
      },
    ))
    expect(found).toBeGreaterThan(50)
  })
})
