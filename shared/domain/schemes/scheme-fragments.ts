import { z } from 'zod'
import { isPartialDay } from '../dates/partial-day.ts'

/** Pieces that recur in every part of a scheme. A key that is absent means that the scheme is silent; nothing is filled in. */

const longestText = 2000
export const text = z.string().trim().min(1).max(longestText)
export const texts = z.array(text).min(1).max(200)
/** Names for the program, in camelCase; one that the program does not know is kept and shown as text. */
export const keyName = z.string().regex(/^[a-z][A-Za-z0-9]*$/)
/** Where the fact stands in the source, e.g. `004-03/d01`. */
export const sourceRef = z.string().regex(/^[\w-]+\/[\w-]+$/)
export const partialDay = z.string().refine(isPartialDay)
/** A day of every year, `MM-DD`, where the scheme prints one (1月25日前); `dueAt` keeps the words. */
export const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

/** `soft` (一般、原则上、左右) warns; `hard` blocks. `softWord` is the printed word. */
export const softness = { strength: z.enum(['hard', 'soft']).optional(), softWord: text.optional() }

/** What is ours and not the source's: how an unclear place is read, and anything worth knowing. */
export const remarks = { reading: text.optional(), note: text.optional() }

export const fact = { sourceRef, ...remarks }

/** A part of a whole without a float. */
export const fraction = z.strictObject({ numerator: z.int().min(0).max(1_000_000), denominator: z.int().min(1).max(1_000_000) })
export type Fraction = z.infer<typeof fraction>

/** Either the value itself or `{ setting }`, the key of a setting of the scheme that holds it. */
export function settable<T extends z.ZodType>(value: T) {
  return z.union([value, z.strictObject({ setting: keyName })])
}

export const periods = [
  'lesson', 'day', 'week', 'twoWeeks', 'month', 'quarter', 'term', 'halfYear', 'schoolYear', 'year', 'fiveYears', 'cycle', 'batch', 'once', 'event',
] as const
export const period = z.enum(periods)
export type Period = z.infer<typeof period>
export const periodNames: Readonly<Record<Period, string>> = {
  lesson: '每节课', day: '每日', week: '每周', twoWeeks: '每两周', month: '每月', quarter: '每季度', term: '每学期', halfYear: '每半年', schoolYear: '每学年',
  year: '每年', fiveYears: '每五年', cycle: '每周期', batch: '每批', once: '一次', event: '每次活动',
}

const settingValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).max(50)])
export type SettingValue = z.infer<typeof settingValue>

/** A place where the scheme is unclear or silent and the program must still know: our reading, and what else it may mean. */
export const settingSchema = z.strictObject({
  sourceRef: sourceRef.optional(),
  key: keyName,
  question: text,
  because: z.enum(['ambiguous', 'silent']),
  reading: settingValue,
  readingLabel: text,
  alternatives: z.array(z.strictObject({ value: settingValue, label: text })).max(20),
})
export type SchemeSetting = z.infer<typeof settingSchema>
