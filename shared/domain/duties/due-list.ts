import { addDays, startOfWeek } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import { subjectKey } from './derive-duties.ts'
import type { DutyLine, DutyOutcome, DutySubject, StudioDuties } from './duty-line.ts'
import { waitsForTerm } from './duty-period.ts'

/** 逾期、本周、学期结束前、以后、期限待定 (the end of its school year is not entered yet)、没有写明期限 (never due). */
export const dueWhens = ['overdue', 'thisWeek', 'beforeTermEnds', 'later', 'unset', 'undated'] as const
export type DueWhen = (typeof dueWhens)[number]

/** One thing to be done, or one that was not done in several periods. */
export interface DueItem {
  readonly key: string
  readonly studioId: string
  readonly dutyRef: string
  readonly title: string
  /** What counts for it: keys of metrics and plain words of the scheme. */
  readonly metrics: readonly string[]
  readonly earlier: DutyOutcome['earlier']
  readonly unit: string
  readonly subject: DutySubject
  readonly when: DueWhen
  /** Only a reminder: the rule is soft. */
  readonly isSoft: boolean
  /** The day of the earliest of its lines; null for `unset` and `undated`. */
  readonly dueOn: Day | null
  readonly missing: number
  /** Earliest first. */
  readonly lines: readonly DutyLine[]
}

export interface DueListOptions {
  readonly today: Day
  /** Last day of the term; null between terms. */
  readonly termEndsOn: Day | null
  /** What was due before this day is old and left out, but counted in `older`. */
  readonly overdueSince?: Day | undefined
  /** Each line by its own day, as a calendar shows it: past periods are not put together. */
  readonly apart?: boolean | undefined
  /** Only what is asked of this person: a member sees her own. */
  readonly personId?: string | undefined
}

export interface DueList {
  readonly items: readonly DueItem[]
  readonly older: number
}

/**
 * What is still to be done, the most pressing first. Past periods of one duty are one item (but see `apart`). Left out: what is asked of bodies
 * outside (see `ownBodies`), and of people who are no longer in it, since nobody can do it any more.
 */
export function dueList(studios: readonly StudioDuties[], options: DueListOptions): DueList {
  const { today, termEndsOn, overdueSince, personId, apart = false } = options
  const sunday = addDays(startOfWeek(today), 6)
  const items: DueItem[] = []
  let older = 0
  for (const { studioId, duties, ownBodies } of studios) {
    for (const duty of duties) {
      const open = duty.lines.filter((line) => isOpen(line, ownBodies) && (personId === undefined || (line.subject.kind === 'person' && line.subject.personId === personId)))
      const recent = open.filter(({ dueOn }) => overdueSince === undefined || dueOn === null || dueOn >= today || dueOn >= overdueSince)
      older += open.length - recent.length
      const grouped = Map.groupBy(recent, (line) => {
        const when = whenOf(line, today, sunday, termEndsOn)
        // Only the past is put together; two weeks to come are two things to do.
        return `${subjectKey(line.subject)}|${when}|${when === 'overdue' && !apart ? '' : line.key}`
      })
      for (const lines of grouped.values()) items.push(itemOf(studioId, duty, lines, lines[0] ? whenOf(lines[0], today, sunday, termEndsOn) : 'undated'))
    }
  }
  return { items: items.toSorted(byPressure), older }
}

const openStates = new Set<DutyLine['state']>(['inProgress', 'dueSoon', 'overdue', 'reminder'])

function isOpen({ state, subject }: DutyLine, ownBodies: ReadonlySet<string>): boolean {
  if (!openStates.has(state)) return false
  return subject.kind === 'studio' || (subject.kind === 'person' && subject.until === null) || (subject.kind === 'body' && ownBodies.has(subject.body))
}

function whenOf({ dueOn, period }: DutyLine, today: Day, sunday: Day, termEndsOn: Day | null): DueWhen {
  if (dueOn === null) return waitsForTerm(period) === null ? 'undated' : 'unset'
  if (dueOn < today) return 'overdue'
  if (dueOn <= sunday) return 'thisWeek'
  return termEndsOn !== null && dueOn <= termEndsOn ? 'beforeTermEnds' : 'later'
}

function itemOf(studioId: string, duty: DutyOutcome, unordered: readonly DutyLine[], when: DueWhen): DueItem {
  const lines = unordered.toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : (a.dueOn ?? '') > (b.dueOn ?? '') ? 1 : 0))
  const first = lines[0]
  return {
    key: `${studioId}|${first?.key ?? ''}`, studioId, dutyRef: duty.ref, title: duty.title, metrics: duty.metrics, earlier: duty.earlier, unit: duty.unit, subject: first?.subject ?? { kind: 'studio' }, when,
    isSoft: duty.strength === 'soft', dueOn: first?.dueOn ?? null, missing: Math.round(lines.reduce((sum, { missing }) => sum + missing, 0) * 1000) / 1000, lines,
  }
}

function byPressure(a: DueItem, b: DueItem): number {
  return dueWhens.indexOf(a.when) - dueWhens.indexOf(b.when) || Number(a.isSoft) - Number(b.isSoft)
    || compare(a.dueOn ?? '', b.dueOn ?? '') || compare(a.studioId, b.studioId) || compare(a.dutyRef, b.dutyRef) || compare(subjectKey(a.subject), subjectKey(b.subject))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
