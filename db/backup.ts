import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../shared/errors.ts'
import { must } from '../shared/must.ts'
import { fsyncFile, fsyncFolder, hashFile, renameDurably, writeFileDurably } from './file-durability.ts'
import { checkIntegrity } from './integrity.ts'
import { fileSize } from './peek-database.ts'
import { readHistory } from './migration-history.ts'
import { takeCensus } from './schema-census.ts'
import type { Census } from './schema-census.ts'
import { asStorageError } from './sqlite-errors.ts'

export interface Backup {
  readonly path: string
  /** Of the file, lower-case hex; also beside it in `<name>.sha256`, as `sha256sum` writes it. */
  readonly sha256: string
  readonly bytes: number
}

/**
 * Makes a backup under `path` that has been opened, checked, counted and hashed before it got its name.
 *
 * `VACUUM INTO` writes it, since a copy of a live WAL database can hold nothing and still be "ok".
 *
 * @throws AppError `backup.notVerified` (internal) or a storage error; nothing then stands under `path`.
 */
export function makeBackup(sqlite: Database.Database, path: string): Backup {
  const temp = `${path}.part`
  try {
    // Left over from a backup that was cut short; it never had a name that means anything.
    rmSync(temp, { force: true })
    sqlite.prepare('VACUUM INTO ?').run(temp)
    fsyncFile(temp)
    verifyCopy(sqlite, temp)
    const sha256 = hashFile(temp)
    writeFileDurably(hashPath(path), `${sha256}  ${basename(path)}\n`)
    renameDurably(temp, path)
    return { path, sha256, bytes: fileSize(path) }
  } catch (error) {
    rmSync(temp, { force: true })
    if (error instanceof AppError) throw error
    throw asStorageError(error) ?? notVerified(error)
  }
}

/**
 * The backup that is made before a migration: `before-<version>.db`, never rotated away. A second try at the same migration finds
 * the first one's backup and makes no other as long as the data are the same.
 */
export function backupBeforeMigration(sqlite: Database.Database, folder: string, version: string): Backup {
  mkdirSync(folder, { recursive: true })
  const name = `before-${version.replaceAll(/[^\w.-]/g, '_')}`
  for (let n = 1; ; n++) {
    const path = join(folder, n === 1 ? `${name}.db` : `${name}-${n}.db`)
    if (!existsSync(path)) return makeBackup(sqlite, path)
    if (sameData(sqlite, path)) return { path, sha256: hashFile(path), bytes: fileSize(path) }
  }
}

/**
 * One backup a day, `auto-YYYY-MM-DD.db`; of these the newest `keep` stay. Null when today's is there already.
 * A backup that is no longer what its hash says is not rotated away: somebody should look at it.
 */
export function backupDaily(sqlite: Database.Database, folder: string, today: string, keep: number): Backup | null {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `auto-${today}.db`)
  if (existsSync(path)) return null
  const made = makeBackup(sqlite, path)
  const daily = readdirSync(folder).filter((name) => /^auto-\d{4}-\d{2}-\d{2}\.db$/.test(name)).sort()
  for (const name of daily.slice(0, Math.max(0, daily.length - Math.max(1, keep)))) {
    const old = join(folder, name)
    if (old === path || !hashHolds(old)) continue
    rmSync(old)
    rmSync(hashPath(old))
  }
  fsyncFolder(folder)
  return made
}

/** Whether a backup is still what it was when it was made; also false when its `.sha256` is missing. */
export function hashHolds(path: string): boolean {
  const noted = notedHash(path)
  return noted !== null && noted === hashFile(path)
}

/** The hash that was noted beside a backup, or null. */
export function notedHash(path: string): string | null {
  if (!existsSync(hashPath(path))) return null
  return /^[0-9a-f]{64}/.exec(readFileSync(hashPath(path), 'utf8'))?.[0] ?? null
}

const hashPath = (path: string) => `${path}.sha256`

function verifyCopy(sqlite: Database.Database, path: string): void {
  const copy = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const report = checkIntegrity(copy)
    if (!report.whole) throw notVerified(new Error(report.damage.join('; ')))
    if (!sameCounts(takeCensus(sqlite), takeCensus(copy)) || !sameHistory(sqlite, copy)) {
      throw notVerified(new Error('the copy does not hold what the database holds'))
    }
  } finally {
    copy.close()
  }
}

/** `VACUUM INTO` writes the same bytes for the same data, so two backups can be told apart by their hash. */
function sameData(sqlite: Database.Database, path: string): boolean {
  const temp = `${path}.compare.part`
  try {
    rmSync(temp, { force: true })
    sqlite.prepare('VACUUM INTO ?').run(temp)
    return hashHolds(path) && hashFile(temp) === hashFile(path)
  } catch (error) {
    throw asStorageError(error) ?? error
  } finally {
    rmSync(temp, { force: true })
  }
}

function sameCounts(one: Census, other: Census): boolean {
  return one.tables.size === other.tables.size && [...one.tables].every(([table, was]) => {
    const is = other.tables.get(table)
    return is !== undefined && is.rows === was.rows
      && [...was.values].every(([column, count]) => count === must(is.values.get(column), 'both have the same schema'))
  })
}

const sameHistory = (one: Database.Database, other: Database.Database): boolean =>
  JSON.stringify(readHistory(one)) === JSON.stringify(readHistory(other))

function notVerified(cause: unknown): AppError {
  return new AppError('backup.notVerified', 'internal', '备份没有通过检查，已放弃这份备份；原来的数据没有改动。请检查磁盘后再试一次。', { cause })
}
