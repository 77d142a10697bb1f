import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DbResources } from '../../db/migration-files.ts'
import { settingTable } from '../../db/schema/school.ts'
import { writeTx } from '../../db/write-tx.ts'
import type { ReadDb, WriteTx } from '../../db/write-tx.ts'
import { bootDataFolder } from '../../electron/boot/boot-data-folder.ts'
import type { BootDeps, BootedFolder } from '../../electron/boot/boot-data-folder.ts'
import { dbResources } from '../fixtures/database.ts'

/** A program that stands in September 2026, and keeps quiet. */
export const bootDeps: BootDeps = {
  clock: { now: () => '2026-09-01T00:30:00.000Z', today: () => '2026-09-01' },
  version: '0.1.0',
  dbResources,
  logger: { info: () => undefined, error: () => undefined },
}

export const boot = (folder: string, more: Partial<BootDeps> = {}): BootedFolder => bootDataFolder(folder, { ...bootDeps, ...more })

/** Saves one setting: the smallest record there is. */
export function saveSettingTx(tx: WriteTx, key: string, value = '1'): void {
  tx.insert(settingTable).values({ key, value, updatedAt: '2026-09-01T00:30:00.000Z' }).run()
}

export function saveSettings(booted: BootedFolder, keys: readonly string[]): void {
  writeTx(booted.db.db, (tx) => {
    for (const key of keys) saveSettingTx(tx, key)
  })
}

export const settingKeys = (db: ReadDb): string[] =>
  db.select({ key: settingTable.key }).from(settingTable).all().map((row) => row.key).sort()

/** A folder that was used for a while and closed properly. */
export function usedFolder(folder: string, keys: readonly string[], more: Partial<BootDeps> = {}): void {
  const booted = boot(folder, more)
  saveSettings(booted, keys)
  booted.close()
}

/** The SQL files of a later version of the program: ours, and one migration more. */
export function laterResources(folder: string, sql: string, tag = '0001_later'): DbResources {
  const resources = { migrations: join(folder, 'migrations'), customSql: join(folder, 'custom-sql') }
  mkdirSync(folder, { recursive: true })
  cpSync(dbResources.migrations, resources.migrations, { recursive: true })
  cpSync(dbResources.customSql, resources.customSql, { recursive: true })
  const journalPath = join(resources.migrations, 'meta', '_journal.json')
  const journal = JSON.parse(readFileSync(journalPath, 'utf8')) as { entries: { idx: number; tag: string }[] }
  journal.entries.push({ idx: journal.entries.length, tag })
  writeFileSync(journalPath, JSON.stringify(journal))
  writeFileSync(join(resources.migrations, `${tag}.sql`), sql)
  return resources
}

/** The error of a call that must fail. */
export function refusal(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  throw new Error('it was not refused')
}
