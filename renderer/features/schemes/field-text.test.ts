import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareSchemes } from '../../../shared/domain/schemes/compare-schemes.ts'
import { changeFact, changeField } from '../../../shared/domain/schemes/edit-scheme.ts'
import { factKey, factsOf, isRecord, sameContent, type SchemeDocument, type SchemeFact, valueAt } from '../../../shared/domain/schemes/scheme-document.ts'
import type { FieldControl, SchemeField } from '../../../shared/domain/schemes/scheme-fields.ts'
import { type SchemePart, schemeParts } from '../../../shared/domain/schemes/scheme-parts.ts'
import { conditionNames } from '../../../shared/domain/schemes/scheme-words.ts'
import { readText, typedText } from './field-text.ts'

const folder = join(import.meta.dirname, '../../../resources/schemes')
const presets = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SchemeDocument)
const picked = new Set<FieldControl['kind']>(['yes', 'choice', 'choices', 'settable', 'level', 'role', 'meeting', 'duties', 'metric', 'reading', 'alternatives'])

/** What the form makes of a value that nobody changes. */
function throughTheForm({ control }: SchemeField, value: unknown): unknown {
  if (value === undefined || picked.has(control.kind)) return value
  if (control.kind !== 'group') return readText(control, typedText(control, value), value)
  return Array.isArray(value) ? value.filter(isRecord).map((part) => throughTheForms(control.fields, part, (fact, key, next) => ({ ...fact, [key]: next }))) : value
}

function throughTheForms(fields: readonly SchemeField[], fact: SchemeFact, set: (fact: SchemeFact, key: string, next: unknown) => SchemeFact): SchemeFact {
  return fields.reduce((made, field) => (valueAt(made, field.key) === undefined ? made : set(made, field.key, throughTheForm(field, valueAt(made, field.key)))), fact)
}

/** Another value than the one that stands there, as somebody would fill it in. */
function another(field: SchemeField, fact: SchemeFact): unknown {
  const { control, key } = field
  const value = valueAt(fact, key)
  switch (control.kind) {
    case 'yes': return value === true ? undefined : true
    case 'choice': return Object.keys(control.words).find((each) => each !== value)
    case 'choices': return [Object.keys(control.words).find((each) => !sameContent([each], value))]
    case 'settable': return control.many ? ['host', 'advisor'] : Object.keys(control.words).find((each) => each !== value)
    case 'level': case 'role': case 'meeting': return 'another'
    case 'duties': return ['another']
    case 'metric': return value === 'paper' ? 'openLesson' : 'paper'
    case 'reading': return (fact['alternatives'] as { value: unknown }[])[0]?.value
    case 'alternatives': return [{ value: 'another', label: '另一种' }]
    case 'group': return [control.blank, control.blank, ...(Array.isArray(value) ? value : [])]
    case 'conditions': return readText(control, `${typedText(control, value)}\n地点：乡村学校又一所`, value)
    case 'table': return readText(control, `${typedText(control, value)}\n另一项：7`, value)
    case 'money': return readText(control, value === 12_300 ? '124' : '123', value)
    case 'number': return readText(control, value === 5 ? '6' : '5', value)
    case 'fraction': case 'numberOrFraction': return readText(control, '3/7', value)
    default: return readText(control, `${typedText(control, value)}改`, value)
  }
}

/** What follows a field by itself, and the inner object that it stands in. */
const alongWith: Readonly<Record<string, readonly string[]>> = { metric: ['title', 'unit'], reading: ['readingLabel', 'alternatives'] }
const isBeside = (changed: string, key: string) => key !== changed && !(alongWith[changed] ?? []).includes(key) && !changed.startsWith(`${key}.`) && !key.startsWith(`${changed}.`)

const everyFact = presets.flatMap((scheme) => schemeParts.flatMap((part) => factsOf(scheme, part).map((fact) => ({ scheme, part, fact }))))
const name = (part: SchemePart, fact: SchemeFact) => `${part.path} ${factKey(part, fact)}`

