import type { Day } from '../dates/day.ts'
import { makeRota, type RotaShift, type RotaTask } from './make-rota.ts'
import { postKey, postsOfDay, type ShiftPost, type ShiftSource } from './shift-plan.ts'

/** A shift as it stands in the plan. */
export interface StandingShift extends ShiftPost {
  readonly id: string
  readonly personId: string | null
  readonly source: ShiftSource
  /** Somebody has written what was seen: it stays. */
  readonly logged: boolean
}

export interface RenewedRota {
  /** The rota from the day on, whole. */
  readonly rota: readonly RotaShift[]
  /** Shifts that are no longer. */
  readonly drop: readonly StandingShift[]
  /** Shifts that are new, or have another person. */
  readonly add: readonly RotaShift[]
}

/**
 * Makes the rota anew from a day on. What lies before the day is never touched; what was changed by hand, swapped or logged stays, as long
 * as its post is still asked for; what comes out as it was keeps its record.
 */
export function renewRota(standing: readonly StandingShift[], fromOn: Day, task: Omit<RotaTask, 'kept' | 'fixed'>): RenewedRota {
  const inOrder = standing.toSorted((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : 0))
  const before = inOrder.filter(({ onDay }) => onDay < fromOn)
  const later = inOrder.filter(({ onDay }) => onDay >= fromOn)
  const days = task.days.filter((day) => day >= fromOn)
  const asked = new Set(days.flatMap((day) => postsOfDay(day, task.rule).map(postKey)))
  const stays = ({ source, logged }: StandingShift) => source !== 'rule' || logged
  const fixed = later.flatMap((shift) => (shift.personId !== null && stays(shift) && asked.has(postKey(shift)) ? [{ ...shift, personId: shift.personId }] : []))
  const kept = before.flatMap(({ personId }) => (personId === null ? [] : [{ personId }]))
  const rota = makeRota({ ...task, days, kept, fixed })
  const wanted = new Map(rota.map((shift) => [postKey(shift), shift.personId]))
  const drop = later.filter((shift) => !shift.logged && (!wanted.has(postKey(shift)) || wanted.get(postKey(shift)) !== shift.personId))
  const dropped = new Set(drop.map(({ id }) => id))
  const standsStill = new Set(later.filter(({ id }) => !dropped.has(id)).map(postKey))
  return { rota, drop, add: rota.filter((shift) => !standsStill.has(postKey(shift))) }
}
