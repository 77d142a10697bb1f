import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { must } from '../../must.ts'
import { metricCatalogue } from '../duties/metric-catalogue.ts'
import { loadScheme } from './load-scheme.ts'
import type { Scheme } from './scheme-format.ts'

/**
 * `preset-facts/<code>.json` were made by a script from a list of the facts of the schemes, apart from the presets: every fact with its figures.
 * A plain number where the preset has a list gives how many there are (`conditions: 3`).
 */
interface Fact {
  readonly section: string
  readonly ref: string
  readonly unclear?: boolean
  readonly softWord?: string
  readonly [figure: string]: unknown
}
interface SchemeFacts {
  readonly level: string
  readonly kind: string
  readonly cycleYears: number | null
  readonly cycleSoft: boolean
  readonly cycleApprox?: boolean
  readonly naming: boolean
  readonly venue: boolean
  readonly region: boolean
  readonly issued: boolean
  readonly facts: readonly Fact[]
}
const namesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => name.replace('.json', '')).toSorted()
const factsFolder = join(import.meta.dirname, 'preset-facts')
const folder = join(import.meta.dirname, '../../../resources/schemes')
const expected = namesIn(factsFolder).map((code) => [code, JSON.parse(readFileSync(join(factsFolder, `${code}.json`), 'utf8')) as SchemeFacts] as const)
const preset = (code: string) => loadScheme(readFileSync(join(folder, `${code}.json`), 'utf8'), code)
const allFacts = expected.flatMap(([, { facts }]) => facts)

type Row = Readonly<Record<string, unknown>>
function rowsOf(scheme: Scheme, section: string): readonly Row[] {
  let value: unknown = scheme
  for (const step of section.split('.')) value = (value as Row | undefined)?.[step]
  return (value ?? []) as readonly Row[]
}
const rowOf = (scheme: Scheme, { section, ref }: Fact) => must(rowsOf(scheme, section).find((candidate) => candidate['sourceRef'] === ref), `${ref} is there`)
const size = (value: object) => (Array.isArray(value) ? value.length : Object.keys(value).length)
const range = (value: unknown) => (typeof value === 'object' && value !== null ? Object.values(value) : value)
const list = (value: unknown) => (value ?? []) as readonly Row[]
const values = (value: unknown) => Object.values((value ?? {}) as Row)

/** Figures that the list names otherwise than the preset holds them. */
const foundAs: Readonly<Record<string, (row: Row) => unknown>> = {
  media: (row) => row['media'],
  days: (row) => (row['days'] as Row | undefined)?.['count'],
  exceptional: (row) => row['exceptional'] && ((row['exceptional'] as Row)['value'] ?? true),
  seats: (row) => values(row['counts'] ?? row['winners']).map(range),
  anyOfValues: (row) => list(row['anyOf']).map((part) => part['value']).filter((value) => typeof value === 'number'),
  andValues: (row) => list(row['and']).map((part) => part['value']),
  andLevels: (row) => list(row['and']).map((part) => part['levelMin']),
  gradeNames: (row) => list(row['grades']).map(({ name }) => name),
  pointValues: (row) => values(row['points']),
  minuteValues: (row) => values(row['minutes']),
  pairs: (row) => list(row['steps']).map(({ from, to }) => [from, to]),
}
const figureOf = (row: Row, figure: string) => {
  const find = foundAs[figure]
  return find ? find(row) : (row[figure] ?? (row['conditions'] as Row | undefined)?.[figure])
}
/** What must be absent where the source does not print it: no invented default. */
const silences = [
  'minimum', 'mustExist', 'maximum', 'per', 'amountFen', 'basis', 'studioLevel', 'min', 'max', 'approx', 'includedIn', 'count', 'levelMin', 'level', 'windowYears', 'continuous',
  'preferred', 'exceptional', 'fromTitle', 'orAwarded', 'studioKinds', 'schoolStages', 'validYears', 'dueMonthDay', 'days', 'itemNo', 'media', 'meeting', 'optional', 'assessedAs',
  'charsAbout', 'charsAtLeast', 'share', 'absenceShare', 'times', 'weights', 'points', 'order',
] as const
const namedOtherwise: Readonly<Partial<Record<(typeof silences)[number], string>>> = { points: 'pointValues' }