describe('the forms of the editor', () => {
  it('leave every fact of every preset as it is when nobody changes anything', () => {
    for (const { part, fact } of everyFact) expect(throughTheForms(part.fields, fact, (made, key, next) => changeField(part, made, key, next)), name(part, fact)).toEqual(fact)
    expect(everyFact.length).toBeGreaterThan(1500)
  })

  it('have a field for whatever a preset says', () => {
    let asked = 0
    for (const { part, fact } of everyFact) {
      for (const key of Object.keys(fact).filter((each) => each !== 'sourceRef' && each !== 'key')) {
        expect(part.fields.some((field) => field.key === key || field.key.startsWith(`${key}.`)), `${name(part, fact)} ${key}`).toBe(true)
        asked += 1
      }
    }
    expect(asked).toBeGreaterThan(5000)
  })

  it('change one field, and nothing beside it', () => {
    let tried = 0
    for (const { scheme, part } of everyFact.filter(({ scheme, part, fact }) => factsOf(scheme, part)[0] === fact)) {
      const [fact] = factsOf(scheme, part)
      if (!fact) continue
      for (const field of part.fields) {
        const value = another(field, fact)
        if (value === undefined && valueAt(fact, field.key) === undefined) continue
        const changed = changeField(part, fact, field.key, value)
        const place = `${name(part, fact)} ${field.key}`
        expect(valueAt(changed, field.key), place).toEqual(value)
        for (const { key } of part.fields.filter((other) => isBeside(field.key, other.key))) expect(valueAt(changed, key), `${place} leaves ${key}`).toEqual(valueAt(fact, key))
        const next = changeFact(scheme, part, factKey(part, fact), () => changed)
        expect(compareSchemes(scheme, next), place).toMatchObject({ values: [], parts: [{ path: part.path, facts: [{ before: fact, after: changed }] }] })
        tried += 1
      }
    }
    expect(tried).toBeGreaterThan(4000)
  }, 60_000)
})

describe('what is typed into a field of a scheme', () => {
  const read = (kind: 'fraction' | 'money' | 'numberOrFraction' | 'steps', text: string) => readText({ kind }, text)

  it('may be a share as people write it, and what is none stays to be complained of', () => {
    expect([read('fraction', '20%'), read('fraction', ' 1 / 3 '), read('fraction', '一半'), read('fraction', ' ')]).toEqual([
      { numerator: 20, denominator: 100 }, { numerator: 1, denominator: 3 }, '一半', undefined,
    ])
    expect([read('money', '1,200.50'), read('money', '若干'), read('numberOrFraction', '2')]).toEqual([120_050, '若干', 2])
    expect(read('steps', '新秀 → 能手')).toEqual([{ from: '新秀', to: '能手' }])
  })

  it('may be names with a figure each, and a figure may be a range', () => {
    const control: FieldControl = { kind: 'table', range: true }
    expect(readText(control, '语文：2\n 直属学校: 3—5 \n县区：6-8')).toEqual({ 语文: 2, 直属学校: { min: 3, max: 5 }, 县区: { min: 6, max: 8 } })
    expect(readText(control, '语文\n数学：两个')).toEqual({ 语文: '', 数学: '两个' })
    expect(readText(control, ' ')).toBeUndefined()
  })

  it('names what else must hold in the words of the office, and keeps what stands beside it', () => {
    const control: FieldControl = { kind: 'conditions', apart: ['levelMin'] }
    const before = { levelMin: 'county', audience: '全旗', forms: ['讲座', '论坛'], crossSchool: true, copies: 2 }
    expect(typedText(control, before)).toBe('对象：全旗\n形式：讲座、论坛\n跨校：是\n份数：2')
    expect(readText(control, '对象：全县\n形式：讲座、论坛、沙龙\n份数：3\n天气：晴', before)).toEqual({ levelMin: 'county', audience: '全县', forms: ['讲座', '论坛', '沙龙'], copies: 3, 天气: '晴' })
    expect(readText(control, '', before)).toEqual({ levelMin: 'county' })
    expect(new Set(Object.values(conditionNames)).size).toBe(Object.keys(conditionNames).length)
  })
})
