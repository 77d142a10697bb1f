import { addDays } from '../dates/day.ts'
import type { TeachingWeek } from '../terms/teaching-weeks.ts'
import { mondays } from './duty-calendar.ts'
import type { DutyCalendar } from './duty-calendar.ts'
import { daysIn, overlap } from './duty-period.ts'
import type { DutyPer, PeriodInstance, PeriodLabel, Span } from './duty-period.ts'

type Draft = Omit<PeriodInstance, 'ordinal'>

/** A period that is short, comes again and is due on its last day. */
export function shortPeriod(per: DutyPer, key: string, label: PeriodLabel, whole: Span, cycle: Span): Draft[] {
  const inside = overlap(whole, cycle)
  if (inside === null) return []
  return [{
    key, per, label, ...inside, days: daysIn(inside), wholeDays: daysIn(whole), joinBy: inside.fromOn, stayTo: inside.toOn, long: false, recurs: true,
    countsFrom: inside.fromOn, countsTo: inside.toOn, dueOn: inside.toOn,
  }]
}

/** 每日: the lesson days. */
export function dayPeriods(calendar: DutyCalendar, cycle: Span): readonly Draft[] {
  return calendar.terms.flatMap(({ weeks }) => weeks.flatMap(({ teachingDays }) =>
    teachingDays.flatMap((day) => shortPeriod('day', `day:${day}`, { day }, { fromOn: day, toOn: day }, cycle))))
}

/**
 * 每周、每两周. In teaching weeks: those of each term that hold a lesson day, numbered as on the school calendar; two weeks are the
 * 1st and 2nd, the 3rd and 4th …, and a last odd week goes to the two before it. Otherwise all weeks of the calendar from the
 * beginning of the cycle.
 */
export function weekPeriods(calendar: DutyCalendar, cycle: Span, length: 1 | 2, mode: 'teachingWeeks' | 'allWeeks'): readonly Draft[] {
  const per = length === 1 ? 'week' : 'twoWeeks'
  if (mode === 'allWeeks') {
    return mondays(cycle.fromOn, cycle.toOn).filter((_, at) => at % length === 0)
      .flatMap((monday) => shortPeriod(per, `${per}:${monday}`, { day: monday }, { fromOn: monday, toOn: addDays(monday, 7 * length - 1) }, cycle))
  }
  return calendar.terms.flatMap((term) => groups(term.weeks, length).flatMap((weeks): Draft[] => {
    const first = weeks[0]
    const last = weeks.at(-1)
    if (first === undefined || last === undefined || weeks.every(({ teachingDays }) => teachingDays.length === 0)) return []
    const numbers = [first.number ?? 0, last.number ?? 0] as const
    return shortPeriod(per, `${per}:${term.key}:${numbers[0]}`, { termKey: term.key, weeks: numbers }, { fromOn: first.startsOn, toOn: last.endsOn }, cycle)
  }))
}

function groups(weeks: readonly TeachingWeek[], length: number): readonly (readonly TeachingWeek[])[] {
  const found: TeachingWeek[][] = []
  for (const [at, week] of weeks.entries()) {
    const last = found.at(-1)
    const isLoneRest = at % length === 0 && at > 0 && weeks.length - at < length
    if (last !== undefined && (last.length < length || isLoneRest)) last.push(week)
    else found.push([week])
  }
  return found
}
