import type { Day } from '../dates/day.ts'
import type { OutcomePart } from '../outcomes/outcome-kind.ts'
import type { OutcomeKind } from '../outcomes/outcome-kinds.ts'
import type { OutcomeDetails } from '../outcomes/outcome-record.ts'
import type { Scheme } from './scheme-format.ts'
import type { Eligibility } from './scheme-people.ts'
import { levelName } from './scheme-settings.ts'

/** What a criterion asks, or one of its alternatives or companions. */
export type CriterionPart = Omit<NonNullable<Eligibility['and']>[number], 'role'>

/** One outcome that somebody has handed in, with her own part in it. */
export interface CandidateRecord {
  /** Of the outcome. */
  readonly id: string
  readonly kind: OutcomeKind
  readonly title: string
  readonly onDay: Day
  readonly untilDay: Day | null
  /** Key of a level of the scheme under which it was recorded. */
  readonly levelKey: string | null
  readonly quantity: number
  readonly part: OutcomePart
  readonly details: OutcomeDetails
  readonly confirmed: boolean
}

/** What somebody has done so far, as far as it is on record, and whether a record counts before somebody has confirmed it (`countedRecords`). */
export interface CandidatePast {
  readonly records: readonly CandidateRecord[]
  readonly confirmedOnly: boolean
}
export const noPast: CandidatePast = { records: [], confirmedOnly: false }

/** A record behind a judgement; `why` it does not count, null where it does. */
export interface JudgedRecord {
  readonly id: string
  readonly kind: OutcomeKind
  readonly title: string
  readonly onDay: Day
  /** In the scheme's words. */
  readonly level: string | null
  readonly why: string | null
}

/** What every record is held against, whatever the criterion asks for. */
export interface RecordLimits extends CandidatePast {
  readonly scheme: Scheme
  /** The day to which everything is counted; null: not known yet. */
  readonly on: Day | null
}

/** The record with why it does not count; `own` is what the criterion itself finds wrong with it, and comes first. */
export function judgedRecord(record: CandidateRecord, part: CriterionPart, limits: RecordLimits, own: string | null): JudgedRecord {
  const { id, kind, title, onDay, levelKey } = record
  const why = own ?? wrongLevel(limits.scheme, record, part) ?? wrongDay(record, part, limits) ?? (limits.confirmedOnly && !record.confirmed ? '还没有确认' : null)
  return { id, kind, title, onDay, level: levelKey === null ? null : (levelName(limits.scheme, levelKey) ?? null), why }
}

/** Those that count first, then the latest. */
export function inOrder(records: readonly JudgedRecord[]): readonly JudgedRecord[] {
  return records.toSorted((a, b) => Number(a.why !== null) - Number(b.why !== null) || b.onDay.localeCompare(a.onDay) || a.id.localeCompare(b.id))
}

/** The first day of 近几年, which counts, as the day on which everything is counted does. */
export function windowBegins(on: Day, years: number): Day {
  return `${String(Number(on.slice(0, 4)) - years).padStart(4, '0')}${on.slice(4)}`
}

/** A level's rank by the scheme; a level that it does not list (the record was made under another scheme) has its usual one. */
export function levelRank(scheme: Scheme, key: string): number | undefined {
  return scheme.levels.find((level) => level.key === key)?.rank ?? (Object.hasOwn(usualRanks, key) ? usualRanks[key] : undefined)
}
const usualRanks: Readonly<Record<string, number>> = { school: 10, town: 20, county: 30, district: 30, city: 40, province: 50, national: 60 }

function wrongLevel(scheme: Scheme, { levelKey }: CandidateRecord, { level, levelMin }: CriterionPart): string | null {
  const wanted = level ?? levelMin
  if (wanted === undefined) return null
  if (levelKey === null) return '没有填级别'
  const has = levelRank(scheme, levelKey)
  const least = levelRank(scheme, wanted)
  if (has !== undefined && least !== undefined && (level === undefined ? has >= least : has === least)) return null
  return has !== undefined && least !== undefined && has > least ? '级别更高，请人工核对' : '级别不够'
}

function wrongDay({ onDay, untilDay }: CandidateRecord, { windowYears }: CriterionPart, { on }: RecordLimits): string | null {
  if (on === null) return null
  if (onDay > on) return `在 ${on} 以后`
  if (untilDay !== null && untilDay < on) return `${untilDay} 已到期`
  return windowYears !== undefined && onDay < windowBegins(on, windowYears) ? `不在近 ${windowYears} 年内` : null
}
