/**
 * The small language of a form's texts. `{{path}}` is a field; `{{path|filter|filter:argument}}` formats it:
 *
 * `day` 2026年9月1日 · `day:blank` the same, and 年 月 日 with room to write when empty · `month` 1988年6月 · `yearMonth` 1988.06 ·
 * `coverDay` 二〇二六年九月一日 · `money` 1,800.00 · `yuan` ￥1,800.00 · `capital` 壹仟捌佰元整 · `idNumber`, `phone` as the
 * document's purpose allows · `join:、` a list in one line · `or:无` instead of nothing · `suffix:人` after something ·
 * `blank:8` eight underlined blanks instead of nothing · `underline` · `if:words` words when there is something.
 *
 * `{{page}}` and `{{pages}}` are page number and count; at `{{break}}` a title that is too long for one line is broken,
 * so that its parts keep their meaning (GB/T 9704). Paths are own properties, `item` is the item of a repeated row.
 */
import { AppError } from '../../errors.ts'
import { blankDay, dayInChineseFigures, dayInText, partialDayInText, yearMonthOnForm } from '../dates/format-day.ts'
import { capitalAmount } from '../money/capital-amount.ts'
import { formatFen, formatYuanSign } from '../money/fen.ts'
import { personalDataFor } from '../people/masking.ts'
import type { PersonalDataProfile } from '../people/masking.ts'

export interface FormScope {
  readonly data: object
  readonly item?: unknown
  readonly number?: number
  /** What the document may show of ID numbers and phones. */
  readonly profile: PersonalDataProfile
}

export interface TextPiece {
  readonly text: string
  readonly underline: boolean
  /** Page number, page count, or a place where the line may be broken if it is too long. */
  readonly field?: 'page' | 'pages' | 'break'
}

interface Expression {
  readonly path: readonly string[]
  readonly filters: readonly { readonly name: string; readonly argument: string }[]
}

const formats: Readonly<Record<string, (value: unknown, argument: string, profile: PersonalDataProfile) => string>> = {
  day: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? dayInText(String(value)) : partialDayInText(String(value))),
  month: (value) => partialDayInText(String(value).slice(0, 7)),
  yearMonth: (value) => yearMonthOnForm(String(value)),
  coverDay: (value) => dayInChineseFigures(String(value)),
  money: (value) => formatFen(Number(value)),
  yuan: (value) => formatYuanSign(Number(value)),
  capital: (value) => capitalAmount(Number(value)),
  idNumber: (value, _argument, profile) => personalDataFor(profile, { idNumber: String(value), phone: null }).idNumber ?? '',
  phone: (value, _argument, profile) => personalDataFor(profile, { idNumber: null, phone: String(value) }).phone ?? '',
  join: (value, argument) => (Array.isArray(value) ? value.map(plain).filter((text) => text !== '').join(argument) : plain(value)),
  suffix: (value, argument) => `${plain(value)}${argument}`,
  if: (_value, argument) => argument,
}
const whenEmpty: Readonly<Record<string, (argument: string) => string>> = {
  day: (argument) => (argument === 'blank' ? blankDay : ''),
  or: (argument) => argument,
  blank: (argument) => '　'.repeat(Number(argument)),
}
const known = new Set([...Object.keys(formats), ...Object.keys(whenEmpty), 'underline'])
const parsed = new Map<string, Expression>()
const placeholder = /\{\{([^{}]+)\}\}/g

/** @throws AppError `documents.badExpression` (invalid) for a filter that does not exist */
export function parseExpression(source: string): Expression {
  const had = parsed.get(source)
  if (had !== undefined) return had
  const [path = '', ...rest] = source.split('|')
  const filters = rest.map((part) => {
    const colon = part.indexOf(':')
    return colon < 0 ? { name: part.trim(), argument: '' } : { name: part.slice(0, colon).trim(), argument: part.slice(colon + 1) }
  })
  const unknown = filters.find((filter) => !known.has(filter.name))
  if (path.trim() === '' || unknown !== undefined) {
    throw new AppError('documents.badExpression', 'invalid', `表单里的“{{${source}}}”写法不认识${unknown === undefined ? '' : `：没有“${unknown.name}”这种格式`}，请改正`)
  }
  const expression = { path: path.trim().split('.'), filters }
  parsed.set(source, expression)
  return expression
}

/** The raw value at a path, `undefined` where there is none; only own properties are seen. */
export function valueAt(path: string, scope: FormScope): unknown {
  return follow(path.split('.'), scope)
}

function follow(path: readonly string[], scope: FormScope): unknown {
  let at: unknown = scope.data
  let steps = path
  if (path[0] === 'item') { at = scope.item; steps = path.slice(1) }
  else if (path[0] === 'number' && path.length === 1) return scope.number
  for (const step of steps) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = (at as Record<string, unknown>)[step]
  }
  return at
}

/** Whether a `when` holds: the field is there, not empty, not zero, not false; `!path` for the contrary. */
export function holds(condition: string | undefined, scope: FormScope): boolean {
  if (condition === undefined) return true
  if (condition.startsWith('!')) return !holds(condition.slice(1), scope)
  const value = valueAt(condition, scope)
  return !isEmpty(value) && value !== false && value !== 0
}

/** The value of one expression as pieces of text. */
export function evaluate(source: string, scope: FormScope): TextPiece {
  if (source === 'page' || source === 'pages' || source === 'break') return { text: '', underline: false, field: source }
  const expression = parseExpression(source)
  const value = follow(expression.path, scope)
  let underline = false
  let text: string | null = isEmpty(value) ? null : plain(value)
  let raw: unknown = value
  for (const { name, argument } of expression.filters) {
    if (name === 'underline') { underline = true; continue }
    if (text === null || text === '') {
      text = whenEmpty[name]?.(argument) ?? text
      if (name === 'blank') underline = true
    }
    else if (formats[name] !== undefined) {
      text = formats[name](raw, argument, scope.profile)
      raw = text
    }
  }
  return { text: text ?? '', underline }
}

/** A text with its expressions replaced. */
export function fillText(source: string, scope: FormScope): TextPiece[] {
  const pieces: TextPiece[] = []
  let from = 0
  for (const match of source.matchAll(placeholder)) {
    if (match.index > from) pieces.push({ text: source.slice(from, match.index), underline: false })
    pieces.push(evaluate(match[1] ?? '', scope))
    from = match.index + match[0].length
  }
  if (from < source.length) pieces.push({ text: source.slice(from), underline: false })
  return pieces.filter((piece) => piece.text !== '' || piece.field !== undefined)
}

/** Like `fillText`, without the marks. */
export function fillPlain(source: string, scope: FormScope): string {
  return fillText(source, scope).map((piece) => piece.text).join('')
}

/** Every expression in a text. */
export function expressionsIn(source: string): string[] {
  return [...source.matchAll(placeholder)].map((match) => match[1] ?? '')
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/**
 * A value as text that XML can hold: line ends become `\n`, other control characters and halves of surrogate pairs go.
 * A list stands one item a line.
 */
function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join('\n')
  const text = typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replaceAll('\uFFFD', '').replace(/\r\n?|\u2028|\u2029|\u000B|\u000C/g, '\n').replaceAll('\t', '　').replace(/[\u0000-\u0009\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '')
}
