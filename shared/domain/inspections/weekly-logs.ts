import { addDays, isWithin } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import type { TeachingWeek } from '../terms/teaching-weeks.ts'
import { addWorkingDays, type Holiday, isWorkingDay } from '../terms/working-days.ts'
import type { LogStanding } from './inspection-words.ts'

/** By when the log of a week is handed in. 004-16 says 「每周一」; our reading: the Monday after the week it tells of. */
export interface LogDueRule {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number
  /** Of the week after, or of the same week. */
  readonly week: 'next' | 'same'
}

export const logDueAtFirst: LogDueRule = { weekday: 1, week: 'next' }

/** A class as far as it decides which logs are asked for; terms are keys such as `2026-1`, which sort as terms do. */
export interface ClassSpan {
  readonly id: string
  readonly fromTermKey: string
  readonly untilTermKey: string | null
}

/** The last day on which the log of the week is in time; where it is off, the next working day. */
export function logDueOn(week: Pick<TeachingWeek, 'startsOn'>, rule: LogDueRule, holidays: readonly Holiday[]): Day {
  const day = addDays(week.startsOn, rule.weekday - 1 + (rule.week === 'next' ? 7 : 0))
  const taken = holidays.some(({ kind, startsOn, endsOn }) => kind === 'off' && isWithin(day, startsOn, endsOn))
  // A Saturday or Sunday that the school chose itself stays; only a day that a holiday takes moves on.
  return taken && !isWorkingDay(day, holidays) ? addWorkingDays(day, 1, holidays) : day
}

/** Whether the class keeps a log in this term. */
export function isActiveIn({ fromTermKey, untilTermKey }: Omit<ClassSpan, 'id'>, termKey: string): boolean {
  return fromTermKey <= termKey && (untilTermKey === null || termKey <= untilTermKey)
}

/** A week without a single lesson asks for no log. */
export function asksForLogs(week: Pick<TeachingWeek, 'teachingDays'>): boolean {
  return week.teachingDays.length > 0
}

/** What became of one log. @param handedInOn null: it is not in */
export function logStanding(handedInOn: Day | null, dueOn: Day, today: Day): LogStanding {
  if (handedInOn !== null) return handedInOn <= dueOn ? 'onTime' : 'late'
  return today > dueOn ? 'missing' : 'waiting'
}

export interface LogFigures {
  /** Logs asked for: those below and those that are still to come. */
  readonly asked: number
  /** In, or should be in: on time + late + missing. */
  readonly due: number
  readonly onTime: number
  readonly late: number
  readonly missing: number
  /** onTime ÷ due; null where nothing was due. */
  readonly onTimeShare: number | null
}

/** How many logs came in time, late or not at all. */
export function logFigures(standings: readonly LogStanding[]): LogFigures {
  const count = (standing: LogStanding) => standings.filter((each) => each === standing).length
  const [onTime, late, missing] = [count('onTime'), count('late'), count('missing')]
  const due = onTime + late + missing
  return { asked: standings.length, due, onTime, late, missing, onTimeShare: due === 0 ? null : onTime / due }
}

/**
 * The week whose logs are to be entered on this day: the last one that asks for logs and has ended or is under way; before the
 * first, the first; undefined where the term has no lessons.
 */
export function weekToEnter<W extends Pick<TeachingWeek, 'startsOn' | 'teachingDays'>>(weeks: readonly W[], today: Day, rule: LogDueRule): W | undefined {
  const asking = weeks.filter(asksForLogs)
  // Where logs come in the week after, the week before this one is on the table.
  const latestStart = rule.week === 'next' ? addDays(today, -7) : today
  return asking.findLast(({ startsOn }) => startsOn <= latestStart) ?? asking[0]
}
