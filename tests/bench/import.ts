import { read } from '@e965/xlsx'
import type { OutputOf } from '../../shared/contract/routes.ts'
import { must } from '../../shared/must.ts'
import type { Measurement } from '../../scripts/benching/measurements.ts'
import { freshProgram } from '../fixtures/program.ts'
import { bareParseInWorker } from './support/bare-parse.ts'
import { madeUpRoster } from './support/made-up.ts'
import { usually, withCallsMeanwhile } from './support/timing.ts'

/**
 * A roster through the routes, from the file to the people, against SheetJS's bare parse of the same file: the preview (a
 * worker starts, reads and checks; duplicates, masks, answer), the import (enciphering and one transaction, out of what the preview
 * read), and both together. The reference is the bare parse in a worker that starts for it, like ours (goal: at most twice as long);
 * beside it the bare parse in this thread, warmed up, which is the sharper one. And how long another window waits meanwhile.
 */
export async function benchImport(): Promise<Measurement[]> {
  const warm = { what: 'SheetJS, bare parse, warmed up', value: await usually(5, () => read(file, { type: 'array' })) }
  const size = `${rows.toLocaleString('en')} rows`
  const sizes = [rows / 4, rows / 2, rows].map((count) => madeUpRoster(count))
  const runs = sizes.map((): Run[] => [])
  const bareMs: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    bareMs.push(await bareParseInWorker(file))
    for (const [at, bytes] of sizes.entries()) runs[at]?.push(await importOf(bytes))
  }
  const bare = { what: 'SheetJS, bare parse in a fresh worker', value: Math.min(...bareMs) }
  const [one, two, whole] = runs.map((of) => must(of.toSorted((a, b) => bothMs(a) - bothMs(b))[0], 'each size was run'))
  const growth = (what: string, of: (run: Run) => number): Measurement[] => [two, whole].map((run, at) => ({
    what: `${what}: growth to ${2 ** (at + 1)}n`, size: `${rows / 4} → ${(rows / 4) * 2 ** (at + 1)} rows`, value: of(must(run, 'three sizes')), unit: 'ms',
    reference: { what: 'n', value: of(must(one, 'three sizes')) },
  }))
  const fastest = must(whole, 'three sizes')
  const steps = [
    { what: 'roster: preview through the route', ms: fastest.readMs },
    { what: 'roster: import of what was previewed', ms: fastest.importMs },
    { what: 'roster: both, one right after the other', ms: bothMs(fastest) },
  ]
  return [
    ...steps.map(({ what, ms }): Measurement => ({ what, size, value: ms, unit: 'ms', reference: bare, goal: 2 })),
    ...steps.map(({ what, ms }): Measurement => ({ what, size, value: ms, unit: 'ms', reference: warm })),
    { what: 'longest wait of another call during the preview', size, value: fastest.readWaitMs, unit: 'ms', goal: 100 },
    { what: 'longest wait of another call during the import: its transaction', size, value: fastest.importWaitMs, unit: 'ms', goal: 300 },
    { what: 'other calls answered during both', size, value: fastest.calls, unit: 'calls' },
    ...growth('roster: preview', (run) => run.readMs),
    ...growth('roster: import', (run) => run.importMs),
  ]
}

const rows = 5_000
const turns = 3
const file = madeUpRoster(rows)

interface Run {
  readonly readMs: number
  readonly readWaitMs: number
  readonly importMs: number
  readonly importWaitMs: number
  readonly calls: number
}

const bothMs = (run: Run) => run.readMs + run.importMs

/** One roster, never read before, into an empty school. */
async function importOf(bytes: Uint8Array): Promise<Run> {
  const test = await freshProgram()
  try {
    const visitor = test.visitor()
    const askedMeanwhile = () => visitor.call('accounts.standing', {})
    const token = await test.admin.upload('花名册.xlsx', bytes)
    const preview = await withCallsMeanwhile(() => test.admin.call('people.readRoster', { file: token }), askedMeanwhile)
    const imported = await withCallsMeanwhile(
      () => test.admin.call('people.importRoster', { file: token, fileSha256: preview.value.fileSha256, decisions: addAll(preview.value) }),
      askedMeanwhile,
    )
    if (imported.value.added !== preview.value.rows.length) throw new Error(`${imported.value.added} of ${preview.value.rows.length} people were imported`)
    return {
      readMs: preview.tookMs, readWaitMs: preview.longestWaitMs, importMs: imported.tookMs, importWaitMs: imported.longestWaitMs,
      calls: preview.calls + imported.calls,
    }
  } finally {
    await test.close()
  }
}

function addAll({ rows: previewed }: OutputOf<'people.readRoster'>) {
  return previewed.filter(({ canImport }) => canImport).map(({ rowNumber }) => ({ rowNumber, action: 'add' as const }))
}
