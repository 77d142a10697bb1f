import { addDays, eachDay, isWithin, startOfWeek } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import type { Term } from '../terms/term-key.ts'
import { teachingWeeks } from '../terms/teaching-weeks.ts'
import type { Holiday } from '../terms/working-days.ts'

export interface TermCalendarDay {
  readonly day: Day
  readonly inTerm: boolean
  /** Lessons are held: inside the teaching time, a working day, makeup days included. */
  readonly isTeachingDay: boolean
  readonly holiday: Pick<Holiday, 'name' | 'kind'> | null
}

export interface TermCalendarWeek {
  /** 第 n 周 of the teaching; null before and after it. */
  readonly number: number | null
  readonly startsOn: Day
  readonly endsOn: Day
  /** Monday to Sunday. */
  readonly days: readonly TermCalendarDay[]
}

/** Every week of the term, Monday to Sunday, with the numbers of the teaching weeks and the days off. */
export function termCalendar(
  term: Pick<Term, 'startsOn' | 'endsOn' | 'teachingStartsOn' | 'teachingEndsOn'>, holidays: readonly Holiday[],
): readonly TermCalendarWeek[] {
  const teaching = new Map(teachingWeeks(term, holidays).map((week) => [week.startsOn, week]))
  const weeks: TermCalendarWeek[] = []
  for (let monday = startOfWeek(term.startsOn); monday <= term.endsOn; monday = addDays(monday, 7)) {
    const week = teaching.get(monday)
    const sunday = addDays(monday, 6)
    const days = eachDay(monday, sunday).map((day) => ({
      day,
      inTerm: isWithin(day, term.startsOn, term.endsOn),
      isTeachingDay: week?.teachingDays.includes(day) ?? false,
      holiday: holidayOf(day, holidays),
    }))
    weeks.push({ number: week?.number ?? null, startsOn: monday, endsOn: sunday, days })
  }
  return weeks
}

/** A day that is worked in exchange stands inside of many a holiday's own period: the exchange is what holds. */
function holidayOf(day: Day, holidays: readonly Holiday[]): Pick<Holiday, 'name' | 'kind'> | null {
  const found = holidays.filter((holiday) => isWithin(day, holiday.startsOn, holiday.endsOn))
  const holds = found.find(({ kind }) => kind === 'makeup') ?? found[0]
  return holds ? { name: holds.name, kind: holds.kind } : null
}
