import type { Day } from '../dates/day.ts'
import type { MemberRole, StudioKind } from '../studios/studio-words.ts'
import { criterionWords } from './describe-eligibility.ts'
import { type CandidatePast, inOrder, type JudgedRecord, noPast } from './candidate-records.ts'
import { judgePart, type Judging } from './judge-criterion.ts'
import { byHand, type Candidate, type Judgement } from './judgement.ts'
import type { Scheme } from './scheme-format.ts'
import type { Eligibility } from './scheme-people.ts'
import { type ChosenSettings, settingValue } from './scheme-settings.ts'

export interface EligibilityFinding {
  /** `sourceRef` of the criterion. */
  readonly rule: string
  readonly criterion: string
  /** `exceptional`: beyond the limit, but as far as the scheme lets it be overstepped with a reason. `unknown`: something is not filled in, or a person must judge. */
  readonly state: 'met' | 'exceptional' | 'notMet' | 'unknown'
  readonly strength: 'hard' | 'soft'
  /** How it stands, with the figures. */
  readonly message: string
  /** What is not filled in in the person's record; null where nothing would help. */
  readonly missing: keyof Candidate | null
  /** The outcomes that were looked at, those that count first; empty where outcomes say nothing about it. */
  readonly records: readonly JudgedRecord[]
  /** What may be recorded so that it is met (kind null: an outcome of any kind); null where it is met or nothing would help. */
  readonly add: NonNullable<Judgement['add']> | null
}

/** The studio that somebody is to join. */
export interface JoinedStudio {
  readonly kind?: StudioKind
  readonly subject?: string | null
}

/**
 * The scheme's criteria for the role, one finding each, in the scheme's order. Ages, years and records are counted to the day `on` (see
 * `eligibilityDay`); whatever needs reading papers or knowing a person is left to a person. What somebody has done (`past`) decides
 * between met and unknown only: with more of it or none at all, nobody fails who did not fail before.
 */
export function checkEligibility(
  scheme: Scheme, role: MemberRole, candidate: Candidate, on: Day | null, studio: JoinedStudio = {}, past: CandidatePast = noPast,
): readonly EligibilityFinding[] {
  const { kind } = studio
  const own = (scheme.eligibility ?? []).filter((criterion) => criterion.role === role && isForStage(criterion, candidate.schoolStage)
    && (kind === undefined || kind === 'dual' || criterion.studioKinds === undefined || criterion.studioKinds.includes(kind)))
  return own.map((criterion) => {
    // Of a 双名 studio only a person knows which half somebody joins.
    const isForHalf = kind === 'dual' && criterion.op !== 'unlimited' && criterion.studioKinds !== undefined && !criterion.studioKinds.includes('dual')
    const { state, message, missing = null, records = [], add = null } = isForHalf
      ? byHand : withException(criterion, judge(criterion, { scheme, candidate, past, on, studioSubject: studio.subject ?? null }))
    const isPreference = criterion.preferred === true || criterion.op === 'preferred'
    return {
      rule: criterion.sourceRef, criterion: criterion.criterion, state, strength: isPreference ? 'soft' : (criterion.strength ?? 'hard'), missing, records,
      add: state === 'unknown' ? add : null,
      message: message === '' ? `${criterionWords(scheme, criterion)}：需要人工核对` : message,
    }
  })
}

/**
 * The day on which ages and years are counted when somebody joins: no scheme prints one, so the school may choose (`ageDay`); else the day of joining.
 */
export function eligibilityDay(scheme: Scheme, chosen: ChosenSettings, joinsOn: Day): Day {
  const year = joinsOn.slice(0, 4)
  switch (settingValue(scheme, 'ageDay', chosen)) {
    case 'schoolYearStart': return `${year}-09-01`
    case 'yearEnd': return `${year}-12-31`
    default: return joinsOn
  }
}

