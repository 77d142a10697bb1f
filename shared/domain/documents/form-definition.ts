/**
 * A form as data: what stands in `resources/forms/<code>.json`. One definition renders to Word, to the preview and to
 * print. `resources/forms/README.md` is the guide for those who write one; the comments here say what each part means.
 *
 * Lengths are millimetres, type sizes 字号 or points, texts may hold `{{expressions}}` (see form-text.ts).
 */
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import { typeSizeNames } from './type-sizes.ts'

const mm = z.number().min(0).max(420)
const colour = z.string().regex(/^[0-9A-F]{6}$/)

/** How a line of text looks. The East Asian font is always named; Latin letters and figures have their own. */
const styleSchema = z.strictObject({
  font: z.string().min(1),
  latin: z.string().min(1).default('Times New Roman'),
  size: z.union([z.enum(typeSizeNames), z.number().min(5).max(72)]),
  bold: z.boolean().default(false),
  colour: colour.optional(),
  align: z.enum(['left', 'center', 'right', 'both', 'distribute']).default('left'),
  /** Fixed line height; without it 1.4 times the size. Never "auto": WPS and Word disagree about it. */
  linePt: z.number().min(6).max(120).optional(),
  beforePt: z.number().min(0).max(400).default(0),
  afterPt: z.number().min(0).max(400).default(0),
  /** Indents in characters of this size. */
  firstLineChars: z.number().min(0).max(10).default(0),
  leftChars: z.number().min(0).max(40).default(0),
  rightChars: z.number().min(0).max(40).default(0),
  /** Tightens (negative) or loosens the characters, in twips; -5 gives GB/T 9704's 28 characters a line at 三号. */
  trackTwips: z.int().min(-40).max(200).default(0),
})
export type FormStyle = z.output<typeof styleSchema>

const borderWeight = z.enum(['none', 'thin', 'thick'])
const cellBase = {
  span: z.int().min(1).max(63).default(1),
  rowSpan: z.int().min(1).max(60).default(1),
  /** Name of a style; each kind of cell has its own default (label, value, text …). */
  style: z.string().optional(),
  align: z.enum(['left', 'center', 'right', 'both', 'distribute']).optional(),
  vAlign: z.enum(['top', 'center', 'bottom']).optional(),
  borders: z.strictObject({
    top: borderWeight.optional(), bottom: borderWeight.optional(), left: borderWeight.optional(), right: borderWeight.optional(),
  }).optional(),
}

const cellSchema = z.discriminatedUnion('kind', [
  /** Printed words, centred. `vertical`: one character a line (申/请/理/由). */
  z.strictObject({ kind: z.literal('label'), ...cellBase, text: z.string(), vertical: z.boolean().default(false) }),
  /** One fact (a path with its formats); empty it is a blank to write in by hand. `redWhenNegative` prints red (红字). */
  z.strictObject({
    kind: z.literal('value'), ...cellBase, field: z.string().min(1), redWhenNegative: z.boolean().default(false),
    /** Long words take smaller type, down to 六号, before they make the row grow. */
    shrink: z.boolean().default(false),
  }),
  /** Sentences with expressions in them. */
  z.strictObject({ kind: z.literal('text'), ...cellBase, text: z.string() }),
  /** A long answer, one paragraph a line of it: the row grows, and breaks across pages where it must. */
  z.strictObject({ kind: z.literal('longText'), ...cellBase, field: z.string().min(1), prompt: z.string().optional() }),
  /** □ … ☑ …: `field` holds the chosen value, or an array of them; `other` adds □其他 with a line to write on. */
  z.strictObject({
    kind: z.literal('choices'), ...cellBase, field: z.string().min(1),
    options: z.array(z.strictObject({ value: z.string(), label: z.string() })).min(1),
    other: z.strictObject({ label: z.string().default('其他'), field: z.string() }).optional(),
  }),
  /** A picture fitted into the box; `text` is printed where there is none (贴照片处). */
  z.strictObject({ kind: z.literal('photo'), ...cellBase, field: z.string().min(1), widthMm: mm, heightMm: mm, text: z.string().default('') }),
  /** An opinion: what was typed above, the seal line (签名：/（盖章）, 年 月 日) at the bottom right. */
  z.strictObject({
    kind: z.literal('opinion'), ...cellBase, field: z.string().optional(), prompt: z.string().optional(),
    tail: z.array(z.string()).min(1),
  }),
  z.strictObject({ kind: z.literal('blank'), ...cellBase }),
])
export type FormCell = z.output<typeof cellSchema>

/**
 * A row. `repeat` prints it once for every item of a list (in it, `item.x` is the item's field and `{{number}}` counts
 * from 1), at least `minRows` times, with empty rows to write in. `columns` sets that many items side by side, filling
 * down in blocks of `blockRows` rows, or across.
 */
const rowSchema = z.strictObject({
  heightMm: mm.optional(),
  /** How much lower the row may become when others have grown, so that a form of one page stays on it. */
  givesMm: mm.optional(),
  rule: z.enum(['atLeast', 'exact']).default('atLeast'),
  /** Stands again at the top of every page (only the first rows of a table can). */
  header: z.boolean().default(false),
  /** Stays on the page of the row that follows. */
  keepWithNext: z.boolean().default(false),
  when: z.string().optional(),
  repeat: z.strictObject({
    over: z.string().min(1),
    minRows: z.int().min(0).max(100).default(0),
    /** Empty rows after the last item, besides what `minRows` asks for. */
    blankRows: z.int().min(0).max(50).default(0),
    /** So many of the last rows stay on the page of what follows, so that no page holds sums and signatures alone. */
    keepLast: z.int().min(0).max(5).default(0),
    /** Empty rows are counted on as well (序号 preprinted). */
    numberBlanks: z.boolean().default(true),
    columns: z.int().min(1).max(4).default(1),
    order: z.enum(['down', 'across']).default('down'),
    blockRows: z.int().min(1).max(200).optional(),
  }).optional(),
  cells: z.array(cellSchema).min(1),
})
export type FormRow = z.output<typeof rowSchema>

