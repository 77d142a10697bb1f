import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { AppError } from '../shared/errors.ts'
import { notedHash } from './backup.ts'
import { copyFileDurably, hashFile, renameDurably, writeFileDurably } from './file-durability.ts'
import type { Migration } from './migration-files.ts'
import { damaged, fileSize, peekDatabase } from './peek-database.ts'
import { asStorageError } from './sqlite-errors.ts'

/**
 * Putting a backup in the place of the database. Nothing is deleted: what stood there is moved to `backups/replaced-….db` together
 * with its `-wal` and `-shm` (a `-wal` that stays behind would be read into the restored file), and can be put back.
 *
 * What is to be done is written down in `restore.json` before the first move, in two steps, each of them repeatable:
 * `aside` (what stands there goes away), then `in` (what was prepared comes in). Wherever the program is killed,
 * `finishInterruptedRestore` at the next start ends it.
 */
export interface RestorePlace {
  /** The full path of `xingtan.db`. The caller holds the folder's lock and has closed the database. */
  readonly databasePath: string
  readonly backupsFolder: string
}

export interface RestoreDone {
  /** Where the former database is now; null where there was none. Give it to `undoRestore` to go back. */
  readonly replacedPath: string | null
  /** Chinese, for the user. */
  readonly notice: string
}

interface Journal {
  readonly step: 'aside' | 'in'
  /** Relative to the folder of the database, so that a moved data folder still finds it. */
  readonly aside: string
  readonly source: string
}

const suffixes = ['', '-wal', '-shm', '-journal'] as const

/**
 * Puts a backup in place, after copying and checking it. `now` is UTC ISO text and names what is moved aside.
 * @throws AppError `restore.notFound`, `restore.hashDiffers`, `restore.empty` (precondition), what `peekDatabase` refuses, or a
 *   storage error; until the backup is known to be good, the present database is not touched.
 */
export function restoreBackup(place: RestorePlace, backupPath: string, now: string, ours: readonly Migration[]): RestoreDone {
  return replaceBy(place, backupPath, now, (copy) => {
    const peek = peekDatabase(copy, ours, { checkAlways: true })
    if (peek.kind !== 'ours') {
      throw new AppError('restore.empty', 'precondition', `备份文件 ${basename(backupPath)} 里没有数据，没有恢复，现有数据没有改动。请选择另一份备份。`)
    }
    if (peek.integrity?.whole !== true) throw damaged('database.damaged', new Error(peek.integrity?.damage.join('; ')))
  })
}

/** Puts back what a restore had moved aside, as it was, even if it was damaged; that, too, can be undone. */
export function undoRestore(place: RestorePlace, replacedPath: string, now: string): RestoreDone {
  return replaceBy(place, replacedPath, now, () => undefined)
}

/** Ends a restore that was cut short; Chinese sentences about what was done, none where there was nothing to do. */
export function finishInterruptedRestore(place: RestorePlace): string[] {
  const { folder, journal, incoming } = namesIn(place)
  if (existsSync(journal)) {
    const plan = readJournal(journal)
    carryOut(place, plan)
    return [`上次恢复备份（${plan.source}）时被中断，现已完成。${movedTo(join(folder, plan.aside)) ?? ''}`]
  }
  const leftOver = [...suffixes.map((suffix) => incoming + suffix), `${journal}.part`].filter((path) => existsSync(path))
  if (leftOver.length === 0) return []
  // Copies of a file that still stands where it was; nothing had been moved yet.
  for (const path of leftOver) rmSync(path)
  return ['上次恢复备份在开始替换之前就被中断，现有数据没有改动。如仍需要，请重新恢复。']
}

