import type { Day } from '../dates/day.ts'
import type { PartialDay } from '../dates/partial-day.ts'
import type { Scheme } from '../schemes/scheme-format.ts'
import type { ChosenSettings } from '../schemes/scheme-settings.ts'
import type { DutyCalendar } from './duty-calendar.ts'
import type { DutyRecord } from './duty-record.ts'

export interface DutyStudio {
  readonly id: string
  readonly cycleFromOn: Day
  readonly cycleToOn: Day
}

/** A membership in force; voided ones are left out. `role` may also be an office such as `recorder`. */
export interface DutyMembership {
  readonly personId: string
  readonly role: string
  readonly fromOn: Day
  readonly toOn: Day | null
}

/** A group of trainees with its own days (培训批次). */
export interface DutyBatch {
  readonly key: string
  readonly name: string
  readonly fromOn: Day
  readonly toOn: Day
}

/** Something held, for duties of the kind “at each …”. */
export interface DutyEvent {
  readonly id: string
  readonly title: string
  readonly on: Day
  readonly metrics: readonly string[]
  /** The only metrics that are asked for at it; absent: whatever is asked for “at each …”. */
  readonly asksFor?: readonly string[]
}

/** A scheme that the studio followed before the one that it follows now, with the school's readings of it. */
export interface EarlierScheme {
  readonly scheme: Scheme
  readonly chosen?: ChosenSettings
  /** The first day on which it no longer held. */
  readonly untilOn: Day
}

/** Everything that the engine knows: the unit of computation is one studio in one cycle. */
export interface DutyInput {
  /** The scheme that the studio follows now. */
  readonly scheme: Scheme
  readonly chosen?: ChosenSettings
  /** Those that it followed before in this cycle, the first one first; each with the first day of the next one. */
  readonly earlier?: readonly EarlierScheme[]
  readonly studio: DutyStudio
  readonly memberships: readonly DutyMembership[]
  /** Made once with `readDutyCalendar` and shared by all studios. */
  readonly calendar: DutyCalendar
  /** Those of this studio; others are passed over. */
  readonly records: readonly DutyRecord[]
  readonly events?: readonly DutyEvent[]
  readonly batches?: readonly DutyBatch[]
  /** Only for shares of young members; null or absent: not known. */
  readonly birthDays?: ReadonlyMap<string, PartialDay | null>
  readonly today: Day
  /** So many days before its day a duty counts as due soon. */
  readonly soonDays: number
}
