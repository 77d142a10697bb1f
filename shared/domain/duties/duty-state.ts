import { daysBetween } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import type { DutyState } from './duty-line.ts'

export interface StateFacts {
  readonly needed: number | null
  readonly done: number
  readonly isAsked: boolean
  readonly optional: boolean
  readonly strength: 'hard' | 'soft'
  readonly dueOn: Day | null
  readonly today: Day
  readonly soonDays: number
}

/** The state of a line on the day. What is soft (一般、力求) is never overdue, only a reminder; what is optional is never missed. */
export function dutyState({ needed, done, isAsked, optional, strength, dueOn, today, soonDays }: StateFacts): DutyState {
  if (needed === null) return 'notCounted'
  if (!isAsked) return 'notApplicable'
  if (done >= needed) return 'done'
  if (optional) return 'notCounted'
  if (dueOn === null) return 'inProgress'
  if (today > dueOn) return strength === 'soft' ? 'reminder' : 'overdue'
  return daysBetween(today, dueOn) <= soonDays ? 'dueSoon' : 'inProgress'
}
