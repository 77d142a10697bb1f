import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupDaily } from '../../db/backup.ts'
import { listBackups } from '../../db/list-backups.ts'
import { readMigrations } from '../../db/migration-files.ts'
import { peekDatabase } from '../../db/peek-database.ts'
import { restoreInFolder, undoRestoreInFolder } from '../../electron/boot/restore-in-folder.ts'
import { dbResources, freshFolder } from '../fixtures/database.ts'
import { boot, bootDeps, laterResources, refusal, saveSettings, settingKeys, usedFolder } from './boot-for-test.ts'

let place: ReturnType<typeof freshFolder>
let folder: string
let database: string
beforeEach(() => {
  place = freshFolder()
  folder = join(place.folder, 'data')
  database = join(folder, 'xingtan.db')
})
afterEach(() => place.remove())

/** Boots, which must be refused with this code, and proves that not one byte of the database was changed. */
function expectRefused(code: string, more: Parameters<typeof boot>[1] = {}): string {
  const look = () => ['', '-wal', '-journal'].map((suffix) => existsSync(database + suffix) ? readFileSync(database + suffix).toString('base64') : null)
  const before = look()
  const names = readdirSync(folder).sort()
  const error = refusal(() => boot(folder, more))
  expect(error).toMatchObject({ code })
  expect(look()).toEqual(before)
  expect(readdirSync(folder).sort()).toEqual(names)
  return error instanceof Error ? error.message : ''
}

function overwrite(path: string, at: number, length: number): void {
  const bytes = readFileSync(path)
  for (let n = at; n < at + length; n++) bytes[n] = (n * 31) % 251
  writeFileSync(path, bytes)
}

/** What a power cut leaves: the file, and a -wal with the last records. */
function endUncleanly(): void {
  const booted = boot(folder)
  saveSettings(booted, ['late'])
  const wal = readFileSync(`${database}-wal`)
  const file = readFileSync(database)
  booted.close()
  writeFileSync(database, file)
  writeFileSync(`${database}-wal`, wal)
}

describe('a damaged database file', () => {
  beforeEach(() => usedFolder(folder, Array.from({ length: 3000 }, (_, n) => `row-${n}`)))

  it('that was cut off is refused, stays where it is, and the user reads what to do', () => {
    truncateSync(database, readFileSync(database).length - 4096 * 3)
    const message = expectRefused('database.truncated')
    expect(message).toContain('不完整')
    expect(message).toContain('不要删除')
    expect(message).toContain('backups')
  })

  it('that was filled with rubbish is refused as no database', () => {
    overwrite(database, 0, 8192)
    expect(expectRefused('database.notADatabase')).toContain('不是数据库文件')
  })

  it('whose first page was overwritten behind its head is refused', () => {
    overwrite(database, 100, 3900)
    expectRefused('database.damaged')
  })

  it('that was overwritten in its middle is found after an unclean end, before anything is written', () => {
    endUncleanly()
    overwrite(database, 4096 * 20, 4096 * 30)
    expectRefused('database.damaged')
    expect(existsSync(`${database}-wal`)).toBe(true)
  })

  it('whose records were overwritten makes no backup that looks good, though it ended properly', () => {
    overwrite(database, readFileSync(database).length - 4096 * 30, 4096 * 10)
    const booted = boot(folder)
    expect(refusal(() => backupDaily(booted.db.sqlite, booted.layout.backups, '2026-09-01', 3))).toMatchObject({ kind: 'unavailable' })
    expect(readdirSync(booted.layout.backups)).toEqual([])
    booted.close()
  })

  it('is opened again after an unclean end that did no harm, with the last record', () => {
    endUncleanly()
    const booted = boot(folder)
    expect(settingKeys(booted.db.db)).toContain('late')
    expect(booted.notices).toContain('数据库上次没有正常关闭，已全面检查，数据完好。')
    booted.close()
  })

  it('with references that lead nowhere after an unclean end is opened, and the user is told', () => {
    endUncleanly()
    const sqlite = new Database(database)
    sqlite.pragma('foreign_keys = OFF')
    sqlite.exec(`INSERT INTO studio_cycle VALUES ('c', 'nobody', 1, '2026-09-01', '2029-08-31', '', '')`)
    const wal = readFileSync(`${database}-wal`)
    const file = readFileSync(database)
    sqlite.close()
    writeFileSync(database, file)
    writeFileSync(`${database}-wal`, wal)
    const booted = boot(folder)
    expect(booted.notices.join()).toContain('1 处记录之间的关联缺失')
    booted.close()
  })

  it('can be replaced by a backup, and is kept', () => {
    const booted = boot(folder)
    backupDaily(booted.db.sqlite, booted.layout.backups, '2026-09-01', 3)
    booted.close()
    overwrite(database, 0, 8192)
    const rubbish = readFileSync(database)
    expect(refusal(() => boot(folder))).toMatchObject({ code: 'database.notADatabase' })
    const done = restoreInFolder(folder, join(folder, 'backups', 'auto-2026-09-01.db'), bootDeps)
    expect(readFileSync(done.replacedPath ?? '').equals(rubbish)).toBe(true)
    const again = boot(folder)
    expect(settingKeys(again.db.db)).toHaveLength(3000)
    expect(refusal(() => restoreInFolder(folder, join(folder, 'backups', 'auto-2026-09-01.db'), bootDeps))).toMatchObject({ code: 'boot.alreadyRunning' })
    again.close()
    undoRestoreInFolder(folder, done.replacedPath ?? '', bootDeps)
    expect(readFileSync(database).equals(rubbish)).toBe(true)
    expect(listBackups(join(folder, 'backups')).map((backup) => backup.kind).sort()).toEqual(['daily', 'replaced', 'replaced'])
  })
})

