import { z } from 'zod'
import { activityKinds } from '../activities/activity-words.ts'
import { fact, fraction, keyName, monthDay, period, softness, text, texts } from './scheme-fragments.ts'

/** What else must hold for a record to count. Names that the program does not know are kept and shown as text. */
const conditions = z.object({
  /** Keys of the scheme's `levels`: exactly this one, or at least this one. */
  level: keyName.optional(),
  levelMin: keyName.optional(),
  charsAtLeast: z.int().positive().optional(),
  /** 约、左右; how far off is still near is a setting. */
  charsAbout: z.int().positive().optional(),
  allMembersAttend: z.boolean().optional(),
}).catchall(z.union([text, texts, z.number(), z.boolean()]))

const amount = {
  /** Printed minimum. `mustExist` instead: it has to be there, no number is printed. Neither: recorded, never counted. */
  minimum: z.union([z.number().positive(), fraction]).optional(),
  mustExist: z.literal(true).optional(),
  maximum: z.number().positive().optional(),
  unit: text,
  per: period.optional(),
  /** The scheme's own word where no period fits. */
  perText: text.optional(),
  dueAt: text.optional(),
  dueMonthDay: monthDay.optional(),
  /** Any of these satisfies it: names of metrics, or plain words. */
  anyOf: texts.optional(),
  conditions: conditions.optional(),
}

/** 职责: one countable line. */
export const dutySchema = z.strictObject({
  ...fact,
  ...softness,
  subject: keyName,
  metric: keyName,
  title: text,
  ...amount,
  evidence: texts.optional(),
  /** `sourceRef` of the meeting that it is. */
  meeting: text.optional(),
  /** Done once, it also counts for these duties (`sourceRef`); off unless the scheme says so. */
  countsTowards: texts.optional(),
  assessedAs: z.enum(['team', 'person']).optional(),
  optional: z.boolean().optional(),
})
export type Duty = z.infer<typeof dutySchema>

export const meetingSchema = z.strictObject({
  ...fact, ...softness, kind: keyName, printedAs: text, ...amount, attendees: text.optional(),
})
export type Meeting = z.infer<typeof meetingSchema>

export const archiveItemSchema = z.strictObject({
  ...fact,
  item: text,
  category: text.optional(),
  itemNo: z.int().positive().optional(),
  media: z.array(z.enum(['paper', 'electronic', 'online'])).min(1).optional(),
  keptBy: text.optional(),
  subjects: z.array(keyName).min(1).optional(),
  contents: texts.optional(),
})

/** Activities that must be filed and approved before they are held: of at least this level, of one of these kinds; where both stand, both must hold. */
const filedActivities = z.strictObject({ levelMin: keyName.optional(), kinds: z.array(z.enum(activityKinds)).min(1).optional() })
  .refine(({ levelMin, kinds }) => levelMin !== undefined || kinds !== undefined, '请写明哪些活动要先备案：级别或类别')

export const filingSchema = z.strictObject({
  ...fact, what: text, to: text.optional(), per: period.optional(), dueAt: text.optional(), dueMonthDay: monthDay.optional(), steps: texts.optional(),
  activities: filedActivities.optional(),
})

export const checklistSchema = z.strictObject({ ...fact, name: text, items: texts })
