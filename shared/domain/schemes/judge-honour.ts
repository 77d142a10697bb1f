import { type CandidateRecord, type CriterionPart, inOrder, type JudgedRecord, judgedRecord, levelRank, type RecordLimits, windowBegins } from './candidate-records.ts'
import { type Judgement, lacking } from './judgement.ts'
import type { Scheme } from './scheme-format.ts'
import { criterionName } from './scheme-names.ts'

/** Every honour and every prize will do. */
const anyHonour = new Set(['荣誉', '荣誉称号', '奖项', '荣誉称号或奖项', '教育教学荣誉称号或奖项'])
const grades = ['特等奖', '一等奖', '二等奖', '三等奖'] as const
const gradeKeys = ['special', 'first', 'second', 'third'] as const

/**
 * By the honours on record and by those that stand as text in the person's record. One that is found counts; one that is not found may
 * only be written otherwise, so that nobody fails by it. Undefined: the criterion names no honour.
 */
export function judgeHonour(part: CriterionPart, honours: string | null, limits: RecordLimits): Judgement | undefined {
  const wanted = wordsOf(part)
  if (wanted.length === 0) return undefined
  const add = { kind: part.criterion === 'award' ? 'award' as const : 'honour' as const }
  const records = inOrder(honoursAmong(limits.records).map((record) => judgedHonour(record, wanted, part, limits)))
  const found = records.find(({ why }) => why === null)
  if (found) return { state: 'met', message: `荣誉「${found.title}」（${[found.level, found.onDay].filter((each) => each !== null).join('，')}）`, records }
  return { ...byText(part, wanted, linesOf(honours), records.length > 0, limits), records, add }
}

function wordsOf({ op, value }: CriterionPart): readonly string[] {
  if (op !== 'oneOf' && op !== 'is') return []
  return (Array.isArray(value) ? value : typeof value === 'string' ? [value] : []).map((word) => word.replace(/^所带班级获/, ''))
}

const honoursAmong = (records: readonly CandidateRecord[]) => records.filter(({ kind, part, details }) =>
  part === 'self' && (kind === 'honour' || kind === 'award' || (kind === 'promotion' && details['form'] === 'tier')))

function judgedHonour(record: CandidateRecord, wanted: readonly string[], part: CriterionPart, limits: RecordLimits): JudgedRecord {
  const tries = wanted.map((word) => nameFits(record, readHonour(word, limits.scheme), limits.scheme))
  return judgedRecord(record, part, limits, tries.includes(null) ? null : (tries.find((why) => why !== notNamed) ?? notNamed))
}

/** A word of a scheme taken apart: 省、市优质课一等奖 is 优质课 of the province or the city, in the first grade. */
export interface HonourWord {
  /** Ranks of its levels; empty: of any level. */
  readonly ranks: readonly number[]
  readonly orHigher: boolean
  readonly name: string
  /** Place in the list of grades, the best 0; null: no prize. */
  readonly grade: number | null
}

/** Takes the scheme's own word apart, by the scheme's names of levels, with or without 级. */
export function readHonour(word: string, scheme: Scheme): HonourWord {
  const names = scheme.levels.flatMap(({ name, rank }) => [{ name, rank }, { name: name.replace(/级$/, ''), rank }]).toSorted((a, b) => b.name.length - a.name.length)
  const ranks: number[] = []
  let rest = word.replaceAll(/\s/g, '')
  for (let next = names.find(({ name }) => rest.startsWith(name)); next !== undefined; next = names.find(({ name }) => rest.startsWith(name))) {
    ranks.push(next.rank)
    rest = rest.slice(next.name.length)
    if (!/^[、或和]/.test(rest)) break
    rest = rest.slice(1)
  }
  const orHigher = ranks.length > 0 && /^及?以上的?/.test(rest)
  if (orHigher) rest = rest.replace(/^及?以上的?/, '')
  const grade = grades.findIndex((name) => rest.endsWith(name))
  return { ranks, orHigher, name: grade < 0 ? rest : rest.slice(0, -(grades[grade]?.length ?? 0)), grade: grade < 0 ? null : grade }
}

