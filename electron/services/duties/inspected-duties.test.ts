import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '../../../shared/contract/routes.ts'
import { must } from '../../../shared/must.ts'
import { addPeople } from '../../../tests/fixtures/people.ts'
import { freshProgram, TestClock, type TestProgram } from '../../../tests/fixtures/program.ts'
import { ownSchool, studioFacts } from '../../../tests/fixtures/studios.ts'

const [termKey, monday, dueOn] = ['2026-1', '2026-09-07', '2026-09-14']
let test: TestProgram
/** A team of the school that follows 004-16 教学常规. */
let teamId: string
let people: readonly string[]
beforeAll(async () => {
  test = await freshProgram({ clock: new TestClock('2026-09-29T02:00:00.000Z') })
  people = addPeople(test, ['顾云舒', '陆景行', '江映雪'].map((name) => ({ name, schoolName: ownSchool, subject: '语文', professionalTitle: '一级教师' })))
  const { schemes } = await test.admin.call('schemes.list', {})
  const head = must(schemes.find(({ code }) => code === '004-16'), 'every preset may be followed')
  const { id } = await test.admin.call('studios.create', {
    facts: studioFacts({ kind: 'team', name: '教学常规管理', schemeCode: '004-16', schemeVersion: head.version, level: must(head.levels[0], 'a level').key }),
    cycle: { startsOn: '2026-08-31', endsOn: '2029-08-30' }, hostPersonId: must(people[0], 'one was added'), exceptionReason: '试用',
  })
  teamId = id
  await test.admin.call('inspections.saveClasses', { rows: ['七（1）班', '七（2）班'].map((name) => ({ id: null, revision: null, name, grade: null, homeroom: null, fromTermKey: termKey, untilTermKey: null })) })
})
afterAll(() => test.close())

/** How much is still open of a duty in all its periods. */
async function openOf(ref: string): Promise<number> {
  const { items } = await test.admin.call('duties.due', { studioId: teamId })
  return items.filter((item) => item.ref === ref).reduce((sum, { missing }) => sum + missing, 0)
}
/** What counts for a duty of the term, by the titles of its records. */
async function countedOf(ref: string): Promise<string[]> {
  const { lines } = await test.admin.call('duties.explain', { studioId: teamId, termKey, ref, column: 'studio' })
  return lines.flatMap(({ sources }) => sources).filter(({ why }) => why === null).map(({ title }) => title)
}
async function handIn(name: string, handedInOn: string | null): Promise<void> {
  const { lines } = await test.admin.call('inspections.week', { termKey, weekStartsOn: monday })
  const { classId, revision } = must(lines.find(({ className }) => className === name), `${name} is there`)
  const empty = { progress: null, practice: null, homework: null, lessonsPlanned: null, lessonsHeld: null, homeworkAssigned: null, homeworkCorrected: null, remark: null }
  await test.admin.call('inspections.saveWeek', { weekStartsOn: monday, lines: [{ ...empty, handedInOn, classId, revision }] })
}

