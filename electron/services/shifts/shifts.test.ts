import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../../shared/contract/routes.ts'
import { openDatabase } from '../../../db/open-database.ts'
import { must } from '../../../shared/must.ts'
import { dataFolderLayout } from '../../boot/data-folder-layout.ts'
import { addPeople } from '../../../tests/fixtures/people.ts'
import { type Caller, freshProgram, type TestProgram } from '../../../tests/fixtures/program.ts'

let test: TestProgram
let people: readonly string[]
let office: Caller
const names = ['沈知远', '顾云舒', '陆景行', '江映雪', '白砚秋']
const person = (at: number) => must(people[at], 'five people')

beforeEach(async () => {
  test = await freshProgram()
  office = test.admin
  people = addPeople(test, names.map((name) => ({ name })))
})
afterEach(() => test.close())

/** Days later every window has locked itself; the office signs in again. */
async function later(day: string): Promise<void> {
  test.clock.goTo(day)
  office = await test.as('clerk')
}

type Facts = InputOf<'shifts.savePlan'>['facts']
function facts(changes: Partial<Facts> = {}, rule: Partial<Facts['rule']> = {}): Facts {
  return {
    name: '九月教学值勤', kind: 'teaching', termKey: '2026-1', fromOn: '2026-09-03', toOn: '2026-09-16',
    rule: {
      days: 'lessonDays', weekdays: [1, 2, 3, 4, 5], slots: [{ key: 'day', name: '全天', from: '07:50', to: '21:30' }], places: [{ name: '教学楼', posts: 1 }],
      items: ['教学值勤检查', '学生课堂学习检查', '学生出勤情况检查'], requirements: '佩戴值勤牌，按时巡查。', swapsNeedApproval: false, ...rule,
    },
    pool: people.map((personId) => ({ personId, unable: { weekdays: [], spans: [] } })),
    ...changes,
  }
}
async function inForce(changes: Partial<Facts> = {}, rule: Partial<Facts['rule']> = {}): Promise<string> {
  const saved = await office.call('shifts.savePlan', { id: null, revision: null, facts: facts(changes, rule) })
  await office.call('shifts.putInForce', saved)
  return saved.id
}
const rota = async (planId: string) => (await office.call('shifts.rota', { planId, fromOn: '2026-09-01', toOn: '2026-09-30' })).shifts
const onDays = async (planId: string) => Object.fromEntries((await rota(planId)).map(({ onDay, name }) => [onDay.slice(5), name]))
const shiftOn = async (planId: string, day: string) => must((await rota(planId)).find(({ onDay }) => onDay === day), `somebody is on duty on ${day}`)
const round = (planId: string, onDay: string) => ({ planId, onDay, slotKey: 'day', place: '教学楼' })
const allNormal = {
  items: ['教学值勤检查', '学生课堂学习检查', '学生出勤情况检查'].map((name) => ({ name, isNormal: true, finding: '' })), classes: null, teachersLate: 0, teachersAbsent: 0,
  studentsExpected: null, studentsPresent: null, incidents: null, remark: null, handedOverToPersonId: null,
}

