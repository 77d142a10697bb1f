import type { Day } from '../dates/day.ts'
import type { Fraction } from '../schemes/scheme-fragments.ts'
import type { Measure } from './duty-record.ts'
import type { PeriodGap, PeriodInstance, Span } from './duty-period.ts'

/** Of whom a duty is asked. */
export type DutySubject =
  | { readonly kind: 'studio' }
  /** `until`: the last day in one of the roles meant, when that lies before today. */
  | { readonly kind: 'person'; readonly personId: string; readonly roles: readonly string[]; readonly until: Day | null }
  /** The school, the bureau …: nobody of the studio; its records are kept here all the same. */
  | { readonly kind: 'body'; readonly body: string }
  /** Whoever is meant, where no one can be named: nobody holds the role, or the period is not known. */
  | { readonly kind: 'everyone'; readonly who: string }

/**
 * 完成、进行中、将到期、逾期、提醒 (overdue by a soft rule)、不计数、不适用. `notCounted`: recorded only, or optional and not done.
 * `notApplicable`: not asked of this subject in this period.
 */
export const dutyStates = ['done', 'inProgress', 'dueSoon', 'overdue', 'reminder', 'notCounted', 'notApplicable'] as const
export type DutyState = (typeof dutyStates)[number]

/** Why the state is `notCounted` or `notApplicable`. */
export type StateReason =
  | 'recordedOnly' | 'optional'
  | PeriodGap['reason']
  | 'nobodyInRole' | 'nobodyInShare' | 'joinedLater' | 'leftEarlier' | 'wasAway' | 'cutByCycle' | 'roundedToNothing' | 'doneByPredecessor'

/** How the needed number came about, step by step. */
export type NeededStep =
  | { readonly why: 'cutByCycle'; readonly days: number; readonly ofDays: number; readonly rule: 'full' | 'proRata' | 'notAsked' }
  /** `grace`: within the days of grace. `noNextPeriod`: the period does not come again, so that it is taken by days. `lengthUnknown`: its end is not known. */
  | {
    readonly why: 'joined' | 'left' | 'away'; readonly on: Day; readonly days: number; readonly ofDays: number
    readonly rule: 'full' | 'proRata' | 'notAsked' | 'grace' | 'noNextPeriod' | 'lengthUnknown' | 'notDivisible'
  }
  /** The studio has moved since; in this period the scheme before held. */
  | { readonly why: 'earlierScheme'; readonly title: string; readonly version: string }
  | { readonly why: 'shareOf'; readonly base: number; readonly ageUnknown: number; readonly onDay: Day }
  | { readonly why: 'rounded'; readonly numerator: number; readonly denominator: number; readonly rounding: 'up' | 'nearest' | 'down' }

export interface NeededBasis {
  readonly printed: number | Fraction | 'mustExist' | null
  readonly steps: readonly NeededStep[]
}

/** Why a record of the duty's metric does not count, with the figures. */
export type UncountedReason =
  | { readonly code: 'wrongLevel'; readonly wanted: string; readonly atLeast: boolean; readonly has: string }
  | { readonly code: 'levelMissing'; readonly wanted: string; readonly atLeast: boolean }
  | { readonly code: 'tooShort'; readonly wanted: number; readonly has: number; readonly tolerancePercent: number }
  | { readonly code: 'charsMissing'; readonly wanted: number }
  | { readonly code: 'notAllAttended'; readonly present: number; readonly expected: number }
  | { readonly code: 'attendanceMissing' }
  | { readonly code: 'notConfirmed' }
  | { readonly code: 'measureMissing'; readonly measure: Measure }
  | { readonly code: 'notYet'; readonly on: Day }
  | { readonly code: 'outsideCycle'; readonly fromOn: Day; readonly toOn: Day }
  | { readonly code: 'outsidePeriod'; readonly on: Day }
  /** In the period of that day another scheme held. */
  | { readonly code: 'otherScheme'; readonly on: Day }
  | { readonly code: 'forOtherPeriod'; readonly forPeriod: string }
  /** It counts only with a theme of the term, and names none. */
  | { readonly code: 'themeMissing' }
  | { readonly code: 'noDoer' }
  | { readonly code: 'notInStudio'; readonly personId: string }
  | { readonly code: 'outsideMembership'; readonly personId: string; readonly spans: readonly Span[] }
  | { readonly code: 'roleNotMeant'; readonly personId: string; readonly roles: readonly string[] }
  | { readonly code: 'usedElsewhere'; readonly dutyRef: string }

export interface CountedRecord {
  readonly recordId: string
  readonly amount: number
  /** The duty through which it counts here too, as the scheme allows. */
  readonly through: string | null
}

export interface UncountedRecord {
  readonly recordId: string
  readonly reason: UncountedReason
}

/** One duty of one subject in one period. */
export interface DutyLine {
  /** Duty, subject and period; stable. */
  readonly key: string
  readonly dutyRef: string
  readonly subject: DutySubject
  /** Null where the period itself is what is missing (`because` says why). */
  readonly period: PeriodInstance | null
  readonly gap: PeriodGap | null
  /** Null: only recorded. */
  readonly needed: number | null
  readonly basis: NeededBasis
  /** Only informs: what goes beyond it counts all the same. */
  readonly maximum: number | null
  readonly done: number
  /** What is still to do; 0 where nothing is needed. The done up to the needed and the missing make the needed. */
  readonly missing: number
  readonly counted: readonly CountedRecord[]
  readonly uncounted: readonly UncountedRecord[]
  readonly dueOn: Day | null
  readonly state: DutyState
  readonly because: StateReason | null
}

export interface DutyCheck {
  /** A condition of the scheme that the program cannot judge. */
  readonly key: string
  readonly text: string
}

/** A duty of the scheme with all its lines. */
export interface DutyOutcome {
  readonly ref: string
  readonly title: string
  readonly subject: string
  readonly metrics: readonly string[]
  readonly unit: string
  readonly measure: Measure
  readonly per: PeriodInstance['per']
  readonly perText: string | null
  readonly dueAt: string | null
  readonly strength: 'hard' | 'soft'
  readonly softWord: string | null
  readonly optional: boolean
  /** The scheme that asked it, where the studio has moved since and its present one does not ask it so; null: the present one. */
  readonly earlier: { readonly title: string; readonly version: string } | null
  /** What a person has to look at: 请人工核对. */
  readonly checks: readonly DutyCheck[]
  readonly lines: readonly DutyLine[]
  /** Records of its metrics that belong to none of its lines. */
  readonly unplaced: readonly UncountedRecord[]
}

/** Something in the input that a person should look at. */
export interface DutyReport {
  readonly code: 'overlappingMemberships' | 'endsBeforeItBegins'
  readonly personId: string
  readonly role: string
  readonly fromOn: Day
  readonly toOn: Day | null
}

export interface StudioDuties {
  readonly studioId: string
  /** Bodies for which the one who follows the scheme stands itself: their lines are due like its own. */
  readonly ownBodies: ReadonlySet<string>
  readonly duties: readonly DutyOutcome[]
  readonly reports: readonly DutyReport[]
  /** Records whose metrics no duty names: kept, asked for by nobody. */
  readonly askedByNobody: readonly string[]
}
