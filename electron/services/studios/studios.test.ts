import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../db/open-database.ts'
import { addPeople } from '../../../tests/fixtures/people.ts'
import { freshProgram, password, type TestProgram } from '../../../tests/fixtures/program.ts'
import { aStudio, otherSchool, ownSchool, studioFacts } from '../../../tests/fixtures/studios.ts'
import { dataFolderLayout } from '../../boot/data-folder-layout.ts'
import type { MemberRole } from '../../../shared/domain/studios/studio-words.ts'
import { must } from '../../../shared/must.ts'

let test: TestProgram
beforeEach(async () => {
  test = await freshProgram()
})
afterEach(() => test.close())

const members = (ids: readonly string[], role: MemberRole = 'member') => ids.map((personId) => ({ personId, role }))
const people = (count: number, schoolName: string | null, from = 1) =>
  addPeople(test, Array.from({ length: count }, (_, at) => ({ name: `组员${from + at}`, schoolName, subject: '语文' })))
const add = (studioId: string, ids: readonly string[], more: { fromOn?: string; exceptionReason?: string | null; role?: MemberRole } = {}) =>
  test.admin.call('studios.addMembers', {
    studioId, people: members(ids, more.role), fromOn: more.fromOn ?? '2026-09-01', exceptionReason: more.exceptionReason ?? null,
  })

describe('a studio', () => {
  it('is set up with its first cycle and its host in one go', async () => {
    const { id } = await aStudio(test)
    const studio = await test.admin.call('studios.get', { id })
    expect(studio).toMatchObject({
      name: '陈思远名师工作室', hosts: ['陈思远'], people: 1, levelName: '县级', schemeTitle: '县级名师工作室（双向选择，本校教师不超过一半）',
      cycle: { ordinal: 1, startsOn: '2026-09-01', endsOn: '2029-08-31' },
    })
    expect(studio.limits.find(({ rule }) => rule === '004-04/r02')).toMatchObject({ state: 'under', message: '成员 0 人，规定 7 人，还差 7 人' })
  })

  it('is not half set up when its host cannot be taken in', async () => {
    await test.admin.refused('studios.create', {
      facts: studioFacts(), cycle: { startsOn: '2026-09-01', endsOn: '2029-08-31' }, hostPersonId: 'nobody', exceptionReason: null,
    })
    expect((await test.admin.call('studios.list', {})).rows).toEqual([])
  })

  it('that has not begun is shown as it will be on its first day', async () => {
    const { id } = await aStudio(test, {}, { cycle: { startsOn: '2026-10-08', endsOn: '2029-10-07' } })
    expect(await test.admin.call('studios.get', { id })).toMatchObject({ asOf: '2026-10-08', people: 1, hosts: ['陈思远'], memberships: [{ state: 'coming' }] })
  })

  it('opened by two people at once is not overwritten by the slower one', async () => {
    const { id } = await aStudio(test)
    await test.admin.call('studios.save', { id, revision: 1, facts: studioFacts({ subject: '数学' }) })
    expect(await test.admin.refused('studios.save', { id, revision: 1, facts: studioFacts() })).toMatchObject({ kind: 'conflict', code: 'studios.changedMeanwhile' })
    expect(await test.admin.call('studios.get', { id })).toMatchObject({ subject: '数学', revision: 2 })
  })

  it('does not share its name, nor follow a scheme that is not there', async () => {
    await aStudio(test)
    expect(await test.admin.refused('studios.create', {
      facts: studioFacts(), cycle: { startsOn: '2026-09-01', endsOn: '2029-08-31' }, hostPersonId: null, exceptionReason: null,
    })).toMatchObject({ code: 'studios.nameTaken', places: [{ field: 'name' }] })
    expect(await test.admin.refused('studios.create', {
      facts: studioFacts({ name: '另一个', schemeCode: '999' }), cycle: { startsOn: '2026-09-01', endsOn: '2029-08-31' }, hostPersonId: null, exceptionReason: null,
    })).toMatchObject({ code: 'schemes.none' })
  })

  it('goes to the recycle bin with a reason, takes no more members there, and comes back whole', async () => {
    const { id } = await aStudio(test)
    await test.admin.call('studios.remove', { id, revision: 1, reason: '重复建立' })
    expect(await test.admin.call('studios.list', {})).toEqual({ rows: [], inBin: 1 })
    expect((await test.admin.call('studios.list', { removed: true })).rows).toMatchObject([{ id, removedReason: '重复建立' }])
    expect((await test.admin.refused('studios.addMembers', { studioId: id, people: members(people(1, otherSchool)), fromOn: '2026-09-01', exceptionReason: null })).code)
      .toBe('studios.removed')
    await test.admin.call('studios.bringBack', { id })
    expect((await test.admin.call('studios.list', {})).rows).toMatchObject([{ id, people: 1, removedAt: null }])
  })

  it('lives one cycle at a time, numbered as they follow one another', async () => {
    const { id } = await aStudio(test)
    expect((await test.admin.refused('studios.saveCycle', { studioId: id, id: null, startsOn: '2029-08-31', endsOn: '2032-08-30' })).code).toBe('studios.cyclesOverlap')
    expect((await test.admin.refused('studios.saveCycle', { studioId: id, id: null, startsOn: '2029-09-01', endsOn: '2029-08-31' })).code).toBe('studios.cycleDays')
    const earlier = await test.admin.call('studios.saveCycle', { studioId: id, id: null, startsOn: '2023-09-01', endsOn: '2026-08-31' })
    expect(earlier.ordinal).toBe(1)
    const { cycles, cycle } = await test.admin.call('studios.get', { id })
    expect(cycles.map(({ ordinal, startsOn }) => `${ordinal} ${startsOn}`)).toEqual(['1 2023-09-01', '2 2026-09-01'])
    expect(cycle?.startsOn).toBe('2026-09-01')
    await test.admin.call('studios.removeCycle', { studioId: id, id: earlier.id })
    const [last] = (await test.admin.call('studios.get', { id })).cycles
    expect(last?.ordinal).toBe(1)
    expect((await test.admin.refused('studios.removeCycle', { studioId: id, id: last?.id ?? '' })).code).toBe('studios.lastCycle')
  })
})

