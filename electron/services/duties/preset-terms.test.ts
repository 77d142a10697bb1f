import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DueItem } from '../../../shared/contract/duties.ts'
import { studioKindOf } from '../../../shared/domain/schemes/studio-kind-of.ts'
import { memberRoles } from '../../../shared/domain/studios/studio-words.ts'
import { must } from '../../../shared/must.ts'
import { preset, schemesFolder } from '../../../tests/fixtures/duties.ts'
import { addPeople } from '../../../tests/fixtures/people.ts'
import { freshProgram, TestClock, type TestProgram } from '../../../tests/fixtures/program.ts'
import { ownSchool, studioFacts } from '../../../tests/fixtures/studios.ts'

const termKey = '2026-1'
const codes = readdirSync(schemesFolder).filter((name) => name.endsWith('.json')).map((name) => name.replace('.json', '')).toSorted()
let test: TestProgram
beforeAll(async () => {
  test = await freshProgram({ clock: new TestClock('2027-01-18T02:00:00.000Z') })
})
afterAll(() => test.close())

/** Under the preset, with one person in every role that a studio has, two members, from the first day of the term. */
async function aStudioUnder(code: string): Promise<string> {
  const scheme = preset(code)
  const roles = [...memberRoles, 'member' as const]
  const people = addPeople(test, roles.map((role, at) => ({ name: `${code}${role}${at}`, schoolName: ownSchool, subject: '语文', professionalTitle: '一级教师' })))
  const { schemes } = await test.admin.call('schemes.list', {})
  const head = must(schemes.find((each) => each.code === code), 'every preset may be followed')
  const { id } = await test.admin.call('studios.create', {
    facts: studioFacts({ kind: studioKindOf(scheme), name: `遵循${code}`, schemeCode: code, schemeVersion: scheme.version, level: must(head.levels[0], 'a level').key }),
    cycle: { startsOn: '2026-08-31', endsOn: '2029-08-30' }, hostPersonId: must(people[0], 'one was added'), exceptionReason: '试用',
  })
  for (const [at, role] of roles.entries()) {
    if (role !== 'host') await test.admin.call('studios.addMembers', { studioId: id, people: [{ personId: must(people[at], 'one a role'), role }], fromOn: '2026-08-31', exceptionReason: '试用' })
  }
  return id
}

const due = async (studioId: string) => (await test.admin.call('duties.due', { studioId })).items
const factOf = (code: string, ref: string) => {
  const { duties = [], meetings = [] } = preset(code)
  return must([...duties, ...meetings].find(({ sourceRef }) => sourceRef === ref), 'what is due is in the scheme')
}
const metricOf = (code: string, ref: string) => {
  const fact = factOf(code, ref)
  return 'metric' in fact ? fact.metric : fact.kind
}

/** Records by 其他, which takes whatever the scheme counts, as a clerk does for what has no form of its own. */
async function record(code: string, studioId: string, item: Pick<DueItem, 'ref' | 'column' | 'missing'>, onDay: string): Promise<string> {
  const person = item.column.startsWith('person:') ? item.column.slice('person:'.length) : null
  const fact = factOf(code, item.ref)
  const conditions = 'conditions' in fact ? fact.conditions : undefined
  const { id } = await test.admin.call('outcomes.save', {
    id: null, revision: null, duplicateSeen: true, as: 'confirmed', activityId: null,
    facts: {
      kind: 'other', title: `${item.ref}，${onDay}`, onDay, untilDay: null, forPeriod: null, studioId, levelKey: conditions?.level ?? conditions?.levelMin ?? null, characters: 20_000,
      quantity: item.missing, metricKey: metricOf(code, item.ref), people: person === null ? [] : [{ personId: person, part: 'self', place: null }], details: {},
    },
  })
  return id
}

/** Their rules are about titles, or ask for nothing in numbers. */
const withoutNumbers = new Set(['001-1', '001-10', '001-11', '001-2', '001-7', '001-9', '004-02'])
/** How much is open of what is asked of whom, in all its periods. */
const missingOf = (items: readonly DueItem[], { ref, column }: DueItem) => items.filter((each) => each.ref === ref && each.column === column).reduce((sum, { missing }) => sum + missing, 0)
/** What is asked for once in the time that runs comes first: one record settles it. */
const onceFirst = ['beforeTermEnds', 'later', 'thisWeek', 'undated', 'overdue']
const byOnce = (a: DueItem, b: DueItem) => onceFirst.indexOf(a.when) - onceFirst.indexOf(b.when)

/** By no other duty of the same person: one act counts for the first that needs it. */
const isAskedOnce = (code: string, items: readonly DueItem[], { ref, column }: DueItem) =>
  !items.some((other) => other.column === column && other.ref !== ref && metricOf(code, other.ref) === metricOf(code, ref))

const byRef = (a: DueItem, b: DueItem) => a.ref.localeCompare(b.ref)

let looked = 0
let withMissed = 0

describe.each(codes)('under preset %s', (code) => {
  it('a studio has its term: what is done leaves the list, what was missed stays, what lies before the cycle does not count and says why', async () => {
    const studioId = await aStudioUnder(code)
    const before = await due(studioId)
    if (withoutNumbers.has(code)) return expect(before).toEqual([])
    const first = must(before.toSorted(byOnce).find((item) => isAskedOnce(code, before, item)) ?? before.toSorted(byRef)[0], 'the scheme asks for something in numbers')

    const early = await record(code, studioId, first, '2026-05-12')
    expect(await due(studioId)).toEqual(before)
    const explained = await test.admin.call('duties.explain', { studioId, termKey, ref: first.ref, column: first.column })
    expect([...explained.lines.flatMap(({ sources }) => sources), ...explained.unplaced].find(({ id }) => id === early)).toMatchObject({ amount: null, why: expect.stringContaining('不在本周期') })

    await record(code, studioId, first, first.when === 'overdue' ? '2026-10-12' : test.clock.today())
    const after = await due(studioId)
    // Of what is asked for week by week only the week of the record is settled; the weeks that were missed stay.
    if (first.when === 'overdue') expect(missingOf(after, first)).toBeLessThan(missingOf(before, first))
    else expect(after.map(({ key }) => key)).not.toContain(first.key)

    const missed = new Set(after.filter(({ when, soft }) => when === 'overdue' && !soft).map(({ ref }) => ref))
    const recurring = (preset(code).duties ?? []).filter(({ sourceRef, per, strength }) =>
      (per === 'day' || per === 'week' || per === 'twoWeeks' || per === 'month') && strength !== 'soft' && before.some(({ ref }) => ref === sourceRef))
    expect(recurring.filter(({ sourceRef }) => !missed.has(sourceRef)).map(({ sourceRef }) => sourceRef)).toEqual([])
    looked += 1
    if (recurring.length > 0) withMissed += 1
  })
})

it('was seen under every preset that asks in numbers, with something missed wherever it asks by the day, week or month', () => {
  expect([looked, withMissed]).toEqual([28, 11])
})