describe('a team under 004-16', () => {
  it('has a week of logs off its list once those of every class are in, and on it again when one is taken back', async () => {
    const before = await openOf('004-16/d02')
    expect(before).toBeGreaterThan(2)
    await handIn('七（1）班', dueOn)
    expect(await openOf('004-16/d02')).toBe(before)
    await handIn('七（2）班', '2026-09-16')
    expect(await openOf('004-16/d02')).toBe(before - 1)
    const { lines } = await test.admin.call('duties.explain', { studioId: teamId, termKey, ref: '004-16/d02', column: 'studio' })
    expect(lines.flatMap(({ sources }) => sources)).toMatchObject([{ kind: 'weeklyLogs', id: monday, title: '第 2 周教学日记，2 个班交齐', amount: 1, why: null }])
    await handIn('七（2）班', null)
    expect(await openOf('004-16/d02')).toBe(before)
    await handIn('七（2）班', '2026-09-16')
  })

  it('is asked for the logs of a week on the Monday after it', async () => {
    const { items } = await test.admin.call('duties.due', { studioId: teamId })
    expect(items.find(({ ref, when }) => ref === '004-16/d02' && when !== 'overdue')).toMatchObject({ dueOn: '2026-10-05' })
  })

  it('has published a week with its summary, not with one that is only written', async () => {
    const before = await openOf('004-16/d03')
    const { revision } = await test.admin.call('inspections.saveSummary', { weekStartsOn: monday, revision: null, text: '两个班交齐。', publish: false })
    expect(await openOf('004-16/d03')).toBe(before)
    await test.admin.call('inspections.saveSummary', { weekStartsOn: monday, revision, text: '两个班交齐。', publish: true })
    expect(await openOf('004-16/d03')).toBe(before - 1)
  })

  it('has its stage inspection of the term when one is closed with its report', async () => {
    expect(await openOf('004-16/d05')).toBe(1)
    const facts: InputOf<'inspections.save'>['facts'] = { kind: 'stage', form: 'officeCheck', title: '开学教学检查', startsOn: '2026-09-21', endsOn: '2026-09-22', scope: null, items: ['备课与教案'], inspectorIds: [] }
    const { id, revision } = await test.admin.call('inspections.save', { id: null, revision: null, facts })
    expect(await openOf('004-16/d05')).toBe(1)
    const { items } = await test.admin.call('duties.due', { studioId: teamId })
    expect(items.find(({ ref }) => ref === '004-16/d08')).toMatchObject({ dueOn: '2026-09-22', when: 'overdue' })
    await test.admin.call('inspections.saveReport', { id, revision, report: '总体规范。', close: true })
    expect(await openOf('004-16/d05')).toBe(0)
    expect(await countedOf('004-16/d08')).toEqual(['「开学教学检查」书面总结'])
  })

  it('has told of an inspection once it is told to others, however often; a word to the teacher herself is not telling', async () => {
    const { rows } = await test.admin.call('inspections.list', { termKey })
    const { id } = must(rows[0], 'one was closed')
    const tell = (audience: 'everybody' | 'departments' | 'concerned', toldOn: string) =>
      test.admin.call('inspections.tell', { id, facts: { toldOn, audience, departments: audience === 'departments' ? '语文组' : null, text: '总体规范。' } })
    await tell('concerned', '2026-09-23')
    expect(await countedOf('004-16/d06')).toEqual([])
    const { briefingId } = await tell('departments', '2026-09-24')
    await tell('everybody', '2026-09-28')
    expect(await countedOf('004-16/d06')).toEqual(['通报「开学教学检查」'])
    await test.admin.call('inspections.withdrawBriefing', { briefingId, revision: 1, reason: '记错' })
    expect(await countedOf('004-16/d06')).toEqual(['通报「开学教学检查」'])
  })

  it('has patrolled a day when one round of it has its log; a watch of the gate is no patrol of teaching', async () => {
    const before = await openOf('004-16/d01')
    await logADay('safety', '2026-09-24')
    expect(await openOf('004-16/d01')).toBe(before)
    await logADay('teaching', '2026-09-24')
    expect(await openOf('004-16/d01')).toBe(before - 1)
  })
})

/** A rota of one round a day from then on, in force, with the log of its first day. */
async function logADay(kind: 'teaching' | 'safety', onDay: string): Promise<void> {
  const saved = await test.admin.call('shifts.savePlan', {
    id: null, revision: null,
    facts: {
      name: kind === 'teaching' ? '教学值勤' : '门岗', kind, termKey, fromOn: onDay, toOn: '2026-10-30',
      rule: {
        days: 'lessonDays', weekdays: [1, 2, 3, 4, 5], slots: [{ key: 's1', name: '全天', from: '07:50', to: '21:30' }], places: [{ name: kind === 'teaching' ? '教学楼' : '校门', posts: 1 }],
        items: ['教学值勤检查'], requirements: '', swapsNeedApproval: false,
      },
      pool: people.map((personId) => ({ personId, unable: { weekdays: [], spans: [] } })),
    },
  })
  await test.admin.call('shifts.putInForce', saved)
  await test.admin.call('shifts.saveLog', {
    round: { planId: saved.id, onDay, slotKey: 's1', place: kind === 'teaching' ? '教学楼' : '校门' }, revision: null,
    facts: { items: [{ name: '教学值勤检查', isNormal: true, finding: '' }], classes: null, teachersLate: 0, teachersAbsent: 0, studentsExpected: null, studentsPresent: null, incidents: null, remark: null, handedOverToPersonId: null },
  })
}
