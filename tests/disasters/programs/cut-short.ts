/**
 * cut-short.ts die <step> <job> <folder> [argument]: does one job in a data folder and is killed at that step of it.
 * cut-short.ts picture <pictures> <job> <folder> [argument]: does all of it, with pictures of the folder; prints the number of steps.
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { backupDaily } from '../../../db/backup.ts'
import { readMigrations } from '../../../db/migration-files.ts'
import { openDatabase } from '../../../db/open-database.ts'
import { finishInterruptedRestore, restoreBackup } from '../../../db/restore.ts'
import { dbResources } from '../../fixtures/database.ts'
import { boot } from '../boot-for-test.ts'
import { dieAt, pictureOf, watchSteps } from './watch-steps.ts'

const [how = '', where = '', job = '', folder = '', argument = ''] = process.argv.slice(2)
const place = { databasePath: join(folder, 'xingtan.db'), backupsFolder: join(folder, 'backups') }

const jobs: Readonly<Record<string, () => void>> = {
  firstStart: () => boot(folder).close(),
  upgrade: () => boot(folder, {
    version: '0.2.0', dbResources: { migrations: join(argument, 'migrations'), customSql: join(argument, 'custom-sql') },
  }).close(),
  backup: () => {
    const opened = openDatabase(place.databasePath)
    backupDaily(opened.sqlite, place.backupsFolder, '2026-09-02', 1)
    opened.close()
  },
  restore: () => { restoreBackup(place, argument, '2026-09-02T00:00:00.000Z', readMigrations(dbResources.migrations)) },
  finishRestore: () => { finishInterruptedRestore(place) },
}

const run = jobs[job]
if (run === undefined) throw new Error(`no such job: ${job}`)
const steps = watchSteps(how === 'die' ? dieAt(Number(where)) : pictureOf(folder, where))
run()
writeSync(1, String(steps()))
