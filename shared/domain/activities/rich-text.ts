import { z } from 'zod'

/** Plain rich text: enough for minutes, little enough to print in any form. Kept as JSON, an array of blocks. */
const maxBlocks = 2000
export const maxRichTextChars = 100_000

const run = z.strictObject({ text: z.string(), bold: z.literal(true).optional() })
const runs = z.array(run).max(500)
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), runs }),
  z.strictObject({ type: z.literal('heading'), level: z.union([z.literal(1), z.literal(2), z.literal(3)]), runs }),
  z.strictObject({ type: z.literal('listItem'), ordered: z.boolean(), runs }),
])

export type RichTextRun = z.infer<typeof run>
export type RichTextBlock = z.infer<typeof block>

export const richTextSchema = z.array(block)
  .max(maxBlocks, `内容超过 ${maxBlocks} 段，请分成几次记录或作为附件保存。`)
  .refine((blocks) => charsOf(blocks) <= maxRichTextChars, `内容超过 ${maxRichTextChars} 字，请精简或作为附件保存。`)
export type RichText = z.infer<typeof richTextSchema>

export type RichTextReading = { readonly ok: true; readonly value: RichText } | { readonly ok: false; readonly message: string }

/** Reads the JSON that is kept in the database or came from the editor. */
export function parseRichText(json: string): RichTextReading {
  let raw: unknown
  try {
    raw = JSON.parse(json)
  } catch {
    return { ok: false, message: '正文不是能读取的格式，请重新录入。' }
  }
  const parsed = richTextSchema.safeParse(raw)
  if (parsed.success) return { ok: true, value: parsed.data }
  const first = parsed.error.issues[0]
  const tooLong = first !== undefined && first.path.length === 0 && first.message.startsWith('内容超过')
  return { ok: false, message: tooLong ? first.message : '正文里有不认识的内容，请重新录入。' }
}

/** Characters of the text itself. */
export function charsOf(blocks: readonly RichTextBlock[]): number {
  return blocks.reduce((sum, { runs: parts }) => sum + parts.reduce((chars, part) => chars + part.text.length, 0), 0)
}

/** One line a block; numbered items count from 1 in each list, others begin with a dot. */
export function toPlainText(blocks: readonly RichTextBlock[]): string {
  let number = 0
  return blocks.map((part) => {
    const text = part.runs.map((piece) => piece.text).join('')
    number = part.type === 'listItem' && part.ordered ? number + 1 : 0
    if (part.type !== 'listItem') return text
    return part.ordered ? `${number}. ${text}` : `• ${text}`
  }).join('\n')
}

/** One paragraph a line, exactly as typed; carriage returns of Windows are taken out. */
export function fromPlainText(text: string): RichText {
  if (text === '') return []
  return text.replace(/\r\n?/g, '\n').split('\n').map((line) => ({ type: 'paragraph' as const, runs: line === '' ? [] : [{ text: line }] }))
}

/** Whether nothing but blanks stands there. */
export function isBlankRichText(blocks: readonly RichTextBlock[]): boolean {
  return toPlainText(blocks.map((part) => ({ type: 'paragraph', runs: part.runs }))).trim() === ''
}
