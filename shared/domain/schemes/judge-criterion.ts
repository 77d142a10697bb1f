import type { Day } from '../dates/day.ts'
import { ageOn, wholeYearsSince, type WholeYears } from '../dates/partial-day.ts'
import { readProfessionalTitle, titleLevels } from '../people/professional-title.ts'
import { educations, readEducation } from '../people/vocabularies.ts'
import type { CandidatePast, CriterionPart } from './candidate-records.ts'
import { judgeHonour } from './judge-honour.ts'
import { judgeByRecords } from './judge-records.ts'
import { byHand, type Candidate, type Judgement, lacking } from './judgement.ts'
import type { Scheme } from './scheme-format.ts'
import { criterionName } from './scheme-names.ts'

export interface Judging {
  readonly scheme: Scheme
  readonly candidate: Candidate
  readonly past: CandidatePast
  /** The day to which ages, years and records are counted; null: not known yet. */
  readonly on: Day | null
  readonly studioSubject: string | null
}

/** Judges what the record of the person, and of what she has done, can tell; further conditions in words are always left to a person. */
export function judgePart(part: CriterionPart, judging: Judging): Judgement {
  if (part.op === 'unlimited') return { state: 'met', message: `${criterionName(part.criterion)}：规程写明不限` }
  const judge = Object.hasOwn(judges, part.criterion) ? judges[part.criterion] : undefined
  const judgement = judge?.(part, judging) ?? judgeByRecords(part, { ...judging.past, scheme: judging.scheme, on: judging.on }) ?? byHand
  return judgement.state === 'met' && (part.conditions ?? []).length > 0
    ? { ...judgement, state: 'unknown', message: `${judgement.message}；还要求${(part.conditions ?? []).join('、')}，需要人工核对` } : judgement
}

/** By honours of the person as text and as records. */
const byHonours = (part: CriterionPart, { candidate, past, scheme, on }: Judging) => judgeHonour(part, candidate.honours, { ...past, scheme, on })

/** By criterion; `undefined`: this way of asking it cannot be told from the person's own record. */
const judges: Readonly<Record<string, (part: CriterionPart, judging: Judging) => Judgement | undefined>> = {
  age: judgeAge, teachingYears: judgeTeachingYears, homeroomYears: judgeHomeroomYears, title: judgeTitle, education: judgeEducation, position: judgePost, subjectMatch: judgeSubject,
  honour: byHonours, classHonour: byHonours, award: byHonours,
}

const askDay: Judgement = { state: 'unknown', message: '请先确定按哪一天计算年龄和年限' }

function judgeAge({ op, value: limit }: CriterionPart, { candidate: { bornOn }, on }: Judging): Judgement | undefined {
  if (op !== 'atMost' || typeof limit !== 'number') return undefined
  if (bornOn === null) return lacking('bornOn', '没有填出生日期，无法核对年龄')
  if (on === null) return askDay
  const age = ageOn(bornOn, on)
  const message = `${yearsText(age)}周岁，规定不超过 ${limit} 周岁`
  if (age.max <= limit) return { state: 'met', message }
  return age.min <= limit ? { state: 'unknown', message: `${message}，出生日期不完整，请补填` } : { state: 'notMet', message, least: age.min }
}

function judgeTeachingYears({ op, value: limit }: CriterionPart, { candidate: { teachingSince }, on }: Judging): Judgement | undefined {
  if (op !== 'atLeast' || typeof limit !== 'number') return undefined
  if (teachingSince === null) return lacking('teachingSince', '没有填参加教学工作的时间，无法核对教龄')
  if (on === null) return askDay
  const years = wholeYearsSince(teachingSince, on)
  const message = `教龄 ${yearsText(years)}年，规定满 ${limit} 年`
  if (years.min >= limit) return { state: 'met', message }
  return years.max >= limit ? { state: 'unknown', message: `${message}，日期不完整，请补填` } : { state: 'notMet', message }
}

function judgeHomeroomYears({ op, value: limit, continuous }: CriterionPart, { candidate: { homeroomYears: years } }: Judging): Judgement | undefined {
  if (op !== 'atLeast' || typeof limit !== 'number') return undefined
  if (years === null) return lacking('homeroomYears', '没有填班主任年限，无法核对')
  if (years >= limit && continuous === true) return { state: 'unknown', message: `班主任年限 ${years} 年，规定连续 ${limit} 年，是否连续需要人工核对` }
  return { state: years >= limit ? 'met' : 'notMet', message: `班主任年限 ${years} 年，规定满 ${limit} 年` }
}

function judgeTitle({ op, value }: CriterionPart, { candidate: { professionalTitle } }: Judging): Judgement | undefined {
  if (op !== 'atLeast' || typeof value !== 'string') return undefined
  const floor = readProfessionalTitle(value).level
  if (floor === null) return undefined
  if (professionalTitle === null) return lacking('professionalTitle', `没有填职称，规定${value}及以上`)
  const own = readProfessionalTitle(professionalTitle).level
  const message = `职称${professionalTitle}，规定${value}及以上`
  return own === null ? { state: 'unknown', message: `${message}，不同系列，需要人工核对` } : { state: titleLevels.indexOf(own) <= titleLevels.indexOf(floor) ? 'met' : 'notMet', message }
}

function judgeEducation({ op, value }: CriterionPart, { candidate: { education } }: Judging): Judgement | undefined {
  if (op !== 'atLeast' || typeof value !== 'string') return undefined
  const floor = educationRank(value)
  if (floor < 0) return undefined
  if (education === null) return lacking('education', `没有填学历，规定${value}及以上`)
  const own = educationRank(education)
  const message = `学历${education}，规定${value}及以上`
  return own < 0 ? { state: 'unknown', message: `${message}，需要人工核对` } : { state: own <= floor ? 'met' : 'notMet', message }
}

/** Place in the list of educations, the highest 0; below zero: not known. */
const educationRank = (typed: string) => educations.indexOf(readEducation(typed).value ?? '')

function judgePost({ op, value }: CriterionPart, { candidate: { post } }: Judging): Judgement | undefined {
  if (op !== 'oneOf' && op !== 'is') return undefined
  const wanted = Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
  const plain = (text: string) => text.replace(/^(学校)?(现任|在岗|在职在任|在职在岗)/, '').trim()
  // A post is a word (班主任); longer descriptions are never what a record says.
  if (post === null) return wanted.some((each) => plain(each).length <= 4) ? lacking('post', `没有填职务，规定是${wanted.join('、')}`) : undefined
  return wanted.some((each) => plain(each) === plain(post)) ? { state: 'met', message: `职务${post}` } : undefined
}

function judgeSubject({ op }: CriterionPart, { candidate: { subject }, studioSubject }: Judging): Judgement | undefined {
  if (op !== 'is' && op !== 'sameOrClose') return undefined
  const wanted = studioSubject?.trim() ?? ''
  if (wanted === '') return { state: 'unknown', message: '工作室没有填学科，无法核对' }
  if (subject === null || subject.trim() === '') return lacking('subject', `没有填任教学科，工作室是${wanted}`)
  if (subject.trim() === wanted) return { state: 'met', message: `任教${subject}，和工作室相同` }
  return op === 'is' ? { state: 'notMet', message: `任教${subject}，工作室是${wanted}` } : { state: 'unknown', message: `任教${subject}，工作室是${wanted}，是否相近需要人工核对` }
}

function yearsText({ min, max }: WholeYears): string {
  return min === max ? `${min} ` : `${min}—${max} `
}