describe('a rota', () => {
  it('is previewed with why, put in force as previewed, and skips the day off', async () => {
    await office.call('school.saveHoliday', { id: null, name: '校庆', kind: 'off', startsOn: '2026-09-08', endsOn: '2026-09-08' })
    const preview = await office.call('shifts.preview', { id: null, facts: facts(), fromOn: null })
    expect(preview.skipped).toEqual([{ day: '2026-09-08', why: '校庆' }])
    expect(preview.people.map(({ times }) => times)).toEqual([2, 2, 2, 2, 1])
    const id = await inForce()
    expect(await onDays(id)).toEqual({
      '09-03': '沈知远', '09-04': '顾云舒', '09-07': '陆景行', '09-09': '江映雪', '09-10': '白砚秋', '09-11': '沈知远', '09-14': '顾云舒', '09-15': '陆景行', '09-16': '江映雪',
    })
    expect((await rota(id)).map(({ onDay, name }) => [onDay, name])).toEqual(preview.shifts.map(({ onDay, name }) => [onDay, name]))
    expect((await office.call('audit.ofRecord', { kind: 'shiftPlan', id })).rows.map(({ summary }) => summary)).toEqual(['执行值班安排「九月教学值勤」', '新建值班安排「九月教学值勤」'])
  })

  it('goes on where the one before ended, and nobody of it is on duty twice on a day', async () => {
    await inForce({ toOn: '2026-09-04' })
    const next = await office.call('shifts.preview', { id: null, facts: facts({ fromOn: '2026-09-07' }), fromOn: null })
    expect(next.shifts[0]?.name).toBe('陆景行')
    const same = await office.call('shifts.preview', { id: null, facts: facts({ toOn: '2026-09-04', kind: 'safety' }), fromOn: null })
    expect(same.shifts.map(({ name }) => name)).toEqual(['顾云舒', '沈知远'])
    expect(same.shifts[0]?.why).toBe('还没有值过，轮到；先轮到但不能来的：沈知远（当天已有值勤）')
  })

  it('says which posts stay open and why', async () => {
    const alone = [{ personId: person(0), unable: { weekdays: [4], spans: [] } }]
    const { open, shifts } = await office.call('shifts.preview', { id: null, facts: facts({ pool: alone, toOn: '2026-09-04' }), fromOn: null })
    expect(open).toBe(1)
    expect(shifts[0]).toMatchObject({ name: null, why: '没有人能来：沈知远（周四不能）' })
  })

  it('is made anew from a day on without touching the past, what was changed by hand, or the list before', async () => {
    const id = await inForce()
    const before = await onDays(id)
    await later('2026-09-09')
    const friday = await shiftOn(id, '2026-09-11')
    await office.call('shifts.changePerson', { shiftId: friday.id, revision: friday.revision, personId: person(4), reason: '代课' })
    const plan = await office.call('shifts.plan', { id })
    const { id: _, state: __, revision, undoable: ___, ...kept } = plan
    const saved = await office.call('shifts.savePlan', { id, revision, facts: { ...kept, pool: kept.pool.slice(0, 2).map(({ personId, unable }) => ({ personId, unable })) } })
    expect((await office.refused('shifts.regenerate', { ...saved, fromOn: '2026-09-08' })).code).toBe('shifts.past')
    await office.call('shifts.regenerate', { ...saved, fromOn: '2026-09-10' })
    const after = await onDays(id)
    for (const day of ['09-03', '09-04', '09-07', '09-08', '09-09']) expect(after[day]).toBe(before[day])
    expect(after['09-11']).toBe('白砚秋')
    expect(['09-10', '09-14', '09-15', '09-16'].map((day) => after[day])).toEqual(['沈知远', '顾云舒', '沈知远', '顾云舒'])

    await office.call('shifts.undoGeneration', { id })
    expect(await onDays(id)).toEqual({ ...before, '09-11': '白砚秋' })
  })

  it('that was just put in force can be taken back; one that is lived by cannot', async () => {
    const id = await inForce()
    expect((await office.call('shifts.plan', { id })).undoable).toMatchObject({ isFirst: true })
    await office.call('shifts.undoGeneration', { id })
    expect((await office.call('shifts.plan', { id })).state).toBe('draft')
    expect(await rota(id)).toEqual([])
    await office.call('shifts.putInForce', { id, revision: (await office.call('shifts.plan', { id })).revision })
    await later('2026-09-07')
    expect((await office.call('shifts.plan', { id })).undoable).toBeNull()
    expect((await office.refused('shifts.undoGeneration', { id })).code).toBe('shifts.livedBy')
    const { revision } = await office.call('shifts.plan', { id })
    expect((await office.refused('shifts.removePlan', { id, revision, reason: '不要了' })).code).toBe('shifts.inForce')
  })

  it('changed by hand keeps who it was, and refuses a second turn on the day', async () => {
    const id = await inForce({}, { places: [{ name: '教学楼', posts: 2 }] })
    const [first, second] = await rota(id)
    const shift = must(first, 'two are on duty')
    const change = { shiftId: shift.id, revision: shift.revision, reason: '家中有事' }
    expect((await office.refused('shifts.changePerson', { ...change, personId: must(second?.personId, 'filled') })).code).toBe('shifts.sameDay')
    await office.call('shifts.changePerson', { ...change, personId: person(3) })
    expect((await office.call('shifts.changesOf', { shiftId: shift.id })).rows).toMatchObject([{ from: '沈知远', to: '江映雪', source: 'byHand', reason: '家中有事' }])
    expect((await office.refused('shifts.changePerson', { ...change, personId: person(4) })).kind).toBe('conflict')
  })

  it('is refused with the place that is wrong', async () => {
    const save = (changes: Partial<Facts>, rule: Partial<Facts['rule']> = {}) => office.refused('shifts.savePlan', { id: null, revision: null, facts: facts(changes, rule) })
    expect((await save({ toOn: '2026-09-01' })).places).toEqual([{ field: 'facts.toOn', message: '结束日期不能早于开始日期' }])
    expect((await save({ pool: [{ personId: 'nobody', unable: { weekdays: [], spans: [] } }] })).places?.[0]?.field).toBe('facts.pool')
    expect((await save({}, { weekdays: [] })).message).toBe('请选择星期几值勤')
  })
})

