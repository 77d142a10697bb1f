import type { Day } from '../dates/day.ts'
import { ageOn, isPartialDay } from '../dates/partial-day.ts'
import type { DutyInput } from './duty-input.ts'
import type { CountedRecord, DutySubject, UncountedRecord } from './duty-line.ts'
import { earlier, later } from './duty-period.ts'
import type { PeriodGap, PeriodInstance } from './duty-period.ts'
import type { DutySettings } from './duty-settings.ts'
import { meantSubjects, membersMeant } from './duty-subjects.ts'
import type { DutyPerson, MeantSubjects } from './duty-subjects.ts'
import { neededAmount } from './needed-amount.ts'
import type { NeededAmount, ShareBase } from './needed-amount.ts'
import { isIn } from './office-spans.ts'
import type { OfficeSpans } from './office-spans.ts'
import { periodInstances } from './period-instances.ts'
import type { DutyPeriods } from './period-instances.ts'
import { rules } from './followed-schemes.ts'
import type { Tenure } from './followed-schemes.ts'
import { isAskedIn } from './read-duties.ts'
import type { ReadDuty } from './read-duties.ts'

/** A line while records are being counted into it. */
export interface DraftLine {
  readonly book: DutyBook
  readonly subject: DutySubject
  readonly period: PeriodInstance
  readonly amount: NeededAmount
  readonly dueOn: Day | null
  done: number
  readonly counted: CountedRecord[]
  readonly uncounted: UncountedRecord[]
}

/** One duty with the lines of its subjects and periods. */
export interface DutyBook {
  readonly read: ReadDuty
  /** The scheme that asks it, in the time in which the studio followed it. */
  readonly tenure: Tenure
  /** Under which it is told. */
  readonly ref: string
  /** Which duty comes first to a record: the place in the scheme, the same of an earlier one before. */
  readonly at: number
  readonly meant: MeantSubjects
  /** Those that have begun (or, looked ahead, begin soon) and in which the duty is asked, earliest first. */
  readonly periods: readonly PeriodInstance[]
  /** Those in which another scheme holds. */
  readonly othersPeriods: readonly PeriodInstance[]
  readonly gaps: readonly PeriodGap[]
  /** By subject (`studioKey` for studio and body, else the person), then by the place of the period. */
  readonly lines: ReadonlyMap<string, readonly (DraftLine | null)[]>
  readonly unplaced: UncountedRecord[]
}

/** The subject of duties of the studio itself, or of a body. No person has an empty id. */
export const studioKey = ''

/** The first day that matters for a period: what is made for it may count before it begins. */
const opensOn = ({ fromOn, countsFrom }: PeriodInstance): Day => earlier(fromOn, countsFrom)

/** Opens the book of every duty: subjects, begun periods, and what each asks for; nothing is counted yet. */
export function openBooks(tenures: readonly Tenure[], input: DutyInput, office: OfficeSpans): readonly DutyBook[] {
  return tenures.flatMap((tenure) => booksOfTenure(tenure, tenures, input, office, (period) => opensOn(period) <= input.today))
}

/** The same with the periods that begin after today and up to the day. */
export function openBooksAhead(tenures: readonly Tenure[], input: DutyInput, office: OfficeSpans, until: Day): readonly DutyBook[] {
  return tenures.flatMap((tenure) => booksOfTenure(tenure, tenures, input, office, (period) => opensOn(period) > input.today && opensOn(period) <= until))
}

function booksOfTenure(
  tenure: Tenure, tenures: readonly Tenure[], input: DutyInput, office: OfficeSpans, isOpen: (period: PeriodInstance) => boolean,
): readonly DutyBook[] {
  const { settings } = tenure
  const periods = new Map<string, DutyPeriods>()
  const meant = new Map<string, MeantSubjects>()
  const cycle = { fromOn: input.studio.cycleFromOn, toOn: input.studio.cycleToOn }
  return tenure.reads.map(({ read, ref }, place): DutyBook => {
    const { duty, per } = read
    const events = (input.events ?? []).filter(({ metrics, asksFor }) => (duty.meeting === undefined || metrics.includes(duty.metric)) && (asksFor?.includes(duty.metric) ?? true))
    const periodsKey = [per, duty.dueAt, duty.dueMonthDay, per === 'event' ? duty.metric : ''].join('|')
    const found = periods.get(periodsKey)
      ?? periodInstances(per, duty, { cycle, calendar: input.calendar, settings, batches: input.batches ?? [], events })
    periods.set(periodsKey, found)
    const subjects = meant.get(duty.subject) ?? meantSubjects(duty.subject, tenure.scheme, settings, office)
    meant.set(duty.subject, subjects)
    const lines = new Map<string, (DraftLine | null)[]>()
    const askedIn = found.instances.filter((period) => isAskedIn(read, period))
    const [own, others] = divided(askedIn, (period) => tenures.length === 1 || rules(tenure, tenures, per, period))
    // The one batch that it is for is not entered yet, though others are.
    const gaps = per === 'batch' && askedIn.length === 0 ? [{ reason: 'noBatches' } as const] : found.gaps
    const book: DutyBook = {
      read, tenure, ref, at: place * tenures.length + tenures.indexOf(tenure), meant: subjects, lines, unplaced: [],
      periods: own.filter(isOpen), othersPeriods: others,
      gaps: tenure.untilOn === null ? gaps : [],
    }
    if (subjects.kind === 'people') for (const person of subjects.people.values()) lines.set(person.personId, linesOfPerson(book, person, settings, input.today, office))
    else lines.set(studioKey, book.periods.map((period) => lineOfStudio(book, period, input, settings, office)))
    return book
  })
}

