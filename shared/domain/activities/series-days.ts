import { addDays, type Day, isWithin, startOfWeek } from '../dates/day.ts'
import { type TeachingWeek, teachingWeeks } from '../terms/teaching-weeks.ts'
import type { Term } from '../terms/term-key.ts'
import { type Holiday, isWorkingDay } from '../terms/working-days.ts'

/** How often a series meets; `chosenWeeks`: in the teaching weeks that are ticked. */
export const seriesRhythms = ['week', 'twoWeeks', 'month', 'chosenWeeks'] as const
export type SeriesRhythm = (typeof seriesRhythms)[number]
export const seriesRhythmNames: Readonly<Record<SeriesRhythm, string>> = { week: '每周', twoWeeks: '每两周', month: '每月', chosenWeeks: '选定的周' }

export interface SeriesRule {
  readonly rhythm: SeriesRhythm
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number
  /** Numbers of teaching weeks; only for `chosenWeeks`. */
  readonly weeks: readonly number[]
  readonly fromOn: Day
  readonly toOn: Day
}

/** One day whose turn it is. */
export interface SeriesDay {
  readonly day: Day
  /** 第 n 周. */
  readonly weekNumber: number | null
  /** Why nothing can be held on it, and the next day with lessons, if there is one before the next turn. */
  readonly skipped: { readonly why: string; readonly instead: Day | null } | null
}

type Calendar = Pick<Term, 'teachingStartsOn' | 'teachingEndsOn'>

/**
 * The days of a series, the earliest first, inside of its own span and the teaching time. A turn that falls on a holiday is told
 * with why and with the next day of lessons instead. Two weeks are counted in weeks that have lessons, as the duty engine counts
 * them: after a week that is wholly off the next week takes the turn. A month meets on the first such weekday in it.
 */
export function seriesDays(rule: SeriesRule, term: Calendar, holidays: readonly Holiday[]): readonly SeriesDay[] {
  const weeks = teachingWeeks(term, holidays)
  const from = later(rule.fromOn, term.teachingStartsOn)
  const to = earlier(rule.toOn, term.teachingEndsOn)
  const turns = weeks.map((week) => ({ week, day: addDays(week.startsOn, rule.weekday - 1) })).filter(({ day }) => isWithin(day, from, to))
  const chosen = turnsOf(rule, turns)
  return chosen.map(({ day, week }, at) => {
    const before = chosen[at + 1]?.day ?? addDays(to, 1)
    const holiday = holidayOn(day, holidays)
    return { day, weekNumber: week.number ?? null, skipped: holiday === undefined ? null : { why: `${holiday.name}放假`, instead: nextTeachingDay(day, before, weeks) } }
  })
}

interface Turn {
  readonly week: TeachingWeek
  readonly day: Day
}

function turnsOf({ rhythm, weeks }: SeriesRule, turns: readonly Turn[]): readonly Turn[] {
  switch (rhythm) {
    case 'week': return turns
    case 'chosenWeeks': return turns.filter(({ week }) => week.number !== undefined && weeks.includes(week.number))
    case 'month': return turns.filter(({ day }, at) => turns[at - 1]?.day.slice(0, 7) !== day.slice(0, 7))
    case 'twoWeeks': return everySecond(turns)
  }
}

/** Every second week with lessons; a week without any that comes in between is kept as a skipped turn, and the next one takes it. */
function everySecond(turns: readonly Turn[]): readonly Turn[] {
  let untilTurn = 0
  return turns.filter(({ week }) => {
    if (untilTurn > 0) {
      if (week.teachingDays.length > 0) untilTurn -= 1
      return false
    }
    if (week.teachingDays.length > 0) untilTurn = 1
    return true
  })
}

/** The holiday for which nothing is held; none on a day that is worked in exchange. A weekend is free to be chosen. */
function holidayOn(day: Day, holidays: readonly Holiday[]): Holiday | undefined {
  return isWorkingDay(day, holidays) ? undefined : holidays.find(({ kind, startsOn, endsOn }) => kind === 'off' && isWithin(day, startsOn, endsOn))
}

/** The first day of lessons after the day and before the next turn; null when there is none. Makeup days count, they are worked. */
function nextTeachingDay(day: Day, before: Day, weeks: readonly TeachingWeek[]): Day | null {
  const monday = startOfWeek(day)
  return weeks.filter(({ startsOn }) => startsOn >= monday).flatMap(({ teachingDays }) => teachingDays).find((each) => each > day && each < before) ?? null
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
