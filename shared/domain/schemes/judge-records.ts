import { type CriterionPart, inOrder, judgedRecord, type RecordLimits } from './candidate-records.ts'
import type { Judgement } from './judgement.ts'
import { recordCriteria } from './record-criteria.ts'
import { criterionName } from './scheme-names.ts'
import { levelName } from './scheme-settings.ts'

/**
 * How far the records of what somebody has done answer the criterion: met when they reach the number, else to be looked at. Records
 * never make anybody fail, because what was done before may only not have been entered. Undefined: no records answer it.
 */
export function judgeByRecords(part: CriterionPart, limits: RecordLimits): Judgement | undefined {
  const criterion = Object.hasOwn(recordCriteria, part.criterion) ? recordCriteria[part.criterion] : undefined
  if (criterion === undefined) return undefined
  const records = limits.records.filter(({ kind }) => criterion.kinds.includes(kind)).map((record) => ({ record, judged: judgedRecord(record, part, limits, criterion.misfit?.(part, record) ?? null) }))
  const counted = records.filter(({ judged }) => judged.why === null)
  const have = counted.reduce((sum, { record }) => sum + record.quantity, 0)
  const basis = { records: inOrder(records.map(({ judged }) => judged)), add: { kind: criterion.add } }
  const want = wantedAmount(part)
  const unit = part.unit ?? criterion.unit
  if (want === null) return have === 0 ? { ...basis, state: 'unknown', message: '' } : { ...basis, state: 'unknown', message: `${whatIsCounted(part, limits)}已登记 ${have} ${unit}，是否符合需要人工核对` }
  const figures = `${whatIsCounted(part, limits)}已登记 ${have} ${unit}，规定 ${want} ${unit}${have < want ? besides(records.length - counted.length) : ''}`
  if (have < want) return { ...basis, state: 'unknown', message: figures }
  return part.topic === undefined ? { ...basis, state: 'met', message: figures } : { ...basis, state: 'unknown', message: `${figures}；是不是${part.topic}方面的，需要人工核对` }
}

/** How many; null where the criterion is put in words that no record can answer. Without a number, one is enough. */
function wantedAmount({ op, value, criterion }: CriterionPart): number | null {
  if (op !== 'atLeast' && op !== 'is') return null
  if (typeof value === 'number') return value
  return value === undefined || (criterion === 'publicTeaching' && typeof value === 'string') ? 1 : null
}

/** 近 5 年区级及以上公开教学; 发表在公开刊物的省级及以上论文; 市级课题（主持）; 国家级及以上论文（德育）. */
function whatIsCounted({ criterion, value, windowYears, level, levelMin, publishedIn, orAwarded, part, topic }: CriterionPart, { scheme }: RecordLimits): string {
  const at = level ?? levelMin
  const more = [part, topic].filter((each) => each !== undefined).join('，')
  return [
    ...(windowYears === undefined ? [] : [`近 ${windowYears} 年`]),
    ...(publishedIn === undefined ? [] : [`发表在${publishedIn.join('、')}的`]), ...(orAwarded === true ? ['发表或获奖的'] : []),
    ...(at === undefined ? [] : [`${levelName(scheme, at) ?? at}${level === undefined ? '及以上' : ''}`]),
    criterion === 'publicTeaching' && typeof value === 'string' ? value : criterionName(criterion), more === '' ? '' : `（${more}）`,
  ].join('')
}

const besides = (others: number) => (others === 0 ? '' : `，另有 ${others} 条不计入`)

