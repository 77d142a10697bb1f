import { assertNever } from '../../must.ts'
import type { FormPicture } from './form-data.ts'
import type { FormCell, FormStyle } from './form-definition.ts'
import { evaluate, fillPlain, fillText, parseExpression, valueAt } from './form-text.ts'
import type { TextPiece } from './form-text.ts'
import type { LaidOutParagraph, LaidOutRun } from './laid-out.ts'
import { lineOf, lookOf, paragraphOfRuns, paragraphsOf, styleNamed, wordsOf } from './lay-out-paragraph.ts'
import type { LayoutContext, ParagraphChanges } from './lay-out-paragraph.ts'
import { countLines } from './text-width.ts'
import { sizeInPoints, twipsOfMm, twipsOfPt } from './type-sizes.ts'

export interface CellContent {
  readonly paragraphs: readonly LaidOutParagraph[]
  readonly vAlign: 'top' | 'center' | 'bottom'
  /** Height that the content is thought to take, twips. */
  readonly estimate: number
}

/** Red of an amount below zero, as bookkeepers write it. */
const red = 'C00000'
/** ☑ is not in 宋体 or 仿宋; this font comes with every Windows since 7, and readers elsewhere find their own. */
const tickFont = 'Segoe UI Symbol'
/** Air under the seal line, twips. */
const belowSeal = 100

/**
 * Fills one cell. `innerWidth` is the width inside its padding, `rowHeight` what the row is given at least (for the
 * place of the seal line); both in twips.
 */
export function layOutCell(context: LayoutContext, cell: FormCell, innerWidth: number, rowHeight: number): CellContent {
  const own: ParagraphChanges = cell.align === undefined ? {} : { align: cell.align }
  const paragraphs = contentOf(context, cell, innerWidth, rowHeight, own)
  const usual = cell.kind === 'longText' ? 'top' : cell.kind === 'opinion' && emptyOpinion(context, cell) ? 'bottom' : cell.kind === 'opinion' ? 'top' : 'center'
  return { paragraphs, vAlign: cell.vAlign ?? usual, estimate: heightOf(paragraphs, innerWidth) }
}

function contentOf(context: LayoutContext, cell: FormCell, innerWidth: number, rowHeight: number, own: ParagraphChanges): LaidOutParagraph[] {
  const style = styleNamed(context, cell.style ?? defaultStyle[cell.kind])
  switch (cell.kind) {
    case 'label': {
      const text = fillPlain(cell.text, context.scope)
      const lines = cell.vertical ? [...text.replaceAll(/[\s　]/g, '')].join('\n') : text
      return paragraphsOf(style, [{ text: lines, underline: false }], { align: 'center', ...own })
    }
    case 'value': {
      const below = cell.redWhenNegative && Number(valueAt(parseExpression(cell.field).path.join('.'), context.scope)) < 0
      const piece = evaluate(cell.field, context.scope)
      return paragraphsOf(cell.shrink ? shrunk(style, piece.text, innerWidth, rowHeight) : style, [piece], { ...own, ...(below ? { colour: red } : {}) })
    }
    case 'text':
      return paragraphsOf(style, fillText(cell.text, context.scope), own)
    case 'longText':
      return [
        ...(cell.prompt === undefined ? [] : paragraphsOf(style, fillText(cell.prompt, context.scope), { ...own, plainIndent: true })),
        ...paragraphsOf(style, [evaluate(cell.field, context.scope)], own),
      ]
    case 'choices':
      return [choices(context, cell, own)]
    case 'photo':
      return photo(context, cell, own)
    case 'opinion':
      return opinion(context, cell, innerWidth, rowHeight, own)
    case 'blank':
      return [paragraphOfRuns(style, [], own)]
    default:
      return assertNever(cell)
  }
}

/** The style at the size in which the words fit the row, but not below 六号. */
function shrunk(style: FormStyle, words: string, innerWidth: number, rowHeight: number): FormStyle {
  const usual = sizeInPoints(style.size)
  const perPoint = lineOf(style) / usual
  let size = usual
  while (size > 7.5 && countLines(words, size, innerWidth / 20) * size * perPoint > Math.max(rowHeight, lineOf(style))) size -= 0.5
  return size === usual ? style : { ...style, size, linePt: (size * perPoint) / 20 }
}

const defaultStyle: Readonly<Record<FormCell['kind'], string>> = {
  label: 'label', value: 'value', text: 'value', longText: 'text', choices: 'value', photo: 'note', opinion: 'text', blank: 'value',
}

