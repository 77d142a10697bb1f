import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type InspectedFacts, inspectedRecords, inspectionEvents } from './inspection-duty-records.ts'

const nothing: InspectedFacts = { patrols: [], weeks: [], inspections: [], feedback: [] }
const week = { number: 2, startsOn: '2026-09-07', endsOn: '2026-09-13', asked: 2, handedInOn: [], publishedOn: null }
const counted = (facts: Partial<InspectedFacts>) => inspectedRecords({ ...nothing, ...facts }, 'team').map(({ record, title }) => [record.metrics[0], record.on, title])

describe('what was inspected, for the duties of a team', () => {
  it('the logs of a week count when those of every class are in, in the week that they tell of', () => {
    expect(counted({ weeks: [{ ...week, handedInOn: ['2026-09-14'] }] })).toEqual([])
    expect(counted({ weeks: [{ ...week, handedInOn: ['2026-09-16', '2026-09-14'] }] })).toEqual([['weeklyLogSubmitted', '2026-09-13', '第 2 周教学日记，2 个班交齐']])
    expect(counted({ weeks: [{ ...week, handedInOn: ['2026-09-11', '2026-09-10'] }] })).toEqual([['weeklyLogSubmitted', '2026-09-11', '第 2 周教学日记，2 个班交齐']])
  })

  it('a school without classes has handed in nothing, though nothing is missing', () => {
    expect(counted({ weeks: [{ ...week, asked: 0 }] })).toEqual([])
  })

  it('a summary counts once it is published, a stage inspection once it is closed, in the term in which it began', () => {
    expect(counted({ weeks: [{ ...week, publishedOn: '2026-09-15' }] })).toEqual([['weeklyLogSummary', '2026-09-13', '第 2 周教学日记小结']])
    const inspection = { id: 'i', title: '期中教学检查', kind: 'stage' as const, startsOn: '2026-11-09', endsOn: '2026-11-13', closedOn: null, toldOn: null }
    expect(counted({ inspections: [inspection] })).toEqual([])
    expect(counted({ inspections: [{ ...inspection, closedOn: '2026-11-20' }, { ...inspection, id: 'o', kind: 'other', closedOn: '2026-11-20' }] }).filter(([metric]) => metric === 'stageInspection')).toEqual([['stageInspection', '2026-11-09', '期中教学检查']])
  })

  it('whatever its kind, an inspection has its written report when it is closed, and is told once, when others hear of it', () => {
    const lessons = { id: 'l', title: '备课检查', kind: 'lessons' as const, startsOn: '2026-11-09', endsOn: '2026-11-13', closedOn: '2026-11-20', toldOn: '2026-11-23' }
    expect(counted({ inspections: [lessons] })).toEqual([['inspectionReport', '2026-11-20', '「备课检查」书面总结'], ['inspectionBriefing', '2026-11-23', '通报「备课检查」']])
    expect(counted({ inspections: [{ ...lessons, closedOn: null }] })).toEqual([['inspectionBriefing', '2026-11-23', '通报「备课检查」']])
    expect(inspectedRecords({ ...nothing, inspections: [lessons] }, 'team').map(({ record }) => record.forPeriod)).toEqual(['event:l', 'event:l'])
  })

  it('its report and its telling are due when it ends, or as soon as it was closed or told before that', () => {
    const on = (closedOn: string | null, toldOn: string | null) => inspectionEvents([{ id: 'l', title: '备课检查', kind: 'lessons', startsOn: '2026-11-09', endsOn: '2026-11-13', closedOn, toldOn }])[0]?.on
    expect([on(null, null), on('2026-11-20', '2026-11-23'), on('2026-11-12', null), on('2026-11-12', '2026-11-11')]).toEqual(['2026-11-13', '2026-11-13', '2026-11-12', '2026-11-11'])
  })

  it('every round that has its log is a patrol of its day', () => {
    expect(counted({ patrols: [{ id: 'l', onDay: '2026-09-08', slotName: '晚自习', place: '教学楼' }] })).toEqual([['dailyPatrol', '2026-09-08', '值勤记录：晚自习 教学楼']])
  })

  it('whenever logs come in, they count within their own week and no log more takes anything away', () => {
    const days = ['2026-09-05', '2026-09-08', '2026-09-13', '2026-09-14', '2026-10-01']
    fc.assert(fc.property(fc.array(fc.constantFrom(...days), { maxLength: 6 }), fc.nat(6), (handedInOn, asked) => {
      const before = inspectedRecords({ ...nothing, weeks: [{ ...week, asked, handedInOn }] }, 'team')
      const after = inspectedRecords({ ...nothing, weeks: [{ ...week, asked, handedInOn: [...handedInOn, '2026-09-14'] }] }, 'team')
      expect(after.length).toBeGreaterThanOrEqual(before.length)
      for (const { record } of after) expect([record.on >= week.startsOn, record.on <= week.endsOn]).toEqual([true, true])
    }))
  })
})