function replaceBy(place: RestorePlace, source: string, now: string, check: (copy: string) => void): RestoreDone {
  const { folder, journal, incoming } = namesIn(place)
  if (existsSync(journal)) throw new Error('an interrupted restore has to be finished first')
  if (!existsSync(source)) {
    throw new AppError('restore.notFound', 'precondition', `找不到备份文件 ${basename(source)}，没有恢复。请检查U盘是否接好，或选择另一份备份。`)
  }
  const aside = freeName(place.backupsFolder, `replaced-${now.replaceAll(/[^\dTZ]/g, '-')}`)
  const plan: Journal = { step: 'aside', aside: relative(folder, aside), source: basename(source) }
  try {
    mkdirSync(place.backupsFolder, { recursive: true })
    copyIn(source, incoming)
    check(incoming)
    writeFileDurably(journal, JSON.stringify(plan))
  } catch (error) {
    for (const suffix of suffixes) rmSync(incoming + suffix, { force: true })
    throw asStorageError(error) ?? error
  }
  try {
    carryOut(place, plan)
  } catch (error) {
    throw new AppError('restore.interrupted', 'unavailable', '恢复备份没有做完，下次打开程序时会自动继续。请检查磁盘，然后重新打开程序。', { cause: error })
  }
  return { replacedPath: existsSync(aside) ? aside : null, notice: `已恢复备份 ${plan.source}。${movedTo(aside) ?? ''}` }
}

/** Copies the file, and its `-wal` where it has one, to where they wait for their turn. */
function copyIn(source: string, incoming: string): void {
  const noted = notedHash(source)
  for (const suffix of suffixes) rmSync(incoming + suffix, { force: true })
  for (const suffix of ['', '-wal', '-journal']) {
    if (suffix !== '' && fileSize(source + suffix) === 0) continue
    copyFileDurably(source + suffix, incoming + suffix)
  }
  const copied = hashFile(incoming)
  if (copied !== hashFile(source)) throw new Error('the copy is not what was copied')
  if (noted !== null && copied !== noted) {
    throw new AppError('restore.hashDiffers', 'precondition',
      `备份文件 ${basename(source)} 与备份时的校验值不一致，可能已被改动或损坏，没有恢复，现有数据没有改动。请选择另一份备份。`)
  }
}

/** Both steps can be repeated: what has been moved is no longer where it was. */
function carryOut(place: RestorePlace, plan: Journal): void {
  const { folder, journal, incoming } = namesIn(place)
  const aside = join(folder, plan.aside)
  if (plan.step === 'aside') {
    mkdirSync(dirname(aside), { recursive: true })
    for (const suffix of suffixes) moveIfThere(place.databasePath + suffix, aside + suffix)
    writeFileDurably(journal, JSON.stringify({ ...plan, step: 'in' }))
  }
  for (const suffix of suffixes) moveIfThere(incoming + suffix, place.databasePath + suffix)
  renameDurably(journal, `${aside}.json`)
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameDurably(from, to)
}

function readJournal(path: string): Journal {
  try {
    const plan: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof plan === 'object' && plan !== null && 'step' in plan && (plan.step === 'aside' || plan.step === 'in')
      && 'aside' in plan && typeof plan.aside === 'string' && 'source' in plan && typeof plan.source === 'string') {
      return { step: plan.step, aside: plan.aside, source: plan.source }
    }
    throw new Error('the journal of a restore lacks a field')
  } catch (error) {
    throw new AppError('restore.journalDamaged', 'unavailable',
      '上次恢复备份被中断，记录文件 restore.json 已损坏，不能自动继续，所有文件都留在原处。请先复制整个资料夹，再联系维护人员。', { cause: error })
  }
}

function namesIn(place: RestorePlace): { folder: string; journal: string; incoming: string } {
  const folder = dirname(place.databasePath)
  return { folder, journal: join(folder, 'restore.json'), incoming: join(folder, 'restoring.db') }
}

function freeName(folder: string, name: string): string {
  for (let n = 1; ; n++) {
    const path = join(folder, n === 1 ? `${name}.db` : `${name}-${n}.db`)
    if (!existsSync(path) && !existsSync(`${path}-wal`) && !existsSync(`${path}.json`)) return path
  }
}

const movedTo = (aside: string): string | null =>
  existsSync(aside) ? `原来的数据没有删除，在 ${join(basename(dirname(aside)), basename(aside))}。` : null
