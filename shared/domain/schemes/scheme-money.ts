import { z } from 'zod'
import { maxFen } from '../money/fen.ts'
import { fact, keyName, period, settable, softness, text, texts } from './scheme-fragments.ts'

export const fundingBases = [
  'perPersonPerTerm', 'perStudioPerYear', 'perStudioPerSchoolYear', 'startupPerStudio', 'rewardPerStudioPerYear', 'poolPerYear', 'perYearScopeUnclear',
] as const

/** One amount of money and what it is given for. Without `amountFen` the scheme promises money but prints no figure. */
export const fundingAmountSchema = z.strictObject({
  ...fact,
  ...softness,
  amountFen: z.int().positive().max(maxFen).optional(),
  basis: z.enum(fundingBases).optional(),
  per: period.optional(),
  payer: text.optional(),
  payee: text.optional(),
  /** Key of the scheme's `levels`: only studios of this level. */
  studioLevel: keyName.optional(),
  purpose: text.optional(),
  condition: text.optional(),
  scope: text.optional(),
  costKind: text.optional(),
  /** For an amount per head: which roles are heads, and on which day they are counted. */
  rolesCounted: settable(z.array(keyName).min(1)).optional(),
  countingDay: settable(z.enum(['termStart', 'teachingStart', 'termEnd', 'chosen'])).optional(),
})
export type FundingAmount = z.infer<typeof fundingAmountSchema>

export const fundingSchema = z.strictObject({
  amounts: z.array(fundingAmountSchema).optional(),
  categories: z.array(z.strictObject({ ...fact, allowed: texts, appliesTo: text.optional() })).optional(),
  controls: z.array(z.strictObject({ ...fact, rules: z.array(keyName).optional(), text })).optional(),
  consequences: z.array(z.strictObject({ ...fact, when: text, text })).optional(),
  /** Whether more may be spent than there is; where the scheme is silent the program refuses. */
  overspend: z.enum(['refuse', 'warn', 'allow']).optional(),
  /** Whether the categories are a closed list; silent: others warn. */
  otherCategories: z.enum(['refuse', 'warn']).optional(),
})
export type Funding = z.infer<typeof fundingSchema>
