import type { Day } from '../dates/day.ts'

/** One person's turn, with what the figures need of it. */
export interface CountedShift {
  readonly personId: string
  readonly onDay: Day
  readonly place: string
  readonly minutes: number
  /** A weekend or holiday. */
  readonly isDayOff: boolean
  /** Whether what was seen has been written, and how many findings stand in it; null: not written. */
  readonly findings: number | null
}

export interface PersonFigures {
  readonly personId: string
  /** Turns up to today. */
  readonly times: number
  readonly minutes: number
  readonly timesOnDaysOff: number
  /** Places with how often, the most frequent first. */
  readonly places: readonly { readonly name: string; readonly times: number }[]
  readonly logged: number
  /** Turns of past days without a log. */
  readonly unlogged: number
  readonly findings: number
  /** Turns after today. */
  readonly coming: number
  /** `YYYY-MM` → turns up to today. */
  readonly byMonth: Readonly<Record<string, number>>
}

/** The figures of everybody who has a shift, whoever had most turns first. A log is owed from the day after. */
export function shiftStatistics(shifts: readonly CountedShift[], today: Day): readonly PersonFigures[] {
  return [...Map.groupBy(shifts, ({ personId }) => personId)].map(([personId, own]): PersonFigures => {
    const served = own.filter(({ onDay }) => onDay <= today)
    return {
      personId,
      times: served.length,
      minutes: sum(served.map(({ minutes }) => minutes)),
      timesOnDaysOff: served.filter(({ isDayOff }) => isDayOff).length,
      places: counted(served.map(({ place }) => place)).map(([name, times]) => ({ name, times })).toSorted((a, b) => b.times - a.times),
      logged: served.filter(({ findings }) => findings !== null).length,
      unlogged: served.filter(({ findings, onDay }) => findings === null && onDay < today).length,
      findings: sum(served.map(({ findings }) => findings ?? 0)),
      coming: own.length - served.length,
      byMonth: Object.fromEntries(counted(served.map(({ onDay }) => onDay.slice(0, 7))).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    }
  }).toSorted((a, b) => b.times - a.times || b.coming - a.coming)
}

/** How evenly turns are spread: the fewest, the most. */
export function spreadOf(people: readonly string[], turns: readonly { readonly personId: string | null }[]): { readonly least: number; readonly most: number } {
  const times = people.map((personId) => turns.filter((turn) => turn.personId === personId).length)
  return times.length === 0 ? { least: 0, most: 0 } : { least: Math.min(...times), most: Math.max(...times) }
}

function counted(texts: readonly string[]): [string, number][] {
  return [...Map.groupBy(texts, (text) => text)].map(([text, all]) => [text, all.length])
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
