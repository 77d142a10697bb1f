import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDutyInput, aMembership, aRecord, schemeOf } from '../../../tests/fixtures/duties.ts'
import { addDays } from '../dates/day.ts'
import { periods } from '../schemes/scheme-fragments.ts'
import type { Duty } from '../schemes/scheme-work.ts'
import { deriveDuties } from './derive-duties.ts'
import type { DutyInput } from './duty-input.ts'
import type { DutyLine, StudioDuties } from './duty-line.ts'
import type { DutyRecord } from './duty-record.ts'

const metrics = ['lecture', 'openLesson', 'seminar', 'paperWritten']
const people = ['host', 'a', 'b', 'c', 'stranger']
const day = fc.integer({ min: -40, max: 560 }).map((days) => addDays('2026-09-01', days))

const anyDuty = fc.record({
  metric: fc.constantFrom(...metrics), subject: fc.constantFrom('studio', 'host', 'eachMember', 'hostAndEachMember', 'school', 'eachCoreMember'), unit: fc.constantFrom('次', '课时', '字'),
  per: fc.option(fc.constantFrom(...periods), { nil: undefined }), minimum: fc.option(fc.constantFrom(1, 2, 3, 0.5, 20, { numerator: 1, denominator: 3 }), { nil: undefined }),
  anyOf: fc.option(fc.uniqueArray(fc.constantFrom(...metrics), { minLength: 1, maxLength: 3 }), { nil: undefined }),
  conditions: fc.option(fc.constantFrom({ levelMin: 'county' }, { level: 'city' }, { charsAbout: 1000 }, { allMembersAttend: true }), { nil: undefined }),
  strength: fc.option(fc.constantFrom('hard' as const, 'soft' as const), { nil: undefined }), optional: fc.option(fc.boolean(), { nil: undefined }),
  dueAt: fc.option(fc.constantFrom('学期末', '每学期开始前', '1月25日前', '学期初'), { nil: undefined }),
  mustExist: fc.boolean(), towards: fc.boolean(),
}).map(({ mustExist, towards, ...duty }): Partial<Duty> & { metric: string } => ({
  ...duty, ...(mustExist && duty.minimum === undefined ? { mustExist: true as const } : {}), ...(towards ? { countsTowards: ['T/d01'] } : {}),
}))
const anyScheme = fc.array(anyDuty, { minLength: 1, maxLength: 6 }).map((duties) =>
  schemeOf(duties.map(({ countsTowards, ...duty }, at) => JSON.parse(JSON.stringify(at === 0 || countsTowards === undefined ? duty : { ...duty, countsTowards })) as typeof duty)))
const anyRecord: fc.Arbitrary<Omit<DutyRecord, 'id' | 'source' | 'studioId'>> = fc.record({
  metrics: fc.uniqueArray(fc.constantFrom(...metrics), { minLength: 1, maxLength: 2 }), on: day, personIds: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 3 }), byStudio: fc.boolean(),
  amounts: fc.constantFrom({ count: 1 }, { count: 3, lessonHours: 2 }, { lessonHours: 1.5 }, { chars: 950, count: 1 }, { chars: 4000, lessonHours: 1 }, { count: 2 }, { count: 0 }),
  levelKey: fc.constantFrom('school', 'county', 'city', null, 'elsewhere'), attendance: fc.constantFrom(undefined, { present: 4, expected: 4 }, { present: 3, expected: 4 }),
  forPeriod: fc.constantFrom(undefined, undefined, undefined, 'term:2026-1', 'year:2027'), confirmed: fc.boolean(),
})
const anyInput = fc.record({
  scheme: anyScheme, records: fc.array(anyRecord, { maxLength: 14 }), today: fc.integer({ min: 0, max: 500 }).map((days) => addDays('2026-09-01', days)),
  midTermJoiner: fc.constantFrom('full', 'proRata', 'fromNextPeriod'), partialPeriod: fc.constantFrom('full', 'proRata', 'notAsked'), oneActTwoDuties: fc.constantFrom('onlyWhereSaid', 'allowed'),
  weeklyDutyWeeks: fc.constantFrom('teachingWeeks', 'allWeeks'), holidayRecords: fc.constantFrom('termBefore', 'nowhere'), proRataRounding: fc.constantFrom('up', 'nearest', 'down'),
  roles: fc.array(fc.tuple(fc.constantFrom(...people.slice(0, 4)), fc.constantFrom('member', 'host', 'coreMember'), day, fc.option(fc.integer({ min: -3, max: 300 }))), { maxLength: 5 }),
}).map(({ scheme, records, today, roles, ...settings }): DutyInput => aDutyInput(withSettings(scheme, settings), {
  records: records.map((record, at) => aRecord('', record.on, { ...record, id: `r${String(at).padStart(2, '0')}` })), today, chosen: settings,
  memberships: [aMembership('host', 'host'), aMembership('a'), ...roles.map(([personId, role, fromOn, days]) => aMembership(personId, role, fromOn, days === null ? null : addDays(fromOn, days)))],
}))

