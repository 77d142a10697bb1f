import type { Day } from '../dates/day.ts'
import { ageOn, type PartialDay, wholeYearsSince, type WholeYears } from '../dates/partial-day.ts'
import { readProfessionalTitle, titleLevels } from '../people/professional-title.ts'
import { educations, readEducation } from '../people/vocabularies.ts'
import type { Scheme } from './scheme-format.ts'
import { criterionName } from './scheme-names.ts'
import type { Eligibility } from './scheme-people.ts'

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

/** What a criterion asks, or one of its alternatives or companions. */
type Part = Omit<NonNullable<Eligibility['and']>[number], 'role'>

export interface Judging {
  readonly scheme: Scheme
  readonly candidate: Candidate
  /** The day on which ages and years are counted; null: not known yet. */
  readonly on: Day | null
  readonly studioSubject: string | null
}

export interface Judgement {
  readonly state: 'met' | 'notMet' | 'unknown'
  /** Empty: only a person can tell, and the criterion's own words say what. */
  readonly message: string
  /** What is not filled in in the record. */
  readonly missing?: keyof Candidate
  /** Of an age that is too high: the least that it can be. */
  readonly least?: number
}

const byHand: Judgement = { state: 'unknown', message: '' }
const lacking = (missing: keyof Candidate, message: string): Judgement => ({ state: 'unknown', message, missing })

/** Judges what the record of the person can tell; further conditions in words are always left to a person. */
export function judgePart(part: Part, judging: Judging): Judgement {
  if (part.op === 'unlimited') return { state: 'met', message: `${criterionName(part.criterion)}：规程写明不限` }
  const judge = Object.hasOwn(judges, part.criterion) ? judges[part.criterion] : undefined
  const judgement = judge?.(part, judging) ?? byHand
  return judgement.state === 'met' && (part.conditions ?? []).length > 0
    ? { state: 'unknown', message: `${judgement.message}；还要求${(part.conditions ?? []).join('、')}，需要人工核对` } : judgement
}

/** By criterion; `undefined`: this way of asking it cannot be told from a record. */
const judges: Readonly<Record<string, (part: Part, judging: Judging) => Judgement | undefined>> = {
  age: judgeAge, teachingYears: judgeTeachingYears, homeroomYears: judgeHomeroomYears, title: judgeTitle, education: judgeEducation, honour: judgeHonour, position: judgePost,
  subjectMatch: judgeSubject,
}

const askDay: Judgement = { state: 'unknown', message: '请先确定按哪一天计算年龄和年限' }

function judgeAge({ op, value: limit }: Part, { candidate: { bornOn }, on }: Judging): Judgement | undefined {
  if (op !== 'atMost' || typeof limit !== 'number') return undefined
  if (bornOn === null) return lacking('bornOn', '没有填出生日期，无法核对年龄')
  if (on === null) return askDay
  const age = ageOn(bornOn, on)
  const message = `${yearsText(age)}周岁，规定不超过 ${limit} 周岁`
  if (age.max <= limit) return { state: 'met', message }
  return age.min <= limit ? { state: 'unknown', message: `${message}，出生日期不完整，请补填` } : { state: 'notMet', message, least: age.min }
}

function judgeTeachingYears({ op, value: limit }: Part, { candidate: { teachingSince }, on }: Judging): Judgement | undefined {
  if (op !== 'atLeast' || typeof limit !== 'number') return undefined
  if (teachingSince === null) return lacking('teachingSince', '没有填参加教学工作的时间，无法核对教龄')
  if (on === null) return askDay
  const years = wholeYearsSince(teachingSince, on)
  const message = `教龄 ${yearsText(years)}年，规定满 ${limit} 年`
  if (years.min >= limit) return { state: 'met', message }
  return years.max >= limit ? { state: 'unknown', message: `${message}，日期不完整，请补填` } : { state: 'notMet', message }
}

