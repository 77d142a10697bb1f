/**
 * The text of a file without any word about its encoding: a byte order mark decides; else UTF-8 if it is one without a
 * single error; else GB18030, which is what Excel and WPS write for .csv on Chinese Windows.
 */
export function decodeText(file: Uint8Array): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file)
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder('utf-16be').decode(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('gb18030').decode(file)
  }
}

/**
 * The rows of a comma-separated text (RFC 4180; also with tabs or semicolons, whichever the first lines hold most).
 * Cells stay texts: a library that guesses types would turn an ID number into a float. `="…"`, the trick that keeps
 * spreadsheets from doing so, and a leading tab or apostrophe are taken off. Reads at most `mostRows` rows.
 */
export function readCsv(text: string, mostRows: number): readonly (readonly string[])[] {
  const separator = findSeparator(text.slice(0, 20_000))
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length && rows.length < mostRows) {
    const cell = text.charAt(at) === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator)
    row.push(unprotected(cell.value))
    at = cell.next
    if (text.charAt(at) === separator) {
      at++
      if (at === text.length) row.push('')
      continue
    }
    if (text.charAt(at) === '\r' && text.charAt(at + 1) === '\n') at++
    at++
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

interface CellRead {
  readonly value: string
  /** Where the separator, the line end or the end of the text stands. */
  readonly next: number
}

function plainCell(text: string, from: number, separator: string): CellRead {
  let to = from
  while (to < text.length && text.charAt(to) !== separator && text.charAt(to) !== '\n' && text.charAt(to) !== '\r') to++
  return { value: text.slice(from, to), next: to }
}

/** A quote inside is doubled; what follows the closing quote up to the separator belongs to the cell, as in Excel. */
function quotedCell(text: string, from: number, separator: string): CellRead {
  let value = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { value: value + text.slice(at), next: text.length }
    value += text.slice(at, quote)
    if (text.charAt(quote + 1) !== '"') {
      const rest = plainCell(text, quote + 1, separator)
      return { value: value + rest.value, next: rest.next }
    }
    value += '"'
    at = quote + 2
  }
}

function findSeparator(start: string): string {
  const count = (separator: string) => start.split(separator).length
  return [',', '\t', ';'].reduce((best, separator) => (count(separator) > count(best) ? separator : best))
}

function unprotected(cell: string): string {
  return cell.trim().replace(/^="?([^"]*)"?$/, '$1').replace(/^'(?=\d)/, '')
}
