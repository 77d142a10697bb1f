import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ActivityFields, MarkedPerson } from '../../../shared/contract/activities.ts'
import type { InputOf } from '../../../shared/contract/routes.ts'
import type { SettingValue } from '../../../shared/domain/schemes/scheme-fragments.ts'
import { must } from '../../../shared/must.ts'
import { type Caller, freshProgram, TestClock, type TestProgram } from '../../../tests/fixtures/program.ts'
import { aDraft, aRicherScheme, changeDraft, putInForce } from '../../../tests/fixtures/schemes.ts'
import { aPerson, aStudioOfSix, type StudioOfSix, withFile } from '../../../tests/fixtures/studio-of-six.ts'
import { tablesWithoutDuties } from './kept-duties.ts'

const termKey = '2026-1'
let test: TestProgram
let studio: StudioOfSix
let other: StudioOfSix
let guest: string
/** Windows in which nothing has been worked out yet. */
let unused: Caller[]
beforeEach(async () => {
  test = await freshProgram({ clock: new TestClock('2026-12-01T23:58:00.000Z') })
  studio = aStudioOfSix(test)
  other = aStudioOfSix(test, { name: '别的工作室', names: ['方若水', '白露生'] })
  guest = aPerson(test, '秦望舒')
  for (const { studioId } of [studio, other]) await test.admin.call('studios.saveCycle', { studioId, id: null, startsOn: '2026-08-31', endsOn: '2029-08-30' })
  unused = await Promise.all(Array.from({ length: 24 }, () => test.as('admin')))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await test.close()
})

async function everythingShown(caller: Caller) {
  const due = await caller.call('duties.due', { studioId: null })
  const matrices = await Promise.all([studio, other].map(({ studioId }) => caller.call('duties.matrix', { studioId, termKey })))
  return { due, matrices }
}

/** After the write the window that has kept everything shows what one does that works it all out. */
async function agreeAfter(what: string, write: () => Promise<unknown>): Promise<void> {
  const before = await everythingShown(test.admin)
  await write()
  const kept = await everythingShown(test.admin)
  expect(kept, what).toEqual(await everythingShown(must(unused.pop(), 'enough of them')))
  if (what.startsWith('*')) expect(kept, `${what} moves something`).not.toEqual(before)
}

const personAt = (place: number) => must(studio.people[place], 'there are six').personId
const activity = (more: Partial<ActivityFields> = {}, sheet: MarkedPerson[] | null = null, opened: { id: string; revision: number } | null = null) => test.admin.call('activities.save', {
  id: opened?.id ?? null, revision: opened?.revision ?? null, sheet,
  fields: {
    studioId: studio.studioId, kind: 'openLesson', title: '公开课《春》', heldOn: '2026-10-15', startTime: null, endTime: null, place: null, level: 'school',
    chairPersonId: null, recorderPersonId: null, centralSpeaker: '江一帆', experts: null, agenda: null, minutes: [], resolutions: null, ...more,
  },
})
const outcome = (more: Partial<InputOf<'outcomes.save'>['facts']> = {}, rest: Partial<InputOf<'outcomes.save'>> = {}) => test.admin.call('outcomes.save', {
  id: null, revision: null, as: 'submitted', ...rest,
  facts: {
    kind: 'openLesson', title: '公开课《夏》', onDay: '2026-10-16', untilDay: null, forPeriod: null, studioId: studio.studioId, levelKey: null, characters: null, quantity: 1, metricKey: null,
    people: [{ personId: personAt(2), part: 'self', place: null }], details: {}, ...more,
  },
})

