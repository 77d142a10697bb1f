import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changeField } from './edit-scheme.ts'
import { schemeProblems } from './load-scheme.ts'
import { factsOf, type SchemeDocument, withFacts } from './scheme-document.ts'
import { partAt } from './scheme-parts.ts'
import { alternativesOf, freshAlternative, settingValues, unusedChoices, withAlternativeValue } from './setting-values.ts'

const folder = join(import.meta.dirname, '../../../resources/schemes')
const presets = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SchemeDocument)
const part = partAt('settings')
const everySetting = presets.flatMap((scheme) => factsOf(scheme, part).map((setting) => ({ scheme, setting })))
const settingOf = (code: string, key: string) => {
  const found = everySetting.find(({ scheme, setting }) => scheme['code'] === code && setting['key'] === key)
  if (!found) throw new Error(`no setting ${key} in ${code}`)
  return found
}

describe('what else an unclear place may mean', () => {
  it('is offered among the answers that the program can act on, whatever the preset', () => {
    for (const { scheme, setting } of everySetting) {
      const values = settingValues(scheme, setting)
      for (const { value } of alternativesOf(setting) as { value: unknown }[]) {
        if (values.kind === 'number') expect(typeof value).toBe('number')
        else if (values.kind === 'roles') expect((value as string[]).every((role) => Object.hasOwn(values.words, role)), String(value)).toBe(true)
        else expect(values.choices.map((choice) => choice.value)).toContainEqual(value)
      }
    }
    expect(everySetting.length).toBeGreaterThan(60)
  })

  it('is taken away and added again, and the scheme is as it was', () => {
    let tried = 0
    for (const { scheme, setting } of everySetting) {
      const others = alternativesOf(setting)
      const last = others.at(-1)
      const fewer = changeField(part, setting, 'alternatives', others.slice(0, -1))
      const values = settingValues(scheme, setting)
      if (values.kind !== 'known' || last === undefined) continue
      expect(unusedChoices(values, fewer).map(({ value }) => value)).toContainEqual(last['value'])
      const fresh = { ...withAlternativeValue(values, freshAlternative(values, fewer) ?? {}, last['value']), label: last['label'] }
      expect(changeField(part, fewer, 'alternatives', [...alternativesOf(fewer), fresh])).toEqual(setting)
      tried += 1
    }
    expect(tried).toBeGreaterThan(50)
  })

  it('may be none at all, and is refused without words or with nothing in it', () => {
    const { scheme, setting } = settingOf('000-2', 'ageDay')
    const problems = (alternatives: unknown) => schemeProblems(withFacts(scheme, part, factsOf(scheme, part).map((each) => (each === setting ? { ...each, alternatives } : each)))).map(({ field }) => field.split('.').slice(2).join('.'))
    expect(problems([])).toEqual([])
    expect(problems([{ value: 'yearEnd', label: '' }])).toEqual(['alternatives.0.label'])
    expect(problems([{ label: '七月一日' }])).toEqual(['alternatives.0.value'])
  })

  it('may be another number or other roles, and takes the words of the answer that was chosen until somebody writes her own', () => {
    const young = settingOf('002', 'youngMemberAge')
    expect(freshAlternative(settingValues(young.scheme, young.setting), young.setting)).toEqual({ value: '', label: '' })
    const meant = settingOf('004-22', 'membersMeant')
    expect(settingValues(meant.scheme, meant.setting).kind).toBe('roles')
    const { scheme, setting } = settingOf('004-04', 'ownSchoolRounding')
    const values = settingValues(scheme, setting)
    const [first] = alternativesOf(setting)
    const { value, label } = (values.kind === 'known' ? values.choices : []).find((choice) => choice.value !== first?.['value']) ?? { value: null, label: '' }
    expect(withAlternativeValue(values, { ...first, label: '' }, value)).toEqual({ value, label })
    expect(withAlternativeValue(values, { ...first, label: '按我们的说法' }, value)).toEqual({ value, label: '按我们的说法' })
  })
})
