import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addPeople } from '../../../tests/fixtures/people.ts'
import { freshProgram, password, TestClock, type TestProgram } from '../../../tests/fixtures/program.ts'
import { aDraft, aStricterScheme, putInForce } from '../../../tests/fixtures/schemes.ts'
import { withFile } from '../../../tests/fixtures/studio-of-six.ts'
import { aStudio, otherSchool, ownSchool, studioFacts } from '../../../tests/fixtures/studios.ts'
import { schemeKeyOn } from './studio-schemes-service.ts'

let test: TestProgram
beforeEach(async () => {
  test = await freshProgram({ clock: new TestClock('2026-10-08T02:00:00.000Z') })
})
afterEach(() => test.close())

/** A county studio of the host, three from the host's school and four from another: half of all, which the preset allows. */
async function fullStudio(): Promise<string> {
  const { id } = await aStudio(test)
  const ids = addPeople(test, [1, 2, 3, 4, 5, 6, 7].map((n) => ({ name: `成员${n}`, schoolName: n <= 3 ? ownSchool : otherSchool, subject: '语文', professionalTitle: '一级教师' })))
  await test.admin.call('studios.addMembers', { studioId: id, people: ids.map((personId) => ({ personId, role: 'member' })), fromOn: '2026-09-01', exceptionReason: null })
  return id
}
const get = (id: string) => test.admin.call('studios.get', { id })

describe('a running studio', () => {
  it('is shown beforehand what another scheme breaks, and nothing is written by looking', async () => {
    const id = await fullStudio()
    const { code, version } = await aStricterScheme(test)
    const preview = await test.admin.call('studios.previewScheme', { id, schemeCode: code, schemeVersion: version })
    expect(preview.limits.filter(({ turn }) => turn === 'broken')).toMatchObject([{ strength: 'hard', message: expect.stringContaining('本校') }])
    expect(preview).toMatchObject({ duties: [], money: [], obstacles: [], earliestOn: '2026-09-01' })
    expect(await get(id)).toMatchObject({ schemeCode: '004-04', schemes: [{ schemeCode: '004-04', fromOn: null }] })
  })

  it('is moved from a day on with its reason, and its past stays what it was', async () => {
    const id = await fullStudio()
    const { code, version } = await aStricterScheme(test)
    const { revision } = await get(id)
    await test.admin.call('studios.moveScheme', { id, revision, schemeCode: code, schemeVersion: version, fromOn: '2026-10-01', reason: '县局 2026 年第 12 号文' })
    const moved = await get(id)
    expect(moved).toMatchObject({ schemeCode: code, limit: { state: 'over' }, schemes: [{ schemeCode: '004-04', fromOn: null }, { schemeCode: code, fromOn: '2026-10-01', reason: '县局 2026 年第 12 号文' }] })
    withFile(test, ({ db }) => {
      expect(schemeKeyOn(db, moved, '2026-09-30')).toEqual({ schemeCode: '004-04', schemeVersion: '1' })
      expect(schemeKeyOn(db, moved, '2026-10-01')).toEqual({ schemeCode: code, schemeVersion: version })
    })
    const { rows } = await test.admin.call('audit.ofRecord', { kind: 'studio', id })
    expect(rows[0]?.summary).toBe('「陈思远名师工作室」自 2026-10-01 起按规程「云溪县名师工作室规程」第 1 版')
  })

  it('keeps its version when a newer one comes into force', async () => {
    const own = await aStricterScheme(test)
    const { id } = await aStudio(test, { schemeCode: own.code, schemeVersion: own.version })
    await putInForce(test.admin, await aDraft(test.admin, { ...own, as: 'newVersion', title: '第二版' }))
    expect(await get(id)).toMatchObject({ schemeVersion: '1', schemeTitle: '云溪县名师工作室规程' })
  })

  it('is not moved to the day before it began, to where it is, or by an old window', async () => {
    const id = await fullStudio()
    const { code, version } = await aStricterScheme(test)
    const { revision } = await get(id)
    const move = (changes: object) => test.admin.refused('studios.moveScheme', { id, revision, schemeCode: code, schemeVersion: version, fromOn: '2026-10-01', reason: '来文', ...changes })
    expect(await move({ fromOn: '2026-08-31' })).toMatchObject({ code: 'studios.schemeDay', places: [{ field: 'fromOn' }] })
    expect((await move({ schemeCode: '004-04' })).code).toBe('studios.sameScheme')
    expect((await move({ revision: revision + 1 })).code).toBe('studios.changedMeanwhile')
    expect((await move({ schemeCode: '999' })).code).toBe('schemes.none')
    expect(await get(id)).toMatchObject({ revision, schemeCode: '004-04' })
  })

  it('cannot be moved by its basic facts, where nobody would see what changes', async () => {
    const { id } = await aStudio(test)
    expect((await test.admin.refused('studios.save', { id, revision: 1, facts: studioFacts({ schemeCode: '004-03' }) })).code).toBe('studios.schemeByMove')
  })

  it('of another’s keeping is not moved by a host', async () => {
    const { id } = await aStudio(test)
    const host = await test.as('host')
    expect((await host.refused('studios.previewScheme', { id, schemeCode: '002', schemeVersion: '1' })).code).toBe('accounts.notAllowed')
  })
})

