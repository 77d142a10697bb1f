import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ActivityFields } from '../../../shared/contract/activities.ts'
import { type Caller, freshProgram, TestClock, type TestProgram } from '../../../tests/fixtures/program.ts'
import { seedStudio, tenNames } from '../../../tests/fixtures/studio-with-members.ts'

let test: TestProgram
let [host, leader, clerk]: readonly Caller[] = []
beforeEach(async () => {
  test = await freshProgram({ clock: new TestClock('2026-10-10T02:00:00.000Z') })
  seedStudio(test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, tenNames.map((name) => ({ name })))
  await test.admin.call('schemes.choose', { code: '004-03', version: '1', key: 'activityFiling', value: 'all' })
  host = await test.as('host', 'wen-p1')
  leader = await test.as('leader')
  clerk = await test.as('clerk')
})
afterEach(() => test.close())

const as = (caller: Caller | undefined): Caller => {
  if (!caller) throw new Error('somebody is signed in')
  return caller
}
const aLecture = (more: Partial<ActivityFields> = {}): ActivityFields => ({
  studioId: 'wen', kind: 'lecture', title: '全县讲座', themeId: null, heldOn: '2026-10-20', startTime: '14:00', endTime: '16:00', place: '报告厅', level: 'county',
  chairPersonId: 'wen-p1', recorderPersonId: null, centralSpeaker: null, experts: null, agenda: null, minutes: [], resolutions: null, ...more,
})
const plan = async (more: Partial<ActivityFields> = {}) => (await test.admin.call('activities.save', { id: null, revision: null, fields: aLecture(more), sheet: null })).id
const submission = (activityId: string, revision = 1) => ({ activityId, revision, audience: '全县语文教师', headcount: 120, note: null })
const approval = (...filingIds: string[]) => ({ filingIds, approvedOn: '2026-10-09', approver: '领导小组办公室', fileNo: '云教备〔2026〕3号', note: null })
const standing = async (id: string) => (await test.admin.call('activities.list', { termKey: '2026-1' })).rows.find((row) => row.id === id)?.filing