describe('the limits of the scheme', () => {
  it('are shown as they are met: four of eight from the own school is as far as it goes', async () => {
    const { id } = await aStudio(test)
    await add(id, people(3, ownSchool))
    await add(id, people(4, otherSchool, 4))
    const { limits, people: all, composition } = await test.admin.call('studios.get', { id })
    expect(limits.find(({ rule }) => rule === '004-04/l01')).toEqual({ rule: '004-04/l01', state: 'near', strength: 'hard', message: '本校 4 人 / 共 8 人，上限 4 人' })
    expect(all).toBe(8)
    expect(composition).toEqual([{ role: 'host', name: '主持人', count: 1 }, { role: 'member', name: '成员', count: 7 }])
  })

  it('let nobody in beyond them without a reason, and say before saving what would be overstepped', async () => {
    const { id } = await aStudio(test)
    const own = people(4, ownSchool)
    const preview = await test.admin.call('studios.previewMembers', { studioId: id, people: members(own), fromOn: '2026-09-01' })
    expect(preview.overstepped).toEqual(['本校 5 人 / 共 5 人（满员 8 人），上限 4 人，超出 1 人'])
    const refusal = await test.admin.refused('studios.addMembers', { studioId: id, people: members(own), fromOn: '2026-09-01', exceptionReason: null })
    expect(refusal).toMatchObject({ code: 'studios.limitOverstepped', kind: 'precondition', places: [{ field: 'exceptionReason' }] })
    expect((await test.admin.call('studios.get', { id })).people).toBe(1)
  })

  it('overstepped with a reason are shown as such, and the reason stands only with who oversteps them', async () => {
    const { id } = await aStudio(test)
    await add(id, people(4, ownSchool), { exceptionReason: '教育局 9 月 1 日同意' })
    const studio = await test.admin.call('studios.get', { id })
    expect(studio.memberships.map(({ personName, exceptionReason }) => [personName, exceptionReason])).toEqual([
      ['陈思远', null], ['组员1', null], ['组员2', null], ['组员3', null], ['组员4', '教育局 9 月 1 日同意'],
    ])
    expect(studio.limits.find(({ rule }) => rule === '004-04/l01')?.state).toBe('excepted')
    expect(studio.limit?.state).toBe('excepted')
  })

  it('ask for no second reason when somebody comes in who does not make it worse', async () => {
    const { id } = await aStudio(test)
    await add(id, people(4, ownSchool), { exceptionReason: '教育局同意' })
    const preview = await test.admin.call('studios.previewMembers', { studioId: id, people: members(people(1, otherSchool, 9)), fromOn: '2026-09-01' })
    expect(preview.overstepped).toEqual([])
  })

  it('are looked at on later days too, when somebody has been entered in advance', async () => {
    const { id } = await aStudio(test)
    await add(id, people(3, ownSchool), { fromOn: '2027-03-01' })
    const preview = await test.admin.call('studios.previewMembers', { studioId: id, people: members(people(1, ownSchool, 9)), fromOn: '2026-10-01' })
    expect(preview.overstepped).toEqual(['自 2027年3月1日起，本校 5 人 / 共 5 人（满员 8 人），上限 4 人，超出 1 人'])
  })

  it('that are soft warn and let pass', async () => {
    const { id } = await aStudio(test, { schemeCode: '004-03', level: 'school', name: '语文工作室' })
    const eight = members(people(8, ownSchool))
    const preview = await test.admin.call('studios.previewMembers', { studioId: id, people: eight, fromOn: '2026-09-01' })
    expect(preview).toMatchObject({ overstepped: [], warnings: ['成员 8 人，规定 6 人左右，多 1 人'] })
    await test.admin.call('studios.addMembers', { studioId: id, people: eight, fromOn: '2026-09-01', exceptionReason: null })
    expect((await test.admin.call('studios.get', { id })).limit).toMatchObject({ state: 'over', strength: 'soft' })
  })

  it('follow the school’s own reading of an unclear place', async () => {
    const { id } = await aStudio(test)
    await add(id, people(3, ownSchool))
    await add(id, people(4, otherSchool, 4))
    const share = async () => (await test.admin.call('studios.get', { id })).limits.find(({ rule }) => rule === '004-04/l01')?.message
    expect(await share()).toBe('本校 4 人 / 共 8 人，上限 4 人')
    await test.admin.call('schemes.choose', { code: '004-04', version: '1', key: 'ownSchoolBase', value: 'members' })
    expect(await share()).toBe('本校 3 人 / 共 7 人，上限 3 人')
  })

  it('can be asked about before the studio is there', async () => {
    const [host] = addPeople(test, [{ name: '许一帆', schoolName: ownSchool, subject: '数学' }])
    const { kind, subject, hostSchool, schemeCode, schemeVersion } = studioFacts()
    const preview = await test.admin.call('studios.previewMembers', {
      studioId: null, draft: { kind, subject, hostSchool, schemeCode, schemeVersion }, people: members([must(host, 'added')], 'host'), fromOn: '2026-09-01',
    })
    expect(preview.overstepped).toEqual(['来自县内同一学科的校级、县级骨干教师：1 人的学科不是语文，请核对'])
  })
})

