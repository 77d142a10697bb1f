import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { holdPragmas } from '../../db/open-database.ts'
import { dataFolderLayout } from '../../electron/boot/data-folder-layout.ts'
import { openProgram } from '../../electron/program.ts'
import { must } from '../../shared/must.ts'
import type { Measurement } from '../../scripts/benching/measurements.ts'
import { killed, startProgram } from '../disasters/run-program.ts'
import { freshProgram, silentLogger, type TestProgram } from '../fixtures/program.ts'
import { addActivities, addCrowd, addEntries, addHistory, addStudios } from './support/big-school.ts'
import { inTurns } from './support/timing.ts'

const mb = 1_000_000
const resources = join(import.meta.dirname, '..', '..', 'resources')

/**
 * The start of the services, from `openProgram` to the first answer, on a database of 50 MB after a clean end (goal: at most
 * 400 ms), with the file in the machine's memory and the modules loaded. The reference opens the same file bare, with the pragmas that
 * must hold. After an unclean end (a program killed while it saved) the whole file is checked first: that is reported beside it.
 */
export async function benchStart(): Promise<Measurement[]> {
  const test = await freshProgram()
  try {
    const starts: Started[] = []
    fillSchool(test)
    await test.program.close()
    for (const wanted of [12.5, 25, 50]) {
      grow(test, wanted * mb)
      const size = `${(statSync(databaseOf(test)).size / mb).toFixed(1)} MB`
      const [bareMs = 0, cleanMs = 0] = await inTurns(15, () => openBare(databaseOf(test)), () => startServices(test.folder))
      starts.push({ size, bareMs, cleanMs, uncleanMs: await afterUncleanEnd(test.folder) })
    }
    const one = must(starts[0], 'three sizes were measured')
    const whole = must(starts.at(-1), 'three sizes were measured')
    const clean = 'start of the services'
    const unclean = 'start after an unclean end: the whole file checked'
    const growth = (what: string, of: (started: Started) => number): Measurement[] => starts.slice(1).map((started) => (
      { what: `${what}: growth`, size: `${one.size} → ${started.size}`, value: of(started), unit: 'ms', reference: { what: 'n', value: of(one) } }))
    return [
      { what: clean, size: whole.size, value: whole.cleanMs, unit: 'ms', goal: 400 },
      { what: clean, size: whole.size, value: whole.cleanMs, unit: 'ms', reference: { what: 'bare open with pragmas', value: whole.bareMs } },
      { what: unclean, size: whole.size, value: whole.uncleanMs, unit: 'ms', reference: { what: 'after a clean end', value: whole.cleanMs } },
      ...growth(clean, ({ cleanMs }) => cleanMs),
      ...growth(unclean, ({ uncleanMs }) => uncleanMs),
    ]
  } finally {
    await test.close()
  }
}

interface Started {
  readonly size: string
  readonly bareMs: number
  readonly cleanMs: number
  readonly uncleanMs: number
}

const saves = 200
const uncleanStarts = 5

/** The fastest of some starts, each on what a program left that was killed over its saves: the file and its `-wal`. */
async function afterUncleanEnd(folder: string): Promise<number> {
  const { database } = dataFolderLayout(folder)
  const clean = readFileSync(database)
  const { child } = await startProgram('write-settings.ts', [folder], saves)
  await killed(child)
  const left = [database, `${database}-wal`].map((path) => ({ path, bytes: readFileSync(path) }))
  if (left.some(({ bytes }) => bytes.length === 0)) throw new Error('the killed program left no -wal')
  const took: number[] = []
  for (let run = 0; run < uncleanStarts; run++) {
    rmSync(`${database}-shm`, { force: true })
    for (const { path, bytes } of left) writeFileSync(path, bytes)
    const start = performance.now()
    await startServices(folder)
    took.push(performance.now() - start)
  }
  // As it was: the saves of the killed program are no part of the next size.
  writeFileSync(database, clean)
  return Math.min(...took)
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
