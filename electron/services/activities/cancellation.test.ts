import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ActivityFields, MarkedPerson } from '../../../shared/contract/activities.ts'
import { freshProgram, TestClock, type TestProgram } from '../../../tests/fixtures/program.ts'
import { seedStudio, tenNames } from '../../../tests/fixtures/studio-with-members.ts'

let test: TestProgram
beforeEach(async () => {
  test = await freshProgram({ clock: new TestClock('2026-12-01T02:00:00.000Z') })
  seedStudio(test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, tenNames.map((name) => ({ name })))
  seedStudio(test.folder, { id: 'shu', name: '白砚秋数学名师工作室' }, [{ name: '白砚秋', id: 'wen-p5' }])
})
afterEach(() => test.close())

const aMeeting = (more: Partial<ActivityFields> = {}): ActivityFields => ({
  studioId: 'wen', kind: 'regularMeeting', title: '第1次例会', themeId: null, heldOn: '2026-09-10', startTime: '14:00', endTime: '16:00', place: '三楼会议室', level: 'school',
  chairPersonId: 'wen-p1', recorderPersonId: null, centralSpeaker: null, experts: null, agenda: '学习方案', minutes: [], resolutions: null, ...more,
})
const everybody = (): MarkedPerson[] => tenNames.map((_, at) => ({ personId: `wen-p${at + 1}`, mark: 'present', note: null }))
const save = (fields: ActivityFields = aMeeting(), sheet: MarkedPerson[] | null = null, replacesId: string | null = null) =>
  test.admin.call('activities.save', { id: null, revision: null, fields, sheet, replacesId })
const inTerm = async () => (await test.admin.call('activities.list', { termKey: '2026-1' })).rows

describe('a cancelled activity', () => {
  it('stays in list and calendar with its reason and counts neither in totals nor in hours', async () => {
    const { id } = await save(aMeeting(), everybody())
    await test.admin.call('activities.cancel', { id, revision: 1, reason: '县里开会' })
    expect(await inTerm()).toMatchObject([{ id, cancelledReason: '县里开会', madeUpOn: null }])
    const { weeks } = await test.admin.call('activities.calendar', { termKey: '2026-1' })
    expect(weeks.flatMap(({ days }) => days.flatMap(({ activities }) => activities))).toMatchObject([{ id, cancelledAt: expect.any(String) as string }])
    const totals = await test.admin.call('activities.totals', { termKey: '2026-1' })
    expect(totals.activities).toBe(0)
    expect(totals.rows.every(({ expected, minutes, notEntered }) => expected + minutes + notEntered === 0)).toBe(true)
    const behind = await test.admin.call('activities.behindTotal', { termKey: '2026-1', studioId: 'wen', personId: 'wen-p2' })
    expect(behind.rows).toMatchObject([{ id, mark: 'present', minutes: null, notCounted: 'cancelled' }])
  })

  it('counts for no duty', async () => {
    await test.admin.call('studios.saveCycle', { studioId: 'wen', id: null, startsOn: '2026-08-31', endsOn: '2029-08-30' })
    const { id } = await save(aMeeting({ kind: 'planningMeeting' }), everybody())
    const counted = async () => (await test.admin.call('duties.matrix', { studioId: 'wen', termKey: '2026-1' })).rows
    const before = JSON.stringify(await counted())
    await test.admin.call('activities.cancel', { id, revision: 1, reason: '改期' })
    expect(JSON.stringify(await counted())).not.toBe(before)
    await test.admin.call('activities.takeBackCancellation', { id })
    expect(JSON.stringify(await counted())).toBe(before)
  })

  it('takes no changes and no attendance until the cancellation is taken back; then everything stands as before', async () => {
    const { id } = await save(aMeeting(), everybody())
    expect((await test.admin.refused('activities.cancel', { id, revision: 1, reason: ' ' })).kind).toBe('invalid')
    await test.admin.call('activities.cancel', { id, revision: 1, reason: '改期' })
    expect((await test.admin.refused('activities.cancel', { id, revision: 2, reason: '改期' })).code).toBe('activities.cancelled')
    expect((await test.admin.refused('activities.save', { id, revision: 2, fields: aMeeting(), sheet: null })).code).toBe('activities.cancelled')
    expect((await test.admin.refused('activities.saveAttendance', { id, revision: 2, sheet: [] })).code).toBe('activities.cancelled')
    await test.admin.call('activities.takeBackCancellation', { id })
    expect(await test.admin.call('activities.get', { id })).toMatchObject({ cancelledAt: null, cancelledReason: null, revision: 3 })
    expect((await test.admin.call('activities.totals', { termKey: '2026-1', studioId: 'wen' })).rows[0]).toMatchObject({ expected: 1, present: 1, minutes: 120 })
  })

  it('is not called off by somebody who has an older state of it before her', async () => {
    const { id } = await save()
    await test.admin.call('activities.save', { id, revision: 1, fields: aMeeting({ place: '报告厅' }), sheet: null })
    expect((await test.admin.refused('activities.cancel', { id, revision: 1, reason: '改期' })).kind).toBe('conflict')
  })

  it('can be removed like any other', async () => {
    const { id } = await save()
    await test.admin.call('activities.cancel', { id, revision: 1, reason: '改期' })
    await test.admin.call('activities.remove', { id, revision: 2, reason: '登记重了' })
    expect(await inTerm()).toEqual([])
  })
})

describe('what makes up for a cancelled activity', () => {
  it('points to it, and both say so', async () => {
    const { id } = await save()
    await test.admin.call('activities.cancel', { id, revision: 1, reason: '改期' })
    const makeup = await save(aMeeting({ title: '第1次例会（补开）', heldOn: '2026-09-17' }), null, id)
    expect(await inTerm()).toMatchObject([{ id: makeup.id, replacesOn: '2026-09-10' }, { id, madeUpOn: '2026-09-17' }])
    expect((await test.admin.call('activities.get', { id })).madeUpBy).toEqual({ id: makeup.id, title: '第1次例会（补开）', heldOn: '2026-09-17' })
    expect((await test.admin.call('activities.get', { id: makeup.id })).replaces).toEqual({ id, title: '第1次例会', heldOn: '2026-09-10' })
    const { rows } = await test.admin.call('audit.ofRecord', { kind: 'activity', id: makeup.id })
    expect(rows[0]?.changes.find(({ kind }) => kind === 'activity')?.after).toMatchObject({ replacesId: '第1次例会' })
  })

  it('makes up once, for a cancelled one, in the same studio', async () => {
    const { id } = await save()
    expect((await test.admin.refused('activities.save', { id: null, revision: null, fields: aMeeting(), sheet: null, replacesId: id })).message).toBe('「第1次例会」没有取消，不用补开')
    await test.admin.call('activities.cancel', { id, revision: 1, reason: '改期' })
    expect((await test.admin.refused('activities.save', { id: null, revision: null, fields: aMeeting({ studioId: 'shu', chairPersonId: null }), sheet: null, replacesId: id })).code).toBe('activities.notToMakeUp')
    await save(aMeeting({ heldOn: '2026-09-17' }), null, id)
    expect((await test.admin.refused('activities.save', { id: null, revision: null, fields: aMeeting(), sheet: null, replacesId: id })).message).toBe('「第1次例会」已在 2026-09-17 补开')
  })
})
