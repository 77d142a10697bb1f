import type Database from 'better-sqlite3'
import { AppError } from '../shared/errors.ts'
import type { Migration } from './migration-files.ts'

/** One migration as the database remembers it. */
export interface AppliedMigration {
  readonly idx: number
  readonly tag: string
  readonly hash: string
  readonly programVersion: string
}

/** Bookkeeping of the runner itself; not in the drizzle schema, because it must exist before the first migration. */
export const historyTables = `
  CREATE TABLE IF NOT EXISTS schema_migration (
    idx INTEGER PRIMARY KEY NOT NULL,
    tag TEXT NOT NULL,
    hash TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    program_version TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS schema_custom_sql (
    name TEXT PRIMARY KEY NOT NULL,
    hash TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    program_version TEXT NOT NULL
  );
`

/** What was applied to this database, the oldest first; empty where the bookkeeping does not exist yet. */
export function readHistory(sqlite: Database.Database): AppliedMigration[] {
  const known = sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migration'`).get()
  if (known === undefined) return []
  return sqlite.prepare<[], AppliedMigration>(
    'SELECT idx, tag, hash, program_version AS programVersion FROM schema_migration ORDER BY idx',
  ).all()
}

/**
 * The migrations still to run. What was applied must be a prefix of what this program knows.
 * @throws AppError `database.newer` when a newer program wrote here, `database.historyDiffers` when it is another history.
 */
export function pendingMigrations(applied: readonly AppliedMigration[], ours: readonly Migration[]): Migration[] {
  for (const [at, was] of applied.entries()) {
    const known = ours[at]
    if (known === undefined) {
      const version = applied.at(-1)?.programVersion ?? was.programVersion
      throw new AppError('database.newer', 'precondition',
        `这个数据库已由更新的程序（${version} 版）使用过，现在的程序版本较旧，不能打开，数据没有任何改动。请安装 ${version} 或更新的版本。`)
    }
    if (was.idx !== known.idx || was.tag !== known.tag || was.hash !== known.hash) {
      throw new AppError('database.historyDiffers', 'precondition',
        `数据库的升级记录（第 ${at + 1} 步 ${was.tag}）与本程序不一致，可能来自另一个版本的程序，不能打开，数据没有任何改动。请使用原来的程序打开，或从 backups 文件夹恢复备份。`)
    }
  }
  return ours.slice(applied.length)
}