function withSettings(scheme: ReturnType<typeof schemeOf>, settings: Readonly<Record<string, string>>): typeof scheme {
  return { ...scheme, settings: Object.entries(settings).map(([key, reading]) => ({ key, question: key, because: 'silent' as const, reading, readingLabel: key, alternatives: [] })) }
}

/** Duties of the studio that compete for the same few kinds of records over the whole cycle. */
const competing = (units: readonly string[]) => fc.record({
  duties: fc.array(fc.record({
    metric: fc.constantFrom(...metrics), anyOf: fc.uniqueArray(fc.constantFrom(...metrics), { minLength: 1, maxLength: 3 }), unit: fc.constantFrom(...units), minimum: fc.integer({ min: 1, max: 4 }),
    per: fc.constant('cycle' as const),
  }), { minLength: 2, maxLength: 4 }),
  records: fc.array(fc.record({
    metric: fc.constantFrom(...metrics), days: fc.integer({ min: 0, max: 5 }), amounts: fc.record({ count: fc.integer({ min: 1, max: 4 }), lessonHours: fc.integer({ min: 1, max: 4 }) }),
  }), { minLength: 1, maxLength: 8 }),
}).map(({ duties, records }) => aDutyInput(schemeOf(duties), {
  records: records.map(({ metric, days, amounts }, at) => aRecord(metric, addDays('2026-09-01', days), { id: `r${at}`, amounts })),
}))

const lines = (duties: StudioDuties): readonly DutyLine[] => duties.duties.flatMap((duty) => duty.lines)
const runs = { numRuns: 400 }

describe('whatever the scheme, the people and the records', () => {
  it('the done up to the needed and the missing make the needed, and the counted make the done', () => {
    fc.assert(fc.property(anyInput, (input) => {
      for (const line of lines(deriveDuties(input))) {
        if (line.needed === null) expect(line.missing).toBe(0)
        else expect(Math.min(line.done, line.needed) + line.missing).toBeCloseTo(line.needed, 6)
        expect(line.counted.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(line.done, 6)
        expect(new Set(line.counted.map(({ recordId }) => recordId)).size).toBe(line.counted.length)
      }
    }), runs)
  })

  it('one record more never takes away from what was done', () => {
    fc.assert(fc.property(anyInput, anyRecord, fc.constantFrom('a-first', 'z-last'), (input, more, id) => {
      const after = new Map(lines(deriveDuties({ ...input, records: [...input.records, aRecord('', more.on, { ...more, id })] })).map((line) => [line.key, line]))
      for (const line of lines(deriveDuties(input))) {
        const then = after.get(line.key)
        expect(then, line.key).toBeDefined()
        expect(then?.done ?? -1, line.key).toBeGreaterThanOrEqual(line.done)
      }
    }), runs)
  })

  it.each([['pieces', ['次']], ['pieces and hours', ['次', '课时']]])('of duties that compete for the same records none loses by one more: %s', (_, units) => {
    fc.assert(fc.property(competing(units), (input) => {
      const after = new Map(lines(deriveDuties(input)).map((line) => [line.key, line]))
      for (const left of input.records) {
        for (const { key, done } of lines(deriveDuties({ ...input, records: input.records.filter((record) => record !== left) }))) {
          expect(after.get(key)?.done ?? -1, key).toBeGreaterThanOrEqual(done)
        }
      }
    }), runs)
  })

  it('the order in which the records come does not matter, and twice gives the same', () => {
    fc.assert(fc.property(anyInput, fc.infiniteStream(fc.integer()), (input, order) => {
      const shuffled = input.records.map((record) => ({ record, at: order.next().value ?? 0 })).toSorted((a, b) => a.at - b.at).map(({ record }) => record)
      expect(deriveDuties({ ...input, records: shuffled })).toEqual(deriveDuties(input))
      expect(deriveDuties(input)).toEqual(deriveDuties(input))
    }), runs)
  })

  it('by days never more is asked than in full', () => {
    fc.assert(fc.property(anyInput, (input) => {
      const full = new Map(lines(deriveDuties({ ...input, chosen: { ...input.chosen, midTermJoiner: 'full', partialPeriod: 'full' } })).map((line) => [line.key, line.needed]))
      for (const line of lines(deriveDuties({ ...input, chosen: { ...input.chosen, midTermJoiner: 'proRata', partialPeriod: 'proRata' } }))) {
        if (line.because !== 'doneByPredecessor' && line.needed !== null) expect(line.needed, line.key).toBeLessThanOrEqual(full.get(line.key) ?? -1)
      }
    }), runs)
  })

  it('every record of a duty’s metric is counted, or is not, with a reason', () => {
    fc.assert(fc.property(anyInput, (input) => {
      for (const duty of deriveDuties(input).duties) {
        const seen = new Set([...duty.unplaced, ...duty.lines.flatMap((line) => [...line.uncounted, ...line.counted])].map(({ recordId }) => recordId))
        for (const record of input.records) if (record.metrics.some((metric) => duty.metrics.includes(metric))) expect(seen.has(record.id), `${record.id} at ${duty.ref}`).toBe(true)
      }
    }), runs)
  })
})
