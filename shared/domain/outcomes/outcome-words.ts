import { metricOf } from '../duties/metric-catalogue.ts'
import { schoolYearName, termName } from '../terms/term-key.ts'
import { outcomePartNames } from './outcome-kind.ts'
import type { OutcomeDetailField } from './outcome-kind.ts'
import { detailFields, specOf } from './outcome-kinds.ts'
import type { DetailValue, LogLine, OutcomeFacts, OutcomePerson } from './outcome-record.ts'

/** 第 2 作者, 主持 …; 本人 needs no word. */
export function partInWords({ part, place }: Pick<OutcomePerson, 'part' | 'place'>): string {
  if (part === 'self') return ''
  return part === 'author' && place !== null ? `第 ${place} 作者` : outcomePartNames[part]
}

/** 沈知远、顾云舒（第 2 作者）: the names with what they did, where that is not plain. */
export function peopleInWords(people: readonly (Pick<OutcomePerson, 'part' | 'place'> & { readonly name: string })[]): string {
  const only = people.length === 1
  return people.map((person) => {
    const words = only && person.part === 'author' ? '' : partInWords(person)
    return words === '' ? person.name : `${person.name}（${words}）`
  }).join('、')
}

/** `term:2026-1` → 2026—2027学年第一学期; what is none of ours stays as it is. */
export function periodInWords(key: string): string {
  const [kind = '', which = ''] = key.split(':')
  if (key === 'cycle') return '整个周期'
  if (kind === 'term' && /^\d{4}-[12]$/.test(which)) return termName(which)
  if (kind === 'schoolYear' && /^\d{4}$/.test(which)) return schoolYearName(Number(which))
  return kind === 'year' ? `${which}年` : key
}

/** The metric's name; a scheme's own word is its own name. */
export function metricInWords(key: string): string {
  return metricOf(key)?.name ?? key
}

/** A value of a detail as a person reads it. */
export function detailInWords(field: OutcomeDetailField, value: DetailValue): string {
  if (field.type === 'choice') return (Object.hasOwn(field.options, String(value)) ? field.options[String(value)] : undefined) ?? String(value)
  if (field.type === 'number') return `${String(value)} ${field.unit}`
  return Array.isArray(value) ? value.map(({ on, text, note }: LogLine) => [on, text, note ? `（${note}）` : ''].filter((part) => part !== '').join('　')).join('\n') : String(value)
}

/** The kind's own fields that are filled in, as label and words, in the order of the form. */
export function detailsInWords({ kind, details }: Pick<OutcomeFacts, 'kind' | 'details'>): readonly { readonly label: string; readonly words: string }[] {
  return detailFields(kind).flatMap((field) => {
    const value = Object.hasOwn(details, field.key) ? details[field.key] : undefined
    return value === undefined ? [] : [{ label: field.label, words: detailInWords(field, value) }]
  })
}

/** 2 节; 1 篇，3,200 字. */
export function amountInWords({ kind, quantity, characters }: Pick<OutcomeFacts, 'kind' | 'quantity' | 'characters'>): string {
  const pieces = `${quantity} ${specOf(kind).unit}`
  return characters === null ? pieces : `${pieces}，${characters.toLocaleString('en-US')} 字`
}
