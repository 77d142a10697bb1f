import type { LaidOutBlock, LaidOutDocument, LaidOutParagraph, LaidOutRow, LaidOutRun, LaidOutTable } from './laid-out.ts'
import { heightOf } from './lay-out-cell.ts'
import { emWidth } from './text-width.ts'

/**
 * The blocks of each page, for a preview: as good as a count of characters can tell (Word decides when it prints).
 * A table is cut between rows with its head repeated; a row that may break and is taller than a page keeps a page, which
 * then grows, to itself. Cells over several rows are cut with their row.
 */
export function estimatePages(layout: LaidOutDocument): LaidOutBlock[][] {
  const room = layout.paper.height - layout.paper.margins.top - layout.paper.margins.bottom
  const width = layout.paper.width - layout.paper.margins.left - layout.paper.margins.right
  const pages: LaidOutBlock[][] = [[]]
  let used = 0
  const next = (): void => { if ((pages.at(-1)?.length ?? 0) > 0) pages.push([]); used = 0 }
  /** Lays a paragraph on as many pages as it takes; gives back what the last one has used. */
  const flow = (paragraph: LaidOutParagraph): number => {
    const height = heightOf([paragraph], width)
    if (used + height <= room || paragraph.line <= 20) { pages.at(-1)?.push(paragraph); return used + height }
    const lines = Math.floor((room - used - paragraph.before) / paragraph.line)
    const total = Math.round((height - paragraph.before - paragraph.after) / paragraph.line)
    // Word leaves no single line of a paragraph behind or ahead.
    const cut = lines >= 2 && total - lines >= 2
    if (!cut && used === 0) { pages.at(-1)?.push(paragraph); return height }
    const [here, over] = cut ? cutParagraph(paragraph, width, lines) : [null, paragraph]
    if (here !== null) pages.at(-1)?.push(here)
    next()
    return flow(over)
  }
  for (const [blockAt, block] of layout.blocks.entries()) {
    if (block.kind === 'paragraph') {
      if (block.pageBreakBefore || (block.keepNext && used + chainHeight(layout.blocks.slice(blockAt), 0, width, room) > room)) next()
      used = flow(block)
      continue
    }
    const head = headOf(block)
    const headHeight = head.reduce((sum, row) => sum + rowHeight(row, block.padding), 0)
    let rows: LaidOutRow[] = []
    for (const [at, row] of block.rows.entries()) {
      const height = rowHeight(row, block.padding)
      if (used + chainHeight(layout.blocks.slice(blockAt), at, width, room - headHeight) > room && used > headHeight) {
        if (rows.length > 0) pages.at(-1)?.push(piece(block, at - rows.length, rows))
        next()
        rows = row.header ? [] : [...head]
        used = row.header ? 0 : headHeight
      }
      rows.push(row)
      used += height
    }
    pages.at(-1)?.push(piece(block, block.rows.length - rows.length, rows))
  }
  return pages
}

/** The paragraph cut after so many lines; what is over begins without indent or space. */
function cutParagraph(paragraph: LaidOutParagraph, width: number, lines: number): [LaidOutParagraph, LaidOutParagraph] {
  const em = paragraph.look.sizePt * 20 + paragraph.look.trackTwips
  const perLine = Math.floor((width - paragraph.left - paragraph.right) / em + 0.02)
  let room = lines * perLine - paragraph.firstLine / em
  const here: LaidOutRun[] = []
  const over: LaidOutRun[] = []
  for (const run of paragraph.runs) {
    if (run.kind !== 'text' || over.length > 0) { (over.length > 0 ? over : here).push(run); continue }
    let text = ''
    for (const character of run.text) {
      room -= emWidth(character)
      if (room < 0) break
      text += character
    }
    if (text !== '') here.push({ ...run, text })
    if (text.length < run.text.length) over.push({ ...run, text: run.text.slice(text.length) })
  }
  return [{ ...paragraph, runs: here, after: 0 }, { ...paragraph, runs: over, before: 0, firstLine: 0, pageBreakBefore: false }]
}

/**
 * Height of the first block, or of its row `from`, with all that stays on its page. Where that is more than a page can hold, nothing
 * is kept together, as in Word: then it is the height of the first piece alone.
 */
function chainHeight(blocks: readonly LaidOutBlock[], from: number, width: number, room: number): number {
  let first: number | null = null
  let whole = 0
  for (const { height, keep } of piecesFrom(blocks, from, width)) {
    first ??= height
    whole += height
    if (whole > room) return first
    if (!keep) break
  }
  return whole
}

/** Paragraphs and rows in their order: how high each is, and whether it stays with the next. */
function* piecesFrom(blocks: readonly LaidOutBlock[], from: number, width: number): Generator<{ readonly height: number; readonly keep: boolean }> {
  for (const [blockAt, block] of blocks.entries()) {
    if (block.kind === 'paragraph') {
      yield { height: heightOf([block], width), keep: block.keepNext }
      continue
    }
    for (const row of block.rows.slice(blockAt === 0 ? from : 0)) {
      const keep = row.cells.some((cell) => cell.paragraphs.length > 0 && cell.paragraphs.every((paragraph) => paragraph.keepNext))
      yield { height: rowHeight(row, block.padding), keep }
    }
  }
}

function headOf(table: LaidOutTable): LaidOutRow[] {
  const end = table.rows.findIndex((row) => !row.header)
  return table.rows.slice(0, end < 0 ? 0 : end)
}

/** Some rows of the table as a table: merged cells that began above begin anew, those that reach below end. */
function piece(table: LaidOutTable, first: number, rows: readonly LaidOutRow[]): LaidOutTable {
  const left = (at: number, column: number): number => {
    let span = 1
    while (rows[at + span]?.cells.find((cell) => cell.column === column)?.merge === 'continue') span++
    return span
  }
  return {
    ...table,
    rows: rows.map((row, at) => ({
      ...row,
      cells: row.cells.map((cell) => {
        if (cell.merge === undefined) return cell
        if (cell.merge === 'start') return { ...cell, rowSpan: left(at, cell.column) }
        return at === 0 && first > 0 ? { ...cell, merge: 'start' as const, rowSpan: left(at, cell.column) } : cell
      }),
    })),
  }
}

function rowHeight(row: LaidOutRow, padding: number): number {
  if (row.rule === 'exact') return row.height
  return Math.max(row.height, ...row.cells.filter((cell) => cell.rowSpan === 1).map((cell) => heightOf(cell.paragraphs, cell.width - 2 * padding) + 40))
}
