import { halfWidth } from '../dates/half-width.ts'

/** Nothing to change: most cells of a roster, told by one look. */
const isPlain = /^[\u0021-\u007E\u4E00-\u9FFF]*$/

/** The text in half-width characters without any blanks: for numbers and for words of a fixed list. */
export function squeezed(text: string): string {
  return isPlain.test(text) ? text : halfWidth(text).replaceAll(' ', '')
}

/** The text trimmed, with runs of blanks as one space. */
export function tidied(text: string): string {
  return isPlain.test(text) ? text : text.replace(/[\u200B-\u200F\u2060\uFEFF]/g, '').replace(/\s+/g, ' ').trim()
}

const chinese = /[\p{Script=Han}〇]/u

/**
 * A person's name as it is kept: forms space out names of two characters (张 三), so blanks next to a Chinese character go;
 * between Latin words one space stays; the dots used in names of minorities (· • ・ .) become `·`.
 */
export function tidyName(typed: string): string {
  const dotted = tidied(halfWidth(typed)).replace(/\s*[·•・‧∙⋅●]\s*/g, '·')
  let kept = ''
  const letters = [...dotted]
  for (const [i, c] of letters.entries()) {
    if (c === ' ' && (chinese.test(letters[i - 1] ?? '') || chinese.test(letters[i + 1] ?? ''))) continue
    kept += c === '.' && chinese.test(letters[i - 1] ?? '') && chinese.test(letters[i + 1] ?? '') ? '·' : c
  }
  return kept.normalize('NFC')
}
