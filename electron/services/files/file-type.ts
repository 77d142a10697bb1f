import { AppError } from '../../../shared/errors.ts'
import { fileNameFor } from '../../../shared/domain/files/file-name.ts'
import { namesInZip } from './names-in-zip.ts'

/** What a file is, told by its first bytes and never by its name, with the endings that such a file may bear (the usual one first). */
export interface FileType {
  readonly mediaType: string
  readonly endings: readonly string[]
}

const ooxml = 'application/vnd.openxmlformats-officedocument.'
const types = {
  png: { mediaType: 'image/png', endings: ['png'] },
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  gif: { mediaType: 'image/gif', endings: ['gif'] },
  webp: { mediaType: 'image/webp', endings: ['webp'] },
  bmp: { mediaType: 'image/bmp', endings: ['bmp'] },
  tiff: { mediaType: 'image/tiff', endings: ['tif', 'tiff'] },
  heic: { mediaType: 'image/heic', endings: ['heic', 'heif'] },
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  docx: { mediaType: `${ooxml}wordprocessingml.document`, endings: ['docx'] },
  xlsx: { mediaType: `${ooxml}spreadsheetml.sheet`, endings: ['xlsx'] },
  pptx: { mediaType: `${ooxml}presentationml.presentation`, endings: ['pptx'] },
  ofd: { mediaType: 'application/ofd', endings: ['ofd'] },
  doc: { mediaType: 'application/msword', endings: ['doc', 'wps'] },
  xls: { mediaType: 'application/vnd.ms-excel', endings: ['xls', 'et'] },
  ppt: { mediaType: 'application/vnd.ms-powerpoint', endings: ['ppt', 'dps'] },
  mp4: { mediaType: 'video/mp4', endings: ['mp4', 'mov', 'm4v', '3gp'] },
  m4a: { mediaType: 'audio/mp4', endings: ['m4a'] },
  avi: { mediaType: 'video/x-msvideo', endings: ['avi'] },
  mp3: { mediaType: 'audio/mpeg', endings: ['mp3'] },
  wav: { mediaType: 'audio/wav', endings: ['wav'] },
  amr: { mediaType: 'audio/amr', endings: ['amr'] },
  text: { mediaType: 'text/plain', endings: ['txt', 'csv', 'md'] },
} as const satisfies Record<string, FileType>

const mostBytes = 200 * 1024 * 1024

/**
 * What may be kept as an attachment: pictures, PDF and OFD, documents of Office and WPS without macros, sound, film and plain
 * text. Never a program, whatever it calls itself.
 * @returns the type and a name that is safe to save anywhere, with an ending that tells the truth
 * @throws `files.empty`, `files.tooLarge`, `files.macros`, `files.typeNotAllowed`
 */
export function admitFile(name: string, bytes: Uint8Array): { readonly mediaType: string; readonly fileName: string } {
  const shown = fileNameFor(lastPart(name))
  if (bytes.byteLength === 0) throw new AppError('files.empty', 'invalid', `「${shown}」是空文件，请核对后重新选择`)
  if (bytes.byteLength > mostBytes) throw new AppError('files.tooLarge', 'invalid', `「${shown}」超过 200 MB，请压缩或截取后再添加`)
  const ending = /\.([^.]{1,5})$/.exec(shown)?.[1]?.toLowerCase() ?? ''
  const type = typeOf(bytes, ending, shown)
  if (!type) {
    throw new AppError(
      'files.typeNotAllowed', 'invalid',
      `「${shown}」不能添加：只收图片、PDF、OFD、Word、Excel、PPT、文本和音视频。压缩包请解压后分别添加，程序文件一律不收。`,
    )
  }
  return { mediaType: type.mediaType, fileName: type.endings.includes(ending) ? shown : fileNameFor(`${shown}.${type.endings[0] ?? ''}`) }
}

/** Pictures that a browser can draw. */
export function isShownAsPicture(mediaType: string): boolean {
  return [types.png, types.jpeg, types.gif, types.webp, types.bmp].some((type) => type.mediaType === mediaType)
}

function typeOf(bytes: Uint8Array, ending: string, shown: string): FileType | null {
  const at = (offset: number, ...expected: readonly (number | string)[]) => expected
    .flatMap((part) => typeof part === 'number' ? [part] : [...part].map((char) => char.charCodeAt(0)))
    .every((byte, index) => bytes[offset + index] === byte)

  if (at(0, 0x89, 'PNG\r\n', 0x1a, '\n')) return types.png
  if (at(0, 0xff, 0xd8, 0xff)) return types.jpeg
  if (at(0, 'GIF87a') || at(0, 'GIF89a')) return types.gif
  if (at(0, 'RIFF') && at(8, 'WEBP')) return types.webp
  if (at(0, 'RIFF') && at(8, 'WAVE')) return types.wav
  if (at(0, 'RIFF') && at(8, 'AVI ')) return types.avi
  if (at(0, 'BM') && at(6, 0, 0, 0, 0)) return types.bmp
  if (at(0, 'II*', 0) || at(0, 'MM', 0, '*')) return types.tiff
  if (at(0, '%PDF-')) return types.pdf
  if (at(0, '#!AMR')) return types.amr
  if (at(4, 'ftyp')) return at(8, 'M4A') ? types.m4a : ['heic', 'heix', 'mif1', 'msf1', 'hevc'].some((brand) => at(8, brand)) ? types.heic : types.mp4
  if (at(0, 'ID3') || (bytes[0] === 0xff && [0xfb, 0xfa, 0xf3, 0xf2].includes(bytes[1] ?? 0))) return types.mp3
  if (at(0, 'PK', 3, 4)) return typeOfZip(bytes, shown)
  if (at(0, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return typeOfCompound(bytes)
  // Text has no first bytes of its own. Scripts are text too: here, and only here, the ending is asked as well.
  return types.text.endings.some((each) => each === ending) && isText(bytes) ? types.text : null
}

function typeOfZip(bytes: Uint8Array, shown: string): FileType | null {
  const names = namesInZip(bytes)
  if (names === null) return null
  if (names.has('OFD.xml')) return types.ofd
  if (!names.has('[Content_Types].xml')) return null
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name))) {
    throw new AppError('files.macros', 'invalid', `「${shown}」带有宏，不能添加。请在 WPS 或 Office 里另存为不带宏的 docx、xlsx 或 pptx。`)
  }
  if (names.has('word/document.xml')) return types.docx
  if (names.has('xl/workbook.xml')) return types.xlsx
  return names.has('ppt/presentation.xml') ? types.pptx : null
}

/** Old Office and WPS files, but also installers (.msi), share one container: the names of its streams tell them apart. */
function typeOfCompound(bytes: Uint8Array): FileType | null {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (stream: string) => content.includes(Buffer.from(`${stream}\0`, 'utf16le'))
  if (has('WordDocument')) return types.doc
  if (has('Workbook') || has('Book')) return types.xls
  return has('PowerPoint Document') ? types.ppt : null
}

/** UTF-8, UTF-16 with its mark, or what GB18030 can be: no control characters but blanks. */
function isText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true
  if (bytes[0] === 0x4d && bytes[1] === 0x5a) return false
  return !bytes.subarray(0, 65_536).some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c)
}

/** Some pages and shells hand over a whole path: only its last part is a name. */
function lastPart(name: string): string {
  return name.split(/[\\/]/).at(-1) ?? name
}
