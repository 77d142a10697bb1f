import { existsSync, renameSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import Database from 'better-sqlite3'
import { storageCode } from '../../db/sqlite-errors.ts'
import { AppError } from '../../shared/errors.ts'

/** Who has the data folder open, as the lock file tells it. */
export interface LockHolder {
  readonly pid: number
  readonly host: string
  /** The name of the account on that computer: two Windows accounts are two instances. */
  readonly userName: string
  /** UTC ISO text. */
  readonly startedAt: string
}

export interface FolderLock {
  readonly notices: readonly string[]
  release(): void
}

/**
 * Takes the folder for this process, until `release` or its end.
 *
 * The lock is one that the operating system holds (SQLite's own, on the small file `lock`), so it falls with its process however
 * that ends. A file with a pid alone could not tell: after a power cut another program soon has that number, and the user would
 * be locked out of his own data. The row in the file only says who it is. A row that is still there though nobody holds the lock
 * is left over from a program that was killed.
 *
 * @throws AppError `boot.alreadyRunning`; `boot.openElsewhere` when another computer did not let go of the folder (a USB stick, a
 *   synchronised folder), unless `takeOver` (precondition).
 */
export function lockFolder(path: string, me: LockHolder, takeOver = false): FolderLock {
  const notices: string[] = []
  let sqlite: Database.Database
  try {
    sqlite = openLockFile(path)
  } catch (error) {
    const code = storageCode(error)
    if (code !== 'SQLITE_NOTADB' && code?.startsWith('SQLITE_CORRUPT') !== true) throw error
    const moved = `${path}.damaged-${me.startedAt.replaceAll(/[^\dTZ]/g, '-')}`
    renameSync(path, moved)
    notices.push(`资料夹里的 lock 文件已损坏，改名为 ${moved.slice(path.length - 4)} 保留，已另建新的。`)
    sqlite = openLockFile(path)
  }
  try {
    const left = hold(sqlite)
    if (left !== null && left.host !== me.host && !takeOver) throw openElsewhere(left)
    if (left !== null) notices.push('上次没有正常退出（断电、死机或被强行关闭）。')
    sqlite.exec('DELETE FROM holder')
    sqlite.prepare('INSERT INTO holder (pid, host, user_name, started_at) VALUES (@pid, @host, @userName, @startedAt)').run(me)
    // Between the two another process may take the lock; then this one learns of it here.
    sqlite.exec('COMMIT')
    hold(sqlite)
  } catch (error) {
    sqlite.close()
    throw error
  }
  return { notices, release: () => release(sqlite) }
}

/** This process, as others should read of it. */
export function thisHolder(now: string): LockHolder {
  return { pid: process.pid, host: hostname(), userName: accountName(), startedAt: now }
}

function openLockFile(path: string): Database.Database {
  const sqlite = new Database(path, { timeout: 0 })
  try {
    // What stands in it need not survive a power cut, so a start does not wait for the disk.
    sqlite.pragma('synchronous = OFF')
    sqlite.prepare('SELECT 1 FROM sqlite_schema').get()
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** Takes the write lock and answers who was written down last; null when that one let go properly. */
function hold(sqlite: Database.Database): LockHolder | null {
  try {
    sqlite.exec('BEGIN IMMEDIATE')
  } catch (error) {
    if (storageCode(error)?.startsWith('SQLITE_BUSY') === true) throw alreadyRunning(holderIn(sqlite))
    throw error
  }
  sqlite.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER, host TEXT, user_name TEXT, started_at TEXT)')
  return holderIn(sqlite)
}

function holderIn(sqlite: Database.Database): LockHolder | null {
  try {
    return sqlite.prepare<[], LockHolder>('SELECT pid, host, user_name AS userName, started_at AS startedAt FROM holder').get() ?? null
  } catch {
    // The other process is writing its row this very moment: then it is not known who it is, only that it is there.
    return null
  }
}

function release(sqlite: Database.Database): void {
  if (!sqlite.open) return
  try {
    sqlite.exec('ROLLBACK; DELETE FROM holder')
  } finally {
    sqlite.close()
  }
}

function alreadyRunning(holder: LockHolder | null): AppError {
  const who = holder === null ? '' : `（电脑 ${holder.host}，用户 ${holder.userName}）`
  return new AppError('boot.alreadyRunning', 'precondition',
    `这个资料夹已由另一个正在运行的杏坛打开${who}。请切换到已打开的窗口；如果是另一个系统用户打开的，请先在那里退出。`)
}

function openElsewhere(holder: LockHolder): AppError {
  return new AppError('boot.openElsewhere', 'precondition',
    `这个资料夹上次在另一台电脑（${holder.host}，用户 ${holder.userName}）上打开，还没有正常退出。请先在那台电脑上退出杏坛；如果确定那台电脑已经不用，请把资料夹里的 lock 文件改名后再打开。`)
}

function accountName(): string {
  try {
    return userInfo().username
  } catch {
    // An account without a name in the system's list, as containers have it.
    return '未知'
  }
}

/** Whether a program has left the folder without letting go of it; for tests and for a look from outside. */
export function readLockHolder(path: string): LockHolder | null {
  if (!existsSync(path)) return null
  const sqlite = new Database(path, { readonly: true, timeout: 0 })
  try {
    return holderIn(sqlite)
  } finally {
    sqlite.close()
  }
}
