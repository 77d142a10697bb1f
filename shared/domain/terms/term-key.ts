import { AppError } from '../../errors.ts'
import type { Day } from '../dates/day.ts'

/** One term (学期) with its real days; they are data, never computed from the month: spring festival moves them. */
export interface Term {
  /** `2026-1`. */
  readonly key: string
  /** 2026 is the school year 2026—2027. */
  readonly schoolYear: number
  /** 1 (autumn) or 2 (spring). */
  readonly ordinal: number
  readonly startsOn: Day
  readonly endsOn: Day
  /** First and last day on which lessons are held. */
  readonly teachingStartsOn: Day
  readonly teachingEndsOn: Day
}

/** 2026, 1 → `2026-1`. */
export function termKey(schoolYear: number, ordinal: number): string {
  return `${schoolYear}-${ordinal}`
}

/** `2026-1` → 2026 and 1; throws `terms.badKey` for anything else. */
export function parseTermKey(key: string): { readonly schoolYear: number; readonly ordinal: number } {
  const parts = /^(\d{4})-([12])$/.exec(key)
  if (parts === null) throw new AppError('terms.badKey', 'invalid', `“${key}”不是学期，应写成 2026-1（2026—2027学年第一学期）。`)
  return { schoolYear: Number(parts[1]), ordinal: Number(parts[2]) }
}

/** 2026—2027学年. */
export function schoolYearName(schoolYear: number): string {
  return `${schoolYear}—${schoolYear + 1}学年`
}

/** 2026—2027学年第一学期, of a term's key. */
export function termName(key: string): string {
  const { schoolYear, ordinal } = parseTermKey(key)
  return `${schoolYearName(schoolYear)}第${ordinal === 1 ? '一' : '二'}学期`
}

/** For sorting, earlier first. */
export function compareTermKeys(a: string, b: string): number {
  const left = parseTermKey(a)
  const right = parseTermKey(b)
  return left.schoolYear - right.schoolYear || left.ordinal - right.ordinal
}

/** The key of the term after it: `2026-1` → `2026-2` → `2027-1`. */
export function nextTermKey(key: string): string {
  const { schoolYear, ordinal } = parseTermKey(key)
  return ordinal === 1 ? termKey(schoolYear, 2) : termKey(schoolYear + 1, 1)
}
