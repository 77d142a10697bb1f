import { z } from 'zod'
import { assessmentSchema, promotionSchema, tierSchema } from './scheme-assessment.ts'
import { fact, fraction, keyName, partialDay, remarks, settingSchema, softness, text, texts } from './scheme-fragments.ts'
import { fundingSchema } from './scheme-money.ts'
import {
  changeSchema, compositionRuleSchema, eligibilitySchema, governanceSchema, quotaSchema, roleSchema, selectionRuleSchema, setupStepSchema, shareLimitSchema,
} from './scheme-people.ts'
import { archiveItemSchema, checklistSchema, dutySchema, filingSchema, meetingSchema } from './scheme-work.ts'
import { crossChecks } from './scheme-cross-checks.ts'

/** Raised when a file of the new format can no longer be read by an older program. */
export const schemeFormatVersion = 1

export const schemeKinds = [
  'teacherStudio', 'principalStudio', 'homeroomStudio', 'dualStudio', 'backboneTeachers', 'homeroomTeam', 'homeroomTraining', 'homeroomCommunity',
  'learningGroups', 'classManagement', 'teachingRoutine', 'contest',
] as const

const schemeCode = z.string().regex(/^[\w-]{1,40}$/)

/** A level and its local name; a higher rank is a higher level (太仓市级 may stand below 市级). */
const levelSchema = z.strictObject({ key: keyName, name: text, rank: z.int().min(0).max(1000) })

/** Far more than any known scheme has; a file that goes beyond it is no scheme. */
const mostFacts = 1000

const line = z.strictObject({ ...fact, text })

const fontSchema = z.strictObject({ family: text, size: text })
const millimetres = z.int().min(0).max(200)
/** How a paper of the scheme must be laid out. */
const printingSchema = z.strictObject({
  ...fact, text, appliesTo: text.optional(), paper: text.optional(),
  marginsMm: z.strictObject({ left: millimetres, right: millimetres, top: millimetres, bottom: millimetres }).optional(),
  title: fontSchema.optional(), body: fontSchema.optional(), lineSpacing: z.number().positive().max(10).optional(), binding: text.optional(),
})

/**
 * 规程: the rules that a bureau or a school has issued for its studios, as data. Documented for people in
 * `resources/schemes/README.md`. Absent means silent; `strength: soft` warns; every unclear place is a setting.
 */
export const schemeSchema = z.strictObject({
  format: z.literal('xingtan-scheme'),
  formatVersion: z.literal(schemeFormatVersion),
  code: schemeCode,
  version: z.string().trim().min(1).max(40),
  title: text,
  /** The scheme that a school copied and changed; what it changed is found by comparing the two, fact by fact. */
  basedOn: z.strictObject({ code: schemeCode, version: z.string().trim().min(1).max(40) }).optional(),
  kind: z.enum(schemeKinds),
  /** Key of one of `levels`. */
  level: z.strictObject({ key: keyName, ...remarks }),
  levels: z.array(levelSchema).min(1).max(30),
  region: text.optional(),
  issued: z.strictObject({
    ...fact, by: text.optional(), on: partialDay.optional(), signedOn: partialDay.optional(), documentNo: text.optional(), status: text.optional(),
    effectiveOn: partialDay.optional(), validUntil: partialDay.optional(), repeals: texts.optional(),
  }).optional(),
  cycle: z.strictObject({ ...fact, ...softness, years: z.int().min(1).max(20), approx: z.boolean().optional(), unit: z.enum(['years', 'schoolYears']).optional(), meaning: text.optional() }).optional(),
  naming: z.strictObject({ ...fact, text, template: text.optional(), plaque: text.optional() }).optional(),
  venue: line.optional(),
  roles: z.array(roleSchema).max(mostFacts).optional(),
  shareLimits: z.array(shareLimitSchema).max(mostFacts).optional(),
  composition: z.array(compositionRuleSchema).max(mostFacts).optional(),
  quotas: z.array(quotaSchema).max(mostFacts).optional(),
  governance: z.array(governanceSchema).max(mostFacts).optional(),
  eligibility: z.array(eligibilitySchema).max(mostFacts).optional(),
  setup: z.array(setupStepSchema).max(mostFacts).optional(),
  selection: z.array(selectionRuleSchema).max(mostFacts).optional(),
  duties: z.array(dutySchema).max(mostFacts).optional(),
  meetings: z.array(meetingSchema).max(mostFacts).optional(),
  archive: z.array(archiveItemSchema).max(mostFacts).optional(),
  filing: z.array(filingSchema).max(mostFacts).optional(),
  funding: fundingSchema.optional(),
  assessment: assessmentSchema.optional(),
  changes: z.array(changeSchema).max(mostFacts).optional(),
  benefits: z.array(z.strictObject({ ...fact, text, share: fraction.optional() })).optional(),
  support: z.array(line).max(mostFacts).optional(),
  forms: z.array(z.strictObject({ ...fact, title: text, validYears: z.int().positive().optional() })).optional(),
  activityKinds: z.array(z.strictObject({ ...fact, names: texts })).optional(),
  tiers: z.array(tierSchema).max(mostFacts).optional(),
  promotions: z.array(promotionSchema).max(mostFacts).optional(),
  checklists: z.array(checklistSchema).max(mostFacts).optional(),
  printing: z.array(printingSchema).max(mostFacts).optional(),
  notes: z.array(line).max(mostFacts).optional(),
  /** Unclear places of the text that decide nothing in the program; those that do are `settings`. */
  openQuestions: z.array(line).max(mostFacts).optional(),
  settings: z.array(settingSchema).max(mostFacts).optional(),
}).superRefine(crossChecks)

export type Scheme = z.infer<typeof schemeSchema>
