import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupDaily, hashHolds } from '../../db/backup.ts'
import { checkIntegrity } from '../../db/integrity.ts'
import { must } from '../../shared/must.ts'
import { freshFolder } from '../fixtures/database.ts'
import { boot, laterResources, saveSettings, settingKeys, usedFolder } from './boot-for-test.ts'
import { killed, runProgram, startProgram } from './run-program.ts'

/** As many as `db/custom-sql` makes: a rebuilt table has lost its own, and every one must be back. */
function triggersOfTheProgram(): number {
  const folder = join(import.meta.dirname, '..', '..', 'db', 'custom-sql')
  const made = readdirSync(folder).flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/^CREATE TRIGGER/gim)])
  expect(made.length).toBeGreaterThan(10)
  return made.length
}

let place: ReturnType<typeof freshFolder>
beforeEach(() => { place = freshFolder() })
afterEach(() => place.remove())

/**
 * Runs a job once, with a copy of the data folder taken before each of its steps: what a process leaves that is killed there. Then
 * it is truly killed at some of them. `look` sees every folder that came about.
 * @returns how many different folders there were.
 */
function cutAtEveryStep(job: string, template: string | null, argument: (folder: string) => string, look: (folder: string) => void): number {
  const prepared = (name: string) => {
    const folder = join(place.folder, `${job}-${name}`)
    if (template !== null) cpSync(template, folder, { recursive: true })
    return folder
  }
  const whole = prepared('whole')
  const pictures = join(place.folder, `${job}-pictures`)
  const done = runProgram('cut-short.ts', ['picture', pictures, job, whole, argument(whole)])
  if (done.status !== 0) throw new Error(`the job failed by itself: ${done.stderr}`)
  const steps = Number(done.stdout)
  for (const step of [2, Math.ceil(steps / 2), steps]) {
    const folder = prepared(`killed-${step}`)
    const dead = runProgram('cut-short.ts', ['die', String(step), job, folder, argument(folder)])
    // Windows has no signals: there a killed process has a status of its own, and has not printed that it came to the end.
    expect([dead.signal ?? 'SIGKILL', dead.stdout, dead.stderr]).toEqual(['SIGKILL', '', ''])
    look(folder)
  }
  const pictured = readdirSync(pictures)
  for (const name of pictured) look(join(pictures, name))
  look(whole)
  return pictured.length
}

const keysIn = (path: string): string[] => {
  const sqlite = new Database(path, { readonly: true })
  try {
    return sqlite.prepare<[], string>('SELECT key FROM setting ORDER BY key').pluck().all()
  } finally {
    sqlite.close()
  }
}