describe('a swap', () => {
  it('is asked for by her, consented to by the other herself, and then both shifts have changed', async () => {
    const id = await inForce()
    const shen = await test.as('member', person(0))
    const gu = await test.as('member', person(1))
    const lu = await test.as('member', person(2))
    const [mine, hers] = [await shiftOn(id, '2026-09-03'), await shiftOn(id, '2026-09-04')]
    const ask = { shiftId: mine.id, withPersonId: person(1), inExchangeShiftId: hers.id, reason: '外出听课' }
    expect((await lu.refused('shifts.askSwap', ask)).code).toBe('shifts.notYours')
    const { id: swapId } = await shen.call('shifts.askSwap', ask)
    expect((await shen.refused('shifts.askSwap', ask)).code).toBe('shifts.alreadyAsked')
    const answer = { id: swapId, revision: 1, consents: true, answer: null, paperNote: null }
    for (const other of [shen, lu]) expect((await other.refused('shifts.answerSwap', answer)).code).toBe('shifts.notYours')
    expect((await gu.call('shifts.today', {})).swapsToAnswer).toBe(1)
    expect((await gu.call('shifts.mine', {})).swaps).toMatchObject([{ askedBy: { name: '沈知远' }, mayAnswer: true, mayWithdraw: false }])
    expect(await gu.call('shifts.answerSwap', answer)).toEqual({ state: 'done' })
    expect(await onDays(id)).toMatchObject({ '09-03': '顾云舒', '09-04': '沈知远' })
    expect((await gu.refused('shifts.answerSwap', { ...answer, revision: 2 })).code).toBe('shifts.swapOver')
  })

  it('waits for the office where the plan asks for it', async () => {
    const id = await inForce({}, { swapsNeedApproval: true })
    const shen = await test.as('member', person(0))
    const gu = await test.as('member', person(4))
    const { id: swapId } = await shen.call('shifts.askSwap', { shiftId: (await shiftOn(id, '2026-09-03')).id, withPersonId: person(4), inExchangeShiftId: null, reason: '请假' })
    expect(await gu.call('shifts.answerSwap', { id: swapId, revision: 1, consents: true, answer: '可以', paperNote: null })).toEqual({ state: 'consented' })
    expect(await onDays(id)).toMatchObject({ '09-03': '沈知远' })
    expect((await office.call('shifts.today', {})).swapsToApprove).toBe(1)
    expect((await gu.refused('shifts.approveSwap', { id: swapId, revision: 2, approves: true, answer: null })).kind).toBe('forbidden')
    await office.call('shifts.approveSwap', { id: swapId, revision: 2, approves: true, answer: null })
    expect(await onDays(id)).toMatchObject({ '09-03': '白砚秋' })
  })

  it('on paper is entered by the office, with a note of the paper', async () => {
    const id = await inForce()
    const { id: swapId } = await office.call('shifts.askSwap', { shiftId: (await shiftOn(id, '2026-09-03')).id, withPersonId: person(4), inExchangeShiftId: null, reason: '请假' })
    const answer = { id: swapId, revision: 1, consents: true, answer: null }
    expect((await office.refused('shifts.answerSwap', { ...answer, paperNote: null })).code).toBe('shifts.noPaper')
    await office.call('shifts.answerSwap', { ...answer, paperNote: '本人签字的换班条' })
    expect((await office.call('shifts.swaps', { termKey: '2026-1' })).rows).toMatchObject([{ state: 'done', paperNote: '本人签字的换班条' }])
  })

  it('refused or withdrawn leaves the rota as it was', async () => {
    const id = await inForce()
    const shen = await test.as('member', person(0))
    const bai = await test.as('member', person(4))
    const ask = { shiftId: (await shiftOn(id, '2026-09-03')).id, withPersonId: person(4), inExchangeShiftId: null, reason: '请假' }
    const first = await shen.call('shifts.askSwap', ask)
    await bai.call('shifts.answerSwap', { id: first.id, revision: 1, consents: false, answer: '那天有课', paperNote: null })
    const second = await shen.call('shifts.askSwap', ask)
    await shen.call('shifts.withdrawSwap', { id: second.id, revision: 1 })
    expect((await office.call('shifts.swaps', { termKey: '2026-1' })).rows.map(({ state }) => state).toSorted()).toEqual(['refused', 'withdrawn'])
    expect(await onDays(id)).toMatchObject({ '09-03': '沈知远' })
  })
})