describe('the filing of an activity', () => {
  it('is handed in by the host, approved by the leader, and its history says so in names', async () => {
    const id = await plan()
    expect(await standing(id)).toMatchObject({ needed: true, state: 'notFiled', turn: 'toFile' })
    const { id: filingId } = await as(host).call('activities.submitFiling', submission(id))
    expect(await standing(id)).toMatchObject({ state: 'submitted', turn: 'toDecide', filingId })
    expect((await as(leader).call('activities.filing', { activityId: id })).steps).toEqual(['approve', 'return'])
    await as(leader).call('activities.approveFilings', approval(filingId))
    expect(await standing(id)).toMatchObject({ state: 'approved', turn: null, trouble: null })
    const { rows, need } = await as(host).call('activities.filing', { activityId: id })
    expect(need).toEqual({ rule: null, to: null })
    expect(rows).toMatchObject([{ filed: { title: '全县讲座', heldOn: '2026-10-20', place: '报告厅' }, audience: '全县语文教师', headcount: 120, decision: 'approved', approvedOn: '2026-10-09', fileNo: '云教备〔2026〕3号' }])
    const history = await test.admin.call('audit.ofRecord', { kind: 'activity', id })
    expect(history.rows.map(({ summary }) => summary)).toContain('活动「全县讲座」（2026-10-20）送审备案')
    expect(history.rows[0]?.changes[0]?.after).toMatchObject({ decision: 'approved', approvedOn: '2026-10-09', fileNo: '云教备〔2026〕3号' })
  })

  it('comes back with a reason and can be handed in again', async () => {
    const id = await plan()
    const first = await as(host).call('activities.submitFiling', submission(id))
    await as(clerk).call('activities.returnFiling', { id: first.id, reason: '缺安全预案' })
    expect(await standing(id)).toMatchObject({ state: 'returned', turn: 'toFile' })
    await as(host).call('activities.submitFiling', { ...submission(id), note: '已补安全预案' })
    const { rows } = await as(host).call('activities.filing', { activityId: id })
    expect(rows.map(({ decision, decisionNote, note }) => [decision, decisionNote, note])).toEqual([[null, null, '已补安全预案'], ['returned', '缺安全预案', null]])
  })

  it('can be withdrawn while nobody has decided, and no longer afterwards', async () => {
    const id = await plan()
    const { id: filingId } = await as(host).call('activities.submitFiling', submission(id))
    expect((await as(host).refused('activities.submitFiling', submission(id))).code).toBe('activities.notNow')
    await as(host).call('activities.withdrawFiling', { id: filingId })
    expect(await standing(id)).toMatchObject({ state: 'notFiled', turn: 'toFile' })
    expect((await as(clerk).refused('activities.approveFilings', approval(filingId))).code).toBe('activities.notNow')
    const again = await as(host).call('activities.submitFiling', submission(id))
    await as(clerk).call('activities.approveFilings', approval(again.id))
    expect((await as(host).refused('activities.withdrawFiling', { id: again.id })).code).toBe('activities.notNow')
  })

  it('is approved for several at once or for none, and taken back in one go', async () => {
    const ids = [await plan(), await plan({ title: '第二场', heldOn: '2026-10-21' }), await plan({ title: '第三场', heldOn: '2026-10-22' })]
    const filings: string[] = []
    for (const id of ids) filings.push((await as(host).call('activities.submitFiling', submission(id))).id)
    await as(host).call('activities.withdrawFiling', { id: filings[2] ?? '' })
    expect((await as(leader).refused('activities.approveFilings', approval(...filings))).code).toBe('activities.notNow')
    expect(await standing(ids[0] ?? '')).toMatchObject({ state: 'submitted' })
    expect(await as(leader).call('activities.approveFilings', approval(...filings.slice(0, 2)))).toEqual({ approved: 2 })
    expect(await as(leader).call('activities.reopenFilings', { filingIds: filings.slice(0, 2) })).toEqual({ waiting: 2 })
    expect(await standing(ids[1] ?? '')).toMatchObject({ state: 'submitted', turn: 'toDecide' })
  })

  it('is approved by nobody who handed it in, but for the office that enters what stands on paper', async () => {
    const id = await plan()
    const { id: filingId } = await as(clerk).call('activities.submitFiling', submission(id))
    await as(clerk).call('activities.approveFilings', approval(filingId))
    expect((await as(host).refused('activities.approveFilings', approval(filingId))).kind).toBe('forbidden')
    expect((await as(leader).refused('activities.submitFiling', submission(id))).kind).toBe('forbidden')
  })

  it('is not approved on a day to come', async () => {
    const { id } = await as(host).call('activities.submitFiling', submission(await plan()))
    expect((await as(leader).refused('activities.approveFilings', { ...approval(id), approvedOn: '2026-10-11' })).code).toBe('activities.approvedTooSoon')
  })
})

describe('what was held without approval', () => {
  it('is told in the list from the day after, and so is an approval that came too late', async () => {
    const [never, late] = [await plan({ heldOn: '2026-09-20' }), await plan({ heldOn: '2026-09-21' })]
    expect((await standing(never))?.trouble).toBe('heldWithout')
    const { id } = await as(host).call('activities.submitFiling', submission(late))
    await as(leader).call('activities.approveFilings', approval(id))
    expect((await standing(late))?.trouble).toBe('approvedLate')
  })

  it('an approved activity that is moved shows that the approval was for another day, and may be handed in anew', async () => {
    const id = await plan()
    const { id: filingId } = await as(host).call('activities.submitFiling', submission(id))
    await as(leader).call('activities.approveFilings', approval(filingId))
    await test.admin.call('activities.save', { id, revision: 1, fields: aLecture({ heldOn: '2026-10-27', place: null }), sheet: null })
    expect(await standing(id)).toMatchObject({ state: 'approved', trouble: 'otherwise', changed: ['heldOn', 'place'], turn: 'toFile' })
    expect((await as(host).refused('activities.submitFiling', submission(id))).kind).toBe('conflict')
    await as(host).call('activities.submitFiling', submission(id, 2))
    expect(await standing(id)).toMatchObject({ state: 'submitted', trouble: null, turn: 'toDecide' })
  })

  it('is not asked where the school does without filing, nor of an activity that was called off', async () => {
    const id = await plan({ heldOn: '2026-09-20' })
    await test.admin.call('activities.cancel', { id, revision: 1, reason: '改期' })
    expect(await standing(id)).toMatchObject({ trouble: null, turn: null })
    expect((await as(host).call('activities.filing', { activityId: id })).steps).toEqual([])
    const other = await plan({ heldOn: '2026-09-21' })
    await test.admin.call('schemes.choose', { code: '004-03', version: '1', key: 'activityFiling', value: 'none' })
    expect(await standing(other)).toMatchObject({ needed: false, trouble: null })
  })
})
