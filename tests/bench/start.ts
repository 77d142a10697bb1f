import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { holdPragmas } from '../../db/open-database.ts'
import { dataFolderLayout } from '../../electron/boot/data-folder-layout.ts'
import { openProgram } from '../../electron/program.ts'
import type { Measurement } from '../../scripts/benching/measurements.ts'
import { freshProgram, silentLogger, type TestProgram } from '../fixtures/program.ts'
import { addActivities, addCrowd, addEntries, addHistory, addStudios } from './support/big-school.ts'
import { inTurns } from './support/timing.ts'

const mb = 1_000_000
const resources = join(import.meta.dirname, '..', '..', 'resources')

/**
 * The start of the services, from `openProgram` to the first answer, on a database of 50 MB after a clean end (goal: at most
 * 400 ms), with the file in the machine's memory and the modules loaded. The reference opens the same file bare, with the pragmas that
 * must hold. After an unclean end the whole file is checked first: that is reported beside it.
 */
export async function benchStart(): Promise<Measurement[]> {
  const test = await freshProgram()
  try {
    const measured: Measurement[] = []
    const starts: { readonly size: string; readonly start: number }[] = []
    fillSchool(test)
    await test.program.close()
    for (const wanted of [12.5, 25, 50]) {
      grow(test, wanted * mb)
      const size = `${(statSync(databaseOf(test)).size / mb).toFixed(1)} MB`
      const [bareMs = 0, start = 0] = await inTurns(15, () => openBare(databaseOf(test)), () => startServices(test.folder))
      starts.push({ size, start })
      if (wanted < 50) continue
      measured.push({ what: 'start of the services', size, value: start, unit: 'ms', goal: 400 })
      measured.push({ what: 'start of the services', size, value: start, unit: 'ms', reference: { what: 'bare open with pragmas', value: bareMs } })
    }
    const [one, ...more] = starts
    for (const { size, start } of more) {
      measured.push({ what: 'start of the services: growth', size: `${one?.size ?? ''} → ${size}`, value: start, unit: 'ms', reference: { what: 'n', value: one?.start ?? 0 } })
    }
    return measured
  } finally {
    await test.close()
  }
}

const databaseOf = (test: TestProgram) => dataFolderLayout(test.folder).database

/** What a county has after some years, but for the history, which makes up the rest of the size. */
function fillSchool(test: TestProgram): void {
  addCrowd(test, 0, 5_000)
  addStudios(test, 70, 15)
  addActivities(test, 1_000, 10_000, 70, 15)
  addEntries(test, 0, 2_000)
}

function grow(test: TestProgram, bytes: number): void {
  while (statSync(databaseOf(test)).size < bytes) addHistory(test, 1_000)
}

function openBare(path: string): void {
  const sqlite = new Database(path)
  holdPragmas(sqlite, 5000)
  sqlite.prepare('SELECT count(*) FROM account').get()
  sqlite.close()
}

async function startServices(dataFolder: string): Promise<void> {
  const program = await openProgram({ dataFolder, version: '0.1.0-test', resources, logger: silentLogger, mode: 'browser', places: null })
  const answer = await program.call(program.openSession(), 'accounts.standing', {})
  if (!answer.ok) throw new Error(answer.error.message)
  await program.close()
}
