import { roundings } from '../schemes/scheme-people.ts'
import type { SettingValue } from '../schemes/scheme-fragments.ts'
import type { Scheme } from '../schemes/scheme-format.ts'
import { settingValue, settled, type ChosenSettings } from '../schemes/scheme-settings.ts'

type Rounding = (typeof roundings)[number]

/** What the engine must know and schemes leave open. Each may be a setting of the scheme; else our reading, given here, holds. */
export interface DutySettings {
  /** 按周、两周、月的任务 in the holidays. */
  readonly weeklyDutyWeeks: 'teachingWeeks' | 'allWeeks'
  /** Who comes or goes in the middle of a period. */
  readonly midTermJoiner: 'full' | 'proRata' | 'fromNextPeriod'
  /** So many days after the beginning of a term or longer period somebody who comes is still there from the beginning. */
  readonly joinerGraceDays: number
  /** A period that the studio's cycle cuts off at its beginning or end. */
  readonly partialPeriod: 'full' | 'proRata' | 'notAsked'
  readonly proRataRounding: Rounding
  /** 三分之一 of people. */
  readonly shareRounding: Rounding
  /** 约、左右: how much less is still enough. */
  readonly charsTolerancePercent: number
  /** 青年: up to this age; null where the scheme does not say. */
  readonly youngMemberAge: number | null
  /** Whom 每位成员 means; null: the scheme's members and whoever is counted among them. */
  readonly memberDutyRoles: readonly string[] | null
  /** Whether what is done in the holidays counts for the term before. */
  readonly holidayRecords: 'termBefore' | 'nowhere'
  readonly oneActTwoDuties: 'onlyWhereSaid' | 'allowed'
  readonly countedRecords: 'recorded' | 'confirmed'
  /** What is asked for the whole cycle, of a studio that moves to another scheme in the middle of it. */
  readonly cycleAfterMove: 'newScheme' | 'oldScheme'
  /** A month with fewer lesson days is not asked for by itself (only where `weeklyDutyWeeks` is `teachingWeeks`). */
  readonly monthTeachingDays: number
}

/** Our reading where neither the scheme nor the school says anything. */
export const usualDutySettings: DutySettings = {
  weeklyDutyWeeks: 'teachingWeeks', midTermJoiner: 'fromNextPeriod', joinerGraceDays: 30, partialPeriod: 'proRata', proRataRounding: 'nearest', shareRounding: 'up',
  charsTolerancePercent: 10, youngMemberAge: null, memberDutyRoles: null, holidayRecords: 'termBefore', oneActTwoDuties: 'onlyWhereSaid', countedRecords: 'recorded',
  monthTeachingDays: 10, cycleAfterMove: 'newScheme',
}

/** The settings in force for a scheme. A choice that is none of the possible ones is refused (`schemes.badSetting`). */
export function dutySettings(scheme: Scheme, chosen: ChosenSettings = {}): DutySettings {
  const read = <T extends SettingValue>(key: keyof DutySettings, isAllowed: (value: SettingValue) => value is T, usual: NoInfer<T>): T =>
    (settingValue(scheme, key, chosen) === undefined ? usual : settled<T>(scheme, { setting: key }, isAllowed, chosen))
  const usual = usualDutySettings
  const roles = settingValue(scheme, 'memberDutyRoles', chosen)
  const age = settingValue(scheme, 'youngMemberAge', chosen)
  return {
    weeklyDutyWeeks: read('weeklyDutyWeeks', oneOf('teachingWeeks', 'allWeeks'), usual.weeklyDutyWeeks),
    midTermJoiner: read('midTermJoiner', oneOf('full', 'proRata', 'fromNextPeriod'), usual.midTermJoiner),
    joinerGraceDays: read('joinerGraceDays', isNumber, usual.joinerGraceDays),
    partialPeriod: read('partialPeriod', oneOf('full', 'proRata', 'notAsked'), usual.partialPeriod),
    proRataRounding: read('proRataRounding', oneOf(...roundings), usual.proRataRounding),
    shareRounding: read('shareRounding', oneOf(...roundings), usual.shareRounding),
    charsTolerancePercent: read('charsTolerancePercent', isNumber, usual.charsTolerancePercent),
    youngMemberAge: typeof age === 'number' ? age : usual.youngMemberAge,
    memberDutyRoles: Array.isArray(roles) && roles.length > 0 ? roles : usual.memberDutyRoles,
    holidayRecords: read('holidayRecords', oneOf('termBefore', 'nowhere'), usual.holidayRecords),
    oneActTwoDuties: read('oneActTwoDuties', oneOf('onlyWhereSaid', 'allowed'), usual.oneActTwoDuties),
    countedRecords: read('countedRecords', oneOf('recorded', 'confirmed'), usual.countedRecords),
    cycleAfterMove: read('cycleAfterMove', oneOf('newScheme', 'oldScheme'), usual.cycleAfterMove),
    monthTeachingDays: read('monthTeachingDays', isNumber, usual.monthTeachingDays),
  }
}

function oneOf<T extends string>(...allowed: readonly T[]): (value: SettingValue) => value is T {
  return (value): value is T => allowed.some((each) => each === value)
}

function isNumber(value: SettingValue): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
