import { mkdirSync, readFileSync, realpathSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileDurably } from '../../db/file-durability.ts'
import { storageCode } from '../../db/sqlite-errors.ts'
import { AppError } from '../../shared/errors.ts'
import { judgeFileSystem, judgeFolderPath } from './judge-folder-path.ts'

/**
 * Makes sure that the data folder is a local folder that can be written, and makes it if it is not there.
 * @returns Chinese warnings.
 * @throws AppError of kind `precondition`: what is wrong with the place, and what to choose instead.
 */
export function checkFolder(folder: string, platform: NodeJS.Platform): string[] {
  const warnings = judgeFolderPath(folder, platform)
  try {
    mkdirSync(folder, { recursive: true })
    // A mapped drive, a link or a mounted share shows its true place only here.
    const real = realpathSync.native(folder)
    judgeFileSystem(folder, statfsSync(folder).type, platform)
    const more = real === folder ? [] : judgeFolderPath(real, platform)
    if (!statSync(folder).isDirectory()) throw notWritable(folder, 'ENOTDIR', null)
    tryToWrite(folder)
    return [...new Set([...warnings, ...more])]
  } catch (error) {
    if (error instanceof AppError) throw error
    throw notWritable(folder, storageCode(error) ?? '', error)
  }
}

/** Permissions are not asked but tried: on Windows they say little. */
function tryToWrite(folder: string): void {
  const probe = join(folder, '.write-test')
  const text = 'xingtan'
  writeFileDurably(probe, text)
  const back = readFileSync(probe, 'utf8')
  rmSync(probe)
  if (back !== text) throw new Error('what was written reads differently')
}

function notWritable(folder: string, code: string, cause: unknown): AppError {
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError('boot.diskFull', 'precondition', `资料夹（${folder}）所在的磁盘已满，程序没有打开，数据没有改动。请腾出磁盘空间后再打开程序。`, { cause })
  }
  const why = code === 'ENOTDIR' || code === 'EEXIST' ? '那里有一个同名的文件' : '没有写入的权限，或磁盘写保护'
  return new AppError('boot.folderNotWritable', 'precondition',
    `资料夹（${folder}）不能写入：${why}。程序没有打开，数据没有改动。请检查权限，或选择另一个文件夹。`, { cause })
}
