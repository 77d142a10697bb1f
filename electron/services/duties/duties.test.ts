import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ActivityFields, MarkedPerson } from '../../../shared/contract/activities.ts'
import type { InputOf } from '../../../shared/contract/routes.ts'
import { must } from '../../../shared/must.ts'
import { freshProgram, password, TestClock, type TestProgram } from '../../../tests/fixtures/program.ts'
import { aRicherScheme } from '../../../tests/fixtures/schemes.ts'
import { aMembership, aStudioOfSix, type StudioOfSix } from '../../../tests/fixtures/studio-of-six.ts'

const termKey = '2026-1'
let test: TestProgram
let studio: StudioOfSix
beforeEach(async () => {
  test = await freshProgram({ clock: new TestClock('2026-12-01T02:00:00.000Z') })
  studio = aStudioOfSix(test)
  await test.admin.call('studios.saveCycle', { studioId: studio.studioId, id: null, startsOn: '2026-08-31', endsOn: '2029-08-30' })
})
afterEach(() => test.close())

const personAt = (place: number) => must(studio.people[place], 'there are six').personId
const hold = (more: Partial<ActivityFields>, sheet: MarkedPerson[] | null = null) => test.admin.call('activities.save', {
  id: null, revision: null, sheet,
  fields: {
    studioId: studio.studioId, kind: 'openLesson', title: '公开课《春》', heldOn: '2026-10-15', startTime: null, endTime: null, place: null, level: 'school',
    chairPersonId: null, recorderPersonId: null, centralSpeaker: null, experts: null, agenda: null, minutes: [], resolutions: null, ...more,
  },
})
const matrix = (caller = test.admin) => caller.call('duties.matrix', { studioId: studio.studioId, termKey })
/** 上公开课, one a member and term. */
const openLesson = '004-03/d13'
const cellOf = async (ref: string, column: string, caller = test.admin) => {
  const { rows } = await matrix(caller)
  return rows.find((row) => row.ref === ref)?.cells.find((cell) => cell.column === column)
}
const explain = (ref: string, column: string, caller = test.admin) => caller.call('duties.explain', { studioId: studio.studioId, termKey, ref, column })

describe('the matrix of a studio', () => {
  it('has the studio and its six people, host first, and what the scheme asks of each this term', async () => {
    const { columns, rows, schemeCode } = await matrix()
    expect(schemeCode).toBe('004-03')
    expect(columns.map(({ name, roleName }) => [name, roleName])).toEqual([
      ['工作室', null], ['陶秋蓝', '首席教师'], ['江一帆', '成员'], ['何雨禾', '成员'], ['孟知遥', '成员'], ['苏映川', '成员'], ['柏青岚', '成员'],
    ])
    const row = must(rows.find(({ ref }) => ref === openLesson), 'the scheme has it')
    expect(row).toMatchObject({ title: '上公开课', who: '每位成员', per: '每学期', unit: '节' })
    expect(row.cells.map(({ needed, done, missing }) => [needed, done, missing])).toEqual([[1, 0, 1], [1, 0, 1], [1, 0, 1], [1, 0, 1], [1, 0, 1]])
  })

  it('moves when a lesson is recorded, for whoever taught it and nobody else', async () => {
    const column = `person:${personAt(1)}`
    expect(await cellOf(openLesson, column)).toMatchObject({ state: 'inProgress', done: 0 })
    await hold({ centralSpeaker: '江一帆' })
    expect(await cellOf(openLesson, column)).toMatchObject({ state: 'done', done: 1, missing: 0 })
    expect(await cellOf(openLesson, `person:${personAt(2)}`)).toMatchObject({ state: 'inProgress', done: 0 })
  })

  it('goes back when the activity is put into the recycle bin', async () => {
    const { id, revision } = await hold({ centralSpeaker: '江一帆' })
    await test.admin.call('activities.remove', { id, revision, reason: '重复登记' })
    expect(await cellOf(openLesson, `person:${personAt(1)}`)).toMatchObject({ done: 0 })
  })

  it('explains a figure by the records behind it, and why others do not count', async () => {
    await hold({ centralSpeaker: '江一帆' })
    await hold({ title: '公开课《济南的冬天》', centralSpeaker: '江一帆', heldOn: '2026-12-20' })
    const { lines, unplaced, subject } = await explain(openLesson, `person:${personAt(1)}`)
    expect(subject).toBe('江一帆')
    expect(lines.map(({ period, sentence }) => [period, sentence])).toEqual([
      ['2026—2027学年第一学期', '上公开课（2026—2027学年第一学期）：要求 1 节，已完成 1 节。'],
    ])
    expect(lines[0]?.sources).toMatchObject([{ title: '公开课《春》', on: '2026-10-15', amount: 1, why: null }])
    expect(unplaced).toMatchObject([{ title: '公开课《济南的冬天》', amount: null, why: '日期是2026年12月20日，还没有到' }])
  })

  it('after the term is over calls what is missing overdue', async () => {
    test.clock.goTo('2027-02-10')
    await test.admin.call('accounts.unlock', { password })
    expect(await cellOf(openLesson, `person:${personAt(2)}`)).toMatchObject({ state: 'overdue', missing: 1 })
  })
})

