import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { loadScheme } from '../../../shared/domain/schemes/load-scheme.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme-format.ts'
import { AppError } from '../../../shared/errors.ts'

export interface DamagedScheme {
  readonly fileName: string
  /** Chinese: where it is wrong and why. */
  readonly message: string
}

export interface SchemeFiles {
  readonly schemes: readonly Scheme[]
  readonly damaged: readonly DamagedScheme[]
}

type Read = { readonly scheme: Scheme } | { readonly damaged: DamagedScheme }

/** What was read of a file, kept until the file is another one. */
const cache = new Map<string, { readonly stamp: string; readonly read: Read }>()

/** All scheme files of the folder, by name; a file is read again only when its time or size has changed. */
export function readSchemeFiles(folder: string): SchemeFiles {
  const schemes: Scheme[] = []
  const damaged: DamagedScheme[] = []
  const holder = new Map<string, string>()
  for (const fileName of schemeFileNames(folder)) {
    const read = readOnce(join(folder, fileName), fileName)
    if ('damaged' in read) {
      damaged.push(read.damaged)
      continue
    }
    const key = `${read.scheme.code}@${read.scheme.version}`
    const first = holder.get(key)
    if (first === undefined) {
      holder.set(key, fileName)
      schemes.push(read.scheme)
    } else {
      damaged.push({ fileName, message: `${fileName} 与 ${first} 的编号和版本相同（${read.scheme.code} 第 ${read.scheme.version} 版），只采用 ${first}` })
    }
  }
  return { schemes, damaged }
}

function schemeFileNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json')).toSorted()
  } catch (cause) {
    throw new AppError('schemes.noFolder', 'unavailable', '程序自带的规程文件夹读不出来，请重新安装杏坛', { cause })
  }
}

function readOnce(path: string, fileName: string): Read {
  try {
    const { mtimeMs, size } = statSync(path)
    const stamp = `${mtimeMs}/${size}`
    const known = cache.get(path)
    if (known?.stamp === stamp) return known.read
    const read = tryLoad(readFileSync(path, 'utf8'), fileName)
    cache.set(path, { stamp, read })
    return read
  } catch {
    // Gone between listing and reading, or not ours to read: named like a damaged one, and tried again the next time.
    return { damaged: { fileName, message: `${fileName} 读不出来，请检查这个文件是否还在、是否被别的程序占用` } }
  }
}

function tryLoad(text: string, fileName: string): Read {
  try {
    return { scheme: loadScheme(text, fileName) }
  } catch (error) {
    if (error instanceof AppError && error.kind === 'invalid') return { damaged: { fileName, message: error.message } }
    throw error
  }
}
