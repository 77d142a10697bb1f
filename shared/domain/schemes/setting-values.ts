import { choicesOf, commonSettingFor } from './common-settings.ts'
import { factsOf, isRecord, sameContent, type SchemeDocument, type SchemeFact, valueAt } from './scheme-document.ts'
import type { SchemeSetting, SettingValue } from './scheme-fragments.ts'
import { schemeParts } from './scheme-parts.ts'
import { roleWords, type Words } from './scheme-words.ts'

/** What the answers to an unclear place may be: any number, any roles, or one of the answers that the program knows how to act on. */
export type SettingValues = { readonly kind: 'number' } | { readonly kind: 'roles'; readonly words: Words } | { readonly kind: 'known'; readonly choices: readonly SettingChoice[] }
export interface SettingChoice {
  readonly value: SettingValue
  readonly label: string
}

/** By the kind of the present reading; the known answers are those that stand in the setting, those of the program's own question, and those of the fields that follow the setting. */
export function settingValues(scheme: SchemeDocument, setting: SchemeFact): SettingValues {
  const { reading } = setting
  if (typeof reading === 'number') return { kind: 'number' }
  if (Array.isArray(reading)) return { kind: 'roles', words: roleWords }
  const common = commonSettingFor(String(setting['key'] ?? ''))
  const all = [...ownChoices(setting), ...(common === undefined ? [] : choicesOf(common)), ...followed(scheme, String(setting['key'] ?? ''))]
  return { kind: 'known', choices: all.filter(({ value }, at) => typeof value === typeof reading && all.findIndex((other) => sameContent(other.value, value)) === at) }
}

/** The answers that stand in the setting, the reading in force first. */
function ownChoices(setting: SchemeFact): readonly SettingChoice[] {
  return choicesOf({ ...setting, alternatives: alternativesOf(setting) } as unknown as SchemeSetting)
}

/** The words of fields that say 「按…的选择」 of this setting. */
function followed(scheme: SchemeDocument, key: string): readonly SettingChoice[] {
  return schemeParts.flatMap((part) => part.fields.flatMap(({ key: field, control }) => {
    const follows = control.kind === 'settable' && control.many === undefined && factsOf(scheme, part).some((fact) => {
      const value = valueAt(fact, field)
      return isRecord(value) && value['setting'] === key
    })
    return follows ? Object.entries(control.words).map(([value, label]) => ({ value, label })) : []
  }))
}

export function alternativesOf(setting: SchemeFact): readonly SchemeFact[] {
  const { alternatives } = setting
  return Array.isArray(alternatives) ? alternatives.filter(isRecord) : []
}

/** The known answers that the setting does not offer yet. */
export function unusedChoices(values: SettingValues, setting: SchemeFact): readonly SettingChoice[] {
  const used = [setting['reading'], ...alternativesOf(setting).map((each) => each['value'])]
  return values.kind === 'known' ? values.choices.filter(({ value }) => !used.some((each) => sameContent(each, value))) : []
}

/** A further answer to be filled in: the first known one that is not offered yet, or an empty one; null where there is none. */
export function freshAlternative(values: SettingValues, setting: SchemeFact): SchemeFact | null {
  if (values.kind === 'number') return { value: '', label: '' }
  if (values.kind === 'roles') return { value: [], label: '' }
  const [next] = unusedChoices(values, setting)
  return next === undefined ? null : { ...next }
}

/** The answer with another value; words that were the old value's follow it. */
export function withAlternativeValue(values: SettingValues, alternative: SchemeFact, value: unknown): SchemeFact {
  const labelOf = (wanted: unknown) => (values.kind === 'known' ? values.choices.find((each) => sameContent(each.value, wanted))?.label : undefined)
  const isWords = alternative['label'] === '' || alternative['label'] === labelOf(alternative['value'])
  return { ...alternative, value, ...(isWords ? { label: labelOf(value) ?? alternative['label'] } : {}) }
}
