import { AppError } from '../../errors.ts'
import type { FormCell, FormRow, FormRowGroup, FormTable } from './form-definition.ts'
import { holds, valueAt } from './form-text.ts'
import type { BorderWeight, Borders, LaidOutCell, LaidOutRow, LaidOutTable } from './laid-out.ts'
import { layOutCell } from './lay-out-cell.ts'
import type { LayoutContext } from './lay-out-paragraph.ts'
import { twipsOfMm } from './type-sizes.ts'

/** Rows up to 40 mm move to the next page whole; a longer one that has grown beyond its height breaks where the page ends. */
const shortRow = twipsOfMm(40)

/** What a line of text needs above and below it in a cell, twips. */
const besideText = 40

/** A row of the definition after repeats are unrolled, each cell with the data that it sees. */
interface PlannedRow {
  readonly row: FormRow
  readonly cells: readonly { readonly cell: FormCell; readonly context: LayoutContext; readonly rowSpan: number }[]
}

/**
 * A table with its data: repeats unrolled, spans placed on the grid, texts final.
 * @throws AppError `documents.badGrid` (invalid) when a row does not fill its columns exactly
 */
export function layOutTable(context: LayoutContext, table: FormTable): LaidOutTable {
  const columns = table.columnsMm.map(twipsOfMm)
  const planned = table.rows.flatMap((entry) => ('lead' in entry ? planGroup(context, entry) : planRow(context, entry)))
  const padding = twipsOfMm(table.paddingMm)
  const open: { until: number; span: number; rowSpan: number; borders: FormCell['borders'] }[] = []
  const rows = planned.map((plan, at): LaidOutRow & { readonly grown: number } => {
    const height = plan.row.heightMm === undefined ? 0 : twipsOfMm(plan.row.heightMm)
    const cells: LaidOutCell[] = []
    let column = 0
    let tallest = 0
    const waiting = [...plan.cells]
    const place = (span: number): number => columns.slice(column, column + span).reduce((sum, width) => sum + width, 0)
    const bordersHere = (own: FormCell['borders'], span: number, rowSpan: number): Borders =>
      bordersOf(table.frame, own, { top: at === 0, bottom: at + rowSpan >= planned.length, left: column === 0, right: column + span >= columns.length })
    while (column < columns.length) {
      const above = open[column]
      if (above !== undefined && above.until > at) {
        cells.push({ column, span: above.span, width: place(above.span), merge: 'continue', rowSpan: 1, vAlign: 'center',
          borders: bordersHere(above.borders, above.span, 1), paragraphs: [] })
        column += above.span
        continue
      }
      const next = waiting.shift()
      if (next === undefined || column + next.cell.span > columns.length) throw badGrid(context, at, columns.length)
      const { cell, rowSpan } = next
      const width = place(cell.span)
      const content = layOutCell(next.context, cell, width - 2 * padding, rowSpan > 1 ? 0 : height)
      if (rowSpan === 1) tallest = Math.max(tallest, content.estimate)
      cells.push({ column, span: cell.span, width, ...(rowSpan > 1 ? { merge: 'start' as const } : {}), rowSpan, vAlign: content.vAlign,
        borders: bordersHere(cell.borders, cell.span, rowSpan), paragraphs: content.paragraphs })
      if (rowSpan > 1) open[column] = { until: at + rowSpan, span: cell.span, rowSpan, borders: cell.borders }
      column += cell.span
    }
    if (waiting.length > 0) throw badGrid(context, at, columns.length)
    return { grown: Math.max(0, tallest + besideText - height), height, rule: plan.row.rule, header: plan.row.header,
      cantSplit: plan.row.header || Math.max(height, tallest) <= shortRow || (tallest <= height && height < 0.9 * context.columnHeight),
      cells: plan.row.keepWithNext ? cells.map(keepCell) : cells }
  })
  if (open.some((merge) => merge !== undefined && merge.until > planned.length)) throw badGrid(context, planned.length, columns.length)
  return { kind: 'table', columns, padding, frame: table.frame, inner: table.frame === 'none' ? 'none' : 'thin', rows: givenWay(planned, rows) }
}

/** A row with `givesMm` becomes lower by as much as the others have grown, so that the form keeps to its page. */
function givenWay(planned: readonly PlannedRow[], rows: readonly (LaidOutRow & { readonly grown: number })[]): LaidOutRow[] {
  const grown = rows.reduce((sum, row, at) => sum + (planned[at]?.row.givesMm === undefined ? row.grown : 0), 0)
  return rows.map((one, at) => {
    const { grown: _, ...row } = one
    return { ...row, height: row.height - Math.min(grown, twipsOfMm(planned[at]?.row.givesMm ?? 0)) }
  })
}

function planGroup(context: LayoutContext, group: FormRowGroup): PlannedRow[] {
  if (!holds(group.when, context.scope)) return []
  const rows = group.rows.flatMap((row) => planRow(context, row))
  return rows.map((plan, at) => at > 0 ? plan : { ...plan, cells: [...group.lead.map((cell) => ({ cell, context, rowSpan: rows.length })), ...plan.cells] })
}

function planRow(context: LayoutContext, row: FormRow): PlannedRow[] {
  if (!holds(row.when, context.scope)) return []
  const { repeat } = row
  if (repeat === undefined) return [{ row, cells: row.cells.map((cell) => ({ cell, context, rowSpan: cell.rowSpan })) }]
  const list = valueAt(repeat.over, context.scope)
  const items: readonly unknown[] = Array.isArray(list) ? list : []
  const rowCount = Math.max(repeat.minRows, Math.ceil(items.length / repeat.columns) + repeat.blankRows)
  return Array.from({ length: rowCount }, (_, at): PlannedRow => ({
    row: at >= rowCount - repeat.keepLast ? { ...row, keepWithNext: true } : row,
    cells: Array.from({ length: repeat.columns }, (_column, beside) => {
      const index = indexAt(at, beside, rowCount, repeat)
      const number = repeat.numberBlanks || index < items.length ? index + 1 : undefined
      const scope = { ...context.scope, item: items[index] ?? null, ...(number === undefined ? {} : { number }) }
      return row.cells.map((cell) => ({ cell, context: { ...context, scope }, rowSpan: cell.rowSpan }))
    }).flat(),
  }))
}

/** Which item stands in row `at`, `beside` places from the left. Down: column by column within each block of rows. */
function indexAt(at: number, beside: number, rowCount: number, repeat: NonNullable<FormRow['repeat']>): number {
  if (repeat.order === 'across') return at * repeat.columns + beside
  const block = repeat.blockRows ?? rowCount
  const first = Math.floor(at / block) * block
  const rowsHere = Math.min(block, rowCount - first)
  return first * repeat.columns + beside * rowsHere + (at - first)
}

function keepCell(cell: LaidOutCell): LaidOutCell {
  return { ...cell, paragraphs: cell.paragraphs.map((paragraph) => ({ ...paragraph, keepNext: true })) }
}

function bordersOf(frame: FormTable['frame'], own: FormCell['borders'], edge: Readonly<Record<keyof Borders, boolean>>): Borders {
  const side = (name: keyof Borders): BorderWeight => own?.[name] ?? (frame === 'none' ? 'none' : edge[name] ? frame : 'thin')
  return { top: side('top'), bottom: side('bottom'), left: side('left'), right: side('right') }
}

function badGrid(context: LayoutContext, at: number, columns: number): AppError {
  return new AppError('documents.badGrid', 'invalid',
    `表单“${context.definition.name}”的表格第 ${at + 1} 行没有正好占满 ${columns} 列，请核对各格的 span 和 rowSpan`)
}
