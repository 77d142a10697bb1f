import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outcomeDutyRecords, type CountableOutcome as Kept } from './outcome-duty-record.ts'
import { type OutcomeKind, outcomeKindKeys, specOf } from './outcome-kinds.ts'
import { outcomeStates } from './outcome-record.ts'

const dutyRecords = (outcome: Kept) => outcomeDutyRecords(outcome, 'wen')
const kept = (kind: OutcomeKind, more: Partial<Kept> = {}): Kept => ({
  id: 'o1', state: 'submitted', kind, title: '《春》', onDay: '2026-10-12', untilDay: null, forPeriod: null, studioId: 'wen', levelKey: null, characters: null, quantity: 1, metricKey: null,
  people: [{ personId: 'p1', part: specOf(kind).parts[0] ?? 'self', place: null }], details: {}, ...more,
})

describe('what the duty engine reads of an outcome', () => {
  it('is who did it, how much, on which level and whether it is confirmed', () => {
    expect(dutyRecords(kept('lessonObservation', { quantity: 2, state: 'confirmed', details: { comments: '好' } }))).toEqual([
      { id: 'outcome:o1:main', source: { kind: 'outcome', id: 'o1' }, studioId: 'wen', metrics: ['lessonObservation', 'guidanceLessons', '听课'], on: '2026-10-12', personIds: ['p1'], byStudio: false, levelKey: null, amounts: { count: 2, lessonHours: 2 }, confirmed: true },
      expect.objectContaining({ id: 'outcome:o1:lessonReview', metrics: ['lessonReview'], amounts: { count: 2, lessonHours: 2 } }),
    ])
    expect(dutyRecords(kept('paper', { levelKey: 'city', characters: 3200, details: { result: 'published' } }))).toMatchObject([{ levelKey: 'city', amounts: { count: 1, chars: 3200 }, confirmed: false }])
    expect(dutyRecords(kept('growthPlan', { forPeriod: 'term:2026-1' }))).toMatchObject([{ forPeriod: 'term:2026-1' }])
    expect(dutyRecords(kept('studioPlan', { people: [], forPeriod: 'cycle' }))).toMatchObject([{ byStudio: true, personIds: [] }])
    expect(dutyRecords(kept('other', { metricKey: 'releaseTime', quantity: 0.5 }))).toMatchObject([{ metrics: ['releaseTime'], amounts: { days: 0.5 } }])
  })

  it('does not credit the mentored, nor whoever only guided somebody else’s lesson or paper', () => {
    const people = (...parts: readonly Kept['people'][number]['part'][]) => parts.map((part, at) => ({ personId: `p${at + 1}`, part, place: null }))
    expect(dutyRecords(kept('openLesson', { people: people('self', 'guide') }))).toMatchObject([{ personIds: ['p1'] }])
    expect(dutyRecords(kept('openLesson', { people: people('guide') }))).toEqual([])
    expect(dutyRecords(kept('mentoringPair', { people: people('guide', 'mentee'), quantity: 2 }))).toMatchObject([{ personIds: ['p1'], amounts: { count: 2 } }])
    expect(dutyRecords(kept('guidedLesson', { people: people('guide', 'mentee') }))).toMatchObject([{ personIds: ['p1'], metrics: ['guidedLesson'] }])
  })

  it('is nothing while a draft or returned; else each act has an id of its own, also of what belongs to no studio but has its doers', () => {
    fc.assert(fc.property(fc.constantFrom(...outcomeKindKeys), fc.constantFrom(...outcomeStates), fc.boolean(), (kind, state, withStudio) => {
      const records = dutyRecords(kept(kind, { state, studioId: withStudio ? 'wen' : null, metricKey: kind === 'other' ? 'homeVisit' : null, details: { completedOn: '2027-01-01', comments: '好', signedOn: '2026-09-01' } }))
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
      if (state === 'draft' || state === 'returned') expect(records).toEqual([])
      else for (const record of records) expect([record.metrics.length > 0, record.studioId, record.confirmed]).toEqual([true, 'wen', state === 'confirmed'])
    }))
  })
})
