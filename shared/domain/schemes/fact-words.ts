import { metricOf } from '../duties/metric-catalogue.ts'
import { formatFen } from '../money/fen.ts'
import { amountText, moneyText } from './describe-amounts.ts'
import { criterionText } from './describe-eligibility.ts'
import { roleText, wantedNumber } from './describe-scheme.ts'
import { isRecord, type SchemeDocument, type SchemeFact, valueAt } from './scheme-document.ts'
import type { FieldControl, SchemeField } from './scheme-fields.ts'
import type { Scheme } from './scheme-format.ts'
import { type SchemePart, partAt } from './scheme-parts.ts'
import { subjectName } from './scheme-names.ts'
import { conditionNames, wordFor } from './scheme-words.ts'

/** The value of a field as a person reads it; 「没有写」 where the scheme is silent. */
export function fieldWords(scheme: SchemeDocument, control: FieldControl, value: unknown): string {
  if (value === undefined || value === null || value === '') return '没有写'
  switch (control.kind) {
    case 'yes': return value === true ? '是' : '否'
    case 'money': return typeof value === 'number' && Number.isSafeInteger(value) ? `${formatFen(value)} 元` : String(value)
    case 'choice': return wordFor(control.words, String(value))
    case 'choices': return asTexts(value).map((each) => wordFor(control.words, each)).join('、')
    case 'settable':
      if (isRecord(value)) return `按「${settingQuestion(scheme, value['setting'])}」的选择`
      return asTexts(Array.isArray(value) ? value : [value]).map((each) => wordFor(control.words, each)).join('、')
    case 'level': return nameIn(scheme, 'levels', 'key', value, 'name')
    case 'role': return nameIn(scheme, 'roles', 'role', value, 'displayName')
    case 'meeting': return nameIn(scheme, 'meetings', 'sourceRef', value, 'printedAs')
    case 'duties': return asTexts(value).map((ref) => nameIn(scheme, 'duties', 'sourceRef', ref, 'title')).join('、')
    case 'metric': return metricOf(String(value))?.name ?? String(value)
    case 'grades': return Array.isArray(value) ? value.filter(isRecord).map((grade) => String(grade['name'])).join('、') : ''
    case 'table': return isRecord(value) ? Object.entries(value).map(([name, figure]) => `${name} ${isRecord(figure) ? `${String(figure['min'])}—${String(figure['max'])}` : String(figure)}`).join('，') : String(value)
    case 'conditions': {
      const shown = isRecord(value) ? Object.entries(value).filter(([key]) => !control.apart.includes(key)) : []
      return shown.length === 0 ? '没有写' : shown.map(([key, each]) => `${wordFor(conditionNames, key)} ${plainWords(each)}`).join('；')
    }
    case 'group': return Array.isArray(value) ? value.filter(isRecord).map((part) => groupWords(scheme, control.fields, part)).join('；') : String(value)
    default: return plainWords(value)
  }
}

/** One of a group, field by field. */
function groupWords(scheme: SchemeDocument, fields: readonly SchemeField[], part: SchemeFact): string {
  return fields.filter(({ key }) => part[key] !== undefined).map(({ control, key }) => fieldWords(scheme, control, part[key])).join(' ')
}

/** Numbers, texts, lists and fractions without their keys in braces. */
function plainWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainWords).join('、')
  if (!isRecord(value)) return typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
  const { numerator, denominator } = value
  if (typeof numerator === 'number' && typeof denominator === 'number') return fractionWords(numerator, denominator)
  if ('from' in value && 'to' in value) return `${plainWords(value['from'])} → ${plainWords(value['to'])}`
  if (typeof value['readingLabel'] === 'string' || typeof value['label'] === 'string') return String(value['readingLabel'] ?? value['label'])
  return Object.entries(value).map(([key, each]) => `${key} ${plainWords(each)}`).join('，')
}

/** 1/2 → 一半; 20/100 → 20%; 1/3 → 3 分之 1. */
export function fractionWords(numerator: number, denominator: number): string {
  if (numerator * 2 === denominator) return '一半'
  return denominator === 100 ? `${numerator}%` : `${denominator} 分之 ${numerator}`
}

/** Fields that are read together: how many of what in which period is one thing to say. */
interface Reading {
  readonly keys: readonly string[]
  readonly label: string | null
  words(scheme: SchemeDocument, fact: SchemeFact): string
}

