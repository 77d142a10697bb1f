import { dayNumber } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import type { Period } from '../schemes/scheme-fragments.ts'

/** `unknown`: the scheme prints no period; then the whole cycle counts and nothing is ever due. */
export type DutyPer = Period | 'unknown'

/** What a period is called, as far as words are made of it. */
export interface PeriodLabel {
  readonly termKey?: string
  /** First and last week, as numbered on the school calendar. */
  readonly weeks?: readonly [number, number]
  readonly schoolYear?: number
  readonly year?: number
  readonly month?: number
  readonly quarter?: number
  readonly day?: Day
  /** Of a batch or an event. */
  readonly title?: string
}

/** One period in which a duty has to be done, cut off by the cycle of the studio. */
export interface PeriodInstance {
  /** `term:2026-1`, `week:2026-1:3`, `month:2026-09`, `halfYear:1`, `schoolYear:2026`, `year:2026`, `cycle`, `once`, `unknown`, `batch:…`, `event:…`. */
  readonly key: string
  readonly per: DutyPer
  readonly label: PeriodLabel
  /** Counted from 1 in the cycle. */
  readonly ordinal: number
  readonly fromOn: Day
  /** Null: its end is not known yet (a school year whose second term is not entered). */
  readonly toOn: Day | null
  /** Days of it inside the cycle, and of the whole of it; the same when the end is not known. */
  readonly days: number
  readonly wholeDays: number
  /** Whoever is there from `joinBy` to `stayTo` is there all the time. */
  readonly joinBy: Day
  readonly stayTo: Day | null
  /** Whether the days of grace for joiners apply: a term or longer. */
  readonly long: boolean
  /** Whether there is a next one for which a joiner could wait. */
  readonly recurs: boolean
  /** Days whose records count for it: may begin before and end after the period itself. */
  readonly countsFrom: Day
  readonly countsTo: Day | null
  /** The last day on which it should be done; null: never due, or not known yet. */
  readonly dueOn: Day | null
}

/** The school year whose second term is not entered yet, so that it cannot be told when the period ends; null: it does not wait for one. */
export function waitsForTerm(period: Pick<PeriodInstance, 'per' | 'toOn' | 'label'> | null): number | null {
  return period !== null && period.per === 'schoolYear' && period.toOn === null ? (period.label.schoolYear ?? null) : null
}

/** Why nothing can be asked for: shown in its place. */
export interface PeriodGap {
  readonly reason: 'termWithoutDates' | 'noTerms' | 'noBatches' | 'noEvents' | 'everyLesson'
  readonly termKey?: string
}

export interface Span {
  readonly fromOn: Day
  readonly toOn: Day
}

/** What both have in common; null when nothing. */
export function overlap(a: Span, b: Span): Span | null {
  const fromOn = a.fromOn > b.fromOn ? a.fromOn : b.fromOn
  const toOn = a.toOn < b.toOn ? a.toOn : b.toOn
  return fromOn <= toOn ? { fromOn, toOn } : null
}

/** How many days it has, both ends included. */
export function daysIn(span: Span): number {
  return dayNumber(span.toOn) - dayNumber(span.fromOn) + 1
}

export const later = (a: Day, b: Day): Day => (a > b ? a : b)
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
