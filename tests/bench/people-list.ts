import type { InputOf } from '../../shared/contract/routes.ts'
import type { Measurement } from '../../scripts/benching/measurements.ts'
import { freshProgram } from '../fixtures/program.ts'
import { addCrowd, besideProgram } from './support/big-school.ts'
import { inTurns } from './support/timing.ts'

const asked: readonly { readonly what: string; readonly input: InputOf<'people.list'> }[] = [
  { what: 'first page', input: {} },
  { what: 'found by initials (zs)', input: { query: 'zs' } },
  { what: 'found by characters (王一)', input: { query: '王一' } },
  { what: 'sorted by name', input: { sort: { id: 'name', descending: true } } },
  { what: 'sorted by title', input: { sort: { id: 'professionalTitle', descending: false } } },
]

/**
 * The first 100 of a list of 20,000 people through `people.list`, both numbers deciphered and masked (goal: at most 100 ms).
 * The reference is a bare SELECT of 100 rows of the same table in the same run.
 */
export async function benchPeopleList(): Promise<Measurement[]> {
  const test = await freshProgram()
  try {
    const measured: Measurement[] = []
    const grown: number[] = []
    let there = 0
    for (const people of [5_000, 10_000, 20_000]) {
      addCrowd(test, there, people)
      there = people
      const [bareMs = 0, ...took] = await besideProgram(test, ({ sqlite }) => {
        const bare = sqlite.prepare('SELECT * FROM person LIMIT 100')
        return inTurns(20, () => bare.all(), ...asked.map(({ input }) => () => test.admin.call('people.list', input)))
      })
      grown.push(took[0] ?? 0)
      if (people < 20_000) continue
      const size = `${people.toLocaleString('en')} people`
      const { total } = await test.admin.call('people.list', { query: 'zs' })
      for (const [at, { what }] of asked.entries()) {
        const value = took[at] ?? 0
        measured.push({ what: `list of people: ${what}`, size, value, unit: 'ms', goal: 100 })
        measured.push({ what: `list of people: ${what}`, size, value, unit: 'ms', reference: { what: 'SELECT … LIMIT 100', value: bareMs } })
      }
      measured.push({ what: 'people whom zs finds', size, value: total, unit: 'people' })
    }
    const [one = 0, two = 0, four = 0] = grown
    measured.push({ what: 'list of people: growth to 2n', size: '5,000 → 10,000 people', value: two, unit: 'ms', reference: { what: 'n', value: one } })
    measured.push({ what: 'list of people: growth to 4n', size: '5,000 → 20,000 people', value: four, unit: 'ms', reference: { what: 'n', value: one } })
    return measured
  } finally {
    await test.close()
  }
}
