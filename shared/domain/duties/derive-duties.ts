import { countRecords } from './count-records.ts'
import { openBooks, studioKey } from './duty-book.ts'
import type { DraftLine, DutyBook } from './duty-book.ts'
import type { DutyInput } from './duty-input.ts'
import type { DutyLine, DutyOutcome, DutySubject, StateReason, StudioDuties } from './duty-line.ts'
import type { PeriodGap } from './duty-period.ts'
import { dutyState } from './duty-state.ts'
import { ownBodies } from './duty-subjects.ts'
import { mergedOutcomes, tenuresOf } from './followed-schemes.ts'
import { officeSpans } from './office-spans.ts'

/**
 * What the scheme asks of the studio and its people in this cycle up to today, what was done, and what is missing. Pure: the same
 * input gives the same answer, in whatever order the records come. Periods that have not begun are left out. Throws
 * `schemes.badSetting` when the school has chosen something that a setting does not allow, and nothing else.
 */
export function deriveDuties(input: DutyInput): StudioDuties {
  const { studio, today } = input
  const cycle = { fromOn: studio.cycleFromOn, toOn: studio.cycleToOn }
  const office = officeSpans(input.memberships, cycle)
  const books = openBooks(tenuresOf(input), input, office)
  const records = input.records.filter(({ studioId }) => studioId === studio.id)
  const askedByNobody = countRecords(books, records, { office, cycle, today })
  return { studioId: studio.id, ownBodies: ownBodies(input.scheme), duties: mergedOutcomes(books.map((book) => outcomeOf(book, input))), reports: office.reports, askedByNobody }
}

function outcomeOf(book: DutyBook, input: DutyInput): DutyOutcome {
  const { duty, per, metrics, measure, checks } = book.read
  const { scheme, untilOn } = book.tenure
  const lines = [...book.lines.values()].flat().flatMap((line) => (line === null ? [] : [lineOf(line, input, isDoneByPredecessor(line, book))]))
  const gaps = book.gaps.filter(({ reason }) => reason !== 'everyLesson').map((gap) => emptyLine(book, gap, null))
  const nobody = untilOn === null && book.meant.kind === 'people' && book.meant.people.size === 0 ? [emptyLine(book, null, 'nobodyInRole')] : []
  return {
    ref: book.ref, title: duty.title, subject: duty.subject, metrics, unit: duty.unit, measure, per, perText: duty.perText ?? null, dueAt: duty.dueAt ?? null,
    strength: duty.strength ?? 'hard', softWord: duty.softWord ?? null, optional: duty.optional ?? false, checks,
    earlier: untilOn === null ? null : { title: scheme.title, version: scheme.version },
    lines: [...lines, ...gaps, ...nobody], unplaced: book.unplaced,
  }
}

function lineOf(draft: DraftLine, input: DutyInput, doneByPredecessor: boolean): DutyLine {
  const { book, subject, period, amount } = draft
  const { duty } = book.read
  // 每节课: nobody can list every lesson; what is recorded is shown.
  const needed = period.per === 'lesson' ? null : doneByPredecessor ? 0 : amount.needed
  const because: StateReason | null = doneByPredecessor ? 'doneByPredecessor' : period.per === 'lesson' && amount.needed !== null ? 'everyLesson'
    : needed === null ? 'recordedOnly' : amount.notAsked
  const optional = duty.optional ?? false
  const { scheme, untilOn } = book.tenure
  const steps = untilOn === null ? amount.basis.steps : [{ why: 'earlierScheme', title: scheme.title, version: scheme.version } as const, ...amount.basis.steps]
  const state = dutyState({
    needed, done: draft.done, isAsked: because === null, optional, strength: duty.strength ?? 'hard', dueOn: draft.dueOn, today: input.today, soonDays: input.soonDays,
  })
  return {
    key: `${book.ref}|${subjectKey(subject)}|${period.key}`, dutyRef: book.ref, subject, period, gap: null, needed, basis: { ...amount.basis, steps },
    maximum: duty.maximum ?? null, done: draft.done, missing: needed === null ? 0 : Math.max(0, Math.round((needed - draft.done) * 1000) / 1000),
    counted: draft.counted, uncounted: draft.uncounted, dueOn: draft.dueOn, state, because: because ?? (state === 'notCounted' ? 'optional' : null),
  }
}

/** A line in place of lines that cannot be made. */
function emptyLine(book: DutyBook, gap: PeriodGap | null, reason: StateReason | null): DutyLine {
  const { duty } = book.read
  return {
    key: `${book.ref}|everyone|${gap?.termKey ?? gap?.reason ?? reason ?? ''}`, dutyRef: book.ref, subject: { kind: 'everyone', who: duty.subject }, period: null, gap,
    needed: 0, basis: { printed: duty.minimum ?? (duty.mustExist === true ? 'mustExist' : null), steps: [] }, maximum: duty.maximum ?? null,
    done: 0, missing: 0, counted: [], uncounted: [], dueOn: null, state: 'notApplicable', because: gap?.reason ?? reason,
  }
}

/** Text that tells one subject of a duty from another. */
export function subjectKey(subject: DutySubject): string {
  switch (subject.kind) {
    case 'studio': return 'studio'
    case 'person': return `person:${subject.personId}`
    case 'body': return `body:${subject.body}`
    default: return 'everyone'
  }
}

/** What must be there once for the whole cycle (the studio's plan) and was made by the former host is not asked of the next one again. */
function isDoneByPredecessor(line: DraftLine, book: DutyBook): boolean {
  const { duty } = book.read
  const { subject, period, amount } = line
  if (duty.subject !== 'host' || subject.kind !== 'person' || book.meant.kind !== 'people') return false
  if (period.recurs || amount.needed === null || line.done >= amount.needed || !(duty.mustExist === true || period.per === 'once')) return false
  const since = (personId: string) => (book.meant.kind === 'people' ? (book.meant.people.get(personId)?.spans[0]?.fromOn ?? '') : '')
  return [...book.lines.entries()].some(([personId, lines]) => personId !== studioKey && personId !== subject.personId && since(personId) < since(subject.personId)
    && lines.some((other) => other !== null && other.period.key === period.key && other.done >= (other.amount.needed ?? 1)))
}
