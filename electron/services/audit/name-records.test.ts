import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changedFields } from '../../../shared/domain/audit/change-words.ts'
import { must } from '../../../shared/must.ts'
import { addPeople } from '../../../tests/fixtures/people.ts'
import { freshProgram, type TestProgram } from '../../../tests/fixtures/program.ts'
import { seedStudio } from '../../../tests/fixtures/studio-with-members.ts'
import { aStudioOfSix, withFile } from '../../../tests/fixtures/studio-of-six.ts'
import { withNames } from './name-records.ts'

let test: TestProgram
beforeEach(async () => {
  test = await freshProgram()
})
afterEach(() => test.close())

/** The newest row of the record's history, as the page shows it: its lines of 项目, 原来, 现在. */
async function newest(kind: string, id: string) {
  const { rows } = await test.admin.call('audit.ofRecord', { kind, id })
  return must(rows[0], 'the record has a history').changes.flatMap((change) => changedFields(change).map((line) => ({ kind: change.kind, ...line })))
}

const meeting = (studioId: string, more: { title?: string; chairPersonId?: string | null } = {}) => ({
  studioId, kind: 'regularMeeting' as const, title: '第1次例会', heldOn: '2026-09-10', startTime: null, endTime: null, place: null, level: 'school' as const,
  chairPersonId: null, recorderPersonId: null, centralSpeaker: null, experts: null, agenda: null, minutes: [], resolutions: null, ...more,
})

describe('a reader of the history', () => {
  it('finds the names of people and studios, not their numbers in the file', async () => {
    const { studioId, name, people: [host, second] } = aStudioOfSix(test)
    const { id, revision } = await test.admin.call('activities.save', { id: null, revision: null, fields: meeting(studioId, { chairPersonId: host?.personId ?? null }), sheet: null })
    expect(await newest('activity', id)).toContainEqual({ kind: 'activity', field: '工作室', before: '（空）', after: name })
    await test.admin.call('activities.save', { id, revision, fields: meeting(studioId, { chairPersonId: second?.personId ?? null }), sheet: null })
    expect(await newest('activity', id)).toContainEqual({ kind: 'activity', field: '主持', before: '陶秋蓝', after: '江一帆' })
  })

  it('finds today’s name of somebody who had another one when it was written', async () => {
    const { studioId, people: [host] } = aStudioOfSix(test)
    const personId = must(host, 'six').personId
    const { id } = await test.admin.call('activities.save', { id: null, revision: null, fields: meeting(studioId, { chairPersonId: personId }), sheet: null })
    withFile(test, ({ sqlite }) => sqlite.prepare('UPDATE person SET name = ? WHERE id = ?').run('陶秋岚', personId))
    expect(await newest('activity', id)).toContainEqual({ kind: 'activity', field: '主持', before: '（空）', after: '陶秋岚' })
  })

  it('finds the marks of an attendance under the people’s names', async () => {
    seedStudio(test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, [{ name: '沈知远' }, { name: '顾云舒' }])
    const sheet = (mark: 'present' | 'excused') => [{ personId: 'wen-p1', mark: 'present' as const, note: null }, { personId: 'wen-p2', mark, note: mark === 'excused' ? '病假' : null }]
    const { id } = await test.admin.call('activities.save', { id: null, revision: null, fields: meeting('wen'), sheet: sheet('present') })
    await test.admin.call('activities.saveAttendance', { id, revision: 1, sheet: sheet('excused') })
    expect((await newest('activity', id)).filter(({ kind }) => kind === 'attendance')).toEqual([{ kind: 'attendance', field: '顾云舒', before: '出席', after: '请假：病假' }])
  })

  it('can tell two people of one name apart, on both sides of a change alike', async () => {
    const [first = '', second = ''] = addPeople(test, [{ name: '李静' }, { name: '李静' }])
    seedStudio(test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, [{ name: '沈知远' }])
    const { id } = await test.admin.call('activities.save', {
      id: null, revision: null, fields: meeting('wen'), sheet: [{ personId: first, mark: 'present', note: null }, { personId: second, mark: 'present', note: null }],
    })
    // One of them is late after all, the other was not there as a guest at all.
    await test.admin.call('activities.saveAttendance', { id, revision: 1, sheet: [{ personId: first, mark: 'late', note: null }] })
    const lines = (await newest('activity', id)).filter(({ kind }) => kind === 'attendance')
    expect(lines).toHaveLength(2)
    expect(lines).toContainEqual({ kind: 'attendance', field: `李静（${first.slice(0, 4)}）`, before: '出席', after: '迟到' })
    expect(lines).toContainEqual({ kind: 'attendance', field: `李静（${second.slice(0, 4)}）`, before: '出席', after: '（空）' })
  })

  it('finds the fund, the activity and the reversed entry of a posting by their words', async () => {
    const { studioId, name } = aStudioOfSix(test)
    const base = { studioId, termKey: '2026-1', note: null, happenedOn: '2026-09-03' }
    await test.admin.call('ledger.postPerHead', { ...base, rule: { countingOn: '2026-09-01', rolesCounted: ['host', 'member'] }, rate: '300', expectedCount: 6 })
    const activity = await test.admin.call('activities.save', { id: null, revision: null, fields: meeting(studioId, { title: '外出听课' }), sheet: null })
    const expense = await test.admin.call('ledger.postExpense', {
      ...base, amount: '120', summary: '交通费', category: null, payee: null, invoiceCode: null, invoiceNo: null, activityId: activity.id, handledBy: null, witnessedBy: null, approvedBy: null, warningsSeen: true,
    })
    const written = await newest('ledgerEntry', expense.id)
    expect(written).toContainEqual({ kind: 'ledgerEntry', field: '活动', before: '（空）', after: '外出听课' })
    expect(written.find(({ field }) => field === '经费账户')?.after).toContain(name.replace('工作室', ''))
    expect(written).toContainEqual({ kind: 'ledgerEntry', field: '记账人', before: '（空）', after: '周管理' })
    const reversal = await test.admin.call('ledger.reverse', { entryId: expense.id, happenedOn: '2026-09-03', reason: '金额记错' })
    expect(await newest('ledgerEntry', reversal.id)).toContainEqual({ kind: 'ledgerEntry', field: '冲销的是', before: '（空）', after: '第 2 笔' })
  })

  it('sees the number where the record itself is gone, rather than nothing or a wrong name', async () => {
    const { studioId, people: [host] } = aStudioOfSix(test)
    const nobody = randomUUID()
    const { id } = await test.admin.call('activities.save', { id: null, revision: null, fields: meeting(studioId, { chairPersonId: host?.personId ?? null }), sheet: null })
    const row = { seq: 1, at: '2026-09-03T02:00:00.000Z', actorName: '周管理', action: 'activities.save', summary: '', changes: [{ kind: 'activity', id, before: null, after: { chairPersonId: nobody, title: '第1次例会' } }] }
    // Only a membership asks for the scheme, and with it for where the program lies.
    withFile(test, ({ db }) => expect(withNames({ db, surroundings: {} as never }, [row])).toEqual([row]))
  })
})
