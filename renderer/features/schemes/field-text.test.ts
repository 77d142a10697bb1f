import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { factsOf, type SchemeDocument, valueAt } from '../../../shared/domain/schemes/scheme-document.ts'
import { schemeParts } from '../../../shared/domain/schemes/scheme-parts.ts'
import { readText, typedText } from './field-text.ts'

const folder = join(import.meta.dirname, '../../../resources/schemes')
const typed = new Set(['texts', 'money', 'fraction', 'numberOrFraction', 'number', 'grades', 'steps', 'value', 'line', 'text'])

describe('what is typed into a field of a scheme', () => {
  it('is read back as it was, for every value of every preset', () => {
    let tried = 0
    const presets = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SchemeDocument)
    const values = presets.flatMap((scheme) => schemeParts.flatMap((part) => factsOf(scheme, part).flatMap((fact) =>
      part.fields.map(({ key, control }) => ({ place: `${String(fact['sourceRef'])} ${key}`, kind: control.kind, value: valueAt(fact, key) })))))
    for (const { place, kind, value } of values.filter((each) => each.value !== undefined && typed.has(each.kind))) {
      const back = readText(kind, typedText(kind, value))
      // A list of one line is typed like the line itself.
      expect(kind === 'value' && Array.isArray(value) && value.length === 1 ? [back] : back, place).toEqual(value)
      tried += 1
    }
    expect(tried).toBeGreaterThan(3000)
  })

  it('may be a share as people write it, and what is none stays to be complained of', () => {
    expect([readText('fraction', '20%'), readText('fraction', ' 1 / 3 '), readText('fraction', '一半'), readText('fraction', ' ')]).toEqual([
      { numerator: 20, denominator: 100 }, { numerator: 1, denominator: 3 }, '一半', undefined,
    ])
    expect([readText('money', '1,200.50'), readText('money', '若干'), readText('numberOrFraction', '2')]).toEqual([120_050, '若干', 2])
    expect(readText('steps', '新秀 → 能手')).toEqual([{ from: '新秀', to: '能手' }])
  })
})
