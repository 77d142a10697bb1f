import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { AppError } from '../shared/errors.ts'
import { asStorageError } from './sqlite-errors.ts'

/** The database as services see it. To write, go through `writeTx`. */
export type Db = BetterSQLite3Database & { $client: Database.Database }

/** The bare handle, for those who check, back up or inspect a whole file; services read and write through `Db`. */
export type Sqlite = Database.Database

export interface OpenDatabase {
  /** The bare handle: for the migration runner, backups and checks. */
  readonly sqlite: Database.Database
  readonly db: Db
  /** Folds the `-wal` into the file and closes; a second call does nothing. */
  close(): void
}

export interface OpenOptions {
  /** How long to wait for another writer, in milliseconds. */
  readonly busyTimeoutMs?: number
}

/**
 * Name, what is asked for, what SQLite must answer afterwards.
 *
 * - `synchronous` must be set at every open: better-sqlite3 is compiled to reopen a WAL file with NORMAL, and then a saved record
 *   can vanish in a power cut.
 * - Without `recursive_triggers`, `INSERT OR REPLACE` deletes the old row without asking its DELETE trigger, and so walks around
 *   what makes the ledger append-only.
 * - `fullfsync` matters on macOS only, where a plain fsync leaves the data in the disk's own cache.
 * - `trusted_schema=OFF`: a file from elsewhere must not run functions through its views and triggers.
 */
const pragmas = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
] as const

/**
 * Sets what must hold for every connection that writes, and makes sure that it took.
 * @throws AppError `database.pragmaRefused` (unavailable), e.g. on a disk that cannot do WAL.
 */
export function holdPragmas(sqlite: Database.Database, busyTimeoutMs: number): void {
  const wanted = [...pragmas, ['busy_timeout', String(busyTimeoutMs), busyTimeoutMs] as const]
  for (const [name, value, answer] of wanted) {
    sqlite.pragma(`${name} = ${value}`)
    const got: unknown = sqlite.pragma(name, { simple: true })
    if (got !== answer) {
      throw new AppError('database.pragmaRefused', 'unavailable',
        `这个磁盘不支持数据库需要的安全写入方式（${name}：${String(got)}）。请把资料夹放到本机硬盘上。`)
    }
  }
}

/**
 * Opens the database file for reading and writing, and makes it if it is not there (its folder must be).
 * @throws AppError of kind `unavailable` when the file cannot be opened or is no database.
 */
export function openDatabase(path: string, options: OpenOptions = {}): OpenDatabase {
  const busyTimeoutMs = options.busyTimeoutMs ?? 5000
  let sqlite: Database.Database | null = null
  try {
    sqlite = new Database(path, { timeout: busyTimeoutMs })
    holdPragmas(sqlite, busyTimeoutMs)
  } catch (error) {
    sqlite?.close()
    throw asStorageError(error) ?? error
  }
  const opened = sqlite
  return {
    sqlite: opened,
    db: drizzle({ client: opened }),
    close: () => {
      if (!opened.open) return
      try {
        // A checkpoint that finds the file busy is no harm: the -wal stays and is read at the next open.
        opened.pragma('wal_checkpoint(TRUNCATE)')
      } finally {
        opened.close()
      }
    },
  }
}

/** Opens a database that is there for looking only, e.g. while the program has it open for writing. @throws SQLite's own errors */
export function openForReading(path: string): OpenDatabase {
  const sqlite = new Database(path, { readonly: true, fileMustExist: true })
  return { sqlite, db: drizzle({ client: sqlite }), close: () => { sqlite.close() } }
}
