import type { IContext } from 'docx'
import type { BorderWeight, Borders, LaidOutCell, LaidOutRow, LaidOutTable } from '../../../../shared/domain/documents/laid-out.ts'
import { wordParagraph } from './paragraph.ts'
import type { WordWriting } from './paragraph.ts'
import { element, empty } from './plain-xml.ts'
import type { PlainXml } from './plain-xml.ts'

/** Lines in eighths of a point: 0.5 pt, and 1.5 pt for a thick frame. */
const lines: Readonly<Record<BorderWeight, Readonly<Record<string, string | number>>>> = {
  none: { 'w:val': 'none', 'w:sz': 0, 'w:space': 0, 'w:color': 'auto' },
  thin: { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' },
  thick: { 'w:val': 'single', 'w:sz': 12, 'w:space': 0, 'w:color': '000000' },
}
const sides = ['top', 'left', 'bottom', 'right'] as const

/** A table with fixed widths in DXA on its column grid, which WPS and Word draw alike. Order of properties: the schema's. */
export function wordTable(table: LaidOutTable, writing: WordWriting, context: IContext): PlainXml {
  const width = table.columns.reduce((sum, column) => sum + column, 0)
  const margin = (side: string, twips: number): PlainXml => empty(`w:${side}`, { 'w:w': twips, 'w:type': 'dxa' })
  return element('w:tbl', [
    element('w:tblPr', [
      empty('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
      empty('w:jc', { 'w:val': 'center' }),
      element('w:tblBorders', [
        ...sides.map((side) => empty(`w:${side}`, lines[table.frame])),
        empty('w:insideH', lines[table.inner]), empty('w:insideV', lines[table.inner]),
      ]),
      empty('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblCellMar', [margin('top', 20), margin('left', table.padding), margin('bottom', 20), margin('right', table.padding)]),
    ]),
    element('w:tblGrid', table.columns.map((column) => empty('w:gridCol', { 'w:w': column }))),
    ...table.rows.map((row, at) => wordRow(table, row, at, writing, context)),
  ])
}

function wordRow(table: LaidOutTable, row: LaidOutRow, at: number, writing: WordWriting, context: IContext): PlainXml {
  const properties = [
    ...(row.cantSplit ? [empty('w:cantSplit')] : []),
    ...(row.height === 0 ? [] : [empty('w:trHeight', { 'w:val': row.height, 'w:hRule': row.rule })]),
    ...(row.header ? [empty('w:tblHeader')] : []),
  ]
  return element('w:tr', [
    ...(properties.length === 0 ? [] : [element('w:trPr', properties)]),
    ...row.cells.map((cell) => wordCell(table, cell, at, writing, context)),
  ])
}

function wordCell(table: LaidOutTable, cell: LaidOutCell, at: number, writing: WordWriting, context: IContext): PlainXml {
  const borders = ownBorders(table, cell, at)
  return element('w:tc', [
    element('w:tcPr', [
      empty('w:tcW', { 'w:w': cell.width, 'w:type': 'dxa' }),
      ...(cell.span > 1 ? [empty('w:gridSpan', { 'w:val': cell.span })] : []),
      ...(cell.merge === undefined ? [] : [empty('w:vMerge', { 'w:val': cell.merge === 'start' ? 'restart' : 'continue' })]),
      ...(borders.length === 0 ? [] : [element('w:tcBorders', borders)]),
      ...(cell.vAlign === 'top' ? [] : [empty('w:vAlign', { 'w:val': cell.vAlign })]),
    ]),
    ...(cell.paragraphs.length === 0 ? [empty('w:p')] : cell.paragraphs.map((paragraph) => wordParagraph(paragraph, writing, context))),
  ])
}

/** Only the lines that differ from the table's own. */
function ownBorders(table: LaidOutTable, cell: LaidOutCell, at: number): PlainXml[] {
  const onEdge: Readonly<Record<keyof Borders, boolean>> = {
    top: at === 0, bottom: at + cell.rowSpan >= table.rows.length, left: cell.column === 0, right: cell.column + cell.span >= table.columns.length,
  }
  return sides
    .filter((side) => cell.borders[side] !== (onEdge[side] ? table.frame : table.inner))
    .map((side) => empty(`w:${side}`, lines[cell.borders[side]]))
}
