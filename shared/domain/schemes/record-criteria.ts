import type { MetricKey } from '../duties/metric-catalogue.ts'
import { type OutcomeKind, outcomeKindKeys, specOf } from '../outcomes/outcome-kinds.ts'
import { everyFeedOf } from '../outcomes/outcome-metrics.ts'
import type { CandidateRecord, CriterionPart } from './candidate-records.ts'

/** Which records answer a criterion. */
export interface RecordCriterion {
  readonly kinds: readonly OutcomeKind[]
  readonly unit: string
  /** The kind that is offered where something is missing; null: any. */
  readonly add: OutcomeKind | null
  /** Why a record of these kinds is not what the criterion asks for; null: it is. */
  readonly misfit?: (part: CriterionPart, record: CandidateRecord) => string | null
}

const feeding = (metric: MetricKey) => outcomeKindKeys.filter((kind) => everyFeedOf(kind).includes(metric))

/** By criterion. What stands in none of these (师德, 能力 …) is on no record, and a person judges it. */
export const recordCriteria: Readonly<Record<string, RecordCriterion>> = {
  project: { kinds: ['project'], unit: '项', add: 'project', misfit: otherPart },
  paper: { kinds: ['paper'], unit: '篇', add: 'paper', misfit: notPublished },
  book: { kinds: ['monograph'], unit: '部', add: 'monograph' },
  publicTeaching: { kinds: feeding('publicTeaching'), unit: '次', add: 'openLesson', misfit: otherKind },
  trainingAttended: { kinds: ['training'], unit: '次', add: 'training' },
  award: { kinds: ['award'], unit: '项', add: 'award' },
  contestResult: { kinds: ['award'], unit: '项', add: 'award' },
  mentoring: { kinds: ['mentoringPair'], unit: '对', add: 'mentoringPair' },
  outcome: { kinds: outcomeKindKeys.filter((kind) => specOf(kind).group === 'research'), unit: '项', add: null },
}

/** 主持 is leading; 参与 is either. */
function otherPart({ part }: CriterionPart, record: CandidateRecord): string | null {
  return part === '主持' && record.part !== 'lead' ? '不是主持' : null
}

/** 公开课、观摩课、讲座 … name a kind of record; another word names none. */
function otherKind({ value }: CriterionPart, { kind }: CandidateRecord): string | null {
  return typeof value === 'string' && !specOf(kind).name.includes(value) ? `不是${value}` : null
}

/** What schemes call the journals, and the classes of a paper's record that are meant; `levelKey`: a journal of that level. */
const journals: Readonly<Record<string, { readonly classes: readonly string[]; readonly levelKey?: string }>> = {
  公开刊物: { classes: ['core', 'regular'] }, 正规刊物: { classes: ['core', 'regular'] }, 正式刊物: { classes: ['core', 'regular'] },
  核心刊物: { classes: ['core'] }, 核心期刊: { classes: ['core'] }, 专业核心期刊: { classes: ['core'] },
  自治区期刊: { classes: ['core', 'regular'], levelKey: 'province' }, 省级期刊: { classes: ['core', 'regular'], levelKey: 'province' },
}

function notPublished({ publishedIn, orAwarded }: CriterionPart, { details, levelKey }: CandidateRecord): string | null {
  const { result, journalClass } = details
  const isPublished = result === 'published' || result === 'both'
  if (orAwarded === true && (result === 'awarded' || result === 'both')) return null
  if (!isPublished) return orAwarded === true ? '没有发表或获奖' : '没有发表'
  if (publishedIn === undefined) return null
  const wanted = publishedIn.map((word) => (Object.hasOwn(journals, word) ? journals[word] : undefined))
  if (wanted.every((journal) => journal === undefined)) return '刊物请人工核对'
  if (journalClass === undefined) return '没有填刊物类别'
  const fitting = wanted.filter((journal) => journal?.classes.includes(String(journalClass)))
  if (fitting.length === 0) return `不是${publishedIn.join('、')}`
  if (fitting.some((journal) => journal?.levelKey === undefined || journal.levelKey === levelKey || levelKey === 'national')) return null
  return levelKey === null ? '没有填级别' : `不是${publishedIn.join('、')}`
}
