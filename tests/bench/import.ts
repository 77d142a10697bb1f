import { read } from '@e965/xlsx'
import type { OutputOf } from '../../shared/contract/routes.ts'
import { must } from '../../shared/must.ts'
import type { Measurement } from '../../scripts/benching/measurements.ts'
import { freshProgram } from '../fixtures/program.ts'
import { madeUpRoster } from './support/made-up.ts'
import { usually, withCallsMeanwhile } from './support/timing.ts'

/**
 * A roster through the routes, from the file to the people: preview and import, against SheetJS's bare parse of the same file
 * (goal for reading: at most twice as long), and how long another window has to wait for an answer meanwhile.
 */
export async function benchImport(): Promise<Measurement[]> {
  const bareMs = await usually(5, () => read(file, { type: 'array' }))
  const bare = { what: 'SheetJS, bare parse', value: bareMs }
  const size = `${rows.toLocaleString('en')} rows`
  const whole = await importOf(file)
  const smaller = [await importOf(madeUpRoster(rows / 4)), await importOf(madeUpRoster(rows / 2))]
  const growth = (what: string, of: (run: Run) => number): Measurement[] => [...smaller.slice(1), whole].map((run, at) => ({
    what: `${what}: growth to ${2 ** (at + 1)}n`, size: `${rows / 4} → ${(rows / 4) * 2 ** (at + 1)} rows`, value: of(run), unit: 'ms',
    reference: { what: 'n', value: of(must(smaller[0], 'two were run')) },
  }))
  return [
    { what: 'roster: preview through the route', size, value: whole.readMs, unit: 'ms', reference: bare, goal: 2 },
    { what: 'roster: import through the route (reads again)', size, value: whole.importMs, unit: 'ms', reference: bare },
    { what: 'longest wait of another call during the preview', size, value: whole.readWaitMs, unit: 'ms' },
    { what: 'longest wait of another call during the import', size, value: whole.importWaitMs, unit: 'ms' },
    { what: 'other calls answered during both', size, value: whole.calls, unit: 'calls' },
    ...growth('roster: preview', (run) => run.readMs),
    ...growth('roster: import', (run) => run.importMs),
  ]
}

const rows = 5_000
const file = madeUpRoster(rows)

interface Run {
  readonly readMs: number
  readonly readWaitMs: number
  readonly importMs: number
  readonly importWaitMs: number
  readonly calls: number
}

/** One roster into an empty school; the preview's fastest of three. */
async function importOf(bytes: Uint8Array): Promise<Run> {
  const test = await freshProgram()
  try {
    const token = await test.admin.upload('花名册.xlsx', bytes)
    const visitor = test.visitor()
    const askedMeanwhile = () => visitor.call('accounts.standing', {})
    const previews: Awaited<ReturnType<typeof preview>>[] = []
    const preview = () => withCallsMeanwhile(() => test.admin.call('people.readRoster', { file: token }), askedMeanwhile)
    for (let run = 0; run < 3; run++) previews.push(await preview())
    const best = must(previews.toSorted((a, b) => a.tookMs - b.tookMs)[0], 'three were run')
    const imported = await withCallsMeanwhile(
      () => test.admin.call('people.importRoster', { file: token, fileSha256: best.value.fileSha256, decisions: addAll(best.value) }),
      askedMeanwhile,
    )
    if (imported.value.added !== best.value.rows.length) throw new Error(`${imported.value.added} of ${best.value.rows.length} people were imported`)
    return {
      readMs: best.tookMs, readWaitMs: best.longestWaitMs, importMs: imported.tookMs, importWaitMs: imported.longestWaitMs, calls: best.calls + imported.calls,
    }
  } finally {
    await test.close()
  }
}

function addAll({ rows: read }: OutputOf<'people.readRoster'>) {
  return read.filter(({ canImport }) => canImport).map(({ rowNumber }) => ({ rowNumber, action: 'add' as const }))
}
