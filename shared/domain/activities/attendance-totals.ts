import type { Day } from '../dates/day.ts'
import { isWithin } from '../dates/day.ts'
import type { AttendanceMark } from './activity-words.ts'

export interface HeldActivity {
  readonly id: string
  readonly termKey: string
  readonly heldOn: Day
  /** `HH:MM`; null when only the day is known. */
  readonly startTime: string | null
  readonly endTime: string | null
  /** In the recycle bin: left out. */
  readonly removedAt: string | null
}

export interface Marked {
  readonly activityId: string
  readonly personId: string
  readonly mark: AttendanceMark
}

export interface MemberDays {
  readonly personId: string
  readonly fromOn: Day
  readonly toOn: Day | null
  /** Entered by mistake: left out. */
  readonly voidedAt: string | null
}

export interface AttendanceTotal {
  readonly personId: string
  /** Activities at which the person was expected (has a mark) while being a member. */
  readonly expected: number
  readonly present: number
  readonly late: number
  readonly excused: number
  readonly absent: number
  /** (present + late) / expected, 0 to 1; undefined when nothing was expected: never shown as 0 %. */
  readonly rate: number | undefined
  /** Time spent at activities that were attended, late ones in full, in whole minutes. */
  readonly minutes: number
  /** Attended activities whose length is not known. */
  readonly withoutTimes: number
  /** Activities of the membership's days held before today for which nobody has been marked yet. */
  readonly notEntered: number
  /** Marks of activities outside the membership's days: not counted, to be looked at. */
  readonly outside: number
}

/** Length in minutes; undefined when a time is missing or the end is not after the start. */
export function minutesBetween(startTime: string | null, endTime: string | null): number | undefined {
  const start = minuteOfDay(startTime)
  const end = minuteOfDay(endTime)
  return start === undefined || end === undefined || end <= start ? undefined : end - start
}

/**
 * Times and hours of each member in a term, one total a person (several memberships in one studio are joined), in the order
 * of the memberships. What was removed or voided does not count, nor is anything missing from what is still to come.
 */
export function attendanceTotals(
  termKey: string,
  activities: readonly HeldActivity[],
  marks: readonly Marked[],
  memberships: readonly MemberDays[],
  today: Day,
): readonly AttendanceTotal[] {
  const held = new Map(activities.filter((activity) => activity.termKey === termKey && activity.removedAt === null).map((activity) => [activity.id, activity]))
  const marksOf = Map.groupBy(marks, (mark) => mark.personId)
  const entered = new Set(marks.map((mark) => mark.activityId))
  const withoutMarks = [...held.values()].filter((activity) => !entered.has(activity.id) && activity.heldOn < today)
  const minutes = new Map([...held.values()].map(({ id, startTime, endTime }) => [id, minutesBetween(startTime, endTime)]))
  const people = Map.groupBy(memberships.filter((membership) => membership.voidedAt === null), (membership) => membership.personId)
  return [...people].map(([personId, periods]) => {
    const isMemberOn = (day: Day) => periods.some((period) => isWithin(day, period.fromOn, period.toOn))
    const notEntered = withoutMarks.filter((activity) => isMemberOn(activity.heldOn)).length
    return totalOf(personId, marksOf.get(personId) ?? [], held, minutes, isMemberOn, notEntered)
  })
}

function totalOf(
  personId: string,
  marks: readonly Marked[],
  held: ReadonlyMap<string, HeldActivity>,
  lengths: ReadonlyMap<string, number | undefined>,
  isMemberOn: (day: Day) => boolean,
  notEntered: number,
): AttendanceTotal {
  const times = { present: 0, late: 0, excused: 0, absent: 0 }
  let minutes = 0
  let withoutTimes = 0
  let outside = 0
  for (const { activityId, mark } of marks) {
    const activity = held.get(activityId)
    if (activity === undefined) continue
    if (!isMemberOn(activity.heldOn)) {
      outside += 1
      continue
    }
    times[mark] += 1
    if (mark !== 'present' && mark !== 'late') continue
    const length = lengths.get(activityId)
    if (length === undefined) withoutTimes += 1
    else minutes += length
  }
  const expected = times.present + times.late + times.excused + times.absent
  const rate = expected === 0 ? undefined : (times.present + times.late) / expected
  return { personId, expected, ...times, rate, minutes, withoutTimes, notEntered, outside }
}

/** 150 → 2.5 小时, one decimal, 6 minutes being a tenth; the printed figure is cut, never raised. */
export function hoursText(minutes: number): string {
  const tenths = Math.floor(minutes / 6)
  return `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `.${tenths % 10}`} 小时`
}

function minuteOfDay(time: string | null): number | undefined {
  const parts = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time ?? '')
  if (parts === null) return undefined
  const minutes = Number(parts[1]) * 60 + Number(parts[2])
  return minutes <= 24 * 60 ? minutes : undefined
}
