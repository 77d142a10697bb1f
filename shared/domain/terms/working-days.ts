import { AppError } from '../../errors.ts'
import { addDays, isWithin, weekdayOf } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'

/** Days off, or weekend days worked in exchange (`makeup`, 调休上班). */
export interface Holiday {
  readonly name: string
  readonly kind: 'off' | 'makeup'
  readonly startsOn: Day
  readonly endsOn: Day
}

/** Monday to Friday but the days off, and the weekend days that are worked in exchange. */
export function isWorkingDay(day: Day, holidays: readonly Holiday[]): boolean {
  const kinds = new Set(holidays.filter((holiday) => isWithin(day, holiday.startsOn, holiday.endsOn)).map((holiday) => holiday.kind))
  return kinds.has('makeup') || (weekdayOf(day) <= 5 && !kinds.has('off'))
}

/** The working day that is `count` working days after the day (0: the day itself, whatever it is). */
export function addWorkingDays(day: Day, count: number, holidays: readonly Holiday[]): Day {
  if (!Number.isInteger(count) || count < 0) throw new AppError('terms.badDayCount', 'invalid', '天数应为不小于 0 的整数。')
  let reached = day
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1)
    if (isWorkingDay(reached, holidays)) left -= 1
  }
  return reached
}

/** How many working days lie between the two, both ends included. */
export function countWorkingDays(from: Day, to: Day, holidays: readonly Holiday[]): number {
  let count = 0
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) count += 1
  return count
}

export interface NoticeRule {
  readonly days: number
  readonly dayKind: 'calendar' | 'working'
  /** Whether the day on which it is put up is the first (otherwise the day after it). */
  readonly countsFirstDay: boolean
}

/** 公示: the last day of a list that is put up on `startsOn`. */
export function publicNoticeEndsOn(startsOn: Day, rule: NoticeRule, holidays: readonly Holiday[]): Day {
  if (!Number.isInteger(rule.days) || rule.days < 1) throw new AppError('terms.badDayCount', 'invalid', '公示天数应为不小于 1 的整数。')
  if (rule.dayKind === 'calendar') return addDays(startsOn, rule.countsFirstDay ? rule.days - 1 : rule.days)
  const firstIsOne = rule.countsFirstDay && isWorkingDay(startsOn, holidays)
  return addWorkingDays(startsOn, firstIsOne ? rule.days - 1 : rule.days, holidays)
}
