import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../shared/errors.ts'
import { checkIntegrity } from './integrity.ts'
import type { IntegrityReport } from './integrity.ts'
import type { Migration } from './migration-files.ts'
import { pendingMigrations, readHistory } from './migration-history.ts'
import { asStorageError, storageCode } from './sqlite-errors.ts'

/** What stands under the name of the database, read without writing to it. */
export type Peek =
  /** No file, or one without any table: a first start, or one that was cut short. */
  | { readonly kind: 'absent' | 'empty' }
  | {
    readonly kind: 'ours'
    readonly folderId: string
    /** Tags of the migrations that this program still has to run. */
    readonly pending: readonly string[]
    /** The version whose migration ran last. */
    readonly lastVersion: string
    /** Present when the last writer did not close the file, or when it was asked for. */
    readonly integrity: IntegrityReport | null
  }

export const fileSize = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** A `-wal` with content: the last writer was killed, or is still there. */
export const endedUncleanly = (path: string): boolean => fileSize(`${path}-wal`) > 0

/**
 * Looks at a database that nobody has open. Its bytes stay as they are, and so do those of a `-wal` beside it.
 *
 * A file that ended uncleanly is checked here, before it is opened for writing, since the first close after that would fold the
 * `-wal` into a damaged file.
 *
 * @throws AppError `database.notADatabase`, `database.truncated`, `database.damaged` (unavailable), `database.foreign`,
 *   `database.newer`, `database.historyDiffers` (precondition).
 */
export function peekDatabase(path: string, ours: readonly Migration[], options: { checkAlways?: boolean } = {}): Peek {
  if (!existsSync(path)) return { kind: 'absent' }
  if (fileSize(path) === 0) return { kind: 'empty' }
  const unclean = endedUncleanly(path)
  refuseBadHeader(path, unclean)
  try {
    return readOnly(path, (sqlite) => {
      const tables = sqlite.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all()
      if (tables.length === 0) return { kind: 'empty' }
      const folderId = readFolderId(sqlite, tables)
      const history = readHistory(sqlite)
      if (folderId === null || history.length === 0) {
        throw new AppError('database.foreign', 'precondition',
          '这个资料夹里的 xingtan.db 不是杏坛的数据库，没有打开，也没有改动。请选择另一个文件夹，或把这个文件移到别处。')
      }
      return {
        kind: 'ours',
        folderId,
        pending: pendingMigrations(history, ours).map((migration) => migration.tag),
        lastVersion: history.at(-1)?.programVersion ?? '',
        integrity: unclean || options.checkAlways === true ? checkIntegrity(sqlite) : null,
      }
    })
  } catch (error) {
    if (error instanceof AppError) throw error
    const code = storageCode(error) ?? ''
    if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') throw damaged('database.damaged', error)
    throw asStorageError(error) ?? error
  }
}

/** The sentence for a file that cannot be trusted. */
export function damaged(code: 'database.notADatabase' | 'database.truncated' | 'database.damaged', cause?: unknown): AppError {
  const what = { 'database.notADatabase': '不是数据库文件，内容可能被覆盖', 'database.truncated': '不完整，后面的部分丢失了', 'database.damaged': '已损坏' }[code]
  return new AppError(code, 'unavailable',
    `数据库文件 xingtan.db ${what}，没有打开，文件留在原处。请不要删除它，先复制整个资料夹，再用 backups 文件夹里的备份恢复。`, { cause })
}

/** SQLite itself opens a truncated file and fails only when it comes to a page that is gone. */
function refuseBadHeader(path: string, unclean: boolean): void {
  const header = Buffer.alloc(100)
  const fd = openSync(path, 'r')
  try {
    readSync(fd, header)
  } finally {
    closeSync(fd)
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw damaged('database.notADatabase')
  const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16)
  // The page count in the header holds only if it was written together with the change counter (file format, 1.3.8). Where a
  // -wal or a -journal waits, the file may rightly be shorter: a checkpoint or a transaction was cut short.
  const countHolds = header.readUInt32BE(24) === header.readUInt32BE(92)
  const settled = !unclean && fileSize(`${path}-journal`) === 0
  if (settled && countHolds && fileSize(path) < pageSize * header.readUInt32BE(28)) throw damaged('database.truncated')
}

function readFolderId(sqlite: Database.Database, tables: readonly string[]): string | null {
  if (!tables.includes('data_folder') || !tables.includes('schema_migration')) return null
  return sqlite.prepare<[], string>(`SELECT folder_id FROM data_folder WHERE program = 'xingtan'`).pluck().get() ?? null
}

/** Opens for reading only; the empty `-wal` and the `-shm` that SQLite then makes are taken away again. */
function readOnly<T>(path: string, read: (sqlite: Database.Database) => T): T {
  if (fileSize(`${path}-journal`) > 0) return readRolledBackCopy(path, read)
  const own = ['-wal', '-shm'].filter((suffix) => !existsSync(path + suffix))
  const sqlite = new Database(path, { readonly: true, fileMustExist: true })
  try {
    sqlite.pragma('trusted_schema = OFF')
    return read(sqlite)
  } finally {
    sqlite.close()
    for (const suffix of own) {
      if (suffix === '-shm' || fileSize(path + suffix) === 0) rmSync(path + suffix, { force: true })
    }
  }
}

/**
 * A `-journal` waits where the very first opening was cut short, before the file was in WAL mode. SQLite reads such a file only
 * after rolling it back, which a reader may not do: so that is done to a copy.
 */
function readRolledBackCopy<T>(path: string, read: (sqlite: Database.Database) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'xingtan-peek-'))
  try {
    const copy = join(folder, 'copy.db')
    copyFileSync(path, copy)
    copyFileSync(`${path}-journal`, `${copy}-journal`)
    const sqlite = new Database(copy)
    try {
      sqlite.pragma('trusted_schema = OFF')
      return read(sqlite)
    } finally {
      sqlite.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
