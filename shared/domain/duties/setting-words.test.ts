import { describe, expect, it } from 'vitest'
import { preset, schemeOf } from '../../../tests/fixtures/duties.ts'
import { loadScheme } from '../schemes/load-scheme.ts'
import { dutySettings, usualDutySettings } from './duty-settings.ts'
import { asSchemeSetting, dutySettingWords, isChoiceOf, settingChoices, silentSettings } from './setting-words.ts'

const scheme = schemeOf([{ metric: 'openLesson', minimum: 1, per: 'term' }])
const settings = Object.entries(dutySettingWords) as [keyof typeof dutySettingWords, (typeof dutySettingWords)[keyof typeof dutySettingWords]][]

describe('the settings of the duty engine in words', () => {
  it('are all of them, each with a question, an explanation and at least two choices', () => {
    expect(settings.map(([key]) => key).toSorted()).toEqual(Object.keys(usualDutySettings).toSorted())
    for (const [key, { question, explanation, choices }] of settings) {
      expect(question, key).toMatch(/[？]$/)
      expect(explanation, key).toMatch(/。$/)
      expect(choices.length, key).toBeGreaterThan(1)
      expect(new Set(choices.map(({ label }) => label)).size, key).toBe(choices.length)
    }
  })

  it.each(settings)('%s: every choice is one that the engine takes, and the first is what it does where nobody has said anything', (key, { choices }) => {
    for (const { value } of choices) expect(() => dutySettings(scheme, { [key]: value })).not.toThrow()
    expect(dutySettings(scheme, { [key]: choices[0].value })).toEqual(usualDutySettings)
    for (const { value } of choices.slice(1)) expect(dutySettings(scheme, { [key]: value })[key]).not.toEqual(usualDutySettings[key])
  })

  it.each(settings)('%s may be written down in a scheme, which is then still a scheme', (key) => {
    const written = loadScheme(JSON.stringify({ ...scheme, settings: [asSchemeSetting(key)] }))
    expect(silentSettings(written)).not.toContain(key)
    expect(dutySettings(written)).toEqual(usualDutySettings)
  })

  it('are asked of a scheme only where it has no setting of its own', () => {
    const own = preset('004-04')
    expect(silentSettings(own).length).toBeGreaterThan(5)
    for (const { key } of own.settings ?? []) expect(silentSettings(own)).not.toContain(key)
    expect(isChoiceOf(own, 'joinerGraceDays', 15)).toBe(true)
    expect(isChoiceOf(own, 'joinerGraceDays', 17)).toBe(false)
    expect(settingChoices(own, 'noSuchThing')).toBeUndefined()
    expect(silentSettings(schemeOf([]))).toEqual([])
  })
})
