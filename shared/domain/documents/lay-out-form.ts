import { assertNever } from '../../must.ts'
import type { PersonalDataProfile } from '../people/masking.ts'
import type { FormBlock, FormDefinition } from './form-definition.ts'
import { evaluate, fillPlain, fillText, holds, valueAt } from './form-text.ts'
import type { LaidOutBlock, LaidOutCell, LaidOutDocument, LaidOutPaper, LaidOutParagraph, LaidOutRun, LaidOutTable } from './laid-out.ts'
import { lookOf, paragraphsOf, styleNamed, textParagraphs } from './lay-out-paragraph.ts'
import type { LayoutContext } from './lay-out-paragraph.ts'
import { layOutTable } from './lay-out-table.ts'
import { emWidth } from './text-width.ts'
import { sizeInPoints, twipsOfMm, twipsOfPt } from './type-sizes.ts'

const a4 = { short: 11906, long: 16838 }

/**
 * A form with data, ready to be drawn. Pure: the same definition and data give the same tree.
 * `profile` says how much of a person it shows; 上报 (in full) unless told otherwise.
 * @throws AppError of kind `invalid` when the definition is wrong (unknown style, format or grid)
 */
export function layOutForm(definition: FormDefinition, data: object, options: { readonly profile?: PersonalDataProfile } = {}): LaidOutDocument {
  const paper = paperOf(definition)
  const context: LayoutContext = {
    definition,
    scope: { data, profile: options.profile ?? 'submission' },
    columnWidth: paper.width - paper.margins.left - paper.margins.right,
    columnHeight: paper.height - paper.margins.top - paper.margins.bottom,
  }
  return {
    code: definition.code,
    title: fillPlain(definition.title, context.scope).replaceAll('\n', ' ').trim(),
    paper,
    blocks: joinBlocks(context, definition.blocks.reduce<Draft[]>((done, block) => addBlock(context, done, block), [])),
    ...headerAndFooter(context),
    look: lookOf(styleNamed(context, 'text')),
  }
}

function paperOf({ paper }: FormDefinition): LaidOutPaper {
  const landscape = paper.orientation === 'landscape'
  const { top, right, bottom, left } = paper.marginsMm
  return {
    width: landscape ? a4.long : a4.short, height: landscape ? a4.short : a4.long, landscape,
    margins: { top: twipsOfMm(top), right: twipsOfMm(right), bottom: twipsOfMm(bottom), left: twipsOfMm(left) },
    header: twipsOfMm(paper.headerMm), footer: twipsOfMm(paper.footerMm),
  }
}

/** What a block of the definition becomes; page breaks are set when all of them are there. */
type Draft = LaidOutBlock | 'pageBreak'

function addBlock(context: LayoutContext, done: Draft[], block: FormBlock): Draft[] {
  if (!holds(block.when, context.scope)) return done
  switch (block.kind) {
    case 'paragraph':
      return [...done, ...textParagraphs(context, block.style, block.text, { keepNext: block.keepWithNext })]
    case 'table':
      return [...done, layOutTable(context, block)]
    case 'fillLines':
      return [...done, fillLines(context, block)]
    case 'signatureLine':
      return [...done, signatureLine(context, block)]
    case 'signOff':
      return [...keepLast(done), ...signOff(context, block)]
    case 'pageBreak':
      return [...done, 'pageBreak']
    case 'each': {
      const items = valueAt(block.over, context.scope)
      return (Array.isArray(items) ? items : []).reduce<Draft[]>((all, item: unknown, at) => {
        const inside = { ...context, scope: { ...context.scope, item, number: at + 1 } }
        const start: Draft[] = at > 0 && block.pageBreakBetween ? [...all, 'pageBreak'] : all
        return block.blocks.reduce<Draft[]>((sum, inner) => addBlock(inside, sum, inner), start)
      }, done)
    }
    default:
      return assertNever(block)
  }
}

function fillLines(context: LayoutContext, block: Extract<FormBlock, { kind: 'fillLines' }>): LaidOutTable {
  const style = styleNamed(context, block.style)
  const columns = [twipsOfMm(block.labelMm), twipsOfMm(block.valueMm)]
  const [labelWidth = 0, valueWidth = 0] = columns
  const none = { top: 'none', bottom: 'none', left: 'none', right: 'none' } as const
  return {
    kind: 'table', columns, padding: twipsOfMm(1), frame: 'none', inner: 'none',
    rows: block.lines.map((line) => ({
      height: twipsOfMm(block.heightMm), rule: 'atLeast', header: false, cantSplit: true,
      cells: [
        cellOf(0, labelWidth, 'bottom', none, textParagraphs(context, block.style, line.label, { align: 'distribute' })),
        cellOf(1, valueWidth, 'bottom', { ...none, bottom: 'thin' }, paragraphsOf(style, [evaluate(line.field, context.scope)], { align: 'center' })),
      ],
    })),
  }
}

