import { z } from 'zod'
import { studioKinds } from '../studios/studio-words.ts'
import { fact, fraction, keyName, monthDay, partialDay, settable, softness, text, texts } from './scheme-fragments.ts'

const headcount = z.int().min(0).max(100_000)
const headcountRange = z.strictObject({ min: headcount, max: headcount })

/** A role of the scheme: what it is called there and how many there are. */
export const roleSchema = z.strictObject({
  ...fact,
  ...softness,
  /** A role of the program (`host`, `member` …) or another name, shown but not counted in studios. */
  role: keyName,
  /** The word on screen and in documents; `printedAs` is what the scheme itself prints. */
  displayName: text,
  printedAs: text,
  min: headcount.optional(),
  max: headcount.optional(),
  /** 约 / 左右. */
  approx: headcount.optional(),
  /** Counted inside the numbers of this role. */
  includedIn: keyName.optional(),
  per: text.optional(),
})
export type SchemeRole = z.infer<typeof roleSchema>

export const shareBases = ['members', 'membersAndHost'] as const
export const roundings = ['down', 'nearest', 'up'] as const

/** At most this part may come from one place. */
export const shareLimitSchema = z.strictObject({
  ...fact,
  ...softness,
  who: z.enum(['hostSchool']),
  text,
  maxShare: fraction,
  /** Of whom the part is taken; who is in the base is also counted against the limit. */
  base: settable(z.enum(shareBases)),
  rounding: settable(z.enum(roundings)),
})
export type ShareLimit = z.infer<typeof shareLimitSchema>

export const compositionRuleSchema = z.strictObject({
  ...fact, ...softness, rule: keyName, text, minimum: headcount.optional(), appliesTo: text.optional(),
})
export type CompositionRule = z.infer<typeof compositionRuleSchema>

export const quotaSchema = z.strictObject({
  ...fact, text, count: headcount.optional(), counts: z.record(text, z.union([headcount, headcountRange])).optional(), per: text.optional(), by: text.optional(),
})

export const governanceSchema = z.strictObject({ ...fact, body: text, tasks: texts })

const criterionShape = {
  criterion: keyName,
  op: z.enum(['atMost', 'atLeast', 'oneOf', 'is', 'described', 'anyOf', 'preferred', 'sameOrClose', 'unlimited']),
  value: z.union([text, z.number(), z.boolean(), texts]).optional(),
  maximum: z.number().optional(),
  unit: text.optional(),
  /** Keys of the scheme's `levels`: exactly this one, or at least this one. */
  level: keyName.optional(),
  levelMin: keyName.optional(),
  /** Only the last so many years count. */
  windowYears: z.int().min(1).max(100).optional(),
  /** Without a break. */
  continuous: z.boolean().optional(),
  position: text.optional(),
  publishedIn: texts.optional(),
  topic: text.optional(),
  part: text.optional(),
  orAwarded: z.boolean().optional(),
  conditions: texts.optional(),
}
const criterionPart = z.strictObject(criterionShape)

/** One thing that a candidate for the role must fulfil; `anyOf` and `and` hold its alternatives and its companions. */
export const eligibilitySchema = z.strictObject({
  ...fact,
  ...softness,
  role: keyName,
  /** The word for the role where it is none of `roles`: a title that is awarded (学科带头人), a person who is commended. */
  roleName: text.optional(),
  ...criterionShape,
  /** Only for those who hold this title now and seek the next. */
  fromTitle: text.optional(),
  /** Fulfilling it puts a candidate first; not fulfilling it excludes nobody. */
  preferred: z.boolean().optional(),
  /** Only candidates of these school stages (中学 holds 初中 and 高中), or of studios of these kinds. */
  schoolStages: texts.optional(),
  studioKinds: z.array(z.enum(studioKinds)).min(1).optional(),
  /** How far it may be overstepped, with a reason. */
  exceptional: z.strictObject({ value: z.union([z.number(), text]).optional(), condition: text }).optional(),
  anyOf: z.array(criterionPart).min(2).max(20).optional(),
  and: z.array(criterionPart).min(1).max(20).optional(),
})
export type Eligibility = z.infer<typeof eligibilitySchema>

/** One step of setting up, in order. */
export const setupStepSchema = z.strictObject({
  ...fact,
  order: z.int().min(1).max(200),
  step: text,
  kinds: z.array(keyName).min(1).optional(),
  actors: texts.optional(),
  decidedBy: texts.optional(),
  appliesTo: texts.optional(),
  forms: texts.optional(),
  days: z.strictObject({ count: z.int().min(1).max(1000), dayKind: settable(z.enum(['calendar', 'working'])) }).optional(),
  lasts: text.optional(),
  fromOn: partialDay.optional(),
  toOn: partialDay.optional(),
  dueAt: text.optional(),
  dueMonthDay: monthDay.optional(),
})

export const selectionRuleSchema = z.strictObject({ ...fact, rule: keyName, text, appliesTo: text.optional() })

export const changeSchema = z.strictObject({
  ...fact, change: keyName, text, when: text.optional(), approvals: texts.optional(), appliesTo: texts.optional(),
})
