import type { Day } from '../dates/day.ts'

/** 值勤、值班: the notions of the rota. A `dutyShift` is somebody's turn on a day, a `dutyLog` what was seen then. */

export const shiftKinds = ['teaching', 'safety', 'eveningStudy', 'other'] as const
export type ShiftKind = (typeof shiftKinds)[number]
export const shiftKindNames: Readonly<Record<ShiftKind, string>> = { teaching: '教学值勤', safety: '安全值班', eveningStudy: '晚自习值班', other: '其他值班' }

export const planStates = ['draft', 'inForce'] as const
export type PlanState = (typeof planStates)[number]
export const planStateNames: Readonly<Record<PlanState, string>> = { draft: '草稿', inForce: '已执行' }

/** On which days somebody is on duty. */
export const dutyDayRules = ['lessonDays', 'everyDay', 'daysOff'] as const
export type DutyDayRule = (typeof dutyDayRules)[number]
export const dutyDayRuleNames: Readonly<Record<DutyDayRule, string>> = { lessonDays: '上课的日子（含调休上课）', everyDay: '每一天（含放假）', daysOff: '只在周末和放假的日子' }

/** Where a shift's person comes from. */
export const shiftSources = ['rule', 'byHand', 'swap'] as const
export type ShiftSource = (typeof shiftSources)[number]
export const shiftSourceNames: Readonly<Record<ShiftSource, string>> = { rule: '按规则排', byHand: '人工改派', swap: '换班' }

export interface ShiftSlot {
  readonly key: string
  readonly name: string
  /** `HH:MM`; an end before the beginning is on the next morning (夜间值班). */
  readonly from: string
  readonly to: string
}

export interface ShiftPlace {
  readonly name: string
  /** How many are on duty there at once. */
  readonly posts: number
}

/** Days on which somebody cannot be on duty. */
export interface Unable {
  /** 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[]
  readonly spans: readonly { readonly fromOn: Day; readonly toOn: Day; readonly why: string }[]
}

export interface PoolPerson {
  readonly personId: string
  readonly unable: Unable
}

/** What a plan says, but for its people. */
export interface ShiftRule {
  readonly days: DutyDayRule
  /** Weekdays on which there is duty; a weekend day that is worked in exchange counts whatever stands here. */
  readonly weekdays: readonly number[]
  readonly slots: readonly ShiftSlot[]
  readonly places: readonly ShiftPlace[]
}

/** One place to be filled: on a day, in a slot, at a place, the first or second … person there. */
export interface ShiftPost {
  readonly onDay: Day
  readonly slotKey: string
  readonly place: string
  readonly post: number
}

/** 日查 of scheme 004-16: what is looked at from the first lesson to the end of evening study. */
export const defaultLogItems = ['教学值勤检查', '学生课堂学习检查', '学生出勤情况检查'] as const

/** The key under which a post is the same post. */
export function postKey({ onDay, slotKey, place, post }: ShiftPost): string {
  return JSON.stringify([onDay, slotKey, place, post])
}

/** How long a slot lasts, in minutes. */
export function slotMinutes({ from, to }: Pick<ShiftSlot, 'from' | 'to'>): number {
  const minutes = minuteOf(to) - minuteOf(from)
  return minutes > 0 ? minutes : minutes + 24 * 60
}

/** The posts of one day, in the order in which they are filled. */
export function postsOfDay(onDay: Day, { slots, places }: Pick<ShiftRule, 'slots' | 'places'>): readonly ShiftPost[] {
  return slots.flatMap(({ key }) => places.flatMap(({ name, posts }) => Array.from({ length: posts }, (_, at) => ({ onDay, slotKey: key, place: name, post: at + 1 }))))
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