describe('what was seen', () => {
  it('is written by whoever was on duty, not by others nor for days to come; findings need words', async () => {
    const id = await inForce()
    const shen = await test.as('member', person(0))
    const gu = await test.as('member', person(1))
    const log = { round: round(id, '2026-09-03'), revision: null, facts: allNormal }
    expect((await gu.refused('shifts.saveLog', log)).code).toBe('shifts.notYours')
    expect((await gu.refused('shifts.saveLog', { ...log, round: round(id, '2026-09-04') })).code).toBe('shifts.notYet')
    const found = { ...allNormal, items: allNormal.items.map((item, at) => (at === 2 ? { ...item, isNormal: false } : item)) }
    expect((await shen.refused('shifts.saveLog', { ...log, facts: found })).places?.[0]?.field).toBe('facts.items.2.finding')
    const facts = { ...found, items: found.items.map((item, at) => (at === 2 ? { ...item, finding: '八（2）班缺 2 人，已联系班主任' } : item)), handedOverToPersonId: person(1) }
    const saved = await shen.call('shifts.saveLog', { ...log, facts })
    expect((await shen.refused('shifts.saveLog', { ...log, facts })).kind).toBe('conflict')
    const written = await office.call('shifts.round', round(id, '2026-09-03'))
    expect(written).toMatchObject({ onDuty: [{ name: '沈知远' }], log: { id: saved.id, writtenBy: '沈知远', handedOverTo: '顾云舒' } })
    expect((await shiftOn(id, '2026-09-03'))).toMatchObject({ logged: true, findings: 1 })
    expect((await office.call('audit.ofRecord', { kind: 'dutyLog', id: saved.id })).rows[0]?.changes[0]?.after).toMatchObject({
      学生出勤情况检查: '八（2）班缺 2 人，已联系班主任', 交班给: '顾云舒', 教学值勤检查: '正常',
    })
  })

  it('is offered again as 与上次相同, and takes files', async () => {
    const id = await inForce()
    const facts = { ...allNormal, remark: '秩序良好' }
    const { id: logId } = await office.call('shifts.saveLog', { round: round(id, '2026-09-03'), revision: null, facts })
    const file = await office.upload('现场.txt', new TextEncoder().encode('教学楼东侧'))
    await office.call('shifts.addAttachment', { logId, file })
    expect(await office.call('shifts.round', round(id, '2026-09-04'))).toMatchObject({ log: null, lastTime: { remark: '秩序良好' }, mayWrite: true })
    const { rounds: [day] } = await office.call('shifts.dayLogs', { planId: id, onDay: '2026-09-03' })
    expect(day?.log?.attachments.map(({ fileName }) => fileName)).toEqual(['现场.txt'])
  })

  it('that is missing is told to the office, and to a teacher only where it is hers', async () => {
    await inForce()
    await later('2026-09-07')
    const gu = await test.as('member', person(1))
    expect((await office.call('shifts.today', {})).unlogged.map(({ onDay }) => onDay)).toEqual(['2026-09-03', '2026-09-04'])
    expect((await gu.call('shifts.today', {})).unlogged.map(({ onDay }) => onDay)).toEqual(['2026-09-04'])
    expect((await gu.call('shifts.today', {})).today).toMatchObject([{ onDuty: [{ name: '陆景行' }], slotName: '全天' }])
    expect((await gu.call('shifts.mine', {}))).toMatchObject({ next: [{ onDay: '2026-09-11' }], unlogged: [{ onDay: '2026-09-04' }] })
  })
})

