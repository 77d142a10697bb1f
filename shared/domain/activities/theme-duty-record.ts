import type { Day } from '../dates/day.ts'
import type { DutyRecord } from '../duties/duty-record.ts'

/** A theme that stands, as the duty engine reads it. */
export interface CountableTheme {
  readonly id: string
  readonly studioId: string
  /** The first day of lessons of its term. */
  readonly termBeginsOn: Day
}

/**
 * 定一个学期主题 (004-05): it is settled for its term, whenever it was entered and in whichever weeks it is studied; so it is taken on the first
 * day of lessons that lies in the studio's cycle.
 */
export function themeDutyRecord({ id, studioId, termBeginsOn }: CountableTheme, cycleFromOn: Day | null): DutyRecord {
  return {
    id: `theme:${id}`, source: { kind: 'theme', id }, studioId, metrics: ['termTheme'], on: cycleFromOn !== null && cycleFromOn > termBeginsOn ? cycleFromOn : termBeginsOn,
    personIds: [], byStudio: true, amounts: { count: 1 }, confirmed: true,
  }
}
