import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SettingValue } from '../../../shared/domain/schemes/scheme-fragments.ts'
import { must } from '../../../shared/must.ts'
import { freshProgram, TestClock, type TestProgram } from '../../../tests/fixtures/program.ts'
import { aDraft, putInForce } from '../../../tests/fixtures/schemes.ts'
import { aPerson, aStudioOfSix, type StudioOfSix } from '../../../tests/fixtures/studio-of-six.ts'

const termKey = '2026-1'
/** 上公开课, one a member and term. */
const openLesson = '004-03/d13'
let test: TestProgram
let studio: StudioOfSix
let column: string
beforeEach(async () => {
  test = await freshProgram({ clock: new TestClock('2026-12-01T02:00:00.000Z') })
  studio = aStudioOfSix(test)
  await test.admin.call('studios.saveCycle', { studioId: studio.studioId, id: null, startsOn: '2026-08-31', endsOn: '2029-08-30' })
  const late = aPerson(test, '秦望舒')
  await test.admin.call('studios.addMembers', { studioId: studio.studioId, people: [{ personId: late, role: 'member' }], fromOn: '2026-11-20', exceptionReason: '校务会同意' })
  column = `person:${late}`
})
afterEach(() => test.close())

const choose = (key: string, value: SettingValue) => test.admin.call('schemes.choose', { code: '004-03', version: '1', key, value })
const explain = (ref = openLesson, whose = column) => test.admin.call('duties.explain', { studioId: studio.studioId, termKey, ref, column: whose })
const needed = async () => {
  const { rows } = await test.admin.call('duties.matrix', { studioId: studio.studioId, termKey })
  return must(rows.find(({ ref }) => ref === openLesson)?.cells.find((cell) => cell.column === column), 'the member has the duty').needed
}

describe('what the school chooses where its scheme is silent', () => {
  it('moves what is asked of somebody who joins in the middle of a term', async () => {
    expect(await needed()).toBe(0)
    await choose('midTermJoiner', 'full')
    expect(await needed()).toBe(1)
    await choose('midTermJoiner', 'proRata')
    expect(await needed()).toBe(0)
    await choose('proRataRounding', 'up')
    expect(await needed()).toBe(1)
  })

  it('stands in the explanation of the duties that depend on it, and says who decided it', async () => {
    await choose('midTermJoiner', 'proRata')
    const { readings } = await explain()
    expect(readings).toMatchObject({ schemeCode: '004-03', schemeVersion: '1' })
    expect(readings.settings.map(({ key, answer, decidedBy }) => [key, answer, decidedBy])).toEqual([
      ['midTermJoiner', '按在任天数折算', 'school'],
      ['proRataRounding', '四舍五入', 'program'],
      ['memberDutyRoles', '成员、核心成员，和规程计入成员人数的人', 'program'],
      ['holidayRecords', '算刚结束的那个学期', 'program'],
    ])
  })

  it('is told of nobody whose figures it does not touch', async () => {
    const keys = (await explain(openLesson, `person:${must(studio.people[1], 'six').personId}`)).readings.settings.map(({ key }) => key)
    expect(keys).toEqual(['memberDutyRoles', 'holidayRecords'])
  })

  it('is offered with our usual reading first, and refused where it is none of those offered', async () => {
    const { settings } = await test.admin.call('schemes.get', { code: '004-03', version: '1' })
    expect(settings.find(({ key }) => key === 'partialPeriod')).toMatchObject({ topic: 'duties', value: 'proRata', options: [{ value: 'proRata' }, { value: 'full' }, { value: 'notAsked' }] })
    expect((await test.admin.refused('schemes.choose', { code: '004-03', version: '1', key: 'joinerGraceDays', value: 17 })).code).toBe('schemes.badSetting')
  })

  it('stands in the log as a question with its answer', async () => {
    await choose('partialPeriod', 'full')
    const { rows } = await test.admin.call('audit.list', { about: 'changes' })
    expect(rows[0]?.changes).toMatchObject([{ kind: 'setting', after: { '学期、学年只有一部分在工作室周期里，要求多少？': '按全额要求' } }])
  })

  it('goes on to hold in the scheme that is copied from it', async () => {
    await choose('partialPeriod', 'full')
    const { code, version } = await putInForce(test.admin, await aDraft(test.admin, { code: '004-03' }))
    const { settings } = await test.admin.call('schemes.get', { code, version })
    expect(settings.find(({ key }) => key === 'partialPeriod')?.value).toBe('full')
  })
})
