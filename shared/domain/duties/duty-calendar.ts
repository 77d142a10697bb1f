import { addDays, dayNumber, isDay, startOfWeek } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import type { Term } from '../terms/term-key.ts'
import { teachingWeeks } from '../terms/teaching-weeks.ts'
import type { TeachingWeek } from '../terms/teaching-weeks.ts'
import type { Holiday } from '../terms/working-days.ts'

/** A term as it was entered; a day may still be missing. */
export interface CalendarTerm {
  readonly key: string
  readonly schoolYear: number
  readonly ordinal: number
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly teachingStartsOn: Day | null
  readonly teachingEndsOn: Day | null
}

export interface DatedTerm extends Term {
  readonly weeks: readonly TeachingWeek[]
  /** The last day before the next entered term: holidays belong to the term that they follow. Its own last day where none is entered. */
  readonly holidaysEndOn: Day
}

/** The school's calendar, read once for all studios. */
export interface DutyCalendar {
  /** Earliest first. */
  readonly terms: readonly DatedTerm[]
  /** Keys of terms whose days are missing or in disorder. */
  readonly termsWithoutDates: readonly string[]
  /** Lesson days of each month, `YYYY-MM`, earliest first. */
  readonly teachingDaysOfMonth: ReadonlyMap<string, readonly Day[]>
}

/** Sorts out terms with and without days and works out their weeks. Teaching days that are missing are those of the term. */
export function readDutyCalendar(terms: readonly CalendarTerm[], holidays: readonly Holiday[]): DutyCalendar {
  const dated: Omit<DatedTerm, 'holidaysEndOn'>[] = []
  const termsWithoutDates: string[] = []
  for (const term of terms) {
    const { startsOn, endsOn } = term
    const teachingStartsOn = term.teachingStartsOn ?? startsOn
    const teachingEndsOn = term.teachingEndsOn ?? endsOn
    if (startsOn === null || endsOn === null || teachingStartsOn === null || teachingEndsOn === null || !inOrder([startsOn, teachingStartsOn, teachingEndsOn, endsOn])) {
      termsWithoutDates.push(term.key)
      continue
    }
    const days = { startsOn, endsOn, teachingStartsOn, teachingEndsOn }
    dated.push({ key: term.key, schoolYear: term.schoolYear, ordinal: term.ordinal, ...days, weeks: teachingWeeks(days, holidays) })
  }
  dated.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  const teachingDaysOfMonth = new Map<string, Day[]>()
  for (const day of dated.flatMap(({ weeks }) => weeks.flatMap(({ teachingDays }) => teachingDays))) {
    const month = day.slice(0, 7)
    const days = teachingDaysOfMonth.get(month)
    if (days) days.push(day)
    else teachingDaysOfMonth.set(month, [day])
  }
  const whole = dated.map((term, at): DatedTerm => {
    const next = dated[at + 1]
    return { ...term, holidaysEndOn: next === undefined || next.startsOn <= term.endsOn ? term.endsOn : addDays(next.startsOn, -1) }
  })
  return { terms: whole, termsWithoutDates: termsWithoutDates.toSorted(), teachingDaysOfMonth }
}

function inOrder(days: readonly Day[]): boolean {
  return days.every(isDay) && days.every((day, at) => at === 0 || (days[at - 1] ?? '') <= day)
}

/** Every Monday from the week of the one day to the week of the other. */
export function mondays(from: Day, to: Day): readonly Day[] {
  const first = startOfWeek(from)
  const count = Math.max(0, Math.floor((dayNumber(to) - dayNumber(first)) / 7) + 1)
  return Array.from({ length: count }, (_, at) => addDays(first, at * 7))
}
