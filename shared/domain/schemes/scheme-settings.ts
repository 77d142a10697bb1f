import { AppError } from '../../errors.ts'
import type { ExpenseRules } from '../ledger/check-expense.ts'
import { memberRoleNames, memberRoles } from '../studios/studio-words.ts'
import type { MemberRole } from '../studios/studio-words.ts'
import { settingsOf } from './common-settings.ts'
import type { SettingValue } from './scheme-fragments.ts'
import type { Scheme } from './scheme-format.ts'
import type { FundingAmount } from './scheme-money.ts'

/** What a school has chosen for the settings of its scheme, by key; what is not in it keeps our reading. */
export type ChosenSettings = Readonly<Record<string, SettingValue>>

/** The value of a setting: the school's choice, else our reading; `undefined` when the scheme has no such setting. */
export function settingValue(scheme: Scheme, key: string, chosen: ChosenSettings = {}): SettingValue | undefined {
  if (Object.hasOwn(chosen, key)) return chosen[key]
  return settingsOf(scheme).find((setting) => setting.key === key)?.reading
}

/** The words of the value in force for a setting; null when the scheme has no such setting. */
export function settingLabel(scheme: Scheme, key: string, chosen: ChosenSettings = {}): string | null {
  const setting = settingsOf(scheme).find((each) => each.key === key)
  if (!setting) return null
  const value = settingValue(scheme, key, chosen)
  return sameValue(value, setting.reading)
    ? setting.readingLabel
    : (setting.alternatives.find((each) => sameValue(each.value, value))?.label ?? String(value))
}

/** Lists are the same when they hold the same values in the same order. */
export function sameValue(a: SettingValue | undefined, b: SettingValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** A value that may stand in the rule itself or in a setting; refused (`schemes.badSetting`) when the choice is none of `allowed`. */
export function settled<T extends SettingValue>(
  scheme: Scheme, value: NoInfer<T> | { readonly setting: string }, isAllowed: (value: SettingValue) => value is T, chosen: ChosenSettings = {},
): T {
  if (typeof value !== 'object' || Array.isArray(value)) return value
  const found = settingValue(scheme, (value as { readonly setting: string }).setting, chosen)
  if (found === undefined || !isAllowed(found)) {
    const question = settingsOf(scheme).find((setting) => setting.key === (value as { readonly setting: string }).setting)?.question ?? ''
    throw new AppError('schemes.badSetting', 'invalid', `规程“${scheme.title}”的设置“${question}”的取值不对，请到规程设置中重新选择。`)
  }
  return found
}

/** What the scheme calls the role (首席教师, 带头人 …); the usual word where it names none, or where its file cannot be read (null). */
export function roleNameIn(scheme: Scheme | null, role: MemberRole): string {
  return scheme?.roles?.find((entry) => entry.role === role)?.displayName ?? memberRoleNames[role]
}

/** Whether the scheme's key is a role of studios. */
export function isMemberRole(role: string): role is MemberRole {
  return memberRoles.some((known) => known === role)
}

/** A level's local name; `undefined` when the scheme does not list it. */
export function levelName(scheme: Scheme, key: string): string | undefined {
  return scheme.levels.find((level) => level.key === key)?.name
}

/** Whether the one level is as high as the other, by the scheme's ranks; `undefined` when it lists one of them not. */
export function isLevelAtLeast(scheme: Scheme, key: string, least: string): boolean | undefined {
  const rank = (wanted: string) => scheme.levels.find((level) => level.key === wanted)?.rank
  const own = rank(key)
  const floor = rank(least)
  return own === undefined || floor === undefined ? undefined : own >= floor
}

export interface PerHeadRule {
  readonly rateFen: number
  readonly rolesCounted: readonly MemberRole[]
  readonly countingDay: 'termStart' | 'teachingStart' | 'termEnd' | 'chosen'
}

/** The scheme's allotment per head and term with its settings; `undefined` when it has none. Silent about the heads: host and members, counted on the first day of lessons. */
export function perHeadRule(scheme: Scheme, chosen: ChosenSettings = {}): PerHeadRule | undefined {
  const amount = scheme.funding?.amounts?.find((entry) => entry.basis === 'perPersonPerTerm' && entry.amountFen !== undefined)
  if (amount?.amountFen === undefined) return undefined
  const roles = settled(scheme, amount.rolesCounted ?? [...usualHeads], isRoleList, chosen)
  return { rateFen: amount.amountFen, rolesCounted: roles.filter(isMemberRole), countingDay: settled(scheme, amount.countingDay ?? 'teachingStart', isCountingDay, chosen) }
}

const usualHeads: readonly MemberRole[] = ['host', 'member', 'coreMember', 'assistant']
const countingDays = ['termStart', 'teachingStart', 'termEnd', 'chosen'] as const
const isRoleList = (value: SettingValue): value is string[] => Array.isArray(value) && value.length > 0 && value.every(isMemberRole)
const isCountingDay = (value: SettingValue): value is PerHeadRule['countingDay'] => countingDays.some((day) => day === value)

/** The amounts that a studio of this level gets. */
export function amountsForLevel(scheme: Scheme, level: string): readonly FundingAmount[] {
  return (scheme.funding?.amounts ?? []).filter((amount) => amount.studioLevel === undefined || amount.studioLevel === level)
}

/** What the scheme says about spending; where it is silent, overspending is refused and other categories warn. */
export function expenseRules(scheme: Scheme): ExpenseRules {
  const categories = (scheme.funding?.categories ?? []).filter((list) => list.appliesTo === undefined).flatMap((list) => list.allowed)
  return { categories, otherCategories: scheme.funding?.otherCategories ?? 'warn', overspend: scheme.funding?.overspend ?? 'refuse' }
}
