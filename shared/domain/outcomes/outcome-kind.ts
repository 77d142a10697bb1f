import type { MetricKey } from '../duties/metric-catalogue.ts'
import { type PublicationNumber, publicationNumbers } from './publication-numbers.ts'

/** What a kind of outcome is made of. The kinds themselves are data: see `outcome-kinds.ts`. */

export const outcomeGroupNames = {
  teaching: '教学', listening: '听课评课', guiding: '指导与辐射', research: '教研', writing: '写作', reading: '读书', planning: '规划与总结', online: '网络',
  growth: '获奖与成长', other: '其他',
} as const
export type OutcomeGroup = keyof typeof outcomeGroupNames

/** What somebody did in it. An author has a place (第 2 作者); whoever is mentored stands in the record, but it is not her doing. */
export const outcomeParts = ['self', 'lead', 'takePart', 'guide', 'author', 'mentee'] as const
export type OutcomePart = (typeof outcomeParts)[number]
export const outcomePartNames: Readonly<Record<OutcomePart, string>> = {
  self: '本人', lead: '主持', takePart: '参与', guide: '指导', author: '作者', mentee: '被指导',
}

/** What every record has, whatever its kind; a kind says which of them its paper asks for, and under which name. */
export const outcomeColumns = ['title', 'onDay', 'untilDay', 'people', 'level', 'quantity', 'characters', 'forPeriod', 'metric'] as const
export type OutcomeColumn = (typeof outcomeColumns)[number]

interface Labelled {
  readonly label: string
  readonly required?: boolean
  readonly hint?: string
}

export type OutcomeDetailField = Labelled & { readonly key: string } & (
  | { readonly type: 'line'; readonly max: number; readonly number?: PublicationNumber }
  | { readonly type: 'text'; readonly max: number }
  | { readonly type: 'day'; /** The key of the day that it cannot come before, where both stand. */ readonly after?: string }
  | { readonly type: 'number'; readonly unit: string; readonly max: number }
  | { readonly type: 'choice'; readonly options: Readonly<Record<string, string>> }
  /** Dated lines: what was done on which day. */
  | { readonly type: 'log' }
  /** What happened in a lesson, line by line: when, what was done, what the listener remarks on it. */
  | { readonly type: 'course' }
  /** A step of the school's own ladder (`growth-ladder.ts`). */
  | { readonly type: 'step' }
)
export type OutcomeField = OutcomeDetailField | (Labelled & { readonly type: 'column'; readonly key: OutcomeColumn; readonly unit?: string })

/** Which metric a record counts for. Alone: always. */
export type Feed = MetricKey | {
  readonly metric?: MetricKey
  /** A plain word that schemes name among several ways of fulfilling a duty (`anyOf`). */
  readonly word?: string
  /** Only when this field is filled in … */
  readonly field?: string
  /** … with one of these. */
  readonly is?: readonly string[]
  /** The field with the day from which it counts, when that is not the record's own; without that day it does not count yet. */
  readonly on?: string
  /** An act of its own beside the others (to review a lesson that was listened to), so that both count. */
  readonly apart?: true
}

export interface OutcomeKindSpec {
  readonly name: string
  /** Initials of the name, by which it is found in the list of kinds. */
  readonly letters: string
  readonly group: OutcomeGroup
  readonly unit: string
  /** In the order of the paper form. */
  readonly fields: readonly OutcomeField[]
  /** What people can be in it; the first is meant unless something else is chosen. */
  readonly parts: readonly OutcomePart[]
  /** The studio's own doing: it may stand without people. */
  readonly byStudio?: true
  /** What is to be attached, e.g. a scan; absent where nothing is expected. */
  readonly evidence?: string
  /** What the quantity measures besides pieces. */
  readonly measure?: 'lessonHours'
  /** Offered as title where there is usually only one. */
  readonly titleAtFirst?: string
  readonly feeds: readonly Feed[]
}

// Words with which the catalogue is written.

const column = (key: OutcomeColumn, label: string, more: { required?: boolean; hint?: string; unit?: string } = {}): OutcomeField => ({ type: 'column', key, label, ...more })
export const title = (label: string, hint?: string): OutcomeField => column('title', label, { required: true, ...(hint === undefined ? {} : { hint }) })
export const day = (label = '日期'): OutcomeField => column('onDay', label, { required: true })
export const until = (label = '结束日期'): OutcomeField => column('untilDay', label)
export const people = (label: string): OutcomeField => column('people', label)
export const level = (label = '级别', required = false): OutcomeField => column('level', label, { required })
export const quantity = (label: string, unit: string): OutcomeField => column('quantity', label, { unit, required: true })
export const characters = (required = false): OutcomeField => column('characters', '字数', { unit: '字', required })
export const forPeriod = (label = '哪一段时间的'): OutcomeField => column('forPeriod', label, { required: true })
export const metric = (label: string): OutcomeField => column('metric', label, { required: true })

export const line = (key: string, label: string, max = 60): OutcomeDetailField => ({ type: 'line', key, label, max })
export const text = (key: string, label: string, max = 4000): OutcomeDetailField => ({ type: 'text', key, label, max })
export const publication = (key: string, label: string, kind: PublicationNumber): OutcomeDetailField => ({ type: 'line', key, label, max: 40, number: kind, hint: publicationNumbers[kind].hint })
export const course = (key: string, label: string): OutcomeDetailField => ({ type: 'course', key, label })
export const dayOf = (key: string, label: string, after?: string): OutcomeDetailField => ({ type: 'day', key, label, ...(after === undefined ? {} : { after }) })
export const number = (key: string, label: string, unit: string, max = 100_000): OutcomeDetailField => ({ type: 'number', key, label, unit, max })
export const choice = (key: string, label: string, options: Readonly<Record<string, string>>): OutcomeDetailField => ({ type: 'choice', key, label, options })
export const required = <F extends OutcomeField>(field: F): F => ({ ...field, required: true })
