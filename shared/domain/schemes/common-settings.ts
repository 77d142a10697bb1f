import { type DutySettingKey, dutySettingWords } from '../duties/setting-words.ts'
import type { SchemeSetting, SettingValue } from './scheme-fragments.ts'
import type { Scheme } from './scheme-format.ts'

/** Whose question it is: the scheme's own, or one that the program asks of every scheme that is silent about it. */
export const settingTopics = ['scheme', 'duties', 'attendance', 'filing'] as const

/** An unclear place with what the school may choose. */
export interface OpenSetting extends SchemeSetting {
  readonly topic: (typeof settingTopics)[number]
  /** Where the question comes from; null: the scheme's words say it. */
  readonly explanation: string | null
}

/** How attendance is read: what the program must know of every scheme and hardly any says. */
const attendanceSettings: readonly SchemeSetting[] = [
  {
    key: 'excusedIsAbsence', question: '请假算不算缺勤？', because: 'silent', reading: false, readingLabel: '不算',
    alternatives: [{ value: true, label: '算' }],
  },
  {
    key: 'excusedInBase', question: '请假不算缺勤时，那一次算不算应到？', because: 'silent', reading: true, readingLabel: '算应到', alternatives: [{ value: false, label: '不算应到' }],
  },
  {
    key: 'latesPerAbsence', question: '几次迟到算一次缺勤？', because: 'silent', reading: 0, readingLabel: '迟到不算缺勤',
    alternatives: [{ value: 3, label: '三次算一次' }, { value: 2, label: '两次算一次' }, { value: 1, label: '一次就算' }],
  },
  {
    key: 'unmarkedActivities', question: '开过而没有记出勤的活动，算不算应到？', because: 'silent', reading: 'leftOut', readingLabel: '不算',
    alternatives: [{ value: 'inBase', label: '算应到，不算缺勤' }],
  },
]

/** Which activities are filed first: a school may ask for all of them, or leave it to the bureau. */
const filingSettings: readonly SchemeSetting[] = [
  {
    key: 'activityFiling', question: '哪些活动要先备案，批准了再开？', because: 'silent', reading: 'asScheme', readingLabel: '按规程写的，没有写的不用',
    alternatives: [{ value: 'none', label: '都不用' }, { value: 'all', label: '所有活动都要' }],
  },
]

/** A setting of the duty engine as a scheme writes it down, with the usual reading. */
export function asSchemeSetting(key: DutySettingKey): SchemeSetting {
  const { question, choices: [usual, ...others] } = dutySettingWords[key]
  return { key, question, because: 'silent', reading: usual.value, readingLabel: usual.label, alternatives: others.map((each) => ({ ...each })) }
}

const dutySettingKeys = Object.keys(dutySettingWords) as DutySettingKey[]

/** What the program asks of every scheme; a scheme that asks one of them itself keeps its own words. */
const commonSettings: readonly OpenSetting[] = [
  ...dutySettingKeys.map((key) => ({ ...asSchemeSetting(key), topic: 'duties' as const, explanation: dutySettingWords[key].explanation })),
  ...attendanceSettings.map((setting) => ({ ...setting, topic: 'attendance' as const, explanation: null })),
  ...filingSettings.map((setting) => ({ ...setting, topic: 'filing' as const, explanation: null })),
]

/** What the program itself asks under this key; undefined: only schemes ask it. */
export function commonSettingFor(key: string): OpenSetting | undefined {
  return commonSettings.find((setting) => setting.key === key)
}

/** The scheme's own settings, then the common ones that it does not have itself; those of the duty engine only where it asks anything. */
export function settingsOf(scheme: Scheme): readonly OpenSetting[] {
  const own = (scheme.settings ?? []).map((setting): OpenSetting => ({ ...setting, topic: 'scheme', explanation: null }))
  const asksSomething = (scheme.duties ?? []).length + (scheme.meetings ?? []).length > 0
  return [...own, ...commonSettings.filter(({ key, topic }) => (topic !== 'duties' || asksSomething) && !own.some((setting) => setting.key === key))]
}

/** What may be chosen for a setting, our reading first. */
export function choicesOf({ reading, readingLabel, alternatives }: SchemeSetting): readonly { readonly value: SettingValue; readonly label: string }[] {
  return [{ value: reading, label: readingLabel }, ...alternatives]
}