describe('duties that are kept', () => {
  it('are those of today after every kind of write', async () => {
    let held = { id: '', revision: 0 }
    await agreeAfter('* a new activity', async () => { held = await activity() })
    await agreeAfter('marks', async () => { held = await activity({}, [{ personId: personAt(1), mark: 'present', note: null }], held) })
    await agreeAfter('* another day of it', async () => { held = await activity({ heldOn: '2026-10-20', centralSpeaker: '何雨禾' }, null, held) })
    await agreeAfter('* an activity into the bin', () => test.admin.call('activities.remove', { ...held, reason: '重复登记' }))
    await agreeAfter('* an activity out of the bin', () => test.admin.call('activities.bringBack', { id: held.id }))
    let recorded = { id: '', revision: 0 }
    await agreeAfter('a draft', async () => { recorded = await outcome({}, { as: 'draft' }) })
    await agreeAfter('* an outcome handed in', async () => { recorded = await outcome({}, recorded) })
    await agreeAfter('* an outcome of another person', async () => { recorded = await outcome({ people: [{ personId: personAt(3), part: 'self', place: null }] }, recorded) })
    await agreeAfter('* an outcome that goes over to another studio', async () => {
      recorded = await outcome({ studioId: other.studioId, people: [{ personId: must(other.people[1], 'two').personId, part: 'self', place: null }] }, recorded)
    })
    await agreeAfter('* an outcome into the bin', () => test.admin.call('outcomes.remove', { ...recorded, reason: '重复登记' }))
    await agreeAfter('* an outcome of no studio', () => outcome({ studioId: null, people: [{ personId: personAt(4), part: 'self', place: null }] }))
    await agreeAfter('an outcome made out of an activity', () => outcome({}, { activityId: held.id }))
    await agreeAfter('* somebody joins', () => test.admin.call('studios.addMembers', {
      studioId: studio.studioId, people: [{ personId: guest, role: 'member' }], fromOn: '2026-09-10', exceptionReason: '测试需要',
    }))
    await agreeAfter('* somebody leaves', () => test.admin.call('studios.endMemberships', {
      studioId: studio.studioId, membershipIds: [must(studio.people[5], 'six').membershipId], toOn: '2026-09-20', reason: '调离',
    }))
    await agreeAfter('* a name', async () => {
      const { revision } = await test.admin.call('people.get', { id: personAt(4) })
      return test.admin.call('people.save', { id: personAt(4), revision, name: '苏新名', schoolName: '云溪县第三初级中学' } as InputOf<'people.save'>)
    })
    await agreeAfter('a holiday', () => test.admin.call('school.saveHoliday', { id: null, name: '国庆节', kind: 'off', startsOn: '2026-10-01', endsOn: '2026-10-07' }))
    await agreeAfter('* the term', () => test.admin.call('school.saveTerm', { key: termKey, startsOn: '2026-08-31', endsOn: '2027-01-24', teachingStartsOn: '2026-09-01', teachingEndsOn: '2027-01-20' }))
    await agreeAfter('* other days of the cycle', async () => {
      const { cycles } = await test.admin.call('studios.get', { id: studio.studioId })
      return test.admin.call('studios.saveCycle', { studioId: studio.studioId, id: must(cycles[0], 'one').id, startsOn: '2026-11-01', endsOn: '2029-08-30' })
    })
    await agreeAfter('* another program writes', async () => withFile(test, ({ sqlite }) => sqlite.exec("UPDATE studio SET name = '改名的工作室' WHERE name = '别的工作室'")))
    await agreeAfter('* midnight', async () => test.clock.forward({ minutes: 3 }))
    expect(unused.length).toBeLessThan(6)
  }, 240_000)

  it('follow the scheme, whatever becomes of it', async () => {
    const { studioId } = studio
    const choose = (code: string, key: string, value: SettingValue) => () => test.admin.call('schemes.choose', { code, version: '1', key, value })
    const move = async (to: { schemeCode: string; schemeVersion: string }, fromOn: string) => {
      const { revision } = await test.admin.call('studios.get', { id: studioId })
      return test.admin.call('studios.moveScheme', { id: studioId, revision, ...to, fromOn, reason: '校务会决定' })
    }
    const born = (bornOn: string) => async () => {
      const { revision } = await test.admin.call('people.get', { id: personAt(1) })
      return test.admin.call('people.save', { id: personAt(1), revision, name: '江一帆', schoolName: '云溪县第三初级中学', bornOn } as InputOf<'people.save'>)
    }
    await agreeAfter('somebody joins late', () => test.admin.call('studios.addMembers', { studioId, people: [{ personId: guest, role: 'member' }], fromOn: '2026-11-10', exceptionReason: '测试需要' }))
    await agreeAfter('* a choice for the whole school', choose('004-03', 'midTermJoiner', 'full'))
    await agreeAfter('* another choice', choose('004-03', 'weeklyDutyWeeks', 'allWeeks'))
    const richer = await aRicherScheme(test)
    await agreeAfter('* a move to another scheme', () => move(richer, '2026-09-01'))
    let next = { code: '', version: '' }
    await agreeAfter('a new version that nobody follows yet', async () => {
      const id = await aDraft(test.admin, { code: richer.schemeCode, version: richer.schemeVersion, as: 'newVersion', title: '云溪三中名师工作室规程' })
      await changeDraft(test.admin, id, 'duties', '004-03/d12', (fact) => ({ ...fact, minimum: 2 }))
      next = await putInForce(test.admin, id)
    })
    await agreeAfter('* a move to the new version', () => move({ schemeCode: next.code, schemeVersion: next.version }, '2026-09-02'))
    await agreeAfter('* a move to a scheme that counts the young', () => move({ schemeCode: '002', schemeVersion: '1' }, '2026-09-03'))
    await agreeAfter('another rounding, while nobody’s age is known', choose('002', 'shareRounding', 'down'))
    await agreeAfter('* the birth day of somebody who is 42', born('1984-05'))
    await agreeAfter('* a choice that 42 is young', choose('002', 'youngMemberAge', 45))
  }, 240_000)

  it('depend on no table that is said not to matter', async () => {
    const asked: string[] = []
    const prepare = Database.prototype.prepare
    const spy = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function spied(this: Database.Database, source: string) {
      asked.push(source)
      return prepare.call(this, source)
    })
    const readBy = async (call: () => Promise<unknown>) => {
      asked.length = 0
      await call()
      return new Set(asked.flatMap((source) => [...source.matchAll(/(?:from|join) "(\w+)"/gi)].map(([, table]) => table)))
    }
    const caller = must(unused.pop(), 'enough of them')
    // What every call reads of the account is not the duties'.
    const always = await readBy(() => caller.call('duties.studios', {}))
    const read = new Set([...await readBy(() => caller.call('duties.due', { studioId: null }))].filter((table) => !always.has(table)))
    spy.mockRestore()
    expect([...read]).toEqual(expect.arrayContaining(['activity', 'outcome', 'term', 'holiday']))
    expect([...read].filter((table) => tablesWithoutDuties.some((each) => each === table))).toEqual([])
  })
})