const amount: Reading = {
  keys: ['minimum', 'maximum', 'unit', 'per', 'perText', 'mustExist'], label: null,
  words: (_scheme, fact) => amountText({ ...(fact as unknown as Parameters<typeof amountText>[0]), dueAt: undefined }),
}
const readings: Readonly<Record<string, readonly Reading[]>> = {
  duties: [amount],
  meetings: [amount],
  roles: [{ keys: ['min', 'max', 'approx'], label: null, words: (_scheme, fact) => wantedNumber(fact as Parameters<typeof wantedNumber>[0]) ?? '没有写人数' }],
  eligibility: [{ keys: ['op', 'value', 'maximum', 'unit', 'level', 'levelMin', 'anyOf', 'and'], label: null, words: (scheme, fact) => afterColon(criterionWords(scheme, fact)) }],
}

/** The readings of a part; its other fields are read one by one. */
export function readingsOf(part: SchemePart): readonly Reading[] {
  return readings[part.path] ?? []
}

/** Which fact it is, in a few words. */
export function factTitle(scheme: SchemeDocument, part: SchemePart, fact: SchemeFact): string {
  switch (part.path) {
    case 'duties': return `${subjectName(scheme as unknown as Scheme, String(fact['subject'] ?? ''))}${String(fact['title'] ?? '')}`
    case 'eligibility': return beforeColon(criterionWords(scheme, fact))
    case 'cycle': case 'issued': case 'naming': case 'venue': return part.name
    case 'funding.amounts': return beforeColon(basisOf(fact) || part.name)
    default: {
      const shown = part.fields.find(({ key }) => key === part.title)
      const words = shown === undefined || fact[part.title] === undefined ? '' : fieldWords(scheme, shown.control, fact[part.title])
      return words === '' ? part.name : words.length > 40 ? `${words.slice(0, 39)}…` : words
    }
  }
}

/** The whole fact in one sentence, as the list of facts shows it. */
export function factSentence(scheme: SchemeDocument, part: SchemePart, fact: SchemeFact): string {
  const whole = scheme as unknown as Scheme
  switch (part.path) {
    case 'duties': case 'meetings': return `${factTitle(scheme, part, fact)}：${amountText(fact as unknown as Parameters<typeof amountText>[0])}`
    case 'roles': return roleText(whole, fact as unknown as Parameters<typeof roleText>[1])
    case 'eligibility': return criterionWords(scheme, fact)
    case 'funding.amounts': return moneyText(whole, fact as unknown as Parameters<typeof moneyText>[1], {})
    case 'cycle': return `一个周期 ${String(fact['years'] ?? '？')} 年${fact['approx'] === true ? '左右' : ''}`
    case 'settings': return `${factTitle(scheme, part, fact)} 按「${String(fact['readingLabel'] ?? '')}」`
    case 'setup': return `第 ${String(fact['order'] ?? '？')} 步：${factTitle(scheme, part, fact)}`
    default: return factTitle(scheme, part, fact)
  }
}

const criterionWords = (scheme: SchemeDocument, fact: SchemeFact): string =>
  criterionText(scheme as unknown as Scheme, fact as unknown as Parameters<typeof criterionText>[1]).replace('　', '')

const basisOf = (fact: SchemeFact): string => {
  const basis = partAt('funding.amounts').fields.find(({ key }) => key === 'basis')
  return basis?.control.kind === 'choice' && typeof fact['basis'] === 'string' ? wordFor(basis.control.words, fact['basis']) : ''
}

const beforeColon = (words: string) => words.split('：')[0] ?? words
const afterColon = (words: string) => (words.includes('：') ? words.slice(words.indexOf('：') + 1) : '没有写')
const asTexts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

function settingQuestion(scheme: SchemeDocument, key: unknown): string {
  return nameIn(scheme, 'settings', 'key', key, 'question')
}

function nameIn(scheme: SchemeDocument, list: string, key: string, value: unknown, name: string): string {
  const entries = valueAt(scheme, list)
  const found = Array.isArray(entries) ? entries.find((entry) => isRecord(entry) && entry[key] === value) : undefined
  return isRecord(found) && typeof found[name] === 'string' && found[name] !== '' ? found[name] : String(value)
}
