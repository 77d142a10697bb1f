/**
 * Which font a character needs. 仿宋_GB2312 and 楷体_GB2312 hold only the 6,763 characters of GB 2312-1980: a rare
 * character in a teacher's name (镕) would be taken from whatever font Word finds. So the run is cut: rare characters
 * take the full font of the same face, and those beyond the BMP (𠮷) the extension font of 宋体.
 */
const fullFonts: Readonly<Record<string, string>> = { 仿宋_GB2312: '仿宋', 楷体_GB2312: '楷体' }
const extensionFont = 'SimSun-ExtB'

let gb2312: ReadonlySet<string> | undefined

/** Every character of GB 2312-1980: rows 1–9 (signs) and 16–87 (characters) of its plane. */
export function gb2312Characters(): ReadonlySet<string> {
  if (gb2312 !== undefined) return gb2312
  const rows = [...Array.from({ length: 9 }, (_, at) => at + 1), ...Array.from({ length: 72 }, (_, at) => at + 16)]
  const decoder = new TextDecoder('gbk')
  const found = new Set<string>()
  for (const row of rows) {
    const bytes = new Uint8Array(188)
    for (let cell = 0; cell < 94; cell++) { bytes[cell * 2] = 0xA0 + row; bytes[cell * 2 + 1] = 0xA1 + cell }
    for (const character of decoder.decode(bytes)) {
      // Cells that GB 2312 leaves empty decode to GBK's additions in the private area, or to U+FFFD.
      if (!/[\uE000-\uF8FF\uFFFD]/.test(character)) found.add(character)
    }
  }
  gb2312 = found
  return found
}

/** The text cut into stretches, each with the East Asian font that has all of its characters. */
export function splitByFont(text: string, font: string): { readonly text: string; readonly font: string }[] {
  const stretches: { text: string; font: string }[] = []
  for (const character of text) {
    const own = fontFor(character, font)
    const last = stretches.at(-1)
    if (last?.font === own) last.text += character
    else stretches.push({ text: character, font: own })
  }
  return stretches
}

function fontFor(character: string, font: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x2E80) return font
  if (code >= 0x20000 && code < 0x40000) return extensionFont
  const full = fullFonts[font]
  return full === undefined || gb2312Characters().has(character) ? font : full
}
