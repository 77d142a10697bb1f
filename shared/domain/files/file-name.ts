/**
 * A name that Windows, macOS and Linux all take: no separators, wildcards, control or direction characters, no device names,
 * no dot or space at the end, and short enough for a deep folder under Windows' 260 characters.
 */
export function fileNameFor(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replaceAll(/[\\/:*?"<>|]/g, '_')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '')
  const dot = plain.lastIndexOf('.')
  const hasExtension = dot > 0 && plain.length - dot <= 6
  const extension = hasExtension ? plain.slice(dot) : ''
  const stem = shortened(hasExtension ? plain.slice(0, dot) : plain, 100).replace(/[. ]+$/, '')
  if (stem === '') return `未命名${extension}`
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(stem) ? `_${stem}${extension}` : `${stem}${extension}`
}

/** The first `characters` characters, never half of one beyond the BMP. */
function shortened(text: string, characters: number): string {
  return Array.from(text).slice(0, characters).join('')
}
