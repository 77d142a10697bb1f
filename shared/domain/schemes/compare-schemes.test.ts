import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { must } from '../../must.ts'
import { applyDifference, compareSchemes } from './compare-schemes.ts'
import { differenceLines } from './difference-words.ts'
import { factSentence } from './fact-words.ts'
import { schemeProblems } from './load-scheme.ts'
import { factsOf, type SchemeDocument, type SchemeFact, withFacts, withoutEmpty, withValueAt } from './scheme-document.ts'
import { partAt, schemeParts } from './scheme-parts.ts'

const folder = join(import.meta.dirname, '../../../resources/schemes')
const presets: readonly SchemeDocument[] = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SchemeDocument)
const preset = (code: string) => must(presets.find((each) => each['code'] === code), `preset ${code}`)
const anyPreset = fc.constantFrom(...presets)
const duties = partAt('duties')
const texts = (before: SchemeDocument, after: SchemeDocument) => differenceLines(before, after).map(({ text }) => text)
const changeDuty = (scheme: SchemeDocument, ref: string, change: (fact: SchemeFact) => SchemeFact) =>
  withFacts(scheme, duties, factsOf(scheme, duties).map((fact) => (fact['sourceRef'] === ref ? change(fact) : fact)))

describe('the difference of two schemes', () => {
  it('of a scheme with itself is nothing', () => {
    for (const scheme of presets) expect(compareSchemes(scheme, scheme)).toEqual({ parts: [], values: [] })
    expect(presets.length).toBeGreaterThan(30)
  })

  it('leads from either to the other, whichever two are taken', () => {
    fc.assert(fc.property(anyPreset, anyPreset, (one, other) => {
      const difference = compareSchemes(one, other)
      expect(applyDifference(one, difference)).toEqual(withoutEmpty(other))
      expect(applyDifference(other, difference, true)).toEqual(withoutEmpty(one))
    }), { numRuns: 60 })
  })

  it('leads back from any mixture of facts taken away, moved and changed', () => {
    fc.assert(fc.property(anyPreset, fc.constantFrom(...schemeParts.filter(({ single }) => !single)), fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (scheme, part, dice) => {
      const facts = factsOf(scheme, part)
      const kept = facts.flatMap((fact): SchemeFact[] => {
        const face = dice.next().value
        return face === 0 ? [] : [face === 1 ? { ...fact, note: '改过' } : fact]
      })
      const other = withFacts(scheme, part, dice.next().value === 2 ? kept.toReversed() : kept)
      const difference = compareSchemes(scheme, other)
      expect(applyDifference(scheme, difference)).toEqual(withoutEmpty(other))
      expect(applyDifference(other, difference, true)).toEqual(withoutEmpty(scheme))
      // Whatever is different is also said.
      expect(differenceLines(scheme, other).length > 0).toBe(difference.parts.length > 0)
    }), { numRuns: 200 })
  })
})

describe('the difference in words', () => {
  const county = preset('000-4')
  const openLesson = must(factsOf(county, duties).find((fact) => fact['metric'] === 'openLesson' && fact['subject'] === 'host'), 'the county scheme asks for open lessons')
  const ref = String(openLesson['sourceRef'])

  it('says a changed number with its period as one thing', () => {
    expect(texts(county, changeDuty(county, ref, (fact) => ({ ...fact, minimum: 3, per: 'term' })))).toEqual([
      expect.stringMatching(/公开课.*：每学年至少 2 次 → 每学期至少 3 次$/),
    ])
  })

  it('says what came, what went, and that the order is another', () => {
    const facts = factsOf(county, duties)
    const without = withFacts(county, duties, facts.filter((fact) => fact['sourceRef'] !== ref))
    expect(texts(county, without)).toEqual([`去掉职责：${factSentence(county, duties, openLesson)}`])
    expect(texts(without, county)).toEqual([`新增职责：${factSentence(county, duties, openLesson)}`])
    expect(texts(county, withFacts(county, duties, facts.toReversed()))).toEqual(['职责：先后顺序有变'])
  })

  it('says people, money, levels and settings in the words of the scheme', () => {
    const school = preset('004-03')
    const roles = partAt('roles')
    const more = withFacts(school, roles, factsOf(school, roles).map((fact) => (fact['role'] === 'member' ? { ...fact, approx: undefined, min: 8, max: 10 } : fact)))
    expect(texts(school, more)).toContain('成员：6 人左右 → 8—10 人')
    const amounts = partAt('funding.amounts')
    const richer = withFacts(school, amounts, factsOf(school, amounts).map((fact) => (fact['amountFen'] === 30000 ? { ...fact, amountFen: 50000 } : fact)))
    expect(texts(school, richer)).toEqual(['每人每学期：金额 300.00 元 → 500.00 元'])
    expect(texts(school, withValueAt(school, 'funding.overspend', 'warn'))).toEqual(['超支时：没有写 → 提醒'])
    expect(texts(school, withValueAt(school, 'level.key', 'county'))).toEqual(['规程的级别：校级 → 县级'])
    expect(texts(school, { ...school, code: 'other', version: '9' })).toEqual([])
  })
})

describe('the table of parts and fields', () => {
  it('knows every key that a preset uses, so that nothing of it is without a word', () => {
    const unknown = new Set<string>()
    let seen = 0
    const each = presets.flatMap((scheme) => schemeParts.flatMap((part) => factsOf(scheme, part).flatMap((fact) => Object.keys(fact).map((key) => ({ part, key })))))
    for (const { part, key } of each) {
      seen += 1
      if (!['sourceRef', 'key', ...part.fields.map((field) => field.key.split('.')[0])].includes(key)) unknown.add(`${part.path}.${key}`)
    }
    expect([...unknown]).toEqual([])
    expect(seen).toBeGreaterThan(5000)
  })

  it('has no part that the format does not know, and no key at the top that stands in no part', () => {
    const tops = new Set([...schemeParts.map(({ path }) => path.split('.')[0]), 'format', 'formatVersion', 'code', 'version', 'basedOn', 'title', 'kind', 'level', 'region'])
    for (const scheme of presets) expect(Object.keys(scheme).filter((key) => !tops.has(key))).toEqual([])
    for (const part of schemeParts) {
      const problems = schemeProblems(withValueAt(preset('004-04'), part.path, part.single ? { nonsense: 1 } : [{ nonsense: 1 }]))
      expect(problems.map(({ message }) => message).join('\n'), part.path).toContain('nonsense')
    }
  })
})
