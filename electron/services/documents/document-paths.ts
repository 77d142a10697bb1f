import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fsyncFolder } from '../../../db/file-durability.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { AppError } from '../../../shared/errors.ts'
import { safeFileName } from './file-name.ts'

/** Where made documents lie below the data folder; the boot's layout names the same folder. */
export const documentsFolder = '文书'
/** The longest path below a data folder; `judge-folder-path.ts` keeps as much room free below the limit of Windows. */
export const longestPathInside = 120
/** A studio's folder is cut to this, so that a document's own name keeps room. */
const longestFolderName = 30
const extension = '.docx'

/**
 * `<学期名>/<工作室>/<name>.docx` below 文书, with forward slashes: cut so that the whole stays within the limit, and
 * numbered (`…-2.docx`) where that name is taken, because what somebody has written into a saved file is never overwritten.
 */
export function freePath(dataFolder: string, parts: { readonly termKey: string; readonly studioName: string; readonly fileName: string }): string {
  const folder = `${termName(parts.termKey)}/${safeFolderName(parts.studioName)}`
  const base = parts.fileName.slice(0, -extension.length)
  for (let number = 1; ; number++) {
    const mark = number === 1 ? '' : `-${number}`
    const room = longestPathInside - `${documentsFolder}/${folder}/${mark}${extension}`.length
    const path = `${folder}/${cut(base, room)}${mark}${extension}`
    if (!existsSync(join(dataFolder, documentsFolder, path))) return path
  }
}

/**
 * Makes the folders of a document below the data folder, their names on the disk before a file goes into them.
 * @throws `documents.dataFolderGone`: a data folder that was moved away, or a stick that was pulled out, is not made anew
 */
export function makeFolderOf(dataFolder: string, path: string): void {
  if (!existsSync(dataFolder)) {
    throw new AppError('documents.dataFolderGone', 'unavailable', '资料夹已不在原处，可能被移走、改名，或U盘、移动硬盘已拔出，没有保存。请接好或移回原处，再试一次。')
  }
  const missing: string[] = []
  for (let at = dirname(path); at !== dataFolder && !existsSync(at); at = dirname(at)) missing.unshift(at)
  for (const each of missing) {
    mkdirSync(each)
    fsyncFolder(dirname(each))
  }
}

/** The full path of a document's row. @throws `documents.outside` for one that leads out of 文书 */
export function fullPath(dataFolder: string, relativePath: string): string {
  const root = join(dataFolder, documentsFolder)
  const path = resolve(root, relativePath)
  if (relative(root, path).split(sep)[0] === '..' || (path !== root && !path.startsWith(`${root}${sep}`))) {
    throw new AppError('documents.outside', 'forbidden', '这个文件不在文书文件夹里，不能打开')
  }
  return path
}

function safeFolderName(name: string): string {
  const safe = safeFileName(name, 'docx').slice(0, -extension.length)
  return cut(safe, longestFolderName)
}

/** At most `room` UTF-16 units, never half a character, no dot or blank at the end. */
function cut(text: string, room: number): string {
  let short = ''
  for (const character of text) {
    if (short.length + character.length > room) break
    short += character
  }
  return short.replace(/[\s.　]+$/, '')
}