function choices(context: LayoutContext, cell: Extract<FormCell, { kind: 'choices' }>, own: ParagraphChanges): LaidOutParagraph {
  const style = styleNamed(context, cell.style ?? 'value')
  const look = lookOf(style)
  const value = valueAt(cell.field, context.scope)
  const chosen = new Set(Array.isArray(value) ? value.map(String) : value === null || value === undefined ? [] : [String(value)])
  const runs: LaidOutRun[] = []
  const add = (label: string, ticked: boolean): void => {
    // □ takes its font from the Latin slot in some readers: both name the same, or the boxes differ in size.
    const font = ticked ? tickFont : look.font
    runs.push({ kind: 'text', text: ticked ? '☑' : '□', look: { ...look, font, latin: font }, underline: false })
    runs.push({ kind: 'text', text: label, look, underline: false })
  }
  cell.options.forEach((option, at) => add(`${option.label}${at < cell.options.length - 1 || cell.other !== undefined ? '　' : ''}`, chosen.has(option.value)))
  if (cell.other !== undefined) {
    const words = evaluate(cell.other.field, context.scope).text.replaceAll('\n', '　')
    add(cell.other.label, words !== '')
    runs.push({ kind: 'text', text: words === '' ? '　　　　　　' : ` ${words} `, look, underline: true })
  }
  return paragraphOfRuns(style, runs, own)
}

function photo(context: LayoutContext, cell: Extract<FormCell, { kind: 'photo' }>, own: ParagraphChanges): LaidOutParagraph[] {
  const style = styleNamed(context, cell.style ?? 'note')
  const picture = valueAt(cell.field, context.scope)
  if (!isPicture(picture)) {
    return paragraphsOf(style, [{ text: cell.text, underline: false }], { align: 'center', ...own, plainIndent: true })
  }
  const scale = Math.min(twipsOfMm(cell.widthMm) / picture.widthPx, twipsOfMm(cell.heightMm) / picture.heightPx)
  return [paragraphOfRuns(style, [{
    kind: 'picture', picture, width: Math.round(picture.widthPx * scale), height: Math.round(picture.heightPx * scale),
  }], { align: 'center', ...own, before: 0, after: 0, plainIndent: true })]
}

function isPicture(value: unknown): value is FormPicture {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array
    && 'widthPx' in value && typeof value.widthPx === 'number' && value.widthPx > 0
    && 'heightPx' in value && typeof value.heightPx === 'number' && value.heightPx > 0
}

function emptyOpinion(context: LayoutContext, cell: Extract<FormCell, { kind: 'opinion' }>): boolean {
  return cell.prompt === undefined && (cell.field === undefined || evaluate(cell.field, context.scope).text === '')
}

/**
 * The seal line stands at the bottom right. With nothing above it the cell is aligned to its bottom; with words above,
 * the space that is left over stands before the line (two cells would be in the way of whoever edits the file in Word).
 */
function opinion(context: LayoutContext, cell: Extract<FormCell, { kind: 'opinion' }>, innerWidth: number, rowHeight: number, own: ParagraphChanges): LaidOutParagraph[] {
  const style = styleNamed(context, cell.style ?? 'text')
  const above: LaidOutParagraph[] = []
  if (cell.prompt !== undefined) above.push(...paragraphsOf(style, fillText(cell.prompt, context.scope), { ...own, keepNext: true }))
  if (cell.field !== undefined) {
    const piece: TextPiece = evaluate(cell.field, context.scope)
    if (piece.text !== '') above.push(...paragraphsOf(style, [piece], own))
  }
  const tail = cell.tail.flatMap((line) => paragraphsOf(style, fillText(line, context.scope), { align: 'right', right: 2 * twipsOfPt(sizeInPoints(style.size)), plainIndent: true, keepNext: true }))
  const last = above.at(-1)
  const sealed = (line: LaidOutParagraph, at: number): LaidOutParagraph => (at < tail.length - 1 ? line : { ...line, keepNext: false, after: belowSeal })
  if (last === undefined) return tail.map(sealed)
  const free = rowHeight - heightOf([...above, ...tail], innerWidth) - belowSeal - 60
  const rest: LaidOutParagraph[] = tail.map((line, at) => ({ ...sealed(line, at), before: at === 0 ? Math.max(Math.round(lineOf(style) / 2), Math.round(free)) : 0 }))
  return [...above.slice(0, -1), { ...last, keepNext: true }, ...rest]
}

/** Height that paragraphs are thought to take in a column, twips. */
export function heightOf(paragraphs: readonly LaidOutParagraph[], innerWidth: number): number {
  let height = 0
  for (const paragraph of paragraphs) {
    const pictures = paragraph.runs.map((run) => (run.kind === 'picture' ? run.height : 0))
    const width = (innerWidth - paragraph.left - paragraph.right) / 20
    const indent = '　'.repeat(Math.round(paragraph.firstLine / 20 / paragraph.look.sizePt))
    const lines = countLines(`${indent}${wordsOf([paragraph])}`, paragraph.look.sizePt + paragraph.look.trackTwips / 20, width)
    height += Math.max(lines * paragraph.line, ...pictures) + paragraph.before + paragraph.after
  }
  return height
}
