import type { SeriesDay } from '../../../shared/domain/activities/series-days.ts'

/** What was ticked otherwise than proposed, by the day of the turn. */
export type DayChoices = Readonly<Record<string, boolean>>

export const weekdayOptions = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'].map((label, at) => ({ value: at + 1, label }))

/** The day on which the turn would be held: its own, or for one that falls on a holiday the next day of lessons; null when there is none. */
export function dayOfTurn({ day, skipped }: SeriesDay): string | null {
  return skipped === null ? day : skipped.instead
}

/** Ticked at first: every turn that is no holiday and on whose day nothing is planned yet. */
export function isChosen(turn: SeriesDay, choices: DayChoices, taken: ReadonlyMap<string, string>): boolean {
  const on = dayOfTurn(turn)
  if (on === null) return false
  return choices[turn.day] ?? (turn.skipped === null && !taken.has(on))
}

/** The days to be made, each once: what was moved out of a holiday may meet the next turn. */
export function chosenDays(proposed: readonly SeriesDay[], choices: DayChoices, taken: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set(proposed.filter((turn) => isChosen(turn, choices, taken)).flatMap((turn) => dayOfTurn(turn) ?? []))].toSorted()
}
