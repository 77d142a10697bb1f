import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { must } from '../../../shared/must.ts'
import { addPeople } from '../../../tests/fixtures/people.ts'
import { freshProgram, type TestProgram } from '../../../tests/fixtures/program.ts'
import { aStudio, otherSchool } from '../../../tests/fixtures/studios.ts'

let test: TestProgram
let studioId: string
beforeEach(async () => {
  test = await freshProgram()
  // Members of the district's studios are not over 40, exceptionally 45, and have taught for five years.
  studioId = (await aStudio(test, { schemeCode: '000-2', level: 'district' })).id
})
afterEach(() => test.close())

const aTeacher = (facts: object = {}) => must(addPeople(test, [{ name: '何雨禾', schoolName: otherSchool, subject: '语文', bornOn: '1990-05', teachingSince: '2012-08', honours: '区级教学能手', ...facts }])[0], 'one was added')
const ask = (personId: string) => ({ studioId, people: [{ personId, role: 'member' as const }], fromOn: '2026-09-01' })
const preview = (personId: string) => test.admin.call('studios.previewMembers', ask(personId))
const states = async (personId: string) => (await preview(personId)).eligibility[0]?.criteria.map(({ state }) => state) ?? []

describe('what the scheme asks of whoever joins', () => {
  it('is shown criterion by criterion, what is met too, with the day on which years are counted', async () => {
    const shown = await preview(aTeacher())
    expect(shown.countedOn).toBe('2026-09-01')
    expect(shown.eligibility).toMatchObject([{ personName: '何雨禾' }])
    expect(shown.eligibility[0]?.criteria).toEqual(expect.arrayContaining([
      expect.objectContaining({ state: 'met', message: '36 周岁，规定不超过 40 周岁' }), expect.objectContaining({ state: 'met', message: '教龄 14 年，规定满 5 年' }),
      expect.objectContaining({ state: 'met', message: '荣誉「区级教学能手」' }),
    ]))
    expect(shown.overstepped).toEqual([])
  })

  it('is overstepped by the exceptional age only with a reason, which is kept', async () => {
    const older = aTeacher({ bornOn: '1983-03-10' })
    const { overstepped } = await preview(older)
    expect(overstepped).toEqual([expect.stringMatching(/^何雨禾 43 周岁，规定不超过 40 周岁；.*可放宽到 45 周岁，须写明理由$/)])
    expect((await test.admin.refused('studios.addMembers', { ...ask(older), exceptionReason: null })).code).toBe('studios.limitOverstepped')
    await test.admin.call('studios.addMembers', { ...ask(older), exceptionReason: '省级课题主持人，区教育局同意' })
    const { memberships } = await test.admin.call('studios.get', { id: studioId })
    expect(memberships.find(({ personName }) => personName === '何雨禾')?.exceptionReason).toBe('省级课题主持人，区教育局同意')
  })

  it('counts ages on the day that the school has chosen', async () => {
    const born = aTeacher({ bornOn: '1985-11-20' })
    expect((await preview(born)).eligibility[0]?.criteria.find(({ message }) => message.includes('周岁'))).toMatchObject({ state: 'met', message: '40 周岁，规定不超过 40 周岁' })
    await test.admin.call('schemes.choose', { code: '000-2', version: '1', key: 'ageDay', value: 'yearEnd' })
    const shown = await preview(born)
    expect(shown.countedOn).toBe('2026-12-31')
    expect(shown.eligibility[0]?.criteria.find(({ message }) => message.includes('周岁'))).toMatchObject({ state: 'exceptional' })
  })

  it('is not known where the record is silent, until that is filled in on the spot', async () => {
    const silent = aTeacher({ bornOn: null })
    const asked = async () => (await preview(silent)).eligibility[0]?.criteria.filter(({ missing }) => missing !== null).map(({ message, missing }) => [message, missing])
    expect(await asked()).toEqual([['没有填出生日期，无法核对年龄', 'bornOn']])
    const before = await states(silent)
    await test.admin.call('people.fill', { id: silent, field: 'bornOn', value: ' 1990-05 ' })
    expect(await asked()).toEqual([])
    expect(await states(silent)).not.toEqual(before)
    const { bornOn, revision } = await test.admin.call('people.get', { id: silent })
    expect([bornOn, revision]).toEqual(['1990-05', 2])
    expect((await test.admin.call('audit.ofRecord', { kind: 'person', id: silent })).rows[0]?.summary).toBe('补填「何雨禾」的出生日期')
  })
})

