import { AppError } from '../../errors.ts'
import { compareDays, dayParts, daysInMonth, isCalendarDay, isDay, makeDay, numberIn } from './day.ts'
import type { Day } from './day.ts'

/** A day known to the year, the month or the day: `1988`, `1988-06` or `1988-06-15`. */
export type PartialDay = string

export type DayPrecision = 'year' | 'month' | 'day'

/** Whether the text has one of the three shapes and exists in the calendar. */
export function isPartialDay(text: string): text is PartialDay {
  if (text.length === 4) return isCalendarDay(numberIn(text, 0, 4), 1, 1)
  if (text.length === 7) return text.charAt(4) === '-' && isCalendarDay(numberIn(text, 0, 4), numberIn(text, 5, 7), 1)
  return isDay(text)
}

/** How exactly the day is known. */
export function precisionOf(partial: PartialDay): DayPrecision {
  if (!isPartialDay(partial)) {
    throw new AppError('dates.notAPartialDay', 'invalid', `“${partial}”不是日期，请写成 1988、1988-06 或 1988-06-15。`)
  }
  return partial.length === 4 ? 'year' : partial.length === 7 ? 'month' : 'day'
}

/** The first day that it may be. */
export function earliestDay(partial: PartialDay): Day {
  const precision = precisionOf(partial)
  return precision === 'day' ? partial : precision === 'month' ? `${partial}-01` : `${partial}-01-01`
}

/** The last day that it may be. */
export function latestDay(partial: PartialDay): Day {
  const precision = precisionOf(partial)
  if (precision === 'day') return partial
  if (precision === 'year') return `${partial}-12-31`
  const year = Number(partial.slice(0, 4))
  const month = Number(partial.slice(5, 7))
  return makeDay(year, month, daysInMonth(year, month))
}

/** For sorting: by the first day that it may be, the less exact one first. */
export function comparePartialDays(a: PartialDay, b: PartialDay): number {
  return compareDays(earliestDay(a), earliestDay(b)) || a.length - b.length
}

/** Whether it surely lies before the day, surely does not, or cannot be told. */
export function isBeforeDay(partial: PartialDay, day: Day): 'yes' | 'no' | 'unknown' {
  if (latestDay(partial) < day) return 'yes'
  return earliestDay(partial) >= day ? 'no' : 'unknown'
}

/** A number of whole years; `min` and `max` differ where the day is not known exactly. Negative for a day to come. */
export interface WholeYears {
  readonly min: number
  readonly max: number
  readonly certain: boolean
}

/**
 * Whole years from a day that may be known only roughly to the day `on`: 教龄, years in a post. A year is full on the same
 * day of the year; who began on 29 February has it full on 1 March of a common year.
 */
export function wholeYearsSince(since: PartialDay, on: Day): WholeYears {
  const min = fullYears(latestDay(since), on)
  const max = fullYears(earliestDay(since), on)
  return { min, max, certain: min === max }
}

/** 周岁 on the day: full on the birthday itself. */
export function ageOn(bornOn: PartialDay, on: Day): WholeYears {
  return wholeYearsSince(bornOn, on)
}

function fullYears(from: Day, on: Day): number {
  const start = dayParts(from)
  const end = dayParts(on)
  const reached = end.month > start.month || (end.month === start.month && end.day >= start.day)
  return end.year - start.year - (reached ? 0 : 1)
}
