import { isDay } from '../dates/day.ts'
import { metricOf } from '../duties/metric-catalogue.ts'
import type { OutcomeDetailField, OutcomeField } from './outcome-kind.ts'
import type { OutcomeKind } from './outcome-kinds.ts'
import { columnOf, detailFields, isOwnDoing, specOf } from './outcome-kinds.ts'
import { publicationNumbers } from './publication-numbers.ts'
import type { DetailValue, LogLine, OutcomeDetails, OutcomeFacts } from './outcome-record.ts'

/** What is wrong with a record, at a field of its form. */
export interface OutcomeFault {
  readonly field: string
  readonly message: string
}

const mostLines = 100
const periodKey = /^(cycle|term:\d{4}-[12]|schoolYear:\d{4}|year:\d{4})$/

/** The record with blanks trimmed, empty details left out, and nothing in columns that its kind does not have. */
export function tidyOutcome(record: OutcomeFacts): OutcomeFacts {
  const has = (key: string) => columnOf(record.kind, key) !== undefined
  return {
    ...record,
    title: record.title.trim(),
    untilDay: has('untilDay') ? record.untilDay || null : null,
    forPeriod: has('forPeriod') ? record.forPeriod : null,
    levelKey: has('level') ? record.levelKey : null,
    characters: has('characters') ? record.characters : null,
    quantity: has('quantity') ? record.quantity : 1,
    metricKey: has('metric') ? record.metricKey?.trim() || null : null,
    people: record.people.map((person) => ({ ...person, place: person.part === 'author' ? person.place : null })),
    details: Object.fromEntries(detailFields(record.kind).flatMap((field) => {
      const value = tidyValue(field, own(record.details, field.key))
      return value === null ? [] : [[field.key, value]]
    })),
  }
}

function tidyValue(field: OutcomeDetailField, value: DetailValue | undefined): DetailValue | null {
  if (value === undefined) return null
  if (typeof value === 'string') return value.trim() === '' ? null : field.type === 'line' && field.number ? publicationNumbers[field.number].tidy(value) : value.trim()
  if (typeof value === 'number') return field.type === 'number' ? value : null
  const lines = value.map(({ on, text, note = '' }) => ({ on: on.trim(), text: text.trim(), ...(field.type === 'course' ? { note: note.trim() } : {}) }))
    .filter(({ on, text, note = '' }) => on !== '' || text !== '' || note !== '')
  return lines.length === 0 ? null : lines
}

/**
 * What stands against a (tidied) record, in the order of its form; fields of details are named `details.<key>`. Nothing is required
 * of a draft but what the list needs: title and day.
 */
export function checkOutcome(record: OutcomeFacts, asDraft = false): readonly OutcomeFault[] {
  const spec = specOf(record.kind)
  const faults = spec.fields.flatMap((field) => (field.type === 'column' ? columnFault(field, record, asDraft) : detailFault(field, record, asDraft)) ?? [])
  const unknown = Object.keys(record.details).filter((key) => !detailFields(record.kind).some((field) => field.key === key))
  return [...faults, ...unknown.map((key) => ({ field: `details.${key}`, message: `「${spec.name}」没有「${key}」这一栏` }))]
}

type Column = Extract<OutcomeField, { type: 'column' }>

function columnFault(field: Column, record: OutcomeFacts, asDraft: boolean): OutcomeFault | null {
  const at = (message: string): OutcomeFault => ({ field: field.key === 'level' ? 'levelKey' : field.key === 'metric' ? 'metricKey' : field.key, message })
  const missing = field.required === true && !asDraft
  switch (field.key) {
    case 'title': return record.title === '' ? at(`请填写${field.label}`) : record.title.length > 100 ? at('最多 100 个字') : null
    case 'onDay': return isDay(record.onDay) ? null : at(`请填写${field.label}`)
    case 'untilDay': return untilFault(record, field.label, at)
    case 'people': return peopleFault(record, field.label, at, asDraft)
    case 'level': return record.levelKey === null && missing ? at('请选择级别') : null
    case 'characters': return amountFault(record.characters, missing, 10_000_000, '请填写字数', at)
    case 'quantity': return amountFault(record.quantity, missing, 10_000, `请填写${field.label}`, at, true)
    case 'forPeriod': return record.forPeriod === null ? (missing ? at(`请选择${field.label}`) : null) : periodKey.test(record.forPeriod) ? null : at('请从列出的时间段里选')
    case 'metric': return metricFault(record.metricKey, missing, at)
    default: return null
  }
}

function untilFault({ untilDay, onDay }: OutcomeFacts, label: string, at: (message: string) => OutcomeFault): OutcomeFault | null {
  if (untilDay === null) return null
  if (!isDay(untilDay)) return at(`${label}应写成 2026-09-01 这样`)
  return untilDay < onDay ? at(`${label} ${untilDay} 早于 ${onDay}，请核对`) : null
}

