import type { Day } from '../dates/day.ts'
import type { ComparedTerm } from './compare-terms.ts'
import type { DutyLine, DutyOutcome, StudioDuties } from './duty-line.ts'
import { cellOf, columnOf, everybody, joinedCell, type MatrixCell } from './duty-matrix.ts'
import type { DutyPer } from './duty-period.ts'
import { isAsked } from './duty-share.ts'
import { type DutyNames, periodText, perText, titleText, whoText } from './duty-words.ts'

/** What is asked for a longer time than a term: in every term it would stand with the same figure. */
export const longerThanATerm: ReadonlySet<DutyPer> = new Set(['schoolYear', 'year', 'fiveYears', 'cycle', 'once', 'batch', 'unknown'])

/** One duty in one of its long periods. */
export interface LongerRow {
  /** Of the duty and the period. */
  readonly key: string
  readonly ref: string
  readonly title: string
  readonly who: string
  readonly per: string
  /** 2026—2027学年. */
  readonly period: string
  readonly unit: string
  readonly softWord: string | null
  /** The figure of the whole period. */
  readonly whole: MatrixCell
  /** What of it was done in each of the terms, those that the period does not touch left out. */
  readonly shares: readonly { readonly termKey: string; readonly done: number }[]
}

/**
 * Duties of a school year, of the cycle …: how far each is in its period, and how much of it each term did. A record belongs to the term that had
 * last begun on its day, so that holidays belong to the term before.
 * @param terms those that have begun, the earliest first
 * @param column as in the matrix, or `everybody`
 * @param dayOf the day of a counted record
 */
export function compareLonger(
  { duties }: StudioDuties, terms: readonly ComparedTerm[], names: DutyNames, column: string, dayOf: (recordId: string) => Day, onlyPersonId?: string,
): readonly LongerRow[] {
  const isShown = (line: DutyLine) => line.subject.kind !== 'everyone'
    && (column === everybody || columnOf(line) === column)
    && (onlyPersonId === undefined || columnOf(line) === 'studio' || columnOf(line) === `person:${onlyPersonId}`)
  return duties.filter(({ per }) => longerThanATerm.has(per)).flatMap((duty) => {
    const lines = duty.lines.filter((line) => line.period !== null && isShown(line) && isAsked(line))
    return [...Map.groupBy(lines, ({ period }) => period?.key ?? '').values()].map((own) => rowOf(duty, own, terms, names, column, dayOf))
  })
}

/** @param lines of one period, at least one */
function rowOf(duty: DutyOutcome, lines: readonly DutyLine[], terms: readonly ComparedTerm[], names: DutyNames, column: string, dayOf: (recordId: string) => Day): LongerRow {
  const { period } = lines[0] ?? { period: null }
  const touched = terms.filter(({ fromOn, toOn }) => period !== null && toOn >= period.fromOn && (period.toOn === null || fromOn <= period.toOn))
  const termOf = (recordId: string) => (touched.findLast(({ fromOn }) => fromOn <= dayOf(recordId)) ?? touched[0])?.key
  return {
    key: `${duty.ref}|${period?.key ?? ''}`, ref: duty.ref, title: titleText(duty), who: whoText(duty.subject, names.scheme), per: perText(duty), period: period === null ? '' : periodText(period), unit: duty.unit,
    softWord: duty.strength === 'soft' ? (duty.softWord ?? '原则上') : null,
    whole: joinedCell(lines.map((line) => cellOf(columnOf(line), [line])), 'whole', column),
    shares: touched.map(({ key }) => ({ termKey: key, done: rounded(lines.reduce((sum, line) => sum + doneBy(line, (recordId) => termOf(recordId) === key), 0)) })),
  }
}

/** What these records did of the line; where the greatest counts and not the sum (percentages, long pieces), the greatest of them. */
function doneBy({ counted, done }: DutyLine, isMeant: (recordId: string) => boolean): number {
  const sum = (of: typeof counted) => of.reduce((total, { amount }) => total + amount, 0)
  const own = counted.filter(({ recordId }) => isMeant(recordId))
  return rounded(sum(counted)) > done ? Math.max(0, ...own.map(({ amount }) => amount)) : sum(own)
}

const rounded = (amount: number) => Math.round(amount * 1000) / 1000
