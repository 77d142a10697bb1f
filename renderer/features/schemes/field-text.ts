import { isRecord } from '../../../shared/domain/schemes/scheme-document.ts'
import type { FieldControl } from '../../../shared/domain/schemes/scheme-fields.ts'
import { formatFen } from '../../../shared/domain/money/fen.ts'
import { parseFen } from '../../../shared/domain/money/parse-fen.ts'
import { conditionLines, readConditions, readTable, tableLines } from './lines-with-names.ts'

/** How the value of a field is typed, where that takes more than a plain text field; and how what was typed is read back. */

export function typedText(control: FieldControl, value: unknown): string {
  if (value === undefined || value === null) return ''
  switch (control.kind) {
    case 'texts': return Array.isArray(value) ? value.join('\n') : String(value)
    case 'money': return typeof value === 'number' && Number.isSafeInteger(value) ? formatFen(value).replaceAll(',', '').replace(/\.00$/, '') : String(value)
    case 'fraction': case 'numberOrFraction': return isRecord(value) ? `${String(value['numerator'])}/${String(value['denominator'])}` : String(value)
    case 'grades': return Array.isArray(value) ? value.filter(isRecord).map((grade) => `${String(grade['name'])}${grade['passes'] === undefined ? '' : grade['passes'] === true ? '：通过' : '：不通过'}`).join('\n') : ''
    case 'steps': return Array.isArray(value) ? value.filter(isRecord).map((step) => `${String(step['from'])} → ${String(step['to'])}`).join('\n') : ''
    case 'value': return typeof value === 'boolean' ? (value ? '是' : '否') : Array.isArray(value) ? value.join('\n') : String(value)
    case 'table': return tableLines(value).join('\n')
    case 'conditions': return conditionLines(value, control.apart).map(({ line }) => line).join('\n')
    default: return String(value)
  }
}

/**
 * `undefined` where nothing was typed (of grades: that none is named); what cannot be read stays as text, and the rules of the format say so at
 * the field. `before` is what the field holds: of it is kept what no line shows, and whatever a line says as it said it.
 */
export function readText(control: FieldControl, text: string, before?: unknown): unknown {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  if (control.kind === 'conditions') return readConditions(lines, before, control.apart)
  if (lines.length === 0) return control.kind === 'grades' ? [] : undefined
  switch (control.kind) {
    case 'texts': return lines
    case 'money': {
      const reading = parseFen(text)
      return reading.ok ? Number(reading.value) : text
    }
    case 'fraction': return readFraction(text) ?? text
    case 'numberOrFraction': return readNumber(text) ?? readFraction(text) ?? text
    case 'number': return readNumber(text) ?? text
    case 'grades': return lines.map((line) => {
      const [name = '', passes] = line.split(/[：:]/).map((part) => part.trim())
      return { name, ...(passes === '通过' ? { passes: true } : passes === '不通过' ? { passes: false } : {}) }
    })
    case 'steps': return lines.map((line) => {
      const [from = '', to = ''] = line.split(/→|->|到/).map((part) => part.trim())
      return { from, to }
    })
    case 'value': return text.trim() === '是' ? true : text.trim() === '否' ? false : lines.length > 1 || Array.isArray(before) ? lines : (readNumber(text) ?? text.trim())
    case 'table': return readTable(lines)
    default: return text
  }
}

/** A plain number; null for anything else. */
export function readNumber(text: string): number | null {
  return /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : null
}

/** 1/2, 20%, 三分之一 is not read. */
function readFraction(text: string): { numerator: number; denominator: number } | null {
  const percent = /^\s*(\d+)\s*[%％]\s*$/.exec(text)
  if (percent) return { numerator: Number(percent[1]), denominator: 100 }
  const parts = /^\s*(\d+)\s*[/／]\s*(\d+)\s*$/.exec(text)
  return parts ? { numerator: Number(parts[1]), denominator: Number(parts[2]) } : null
}