describe('a studio that was moved to another scheme in the middle of a term', () => {
  it('owes what the old one asks for that term, and what the new one asks from the next on', async () => {
    await test.admin.call('school.saveTerm', { key: '2026-2', startsOn: '2027-02-22', endsOn: '2027-07-10', teachingStartsOn: '2027-02-22', teachingEndsOn: '2027-07-03' })
    const { revision } = await test.admin.call('studios.get', { id: studio.studioId })
    await test.admin.call('studios.moveScheme', { id: studio.studioId, revision, ...(await aRicherScheme(test)), fromOn: '2026-11-15', reason: '校务会决定' })
    const column = `person:${personAt(1)}`
    expect(await cellOf(openLesson, column)).toMatchObject({ needed: 1 })
    expect((await explain(openLesson, column)).lines[0]?.basis).toEqual(['这个期间按当时的规程「校级名师工作室（语文、数学，每人每学期 300 元）」第 1 版'])
    test.clock.goTo('2027-03-01')
    await test.admin.call('accounts.unlock', { password })
    const { rows } = await test.admin.call('duties.matrix', { studioId: studio.studioId, termKey: '2026-2' })
    expect(rows.find(({ ref }) => ref === openLesson)?.cells.find((cell) => cell.column === column)).toMatchObject({ needed: 3 })
    expect(await cellOf(openLesson, column)).toMatchObject({ needed: 1, state: 'overdue' })
  })
})

describe('what people recorded', () => {
  const record = (more: Partial<InputOf<'outcomes.save'>['facts']>, rest: Partial<InputOf<'outcomes.save'>> = {}) => test.admin.call('outcomes.save', {
    id: null, revision: null, as: 'submitted', ...rest,
    facts: {
      kind: 'openLesson', title: '公开课《春》', onDay: '2026-10-15', untilDay: null, forPeriod: null, studioId: studio.studioId, levelKey: null, characters: null, quantity: 1, metricKey: null,
      people: [{ personId: personAt(1), part: 'self', place: null }], details: {}, ...more,
    },
  })

  it('counts once it is handed in, not while it is a draft', async () => {
    const column = `person:${personAt(1)}`
    const { id, revision } = await record({}, { as: 'draft' })
    expect(await cellOf(openLesson, column)).toMatchObject({ done: 0 })
    await record({}, { id, revision })
    expect(await cellOf(openLesson, column)).toMatchObject({ state: 'done', done: 1 })
    expect((await explain(openLesson, column)).lines[0]?.sources).toMatchObject([{ kind: 'outcome', id, title: '公开课《春》', amount: 1 }])
  })

  it('made out of an activity counts in its place, not beside it', async () => {
    const { id } = await hold({ centralSpeaker: '江一帆' })
    await record({}, { activityId: id })
    const column = `person:${personAt(1)}`
    expect(await cellOf(openLesson, column)).toMatchObject({ done: 1 })
    expect((await explain(openLesson, column)).lines[0]?.sources.map(({ kind }) => kind)).toEqual(['outcome'])
  })

  it('for no studio counts in the one that she belongs to', async () => {
    await record({ studioId: null, people: [{ personId: personAt(2), part: 'self', place: null }] })
    expect(await cellOf(openLesson, `person:${personAt(2)}`)).toMatchObject({ done: 1 })
  })
})