describe('a killed process', () => {
  it('loses nothing that it had called saved, and leaves nothing half saved', async () => {
    const folder = join(place.folder, 'data')
    let atLeast = 0
    for (let round = 1; round <= 3; round++) {
      if (round > 1) {
        // The keys of one round must not stand in the way of the next.
        const between = boot(folder)
        between.db.sqlite.exec('DELETE FROM setting')
        between.close()
      }
      const { child, output } = await startProgram('write-settings.ts', [folder], 40 * round)
      await killed(child)
      const acknowledged = output().split('\n').slice(0, -1)
      const booted = boot(folder)
      const kept = settingKeys(booted.db.db)
      for (const key of acknowledged) expect(kept).toContain(key)
      const firsts = kept.filter((key) => !key.endsWith('-second'))
      expect(kept.filter((key) => key.endsWith('-second'))).toEqual(firsts.map((key) => `${key}-second`))
      expect(booted.notices.join()).toContain('已全面检查，数据完好')
      expect(checkIntegrity(booted.db.sqlite)).toMatchObject({ whole: true, damage: [] })
      booted.close()
      atLeast += acknowledged.length
    }
    expect(atLeast).toBeGreaterThanOrEqual(240)
  })

  it('at any step of the first start leaves a folder that the next start makes whole', () => {
    const cuts = cutAtEveryStep('firstStart', null, () => '', (folder) => {
      const booted = boot(folder)
      saveSettings(booted, ['a'])
      expect(settingKeys(booted.db.db)).toEqual(['a'])
      expect(checkIntegrity(booted.db.sqlite).whole).toBe(true)
      booted.close()
    })
    expect(cuts).toBeGreaterThan(5)
  })

  it('at any step of a migration leaves either the old or the new database, with every record and one backup', () => {
    const template = join(place.folder, 'template')
    usedFolder(template, ['a', 'b', 'c'])
    const later = laterResources(join(place.folder, 'later'), rebuildOfSetting)
    const cuts = cutAtEveryStep('upgrade', template, () => join(place.folder, 'later'), (folder) => {
      const booted = boot(folder, { version: '0.2.0', dbResources: later })
      expect(settingKeys(booted.db.db)).toEqual(['a', 'b', 'c'])
      expect(booted.db.sqlite.prepare('SELECT note FROM setting').pluck().all()).toEqual(['', '', ''])
      expect(booted.db.sqlite.prepare(`SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'`).pluck().get()).toBe(triggersOfTheProgram())
      booted.close()
      const backups = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.db'))
      expect(backups).toEqual(['before-0.2.0.db'])
      expect(keysIn(join(folder, 'backups', 'before-0.2.0.db'))).toEqual(['a', 'b', 'c'])
      expect(hashHolds(join(folder, 'backups', 'before-0.2.0.db'))).toBe(true)
    })
    expect(cuts).toBeGreaterThan(5)
  })

  it('at any step of a backup leaves the database whole, and no backup that is not whole', () => {
    const template = join(place.folder, 'template')
    usedFolder(template, ['a', 'b'])
    const opened = boot(template)
    backupDaily(opened.db.sqlite, opened.layout.backups, '2026-09-01', 1)
    opened.close()
    let seenBoth = 0
    const cuts = cutAtEveryStep('backup', template, () => '', (folder) => {
      const backups = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.db'))
      expect(backups.length).toBeGreaterThan(0)
      if (backups.length === 2) seenBoth += 1
      for (const name of backups) {
        expect(keysIn(join(folder, 'backups', name))).toEqual(['a', 'b'])
        expect(hashHolds(join(folder, 'backups', name))).toBe(true)
      }
      const booted = boot(folder)
      expect(settingKeys(booted.db.db)).toEqual(['a', 'b'])
      backupDaily(booted.db.sqlite, booted.layout.backups, '2026-09-03', 1)
      booted.close()
    })
    expect(cuts).toBeGreaterThan(5)
    // The old one goes only when the new one stands.
    expect(seenBoth).toBeGreaterThan(0)
  })

  it('at any step of a restore ends with the old or the restored records, and the old ones are never gone', () => {
    const { template } = folderWithBackup()
    let restored = 0
    let old = 0
    const cuts = cutAtEveryStep('restore', template, (folder) => join(folder, 'backups', 'auto-2026-09-01.db'), (folder) => {
      const booted = boot(folder)
      const keys = settingKeys(booted.db.db)
      booted.close()
      const aside = readdirSync(join(folder, 'backups')).filter((name) => /^replaced-.*\.db$/.test(name))
      if (keys.join() === 'a,b') {
        restored += 1
        expect(aside).toHaveLength(1)
        expect(keysIn(join(folder, 'backups', aside[0] ?? ''))).toEqual(['a', 'b', 'later'])
      } else {
        old += 1
        expect(keys).toEqual(['a', 'b', 'later'])
        expect(aside).toEqual([])
      }
      expect(readdirSync(folder).filter((name) => name.startsWith('rest'))).toEqual([])
    })
    expect(cuts).toBeGreaterThan(8)
    expect(restored).toBeGreaterThan(1)
    expect(old).toBeGreaterThan(1)
  })

  it('at any step of finishing an interrupted restore can be finished by the start after that', () => {
    const { template, unclean } = folderWithBackup()
    expect(unclean).toBe(true)
    const interrupted = join(place.folder, 'interrupted')
    const steps = join(place.folder, 'steps')
    cpSync(template, interrupted, { recursive: true })
    expect(runProgram('cut-short.ts', ['picture', steps, 'restore', interrupted, join(interrupted, 'backups', 'auto-2026-09-01.db')]).status).toBe(0)
    const begun = readdirSync(steps).sort().map((name) => join(steps, name)).find((folder) => existsSync(join(folder, 'restore.json')))
    const cuts = cutAtEveryStep('finishRestore', must(begun, 'a restore writes down what it is about to do'), () => '', (folder) => {
      const booted = boot(folder)
      expect(settingKeys(booted.db.db)).toEqual(['a', 'b'])
      booted.close()
      const aside = readdirSync(join(folder, 'backups')).filter((name) => /^replaced-.*\.db$/.test(name))
      expect(keysIn(join(folder, 'backups', aside[0] ?? ''))).toEqual(['a', 'b', 'later'])
    })
    expect(cuts).toBeGreaterThan(5)
  })

  /** A backup of a and b; then "later" was saved, and the program was killed, so that it stands in the -wal only. */
  function folderWithBackup(): { template: string; unclean: boolean } {
    const used = join(place.folder, 'used')
    usedFolder(used, ['a', 'b'])
    const booted = boot(used)
    backupDaily(booted.db.sqlite, booted.layout.backups, '2026-09-01', 7)
    saveSettings(booted, ['later'])
    const template = join(place.folder, 'template')
    // Copying under the open program is what a power cut leaves: the file, and a -wal with what is not yet in it.
    cpSync(used, template, { recursive: true, filter: (path) => !path.endsWith('-shm') && !path.endsWith('lock') })
    booted.close()
    return { template, unclean: existsSync(join(template, 'xingtan.db-wal')) }
  }
})

/** What drizzle-kit writes when a column is added that must have a value: a new table, a copy, a swap. */
const rebuildOfSetting = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE \`__new_setting\` (
	\`key\` text PRIMARY KEY NOT NULL,
	\`value\` text NOT NULL,
	\`updated_at\` text NOT NULL,
	\`note\` text NOT NULL
);
--> statement-breakpoint
INSERT INTO \`__new_setting\`("key", "value", "updated_at", "note") SELECT "key", "value", "updated_at", '' FROM \`setting\`;--> statement-breakpoint
DROP TABLE \`setting\`;--> statement-breakpoint
ALTER TABLE \`__new_setting\` RENAME TO \`setting\`;--> statement-breakpoint
PRAGMA foreign_keys=ON;`
