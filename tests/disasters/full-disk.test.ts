import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupDaily, makeBackup } from '../../db/backup.ts'
import { checkIntegrity } from '../../db/integrity.ts'
import { readMigrations } from '../../db/migration-files.ts'
import { restoreBackup } from '../../db/restore.ts'
import { writeTx } from '../../db/write-tx.ts'
import { dbResources, freshDatabase, freshFolder } from '../fixtures/database.ts'
import { boot, laterResources, refusal, saveSettings, saveSettingTx, settingKeys, usedFolder } from './boot-for-test.ts'

/** A small disk of its own needs root and Linux; elsewhere these tests are skipped by name. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount()

function tryMount(): boolean {
  const { folder, remove } = freshFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0
  if (mounted) spawnSync('umount', [folder])
  remove()
  return mounted
}

describe('a database that may not grow', () => {
  it('refuses what no longer fits as a whole, keeps what was saved, and works again when there is room', () => {
    const fresh = freshDatabase()
    const { db, sqlite } = fresh.opened
    writeTx(db, (tx) => saveSettingTx(tx, 'before'))
    const pages = Number(sqlite.pragma('page_count', { simple: true }))
    sqlite.pragma(`max_page_count = ${pages + 2}`)
    const big = () => writeTx(db, (tx) => {
      saveSettingTx(tx, 'small')
      saveSettingTx(tx, 'big', 'x'.repeat(100_000))
    })
    expect(refusal(big)).toMatchObject({ code: 'database.diskFull', kind: 'unavailable' })
    expect(settingKeys(db)).toEqual(['before'])
    sqlite.pragma(`max_page_count = ${pages + 1000}`)
    big()
    expect(settingKeys(db)).toEqual(['before', 'big', 'small'])
    expect(checkIntegrity(sqlite).whole).toBe(true)
    fresh.close()
  })
})

describe.skipIf(!canMount)('a full disk (skipped: needs root and tmpfs)', () => {
  let place: ReturnType<typeof freshFolder>
  let folder: string
  const fill = () => {
    for (let n = 0, size = 1 << 20; size >= 1024; n++) {
      try {
        writeFileSync(join(place.folder, `filler-${n}`), Buffer.alloc(size))
      } catch {
        size >>= 1
      }
    }
  }
  const makeRoom = () => {
    for (const name of readdirSync(place.folder)) if (name.startsWith('filler')) rmSync(join(place.folder, name))
  }
  beforeEach(() => {
    place = freshFolder()
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', place.folder]).status).toBe(0)
    folder = join(place.folder, 'data')
  })
  afterEach(() => {
    spawnSync('umount', [place.folder])
    place.remove()
  })

  it('refuses to save, says so, and loses nothing of what was saved', () => {
    usedFolder(folder, ['before'])
    const booted = boot(folder)
    fill()
    expect(refusal(() => writeTx(booted.db.db, (tx) => saveSettingTx(tx, 'big', 'x'.repeat(200_000))))).toMatchObject({ code: 'database.diskFull' })
    expect(settingKeys(booted.db.db)).toEqual(['before'])
    makeRoom()
    saveSettings(booted, ['after'])
    booted.close()
    const again = boot(folder)
    expect(settingKeys(again.db.db)).toEqual(['after', 'before'])
    again.close()
  })

  it('refuses to open, says that the disk is full, and opens when there is room', () => {
    usedFolder(folder, ['before'])
    fill()
    const error = refusal(() => boot(folder))
    expect(error).toHaveProperty('message', expect.stringContaining('已满'))
    makeRoom()
    const booted = boot(folder)
    expect(settingKeys(booted.db.db)).toEqual(['before'])
    booted.close()
  })

  it('makes no backup and leaves no half one behind', () => {
    usedFolder(folder, ['before'])
    const booted = boot(folder)
    saveSettings(booted, Array.from({ length: 500 }, (_, n) => `row-${n}`))
    fill()
    expect(refusal(() => makeBackup(booted.db.sqlite, join(booted.layout.backups, 'x.db')))).toMatchObject({ code: 'database.diskFull' })
    expect(readdirSync(booted.layout.backups)).toEqual([])
    makeRoom()
    booted.close()
  })

  it('stops a migration before it has changed anything', () => {
    usedFolder(folder, ['before'])
    const later = laterResources(join(place.folder, 'later'), 'CREATE TABLE later (a); INSERT INTO later VALUES (zeroblob(30000000))')
    expect(refusal(() => boot(folder, { dbResources: later, version: '0.2.0' }))).toMatchObject({ code: 'database.diskFull' })
    const booted = boot(folder)
    expect(settingKeys(booted.db.db)).toEqual(['before'])
    booted.close()
  })

  it('stops a restore before the present database is touched', () => {
    usedFolder(folder, ['before'])
    const booted = boot(folder)
    const backup = backupDaily(booted.db.sqlite, booted.layout.backups, '2026-09-01', 3)
    saveSettings(booted, ['after'])
    booted.close()
    fill()
    expect(refusal(() => restoreBackup({ databasePath: booted.layout.database, backupsFolder: booted.layout.backups },
      backup?.path ?? '', '2026-09-02T00:00:00.000Z', readMigrations(dbResources.migrations)))).toMatchObject({ code: 'database.diskFull' })
    expect(existsSync(join(folder, 'restore.json'))).toBe(false)
    makeRoom()
    mkdirSync(folder, { recursive: true })
    const again = boot(folder)
    expect(settingKeys(again.db.db)).toEqual(['after', 'before'])
    again.close()
  })
})