describe('the presets', () => {
  it('are 35 schemes with 1506 facts, 407 of them duties, and each lies under its own code', () => {
    expect(namesIn(folder)).toEqual(namesIn(factsFolder))
    expect([expected.length, allFacts.length, allFacts.filter(({ section }) => section === 'duties').length]).toEqual([35, 1506, 407])
    expect(new Set(allFacts.map(({ ref }) => ref)).size).toBe(1506)
    for (const code of namesIn(folder)) expect(preset(code).code).toBe(code)
  })

  it.each(expected)('%s carries every fact of the printed scheme, and invents none', (code, counted) => {
    const scheme = preset(code)
    expect([scheme.level.key, scheme.kind, scheme.cycle?.years ?? null, scheme.cycle?.strength === 'soft', scheme.cycle?.approx]).toEqual(
      [counted.level, counted.kind, counted.cycleYears, counted.cycleSoft, counted.cycleApprox])
    expect([scheme.naming, scheme.venue, scheme.region, scheme.issued].map((part) => part !== undefined)).toEqual([counted.naming, counted.venue, counted.region, counted.issued])
    for (const [section, own] of Map.groupBy(counted.facts, (fact) => fact.section)) {
      expect(rowsOf(scheme, section).map((row) => row['sourceRef']), section).toEqual(own.map((fact) => fact.ref))
    }
    const listed = new Set(counted.facts.map((fact) => fact.section))
    const sections = [...Object.keys(scheme), ...Object.keys(scheme.funding ?? {}).map((key) => `funding.${key}`), ...Object.keys(scheme.assessment ?? {}).map((key) => `assessment.${key}`)]
    const lists = sections.filter((section) => section !== 'levels' && section !== 'settings' && Array.isArray(section.includes('.') ? rowsOf(scheme, section) : (scheme as Row)[section]))
    expect(lists.filter((section) => !listed.has(section))).toEqual([])
  })

  it.each(expected)('%s has every figure as printed, and is silent where the source is', (code, counted) => {
    const scheme = preset(code)
    for (const fact of counted.facts) {
      const { section: _section, ref, unclear, softWord, ...figures } = fact
      const row = rowOf(scheme, fact)
      for (const [figure, value] of Object.entries(figures)) {
        const own = figureOf(row, figure)
        const isCount = typeof value === 'number' && typeof own === 'object' && own !== null
        expect(isCount ? size(own) : own, `${ref} ${figure}`).toEqual(value)
      }
      for (const figure of silences) {
        if (!((namedOtherwise[figure] ?? figure) in figures)) expect(figureOf(row, figure), `${ref}: the source is silent about ${figure}`).toBeUndefined()
      }
      expect(row['strength'] === 'soft' ? row['softWord'] : undefined, `${ref} softness`).toBe(softWord)
      const isSetting = scheme.settings?.some((setting) => setting.sourceRef === ref)
      if (unclear === true) expect(row['reading'] !== undefined || isSetting, `${ref} is unclear: our reading or a setting`).toBe(true)
    }
  })

  it('offer for every unclear place at least one other reading', () => {
    const settings = expected.flatMap(([code]) => preset(code).settings ?? [])
    expect(settings.length).toBeGreaterThan(50)
    for (const setting of settings) {
      expect(setting.alternatives.length, setting.key).toBeGreaterThan(0)
      expect(setting.alternatives.map((other) => other.value)).not.toContainEqual(setting.reading)
    }
  })

  it('hang every setting that belongs to one fact on a fact that is there', () => {
    const known = new Set([...allFacts.map(({ ref }) => ref), ...expected.map(([code]) => `${code}/cycle`)])
    const refs = expected.flatMap(([code]) => (preset(code).settings ?? []).flatMap(({ sourceRef }) => sourceRef ?? []))
    expect(refs.length).toBeGreaterThan(40)
    expect(refs.filter((ref) => !known.has(ref))).toEqual([])
  })

  it('ask every question that is put in several schemes in one way, with one kind of answer', () => {
    const settings = expected.flatMap(([code]) => preset(code).settings ?? [])
    for (const [key, own] of Map.groupBy(settings, (setting) => setting.key)) {
      const answers = own.map(({ reading, alternatives }) => [reading, ...alternatives.map(({ value }) => value)].map((value) => typeof value).toSorted())
      expect(new Set(answers.flat()).size, key).toBe(1)
    }
  })

  it('are written in simplified characters with full-width signs', () => {
    const words = expected.flatMap(([code]) => textsOf(preset(code)).map((text) => `${code}: ${text}`))
    expect(words.length).toBeGreaterThan(3000)
    expect(words.filter((text) => /[\u4e00-\u9fff][,;:?()]|[,;:?()][\u4e00-\u9fff]|[學師資備課題評導創應產實驗業務條問節會員讀書國際]/u.test(text.replace(/^[\w-]+: /, '')))).toEqual([])
  })
})

describe('the catalogue of metrics', () => {
  it('calls a metric quantified exactly when some preset prints a number for it or demands that it exist', () => {
    const duties = expected.flatMap(([code]) => preset(code).duties ?? [])
    const quantified = new Set(duties.filter(({ minimum, mustExist }) => minimum !== undefined || mustExist === true).map(({ metric }) => metric))
    expect([...quantified].toSorted()).toEqual(Object.entries(metricCatalogue).filter(([, metric]) => metric.quantified).map(([key]) => key).toSorted())
    expect(new Set(duties.map(({ metric }) => metric))).toEqual(new Set(Object.keys(metricCatalogue)))
  })
})

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
