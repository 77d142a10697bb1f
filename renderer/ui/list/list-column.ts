import type { ReactNode } from 'react'
import type { InputOf } from '../../../shared/contract/routes.ts'
import { formatFen } from '../../../shared/domain/money/fen.ts'

/** One column of a list. `value` is what is sorted, copied and exported; `cell` is what is shown when that differs. */
export interface ListColumn<Row> {
  readonly id: string
  readonly title: string
  readonly value: (row: Row) => string | number | null
  readonly cell?: (row: Row) => ReactNode
  /** What Excel is given: `money` is whole fen in `value`, `date` is `YYYY-MM-DD`. By the value itself when absent. */
  readonly kind?: 'text' | 'number' | 'money' | 'date'
  /** Buttons of a row: shown, but neither copied nor exported. */
  readonly onScreenOnly?: boolean
  /** Pixels; the last column takes what is left. */
  readonly width?: number
  /** Figures stand right. */
  readonly align?: 'left' | 'right'
  readonly sortable?: boolean
  /** In the chooser, but not shown until somebody wants it. */
  readonly hiddenAtFirst?: boolean
}

export interface ListSort {
  readonly id: string
  readonly descending: boolean
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Chinese by pinyin, figures by size, what is missing last. */
export function compareValues(a: string | number | null, b: string | number | null): number {
  if (a === null || a === '') return b === null || b === '' ? 0 : 1
  if (b === null || b === '') return -1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}

/** The rows as a list sorts them that sorts in the page. */
export function sortedBy<Row>(columns: readonly ListColumn<Row>[], sort: ListSort | null, rows: readonly Row[]): readonly Row[] {
  const column = columns.find(({ id }) => id === sort?.id)
  if (sort === null || column === undefined) return rows
  const turn = sort.descending ? -1 : 1
  return rows.toSorted((a, b) => turn * compareValues(column.value(a), column.value(b)))
}

/** Rows as Excel and WPS take them from the clipboard: tabs between cells, what could break a cell taken out. */
export function asClipboardText<Row>(columns: readonly ListColumn<Row>[], rows: readonly Row[]): string {
  const clean = (text: string) => text.replace(/[\t\r\n]+/g, ' ')
  const head = columns.map(({ title }) => title).join('\t')
  const lines = rows.map((row) => columns.map((column) => clean(plainText(column, row))).join('\t'))
  return [head, ...lines].join('\r\n')
}

/** Money as 1200.50: Excel then takes it for a figure. */
function plainText<Row>({ kind, value }: ListColumn<Row>, row: Row): string {
  const found = value(row)
  return kind === 'money' && typeof found === 'number' ? formatFen(found).replaceAll(',', '') : String(found ?? '')
}

/** The list as the route `exports.list` takes it. */
export function asSheet<Row>(title: string, columns: readonly ListColumn<Row>[], rows: readonly Row[]): InputOf<'exports.list'> {
  const kindOf = (column: ListColumn<Row>) => column.kind ?? (rows.some((row) => typeof column.value(row) === 'number') ? 'number' : 'text')
  return {
    title,
    columns: columns.map((column) => ({ title: column.title, kind: kindOf(column) })),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  }
}
