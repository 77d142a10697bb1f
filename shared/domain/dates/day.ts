import { AppError } from '../../errors.ts'

/** A calendar day of the years 0001 to 9999, `YYYY-MM-DD`. Such texts sort as days do. */
export type Day = string

export interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** How many days the month has, in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether these numbers are a day that exists. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** The day of these numbers; throws `dates.noSuchDay` when the calendar has none. */
export function makeDay(year: number, month: number, day: number): Day {
  if (![year, month, day].every(Number.isInteger) || !isCalendarDay(year, month, day)) {
    throw new AppError('dates.noSuchDay', 'invalid', `没有 ${year} 年 ${month} 月 ${day} 日这一天，请核对日期。`)
  }
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** Whether the text is `YYYY-MM-DD` and a day that exists. */
export function isDay(text: string): text is Day {
  return text.length === 10 && text.charAt(4) === '-' && text.charAt(7) === '-' && isCalendarDay(numberIn(text, 0, 4), numberIn(text, 5, 7), numberIn(text, 8, 10))
}

/** The number that these places of the text hold, NaN where something else than digits stands in them. Days are read so often that a pattern would be felt. */
export function numberIn(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

/** Year, month and day as numbers; throws `dates.notADay` when the text is none. */
export function dayParts(day: Day): DayParts {
  if (!isDay(day)) throw new AppError('dates.notADay', 'invalid', `“${day}”不是日期，请写成 2026-09-01 这样。`)
  return { year: numberIn(day, 0, 4), month: numberIn(day, 5, 7), day: numberIn(day, 8, 10) }
}

/** Days since 1970-01-01, which is 0. Counted from March, so that the leap day is the last of its year. */
export function dayNumber(day: Day): number {
  const { year, month, day: date } = dayParts(day)
  const shifted = month <= 2 ? year - 1 : year
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  return shifted * 365 + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + inYear - 719_468
}

/** The day of a number that `dayNumber` gave. */
export function dayOfNumber(number: number): Day {
  const days = number + 719_468
  const era = Math.floor(days / 146_097)
  const inEra = days - era * 146_097
  const yearOfEra = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365)
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * inYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  return makeDay(year, month, inYear - Math.floor((153 * fromMarch + 2) / 5) + 1)
}

/** The day that many days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days)
}

/** The same day of the year that many years later; 29 February becomes 28 February where there is none. */
export function addYears(day: Day, years: number): Day {
  const parts = dayParts(day)
  const year = parts.year + years
  return makeDay(year, parts.month, Math.min(parts.day, daysInMonth(year, parts.month)))
}

/** The same day of the month that many months later, or the last day of it where the month has none. */
export function addMonths(day: Day, months: number): Day {
  const parts = dayParts(day)
  const at = parts.year * 12 + parts.month - 1 + months
  const [year, month] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1]
  return makeDay(year, month, Math.min(parts.day, daysInMonth(year, month)))
}

/** How many days `to` lies after `from`; negative when before. Both ends included, a period has one more. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7 + 1
}

/** The Monday of the day's week. */
export function startOfWeek(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

/** Negative, zero or positive, for sorting. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether the day lies in the period, both ends included; a missing end is open. */
export function isWithin(day: Day, from: Day, to: Day | null | undefined): boolean {
  return from <= day && (to === null || to === undefined || day <= to)
}

/** Every day from the first to the last, both included; none when the last lies before the first. */
export function eachDay(from: Day, to: Day): readonly Day[] {
  const first = dayNumber(from)
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => dayOfNumber(first + index))
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