const stageGroups: Readonly<Record<string, readonly string[]>> = {
  幼儿园: ['幼儿园', '学前', '学前教育'],
  小学: ['小学'],
  中学: ['中学', '初中', '高中', '普通高中', '完全中学'],
  中职: ['中职', '职高', '职业高中', '职业学校', '中等职业教育'],
}

/** A criterion for other school stages is left out, but only when the person's stage is one that we know. */
function isForStage(criterion: Eligibility, stage: string | null): boolean {
  const wanted = criterion.schoolStages
  const own = stage?.trim() ?? ''
  if (wanted === undefined || own === '' || wanted.includes(own)) return true
  const group = Object.keys(stageGroups).find((name) => stageGroups[name]?.includes(own))
  return group === undefined || wanted.includes(group)
}

function judge(criterion: Eligibility, judging: Judging): Judgement {
  const { anyOf, and } = criterion
  if (anyOf === undefined && and === undefined) return judgePart(criterion, judging)
  const level = criterion.levelMin === undefined ? {} : { levelMin: criterion.levelMin }
  const window = criterion.windowYears === undefined ? {} : { windowYears: criterion.windowYears }
  // With alternatives the criterion itself only says what they have in common.
  const first = anyOf === undefined ? judgePart(criterion, judging) : bestOf(anyOf.map((part) => judgePart({ ...level, ...window, ...part }, judging)))
  return worstOf([first, ...(and ?? []).map((part) => judgePart(part, judging))])
}

/** One is enough. */
function bestOf(ways: readonly Judgement[]): Judgement {
  const met = ways.find(({ state }) => state === 'met')
  if (met) return met
  return ways.every(({ state }) => state === 'notMet') ? { state: 'notMet', message: ways.map(({ message }) => message).join('；') } : stillOpen(ways, '；或')
}

/** All are needed. */
function worstOf(parts: readonly Judgement[]): Judgement {
  const failed = parts.filter(({ state }) => state === 'notMet')
  if (failed.length > 0) return { state: 'notMet', message: failed.map(({ message }) => message).join('；') }
  if (parts.some(({ state }) => state !== 'met')) return stillOpen(parts, '；')
  return { state: 'met', message: parts.map(({ message }) => message).join('；'), records: recordsOf(parts) }
}

/** What is missing in the person's record is asked for first, since it can be filled in; where nothing can be said of a part, the criterion's own words stand for all. */
function stillOpen(parts: readonly Judgement[], between: string): Judgement {
  const open = parts.filter(({ state }) => state === 'unknown')
  const missing = open.find((part) => part.missing !== undefined)?.missing
  const add = open.find((part) => part.add !== undefined)?.add
  const said = open.flatMap(({ message }) => (message === '' ? [] : [message]))
  return {
    state: 'unknown', records: recordsOf(parts), ...(missing === undefined ? {} : { missing }), ...(add === undefined ? {} : { add }),
    message: said.length === open.length || missing !== undefined ? said.join(between) : '',
  }
}

/** Each record once; where it counts in one of the parts, it counts. */
function recordsOf(parts: readonly Judgement[]): readonly JudgedRecord[] {
  const all = inOrder(parts.flatMap(({ records }) => records ?? []))
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at)
}

/** Overstepped as far as the scheme allows: an age up to a limit, or what it lets be relaxed without a figure. */
function withException({ exceptional }: Eligibility, judgement: Judgement): Omit<Judgement, 'state'> & Pick<EligibilityFinding, 'state'> {
  if (exceptional === undefined || judgement.state !== 'notMet') return judgement
  const { value, condition } = exceptional
  if (typeof value !== 'number') return { state: 'exceptional', message: `${judgement.message}；${condition}${value === undefined ? '' : `，到${value}`}，须写明理由` }
  return judgement.least !== undefined && judgement.least <= value
    ? { state: 'exceptional', message: `${judgement.message}；${condition}可放宽到 ${value} 周岁，须写明理由` }
    : { ...judgement, message: `${judgement.message}，放宽也不超过 ${value} 周岁` }
}