describe('what somebody has done before', () => {
  const paper = (personId: string, title: string, more: object = {}) => test.admin.call('outcomes.save', {
    id: null, revision: null, as: 'submitted', facts: {
      kind: 'paper', title, onDay: '2025-04-02', untilDay: null, forPeriod: null, studioId: null, levelKey: 'city', characters: null, quantity: 1, metricKey: null,
      people: [{ personId, part: 'author', place: 1 }], details: { result: 'published', journalClass: 'regular' }, ...more,
    },
  })
  const aboutPapers = async (personId: string) => (await preview(personId)).eligibility[0]?.criteria.find(({ message }) => message.includes('论文'))

  it('answers the criteria for papers, projects and lessons, and what is missing may be recorded', async () => {
    const id = aTeacher()
    expect(await aboutPapers(id)).toMatchObject({ state: 'unknown', message: '发表在公开刊物的论文已登记 0 篇，规定 1 篇', records: [], add: { kind: 'paper' } })
    const { id: written } = await paper(id, '作文面批的三个台阶', { details: { result: 'written' } })
    const { id: published } = await paper(id, '整本书阅读的起步')
    expect(await aboutPapers(id)).toMatchObject({
      state: 'met', add: null, records: [
        { id: published, kind: 'paper', title: '整本书阅读的起步', onDay: '2025-04-02', level: '市级', why: null }, { id: written, title: '作文面批的三个台阶', why: '没有发表' },
      ],
    })
  })

  it('counts for whoever did it, not while it is a draft or in the recycle bin, and once it is confirmed where the school wants that', async () => {
    const id = aTeacher()
    const { id: outcomeId, revision } = await paper(id, '整本书阅读的起步')
    expect(await aboutPapers(aTeacher({ name: '贺兰' }))).toMatchObject({ state: 'unknown', records: [] })
    await test.admin.call('schemes.choose', { code: '000-2', version: '1', key: 'countedRecords', value: 'confirmed' })
    expect(await aboutPapers(id)).toMatchObject({ state: 'unknown', records: [{ why: '还没有确认' }] })
    const { confirmed } = await test.admin.call('outcomes.confirm', { items: [{ id: outcomeId, revision }] })
    expect(await aboutPapers(id)).toMatchObject({ state: 'met' })
    await test.admin.call('outcomes.remove', { id: outcomeId, revision: must(confirmed[0], 'one was confirmed').revision, reason: '重复' })
    expect(await aboutPapers(id)).toMatchObject({ state: 'unknown', records: [] })
  })

  it('stands in nobody’s way: who has no records is taken in without a reason', async () => {
    await test.admin.call('studios.addMembers', { ...ask(aTeacher()), exceptionReason: null })
    expect((await test.admin.call('studios.get', { id: studioId })).memberships.map(({ personName }) => personName)).toContain('何雨禾')
  })
})

describe('one missing fact of a person', () => {
  const fill = (id: string, field: 'bornOn' | 'homeroomYears' | 'teachingSince', value: string) => test.admin.refused('people.fill', { id, field, value })

  it('is read as the person’s own form reads it', async () => {
    const id = aTeacher({ bornOn: null, teachingSince: null })
    expect(await fill(id, 'bornOn', '九〇年')).toMatchObject({ code: 'people.wrong', places: [{ field: 'value' }] })
    expect((await fill(id, 'homeroomYears', '多年')).code).toBe('people.wrong')
    await test.admin.call('people.fill', { id, field: 'homeroomYears', value: '6.5' })
    await test.admin.call('people.fill', { id, field: 'bornOn', value: '1990-05' })
    expect((await fill(id, 'teachingSince', '1980')).message).toContain('早于出生日期')
    expect(await test.admin.call('people.get', { id })).toMatchObject({ homeroomYears: 6.5, bornOn: '1990-05', teachingSince: null })
  })

  it('is never written over what stands there, nor by somebody who may not', async () => {
    const id = aTeacher()
    expect(await fill(id, 'bornOn', '1991-01')).toMatchObject({ code: 'people.filledMeanwhile', kind: 'conflict' })
    const leader = await test.as('leader')
    expect((await leader.refused('people.fill', { id, field: 'homeroomYears', value: '3' })).code).toBe('accounts.notAllowed')
  })
})