describe('a move to a day to come', () => {
  const plan = async () => {
    const id = await fullStudio()
    const { code, version } = await aStricterScheme(test)
    const { revision } = await get(id)
    await test.admin.call('studios.moveScheme', { id, revision, schemeCode: code, schemeVersion: version, fromOn: '2027-03-01', reason: '县局 2026 年第 12 号文' })
    return { id, code, version }
  }
  const goTo = async (day: string) => {
    test.clock.goTo(day)
    await test.admin.call('accounts.unlock', { password })
  }

  it('is shown as planned and changes nothing before its day', async () => {
    const { id, code } = await plan()
    expect(await get(id)).toMatchObject({ schemeCode: '004-04', schemes: [{ schemeCode: '004-04', toWithdraw: null }, { schemeCode: code, fromOn: '2027-03-01', toWithdraw: expect.any(String) }] })
    await goTo('2027-02-28')
    expect(await get(id)).toMatchObject({ schemeCode: '004-04' })
  })

  it('takes effect by itself on its day, in whatever call comes first, and the log says so', async () => {
    const { id, code } = await plan()
    await goTo('2027-03-01')
    expect((await test.admin.call('studios.list', {})).rows.find((row) => row.id === id)).toMatchObject({ schemeCode: code, limit: { state: 'over' } })
    expect((await get(id)).schemes.at(-1)).toMatchObject({ schemeCode: code, toWithdraw: null })
    const { rows } = await test.admin.call('audit.ofRecord', { kind: 'studio', id })
    expect(rows[0]).toMatchObject({ actorName: '程序', summary: '「陈思远名师工作室」按原定日期改用规程「云溪县名师工作室规程」第 1 版' })
    expect(rows.filter(({ actorName }) => actorName === '程序')).toHaveLength(1)
  })

  it('can be withdrawn before its day with a reason, and then never takes effect', async () => {
    const { id } = await plan()
    const changeId = (await get(id)).schemes.at(-1)?.toWithdraw ?? ''
    await test.admin.call('studios.withdrawMove', { id, changeId, reason: '县局收回来文' })
    expect((await get(id)).schemes).toMatchObject([{ schemeCode: '004-04' }])
    await goTo('2027-03-02')
    expect(await get(id)).toMatchObject({ schemeCode: '004-04' })
    withFile(test, ({ sqlite }) => expect(sqlite.prepare('SELECT withdraw_reason AS reason FROM studio_scheme_change').all()).toEqual([{ reason: '县局收回来文' }]))
  })

  it('is not withdrawn any more once it has taken effect', async () => {
    const { id } = await plan()
    const changeId = (await get(id)).schemes.at(-1)?.toWithdraw ?? ''
    await goTo('2027-03-01')
    expect((await test.admin.refused('studios.withdrawMove', { id, changeId, reason: '晚了' })).code).toBe('studios.moveNotPlanned')
  })

  it('stands in the way of another move until it is withdrawn', async () => {
    const { id } = await plan()
    expect(await test.admin.refused('studios.previewScheme', { id, schemeCode: '000-4', schemeVersion: '1' })).toMatchObject({ code: 'studios.movePlanned', message: expect.stringContaining('2027年3月1日') })
  })

  it('says beforehand from when each part follows the new scheme', async () => {
    const id = await fullStudio()
    const { code, version } = await aStricterScheme(test)
    const effects = async (fromOn: string) => (await test.admin.call('studios.previewScheme', { id, schemeCode: code, schemeVersion: version, fromOn })).effects
    expect(await effects('2027-03-01')).toContain('到2027年3月1日自动生效；在那以前仍按现在的规程，也可以撤回')
    expect(await effects('2026-10-01')).toContain('每学年的要求：2026—2027学年已经开始，这学年仍按原规程，下一学年起按新规程')
  })

  it('judges whoever is taken in from that day on by the scheme of that day', async () => {
    const { id } = await aStudio(test)
    const { code, version } = await aStricterScheme(test)
    const { revision } = await get(id)
    await test.admin.call('studios.moveScheme', { id, revision, schemeCode: code, schemeVersion: version, fromOn: '2027-03-01', reason: '来文' })
    const people = addPeople(test, [1, 2, 3].map((n) => ({ name: `本校${n}`, schoolName: ownSchool, subject: '语文' }))).map((personId) => ({ personId, role: 'member' as const }))
    const overstepped = async (fromOn: string) => (await test.admin.call('studios.previewMembers', { studioId: id, people, fromOn })).overstepped.filter((each) => each.includes('本校'))
    expect(await overstepped('2026-10-10')).toEqual([])
    expect(await overstepped('2027-03-01')).toHaveLength(1)
  })
})
