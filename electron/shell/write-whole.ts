import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Result } from '../../shared/errors.ts'

/** Writes a file whole or not at all: temp beside it → fsync → rename, so that a full disk never leaves half a document. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<Result<null>> {
  const temp = join(dirname(path), `.${randomUUID()}.tmp`)
  try {
    const file = await open(temp, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temp, path)
    return { ok: true, value: null }
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined)
    return { ok: false, error: { code: 'shell.cannotSave', kind: 'precondition', message: cannotSave(codeOf(error), basename(path)) } }
  }
}

/** Why a file could not be saved, and what to do, for the system's error code. */
export function cannotSave(code: string, name: string): string {
  switch (code) {
    case 'EBUSY': case 'EPERM':
      return `「${name}」可能正在 WPS 或 Word 中打开，请关闭后再保存，或换一个文件名`
    case 'EACCES': case 'EROFS':
      return `没有权限保存到这个文件夹，请换一个位置保存「${name}」`
    case 'ENOSPC': case 'EDQUOT':
      return `磁盘空间不足，「${name}」没有保存；请清理磁盘或换一个位置`
    case 'ENOENT':
      return `这个文件夹已不存在，请重新选择保存「${name}」的位置`
    case 'ENAMETOOLONG':
      return `文件名或文件夹路径太长，请缩短文件名后再保存`
    case 'EISDIR':
      return `已有一个叫「${name}」的文件夹，请换一个文件名`
    default:
      return `「${name}」没有保存成功（${code}），请换一个位置再试`
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}
