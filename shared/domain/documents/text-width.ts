/**
 * How wide a text is, in ems, without a font at hand: Chinese characters and full-width marks are one em wide in every
 * Chinese font; Latin widths are those of Times New Roman, near enough to count lines.
 */
const wide = /[\u1100-\u115F\u2014\u2018-\u201D\u2026\u2460-\u24FF\u25A0-\u25FF\u2610-\u2612\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u
const narrow = /[ilIjtf.,:;'`|!()[\]{} -]/

/** Width in ems, with the air that is set between Chinese characters and Latin letters or figures. */
export function emWidth(text: string): number {
  let width = 0
  let before: 'figure' | 'wide' | 'other' = 'other'
  for (const character of text) {
    const kind = /[0-9A-Za-z]/.test(character) ? 'figure' : wide.test(character) && !/[\u3000-\u303F\uFF00-\uFF60]/.test(character) ? 'wide' : 'other'
    // Word sets a quarter of an em, others a fifth, between Chinese and Latin.
    if (before !== 'other' && kind !== 'other' && kind !== before) width += 0.2
    before = kind
    if (wide.test(character)) width += 1
    else if (narrow.test(character)) width += 0.3
    else if (/[A-Z@%&]/.test(character)) width += 0.7
    else if (character.codePointAt(0) !== undefined && character > '\u02FF') width += 1
    else width += 0.5
  }
  return width
}

/** Lines that the text takes in a column of `widthPt` at `sizePt`; an empty text takes one. */
export function countLines(text: string, sizePt: number, widthPt: number): number {
  const perLine = Math.max(1, Math.floor(widthPt / sizePt + 0.02))
  let lines = 0
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(emWidth(line) / perLine - 0.001))
  return lines
}
