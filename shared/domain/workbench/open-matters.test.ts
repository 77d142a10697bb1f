import { describe, expect, it } from 'vitest'
import { openMatters, type WorkbenchFacts } from './open-matters.ts'

const none = { expected: 0, present: 0, late: 0, excused: 0, absent: 0 }
const marked = { ...none, expected: 7, present: 7 }
const term = { key: '2026-1', startsOn: '2026-08-31', endsOn: '2027-01-31' }
const quiet: WorkbenchFacts = { today: '2026-10-20', soonUntil: '2026-10-27', term, activities: [], studios: [], funds: [] }
const activity = (id: string, heldOn: string, attendance = none) => ({ id, title: `活动${id}`, heldOn, cancelledAt: null, studioName: '语文工作室', attendance })
const studio = { id: 's', name: '语文工作室', hosts: ['凤鸣岐'], hostWord: '首席教师', limit: null }

describe('what is open on the workbench', () => {
  it('is nothing when everything has been done', () => {
    expect(openMatters({
      ...quiet, activities: [activity('1', '2026-10-12', marked)], studios: [studio],
      funds: [{ studioId: 's', studioName: '语文工作室', allottedFen: 210_000, balanceFen: 60_000 }],
    })).toEqual([])
  })

  it('tells how many outcomes wait to be confirmed, and leads to them', () => {
    expect(openMatters({ ...quiet, outcomesToConfirm: 3 })).toEqual([{ key: 'outcomes-to-confirm', urgency: 'note', sentence: '3 条成果等您确认', path: '/outcomes?state=submitted&term=all' }])
    expect(openMatters({ ...quiet, outcomesToConfirm: 0 })).toEqual([])
  })

  it('tells what waits in teaching inspections, the logs of last week by class, and nothing where nothing waits', () => {
    const nothing = { overdue: 0, toAnswer: 0, toCheck: 0, unansweredFeedback: 0, missing: null }
    expect(openMatters({ ...quiet, inspections: nothing })).toEqual([])
    const classes = ['七（1）班', '七（2）班', '七（3）班', '八（1）班', '八（2）班']
    const matters = openMatters({ ...quiet, inspections: { overdue: 2, toAnswer: 1, toCheck: 3, unansweredFeedback: 1, missing: { weekStartsOn: '2026-10-12', weekNumber: 7, classes } } })
    expect(matters.map(({ key, urgency }) => [key, urgency])).toEqual([
      ['findings-overdue', 'overdue'], ['logs-2026-10-12', 'overdue'], ['findings-answer', 'soon'], ['findings-check', 'soon'], ['feedback', 'note'],
    ])
    expect(matters[1]).toMatchObject({ sentence: '第 7 周教学日记还没有交：七（1）班、七（2）班、七（3）班、八（1）班等 5 个班', path: '/inspections?week=2026-10-12' })
  })

  it('names a meeting that was held without attendance, but not one that is held today', () => {
    const matters = openMatters({ ...quiet, activities: [activity('1', '2026-10-12'), activity('2', '2026-10-20')] })
    expect(matters.map(({ key, urgency }) => [key, urgency])).toEqual([['attendance-1', 'overdue'], ['coming-2', 'soon']])
    expect(matters[1]?.sentence).toBe('今天「活动2」')
  })

  it('does not announce a meeting of today whose attendance stands already', () => {
    expect(openMatters({ ...quiet, activities: [activity('1', '2026-10-20', marked)] })).toEqual([])
  })

  it('names an activity held without approval, and tells of several by their number, one press from them', () => {
    const filing = (trouble: 'heldWithout' | null, turn: 'toFile' | 'toDecide' | null, mayDecide = false) => ({ trouble, turn, mayDecide })
    const one = openMatters({ ...quiet, activities: [{ ...activity('1', '2026-10-12', marked), filing: filing('heldWithout', 'toFile') }] })
    expect(one).toEqual([{ key: 'filing-without', urgency: 'overdue', sentence: '2026-10-12「活动1」没有批准就开了，请补办备案', path: '/activities/1' }])
    const several = openMatters({
      ...quiet, activities: ['1', '2'].flatMap((id) => [
        { ...activity(id, '2026-11-12'), filing: filing(null, 'toFile') }, { ...activity(`${id}b`, '2026-11-13'), filing: filing(null, 'toDecide', id === '1') },
      ]),
    })
    expect(several.map(({ sentence, path }) => [sentence, path])).toEqual([
      ['2 次活动要先备案，还没有送审', '/activities?filing=toFile'], ['2026-11-13「活动1b」的备案等您审批', '/activities/1b'],
    ])
  })

  it('looks seven days ahead and no further', () => {
    const matters = openMatters({ ...quiet, activities: [activity('1', '2026-10-27'), activity('2', '2026-10-28')] })
    expect(matters.map(({ key }) => key)).toEqual(['coming-1'])
  })

  it('puts what is overdue before what comes and before notes', () => {
    const matters = openMatters({
      ...quiet,
      activities: [activity('1', '2026-10-22'), activity('2', '2026-10-01')],
      studios: [{ ...studio, hosts: [] }],
      funds: [{ studioId: 's', studioName: '语文工作室', allottedFen: 0, balanceFen: 0 }],
    })
    expect(matters.map(({ urgency }) => urgency)).toEqual(['overdue', 'overdue', 'soon', 'note'])
  })

  it('says that a limit of the scheme is overstepped, in the words of the rule', () => {
    const limit = { rule: 'share', state: 'over' as const, strength: 'hard' as const, message: '本校 5 人 / 共 8 人，上限 4 人' }
    const [matter] = openMatters({ ...quiet, studios: [{ ...studio, limit }] })
    expect(matter).toMatchObject({ urgency: 'overdue', path: '/studios/s' })
    expect(matter?.sentence).toContain('本校 5 人 / 共 8 人，上限 4 人')
  })

  it('tells for each studio how many duties are overdue and how many fall into this week, one line a studio', () => {
    const duties = [
      { studioId: 's', studioName: '语文工作室', overdue: 2, thisWeek: 1 }, { studioId: 't', studioName: '数学工作室', overdue: 0, thisWeek: 3 },
      { studioId: 'u', cancelledAt: null, studioName: '英语工作室', overdue: 0, thisWeek: 0 },
    ]
    expect(openMatters({ ...quiet, duties }).map(({ urgency, sentence, path }) => [urgency, sentence, path])).toEqual([
      ['overdue', '语文工作室的职责：2 项逾期，1 项本周到期', '/duties?studio=s'], ['soon', '数学工作室的职责：3 项本周到期', '/duties?studio=t'],
    ])
  })

  it('says who is on duty today, whose log is missing and which swaps wait', () => {
    const round = (onDay: string, name: string) => ({ onDay, slotName: '全天', place: '教学楼', onDuty: [{ name }] })
    const shifts = { today: [round('2026-10-20', '叶青梧')], unlogged: [round('2026-10-16', '沈知远'), round('2026-10-19', '顾云舒')], swapsToAnswer: 1, swapsToApprove: 0 }
    expect(openMatters({ ...quiet, shifts }).map(({ urgency, sentence }) => [urgency, sentence])).toEqual([
      ['overdue', '2026-10-19 周一 全天 教学楼（顾云舒）的值勤记录还没有写，近几天共 2 份'], ['overdue', '有 1 个换班等您答复'], ['soon', '今天值勤：全天教学楼 叶青梧'],
    ])
  })

  it('does not ask for money before the term has begun, nor of somebody who may not see money', () => {
    const funds = [{ studioId: 's', studioName: '语文工作室', allottedFen: 0, balanceFen: 0 }]
    expect(openMatters({ ...quiet, today: '2026-08-20', funds })).toEqual([])
    const { funds: _, ...without } = { ...quiet, studios: [studio] }
    expect(openMatters(without)).toEqual([])
  })

  it('warns of somebody near the line of attendance and tells who is over it; nobody else', () => {
    const standing = (name: string, state: 'fine' | 'near' | 'over' | 'noLine') => ({ studioId: 's', personId: name, name, standing: { state, words: '12 次中缺 3 次' } })
    const matters = openMatters({ ...quiet, attendance: [standing('甲', 'fine'), standing('乙', 'near'), standing('丙', 'over'), standing('丁', 'noLine')] })
    expect(matters.map(({ sentence, urgency }) => [sentence, urgency])).toEqual([['丙的出勤：12 次中缺 3 次', 'overdue'], ['乙的出勤：12 次中缺 3 次', 'soon']])
    expect(matters[0]?.path).toBe('/activities?view=totals&studio=s')
  })
})