function peopleFault({ kind, people }: OutcomeFacts, label: string, at: (message: string) => OutcomeFault, asDraft: boolean): OutcomeFault | null {
  const { byStudio, parts } = specOf(kind)
  if (new Set(people.map(({ personId }) => personId)).size < people.length) return at('同一个人出现了两次，请去掉一个')
  if (people.some(({ part }) => !parts.includes(part))) return at(`「${specOf(kind).name}」里没有这种身份，请重新选择`)
  if (byStudio || asDraft) return null
  return people.some(({ part }) => isOwnDoing(part)) ? null : at(people.length === 0 ? `请选择${label}` : '请写明是谁做的，不能只有被指导的人')
}

function amountFault(value: number | null, missing: boolean, most: number, empty: string, at: (message: string) => OutcomeFault, halves = false): OutcomeFault | null {
  if (value === null) return missing ? at(empty) : null
  if (!(value > 0) || value > most || (halves ? !Number.isInteger(value * 2) : !Number.isInteger(value))) {
    return at(halves ? `应是 0.5 到 ${most.toLocaleString('en-US')} 之间的数，可以有半个` : `应是 1 到 ${most.toLocaleString('en-US')} 之间的整数`)
  }
  return null
}

function metricFault(key: string | null, missing: boolean, at: (message: string) => OutcomeFault): OutcomeFault | null {
  if (key === null) return missing ? at('请选择规程里的哪一项') : null
  // A scheme's own words are kept as they are.
  return metricOf(key) === undefined && key.length > 60 ? at('最多 60 个字') : null
}

function detailFault(field: OutcomeDetailField, { kind, details }: OutcomeFacts, asDraft: boolean): OutcomeFault | null {
  const value = own(details, field.key)
  const message = value === undefined ? (field.required && !asDraft ? `请填写${field.label}` : null) : (wrongWith(field, value) ?? (field.type === 'day' ? tooEarly(field, kind, details) : null))
  return message === null ? null : { field: `details.${field.key}`, message }
}

/** Stages come one after the other. */
function tooEarly({ key, label, after }: Extract<OutcomeDetailField, { type: 'day' }>, kind: OutcomeKind, details: OutcomeDetails): string | null {
  const before = detailFields(kind).find((field) => field.key === after)
  const earlier = before && own(details, before.key)
  const day = own(details, key)
  return before !== undefined && typeof earlier === 'string' && typeof day === 'string' && day < earlier ? `${label} ${day} 早于${before.label} ${earlier}，请核对` : null
}

function wrongWith(field: OutcomeDetailField, value: DetailValue): string | null {
  switch (field.type) {
    case 'number': return typeof value === 'number' && value >= 0 && value <= field.max ? null : `应是 0 到 ${field.max.toLocaleString('en-US')} 之间的数`
    case 'course': return isLog(value) ? courseFault(value) : '请按行填写教学过程'
    case 'log': return isLog(value) ? logFault(value) : '请按行填写日期和内容'
    case 'day': return typeof value === 'string' && isDay(value) ? null : `${field.label}应写成 2026-09-01 这样`
    case 'choice': return typeof value === 'string' && Object.hasOwn(field.options, value) ? null : `请从列出的${field.label}里选`
    case 'step': return typeof value === 'string' && value.length <= 40 ? null : '最多 40 个字'
    case 'line':
    case 'text': return typeof value === 'string' && value.length <= field.max ? (field.type === 'line' && field.number ? publicationNumbers[field.number].faultOf(value) : null) : `最多 ${field.max.toLocaleString('en-US')} 个字`
  }
}

function isLog(value: DetailValue): value is readonly LogLine[] {
  return Array.isArray(value)
}

function logFault(lines: readonly LogLine[]): string | null {
  if (lines.length > mostLines) return `最多 ${mostLines} 行`
  const bad = lines.findIndex(({ on, text }) => !isDay(on) || text === '' || text.length > 500)
  return bad === -1 ? null : `第 ${bad + 1} 行：请填写日期和内容（最多 500 个字）`
}

function courseFault(lines: readonly LogLine[]): string | null {
  if (lines.length > mostLines) return `最多 ${mostLines} 行`
  const bad = lines.findIndex(({ on, text, note = '' }) => on.length > 20 || text.length > 2000 || note.length > 2000)
  return bad === -1 ? null : `第 ${bad + 1} 行：时间最多 20 个字，过程和点评各最多 2,000 个字`
}

function own(details: OutcomeDetails, key: string): DetailValue | undefined {
  return Object.hasOwn(details, key) ? details[key] : undefined
}
