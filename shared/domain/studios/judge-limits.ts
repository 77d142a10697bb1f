import type { Day } from '../dates/day.ts'
import { checkComposition, inForceOn, type LimitFinding, type StudioPerson } from '../schemes/composition-limits.ts'
import type { Scheme } from '../schemes/scheme-format.ts'
import type { ChosenSettings } from '../schemes/scheme-settings.ts'

/** A membership as far as the limits look at it. */
export interface LimitedMembership extends StudioPerson {
  readonly fromOn: Day
  readonly toOn: Day | null
  /** Why this person was taken in over a limit. */
  readonly exceptionReason: string | null
}

export interface LimitVerdict {
  readonly rule: string
  readonly state: 'met' | 'near' | 'under' | 'over' | 'excepted' | 'unknown'
  readonly strength: 'hard' | 'soft'
  readonly message: string
}

export interface LimitedStudio {
  readonly hostSchool: string
  readonly subject: string | null
}

const live = (memberships: readonly LimitedMembership[], on: Day) => inForceOn(memberships.map((each) => ({ ...each, voidedAt: null })), on)

/**
 * How the studio stands on the day against every rule of its scheme, in the scheme's order. A rule that only those overstep
 * who were taken in with a reason is `excepted`: without them it would hold.
 */
export function judgeLimits(
  scheme: Scheme, memberships: readonly LimitedMembership[], studio: LimitedStudio, on: Day, chosen: ChosenSettings = {},
): readonly LimitVerdict[] {
  const people = live(memberships, on)
  const regular = checkComposition(scheme, people.filter(({ exceptionReason }) => exceptionReason === null), studio, chosen)
  return checkComposition(scheme, people, studio, chosen).map(({ rule, strength, message, ...finding }, at): LimitVerdict => {
    if (finding.state !== 'broken') return { rule, strength, message, state: finding.state }
    if (finding.side === 'under') return { rule, strength, message, state: 'under' }
    const byException = regular[at]?.state !== 'broken' || regular[at]?.side !== 'over'
    return { rule, strength, message, state: byException ? 'excepted' : 'over' }
  })
}

/** What weighs most first. */
const weight: Readonly<Record<LimitVerdict['state'], number>> = { over: 5, excepted: 4, under: 3, unknown: 2, near: 1, met: 0 }

/**
 * The verdict that a list shows for the whole studio. Soft rules that a person must judge stay out of it: they would hide
 * what the program does know.
 */
export function worstVerdict(verdicts: readonly LimitVerdict[]): LimitVerdict | null {
  return verdicts
    .filter(({ state, strength }) => !(state === 'unknown' && strength === 'soft'))
    .reduce<LimitVerdict | null>((worst, each) => (worst === null || weight[each.state] > weight[worst.state] ? each : worst), null)
}

export interface Overstep {
  readonly finding: LimitFinding
  /** The first day on which it is so. */
  readonly on: Day
}

/**
 * The rules that these additions overstep, or overstep further than before: looked at on the day they begin and on every
 * later day on which somebody else comes in.
 */
export function newlyOverstepped(
  scheme: Scheme, memberships: readonly LimitedMembership[], additions: readonly LimitedMembership[], studio: LimitedStudio, chosen: ChosenSettings = {},
): readonly Overstep[] {
  const first = additions.map(({ fromOn }) => fromOn).toSorted().at(0)
  if (first === undefined) return []
  const days = [...new Set([...additions, ...memberships].map(({ fromOn }) => fromOn).filter((day) => day >= first))].toSorted()
  const found = new Map<string, Overstep>()
  for (const on of days) {
    const before = checkComposition(scheme, live(memberships, on), studio, chosen)
    checkComposition(scheme, live([...memberships, ...additions], on), studio, chosen).forEach((finding, at) => {
      if (finding.side !== 'over' || found.has(finding.rule)) return
      const old = before[at]
      if (finding.by > (old?.side === 'over' ? old.by : 0)) found.set(finding.rule, { finding, on })
    })
  }
  return [...found.values()]
}
