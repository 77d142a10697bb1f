import { dayParts, isWithin } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import type { Term } from './term-key.ts'

/** The term that the day lies in; `undefined` in the holidays and where no term is entered. */
export function termOfDay<T extends Pick<Term, 'startsOn' | 'endsOn'>>(day: Day, terms: readonly T[]): T | undefined {
  return terms.find((term) => isWithin(day, term.startsOn, term.endsOn))
}

/**
 * 学年 of the day: that of its term; between two entered terms, that of the one before (winter and summer holidays belong to
 * the school year that they follow). `undefined` before the first entered term and after the last: nothing is guessed.
 */
export function schoolYearOfDay(day: Day, terms: readonly Term[]): number | undefined {
  const ordered = terms.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  const last = ordered.findLast((term) => term.startsOn <= day)
  if (last === undefined) return undefined
  return day <= last.endsOn || ordered.some((term) => term.startsOn > day) ? last.schoolYear : undefined
}

/** 会计年度: 1 January to 31 December (会计法). */
export function fiscalYearOfDay(day: Day): number {
  return dayParts(day).year
}

/** 归档年度: the calendar year in which the document came about (DA/T 22). A key of its own, though the figure is the fiscal year's. */
export function archiveYearOfDay(day: Day): number {
  return dayParts(day).year
}
