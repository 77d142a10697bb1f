import { addDays, type Day, dayParts, daysInMonth, makeDay, startOfWeek } from './day.ts'

/** The weeks that the month of the day touches, each from Monday to Sunday: what a month calendar shows. */
export function monthWeeks(day: Day): readonly (readonly Day[])[] {
  const { year, month } = dayParts(day)
  const last = makeDay(year, month, daysInMonth(year, month))
  const weeks: Day[][] = []
  for (let monday = startOfWeek(makeDay(year, month, 1)); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(monday, at)))
  }
  return weeks
}

/** The same day so many months later (or earlier, when negative); the last of the month where that has no such day. */
export function addMonths(day: Day, months: number): Day {
  const parts = dayParts(day)
  const count = parts.year * 12 + parts.month - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  return makeDay(year, month, Math.min(parts.day, daysInMonth(year, month)))
}