describe('a membership', () => {
  it('is ended once, with its last day and why, and then changes no more', async () => {
    const { id } = await aStudio(test)
    await add(id, people(2, otherSchool))
    const ids = (await test.admin.call('studios.get', { id })).memberships.filter(({ role }) => role === 'member').map(({ membershipId }) => membershipId)
    expect(await test.admin.call('studios.endMemberships', { studioId: id, membershipIds: ids, toOn: '2026-09-02', reason: '调离' })).toEqual({ ended: 2 })
    const after = await test.admin.call('studios.get', { id })
    expect(after.memberships.filter(({ state }) => state === 'former')).toMatchObject([{ toOn: '2026-09-02', endReason: '调离' }, { toOn: '2026-09-02' }])
    expect(after.people).toBe(1)
    expect((await test.admin.refused('studios.endMemberships', { studioId: id, membershipIds: ids, toOn: '2026-12-31', reason: '改期' })).code).toBe('studios.ended')
  })

  it('does not end before it began', async () => {
    const { id } = await aStudio(test)
    const [host] = (await test.admin.call('studios.get', { id })).memberships
    expect(await test.admin.refused('studios.endMemberships', { studioId: id, membershipIds: [host?.membershipId ?? ''], toOn: '2026-08-31', reason: '退出' }))
      .toMatchObject({ code: 'studios.endsBeforeStart', places: [{ field: 'toOn' }] })
  })

  it('entered by mistake is voided, stays to be seen and counts nowhere', async () => {
    const { id } = await aStudio(test)
    await add(id, people(1, otherSchool))
    const member = must((await test.admin.call('studios.get', { id })).memberships.find(({ role }) => role === 'member'), 'just added')
    await test.admin.call('studios.voidMembership', { studioId: id, membershipId: member.membershipId, reason: '选错人' })
    const after = await test.admin.call('studios.get', { id })
    expect(after.people).toBe(1)
    expect(after.memberships.find(({ state }) => state === 'voided')).toMatchObject({ personName: '组员1', voidReason: '选错人' })
    await add(id, [member.personId])
    expect((await test.admin.call('studios.get', { id })).people).toBe(2)
  })

  it('is one at a time: nobody is in a studio twice on one day', async () => {
    const { id, host } = await aStudio(test)
    expect(await test.admin.refused('studios.addMembers', { studioId: id, people: members([host]), fromOn: '2026-10-01', exceptionReason: null }))
      .toMatchObject({ code: 'studios.alreadyIn', message: expect.stringContaining('陈思远 已在这个工作室（主持人') })
    const [one = ''] = people(1, otherSchool)
    expect((await test.admin.refused('studios.addMembers', { studioId: id, people: members([one, one]), fromOn: '2026-10-01', exceptionReason: null })).code).toBe('studios.twice')
    expect((await test.admin.call('studios.get', { id })).people).toBe(1)
  })

  it('in a second studio is allowed and said', async () => {
    const first = await aStudio(test)
    const second = await aStudio(test, { name: '许一帆名师工作室' }, { hostName: '许一帆' })
    const [shared = ''] = people(1, otherSchool)
    await add(first.id, [shared])
    const preview = await test.admin.call('studios.previewMembers', { studioId: second.id, people: members([shared]), fromOn: '2026-09-01' })
    expect(preview).toMatchObject({ overstepped: [], warnings: ['组员1 同时在「陈思远名师工作室」'] })
  })

  it('is not rewritten behind the program’s back', async () => {
    await aStudio(test)
    const opened = openDatabase(dataFolderLayout(test.folder).database)
    try {
      expect(() => opened.sqlite.prepare("UPDATE membership SET role = 'member'").run()).toThrow('append_only:membership')
      expect(() => opened.sqlite.prepare('DELETE FROM membership').run()).toThrow('append_only:membership')
    } finally {
      opened.close()
    }
  })

  it('leaves who did what in the history of the studio', async () => {
    const { id } = await aStudio(test)
    await add(id, people(2, otherSchool))
    const { rows } = await test.admin.call('audit.ofRecord', { kind: 'studio', id })
    expect(rows.map(({ summary }) => summary)).toEqual(['「陈思远名师工作室」加入 2 人：组员1、组员2', '新建工作室「陈思远名师工作室」'])
  })
})