describe('what happened', () => {
  it('is not overwritten past the program: changes, logs, swaps that are over, and who was on duty', async () => {
    const id = await inForce()
    const shift = await shiftOn(id, '2026-09-03')
    await office.call('shifts.saveLog', { round: round(id, '2026-09-03'), revision: null, facts: allNormal })
    const { id: swapId } = await office.call('shifts.askSwap', { shiftId: shift.id, withPersonId: person(4), inExchangeShiftId: null, reason: '请假' })
    await office.call('shifts.answerSwap', { id: swapId, revision: 1, consents: true, answer: null, paperNote: '换班条' })
    const { sqlite, close } = openDatabase(dataFolderLayout(test.folder).database)
    try {
      const refused: readonly (readonly [string, string])[] = [
        ['shift_change', `UPDATE shift_change SET reason = ''`], ['shift_change', 'DELETE FROM shift_change'], ['duty_log', 'DELETE FROM duty_log'], ['duty_log', `UPDATE duty_log SET on_day = '2026-09-04'`],
        ['shift_swap', `UPDATE shift_swap SET state = 'asked'`], ['duty_shift', 'DELETE FROM duty_shift'], ['duty_shift', `UPDATE duty_shift SET person_id = '${person(1)}' WHERE id = '${shift.id}'`],
        ['duty_shift', `UPDATE duty_shift SET on_day = '2026-10-01'`],
      ]
      for (const [table, statement] of refused) expect(() => sqlite.exec(statement), statement).toThrow(`append_only:${table}`)
    } finally {
      close()
    }
  })
})

describe('figures', () => {
  it('count each one’s turns, hours and logs in the term and the month', async () => {
    const id = await inForce()
    await office.call('shifts.saveLog', { round: round(id, '2026-09-03'), revision: null, facts: allNormal })
    await later('2026-09-11')
    const { rows, months } = await office.call('shifts.statistics', { termKey: '2026-1' })
    expect(months).toEqual(['2026-09'])
    expect(rows.find(({ name }) => name === '沈知远')).toMatchObject({ times: 2, minutes: 1640, logged: 1, unlogged: 1, coming: 0, byMonth: { '2026-09': 2 } })
    expect(rows.find(({ name }) => name === '陆景行')).toMatchObject({ times: 1, unlogged: 1, coming: 1 })
    expect((await office.call('shifts.statistics', { termKey: '2026-1', month: '2026-10' })).rows).toEqual([])
  })

  it('and the rota goes out as Excel', async () => {
    const id = await inForce()
    const sheet = office.take((await office.call('shifts.exportRota', { planId: id, fromOn: '2026-09-01', toOn: '2026-09-30' })).token)
    expect(sheet.name).toBe('九月教学值勤 2026-09-01.xlsx')
    expect(sheet.bytes.byteLength).toBeGreaterThan(2000)
  })
})
