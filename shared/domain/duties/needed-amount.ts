import { addDays } from '../dates/day.ts'
import { round } from '../schemes/composition-limits.ts'
import type { Fraction } from '../schemes/scheme-fragments.ts'
import type { NeededBasis, NeededStep, StateReason } from './duty-line.ts'
import { daysIn, overlap } from './duty-period.ts'
import type { PeriodInstance, Span } from './duty-period.ts'
import type { DutySettings } from './duty-settings.ts'

export interface NeededAmount {
  /** Null: only recorded. */
  readonly needed: number | null
  readonly basis: NeededBasis
  /** Why nothing is asked for although the scheme prints something. */
  readonly notAsked: StateReason | null
}

export interface AskedAmount {
  readonly minimum?: number | Fraction | undefined
  readonly mustExist?: true | undefined
}

/** The people of whom a share is taken, on the day on which they are counted. */
export type ShareBase = () => { readonly base: number; readonly ageUnknown: number; readonly onDay: string }

/**
 * What a duty asks for in a period. `spans`: when the person held the role (null for the studio and bodies). Counting by days
 * never gives more than the printed number; what must exist is not divided.
 */
export function neededAmount(asked: AskedAmount, period: PeriodInstance, spans: readonly Span[] | null, settings: DutySettings, shareBase: ShareBase): NeededAmount {
  const { minimum, mustExist } = asked
  if (minimum === undefined && mustExist !== true) return { needed: null, basis: { printed: null, steps: [] }, notAsked: null }
  if (typeof minimum === 'object') return shareNeeded(minimum, settings, shareBase())
  const printed = minimum ?? 'mustExist'
  const steps: NeededStep[] = []
  const answer = (needed: number, notAsked: StateReason | null): NeededAmount => ({ needed, basis: { printed, steps }, notAsked })
  const isWhole = mustExist === true || period.per === 'once'

  let days = period.days
  let ofDays = period.days
  if (period.days < period.wholeDays) {
    const rule = isWhole && settings.partialPeriod === 'proRata' ? 'full' : settings.partialPeriod
    steps.push({ why: 'cutByCycle', days: period.days, ofDays: period.wholeDays, rule })
    if (rule === 'notAsked') return answer(0, 'cutByCycle')
    if (rule === 'proRata') ofDays = period.wholeDays
  }
  const presence = spans === null ? null : presenceIn(period, spans, settings, isWhole)
  if (presence !== null) {
    steps.push(presence.step)
    if (presence.step.rule === 'notAsked') return answer(0, presence.notAsked)
    days = presence.days
  }
  const whole = minimum ?? 1
  if (days >= ofDays) return answer(whole, null)
  const parts = Number.isInteger(whole) ? 1 : 100
  const exact = Math.round(whole * parts) * days
  const needed = round(exact, ofDays, settings.proRataRounding) / parts
  steps.push({ why: 'rounded', numerator: exact, denominator: ofDays * parts, rounding: settings.proRataRounding })
  return answer(needed, needed === 0 ? 'roundedToNothing' : null)
}

interface Presence {
  readonly days: number
  readonly step: Extract<NeededStep, { why: 'joined' | 'left' | 'away' }>
  readonly notAsked: StateReason
}

/** How much of the period somebody was there; null: all of it. */
function presenceIn(period: PeriodInstance, spans: readonly Span[], settings: DutySettings, isWhole: boolean): Presence | null {
  const within = { fromOn: period.fromOn, toOn: period.toOn ?? addDays(period.fromOn, period.days - 1) }
  const there = spans.flatMap((span) => {
    // Who is there from the first lesson to the last is there all the time.
    const fromOn = span.fromOn <= period.joinBy && span.fromOn > within.fromOn ? within.fromOn : span.fromOn
    const toOn = period.stayTo !== null && span.toOn >= period.stayTo && span.toOn < within.toOn ? within.toOn : span.toOn
    return overlap({ fromOn, toOn }, within) ?? []
  })
  const first = there[0]
  const last = there.at(-1)
  const days = there.reduce((sum, span) => sum + daysIn(span), 0)
  if (first === undefined || last === undefined || days >= period.days) return null
  const joinedLate = first.fromOn > within.fromOn
  const leftEarly = last.toOn < within.toOn && period.toOn !== null
  if (!joinedLate && !leftEarly && there.length === 1) return null
  const why = joinedLate ? 'joined' : leftEarly ? 'left' : 'away'
  const on = joinedLate ? first.fromOn : leftEarly ? last.toOn : (there[0]?.toOn ?? first.toOn)
  const found = (rule: Presence['step']['rule'], counted: number): Presence => ({
    days: counted, step: { why, on, days, ofDays: period.days, rule }, notAsked: why === 'joined' ? 'joinedLater' : why === 'left' ? 'leftEarlier' : 'wasAway',
  })
  const mode = settings.midTermJoiner
  if (mode === 'full') return found('full', period.days)
  if (mode === 'fromNextPeriod' && period.recurs) {
    const grace = addDays(period.joinBy, period.long ? settings.joinerGraceDays : 0)
    return joinedLate && !leftEarly && there.length === 1 && first.fromOn <= grace ? found('grace', period.days) : found('notAsked', 0)
  }
  if (isWhole && !period.recurs) return found('notDivisible', period.days)
  if (period.toOn === null) return found('lengthUnknown', period.days)
  return found(mode === 'proRata' ? 'proRata' : 'noNextPeriod', days)
}

function shareNeeded(share: Fraction, settings: DutySettings, people: ReturnType<ShareBase>): NeededAmount {
  const steps: NeededStep[] = [{ why: 'shareOf', ...people }]
  const numerator = people.base * share.numerator
  const needed = round(numerator, share.denominator, settings.shareRounding)
  if (numerator % share.denominator !== 0) steps.push({ why: 'rounded', numerator, denominator: share.denominator, rounding: settings.shareRounding })
  return { needed, basis: { printed: share, steps }, notAsked: people.base === 0 ? 'nobodyInShare' : needed === 0 ? 'roundedToNothing' : null }
}
