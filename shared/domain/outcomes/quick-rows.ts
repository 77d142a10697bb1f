import { type DetailValue, type OutcomeFacts, type OutcomePerson } from './outcome-record.ts'
import { columnOf, detailFields, type OutcomeKind, specOf } from './outcome-kinds.ts'

/** One column of the grid in which many alike records are entered. */
export interface QuickColumn {
  readonly key: string
  readonly label: string
  readonly required: boolean
}

/** A row as it was typed: the words of its cells by column, and who was found for the name. */
export interface QuickRow {
  readonly cells: Readonly<Record<string, string>>
  readonly personId: string | null
}

const mostDetails = 3

/** Who, when, what, how much, and the first short fields that the kind's paper asks for. */
export function quickColumns(kind: OutcomeKind): readonly QuickColumn[] {
  const column = (key: string) => {
    const found = columnOf(kind, key)
    return found === undefined ? [] : [{ key, label: found.label, required: found.required === true }]
  }
  const details = detailFields(kind).filter(({ type }) => type === 'line' || type === 'number' || type === 'choice')
  const shown = [...details.filter(({ required }) => required), ...details.filter(({ required }) => !required)].slice(0, mostDetails)
  return [
    ...column('people').map((people) => ({ ...people, required: specOf(kind).byStudio !== true })), ...column('onDay'), ...column('title'), ...column('quantity'), ...column('characters'), ...column('level'),
    ...shown.map(({ key, label, required = false }) => ({ key: `details.${key}`, label, required })),
  ]
}

/** Whether a kind can be entered in rows: nothing that must be filled in is without a column. */
export function hasQuickRows(kind: OutcomeKind): boolean {
  const columns = quickColumns(kind).map(({ key }) => key)
  return specOf(kind).fields.every((field) => field.required !== true || columns.includes(field.type === 'column' ? field.key : `details.${field.key}`))
}

export function isBlankRow({ cells }: QuickRow): boolean {
  return Object.values(cells).every((text) => text.trim() === '')
}

/** The record that a row means: choices and levels by their names, figures as figures; what cannot be read stays as it was typed, for the check to tell. */
export function factsOfRow(kind: OutcomeKind, row: QuickRow, studioId: string | null, levels: readonly { readonly key: string; readonly name: string }[]): OutcomeFacts {
  const cell = (key: string) => (row.cells[key] ?? '').trim()
  const part = specOf(kind).parts[0] ?? 'self'
  const people: OutcomePerson[] = row.personId === null ? [] : [{ personId: row.personId, part, place: part === 'author' ? 1 : null }]
  const details = detailFields(kind).flatMap((field): [string, DetailValue][] => {
    const text = cell(`details.${field.key}`)
    if (text === '') return []
    if (field.type === 'number') return [[field.key, figure(text)]]
    if (field.type === 'choice') return [[field.key, Object.entries(field.options).find(([, name]) => name === text)?.[0] ?? text]]
    return [[field.key, text]]
  })
  return {
    kind, title: cell('title'), onDay: dayOf(cell('onDay')), untilDay: null, forPeriod: null, studioId, metricKey: null, people,
    levelKey: cell('level') === '' ? null : (levels.find(({ name }) => name === cell('level'))?.key ?? cell('level')),
    characters: cell('characters') === '' ? null : figure(cell('characters')),
    quantity: cell('quantity') === '' ? 1 : figure(cell('quantity')),
    details: Object.fromEntries(details),
  }
}

/** A figure, with or without thousands; what is none counts as none, which no check lets through. */
function figure(text: string): number {
  const value = Number(text.replaceAll(',', ''))
  return Number.isFinite(value) ? value : -1
}

/** 2026.9.3, 2026/9/3, 20260903 as 2026-09-03; what is no day stays as it was typed. */
function dayOf(text: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?$/.exec(text) ?? []
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Text from Excel laid over the rows from one cell on; rows are added as they are needed. */
export function pasteRows(rows: readonly QuickRow[], columns: readonly QuickColumn[], at: { readonly row: number; readonly column: number }, text: string): readonly QuickRow[] {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t'))
  const length = Math.max(rows.length, at.row + lines.length)
  return Array.from({ length }, (_, index) => {
    const row = rows[index] ?? emptyRow
    const line = lines[index - at.row]
    if (line === undefined) return row
    const cells = Object.fromEntries(line.flatMap((cell, offset) => {
      const column = columns[at.column + offset]
      return column === undefined ? [] : [[column.key, cell.trim()]]
    }))
    return { cells: { ...row.cells, ...cells }, personId: 'people' in cells && cells['people'] !== row.cells['people'] ? null : row.personId }
  })
}

export const emptyRow: QuickRow = { cells: {}, personId: null }
