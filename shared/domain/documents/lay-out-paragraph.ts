import { AppError } from '../../errors.ts'
import type { FormDefinition, FormStyle } from './form-definition.ts'
import { fillText } from './form-text.ts'
import type { FormScope, TextPiece } from './form-text.ts'
import type { Align, LaidOutParagraph, LaidOutRun, RunLook } from './laid-out.ts'
import { balancePoint } from './balance-line.ts'
import { emWidth } from './text-width.ts'
import { sizeInPoints, twipsOfPt } from './type-sizes.ts'

/** What laying out needs to know everywhere: the form, the data in reach, the width of the text column. */
export interface LayoutContext {
  readonly definition: FormDefinition
  readonly scope: FormScope
  /** Width and height between the margins, twips. */
  readonly columnWidth: number
  readonly columnHeight: number
}

/** @throws AppError `documents.noSuchStyle` (invalid) */
export function styleNamed(context: LayoutContext, name: string): FormStyle {
  const style = Object.hasOwn(context.definition.styles, name) ? context.definition.styles[name] : undefined
  if (style === undefined) {
    throw new AppError('documents.noSuchStyle', 'invalid', `表单“${context.definition.name}”用到的样式“${name}”没有定义，请在 styles 里补上`)
  }
  return style
}

/** Font, size and weight of a style. */
export function lookOf(style: FormStyle): RunLook {
  return {
    font: style.font, latin: style.latin, sizePt: sizeInPoints(style.size), bold: style.bold,
    ...(style.colour === undefined ? {} : { colour: style.colour }), trackTwips: style.trackTwips,
  }
}

/** Height of a line of the style in twips. */
export function lineOf(style: FormStyle): number {
  return twipsOfPt(style.linePt ?? sizeInPoints(style.size) * 1.4)
}

export interface ParagraphChanges {
  readonly align?: Align
  readonly keepNext?: boolean
  readonly pageBreakBefore?: boolean
  readonly colour?: string
  readonly before?: number
  readonly after?: number
  readonly right?: number
  readonly plainIndent?: boolean
}

/** One paragraph from runs. */
export function paragraphOfRuns(style: FormStyle, runs: readonly LaidOutRun[], changes: ParagraphChanges = {}): LaidOutParagraph {
  const em = twipsOfPt(sizeInPoints(style.size))
  return {
    kind: 'paragraph', runs,
    align: changes.align ?? style.align,
    line: lineOf(style), lineRule: runs.some((run) => run.kind === 'picture') ? 'atLeast' : 'exact',
    before: changes.before ?? twipsOfPt(style.beforePt), after: changes.after ?? twipsOfPt(style.afterPt),
    firstLine: changes.plainIndent === true ? 0 : Math.round(style.firstLineChars * em),
    left: Math.round(style.leftChars * em), right: changes.right ?? Math.round(style.rightChars * em),
    keepNext: changes.keepNext ?? false, pageBreakBefore: changes.pageBreakBefore ?? false,
    look: lookOf(style),
  }
}

/** The pieces of a text as paragraphs, one for each line in it; space before and after only at its ends. */
export function paragraphsOf(style: FormStyle, pieces: readonly TextPiece[], changes: ParagraphChanges = {}): LaidOutParagraph[] {
  const look = changes.colour === undefined ? lookOf(style) : { ...lookOf(style), colour: changes.colour }
  const lines: LaidOutRun[][] = [[]]
  for (const piece of pieces) {
    if (piece.field === 'page' || piece.field === 'pages') {
      lines.at(-1)?.push({ kind: piece.field === 'page' ? 'pageNumber' : 'pageCount', look })
      continue
    }
    piece.text.split('\n').forEach((text, at) => {
      if (at > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ kind: 'text', text, look, underline: piece.underline })
    })
  }
  return lines.map((runs, at) => paragraphOfRuns(style, runs, {
    ...changes,
    before: at === 0 ? changes.before ?? twipsOfPt(style.beforePt) : 0,
    after: at === lines.length - 1 ? changes.after ?? twipsOfPt(style.afterPt) : 0,
    pageBreakBefore: at === 0 && changes.pageBreakBefore === true,
  }))
}

/** A text with expressions as paragraphs of the named style. */
export function textParagraphs(context: LayoutContext, styleName: string, source: string, changes: ParagraphChanges = {}): LaidOutParagraph[] {
  const style = styleNamed(context, styleName)
  const pieces = fillText(source, context.scope)
  const width = emWidth(pieces.map((piece) => piece.text).join('')) * (twipsOfPt(sizeInPoints(style.size)) + style.trackTwips)
  const tooLong = width > context.columnWidth
  if (!pieces.some((piece) => piece.field === 'break')) return paragraphsOf(style, pieces, changes)
  const lines = paragraphsOf(style, pieces.flatMap((piece) => piece.field !== 'break' ? [piece] : tooLong ? [newLine] : []), changes)
  return lines.flatMap((line) => balanced(context, style, line))
}

const newLine: TextPiece = { text: '\n', underline: false }

/** One line of a title in two of about the same length when it is too long for one. Blanks to write on are left as they are. */
function balanced(context: LayoutContext, style: FormStyle, line: LaidOutParagraph): LaidOutParagraph[] {
  const words = wordsOf([line])
  const tooLong = emWidth(words) * (twipsOfPt(sizeInPoints(style.size)) + style.trackTwips) > context.columnWidth
  if (!tooLong || line.runs.some((run) => run.kind !== 'text' || run.underline)) return [line]
  const at = balancePoint(words)
  const part = (text: string): LaidOutRun => ({ kind: 'text', text, look: line.look, underline: false })
  return [{ ...line, runs: [part(words.slice(0, at))], after: 0 }, { ...line, runs: [part(words.slice(at))], before: 0, pageBreakBefore: false }]
}

/** The words of paragraphs, a line each. */
export function wordsOf(paragraphs: readonly LaidOutParagraph[]): string {
  return paragraphs.map((paragraph) => paragraph.runs.map((run) => (run.kind === 'text' ? run.text : '')).join('')).join('\n')
}
