import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { read } from '@e965/xlsx'
import { workerFile } from '../../electron/ports/worker-file.ts'
import { createRosterReader } from '../../electron/services/people/roster/roster-reader.ts'
import { readRoster } from '../../electron/services/people/roster/read-roster.ts'
import { nameSearchText } from '../../shared/domain/people/name-search.ts'
import type { Measurement } from '../../scripts/benching/measurements.ts'
import { bareParseInWorker } from './support/bare-parse.ts'
import { madeUpRoster } from './support/made-up.ts'

const today = '2026-11-22'
/** The fastest of several runs of each in milliseconds, taken in turns, so that a busy machine slows all alike. */
function fastest(runs: number, ...works: readonly (() => unknown)[]): readonly number[] {
  const best = works.map(() => Number.POSITIVE_INFINITY)
  for (let run = 0; run <= runs; run++) {
    for (const [i, work] of works.entries()) {
      const start = performance.now()
      work()
      // The first round warms up.
      if (run > 0) best[i] = Math.min(best[i] ?? Number.POSITIVE_INFINITY, performance.now() - start)
    }
  }
  return best
}

/** The import of a roster: reading and checking it against a bare parse of the same file, and how the cost grows. */
export async function benchRoster(): Promise<Measurement[]> {
  const people = 5_000
  const size = `${people.toLocaleString('en')} rows`
  const file = madeUpRoster(people)
  const reading = readRoster(file, '花名册.xlsx', { today })
  if (reading.rows.length !== people) throw new Error(`${reading.rows.length} people were read instead of ${people}`)

  const [bareMs = 0, readMs = 0, nameSearchMs = 0] = fastest(
    5,
    () => read(file, { type: 'array' }),
    () => readRoster(file, '花名册.xlsx', { today }),
    () => reading.rows.map((row) => nameSearchText(row.values.name)),
  )
  const [workerUrl, namesUrl] = [workerAt('roster-worker'), workerAt('names-worker')]
  const inWorker = { bare: Number.POSITIVE_INFINITY, read: Number.POSITIVE_INFINITY, names: Number.POSITIVE_INFINITY }
  for (let run = 0; run < 3; run++) {
    inWorker.bare = Math.min(inWorker.bare, await bareParseInWorker(file))
    const start = performance.now()
    const { nameSearches } = await createRosterReader({ workerUrl, namesUrl }).read(file, '花名册.xlsx', { today })
    inWorker.read = Math.min(inWorker.read, performance.now() - start)
    await nameSearches
    inWorker.names = Math.min(inWorker.names, performance.now() - start)
  }
  const quarter = people / 4
  const sizes = [1, 2, 4].map((times) => madeUpRoster(quarter * times))
  const [one = 0, two = 0, four = 0] = fastest(3, ...sizes.map((grown) => () => readRoster(grown, '花名册.xlsx', { today })))
  const bare = 'SheetJS, bare parse'
  return [
    { what: 'roster: read and check', size, value: readMs, unit: 'ms', reference: { what: bare, value: bareMs }, goal: 2 },
    { what: 'roster: the same in a fresh worker', size, value: inWorker.read, unit: 'ms', reference: { what: `${bare} in a fresh worker`, value: inWorker.bare }, goal: 2 },
    { what: 'roster: the same until the names are there, which the preview does not wait for', size, value: inWorker.names, unit: 'ms', reference: { what: `${bare} in a fresh worker`, value: inWorker.bare } },
    { what: 'roster: growth to 2n', size: `${quarter} → ${2 * quarter} rows`, value: two, unit: 'ms', reference: { what: 'n', value: one } },
    { what: 'roster: growth to 4n', size: `${quarter} → ${4 * quarter} rows`, value: four, unit: 'ms', reference: { what: 'n', value: one } },
    { what: 'names made findable by pinyin', size: `${people.toLocaleString('en')} names`, value: nameSearchMs, unit: 'ms' },
  ]
}

function workerAt(name: string): URL {
  return pathToFileURL(workerFile(name, join(import.meta.dirname, '..', '..', 'electron', 'services', 'people', 'roster', `${name}.ts`)))
}
