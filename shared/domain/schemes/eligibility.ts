import type { Day } from '../dates/day.ts'
import { ageOn, wholeYearsSince } from '../dates/partial-day.ts'
import type { PartialDay, WholeYears } from '../dates/partial-day.ts'
import type { MemberRole, StudioKind } from '../studios/studio-words.ts'
import { criterionWords } from './describe-eligibility.ts'
import type { Scheme } from './scheme-format.ts'
import type { Eligibility } from './scheme-people.ts'

export interface Candidate {
  readonly bornOn: PartialDay | null
  readonly teachingSince: PartialDay | null
  /** Whole and half years, as the person's record has them. */
  readonly homeroomYears: number | null
  readonly schoolStage: string | null
}

export interface EligibilityFinding {
  /** `sourceRef` of the criterion. */
  readonly rule: string
  readonly criterion: string
  /** `unknown`: something is not filled in, or a person must judge; `message` says which. */
  readonly state: 'met' | 'notMet' | 'unknown'
  readonly strength: 'hard' | 'soft'
  readonly message: string
}

/**
 * The scheme's criteria for the role, one finding each. Ages and years are computed on the day `on` (no scheme prints a reference
 * day, so it is asked for); whatever needs reading papers or knowing a person is left to a person.
 */
export function checkEligibility(
  scheme: Scheme, role: MemberRole, candidate: Candidate, on: Day | null, studioKind?: StudioKind,
): readonly EligibilityFinding[] {
  const own = (scheme.eligibility ?? []).filter((criterion) => criterion.role === role && isForStage(criterion, candidate.schoolStage)
    && (studioKind === undefined || studioKind === 'dual' || criterion.studioKinds === undefined || criterion.studioKinds.includes(studioKind)))
  return own.map((criterion) => {
    // Of a 双名 studio only a person knows which half somebody joins.
    const isForHalf = studioKind === 'dual' && criterion.op !== 'unlimited' && criterion.studioKinds !== undefined && !criterion.studioKinds.includes('dual')
    const finding = isForHalf ? byHand(scheme, criterion) : judge(scheme, criterion, candidate, on)
    const isPreference = criterion.preferred === true || criterion.op === 'preferred'
    return { rule: criterion.sourceRef, criterion: criterion.criterion, strength: isPreference ? 'soft' : (criterion.strength ?? 'hard'), ...finding }
  })
}

type Judgement = Pick<EligibilityFinding, 'state' | 'message'>

const stageGroups: Readonly<Record<string, readonly string[]>> = {
  幼儿园: ['幼儿园', '学前'],
  小学: ['小学'],
  中学: ['中学', '初中', '高中', '普通高中', '完全中学'],
  中职: ['中职', '职高', '职业高中', '职业学校'],
}

/** A criterion for other school stages is left out, but only when the person's stage is one that we know. */
function isForStage(criterion: Eligibility, stage: string | null): boolean {
  const wanted = criterion.schoolStages
  const own = stage?.trim() ?? ''
  if (wanted === undefined || own === '' || wanted.includes(own)) return true
  const group = Object.keys(stageGroups).find((name) => stageGroups[name]?.includes(own))
  return group === undefined || wanted.includes(group)
}

function judge(scheme: Scheme, criterion: Eligibility, candidate: Candidate, on: Day | null): Judgement {
  if (criterion.op === 'unlimited') return { state: 'met', message: '规程写明不限' }
  const measured = measure(criterion, candidate, on)
  return measured ?? byHand(scheme, criterion)
}

function byHand(scheme: Scheme, criterion: Eligibility): Judgement {
  return { state: 'unknown', message: `${criterionWords(scheme, criterion)}：需要人工核对` }
}

function measure(criterion: Eligibility, candidate: Candidate, on: Day | null): Judgement | undefined {
  const limit = criterion.value
  if (typeof limit !== 'number') return undefined
  const askDay: Judgement = { state: 'unknown', message: '请先确定按哪一天计算年龄和年限' }
  if (criterion.criterion === 'age' && criterion.op === 'atMost') {
    if (candidate.bornOn === null) return { state: 'unknown', message: '没有填出生日期，无法核对年龄' }
    return on === null ? askDay : judgeAge(ageOn(candidate.bornOn, on), limit, criterion)
  }
  if (criterion.criterion === 'teachingYears' && criterion.op === 'atLeast') {
    if (candidate.teachingSince === null) return { state: 'unknown', message: '没有填参加教学工作的时间，无法核对教龄' }
    return on === null ? askDay : judgeYears('教龄', wholeYearsSince(candidate.teachingSince, on), limit)
  }
  if (criterion.criterion === 'homeroomYears' && criterion.op === 'atLeast') {
    if (candidate.homeroomYears === null) return { state: 'unknown', message: '没有填班主任年限，无法核对' }
    const years = candidate.homeroomYears
    if (years >= limit && criterion.continuous === true) return { state: 'unknown', message: `班主任年限 ${years} 年，规定连续 ${limit} 年，是否连续需要人工核对` }
    return { state: years >= limit ? 'met' : 'notMet', message: `班主任年限 ${years} 年，规定满 ${limit} 年` }
  }
  return undefined
}

function judgeAge(age: WholeYears, limit: number, criterion: Eligibility): Judgement {
  const text = `${yearsText(age)}周岁，规定不超过 ${limit} 周岁`
  if (age.max <= limit) return { state: 'met', message: text }
  if (age.min <= limit) return { state: 'unknown', message: `${text}，出生日期不完整，请补填` }
  const wider = criterion.exceptional?.value
  if (typeof wider === 'number' && age.min <= wider) {
    return { state: 'unknown', message: `${text}；${criterion.exceptional?.condition ?? ''}可放宽到 ${wider} 周岁，请说明理由` }
  }
  return { state: 'notMet', message: text }
}

function judgeYears(name: string, years: WholeYears, limit: number): Judgement {
  const text = `${name} ${yearsText(years)}年，规定满 ${limit} 年`
  if (years.min >= limit) return { state: 'met', message: text }
  return years.max >= limit ? { state: 'unknown', message: `${text}，日期不完整，请补填` } : { state: 'notMet', message: text }
}

function yearsText({ min, max }: WholeYears): string {
  return min === max ? `${min} ` : `${min}—${max} `
}
