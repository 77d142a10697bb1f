import { describe, expect, it } from 'vitest'
import { preset, schemeOf } from '../../../tests/fixtures/duties.ts'
import { loadScheme } from '../schemes/load-scheme.ts'
import { settingLabel, settingValue } from '../schemes/scheme-settings.ts'
import { dutySettings, usualDutySettings } from './duty-settings.ts'
import { asSchemeSetting, choicesOf, settingsOf } from '../schemes/common-settings.ts'
import { dutySettingWords } from './setting-words.ts'

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
    expect(settingsOf(written).filter((each) => each.key === key)).toMatchObject([{ topic: 'scheme' }])
    expect(dutySettings(written)).toEqual(usualDutySettings)
  })

  it('are asked of a scheme only where it has no setting of its own', () => {
    const own = preset('004-04')
    const asked = settingsOf(own).filter(({ topic }) => topic === 'duties')
    expect(asked.length).toBeGreaterThan(5)
    for (const { key } of own.settings ?? []) expect(asked.map((each) => each.key)).not.toContain(key)
    const grace = settingsOf(own).find(({ key }) => key === 'joinerGraceDays')
    expect(grace && choicesOf(grace).map(({ value }) => value)).toEqual([30, 0, 15, 45])
    expect(settingsOf(schemeOf([])).filter(({ topic }) => topic === 'duties')).toEqual([])
  })

  it('are read from the school’s choice, else from the scheme, else from us', () => {
    expect(settingValue(scheme, 'midTermJoiner')).toBe('fromNextPeriod')
    expect(settingValue(scheme, 'midTermJoiner', { midTermJoiner: 'proRata' })).toBe('proRata')
    expect(settingLabel(scheme, 'midTermJoiner', { midTermJoiner: 'proRata' })).toBe('按在任天数折算')
  })
})
