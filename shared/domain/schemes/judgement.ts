import type { PartialDay } from '../dates/partial-day.ts'
import type { OutcomeKind } from '../outcomes/outcome-kinds.ts'
import type { JudgedRecord } from './candidate-records.ts'

/** What the record of a person says, as far as criteria look at it. */
export interface Candidate {
  readonly bornOn: PartialDay | null
  readonly teachingSince: PartialDay | null
  /** Whole and half years, as the person's record has them. */
  readonly homeroomYears: number | null
  readonly schoolStage: string | null
  readonly professionalTitle: string | null
  readonly education: string | null
  readonly post: string | null
  readonly subject: string | null
  /** One honour a line. */
  readonly honours: string | null
}

/** How one criterion, or a part of it, stands. */
export interface Judgement {
  readonly state: 'met' | 'notMet' | 'unknown'
  /** Empty: only a person can tell, and the criterion's own words say what. */
  readonly message: string
  /** What is not filled in in the person's record. */
  readonly missing?: keyof Candidate
  /** Of an age that is too high: the least that it can be. */
  readonly least?: number
  /** The outcomes that were looked at. */
  readonly records?: readonly JudgedRecord[]
  /** What may be recorded for it; kind null: an outcome of any kind. */
  readonly add?: { readonly kind: OutcomeKind | null }
}

/** To be looked at by a person; the words of the criterion say what. */
export const byHand: Judgement = { state: 'unknown', message: '' }

/** What a fact of the person's record is missing for. */
export function lacking(missing: keyof Candidate, message: string): Judgement {
  return { state: 'unknown', message, missing }
}
