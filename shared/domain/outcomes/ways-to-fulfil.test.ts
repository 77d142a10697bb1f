import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { preset, schemesFolder } from '../../../tests/fixtures/duties.ts'
import { readDuties } from '../duties/read-duties.ts'
import { outcomeMetrics } from './outcome-metrics.ts'
import { metricsOfActivityKind, metricsOfPage } from './metric-sources.ts'
import { specOf } from './outcome-kinds.ts'
import { detailsFeeding, wayInWords, waysToFulfil, type WayToFulfil } from './ways-to-fulfil.ts'

const first = (metric: string, askedOf: 'studio' | 'person' = 'person') => waysToFulfil([metric], askedOf).slice(0, 1).map(wayInWords)[0]

/** For what the record counts, as it is begun for her and with everything filled in that she has to say herself. */
function fedBy(way: WayToFulfil, metrics: readonly string[]): readonly string[] {
  if (way.via === 'activity') return metricsOfActivityKind[way.kind]
  if (way.via === 'page') return metricsOfPage[way.kind]
  if (way.kind === 'other') return metrics
  const asked = specOf(way.kind).feeds.flatMap((feed) => (typeof feed === 'string' ? [] : [feed.field, feed.on].filter((field) => field !== undefined)))
  const details = { ...Object.fromEntries(asked.map((field) => [field, '2026-10-01'])), ...detailsFeeding(way.kind, way.metric) }
  return outcomeMetrics({ kind: way.kind, onDay: '2026-10-01', metricKey: null, details })
}

describe('what is entered so that a duty is done', () => {
  it('is the outcome of that name for a person, and the activity for the studio', () => {
    expect(first('openLesson')).toBe('登记公开课')
    expect(waysToFulfil(['openLesson'], 'person').map(({ via }) => via)).toContain('activity')
    expect(first('regularMeeting', 'studio')).toBe('登记例会')
    expect(first('exchangeLessons', 'studio')).toBe('登记例会')
    expect(first('lessonObservation')).toBe('登记听课')
    expect(first('studioActivity', 'studio')).toBe('登记活动')
  })

  it('is the summary of the one who is asked', () => {
    expect([first('workSummary', 'studio'), first('workSummary')]).toEqual(['登记工作室总结', '登记个人总结'])
    expect(first('studioPlan', 'studio')).toBe('登记工作室规划、计划')
  })

  it('is 其他, under the name of what the scheme counts, where no kind of its own stands for it', () => {
    expect(first('observationMonth', 'studio')).toBe('登记「听课月」')
    expect(first('本县特有的一项')).toBe('登记「本县特有的一项」')
  })

  it('is the page of 值勤 or 教学检查 for what is inspected', () => {
    expect(['dailyPatrol', 'weeklyLogSubmitted', 'stageInspection', 'feedbackForm'].map((metric) => first(metric, 'studio'))).toEqual(['写值勤记录', '登记教学日记', '到教学检查', '登记反馈表'])
  })

  it('is nothing for what is worked out of other records', () => {
    expect(waysToFulfil(['memberPromotedShare'], 'studio')).toEqual([])
  })

  it('offers each way once where a duty leaves the choice', () => {
    const ways = waysToFulfil(['publicTeaching', 'openLesson', 'lecture', 'forum'], 'person')
    expect(new Set(ways.map(({ via, kind }) => `${via} ${kind}`)).size).toBe(ways.length)
    expect(ways.slice(0, 2).map(wayInWords).toSorted()).toEqual(['登记公开课', '登记讲座'])
  })

  it('really feeds the metric that it is offered for, in every duty of every scheme', () => {
    const files = readdirSync(schemesFolder).filter((name) => name.endsWith('.json') && name !== 'index.json')
    const asked = files.flatMap((file) => readDuties(preset(file.replace('.json', ''))))
    const offered = asked.flatMap(({ metrics }) => (['studio', 'person'] as const).flatMap((askedOf) => waysToFulfil(metrics, askedOf).map((way) => ({ way, metrics }))))
    for (const { way, metrics } of offered) expect(fedBy(way, metrics), `${way.via} ${way.kind}`).toContain(way.metric)
    expect(offered.length).toBeGreaterThan(500)
  })
})
