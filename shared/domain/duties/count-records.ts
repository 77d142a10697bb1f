import type { Day } from '../dates/day.ts'
import { booksByMetric, studioKey } from './duty-book.ts'
import type { DraftLine, DutyBook } from './duty-book.ts'
import type { Span } from './duty-period.ts'
import type { Tenure } from './followed-schemes.ts'
import type { DutyRecord } from './duty-record.ts'
import { amountOf, misfit } from './match-record.ts'
import { isIn } from './office-spans.ts'
import type { OfficeSpans } from './office-spans.ts'
import { periodOfRecord, placeRecord } from './place-record.ts'

export interface CountContext {
  readonly office: OfficeSpans
  readonly cycle: Span
  readonly today: Day
}

/**
 * Counts the records into the books: each once, by day, then by id, whatever the order in which they come. Of the duties of one
 * subject a record counts for the first in the scheme that still needs it (optional ones last); what nobody needs any more counts
 * for the first. So one act is not taken for two duties, unless the scheme (`countsTowards`) or the school says so.
 * @returns the ids of records that no duty asks for
 */
export function countRecords(books: readonly DutyBook[], records: readonly DutyRecord[], context: CountContext): readonly string[] {
  const byMetric = booksByMetric(books)
  const byRef: BooksByRef = new Map([...Map.groupBy(books, ({ tenure }) => tenure)].map(([tenure, own]) => [tenure, new Map(own.map((book) => [book.read.duty.sourceRef, book]))]))
  const askedByNobody: string[] = []
  for (const record of records.toSorted(inOrder)) {
    const asking = booksAsking(record.metrics, byMetric)
    if (asking.length === 0) askedByNobody.push(record.id)
    const fits: DraftLine[] = []
    const credited = new Set<DraftLine>()
    for (const book of asking) {
      const { lines, unplaced } = placeRecord(book, record, context.office, context.cycle, context.today)
      for (const reason of unplaced) book.unplaced.push({ recordId: record.id, reason })
      const reason = lines.length === 0 ? null : misfit(book.read, record, book.tenure.scheme, book.tenure.settings)
      if (reason === null) {
        fits.push(...lines)
        continue
      }
      for (const line of lines) line.uncounted.push({ recordId: record.id, reason })
    }
    for (const line of fits) credit(line, record, byRef, credited)
    allot(credited.size === 0 ? fits : fits.filter((line) => !credited.has(line)), record)
  }
  return askedByNobody
}

/** Schemes that were copied from one another have the same references; a duty names others of its own scheme. */
type BooksByRef = ReadonlyMap<Tenure, ReadonlyMap<string, DutyBook>>

/** In the order of the scheme, each once though a record may have two of its metrics. */
function booksAsking(metrics: readonly string[], byMetric: ReadonlyMap<string, readonly DutyBook[]>): readonly DutyBook[] {
  const [only] = metrics
  if (only !== undefined && metrics.length === 1) return byMetric.get(only) ?? []
  return [...new Set(metrics.flatMap((metric) => byMetric.get(metric) ?? []))].sort((a, b) => a.at - b.at)
}

function inOrder(a: DutyRecord, b: DutyRecord): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** What is done for a duty also counts for those that it names: for the same person, or for everybody when the studio did it. One step only. */
function credit(from: DraftLine, record: DutyRecord, byRef: BooksByRef, credited: Set<DraftLine>): void {
  for (const ref of from.book.read.duty.countsTowards ?? []) {
    const target = byRef.get(from.book.tenure)?.get(ref)
    const at = target === undefined ? null : periodOfRecord(target, record)
    if (target === undefined || at === null) continue
    for (const line of linesTowards(target, at, from, record)) {
      const amount = amountOf(record, target.read.measure)
      if (credited.has(line) || amount === null || (target.tenure.settings.countedRecords === 'confirmed' && record.confirmed !== true)) continue
      credited.add(line)
      const direct = line.uncounted.findIndex(({ recordId }) => recordId === record.id)
      if (direct !== -1) line.uncounted.splice(direct, 1)
      count(line, record, amount, from.book.ref)
    }
  }
}

function linesTowards(target: DutyBook, at: number, from: DraftLine, record: DutyRecord): readonly DraftLine[] {
  const subject = from.subject
  const ofStudio = target.lines.get(studioKey)?.[at]
  if (ofStudio !== undefined && ofStudio !== null) return [ofStudio]
  if (target.meant.kind !== 'people') return []
  const people = [...target.meant.people.values()].filter(({ personId, spans }) =>
    (subject.kind === 'person' ? subject.personId === personId : spans.some((span) => isIn(span, record.on))))
  return people.flatMap(({ personId }) => target.lines.get(personId)?.[at] ?? [])
}

/** Divides the record among the duties of each subject that it fits. */
function allot(fits: readonly DraftLine[], record: DutyRecord): void {
  const [only] = fits
  if (only !== undefined && fits.length === 1) return count(only, record, amountOf(record, only.book.read.measure) ?? 0, null)
  for (const competing of Map.groupBy(fits, competition).values()) {
    const [first, second] = competing
    if (first === undefined) continue
    if (second === undefined) count(first, record, amountOf(record, first.book.read.measure) ?? 0, null)
    else divide(competing.toSorted(byNeed), record)
  }
}

/**
 * Which lines cannot have the same record: those of one subject that ask for it in the same measure. What is only recorded takes it
 * from nobody, an assessment (团队考核、个人考核) looks at the same work as the duties do, and pieces and hours are two sides of one act.
 */
function competition({ book, subject, amount }: DraftLine): string {
  const { read, tenure: { settings } } = book
  const isFree = amount.needed === null || read.sharesActs || read.takesGreatest || settings.oneActTwoDuties === 'allowed'
  const who = subject.kind === 'person' ? subject.personId : subject.kind
  return `${who}|${read.measure}|${isFree ? read.duty.sourceRef : read.duty.assessedAs === undefined ? 'duty' : 'assessment'}`
}

function byNeed(a: DraftLine, b: DraftLine): number {
  return Number(a.book.read.duty.optional ?? false) - Number(b.book.read.duty.optional ?? false) || a.book.at - b.book.at
}

/**
 * A record of three lessons may give two to one duty and one to the next. What nobody needs any more is the first's. Filled in a
 * fixed order like this, one record more can never leave a duty with less.
 */
function divide(lines: readonly DraftLine[], record: DutyRecord): void {
  const [first] = lines
  if (first === undefined) return
  let left = amountOf(record, first.book.read.measure) ?? 0
  const taken = new Map<DraftLine, number>()
  for (const line of lines) {
    const takes = Math.min(left, Math.max(0, (line.amount.needed ?? 0) - line.done))
    if (takes <= 0) continue
    taken.set(line, takes)
    left = sum(left, -takes)
  }
  if (left > 0) taken.set(first, sum(taken.get(first) ?? 0, left))
  const taker = (lines.find((line) => taken.has(line)) ?? first).book.ref
  for (const line of lines) {
    const takes = taken.get(line)
    if (takes === undefined) line.uncounted.push({ recordId: record.id, reason: { code: 'usedElsewhere', dutyRef: taker } })
    else count(line, record, takes, null)
  }
}

function count(line: DraftLine, record: DutyRecord, amount: number, through: string | null): void {
  line.counted.push({ recordId: record.id, amount, through })
  line.done = line.book.read.takesGreatest ? Math.max(line.done, amount) : sum(line.done, amount)
}

/** Halves of days add up without the dust of binary fractions. */
function sum(a: number, b: number): number {
  return Math.round((a + b) * 1000) / 1000
}
