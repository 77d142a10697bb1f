import { addDays, eachDay, isWithin, startOfWeek } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import type { Term } from './term-key.ts'
import { isWorkingDay } from './working-days.ts'
import type { Holiday } from './working-days.ts'

export interface TeachingWeek {
  /** 第 n 周 as printed on the school calendar; `undefined` for a week without lessons when such weeks are not numbered. */
  readonly number: number | undefined
  /** Monday and Sunday. */
  readonly startsOn: Day
  readonly endsOn: Day
  /** The days of it on which lessons are held: inside the teaching time, working days, makeup days included. */
  readonly teachingDays: readonly Day[]
}

export interface TeachingWeekOptions {
  /** Whether a week that is wholly off still takes a number; most school calendars number it. */
  readonly emptyWeeks?: 'numbered' | 'skipped'
}

/** The weeks, Monday to Sunday, from the one with the first lesson day to the one with the last. */
export function teachingWeeks(
  term: Pick<Term, 'teachingStartsOn' | 'teachingEndsOn'>,
  holidays: readonly Holiday[],
  options: TeachingWeekOptions = {},
): readonly TeachingWeek[] {
  const weeks: TeachingWeek[] = []
  let number = 0
  for (let monday = startOfWeek(term.teachingStartsOn); monday <= term.teachingEndsOn; monday = addDays(monday, 7)) {
    const days = eachDay(monday, addDays(monday, 6))
      .filter((day) => isWithin(day, term.teachingStartsOn, term.teachingEndsOn) && isWorkingDay(day, holidays))
    const counts = days.length > 0 || options.emptyWeeks !== 'skipped'
    if (counts) number += 1
    weeks.push({ number: counts ? number : undefined, startsOn: monday, endsOn: addDays(monday, 6), teachingDays: days })
  }
  return weeks
}

/** The number of the day's teaching week; `undefined` outside the teaching time. */
export function weekNumberOfDay(day: Day, weeks: readonly TeachingWeek[]): number | undefined {
  return weeks.find((week) => isWithin(day, week.startsOn, week.endsOn))?.number
}
