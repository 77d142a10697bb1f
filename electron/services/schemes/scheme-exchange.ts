import { compareSchemes } from '../../../shared/domain/schemes/compare-schemes.ts'
import { differenceLines } from '../../../shared/domain/schemes/difference-words.ts'
import { ownCode } from '../../../shared/domain/schemes/edit-scheme.ts'
import { loadScheme, longestSchemeText } from '../../../shared/domain/schemes/load-scheme.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme-format.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext, WriteContext } from '../../dispatch/context.ts'
import { insertDraftTx, takenCodes } from './draft-schemes.ts'
import { ownVersions, schemeIn } from './own-schemes.ts'
import { anyScheme, documentOf } from './scheme-library.ts'
import { presetSchemes, type SchemeSources } from './schemes-service.ts'

const mediaType = 'application/json'

/** The scheme as a file that another school can import. @throws `schemes.none` */
export function exportScheme(ctx: ReadContext, code: string, version: string) {
  const { scheme } = anyScheme(ctx, code, version)
  const bytes = new TextEncoder().encode(`${JSON.stringify(scheme, null, 2)}\n`)
  const name = `规程 ${scheme.title} 第${scheme.version}版.json`.replace(/[\\/:*?"<>|\r\n\t]/g, ' ')
  return { token: ctx.exchange.put({ name, mediaType, bytes }), name, mediaType, bytes: bytes.byteLength }
}

/**
 * A scheme from a file becomes a draft, to be looked at before it holds. When its number is taken it gets one of its own.
 * @throws `files.gone`, `schemes.tooLong`, `schemes.encoding` and what `loadScheme` complains of
 */
export function importScheme(ctx: WriteContext, token: string): { id: string; title: string; code: string; renamedFrom: string | null; sameAs: string | null } {
  const { name, bytes } = ctx.exchange.get(token)
  const read = loadScheme(textOf(bytes, `「${name}」`), `「${name}」`)
  const taken = takenCodes(ctx)
  const isTaken = taken.includes(read.code)
  const twin = sameAs(ctx, read)
  const scheme: Scheme = isTaken
    ? { ...read, code: ownCode(read.code, taken), basedOn: read.basedOn ?? { code: read.code, version: read.version } }
    : read
  const id = ctx.write(`导入规程「${scheme.title}」第 ${scheme.version} 版，先存为草稿`, (w) => insertDraftTx(w, ctx, scheme))
  ctx.exchange.drop(token)
  return { id, title: scheme.title, code: scheme.code, renamedFrom: isTaken ? read.code : null, sameAs: twin?.title ?? null }
}

function textOf(bytes: Uint8Array, name: string): string {
  // No character takes more than four bytes; what is longer is not even decoded.
  if (bytes.byteLength > longestSchemeText * 4) {
    throw new AppError('schemes.tooLong', 'invalid', `${name}有 ${Math.round(bytes.byteLength / 1024 / 1024)} MB，超过规程文件的上限，请核对是否选错了文件。`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new AppError('schemes.encoding', 'invalid', `${name}不是 UTF-8 编码的文字，读出来会是乱码。请用本软件重新导出，或另存为 UTF-8 编码后再导入。`, { cause })
  }
}

/** A scheme that rules the same already, whatever its number and title. */
function sameAs(ctx: SchemeSources, scheme: Scheme): Scheme | null {
  const known = [...ownVersions(ctx.db).map(schemeIn), ...presetSchemes(ctx).schemes]
  return known.find((other) => {
    const [one, two] = [documentOf({ ...other, title: scheme.title }), documentOf(scheme)]
    const difference = compareSchemes(one, two)
    return difference.parts.length === 0 && differenceLines(one, two, difference).length === 0
  }) ?? null
}
