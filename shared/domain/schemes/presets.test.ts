import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { must } from '../../must.ts'
import { loadScheme } from './load-scheme.ts'
import facts from './preset-facts.json' with { type: 'json' }
import type { Scheme } from './scheme-format.ts'

/**
 * `preset-facts.json` was made by a script from a list of the facts of the schemes, apart from the presets: every fact with its figures. A list there
 * (`conditions: 3`) gives the number of its items.
 */
interface Fact {
  readonly section: string
  readonly ref: string
  readonly unclear?: boolean
  readonly softWord?: string
  readonly [figure: string]: unknown
}
interface SchemeFacts { readonly level: string; readonly cycleYears: number; readonly cycleSoft: boolean; readonly naming: boolean; readonly venue: boolean; readonly facts: readonly Fact[] }
const expected = Object.entries(facts as unknown as Record<string, SchemeFacts>)
const folder = join(import.meta.dirname, '../../../resources/schemes')
const preset = (code: string) => loadScheme(readFileSync(join(folder, `${code}.json`), 'utf8'))

type Row = Readonly<Record<string, unknown>>
function rowsOf(scheme: Scheme, section: string): readonly Row[] {
  let value: unknown = scheme
  for (const step of section.split('.')) value = (value as Row | undefined)?.[step]
  return (value ?? []) as readonly Row[]
}
const size = (value: unknown) => (Array.isArray(value) ? value.length : Object.keys(value as object).length)
const levelMinOf = (row: Row) => row['levelMin'] ?? (row['conditions'] as Row | undefined)?.['levelMin']

describe('the presets', () => {
  it('are the ones that were counted, each under its own code', () => {
    const codes = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => name.replace('.json', ''))
    expect(codes.toSorted()).toEqual(expected.map(([code]) => code).toSorted())
    for (const code of codes) expect(preset(code).code).toBe(code)
  })

  it.each(expected)('%s carries every fact of the printed scheme, and invents none', (code, counted) => {
    const scheme = preset(code)
    expect([scheme.level.key, scheme.cycle?.years, scheme.cycle?.strength === 'soft', scheme.naming !== undefined, scheme.venue !== undefined])
      .toEqual([counted.level, counted.cycleYears, counted.cycleSoft, counted.naming, counted.venue])
    for (const [section, own] of Map.groupBy(counted.facts, (fact) => fact.section)) {
      expect(rowsOf(scheme, section).map((row) => row['sourceRef']), section).toEqual(own.map((fact) => fact.ref))
    }
    const listed = new Set(counted.facts.map((fact) => fact.section))
    const sections = [...Object.keys(scheme), ...Object.keys(scheme.funding ?? {}).map((key) => `funding.${key}`), ...Object.keys(scheme.assessment ?? {}).map((key) => `assessment.${key}`)]
    const lists = sections.filter((section) => section !== 'levels' && section !== 'settings' && Array.isArray(section.includes('.') ? rowsOf(scheme, section) : (scheme as Row)[section]))
    expect(lists.filter((section) => !listed.has(section))).toEqual([])
  })

  it.each(expected)('%s has every figure as printed', (code, counted) => {
    const scheme = preset(code)
    let compared = 0
    for (const { section, ref, unclear, softWord, ...figures } of counted.facts) {
      const row = must(rowsOf(scheme, section).find((candidate) => candidate['sourceRef'] === ref), `${ref} was found before`)
      for (const [figure, value] of Object.entries(figures)) {
        const own = figure === 'levelMin' ? levelMinOf(row) : row[figure]
        const isCount = typeof value === 'number' && typeof own === 'object' && own !== null
        expect(isCount ? size(own) : own, `${ref} ${figure}`).toEqual(value)
        compared += 1
      }
      for (const figure of ['minimum', 'mustExist', 'maximum', 'per', 'amountFen', 'min', 'max', 'approx'] as const) {
        if (!(figure in figures)) expect(row[figure], `${ref}: the source is silent about ${figure}`).toBeUndefined()
      }
      expect(row['strength'] === 'soft' ? row['softWord'] : undefined, `${ref} softness`).toBe(softWord)
      const isSetting = scheme.settings?.some((setting) => setting.sourceRef === ref)
      if (unclear === true) expect(row['reading'] !== undefined || isSetting, `${ref} is unclear: our reading or a setting`).toBe(true)
    }
    expect(compared).toBeGreaterThan(60)
  })

  it('offer for every unclear place at least one other reading', () => {
    const settings = expected.flatMap(([code]) => preset(code).settings ?? [])
    expect(settings.length).toBeGreaterThan(8)
    for (const setting of settings) {
      expect(setting.alternatives.length, setting.key).toBeGreaterThan(0)
      expect(setting.alternatives.map((other) => other.value)).not.toContainEqual(setting.reading)
    }
  })
})
