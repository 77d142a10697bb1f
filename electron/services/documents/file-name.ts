/** Names that Windows keeps for devices, whatever their extension. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i

/**
 * A file name that Windows, macOS and Linux take, from any text: forbidden signs become full-width ones or go, no dot or
 * blank at the ends, no device name, at most 120 characters (a deep OneDrive folder leaves little of 260) and 240 bytes.
 */
export function safeFileName(text: string, extension: string): string {
  const look: Readonly<Record<string, string>> = { '<': '＜', '>': '＞', ':': '：', '"': '＂', '/': '／', '\\': '＼', '|': '｜', '?': '？', '*': '＊' }
  const base = trimmed(text.normalize('NFC').toWellFormed()
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD\uFFFE\uFFFF]/g, '')
    .replace(/[<>:"/\\|?*]/g, (sign) => look[sign] ?? '')
    .replace(/\s+/g, ' '))
  let short = ''
  for (const character of base) {
    if (short.length + character.length > 120 || Buffer.byteLength(`${short}${character}.${extension}`) > 240) break
    short += character
  }
  const name = trimmed(short)
  const beforeDot = name.split('.')[0] ?? ''
  return `${name === '' ? '未命名' : reserved.test(beforeDot.trim()) ? `_${name}` : name}.${extension}`
}

function trimmed(text: string): string {
  return text.replace(/^[\s　.]+|[\s　.]+$/g, '')
}
