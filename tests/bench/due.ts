import type { Measurement } from '../../scripts/benching/measurements.ts'
import { freshProgram, TestClock, type TestProgram } from '../fixtures/program.ts'
import { addActivities, addCrowd, addOutcomes, addStudios, personId, studioId } from './support/big-school.ts'

const studios = 70
const size = 10

/**
 * What is due, through the route, as the workbench and the bell ask it (goal: at most 1 s when nothing is kept, 50 ms after one more record): against
 * the answer when nothing has changed.
 */
export async function benchDue(): Promise<Measurement[]> {
  const test = await freshProgram({ clock: new TestClock('2029-06-20T02:00:00.000Z') })
  try {
    addCrowd(test, 0, studios * size)
    addStudios(test, studios, size)
    addActivities(test, 20_000, 40_000, studios, size)
    addOutcomes(test, 20_000, studios, size)
    await addTerms(test)
    const due = () => test.admin.call('duties.due', { studioId: null })
    const items = (await due()).items.length
    const cold: number[] = []
    const after: number[] = []
    const again: number[] = []
    for (let turn = 0; turn < 8; turn++) {
      const fresh = await test.as('admin')
      cold.push(await took(() => fresh.call('duties.due', { studioId: null })))
      await due()
      await oneMore(test, turn)
      after.push(await took(due))
      again.push(await took(due))
    }
    const what = 'what is due in a county'
    const sizes = `${studios} studios, ${size} members each, 3 years, 40,000 records, ${items} items`
    const reference = { what: 'nothing changed', value: fastest(again) }
    return [
      { what: `${what}: nothing kept`, size: sizes, value: fastest(cold), unit: 'ms', goal: 1000 },
      { what: `${what}: after one more record`, size: sizes, value: fastest(after), unit: 'ms', goal: 50 },
      { what: `${what}: after one more record`, size: sizes, value: fastest(after), unit: 'ms', reference },
    ]
  } finally {
    await test.close()
  }
}

const fastest = (times: readonly number[]) => Math.min(...times)

async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function addTerms(test: TestProgram): Promise<void> {
  for (const year of [2026, 2027, 2028]) {
    if (year > 2026) await test.admin.call('school.saveTerm', { key: `${year}-1`, startsOn: `${year}-09-01`, endsOn: `${year + 1}-01-31`, teachingStartsOn: `${year}-09-01`, teachingEndsOn: `${year + 1}-01-20` })
    await test.admin.call('school.saveTerm', { key: `${year}-2`, startsOn: `${year + 1}-02-15`, endsOn: `${year + 1}-07-10`, teachingStartsOn: `${year + 1}-02-20`, teachingEndsOn: `${year + 1}-07-05` })
  }
}

async function oneMore(test: TestProgram, turn: number): Promise<void> {
  await test.admin.call('outcomes.save', {
    id: null, revision: null, as: 'confirmed', duplicateSeen: true,
    facts: {
      kind: 'openLesson', title: `公开课${turn}`, onDay: '2029-05-16', untilDay: null, forPeriod: null, studioId: studioId(1), levelKey: null, characters: null, quantity: 1, metricKey: null,
      people: [{ personId: personId(size + 1), part: 'self', place: null }], details: {},
    },
  })
}
