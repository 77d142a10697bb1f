import { readdirSync } from 'node:fs'
import { fileSize } from '../../db/peek-database.ts'
import type { Peek } from '../../db/peek-database.ts'
import { AppError } from '../../shared/errors.ts'
import type { DataFolderLayout } from './data-folder-layout.ts'

/**
 * A folder that has backups, attachments or documents had a database. If that is gone or empty, an empty one must not quietly
 * take its place; nor may one be made beside a left `-wal`, which SQLite would then throw away, with records in it.
 * @throws AppError `database.missing` (precondition).
 */
export function refuseLostDatabase(layout: DataFolderLayout, peek: Peek): void {
  if (peek.kind === 'ours') return
  const walAlone = peek.kind === 'absent' || fileSize(layout.database) === 0
  const traces = [
    ...(walAlone && fileSize(`${layout.database}-wal`) > 0 ? ['xingtan.db-wal'] : []),
    ...([['backups', layout.backups], ['files', layout.files], ['文书', layout.documents]] as const)
      .filter(([, folder]) => hasContent(folder)).map(([name]) => name),
  ]
  if (traces.length === 0) return
  const what = peek.kind === 'absent' ? '找不到数据库文件 xingtan.db' : '数据库文件 xingtan.db 是空的'
  throw new AppError('database.missing', 'precondition',
    `${what}，但这个文件夹里有以前的数据（${traces.join('、')}），没有新建数据库。请找回 xingtan.db，或用 backups 文件夹里的备份恢复；要重新开始，请选择一个空文件夹。`)
}

function hasContent(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
