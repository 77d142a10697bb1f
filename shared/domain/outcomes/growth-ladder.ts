import { z } from 'zod'

/** 成长阶梯: the steps of a person, the lowest first. Which steps there are is the school's own; these stand at first (as in 004-23). */
export const ladderAtFirst: readonly string[] = ['班主任新秀', '班级管理能手', '班主任带头人', '名班主任', '卓越班主任']

export const ladderSchema = z.object({
  steps: z.array(z.string().trim().min(1, '请填写这一级的名称').max(20, '最多 20 个字')).min(1, '至少要有一级').max(12, '最多 12 级')
    .refine((steps) => new Set(steps).size === steps.length, '有两级同名，请改一个'),
})

export interface ReachedStep {
  readonly step: string
  /** The day on which she reached it; null: not yet, or not recorded. */
  readonly on: string | null
}

/** How far somebody has come: every step of the ladder with its first day, then steps that are no longer on it, by day. */
export function reachedSteps(steps: readonly string[], records: readonly { readonly step: string; readonly on: string }[]): readonly ReachedStep[] {
  const first = new Map<string, string>()
  for (const { step, on } of records) {
    const known = first.get(step)
    if (known === undefined || on < known) first.set(step, on)
  }
  const former = [...first].filter(([step]) => !steps.includes(step)).toSorted(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
  return [...steps.map((step) => ({ step, on: first.get(step) ?? null })), ...former.map(([step, on]) => ({ step, on }))]
}
