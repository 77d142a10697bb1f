import type { Day } from '../dates/day.ts'
import type { DraftLine, DutyBook } from './duty-book.ts'
import { studioKey } from './duty-book.ts'
import type { UncountedReason } from './duty-line.ts'
import type { PeriodInstance, Span } from './duty-period.ts'
import type { DutyRecord } from './duty-record.ts'
import { isIn } from './office-spans.ts'
import type { OfficeSpans } from './office-spans.ts'

export interface Placed {
  readonly lines: readonly DraftLine[]
  readonly unplaced: readonly UncountedReason[]
}

const nowhere = (reason: UncountedReason): Placed => ({ lines: [], unplaced: [reason] })

/** To which lines of the duty the record belongs, by its day and by who did it, or why to none. */
export function placeRecord(book: DutyBook, record: DutyRecord, office: OfficeSpans, cycle: Span, today: Day): Placed {
  if (record.on > today) return nowhere({ code: 'notYet', on: record.on })
  const at = periodOfRecord(book, record)
  if (at === null) {
    if (record.forPeriod !== undefined) return nowhere({ code: 'forOtherPeriod', forPeriod: record.forPeriod })
    if (placeIn(book.othersPeriods, book, record.on) !== null) return nowhere({ code: 'otherScheme', on: record.on })
    return nowhere(isIn(cycle, record.on) ? { code: 'outsidePeriod', on: record.on } : { code: 'outsideCycle', ...cycle })
  }
  return book.meant.kind === 'people' ? placeByPeople(book, record, at, office) : placeByStudio(book, record, at, office)
}

/** A body's own doings are not tied to the people of the studio; a studio's are: one of the doers must be in it on the day. */
function placeByStudio(book: DutyBook, record: DutyRecord, at: number, office: OfficeSpans): Placed {
  const line = book.lines.get(studioKey)?.[at]
  if (line === undefined || line === null) return nowhere({ code: 'outsidePeriod', on: record.on })
  const [first] = record.personIds
  if (book.meant.kind === 'body' || record.byStudio === true || first === undefined || record.personIds.some((id) => isThere(office.spansOf(id), record, line.period))) {
    return { lines: [line], unplaced: [] }
  }
  return nowhere(absence(first, record, office))
}

function placeByPeople(book: DutyBook, record: DutyRecord, at: number, office: OfficeSpans): Placed {
  if (record.personIds.length === 0) return nowhere({ code: 'noDoer' })
  const lines: DraftLine[] = []
  const unplaced: UncountedReason[] = []
  for (const personId of new Set(record.personIds)) {
    const person = book.meant.kind === 'people' ? book.meant.people.get(personId) : undefined
    const line = book.lines.get(personId)?.[at]
    if (person !== undefined && line !== undefined && line !== null && isThere(person.spans, record, line.period)) lines.push(line)
    else unplaced.push(absence(personId, record, office))
  }
  return { lines, unplaced }
}

/** There on the day, or in the period for which the record says that it is made. */
function isThere(spans: readonly Span[], record: DutyRecord, period: PeriodInstance): boolean {
  return spans.some((span) => isIn(span, record.on)
    || (record.forPeriod === period.key && span.toOn >= period.fromOn && (period.toOn === null || span.fromOn <= period.toOn)))
}

function absence(personId: string, record: DutyRecord, office: OfficeSpans): UncountedReason {
  const spans = office.spansOf(personId)
  if (spans.length === 0) return { code: 'notInStudio', personId }
  const roles = office.rolesOn(personId, record.on)
  return roles.length > 0 ? { code: 'roleNotMeant', personId, roles } : { code: 'outsideMembership', personId, spans }
}

/** The place of the period that the record is made for, else of the one that its day falls into; null when there is none. */
export function periodOfRecord(book: DutyBook, record: Pick<DutyRecord, 'on' | 'forPeriod'>): number | null {
  const { periods } = book
  // Where there is but one period, all that matters is the day.
  if (record.forPeriod !== undefined && book.read.per !== 'once' && book.read.per !== 'unknown') {
    const at = periods.findIndex(({ key }) => key === record.forPeriod)
    return at === -1 ? null : at
  }
  return placeIn(periods, book, record.on)
}

function placeIn(periods: readonly PeriodInstance[], book: DutyBook, on: Day): number | null {
  let low = 0
  let high = periods.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((periods[middle]?.countsFrom ?? '') <= on) low = middle + 1
    else high = middle
  }
  // Batches may overlap: the latest that has begun and not ended.
  for (let at = low - 1; at >= 0; at--) {
    const countsTo = periods[at]?.countsTo
    if (countsTo === null || countsTo === undefined || on <= countsTo) return at
    if (book.read.per !== 'batch') return null
  }
  return null
}
