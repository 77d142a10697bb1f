import type Database from 'better-sqlite3'
import { AppError } from '../shared/errors.ts'
import { stampDataFolder } from './data-folder-stamp.ts'
import { readCustomSql, readMigrations } from './migration-files.ts'
import type { CustomSql, DbResources, Migration } from './migration-files.ts'
import { historyTables, pendingMigrations, readHistory } from './migration-history.ts'
import { takeCensus, unexplainedLosses } from './schema-census.ts'
import { asStorageError } from './sqlite-errors.ts'

/** What a run needs to know about the world; the moment and the version are written into the bookkeeping. */
export interface MigrationRun {
  readonly resources: DbResources
  /** UTC ISO text. */
  readonly now: string
  readonly version: string
}

/**
 * Brings the database up to what this program knows, all or nothing, and returns the tags that were applied.
 *
 * drizzle's own `migrate()` is not used on people's data: inside its transaction `foreign_keys=OFF` is ignored, so the rebuild
 * of a table (making a column NOT NULL is enough) deletes cascade children and nulls links without a word; and it accepts
 * edited histories and newer databases. Here keys are off before the transaction begins; triggers and views are taken down
 * first (they would stop a rename, and the append-only ones would stop a backfill) and put back from `custom-sql`; and
 * counts from before and after are compared before anything is committed.
 *
 * @throws AppError `database.newer`, `database.historyDiffers` (precondition), `database.migrationFailed` (internal), or a
 *   storage error; in every case the database is as it was.
 */
export function runMigrations(sqlite: Database.Database, run: MigrationRun): string[] {
  if (sqlite.inTransaction) throw new Error('migrations were started inside a transaction')
  const migrations = readMigrations(run.resources.migrations)
  const customSql = readCustomSql(run.resources.customSql)
  const history = readHistory(sqlite)
  const pending = pendingMigrations(history, migrations)
  if (pending.length === 0 && history.length > 0 && customSqlStands(sqlite, customSql)) {
    stampDataFolder(sqlite, run)
    return []
  }

  sqlite.pragma('foreign_keys = OFF')
  try {
    if (sqlite.pragma('foreign_keys', { simple: true }) !== 0) throw new Error('foreign keys could not be switched off')
    sqlite.transaction(() => migrateTx(sqlite, run, pending, customSql)).immediate()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw asStorageError(error) ?? failed('migration', error)
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
  if (sqlite.pragma('foreign_keys', { simple: true }) !== 1) throw new Error('foreign keys could not be switched on again')
  return pending.map((migration) => migration.tag)
}

function migrateTx(sqlite: Database.Database, run: MigrationRun, pending: readonly Migration[], customSql: readonly CustomSql[]): void {
  const before = takeCensus(sqlite)
  sqlite.exec(historyTables)
  takeDownTriggersAndViews(sqlite)
  for (const migration of pending) {
    for (const [at, statement] of migration.statements.entries()) {
      runStatement(sqlite, statement, `${migration.tag}, statement ${at + 1}`)
    }
    sqlite.prepare('INSERT INTO schema_migration (idx, tag, hash, applied_at, program_version) VALUES (?, ?, ?, ?, ?)')
      .run(migration.idx, migration.tag, migration.hash, run.now, run.version)
  }
  sqlite.exec('DELETE FROM schema_custom_sql')
  for (const file of customSql) {
    runStatement(sqlite, file.text, file.name)
    sqlite.prepare('INSERT INTO schema_custom_sql (name, hash, applied_at, program_version) VALUES (?, ?, ?, ?)')
      .run(file.name, file.hash, run.now, run.version)
  }
  stampDataFolder(sqlite, run)
  const missing = missingTriggers(sqlite, customSql)
  const found = unexplainedLosses(before, takeCensus(sqlite), pending.map((migration) => migration.losses))
  const trouble = [...missing.map((name) => `trigger ${name} is missing`), ...found]
  if (trouble.length > 0) throw failed(pending.map((migration) => migration.tag).join(', '), new Error(trouble.join('; ')))
}

/** A failure names the step and says that nothing has changed; the log finds the reason in `cause`. */
function failed(step: string, cause: unknown): AppError {
  return new AppError('database.migrationFailed', 'internal',
    `升级数据库时出错（${step}），已全部撤回，原来的数据没有改动。请不要反复尝试，保留资料夹并联系维护人员。`, { cause })
}

function runStatement(sqlite: Database.Database, statement: string, step: string): void {
  try {
    sqlite.exec(statement)
  } catch (error) {
    throw asStorageError(error) ?? failed(step, error)
  }
  if (!sqlite.inTransaction) throw failed(step, new Error('the statement ended the transaction'))
}

function takeDownTriggersAndViews(sqlite: Database.Database): void {
  const found = sqlite.prepare<[], { type: string; name: string }>(
    `SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view')`,
  ).all()
  for (const { type, name } of found) sqlite.exec(`DROP ${type} IF EXISTS "${name.replaceAll('"', '""')}"`)
}

function missingTriggers(sqlite: Database.Database, customSql: readonly CustomSql[]): string[] {
  const present = new Set(sqlite.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all())
  return customSql.flatMap((file) => file.triggers).filter((name) => !present.has(name))
}

/** Whether our own SQL was replayed as it stands now and all its triggers are still there. */
function customSqlStands(sqlite: Database.Database, customSql: readonly CustomSql[]): boolean {
  const applied = new Map(sqlite.prepare<[], [string, string]>('SELECT name, hash FROM schema_custom_sql').raw().all())
  return applied.size === customSql.length
    && customSql.every((file) => applied.get(file.name) === file.hash)
    && missingTriggers(sqlite, customSql).length === 0
}