function signatureLine(context: LayoutContext, block: Extract<FormBlock, { kind: 'signatureLine' }>): LaidOutTable {
  const each = Math.floor(twipsOfMm(block.widthMm) / block.items.length)
  const none = { top: 'none', bottom: 'none', left: 'none', right: 'none' } as const
  return {
    kind: 'table', columns: block.items.map(() => each), padding: twipsOfMm(1), frame: 'none', inner: 'none',
    rows: [{ height: twipsOfMm(block.heightMm), rule: 'atLeast', header: false, cantSplit: true,
      cells: block.items.map((item, at) => cellOf(at, each, 'center', none, textParagraphs(context, block.style, item, { keepNext: true }))) }],
  }
}

function cellOf(column: number, width: number, vAlign: LaidOutCell['vAlign'], borders: LaidOutCell['borders'], paragraphs: readonly LaidOutParagraph[]): LaidOutCell {
  return { column, span: 1, width, rowSpan: 1, vAlign, borders, paragraphs }
}

/** The date ends 4 characters from the right edge, the name is centred on it; a longer name reaches 2 characters from the edge. */
function signOff(context: LayoutContext, block: Extract<FormBlock, { kind: 'signOff' }>): LaidOutParagraph[] {
  const style = styleNamed(context, block.style)
  const name = fillText(block.name, context.scope)
  const date = fillText(block.date, context.scope)
  const wider = (emWidth(textOf(name)) - emWidth(textOf(date))) / 2
  const em = twipsOfPt(sizeInPoints(style.size)) + style.trackTwips
  const nameRight = Math.max(2, 4 - wider)
  const at = (chars: number): { align: 'right'; right: number; plainIndent: true } => ({ align: 'right', right: Math.round(chars * em), plainIndent: true })
  return [
    ...paragraphsOf(style, [], { keepNext: true, plainIndent: true }),
    ...paragraphsOf(style, name, { ...at(nameRight), keepNext: true }),
    ...paragraphsOf(style, date, at(nameRight + wider)),
  ]
}

function textOf(pieces: readonly { readonly text: string }[]): string {
  return pieces.map((piece) => piece.text).join('')
}

/** A seal block never stands alone on a page: the paragraph before it goes with it. */
function keepLast(blocks: Draft[]): Draft[] {
  const last = blocks.at(-1)
  return last !== undefined && last !== 'pageBreak' && last.kind === 'paragraph' ? [...blocks.slice(0, -1), { ...last, keepNext: true }] : blocks
}

/**
 * Sets page breaks and the lines of 1 pt that nobody sees: Word joins two tables that touch, wants a paragraph after the
 * last one, and a table cannot begin a page by itself.
 */
function joinBlocks(context: LayoutContext, drafts: readonly Draft[]): LaidOutBlock[] {
  const hairline = hairlineOf(context)
  const out: LaidOutBlock[] = []
  let breakDue = false
  for (const draft of drafts) {
    if (draft === 'pageBreak') { breakDue = out.length > 0; continue }
    if (draft.kind === 'table' && (breakDue || out.at(-1)?.kind === 'table')) out.push({ ...hairline, pageBreakBefore: breakDue })
    out.push(draft.kind === 'paragraph' && breakDue ? { ...draft, pageBreakBefore: true } : draft)
    breakDue = false
  }
  if (out.at(-1)?.kind === 'table') out.push(hairline)
  return out
}

function hairlineOf(context: LayoutContext): LaidOutParagraph {
  const look = { ...lookOf(styleNamed(context, 'text')), sizePt: 1, trackTwips: 0 }
  return { kind: 'paragraph', runs: [], align: 'left', line: 20, lineRule: 'exact', before: 0, after: 0, firstLine: 0, left: 0, right: 0,
    keepNext: false, pageBreakBefore: false, look }
}

function headerAndFooter(context: LayoutContext): Pick<LaidOutDocument, 'header' | 'footer'> {
  const { header, footer } = context.definition
  return {
    ...(header === undefined ? {} : { header: firstOf(textParagraphs(context, header.style, header.text)) }),
    ...(footer === undefined ? {} : {
      footer: footer.kind === 'text'
        ? { odd: firstOf(textParagraphs(context, footer.style, footer.text)), even: null, skipFirst: footer.skipFirstWhen !== undefined && holds(footer.skipFirstWhen, context.scope) }
        : { odd: gbPageNumber('right'), even: gbPageNumber('left'), skipFirst: false },
    }),
  }
}

function firstOf(paragraphs: readonly LaidOutParagraph[]): LaidOutParagraph {
  const [first, ...more] = paragraphs
  return { ...(first ?? gbPageNumber('right')), runs: [first, ...more].flatMap((paragraph) => paragraph?.runs ?? []) }
}

/** — 1 —: 四号 half-width 宋体, one character in from the outer edge (GB/T 9704-2012, 7.5). */
function gbPageNumber(align: 'left' | 'right'): LaidOutParagraph {
  const look = { font: '宋体', latin: '宋体', sizePt: 14, bold: false, trackTwips: 0 }
  const dash = (text: string): LaidOutRun => ({ kind: 'text', text, look, underline: false })
  return { kind: 'paragraph', runs: [dash('— '), { kind: 'pageNumber', look }, dash(' —')], align, line: 400, lineRule: 'exact',
    before: 0, after: 0, firstLine: 0, left: align === 'left' ? 280 : 0, right: align === 'right' ? 280 : 0,
    keepNext: false, pageBreakBefore: false, look }
}
