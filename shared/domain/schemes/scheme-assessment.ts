import { z } from 'zod'
import { fact, fraction, keyName, period, text, texts } from './scheme-fragments.ts'

/** One grade, from the best; `passes` only where the scheme lets it be known. */
const grade = z.strictObject({ name: text, passes: z.boolean().optional() })

const places = z.int().min(0).max(10_000)
const placesRange = z.strictObject({ min: places, max: places })

export const assessmentSchema = z.strictObject({
  stages: z.array(z.strictObject({ ...fact, stage: keyName, name: text, per: period.optional(), by: texts.optional(), times: z.int().positive().optional() })).optional(),
  scales: z.array(z.strictObject({ ...fact, stages: z.array(keyName).min(1), subject: keyName, grades: z.array(grade).max(20) })).optional(),
  methods: z.array(z.strictObject({ ...fact, items: texts })).optional(),
  indicators: z.array(z.strictObject({ ...fact, subject: keyName.optional(), items: texts })).optional(),
  scoring: z.array(z.strictObject({
    ...fact, text, period: period.optional(),
    points: z.record(text, z.number()).optional(), winners: z.record(text, z.union([places, placesRange])).optional(),
    /** In per cent of the whole. */
    weights: z.record(text, z.number().positive().max(100)).optional(),
    minutes: z.record(text, z.int().positive()).optional(),
  })).optional(),
  attendance: z.array(z.strictObject({
    ...fact, text, absenceShare: fraction.optional(), inclusive: z.boolean().optional(), effects: z.array(keyName).optional(),
  })).optional(),
  consequences: z.array(z.strictObject({ ...fact, when: text, subjects: z.array(keyName).min(1), effects: z.array(keyName).min(1), text, stage: keyName.optional() })).optional(),
})
export type Assessment = z.infer<typeof assessmentSchema>

/** A title that is awarded; with `order`, a rung of a ladder, the lowest first. */
export const tierSchema = z.strictObject({
  ...fact, name: text, order: z.int().positive().optional(),
  /** Key of one of the scheme's `levels`. */
  level: keyName.optional(),
  validYears: z.int().positive().optional(),
  min: z.int().min(0).optional(), max: z.int().min(0).optional(), approx: z.boolean().optional(),
})

/** Which title must be held before which; one rule may allow several ways up. */
export const promotionSchema = z.strictObject({ ...fact, steps: z.array(z.strictObject({ from: text, to: text })).min(1).max(50) })
