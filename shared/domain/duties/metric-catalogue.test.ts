import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadScheme } from '../schemes/load-scheme.ts'
import { metricCatalogue, metricOf } from './metric-catalogue.ts'

const folder = join(import.meta.dirname, '../../../resources/schemes')
const presets = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => loadScheme(readFileSync(join(folder, name), 'utf8'), name))
const duties = presets.flatMap((scheme) => scheme.duties ?? [])

describe('the catalogue of metrics', () => {
  it('holds 154 metrics, no two of one name', () => {
    const metrics = Object.values(metricCatalogue)
    expect(metrics).toHaveLength(154)
    expect(new Set(metrics.map(({ name }) => name)).size).toBe(154)
  })

  it('knows what every duty of every preset counts', () => {
    expect(duties.length).toBeGreaterThan(60)
    expect(duties.filter(({ metric }) => metricOf(metric) === undefined).map(({ sourceRef, metric }) => `${sourceRef} ${metric}`)).toEqual([])
  })

  it('knows every metric that is one of several ways to fulfil a duty; what else stands there are plain words', () => {
    const ways = duties.flatMap(({ anyOf }) => anyOf ?? []).filter((way) => /^[a-z]/i.test(way))
    expect(ways.length).toBeGreaterThan(5)
    expect(ways.filter((way) => way !== 'book' && metricOf(way) === undefined)).toEqual([])
  })

  it('does not know what only a school’s own scheme names', () => {
    expect([metricOf('dragonBoatRace'), metricOf('toString'), metricOf('openLesson')?.name]).toEqual([undefined, undefined, '公开课'])
  })
})
