import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SeriesFields } from '../../../shared/contract/activity-series.ts'
import { freshProgram, TestClock, type TestProgram } from '../../../tests/fixtures/program.ts'
import { seedStudio, tenNames } from '../../../tests/fixtures/studio-with-members.ts'

let test: TestProgram
beforeEach(async () => {
  test = await freshProgram({ clock: new TestClock('2026-09-21T02:00:00.000Z') })
  seedStudio(test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, tenNames.map((name) => ({ name })))
  await test.admin.call('school.saveHoliday', { id: null, name: '国庆节', kind: 'off', startsOn: '2026-10-01', endsOn: '2026-10-07' })
})
afterEach(() => test.close())

const fields = (more: Partial<SeriesFields> = {}): SeriesFields => ({
  studioId: 'wen', termKey: '2026-1', kind: 'regularMeeting', title: '第1次例会', rhythm: 'twoWeeks', weekday: 4, weeks: [], fromOn: '2026-09-01', toOn: '2026-11-30',
  startTime: '15:00', endTime: '16:30', place: '三楼会议室', chairPersonId: 'wen-p1', sourceRef: null, ...more,
})
const days = ['2026-09-10', '2026-09-24', '2026-10-08', '2026-10-22']
const plan = (more: Partial<SeriesFields> = {}, on: string[] = days) => test.admin.call('activities.planSeries', { fields: fields(more), days: on })
const inTerm = async () => (await test.admin.call('activities.list', { termKey: '2026-1' })).rows.toReversed()
const series = async () => (await test.admin.call('activities.series', { studioId: 'wen', termKey: '2026-1' }))

describe('a series', () => {
  it('is planned in one go, its titles counted on, each an activity like any other', async () => {
    await plan()
    expect((await inTerm()).map(({ title, heldOn, startTime, place, chairName, level }) => [title, heldOn, startTime, place, chairName, level])).toEqual(
      days.map((day, at) => [`第${at + 1}次例会`, day, '15:00', '三楼会议室', '沈知远', 'county']),
    )
    expect((await series()).rows).toMatchObject([{ standing: 4, coming: 3, nextOn: '2026-09-24', endedAt: null, chairName: '沈知远' }])
    expect((await test.admin.call('audit.list', {})).rows[0]).toMatchObject({ action: 'activities.planSeries', summary: '排出「第1次例会」等 4 次活动' })
  })

  it('is made whole or not at all: a day outside of the term, or one given twice, is told', async () => {
    expect((await test.admin.refused('activities.planSeries', { fields: fields(), days: [...days, '2027-05-10'] })).kind).toBe('precondition')
    expect((await test.admin.refused('activities.planSeries', { fields: fields(), days: ['2026-09-10', '2026-09-10'] })).message).toBe('有一天排了两次，请去掉一次')
    expect((await test.admin.refused('activities.planSeries', { fields: fields({ endTime: '14:00' }), days })).code).toBe('activities.timesOutOfOrder')
    expect(await inTerm()).toEqual([])
    expect((await series()).rows).toEqual([])
  })

  it('is changed for all that are to come; what was held and what was called off stays as it was', async () => {
    const { id, activityIds } = await plan()
    await test.admin.call('activities.cancel', { id: activityIds[3] ?? '', revision: 1, reason: '撞上家长会' })
    const change = { id, revision: 1, startTime: '14:00', endTime: '15:30', place: '图书馆', chairPersonId: 'wen-p2', weekday: 3 }
    expect(await test.admin.call('activities.changeSeries', change)).toEqual({ changed: 2, keptDays: ['2026-10-08'] })
    expect((await inTerm()).map(({ heldOn, startTime, place }) => [heldOn, startTime, place])).toEqual([
      ['2026-09-10', '15:00', '三楼会议室'], ['2026-09-23', '14:00', '图书馆'], ['2026-10-08', '14:00', '图书馆'], ['2026-10-22', '15:00', '三楼会议室'],
    ])
    expect((await test.admin.refused('activities.changeSeries', change)).kind).toBe('conflict')
  })

  it('is ended: what is to come goes, but what has attendance; the end can be taken back', async () => {
    const { id, activityIds } = await plan()
    await test.admin.call('activities.saveAttendance', { id: activityIds[1] ?? '', revision: 1, sheet: [{ personId: 'wen-p1', mark: 'present', note: null }] })
    expect(await test.admin.call('activities.endSeries', { id, revision: 1 })).toEqual({ removed: 2 })
    expect((await inTerm()).map(({ heldOn }) => heldOn)).toEqual(['2026-09-10', '2026-09-24'])
    expect((await test.admin.refused('activities.endSeries', { id, revision: 2 })).code).toBe('activities.seriesEnded')
    await test.admin.call('activities.resumeSeries', { id })
    expect((await inTerm()).map(({ heldOn }) => heldOn)).toEqual(days)
    expect((await series()).rows[0]?.endedAt).toBeNull()
  })

  it('does not bring back what somebody had removed by hand before the end', async () => {
    const { id, activityIds } = await plan()
    await test.admin.call('activities.remove', { id: activityIds[3] ?? '', revision: 1, reason: '不开了' })
    await test.admin.call('activities.endSeries', { id, revision: 1 })
    await test.admin.call('activities.resumeSeries', { id })
    expect((await inTerm()).map(({ heldOn }) => heldOn)).toEqual(days.slice(0, 3))
  })
})

describe('what the scheme asks for regularly', () => {
  it('is offered as a series: 004-03 asks for an exchange a week', async () => {
    expect((await series()).wishes).toEqual([
      { sourceRef: '004-03/m02', kind: 'regularMeeting', rhythm: 'week', title: '第1次集体交流', words: '集体交流，每周至少 1 课时' },
    ])
  })
})