/** Rows with cells at their left that reach down over all of them (P4: a group's label beside its list). */
const groupSchema = z.strictObject({
  lead: z.array(cellSchema).min(1),
  when: z.string().optional(),
  rows: z.array(rowSchema).min(1),
})
export type FormRowGroup = z.output<typeof groupSchema>

const tableSchema = z.strictObject({
  kind: z.literal('table'),
  when: z.string().optional(),
  columnsMm: z.array(z.number().min(2).max(400)).min(1).max(63),
  /** Outer frame; inner lines are always 0.5 pt. */
  frame: z.enum(['thin', 'thick', 'none']).default('thin'),
  paddingMm: z.number().min(0).max(10).default(1.5),
  rows: z.array(z.union([rowSchema, groupSchema])).min(1),
})
export type FormTable = z.output<typeof tableSchema>

const paragraphSchema = z.strictObject({
  kind: z.literal('paragraph'),
  when: z.string().optional(),
  style: z.string().default('text'),
  /** Every line of the finished text becomes a paragraph. */
  text: z.string(),
  keepWithNext: z.boolean().default(false),
})
/** Cover fields: label and a line to write on, one under the other, in the middle of the page. */
const fillLinesSchema = z.strictObject({
  kind: z.literal('fillLines'),
  when: z.string().optional(),
  style: z.string().default('cover'),
  labelMm: mm, valueMm: mm, heightMm: mm.default(13),
  lines: z.array(z.strictObject({ label: z.string(), field: z.string() })).min(1),
})
/** 署名 and 成文日期 of a letter: the date 4 characters from the right edge, the name centred over it (GB/T 9704). */
const signOffSchema = z.strictObject({
  kind: z.literal('signOff'), when: z.string().optional(), style: z.string().default('text'), name: z.string(), date: z.string(),
})
/** Who signs, side by side under a table. */
const signatureLineSchema = z.strictObject({
  kind: z.literal('signatureLine'), when: z.string().optional(), style: z.string().default('note'),
  widthMm: mm, heightMm: mm.default(10), items: z.array(z.string()).min(1).max(6),
})
const pageBreakSchema = z.strictObject({ kind: z.literal('pageBreak'), when: z.string().optional() })

const plainBlock = z.discriminatedUnion('kind', [
  paragraphSchema, tableSchema, fillLinesSchema, signOffSchema, signatureLineSchema, pageBreakSchema,
])
/** Blocks printed once for every item of a list. */
const eachSchema = z.strictObject({
  kind: z.literal('each'), when: z.string().optional(), over: z.string().min(1),
  pageBreakBetween: z.boolean().default(false), blocks: z.array(plainBlock).min(1),
})
const blockSchema = z.union([plainBlock, eachSchema])
export type FormBlock = z.output<typeof blockSchema>

export const formDefinitionSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** What the list of forms calls it. */
  name: z.string().min(1),
  /** Text with expressions: the document's title (core properties) and the file name. */
  title: z.string().min(1),
  /** How sure the layout is: A a bureau's own form, B one of the same family, C a list of fields, D composed by us. */
  grade: z.enum(['A', 'B', 'C', 'D']),
  source: z.string().min(1),
  paper: z.strictObject({
    size: z.literal('A4').default('A4'),
    orientation: z.enum(['portrait', 'landscape']).default('portrait'),
    marginsMm: z.strictObject({ top: mm, right: mm, bottom: mm, left: mm }),
    headerMm: mm.default(12),
    footerMm: mm.default(12),
  }),
  styles: z.record(z.string(), styleSchema).refine(
    (styles) => ['text', 'label', 'value', 'note'].every((name) => Object.hasOwn(styles, name)),
    { error: 'the styles text, label, value and note must be there' },
  ),
  /** `gb9704`: — 1 —, outside edges, odd right and even left. */
  footer: z.union([
    z.strictObject({ kind: z.literal('gb9704') }),
    /** `skipFirstWhen`: the first page has none when this holds (a cover). */
    z.strictObject({ kind: z.literal('text'), text: z.string(), style: z.string(), skipFirstWhen: z.string().optional() }),
  ]).optional(),
  header: z.strictObject({ text: z.string(), style: z.string() }).optional(),
  blocks: z.array(blockSchema).min(1),
})
export type FormDefinition = z.output<typeof formDefinitionSchema>

/**
 * Reads a definition from JSON that has been parsed.
 * @throws AppError `documents.badDefinition` (invalid), naming the place in it
 */
export function parseFormDefinition(json: unknown, origin: string): FormDefinition {
  const read = formDefinitionSchema.safeParse(json)
  if (read.success) return read.data
  const first = read.error.issues[0]
  const where = first === undefined ? '' : first.path.map(String).join('.')
  throw new AppError('documents.badDefinition', 'invalid',
    `表单定义“${origin}”有误：${where || '开头'} 处${first === undefined ? '' : ` ${first.message}`}，请按说明改正后再用`)
}