describe('a database that was cut short before it was in WAL mode', () => {
  it('is looked at as it will be after SQLite has undone the cut transaction, and nothing is written by looking', () => {
    usedFolder(folder, ['a'])
    const sqlite = new Database(database)
    sqlite.pragma('journal_mode = DELETE')
    sqlite.pragma('cache_size = 1')
    sqlite.exec('BEGIN IMMEDIATE')
    sqlite.exec(`DELETE FROM data_folder; WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3000)
      INSERT INTO setting SELECT 'cut-' || x, hex(randomblob(50)), '' FROM n`)
    const cut = ['', '-journal'].map((suffix) => readFileSync(database + suffix))
    sqlite.exec('ROLLBACK')
    sqlite.close()
    for (const [at, suffix] of ['', '-journal'].entries()) writeFileSync(database + suffix, cut[at] ?? '')

    expect(peekDatabase(database, readMigrations(dbResources.migrations))).toMatchObject({ kind: 'ours', pending: [] })
    for (const [at, suffix] of ['', '-journal'].entries()) expect(readFileSync(database + suffix).equals(cut[at] ?? Buffer.of())).toBe(true)
    const booted = boot(folder)
    expect(settingKeys(booted.db.db)).toEqual(['a'])
    booted.close()
  })
})

describe('a database that is gone', () => {
  it('is not quietly replaced by an empty one while its backups are there', () => {
    usedFolder(folder, ['a'])
    const booted = boot(folder)
    backupDaily(booted.db.sqlite, booted.layout.backups, '2026-09-01', 3)
    booted.close()
    rmSync(database)
    expect(expectRefused('database.missing')).toContain('backups')
    writeFileSync(database, '')
    expect(expectRefused('database.missing')).toContain('是空的')
  })

  it('is not replaced beside a -wal, which SQLite would throw away with the records in it', () => {
    usedFolder(folder, ['a'])
    endUncleanly()
    rmSync(database)
    expect(expectRefused('database.missing')).toContain('xingtan.db-wal')
  })

  it('is simply made where there is nothing yet, also in a folder whose first start was cut short', () => {
    boot(folder).close()
    rmSync(database)
    writeFileSync(database, '')
    const booted = boot(folder)
    expect(settingKeys(booted.db.db)).toEqual([])
    booted.close()
  })
})

describe('a file that is not for this program', () => {
  it('because a newer program wrote it is refused untouched, with the version to install', () => {
    const later = laterResources(join(place.folder, 'later'), 'CREATE TABLE later (a)')
    usedFolder(folder, ['a'], { dbResources: later, version: '3.1.0' })
    expect(expectRefused('database.newer')).toContain('3.1.0')
  })

  it('because a newer program wrote it and was killed is refused too: its history is in the -wal', () => {
    const later = laterResources(join(place.folder, 'later'), 'CREATE TABLE later (a)')
    usedFolder(folder, ['a'])
    const newer = boot(folder, { dbResources: later, version: '3.1.0' })
    for (const suffix of ['', '-wal']) copyFileSync(database + suffix, join(place.folder, `kept${suffix}`))
    newer.close()
    for (const suffix of ['', '-wal']) copyFileSync(join(place.folder, `kept${suffix}`), database + suffix)
    expect(expectRefused('database.newer')).toContain('3.1.0')
  })

  it('because a migration was edited after it had landed is refused untouched', () => {
    const one = laterResources(join(place.folder, 'one'), 'CREATE TABLE later (a)')
    const other = laterResources(join(place.folder, 'other'), 'CREATE TABLE later (a, b)')
    usedFolder(folder, ['a'], { dbResources: one })
    expectRefused('database.historyDiffers', { dbResources: other })
  })

  it('though its line ends differ, as git makes them on Windows, is opened: it is the same migration', () => {
    const one = laterResources(join(place.folder, 'one'), 'CREATE TABLE later (\n a\n)')
    const other = laterResources(join(place.folder, 'other'), 'CREATE TABLE later (\r\n a\r\n)')
    usedFolder(folder, ['a'], { dbResources: one })
    const booted = boot(folder, { dbResources: other })
    expect(settingKeys(booted.db.db)).toEqual(['a'])
    booted.close()
  })

  it('because it is another program\'s database is refused untouched', () => {
    usedFolder(folder, [])
    rmSync(database)
    const sqlite = new Database(database)
    sqlite.exec('CREATE TABLE bookmarks (url); INSERT INTO bookmarks VALUES (1)')
    sqlite.close()
    expect(expectRefused('database.foreign')).toContain('不是杏坛的数据库')
    // In WAL mode even a reader makes files beside it; they are taken away again.
    const wal = new Database(database)
    wal.pragma('journal_mode = WAL')
    wal.close()
    expectRefused('database.foreign')
  })
})
