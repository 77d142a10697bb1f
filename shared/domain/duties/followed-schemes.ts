import type { Day } from '../dates/day.ts'
import type { Scheme } from '../schemes/scheme-format.ts'
import type { DutyInput } from './duty-input.ts'
import type { DutyOutcome } from './duty-line.ts'
import type { DutyPer, PeriodInstance } from './duty-period.ts'
import { dutySettings, type DutySettings } from './duty-settings.ts'
import { type ReadDuty, readDuties } from './read-duties.ts'

/** One scheme in the time in which the studio followed it. */
export interface Tenure {
  readonly scheme: Scheme
  readonly settings: DutySettings
  readonly reads: readonly NamedDuty[]
  /** The first day of it; null: from the beginning. */
  readonly fromOn: Day | null
  /** The first day of the next one; null: it holds now. */
  readonly untilOn: Day | null
}

/** A duty under the reference by which it is told: one that a later scheme says of something else has its scheme added to it. */
export interface NamedDuty {
  readonly read: ReadDuty
  readonly ref: string
}

/** The schemes of the cycle one after the other, the present one last. */
export function tenuresOf(input: Pick<DutyInput, 'scheme' | 'chosen' | 'earlier'>): readonly Tenure[] {
  const followed = [...(input.earlier ?? []), { scheme: input.scheme, chosen: input.chosen, untilOn: null }]
  const named = new Map<string, ReadDuty>()
  // From the present backwards: what it says is told under its own name.
  return followed.map((each, at) => ({ ...each, fromOn: followed[at - 1]?.untilOn ?? null })).toReversed().map(({ scheme, chosen, fromOn, untilOn }): Tenure => ({
    scheme, fromOn, untilOn, settings: dutySettings(scheme, chosen),
    reads: readDuties(scheme, chosen).map((read) => ({ read, ref: nameIn(named, read, scheme) })),
  })).toReversed()
}

function nameIn(named: Map<string, ReadDuty>, read: ReadDuty, { code, version }: Scheme): string {
  const { sourceRef } = read.duty
  const later = named.get(sourceRef)
  if (later !== undefined && !asksTheSame(later, read)) return `${sourceRef}@${code}-${version}`
  named.set(sourceRef, read)
  return sourceRef
}

/** Whether both can stand in one row: how much may differ, what is counted may not. */
function asksTheSame(a: ReadDuty, b: ReadDuty): boolean {
  return a.per === b.per && a.measure === b.measure && a.duty.unit === b.duty.unit && a.duty.subject === b.duty.subject && a.metrics.join() === b.metrics.join()
}

const asLongAsTheCycle: ReadonlySet<DutyPer> = new Set(['cycle', 'once', 'unknown', 'lesson', 'fiveYears'])

/** Whether such a duty is asked once for the cycle, so that there is no next period in which another scheme could begin. */
export function lastsTheCycle(per: DutyPer): boolean {
  return asLongAsTheCycle.has(per)
}

/**
 * Whether the duties of the scheme are asked in the period: of several schemes the one that held when it began. What is asked for the
 * cycle as a whole has no next period in which another scheme could begin; it follows the present one, unless the school reads it
 * otherwise (`cycleAfterMove`).
 */
export function rules(tenure: Tenure, tenures: readonly Tenure[], per: DutyPer, period: Pick<PeriodInstance, 'fromOn'>): boolean {
  if (lastsTheCycle(per)) return tenure === (tenures.at(-1)?.settings.cycleAfterMove === 'oldScheme' ? tenures[0] : tenures.at(-1))
  return (tenure.fromOn === null || period.fromOn >= tenure.fromOn) && (tenure.untilOn === null || period.fromOn < tenure.untilOn)
}

/** Duties that two schemes ask alike become one, with the lines of both; the order is that of the present scheme, what only an earlier one asks comes after. */
export function mergedOutcomes(outcomes: readonly DutyOutcome[]): readonly DutyOutcome[] {
  const merged = [...Map.groupBy(outcomes, ({ ref }) => ref).values()].flatMap((same) => {
    const latest = same.at(-1)
    if (latest === undefined) return []
    const lines = same.flatMap((each) => each.lines)
    if (same.length === 1) return latest.earlier === null || lines.length > 0 ? [latest] : []
    return [{ ...latest, lines, unplaced: same.flatMap((each) => each.unplaced).filter(({ reason }) => reason.code !== 'otherScheme') }]
  })
  return [...merged.filter(({ earlier }) => earlier === null), ...merged.filter(({ earlier }) => earlier !== null)]
}
