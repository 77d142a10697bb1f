import type { Measurement } from '../../scripts/benching/measurements.ts'
import { freshProgram, type TestProgram } from '../fixtures/program.ts'
import { addActivities, addCrowd, addEntries, addStudios, besideProgram, studioId, termKey } from './support/big-school.ts'
import { inTurns } from './support/timing.ts'

const size = 15
interface Case {
  readonly what: string
  readonly size: (n: number) => string
  readonly call: (test: TestProgram) => Promise<unknown>
  /** The rows that it is made of, read bare. */
  readonly bare: string
}

const cases: readonly Case[] = [
  {
    what: 'account of a studio in a term', size: (n) => `${2_500 * n} entries in its fund`,
    call: (test) => test.admin.call('ledger.account', { studioId: studioId(0), termKey }), bare: "SELECT * FROM ledger_entry WHERE fund_id = 'fund-0'",
  },
  {
    what: 'overview of all funds', size: (n) => `70 studios, ${2_500 * n} entries`,
    call: (test) => test.admin.call('ledger.overview', { termKey }), bare: 'SELECT * FROM ledger_entry',
  },
  {
    what: 'attendance totals of a term', size: (n) => `${750 * n} activities, ${10_000 * n} marks`,
    call: (test) => test.admin.call('activities.totals', { termKey }), bare: 'SELECT * FROM attendance',
  },
  {
    what: 'activities of a term', size: (n) => `${750 * n} activities`,
    call: (test) => test.admin.call('activities.list', { termKey }), bare: 'SELECT * FROM activity',
  },
  {
    what: 'calendar of a term', size: (n) => `${750 * n} activities`,
    call: (test) => test.admin.call('activities.calendar', { termKey }), bare: 'SELECT * FROM activity',
  },
  { what: 'list of studios', size: () => '70 studios, 1,050 members', call: (test) => test.admin.call('studios.list', {}), bare: 'SELECT * FROM membership' },
]

/** The pages that are made of many rows (goal: at most 100 ms each), against the same rows read bare in the same run. */
export async function benchOverviews(): Promise<Measurement[]> {
  const took: { readonly n: number; readonly ms: readonly number[]; readonly bareMs: readonly number[] }[] = []
  for (const n of [1, 2, 4]) {
    const test = await freshProgram()
    try {
      addCrowd(test, 0, 70 * size)
      addStudios(test, 70, size)
      addActivities(test, 750 * n, 10_000 * n, 70, size)
      addEntries(test, 0, 2_500 * n)
      const both = await besideProgram(test, ({ sqlite }) => inTurns(8, ...cases.flatMap(({ call, bare }) => [() => call(test), () => sqlite.prepare(bare).all()])))
      took.push({ n, ms: both.filter((_, at) => at % 2 === 0), bareMs: both.filter((_, at) => at % 2 === 1) })
    } finally {
      await test.close()
    }
  }
  return cases.flatMap(({ what, size: sizeOf }, at) => {
    const ofCase = took.map(({ n, ms, bareMs }) => ({ n, ms: ms[at] ?? 0, bareMs: bareMs[at] ?? 0 }))
    const one = ofCase[0]?.ms ?? 0
    return ofCase.flatMap(({ n, ms, bareMs }): Measurement[] => (n < 4
      ? n === 1 ? [] : [{ what: `${what}: growth to 2n`, size: sizeOf(n), value: ms, unit: 'ms', reference: { what: 'n', value: one } }]
      : [
        { what, size: sizeOf(n), value: ms, unit: 'ms', goal: 100 },
        { what, size: sizeOf(n), value: ms, unit: 'ms', reference: { what: 'the same rows, read bare', value: bareMs } },
        { what: `${what}: growth to 4n`, size: sizeOf(n), value: ms, unit: 'ms', reference: { what: 'n', value: one } },
      ]))
  })
}