function divided<T>(all: readonly T[], isIn: (each: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(isIn), all.filter((each) => !isIn(each))]
}

function linesOfPerson(book: DutyBook, person: DutyPerson, settings: DutySettings, today: Day, office: OfficeSpans): (DraftLine | null)[] {
  const last = person.spans.at(-1)
  const first = person.spans[0]
  if (first === undefined || last === undefined) return []
  const roles = book.meant.kind === 'people' ? [...book.meant.roles].filter((role) => office.spansOf(person.personId, new Set([role])).length > 0) : []
  const subject: DutySubject = { kind: 'person', personId: person.personId, roles, until: last.toOn < today ? last.toOn : null }
  return book.periods.map((period): DraftLine | null => {
    const there = person.spans.filter(({ fromOn, toOn }) => toOn >= period.fromOn && (period.toOn === null || fromOn <= period.toOn))
    const end = there.at(-1)?.toOn
    const begin = there[0]?.fromOn
    if (end === undefined || begin === undefined) return null
    const amount = neededAmount(book.read.duty, period, there, settings, noShare)
    // Who has left can only be asked for it until then; who came after the day cannot have kept it.
    const dueOn = period.dueOn === null || (period.dueOn < begin && begin > period.joinBy) ? null : earlier(period.dueOn, later(end, begin))
    return { book, subject, period, amount, dueOn, done: 0, counted: [], uncounted: [] }
  })
}

const noShare: ShareBase = () => ({ base: 0, ageUnknown: 0, onDay: '' })

function lineOfStudio(book: DutyBook, period: PeriodInstance, input: DutyInput, settings: DutySettings, office: OfficeSpans): DraftLine {
  const subject: DutySubject = book.meant.kind === 'body' ? { kind: 'body', body: book.meant.body } : { kind: 'studio' }
  const shareBase: ShareBase = () => peopleOfShare(book, period, input, settings, office)
  return { book, subject, period, amount: neededAmount(book.read.duty, period, null, settings, shareBase), dueOn: period.dueOn, done: 0, counted: [], uncounted: [] }
}

/**
 * Of whom a share is taken: the members at the end of the period, or today while it lasts. Where the scheme says 青年 and an age is
 * set, only those up to it; whoever's birth day is not known is counted, and said to be so.
 */
function peopleOfShare(book: DutyBook, period: PeriodInstance, input: DutyInput, settings: DutySettings, office: OfficeSpans): ReturnType<ShareBase> {
  const onDay = period.toOn === null ? input.today : earlier(period.toOn, input.today)
  const roles = membersMeant(book.tenure.scheme, settings)
  const people = office.personIds.filter((personId) => office.spansOf(personId, roles).some((span) => isIn(span, onDay)))
  const limit = String(book.read.duty.conditions?.['denominator'] ?? '').includes('青年') ? settings.youngMemberAge : null
  if (limit === null) return { base: people.length, ageUnknown: 0, onDay }
  const ages = people.map((personId) => {
    const bornOn = input.birthDays?.get(personId) ?? null
    return bornOn === null || !isPartialDay(bornOn) ? null : ageOn(bornOn, onDay).min
  })
  return { base: ages.filter((age) => age === null || age <= limit).length, ageUnknown: ages.filter((age) => age === null).length, onDay }
}

/** The duties that the records of each metric may count for. */
export function booksByMetric(books: readonly DutyBook[]): ReadonlyMap<string, readonly DutyBook[]> {
  const found = new Map<string, DutyBook[]>()
  for (const book of books) {
    for (const metric of book.read.metrics) {
      const own = found.get(metric)
      if (own) own.push(book)
      else found.set(metric, [book])
    }
  }
  return found
}
