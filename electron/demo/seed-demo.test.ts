import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { InputOf } from '../../shared/contract/routes.ts'
import { freshProgram } from '../../tests/fixtures/program.ts'
import { demoAccess } from './demo-school.ts'
import { demoRosterPath, seedDemo } from './seed-demo.ts'

const resources = join(import.meta.dirname, '..', '..', 'resources')

it('the demo school has its teachers, two studios and a team within their limits, a term of activities and money that adds up', async () => {
  const test = await freshProgram({ setUp: false })
  try {
    test.clock.goTo('2026-11-22')
    await seedDemo(test.program, { path: demoRosterPath(resources), today: '2026-11-22' })
    const window = test.visitor()
    await window.call('accounts.signIn', { signInName: demoAccess.signInName, password: demoAccess.password })

    // 86 of the roster and five of the neighbouring schools.
    expect((await window.call('people.list', {})).total).toBe(91)
    const { rows: studios } = await window.call('studios.list', {})
    expect(studios.map(({ people, hosts }) => [people, hosts])).toEqual(expect.arrayContaining([[7, ['凤鸣岐']], [8, ['徐来']]]))
    expect(studios.filter(({ limit }) => limit?.state === 'over')).toEqual([])

    const { funds } = await window.call('ledger.overview', { termKey: '2026-1' })
    // 7 people × 300.00 less 486.00, 128.50, 306.00 and 600.00; 10,000.00 less 1,180.00, 742.60 and 1,500.00; the team of 教学常规 has no money.
    expect(funds.map(({ balanceFen }) => balanceFen).toSorted((a, b) => a - b)).toEqual([0, 57_950, 657_740])

    const { rows: activities } = await window.call('activities.list', { termKey: '2026-1' })
    expect(activities).toHaveLength(20)
    expect(activities.filter(({ cancelledAt }) => cancelledAt !== null)).toMatchObject([{ heldOn: '2026-10-30', madeUpOn: '2026-11-06', cancelledReason: '学校承办县运动会' }])
    expect(activities.filter(({ heldOn, attendance, cancelledAt }) => cancelledAt === null && heldOn <= '2026-11-22' && attendance.expected === 0)).toEqual([])
    expect(activities.filter(({ heldOn, attendance }) => heldOn > '2026-11-22' && attendance.expected > 0)).toEqual([])

    const chinese = studios.find(({ hosts }) => hosts.includes('凤鸣岐'))?.id ?? ''
    const { rows: themes } = await window.call('activities.themes', { studioId: chinese, termKey: '2026-1' })
    expect(themes.map(({ title, progress: { held, toCome } }) => [title, held, toCome])).toEqual([['整本书阅读的任务单', 1, 0], ['作文评改：一次只改一个毛病', 1, 3]])

    // One waits for its approval, one was held without, the others were approved in time.
    const filed = activities.filter(({ filing }) => filing.needed).map(({ heldOn, filing: { state, trouble } }) => [heldOn, state, trouble])
    expect(filed).toEqual([
      ['2026-12-10', 'submitted', null], ['2026-11-12', 'approved', null], ['2026-10-29', 'notFiled', 'heldWithout'], ['2026-10-15', 'approved', null], ['2026-09-24', 'approved', null],
      ['2026-09-11', 'approved', null],
    ])

    const outcomes = (filter: InputOf<'outcomes.list'>) => window.call('outcomes.list', filter)
    expect((await outcomes({})).total).toBe(33)
    expect((await outcomes({ state: 'submitted' })).total).toBe(5)
    expect((await outcomes({ state: 'returned' })).rows).toMatchObject([{ title: '个人三年提升规划', returnReason: '只有目标，没有措施，请补上' }])
    expect((await outcomes({ state: 'draft' })).total).toBe(1)
    // The team of 教学常规 is judged by what the whole school inspected.
    const team = studios.find(({ name }) => name === '教学常规检查组')?.id ?? ''
    const counted = async (ref: string) => (await window.call('duties.explain', { studioId: team, termKey: '2026-1', ref, column: 'studio' })).lines.flatMap(({ sources }) => sources).filter(({ why }) => why === null)
    expect((await counted('004-16/d01')).length).toBeGreaterThan(40)
    expect((await counted('004-16/d03')).length).toBeGreaterThan(8)
    expect((await counted('004-16/d05')).map(({ title }) => title)).toEqual(['开学教学检查'])
    expect((await counted('004-16/d06')).map(({ title }) => title)).toEqual(['通报「开学教学检查」'])
    expect((await counted('004-16/d08')).map(({ title }) => title)).toEqual(['「开学教学检查」书面总结'])
    expect((await window.call('audit.verify', {})).firstBroken).toBeNull()
  } finally {
    await test.close()
  }
})