describe('what is due', () => {
  it('is listed by its day, by studio and person, and no longer once it is done', async () => {
    const due = async () => (await test.admin.call('duties.due', { studioId: null })).items.filter(({ ref }) => ref === openLesson)
    expect((await due()).map(({ subject }) => subject).toSorted()).toEqual(['江一帆', '何雨禾', '孟知遥', '苏映川', '柏青岚'].toSorted())
    await hold({ centralSpeaker: '江一帆' })
    const rest = await due()
    expect(rest.map(({ subject }) => subject).toSorted()).toEqual(['何雨禾', '孟知遥', '柏青岚', '苏映川'].toSorted())
    expect(rest[0]).toMatchObject({ studioName: '陶秋蓝语文工作室', when: 'beforeTermEnds', soft: false, missing: 1, unit: '节' })
  })

  it('never stands before what is more pressing', async () => {
    const { items } = await test.admin.call('duties.due', { studioId: studio.studioId })
    const order = ['overdue', 'thisWeek', 'beforeTermEnds', 'later', 'undated']
    const places = items.map(({ when }) => order.indexOf(when))
    expect(places.length).toBeGreaterThan(10)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('for a calendar stands by its own day each, with nothing put together and nothing lost', async () => {
    const together = (await test.admin.call('duties.due', { studioId: studio.studioId })).items
    const apart = (await test.admin.call('duties.due', { studioId: studio.studioId, apart: true })).items
    const weekly = (items: typeof apart) => items.filter(({ ref, when }) => ref === '004-03/d12' && when === 'overdue')
    expect(weekly(together)).toHaveLength(1)
    expect(weekly(apart).length).toBeGreaterThan(5)
    expect(new Set(weekly(apart).map(({ dueOn }) => dueOn)).size).toBe(weekly(apart).length)
    const missing = (items: typeof apart) => items.reduce((sum, item) => sum + item.missing, 0)
    expect(missing(apart)).toBeCloseTo(missing(together), 3)
    expect(new Set(apart.map(({ key }) => key)).size).toBe(apart.length)
  })

  it('for a calendar that is turned on also tells what begins later, up to the end of the month that is looked at', async () => {
    const { coming, today, items } = await test.admin.call('duties.due', { studioId: studio.studioId, apart: true, comingUntil: '2026-12-31' })
    expect(coming.length).toBeGreaterThan(2)
    expect(coming.every(({ dueOn }) => dueOn > today && dueOn <= '2026-12-31')).toBe(true)
    expect(new Set([...coming, ...items].map(({ key }) => key)).size).toBe(coming.length + items.length)
    expect(coming.find(({ title }) => title === '集体交流')).toMatchObject({ subject: '工作室', columns: ['studio'], amount: '1 课时' })
    expect((await test.admin.call('duties.due', { studioId: studio.studioId })).coming).toEqual([])
  })

  it('names the studio whose duties cannot be worked out, and lists the others', async () => {
    aStudioOfSix(test, { name: '没有周期的工作室', names: ['方若水'] })
    const { items, troubles } = await test.admin.call('duties.due', { studioId: null })
    expect(items.length).toBeGreaterThan(10)
    expect(troubles).toEqual(['「没有周期的工作室」还没有登记周期，请在工作室页的「周期」里添加，职责才能计算'])
    const { rows } = await test.admin.call('duties.studios', {})
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['陶秋蓝语文工作室', '没有周期的工作室'].toSorted())
  })
})

describe('what would fulfil it', () => {
  it('goes with each thing that is due: what counts for it, and for which period', async () => {
    const { items } = await test.admin.call('duties.due', { studioId: studio.studioId })
    expect(items.find(({ ref }) => ref === openLesson)?.fulfilment).toEqual({ metrics: ['openLesson'], forPeriod: `term:${termKey}`, periodIsOver: false })
    expect(items.find(({ when, fulfilment }) => when === 'overdue' && fulfilment.forPeriod?.startsWith('week:'))?.fulfilment.periodIsOver).toBe(true)
  })

  it('stands at the open lines of an explanation only', async () => {
    await hold({ centralSpeaker: '江一帆' })
    expect((await explain(openLesson, `person:${personAt(1)}`)).lines.map(({ fulfilment }) => fulfilment)).toEqual([null])
    expect((await explain(openLesson, `person:${personAt(2)}`)).lines[0]?.fulfilment?.metrics).toEqual(['openLesson'])
  })
})

describe('集体交流, asked in lessons', () => {
  const exchange = '004-03/d12'
  // As the week's line says it: the cell of the term counts no more of a week than is asked of it.
  const hoursDone = async () => (await explain(exchange, 'studio')).lines.reduce((sum, { sentence }) => sum + Number(/已完成 ([\d.]+) 课时/.exec(sentence)?.[1]), 0)

  it('counts a meeting by the length of a lesson that the school has set', async () => {
    await hold({ kind: 'regularMeeting', title: '例会', startTime: '14:00', endTime: '16:00' })
    expect(await hoursDone()).toBe(2.5)
    await test.admin.call('school.saveSettings', { lessonMinutes: 40 })
    expect(await hoursDone()).toBe(3)
    expect(await test.admin.call('school.settings', {})).toEqual({ idleMinutes: 10, lessonMinutes: 40 })
  })

  it('counts a seminar too, and nothing whose times were left out', async () => {
    await hold({ kind: 'seminar', title: '研讨', startTime: '14:00', endTime: '15:30' })
    await hold({ kind: 'regularMeeting', title: '没有写时间的例会' })
    expect(await hoursDone()).toBe(2)
  })
})

describe('the terms of the cycle side by side', () => {
  const terms = (column: string | null, caller = test.admin) => caller.call('duties.terms', { studioId: studio.studioId, termKey, column })
  const lessonIn = (of: Awaited<ReturnType<typeof terms>>) => of.rows.find(({ ref }) => ref === openLesson)?.cells.map(({ column, needed, done }) => [column, needed, done])

  it('show what everybody did in each term that has begun, and lead to whose it is', async () => {
    await test.admin.call('school.saveTerm', { key: '2026-2', startsOn: '2027-02-22', endsOn: '2027-07-10', teachingStartsOn: '2027-02-22', teachingEndsOn: '2027-07-03' })
    await hold({ centralSpeaker: '江一帆' })
    expect(lessonIn(await terms(null))).toEqual([[termKey, 5, 1]])
    test.clock.goTo('2027-03-20')
    await test.admin.call('accounts.unlock', { password })
    await hold({ centralSpeaker: '何雨禾', heldOn: '2027-03-10' })
    await hold({ centralSpeaker: '孟知遥', heldOn: '2027-03-11' })
    expect(lessonIn(await terms(null))).toEqual([[termKey, 5, 1], ['2026-2', 5, 2]])
    expect(lessonIn(await terms(`person:${personAt(2)}`))).toEqual([[termKey, 1, 0], ['2026-2', 1, 1]])
    const { subject, lines } = await explain(openLesson, 'everybody')
    expect(subject).toBe('整个工作室')
    expect(lines.map((line) => [line.subject, line.state])).toEqual([['江一帆', 'done'], ['何雨禾', 'overdue'], ['孟知遥', 'overdue'], ['苏映川', 'overdue'], ['柏青岚', 'overdue']])
  })

  it('show a member the studio’s and her own, whatever she asks for', async () => {
    const member = await test.as('member', personAt(1))
    for (const asked of [null, 'everybody', `person:${personAt(2)}`]) {
      const own = await terms(asked, member)
      expect([own.column, own.ownOnly, own.people.map(({ name }) => name)]).toEqual([`person:${personAt(1)}`, true, ['工作室', '江一帆']])
    }
    expect((await terms('studio', member)).column).toBe('studio')
    expect(await member.refused('duties.explain', { studioId: studio.studioId, termKey, ref: openLesson, column: 'everybody' })).toMatchObject({ code: 'studios.notYours' })
  })
})

describe('the duties of a person', () => {
  const ofPerson = (place: number, caller = test.admin) => caller.call('duties.ofPerson', { personId: personAt(place), termKey })

  it('stand studio by studio, with what is done of them and what would fulfil the rest', async () => {
    await hold({ centralSpeaker: '江一帆' })
    const other = aStudioOfSix(test, { name: '第二个工作室', names: ['方若水'] })
    await test.admin.call('studios.saveCycle', { studioId: other.studioId, id: null, startsOn: '2026-08-31', endsOn: '2029-08-30' })
    aMembership(test, other.studioId, personAt(1), 'member')
    const { studios } = await ofPerson(1)
    expect(studios.map(({ studioName, roleName }) => [studioName, roleName]).toSorted()).toEqual([['陶秋蓝语文工作室', '成员'], ['第二个工作室', '成员']].toSorted())
    const own = must(studios.find(({ studioId }) => studioId === studio.studioId), 'she is in it')
    const lesson = own.rows.find(({ ref }) => ref === openLesson)
    expect(lesson).toMatchObject({ cell: { needed: 1, done: 1, state: 'done' }, fulfilment: null })
    expect(own.share.done).toBe(1)
    const others = studios.find(({ studioId }) => studioId === other.studioId)?.rows.find(({ ref }) => ref === openLesson)
    expect(others).toMatchObject({ cell: { done: 0 }, fulfilment: { metrics: ['openLesson'] } })
  })

  it('are her own for a member, everybody’s of her studio for the host', async () => {
    const member = await test.as('member', personAt(1))
    expect((await ofPerson(1, member)).studios).toHaveLength(1)
    expect((await ofPerson(2, member)).studios).toEqual([])
    expect((await ofPerson(2, await test.as('host', personAt(0)))).studios).toHaveLength(1)
  })
})

describe('who sees what', () => {
  it('a member is shown the studio and herself, and told only her own', async () => {
    const member = await test.as('member', personAt(1))
    expect((await matrix(member)).columns.map(({ name }) => name)).toEqual(['工作室', '江一帆'])
    const { items, ownOnly } = await member.call('duties.due', { studioId: null })
    expect(ownOnly).toBe(true)
    expect([...new Set(items.map(({ subject }) => subject))]).toEqual(['江一帆'])
    expect(await member.refused('duties.explain', { studioId: studio.studioId, termKey, ref: openLesson, column: `person:${personAt(2)}` })).toMatchObject({ code: 'studios.notYours' })
    expect((await explain(openLesson, `person:${personAt(1)}`, member)).subject).toBe('江一帆')
  })

  it('a member sees that others’ records count for the studio, but not what they are', async () => {
    await test.admin.call('outcomes.save', {
      id: null, revision: null, as: 'confirmed',
      facts: {
        kind: 'paper', title: '别人的论文', onDay: '2026-10-15', untilDay: null, forPeriod: null, studioId: studio.studioId, levelKey: 'county', characters: 3000, quantity: 1, metricKey: null,
        people: [{ personId: personAt(2), part: 'author', place: 1 }], details: { result: 'published', journal: '云溪教育' },
      },
    })
    const member = await test.as('member', personAt(1))
    const papers = '004-03/d04'
    expect((await explain(papers, 'studio')).lines[0]?.sources).toMatchObject([{ title: '别人的论文' }])
    expect((await explain(papers, 'studio', member)).lines[0]?.sources).toMatchObject([{ title: '其他成员的记录', id: null, amount: 1 }])
  })

  it('the host sees everybody of her studio, and nothing of another', async () => {
    const other = aStudioOfSix(test, { name: '别的工作室', names: ['方若水'] })
    const host = await test.as('host', personAt(0))
    expect((await matrix(host)).columns).toHaveLength(7)
    expect(await host.refused('duties.matrix', { studioId: other.studioId, termKey })).toMatchObject({ code: 'studios.notYours' })
  })
})
