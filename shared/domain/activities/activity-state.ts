import type { Day } from '../dates/day.ts'

/** Where an activity stands. Only the cancellation is entered; the rest follows from the day, so there is no second truth. */
export const activityStates = ['planned', 'today', 'held', 'cancelled'] as const
export type ActivityState = (typeof activityStates)[number]
export const activityStateNames: Readonly<Record<ActivityState, string>> = { planned: '未到', today: '今天', held: '已开', cancelled: '已取消' }

export interface Dated {
  readonly heldOn: Day
  readonly cancelledAt: string | null
}

/** `held`: its day is past and it was not called off. */
export function activityState({ heldOn, cancelledAt }: Dated, today: Day): ActivityState {
  if (cancelledAt !== null) return 'cancelled'
  return heldOn === today ? 'today' : heldOn > today ? 'planned' : 'held'
}

/** 「第3次例会（补开）」: the title of what makes up for a cancelled activity; once is enough. */
export function makeupTitle(title: string): string {
  return title.endsWith('（补开）') ? title : `${title.slice(0, 56)}（补开）`
}