describe('accounts of hosts and members', () => {
  it('see the studios in which they are, and no others', async () => {
    const own = await aStudio(test)
    const other = await aStudio(test, { name: '许一帆名师工作室' }, { hostName: '许一帆' })
    const [memberId = ''] = people(1, otherSchool)
    await add(own.id, [memberId])
    for (const [role, personId] of [['host', own.host], ['member', memberId]] as const) {
      const caller = await test.as(role, personId)
      expect((await caller.call('studios.list', {})).rows.map(({ id }) => id)).toEqual([own.id])
      await caller.call('studios.get', { id: own.id })
      expect((await caller.refused('studios.get', { id: other.id })).code).toBe('studios.notYours')
      expect((await caller.refused('studios.get', { id: 'no-such-studio' })).code).toBe('studios.notYours')
      expect((await caller.refused('studios.save', { id: own.id, revision: 1, facts: studioFacts() })).code).toBe('accounts.notAllowed')
    }
  })

  it('see nothing once their membership has ended, been voided, or the studio lies in the recycle bin', async () => {
    const { id, host } = await aStudio(test)
    const caller = await test.as('host', host)
    const seen = async () => (await caller.call('studios.list', {})).rows.length
    await test.admin.call('studios.remove', { id, revision: 1, reason: '试建' })
    expect(await seen()).toBe(0)
    await test.admin.call('studios.bringBack', { id })
    expect(await seen()).toBe(1)
    const [membership] = (await test.admin.call('studios.get', { id })).memberships
    await test.admin.call('studios.endMemberships', { studioId: id, membershipIds: [membership?.membershipId ?? ''], toOn: '2026-09-03', reason: '退出' })
    expect(await seen()).toBe(1)
    test.clock.forward({ days: 1 })
    await caller.call('accounts.unlock', { password })
    expect(await seen()).toBe(0)
  })
})