function judgeHomeroomYears({ op, value: limit, continuous }: Part, { candidate: { homeroomYears: years } }: Judging): Judgement | undefined {
  if (op !== 'atLeast' || typeof limit !== 'number') return undefined
  if (years === null) return lacking('homeroomYears', '没有填班主任年限，无法核对')
  if (years >= limit && continuous === true) return { state: 'unknown', message: `班主任年限 ${years} 年，规定连续 ${limit} 年，是否连续需要人工核对` }
  return { state: years >= limit ? 'met' : 'notMet', message: `班主任年限 ${years} 年，规定满 ${limit} 年` }
}

function judgeTitle({ op, value }: Part, { candidate: { professionalTitle } }: Judging): Judgement | undefined {
  if (op !== 'atLeast' || typeof value !== 'string') return undefined
  const floor = readProfessionalTitle(value).level
  if (floor === null) return undefined
  if (professionalTitle === null) return lacking('professionalTitle', `没有填职称，规定${value}及以上`)
  const own = readProfessionalTitle(professionalTitle).level
  const message = `职称${professionalTitle}，规定${value}及以上`
  return own === null ? { state: 'unknown', message: `${message}，不同系列，需要人工核对` } : { state: titleLevels.indexOf(own) <= titleLevels.indexOf(floor) ? 'met' : 'notMet', message }
}

function judgeEducation({ op, value }: Part, { candidate: { education } }: Judging): Judgement | undefined {
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

/** An honour that is found counts; one that is not found may only be written otherwise, so that nobody fails by it. */
function judgeHonour({ op, value, levelMin, windowYears }: Part, { candidate: { honours }, scheme }: Judging): Judgement | undefined {
  if (op !== 'oneOf' && op !== 'is') return undefined
  const wanted = Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
  if (wanted.length === 0) return undefined
  const lines = (honours ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '')
  if (lines.length === 0) return lacking('honours', `没有填荣誉，规定有${wanted.join('、')}等之一`)
  const found = lines.filter((line) => wanted.some((word) => shortened(line).includes(shortened(word))))
  if (found.length === 0) return { state: 'unknown', message: `填写的荣誉里没有找到${wanted.join('、')}，需要人工核对` }
  const high = levelMin === undefined ? found : found.filter((line) => isHighEnough(line, levelMin, scheme))
  const [honour] = high.length > 0 ? high : found
  if (high.length === 0) return { state: 'unknown', message: `荣誉「${honour ?? ''}」的级别需要人工核对` }
  return windowYears === undefined ? { state: 'met', message: `荣誉「${honour ?? ''}」` } : { state: 'unknown', message: `荣誉「${honour ?? ''}」是否在近 ${windowYears} 年内，需要人工核对` }
}

/** 省级骨干教师 and 省骨干教师 are the same. */
const shortened = (text: string) => text.replaceAll(/(?<=[国省市县区旗镇校])级/g, '').replaceAll(/\s/g, '')

function isHighEnough(line: string, least: string, { levels }: Scheme): boolean {
  const floor = levels.find(({ key }) => key === least)?.rank
  return floor !== undefined && levels.some(({ name, rank }) => rank >= floor && line.includes(name))
}

function judgePost({ op, value }: Part, { candidate: { post } }: Judging): Judgement | undefined {
  if (op !== 'oneOf' && op !== 'is') return undefined
  const wanted = Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
  const plain = (text: string) => text.replace(/^(学校)?(现任|在岗|在职在任|在职在岗)/, '').trim()
  // A post is a word (班主任); longer descriptions are never what a record says.
  if (post === null) return wanted.some((each) => plain(each).length <= 4) ? lacking('post', `没有填职务，规定是${wanted.join('、')}`) : undefined
  return wanted.some((each) => plain(each) === plain(post)) ? { state: 'met', message: `职务${post}` } : undefined
}

function judgeSubject({ op }: Part, { candidate: { subject }, studioSubject }: Judging): Judgement | undefined {
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
