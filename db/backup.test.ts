import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '../tests/fixtures/database.ts'
import { backupBeforeMigration, backupDaily, hashHolds, makeBackup } from './backup.ts'
import { readMigrations } from './migration-files.ts'
import { peekDatabase } from './peek-database.ts'
import { restoreBackup, undoRestore } from './restore.ts'
import type { RestorePlace } from './restore.ts'
import { dbResources } from '../tests/fixtures/database.ts'
import { openDatabase } from './open-database.ts'

let fresh: ReturnType<typeof freshDatabase>
let backups: string
let place: RestorePlace
const ours = readMigrations(dbResources.migrations)
const now = '2026-09-02T00:00:00.000Z'
const put = (key: string) => fresh.opened.sqlite.prepare(`INSERT INTO setting VALUES (?, '1', '')`).run(key)
const dbFiles = () => readdirSync(backups).filter((name) => name.endsWith('.db')).sort()
const keys = () => {
  const opened = openDatabase(fresh.path)
  const found = opened.sqlite.prepare('SELECT key FROM setting ORDER BY key').pluck().all()
  opened.close()
  return found
}
beforeEach(() => {
  fresh = freshDatabase()
  backups = join(dirname(fresh.path), 'backups')
  place = { databasePath: fresh.path, backupsFolder: backups }
})
afterEach(() => fresh.close())

describe('a backup', () => {
  it('holds what was saved a moment ago, though that stands in the -wal, and its hash stands beside it', () => {
    put('a')
    const made = backupDaily(fresh.opened.sqlite, backups, '2026-09-01', 3)
    expect(made?.sha256).toBe(createHash('sha256').update(readFileSync(join(backups, 'auto-2026-09-01.db'))).digest('hex'))
    expect(readFileSync(join(backups, 'auto-2026-09-01.db.sha256'), 'utf8')).toBe(`${made?.sha256}  auto-2026-09-01.db\n`)
    expect(peekDatabase(made?.path ?? '', ours, { checkAlways: true })).toMatchObject({ kind: 'ours', pending: [], integrity: { whole: true } })
    expect(readdirSync(backups)).toEqual(['auto-2026-09-01.db', 'auto-2026-09-01.db.sha256'])
  })

  it('is made once a day, and of the daily ones the newest stay; others are not touched', () => {
    backupBeforeMigration(fresh.opened.sqlite, backups, '0.2.0')
    writeFileSync(join(backups, 'auto-notes.db'), 'the user put it here')
    for (const day of ['01', '02', '03', '04']) backupDaily(fresh.opened.sqlite, backups, `2026-09-${day}`, 2)
    expect(backupDaily(fresh.opened.sqlite, backups, '2026-09-04', 2)).toBeNull()
    expect(dbFiles()).toEqual(['auto-2026-09-03.db', 'auto-2026-09-04.db', 'auto-notes.db', 'before-0.2.0.db'])
  })

  it('that is no longer what its hash says is kept for somebody to look at', () => {
    const made = backupDaily(fresh.opened.sqlite, backups, '2026-09-01', 1)
    writeFileSync(made?.path ?? '', 'changed')
    backupDaily(fresh.opened.sqlite, backups, '2026-09-02', 1)
    backupDaily(fresh.opened.sqlite, backups, '2026-09-03', 1)
    expect(dbFiles()).toEqual(['auto-2026-09-01.db', 'auto-2026-09-03.db'])
  })

  it('that does not pass its check gets no name, and nothing of it is left', () => {
    // A record that the schema does not allow, as a bad sector or a foreign tool makes it; VACUUM INTO copies it without a word.
    const { sqlite } = fresh.opened
    sqlite.exec(`INSERT INTO person (id, name, name_search, created_at, updated_at) VALUES ('p', '林一', '', '', '')`)
    sqlite.unsafeMode()
    sqlite.pragma('writable_schema = ON')
    sqlite.exec("UPDATE sqlite_schema SET sql = replace(sql, '`note` text', '`note` text NOT NULL') WHERE name = 'person'")
    sqlite.pragma('writable_schema = RESET')
    sqlite.unsafeMode(false)
    expect(() => backupDaily(sqlite, backups, '2026-09-01', 3)).toThrow(expect.objectContaining({ code: 'backup.notVerified', kind: 'internal' }))
    expect(readdirSync(backups)).toEqual([])
  })

  it('before a migration that is tried again is not made twice for the same data, and never overwritten', () => {
    put('a')
    const first = backupBeforeMigration(fresh.opened.sqlite, backups, '0.2.0')
    expect(backupBeforeMigration(fresh.opened.sqlite, backups, '0.2.0')).toEqual(first)
    put('b')
    expect(backupBeforeMigration(fresh.opened.sqlite, backups, '0.2.0').path).toBe(join(backups, 'before-0.2.0-2.db'))
    expect(hashHolds(first.path)).toBe(true)
    expect(dbFiles()).toEqual(['before-0.2.0-2.db', 'before-0.2.0.db'])
  })
})

describe('a restore', () => {
  it('brings the records back, keeps the replaced ones, and can be undone, and that again', () => {
    put('a')
    const made = backupDaily(fresh.opened.sqlite, backups, '2026-09-01', 3)
    put('b')
    fresh.opened.close()
    const done = restoreBackup(place, made?.path ?? '', now, ours)
    expect(keys()).toEqual(['a'])
    expect(done.notice).toContain('backups/replaced-2026-09-02T00-00-00-000Z.db')
    const undone = undoRestore(place, done.replacedPath ?? '', now)
    expect(keys()).toEqual(['a', 'b'])
    expect(undone.replacedPath).toBe(join(backups, 'replaced-2026-09-02T00-00-00-000Z-2.db'))
    undoRestore(place, undone.replacedPath ?? '', now)
    expect(keys()).toEqual(['a'])
  })

  it('refuses a backup that was changed since, one that is missing, and one that is no database; the records stay', () => {
    put('a')
    const made = backupDaily(fresh.opened.sqlite, backups, '2026-09-01', 3)
    const path = made?.path ?? ''
    fresh.opened.close()
    const bytes = readFileSync(path)
    bytes[bytes.length - 1] = 7
    writeFileSync(path, bytes)
    expect(() => restoreBackup(place, path, now, ours)).toThrow(expect.objectContaining({ code: 'restore.hashDiffers' }))
    expect(() => restoreBackup(place, join(backups, 'none.db'), now, ours)).toThrow(expect.objectContaining({ code: 'restore.notFound' }))
    const rubbish = join(backups, 'rubbish.db')
    writeFileSync(rubbish, 'x'.repeat(5000))
    expect(() => restoreBackup(place, rubbish, now, ours)).toThrow(expect.objectContaining({ code: 'database.notADatabase' }))
    expect(keys()).toEqual(['a'])
    expect(readdirSync(dirname(fresh.path)).sort()).toEqual(['backups', 'xingtan.db'])
  })

  it('refuses a backup of a newer program', () => {
    const path = join(dirname(fresh.path), 'from-newer.db')
    fresh.opened.sqlite.exec(`INSERT INTO schema_migration VALUES (1, '0001_later', 'x', '', '9.0.0')`)
    makeBackup(fresh.opened.sqlite, path)
    fresh.opened.sqlite.exec('DELETE FROM schema_migration WHERE idx = 1')
    fresh.opened.close()
    expect(() => restoreBackup(place, path, now, ours)).toThrow(expect.objectContaining({ code: 'database.newer' }))
  })
})
