import { CFB } from '@e965/xlsx'
import { zipNames } from './open-zip.ts'
import { rosterError } from './roster-errors.ts'

/** What a file is, by its content: names lie (a .doc renamed .xlsx, an HTML table saved as .xls). */
export type FileKind = 'xlsx' | 'ods' | 'xls' | 'markup' | 'text'

/**
 * Finds out what the bytes are. `markup`: an HTML table or an XML sheet under the name .xls, as many systems of bureaus
 * export them. Throws the `roster.*` error that names what it is instead of a workbook.
 */
export function fileKind(file: Uint8Array): FileKind {
  if (file.length === 0) throw rosterError('empty')
  const starts = (...bytes: readonly number[]) => bytes.every((byte, i) => file[i] === byte)
  if (starts(0x50, 0x4b, 0x03, 0x04)) return zipKind(zipNames(file))
  if (starts(0x50, 0x4b)) throw rosterError('damaged')
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return compoundKind(file)
  // A workbook of Excel 2 to 4 is a bare stream that begins with its BOF record.
  if (starts(0x09) && [0x00, 0x02, 0x04, 0x08].includes(file[1] ?? -1)) return 'xls'
  if (starts(0x25, 0x50, 0x44, 0x46)) throw rosterError('pdfFile')
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38)) throw rosterError('imageFile')
  if (starts(0x52, 0x61, 0x72, 0x21) || starts(0x37, 0x7a, 0xbc, 0xaf) || starts(0x1f, 0x8b)) throw rosterError('archiveFile')
  if (starts(0x7b, 0x5c, 0x72, 0x74, 0x66)) throw rosterError('wordFile')
  const start = new TextDecoder('latin1').decode(file.subarray(0, 1024)).replace(/^\u00ef\u00bb\u00bf/, '').trimStart().toLowerCase()
  if (/^<(\?xml|!doctype|html|table|head|meta|style|body|div)/.test(start)) return 'markup'
  const isUtf16 = starts(0xff, 0xfe) || starts(0xfe, 0xff)
  if (!isUtf16 && file.subarray(0, 65_536).includes(0)) throw rosterError('notAWorkbook')
  return 'text'
}

function zipKind(names: readonly string[]): FileKind {
  if (names.some((name) => /^xl\/workbook\d*\.(xml|bin)$/i.test(name)) || (names.includes('[Content_Types].xml') && names.some((name) => /(^|\/)worksheets\//.test(name)))) return 'xlsx'
  if (names.includes('content.xml') && names.includes('mimetype')) return 'ods'
  if (names.some((name) => name.startsWith('word/'))) throw rosterError('wordFile')
  if (names.some((name) => name.startsWith('ppt/'))) throw rosterError('slidesFile')
  throw rosterError('archiveFile')
}

function compoundKind(file: Uint8Array): FileKind {
  let paths: readonly string[]
  try {
    paths = (CFB.read(file, { type: 'array' }) as { FullPaths: readonly string[] }).FullPaths
  } catch (cause) {
    throw rosterError('damaged', cause)
  }
  const names = new Set(paths.map((path) => path.split('/').filter((part) => part !== '').at(-1)?.toLowerCase()))
  if (names.has('encryptedpackage')) throw rosterError('password')
  if (names.has('workbook') || names.has('book')) return 'xls'
  if (names.has('worddocument')) throw rosterError('wordFile')
  if (names.has('powerpoint document')) throw rosterError('slidesFile')
  throw rosterError('notAWorkbook')
}
