import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDutyInput, dutyOf, lineOf, preset } from '../../../tests/fixtures/duties.ts'
import { addDays } from '../dates/day.ts'
import { deriveDuties } from '../duties/derive-duties.ts'
import type { DutyRecord } from '../duties/duty-record.ts'
import { uncountedText } from '../duties/duty-words.ts'
import { waysToFulfil } from '../outcomes/ways-to-fulfil.ts'
import { activityDutyRecord, type CountableActivity } from './activity-duty-record.ts'
import { activityKinds } from './activity-words.ts'
import { themeDutyRecord } from './theme-duty-record.ts'

const scheme = preset('004-05')
const [study, settled, meeting] = ['004-05/d11', '004-05/d12', '004-05/d08']
const activity = (more: Partial<CountableActivity> = {}): CountableActivity => ({
  id: 'a', studioId: 'studio', kind: 'seminar', heldOn: '2026-10-13', startTime: null, endTime: null, level: null, namesTheme: true, speakerPersonId: null, expected: 0, present: 0, countedElsewhere: [], ...more,
})
const recordsOf = (...activities: readonly CountableActivity[]): DutyRecord[] => activities.flatMap((each) => activityDutyRecord(each, 40) ?? [])
const duties = (records: readonly DutyRecord[], today = '2026-12-15') => deriveDuties(aDutyInput(scheme, { records, today }))
const allOf = (ref: string, records: readonly DutyRecord[]) => dutyOf(duties(records), ref)
const doneOf = (ref: string, records: readonly DutyRecord[]) => allOf(ref, records).lines.reduce((sum, { done }) => sum + done, 0)

describe('a theme of the term (004-05)', () => {
  const theme = { id: 't', studioId: 'studio', termBeginsOn: '2026-09-01' }

  it('is missed in a term without one and met by one, whenever it was entered', () => {
    expect(lineOf(duties([]), settled, 'studio', 'term:2026-1')).toMatchObject({ needed: 1, done: 0, missing: 1 })
    expect(lineOf(duties([themeDutyRecord(theme, '2026-09-01')]), settled, 'studio', 'term:2026-1')).toMatchObject({ done: 1, missing: 0, state: 'done' })
    expect(lineOf(duties([themeDutyRecord(theme, '2026-09-01')], '2027-03-10'), settled, 'studio', 'term:2026-2')).toMatchObject({ done: 0, missing: 1 })
  })

  it('counts in a cycle that begins in the middle of its term', () => {
    const records = [themeDutyRecord(theme, '2026-10-15')]
    const derived = deriveDuties(aDutyInput(scheme, { records, today: '2026-12-15', studio: { id: 'studio', cycleFromOn: '2026-10-15', cycleToOn: '2029-10-14' } }))
    expect(lineOf(derived, settled)).toMatchObject({ done: 1 })
  })

  it('is one press away: the studio settles it on its page', () => {
    expect(waysToFulfil(['termTheme'], 'studio')).toEqual([{ via: 'page', kind: 'themes', metric: 'termTheme' }])
    expect(waysToFulfil(['themeStudy'], 'studio')[0]).toEqual({ via: 'activity', kind: 'seminar', metric: 'themeStudy' })
  })
})

describe('study on a theme', () => {
  it('is whatever names a theme, but for the meetings that plan and sum up', () => {
    for (const kind of activityKinds) {
      const counts = kind !== 'planningMeeting' && kind !== 'summaryMeeting'
      expect([kind, recordsOf(activity({ kind }))[0]?.metrics.includes('themeStudy')]).toEqual([kind, counts])
    }
    expect(doneOf(study, recordsOf(activity({ kind: 'salon' })))).toBe(1)
  })

  it('is no seminar that names none, and says why', () => {
    const records = recordsOf(activity({ namesTheme: false }))
    const line = allOf(study, records).lines.find(({ uncounted }) => uncounted.length > 0)
    expect(line).toMatchObject({ done: 0, uncounted: [{ recordId: 'activity:a', reason: { code: 'themeMissing' } }] })
    expect(uncountedText({ code: 'themeMissing' }, { scheme, personName: String, dutyTitle: String })).toBe('没有写明研讨主题，请补填')
  })

  it('takes no seminar from a scheme that asks for seminars: there it counts with a theme or without', () => {
    const asked = (namesTheme: boolean) => deriveDuties(aDutyInput(preset('004-04'), { records: recordsOf(activity({ namesTheme })), today: '2026-12-15' })).duties
      .filter(({ metrics }) => metrics.includes('seminar')).flatMap(({ ref, lines }) => lines.map(({ done }) => [ref, done]))
    expect(asked(false)).toEqual(asked(true))
    expect(asked(false).length).toBeGreaterThan(0)
  })

  it('is not also the regular meeting: one that names a theme goes to the 例会 first', () => {
    const regular = (id: string, heldOn: string) => activity({ id, kind: 'regularMeeting', heldOn })
    expect([doneOf(meeting, recordsOf(regular('a', '2026-10-13'))), doneOf(study, recordsOf(regular('a', '2026-10-13')))]).toEqual([1, 0])
    expect(doneOf(study, recordsOf(regular('a', '2026-10-13'), regular('b', '2026-10-14')))).toBe(1)
  })

  it('leaves no duty with more to do, whichever activities name a theme', () => {
    const some = fc.uniqueArray(fc.record({
      id: fc.uuid(), kind: fc.constantFrom('regularMeeting' as const, 'seminar' as const, 'salon' as const, 'summaryMeeting' as const, 'lecture' as const),
      days: fc.nat(100), named: fc.boolean(),
    }), { maxLength: 12, selector: ({ id }) => id })
    const missing = (records: readonly DutyRecord[]) => new Map(duties(records).duties.flatMap(({ lines }) => lines.map((line) => [line.key, line.missing] as const)))
    fc.assert(fc.property(some, (held) => {
      const as = (namesTheme: (named: boolean) => boolean) => missing(recordsOf(...held.map(({ id, kind, days, named }) => activity({ id, kind, heldOn: addDays('2026-09-01', days), namesTheme: namesTheme(named) }))))
      const without = as(() => false)
      const withThemes = as((named) => named)
      expect(withThemes.size).toBe(without.size)
      for (const [key, open] of withThemes) expect([key, open <= (without.get(key) ?? 0)]).toEqual([key, true])
    }), { numRuns: 40 })
  })
})
