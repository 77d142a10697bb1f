import { isRecord, sameContent } from '../../../shared/domain/schemes/scheme-document.ts'
import { conditionNames, wordFor } from '../../../shared/domain/schemes/scheme-words.ts'

/** Values with names, typed one a line: 语文：2, 直属学校：3—5, 对象：全县. */

type Named = Readonly<Record<string, unknown>>

/** 直属学校：3—5 */
export function tableLines(value: unknown): string[] {
  return isRecord(value) ? Object.entries(value).map(([name, figure]) => `${name}：${figureText(figure)}`) : []
}

function figureText(figure: unknown): string {
  return isRecord(figure) ? `${String(figure['min'])}—${String(figure['max'])}` : String(figure)
}

/** A figure that cannot be read stays as text for the rules of the format to complain of. */
export function readTable(lines: readonly string[]): Named {
  return Object.fromEntries(lines.map((line) => {
    const { name, rest } = parted(line)
    const range = /^(\d+)\s*(?:[—–\-~～至到])+\s*(\d+)$/.exec(rest)
    return [name, range ? { min: Number(range[1]), max: Number(range[2]) } : /^-?\d+(\.\d+)?$/.test(rest) ? Number(rest) : rest]
  }))
}

/** The conditions that have no field of their own, in the words of the office. */
export function conditionLines(value: unknown, apart: readonly string[]): { key: string; line: string }[] {
  if (!isRecord(value)) return []
  return Object.entries(value).filter(([key]) => !apart.includes(key)).map(([key, each]) => ({ key, line: `${wordFor(conditionNames, key)}：${conditionText(each)}` }))
}

function conditionText(value: unknown): string {
  if (Array.isArray(value)) return value.join('、')
  return typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
}

/** What has a field of its own stays; a line that says what it said before keeps its value as it was written (a list, a number). */
export function readConditions(lines: readonly string[], before: unknown, apart: readonly string[]): Named | undefined {
  const old = isRecord(before) ? before : {}
  const kept = Object.entries(old).filter(([key]) => apart.includes(key))
  const told = lines.map((line): [string, unknown] => {
    const { name, rest } = parted(line)
    const key = keyOf(name)
    return [key, Object.hasOwn(old, key) ? asBefore(rest, old[key]) : rest]
  })
  const made = Object.fromEntries([...kept, ...told])
  return Object.keys(made).length === 0 ? undefined : made
}

function asBefore(text: string, before: unknown): unknown {
  if (sameContent(conditionText(before), text)) return before
  if (Array.isArray(before)) return text.split('、').map((part) => part.trim()).filter((part) => part !== '')
  if (typeof before === 'boolean' && (text === '是' || text === '否')) return text === '是'
  return typeof before === 'number' && /^\d+$/.test(text) ? Number(text) : text
}

const keysOfNames = new Map(Object.entries(conditionNames).map(([key, name]) => [name, key]))
const keyOf = (name: string) => keysOfNames.get(name) ?? name

/** Before and after the first colon; a line without one is a name that lacks its figure. */
function parted(line: string): { readonly name: string; readonly rest: string } {
  const at = line.search(/[：:]/)
  return at < 0 ? { name: line, rest: '' } : { name: line.slice(0, at).trim(), rest: line.slice(at + 1).trim() }
}
