import type { InputOf } from '../../shared/contract/routes.ts'
import type { Measurement } from '../../scripts/benching/measurements.ts'
import { freshProgram } from '../fixtures/program.ts'
import { addCrowd, addOutcomes, addStudios, besideProgram } from './support/big-school.ts'
import { inTurns } from './support/timing.ts'

const outcomes = 20_000
const studios = 70
const size = 15

const asked: readonly { readonly what: string; readonly input: InputOf<'outcomes.list'> }[] = [
  { what: 'first page', input: {} },
  { what: 'first page of the last term (all of them)', input: { termKey: '2026-1' } },
  { what: 'found by a word of the title (实践199)', input: { text: '实践199' } },
  { what: 'found by initials (zysj)', input: { text: 'zysj' } },
  { what: 'found by nothing', input: { text: '没有这样的词' } },
]

/** The first 100 of a list of 20,000 outcomes (goal: at most 100 ms), against a bare SELECT of 100 rows of the same table in the same run. */
export async function benchOutcomesList(): Promise<Measurement[]> {
  const test = await freshProgram()
  try {
    addCrowd(test, 0, studios * size)
    addStudios(test, studios, size)
    addOutcomes(test, outcomes, studios, size)
    const [bareMs = 0, ...took] = await besideProgram(test, ({ sqlite }) => {
      const bare = sqlite.prepare('SELECT * FROM outcome LIMIT 100')
      return inTurns(10, () => bare.all(), ...asked.map(({ input }) => () => test.admin.call('outcomes.list', input)))
    })
    return asked.flatMap(({ what }, at): Measurement[] => {
      const one = { what: `list of outcomes: ${what}`, size: `${outcomes.toLocaleString('en')} outcomes`, value: took[at] ?? 0, unit: 'ms' }
      return [{ ...one, goal: 100 }, { ...one, reference: { what: 'SELECT … LIMIT 100', value: bareMs } }]
    })
  } finally {
    await test.close()
  }
}