const notNamed = '名称对不上，请人工核对'

/** Null: it is the honour that is meant. A title ends with what it is (首批市级骨干教师); of a prize the contest may be named anywhere. */
function nameFits(record: CandidateRecord, { ranks, orHigher, name, grade }: HonourWord, scheme: Scheme): string | null {
  const { kind, details, levelKey } = record
  const title = record.title.replaceAll(/[\s《》「」“”]/g, '').replace(/(荣誉)?称号$/, '')
  if (anyHonour.has(name)) {
    // What a class won is hers only where the scheme asks for it.
    if (kind === 'promotion' || title.endsWith('集体')) return notNamed
  } else if (grade === null ? !title.endsWith(name) : kind !== 'award' || !`${title}${String(details['work'] ?? '')}`.includes(name)) return notNamed
  const own = gradeKeys.findIndex((key) => key === details['grade'])
  if (grade !== null && (own < 0 || own > grade)) return own < 0 ? '没有填等次' : '等次不够'
  if (ranks.length === 0) return null
  const has = levelKey === null ? undefined : levelRank(scheme, levelKey)
  if (has === undefined) return '没有填级别'
  return ranks.some((rank) => (orHigher ? has >= rank : has === rank)) ? null : '级别不是规定的'
}

const linesOf = (honours: string | null) => (honours ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '')

/** What was typed as text has neither a level nor a day of its own: they are read out of its words, where they can be. */
function byText(part: CriterionPart, wanted: readonly string[], lines: readonly string[], hasRecords: boolean, { scheme, on }: RecordLimits): Judgement {
  const { levelMin, windowYears, criterion } = part
  const said = Array.isArray(part.value) ? part.value : [String(part.value)]
  const words = said.join('、')
  const name = criterionName(criterion)
  if (lines.length === 0 && !hasRecords) {
    return criterion === 'honour' ? lacking('honours', `没有填荣誉，规定有${words}${said.length > 1 ? '等之一' : ''}`) : { state: 'unknown', message: `没有登记${name}，规定有${words}` }
  }
  const found = lines.filter((line) => wanted.some((word) => anyHonour.has(readHonour(word, scheme).name) || shortened(line).includes(shortened(word))))
  if (found.length === 0) return { state: 'unknown', message: `${lines.length > 0 ? '填写' : '登记'}的荣誉里没有找到${words}，需要人工核对` }
  const high = levelMin === undefined ? found : found.filter((line) => isHighEnough(line, levelMin, scheme))
  const [honour = ''] = high.length > 0 ? high : found
  if (high.length === 0) return { state: 'unknown', message: `荣誉「${honour}」的级别需要人工核对` }
  if (windowYears === undefined) return { state: 'met', message: `荣誉「${honour}」` }
  const recent = on === null ? undefined : high.find((line) => isWithin(line, on, windowYears))
  return recent === undefined ? { state: 'unknown', message: `荣誉「${honour}」是否在近 ${windowYears} 年内，需要人工核对` } : { state: 'met', message: `荣誉「${recent}」` }
}

/** 省级骨干教师 and 省骨干教师 are the same. */
const shortened = (text: string) => text.replaceAll(/(?<=[国省市县区旗镇校])级/g, '').replaceAll(/\s/g, '')

/** By the longest name of a level in it: 太仓市级 is not 市级. */
function isHighEnough(line: string, least: string, scheme: Scheme): boolean {
  const floor = levelRank(scheme, least)
  const own = scheme.levels.filter(({ name }) => line.includes(name)).toSorted((a, b) => b.name.length - a.name.length)[0]
  return floor !== undefined && own !== undefined && own.rank >= floor
}

/** The line names one year, and all of it lies within. */
function isWithin(line: string, on: string, years: number): boolean {
  const named = [...line.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => year)
  const [year, another] = named
  return year !== undefined && another === undefined && `${year}-01-01` >= windowBegins(on, years) && year <= on.slice(0, 4)
}
