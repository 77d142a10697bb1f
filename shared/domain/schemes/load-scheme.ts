import { AppError } from '../../errors.ts'
import { schemeFormatVersion, schemeSchema } from './scheme-format.ts'
import type { Scheme } from './scheme-format.ts'
import { problemsIn, type SchemeProblem } from './scheme-problems.ts'

/** A scheme is a few dozen kilobytes; the largest known one has some 60 duties. */
export const longestSchemeText = 2_000_000

/**
 * Reads the text of a scheme file. Throws an AppError (kind `invalid`) that names the place and the reason in Chinese when the
 * file is too long, no JSON, no scheme, of a newer format than this program knows, or wrong in any part; its `places` list all of them.
 */
export function loadScheme(text: string, fileName = '规程文件'): Scheme {
  if (text.length > longestSchemeText) {
    throw new AppError('schemes.tooLong', 'invalid', `${fileName}有 ${text.length} 个字符，超过上限 ${longestSchemeText}，不像规程文件，请核对。`)
  }
  const raw = readJson(text, fileName)
  if (!isRecord(raw) || raw['format'] !== 'xingtan-scheme') {
    throw new AppError('schemes.notAScheme', 'invalid', `${fileName}不是规程文件（缺少 format: "xingtan-scheme"），请选择由本软件导出的规程。`)
  }
  const version = raw['formatVersion']
  if (typeof version === 'number' && version > schemeFormatVersion) {
    throw new AppError('schemes.newerFormat', 'invalid',
      `${fileName}的格式是第 ${version} 版，本软件只认识到第 ${schemeFormatVersion} 版，请先升级软件再导入。`)
  }
  return readScheme(raw, fileName, '请更正后再导入。')
}

/** The value as a scheme. Throws like `loadScheme`; `advice` closes the sentence. */
export function readScheme(raw: unknown, name: string, advice: string): Scheme {
  const parsed = schemeSchema.safeParse(raw, { reportInput: true })
  if (parsed.success) return parsed.data
  const places = problemsIn(parsed.error.issues, raw).map(({ field, message }) => ({ field, message }))
  const more = parsed.error.issues.length > 1 ? `（共 ${parsed.error.issues.length} 处）` : ''
  throw new AppError('schemes.broken', 'invalid', `${name}有错误${more}。${places[0]?.message ?? ''}。${advice}`, { places })
}

/** What is wrong in a scheme in the making; empty when it could be saved. */
export function schemeProblems(raw: unknown): SchemeProblem[] {
  const parsed = schemeSchema.safeParse(raw, { reportInput: true })
  return parsed.success ? [] : problemsIn(parsed.error.issues, raw)
}

function readJson(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new AppError('schemes.notJson', 'invalid', `${fileName}不是完整的 JSON 文件，可能没有下载完或被改坏了，请重新取得。`, { cause })
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
