import { settingsOf } from '../schemes/common-settings.ts'
import type { SettingValue } from '../schemes/scheme-fragments.ts'
import type { Scheme } from '../schemes/scheme-format.ts'
import { type ChosenSettings, settingLabel, settingValue } from '../schemes/scheme-settings.ts'
import type { DutyLine, DutyOutcome, NeededStep } from './duty-line.ts'
import { lastsTheCycle } from './followed-schemes.ts'
import type { DutySettingKey } from './setting-words.ts'

/** A place that the scheme leaves open and on which the figures of a duty rest. */
export interface SettingBehind {
  readonly key: string
  readonly question: string
  readonly answer: string
  /** The school has chosen it, it is our reading of an unclear place of the scheme, or what the program does where nobody says anything. */
  readonly decidedBy: 'school' | 'scheme' | 'program'
}

/** What is shown of a duty, and under which scheme. */
export interface ShownDuty {
  readonly duty: Pick<DutyOutcome, 'ref' | 'per' | 'subject'>
  readonly lines: readonly Pick<DutyLine, 'basis' | 'counted' | 'uncounted'>[]
  readonly scheme: Scheme
  readonly chosen: ChosenSettings
  /** The studio has moved to another scheme in this cycle. */
  readonly moved: boolean
}

/** The settings on which these lines depend, in the order in which they are asked: those of the scheme that name the duty, then the common ones. */
export function settingsBehind(shown: ShownDuty): readonly SettingBehind[] {
  const { scheme, chosen, duty } = shown
  const sourceRef = duty.ref.split('@')[0]
  return settingsOf(scheme)
    .filter(({ key, sourceRef: about }) => (about !== undefined && about === sourceRef) || (Object.hasOwn(matters, key) && matters[key as DutySettingKey](shown, settingValue(scheme, key, chosen))))
    .map(({ key, question, topic }) => ({
      key, question, answer: settingLabel(scheme, key, chosen) ?? '', decidedBy: Object.hasOwn(chosen, key) ? 'school' : topic === 'scheme' ? 'scheme' : 'program',
    }))
}

/** Whether a setting, with the value that is in force, has a part in what is shown. */
const matters: Readonly<Record<DutySettingKey, (shown: ShownDuty, value: SettingValue | undefined) => boolean>> = {
  weeklyDutyWeeks: ({ duty: { per } }) => per === 'week' || per === 'twoWeeks' || per === 'month',
  monthTeachingDays: ({ duty: { per }, scheme, chosen }) => per === 'month' && settingValue(scheme, 'weeklyDutyWeeks', chosen) === 'teachingWeeks',
  midTermJoiner: hasPresence,
  joinerGraceDays: (shown) => hasStep(shown, (step) => step.why === 'joined' && (step.rule === 'grace' || step.rule === 'notAsked')),
  partialPeriod: (shown) => hasStep(shown, ({ why }) => why === 'cutByCycle'),
  proRataRounding: (shown) => hasStep(shown, ({ why }, isShare) => why === 'rounded' && !isShare),
  shareRounding: (shown) => hasStep(shown, ({ why }, isShare) => why === 'rounded' && isShare),
  youngMemberAge: (shown) => String(conditionsOf(shown)?.['denominator'] ?? '').includes('青年'),
  charsTolerancePercent: (shown) => conditionsOf(shown)?.['charsAbout'] !== undefined,
  memberDutyRoles: (shown) => shown.duty.subject === 'eachMember' || shown.duty.subject === 'hostAndEachMember' || hasStep(shown, ({ why }) => why === 'shareOf'),
  holidayRecords: ({ duty: { per } }) => per === 'term',
  oneActTwoDuties: ({ lines }, value) => value === 'allowed' || lines.some(({ uncounted }) => uncounted.some(({ reason }) => reason.code === 'usedElsewhere')),
  countedRecords: ({ lines }, value) => value === 'confirmed' || lines.some(({ counted }) => counted.length > 0),
  cycleAfterMove: ({ duty: { per }, moved }) => moved && lastsTheCycle(per),
}

function hasPresence(shown: ShownDuty): boolean {
  return hasStep(shown, ({ why }) => why === 'joined' || why === 'left' || why === 'away')
}

function hasStep({ lines }: ShownDuty, fits: (step: NeededStep, isShare: boolean) => boolean): boolean {
  return lines.some(({ basis: { printed, steps } }) => steps.some((step) => fits(step, printed !== null && typeof printed === 'object')))
}

function conditionsOf({ scheme, duty }: ShownDuty): Readonly<Record<string, unknown>> | undefined {
  const sourceRef = duty.ref.split('@')[0]
  return [...(scheme.duties ?? []), ...(scheme.meetings ?? [])].find((each) => each.sourceRef === sourceRef)?.conditions
}
