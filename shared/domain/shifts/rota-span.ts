import { addDays, type Day, daysInMonth, isDay, startOfWeek, weekdayOf } from '../dates/day.ts'
import { dayInText } from '../dates/format-day.ts'

/** What of a rota is looked at at once: the days of a month that the plan covers, or a whole week from Monday to Sunday. */
export interface RotaSpan {
  readonly unit: 'month' | 'week'
  /** The month (`2026-09`), or the Monday of the week. */
  readonly at: string
  readonly fromOn: Day
  readonly toOn: Day
  /** The span before it and the one after, as `at`; null where the plan has no days any more. */
  readonly before: string | null
  readonly after: string | null
}

interface PlanDays {
  readonly fromOn: Day
  readonly toOn: Day
}

/** @param month `YYYY-MM` */
export function monthOfRota(month: string, plan: PlanDays): RotaSpan {
  const [first, last] = [`${month}-01`, lastOfMonth(month)]
  return {
    unit: 'month', at: month, fromOn: first < plan.fromOn ? plan.fromOn : first, toOn: last > plan.toOn ? plan.toOn : last,
    before: first <= plan.fromOn ? null : addDays(first, -1).slice(0, 7), after: last >= plan.toOn ? null : addDays(last, 1).slice(0, 7),
  }
}

/** The week of a day. It is shown whole, also where the plan begins or ends within it. */
export function weekOfRota(day: Day, plan: PlanDays): RotaSpan {
  const monday = startOfWeek(day)
  const sunday = addDays(monday, 6)
  return {
    unit: 'week', at: monday, fromOn: monday, toOn: sunday,
    before: monday <= plan.fromOn ? null : addDays(monday, -7), after: sunday >= plan.toOn ? null : addDays(monday, 7),
  }
}

/** What is shown when nothing is asked for, or something that is no day: the month or week of today, or of the plan's day that is nearest to it. */
export function rotaSpan({ month, week }: { readonly month: string | null; readonly week: string | null }, plan: PlanDays, today: Day): RotaSpan {
  const nearest = today < plan.fromOn ? plan.fromOn : today > plan.toOn ? plan.toOn : today
  if (week !== null) return weekOfRota(isDay(week) ? week : nearest, plan)
  return monthOfRota(month !== null && isDay(`${month}-01`) ? month : nearest.slice(0, 7), plan)
}

/** Where a span leads in the other unit: to today where today is in it, else to its first day of the plan. */
export function otherUnit(span: RotaSpan, plan: PlanDays, today: Day): RotaSpan {
  const first = span.fromOn < plan.fromOn ? plan.fromOn : span.fromOn
  const day = span.fromOn <= today && today <= span.toOn ? today : first
  return span.unit === 'month' ? weekOfRota(day, plan) : monthOfRota(day.slice(0, 7), plan)
}

/** 「2026年9月」; of a week 「9月28日至10月4日」. */
export function spanInWords({ unit, at, fromOn, toOn }: RotaSpan): string {
  return unit === 'month' ? dayInText(`${at}-01`).slice(0, -2) : `${dayInText(fromOn).slice(5)}至${dayInText(toOn).slice(5)}`
}

/** 「2026年9月」; of a week 「2026年9月28日至10月4日，第 5 周」. */
export function spanOnPaper(span: RotaSpan, weekNumber: number | null): string {
  if (span.unit === 'month') return spanInWords(span)
  return `${span.fromOn.slice(0, 4)}年${spanInWords(span)}${weekNumber === null ? '' : `，第 ${weekNumber} 周`}`
}

/** The days of a week that have a column: those with a shift or with a name (国庆节, 调休上课), and Monday to Friday whatever is on them. */
export function daysWithColumn<T extends { readonly day: Day; readonly holiday: unknown }>(days: readonly T[], daysWithShifts: ReadonlySet<Day>): readonly T[] {
  return days.filter(({ day, holiday }) => weekdayOf(day) <= 5 || holiday !== null || daysWithShifts.has(day))
}

function lastOfMonth(month: string): Day {
  return `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`
}
