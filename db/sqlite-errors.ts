import { AppError } from '../shared/errors.ts'

/**
 * SQLite's result code behind an error (`SQLITE_FULL`, `SQLITE_IOERR_WRITE` …), or the system's (`ENOSPC`), however deep it was
 * wrapped: drizzle wraps what better-sqlite3 throws.
 */
export function storageCode(error: unknown): string | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    const code: unknown = 'code' in at ? at.code : null
    if (typeof code === 'string' && !(at instanceof AppError)) return code
  }
  return null
}

/**
 * An error of the disk or of SQLite in the user's words, kind `unavailable`; null for an error that is not the disk's doing,
 * and for one that already has its words.
 * Whoever calls this knows that nothing was saved, because the sentences say so.
 */
export function asStorageError(error: unknown): AppError | null {
  if (error instanceof AppError) return null
  const code = storageCode(error)
  if (code === null) return null
  const say = (reason: string, message: string) => new AppError(`database.${reason}`, 'unavailable', message, { cause: error })
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return say('diskFull', '磁盘已满，这次操作没有保存，以前的数据不受影响。请腾出磁盘空间后再试一次。')
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return say('busy', '数据库正被别的程序占用，这次操作没有保存。请关闭正在使用资料夹的程序（同步盘、杀毒软件），再试一次。')
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return say('readOnly', '资料夹不能写入，这次操作没有保存。请检查文件夹的权限，或磁盘是否写保护，然后再试一次。')
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return say('damaged', '数据库文件已损坏，这次操作没有保存。请退出程序，用 backups 文件夹里的备份恢复；损坏的文件请保留，不要删除。')
  }
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || code === 'EIO') {
    return say('ioFailed', '读写磁盘时出错，这次操作没有保存。请检查硬盘或U盘是否接好，然后重新打开程序再试一次。')
  }
  return null
}
