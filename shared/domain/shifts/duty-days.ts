import { eachDay, isWithin, weekdayOf } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import type { Term } from '../terms/term-key.ts'
import { type Holiday, isWorkingDay } from '../terms/working-days.ts'
import type { ShiftRule } from './shift-plan.ts'

export interface SkippedDay {
  readonly day: Day
  /** 「国庆节」, 「不上课」. */
  readonly why: string
}

export interface DutyDays {
  readonly days: readonly Day[]
  /** Days of the chosen weekdays on which there is no duty, and why. */
  readonly skipped: readonly SkippedDay[]
}

type Lessons = Pick<Term, 'teachingStartsOn' | 'teachingEndsOn'>

/** The days from one to the other on which somebody is on duty. A weekend day that is worked in exchange is a working day of any plan but one for days off. */
export function dutyDays(
  { fromOn, toOn, days: rule, weekdays }: Pick<ShiftRule, 'days' | 'weekdays'> & { readonly fromOn: Day; readonly toOn: Day }, term: Lessons, holidays: readonly Holiday[],
): DutyDays {
  const days: Day[] = []
  const skipped: SkippedDay[] = []
  for (const day of eachDay(fromOn, toOn)) {
    const chosen = weekdays.includes(weekdayOf(day)) || isMakeup(day, holidays)
    if (rule === 'daysOff') {
      if (isDayOff(day, holidays)) days.push(day)
    } else if (chosen) {
      const why = rule === 'everyDay' ? null : noLessons(day, term, holidays)
      if (why === null) days.push(day)
      else skipped.push({ day, why })
    }
  }
  return { days, skipped }
}

/** Weekends and holidays, but not the days that are worked in exchange. */
export function isDayOff(day: Day, holidays: readonly Holiday[]): boolean {
  return !isWorkingDay(day, holidays)
}

function noLessons(day: Day, { teachingStartsOn, teachingEndsOn }: Lessons, holidays: readonly Holiday[]): string | null {
  if (isMakeup(day, holidays)) return isWithin(day, teachingStartsOn, teachingEndsOn) ? null : '不上课'
  const off = holidays.find(({ kind, startsOn, endsOn }) => kind === 'off' && isWithin(day, startsOn, endsOn))
  if (off !== undefined) return off.name
  // A weekend day that the plan has chosen (boarding schools teach on Saturdays) is a day with lessons.
  return isWithin(day, teachingStartsOn, teachingEndsOn) ? null : '不上课'
}

function isMakeup(day: Day, holidays: readonly Holiday[]): boolean {
  return holidays.some(({ kind, startsOn, endsOn }) => kind === 'makeup' && isWithin(day, startsOn, endsOn))
}
