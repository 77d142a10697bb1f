import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ActivityFields } from '../../../shared/contract/activities.ts'
import type { ThemeFields } from '../../../shared/contract/activity-themes.ts'
import { freshProgram, TestClock, type TestProgram } from '../../../tests/fixtures/program.ts'
import { seedStudio, tenNames } from '../../../tests/fixtures/studio-with-members.ts'

let test: TestProgram
beforeEach(async () => {
  test = await freshProgram({ clock: new TestClock('2026-10-22T02:00:00.000Z') })
  seedStudio(test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, tenNames.map((name) => ({ name })))
  seedStudio(test.folder, { id: 'shu', name: '方亦舟数学名师工作室' }, [{ name: '方亦舟' }])
  await test.admin.call('school.saveTerm', { key: '2026-2', startsOn: '2027-02-22', endsOn: '2027-07-10', teachingStartsOn: '2027-02-24', teachingEndsOn: '2027-07-02' })
})
afterEach(() => test.close())

const fields = (more: Partial<ThemeFields> = {}): ThemeFields => ({ studioId: 'wen', termKey: '2026-1', title: '整本书阅读怎么教', aim: null, fromOn: null, toOn: null, ...more })
const settle = async (more: Partial<ThemeFields> = {}) => (await test.admin.call('activities.saveTheme', { id: null, revision: null, fields: fields(more) })).id
const ofTerm = (termKey = '2026-1') => test.admin.call('activities.themes', { studioId: 'wen', termKey })
const hold = (more: Partial<ActivityFields> = {}, id: string | null = null, revision: number | null = null) => test.admin.call('activities.save', { id, revision, fields: meeting(more), sheet: null })
const meeting = (more: Partial<ActivityFields> = {}): ActivityFields => ({
  studioId: 'wen', kind: 'seminar', title: '第1次研讨', themeId: null, heldOn: '2026-10-15', startTime: '14:00', endTime: '16:00', place: null, level: null, chairPersonId: null,
  recorderPersonId: null, centralSpeaker: null, experts: null, agenda: null, minutes: [], resolutions: null, ...more,
})

describe('the themes of a term', () => {
  it('follow each other, each with what was held on it, what is to come and its files', async () => {
    const later = await settle({ title: '写作支架', fromOn: '2026-11-02', aim: '一个支架，三次打磨' })
    const first = await settle({ title: '整本书阅读怎么教', fromOn: '2026-09-01', toOn: '2026-10-31' })
    const { id } = await hold({ themeId: first })
    await hold({ themeId: first, title: '第2次研讨', heldOn: '2026-10-29' })
    await hold({ themeId: later, title: '第3次研讨', heldOn: '2026-11-12' })
    await test.admin.call('activities.addAttachment', { activityId: id, file: await test.admin.upload('导读单.txt', new TextEncoder().encode('第一章')) })
    const { rows, mayWrite } = await ofTerm()
    expect(mayWrite).toBe(true)
    expect(rows.map(({ title, aim, progress }) => [title, aim, progress])).toEqual([
      ['整本书阅读怎么教', null, { held: 1, toCome: 1, minutes: 120, withoutTimes: 0, lastOn: '2026-10-15', files: 1 }],
      ['写作支架', '一个支架，三次打磨', { held: 0, toCome: 1, minutes: 0, withoutTimes: 0, lastOn: null, files: 0 }],
    ])
    expect((await ofTerm('2026-2')).rows).toEqual([])
    expect((await test.admin.call('activities.list', { termKey: '2026-1', text: '写作' })).rows.map(({ title, themeTitle }) => [title, themeTitle])).toEqual([['第3次研讨', '写作支架']])
  })

  it('are refused at the field: a name that stands already, a day outside of the term, an end before the beginning', async () => {
    await settle()
    const refused = async (more: Partial<ThemeFields>) => (await test.admin.refused('activities.saveTheme', { id: null, revision: null, fields: fields(more) })).places
    expect(await refused({ title: '「整本书阅读」怎么教' })).toEqual([{ field: 'fields.title', message: '这个学期已有主题「整本书阅读怎么教」，请换一个名称，或直接修改它' }])
    expect(await refused({ title: '乙', fromOn: '2026-08-01' })).toMatchObject([{ field: 'fields.fromOn' }])
    expect(await refused({ title: '乙', fromOn: '2026-10-08', toOn: '2026-09-08' })).toMatchObject([{ field: 'fields.toOn' }])
    await settle({ termKey: '2026-2' })
    await settle({ studioId: 'shu' })
    expect((await ofTerm()).rows).toHaveLength(1)
  })

  it('are changed by whoever opened them last, and the history says so in words', async () => {
    const id = await settle()
    await test.admin.call('activities.saveTheme', { id, revision: 1, fields: fields({ title: '整本书阅读的导读课' }) })
    expect((await test.admin.refused('activities.saveTheme', { id, revision: 1, fields: fields({ title: '旧的' }) })).kind).toBe('conflict')
    expect((await test.admin.refused('activities.saveTheme', { id, revision: 2, fields: fields({ termKey: '2026-2' }) })).message).toContain('主题不能换到别的工作室或别的学期')
    expect((await test.admin.call('audit.list', {})).rows[0]).toMatchObject({ summary: '修改2026—2027学年第一学期的主题「整本书阅读的导读课」', changes: [{ kind: 'theme' }] })
    await hold({ themeId: id })
    expect((await test.admin.call('audit.list', {})).rows[0]?.changes[0]?.after).toMatchObject({ themeId: '整本书阅读的导读课' })
  })

  it('go to the recycle bin and come back; the activities that name one stand by it', async () => {
    const id = await settle()
    const { id: activityId } = await hold({ themeId: id })
    await test.admin.call('activities.removeTheme', { id, revision: 1, reason: '换了主题' })
    expect(await ofTerm()).toMatchObject({ rows: [], removed: [{ title: '整本书阅读怎么教', removedReason: '换了主题' }] })
    expect((await test.admin.call('activities.get', { id: activityId })).theme).toMatchObject({ title: '整本书阅读怎么教', removedAt: expect.any(String) as unknown })
    expect((await test.admin.call('activities.list', { termKey: '2026-1' })).rows[0]?.themeTitle).toBeNull()
    // Somebody who saves the activity for another reason does not lose the name; nobody new can take it.
    await hold({ themeId: id, place: '录播室' }, activityId, 1)
    await expect(hold({ themeId: id })).rejects.toThrow('在回收站里')
    await settle()
    expect((await test.admin.refused('activities.bringBackTheme', { id })).message).toContain('这个学期已有主题')
    const second = (await ofTerm()).rows[0]
    await test.admin.call('activities.removeTheme', { id: second?.id ?? '', revision: 1, reason: '重了' })
    await test.admin.call('activities.bringBackTheme', { id })
    expect((await ofTerm()).rows).toMatchObject([{ id, progress: { held: 1 } }])
  })

  it('are the host\'s to settle in her own studio; members read them', async () => {
    const host = await test.as('host', 'wen-p1')
    const { id } = await host.call('activities.saveTheme', { id: null, revision: null, fields: fields() })
    expect((await host.refused('activities.saveTheme', { id: null, revision: null, fields: fields({ studioId: 'shu' }) })).code).toBe('studios.notYours')
    const member = await test.as('member', 'wen-p2')
    expect(await member.call('activities.themes', { studioId: 'wen', termKey: '2026-1' })).toMatchObject({ rows: [{ id }], mayWrite: false })
    expect((await member.refused('activities.removeTheme', { id, revision: 1, reason: '试试' })).kind).toBe('forbidden')
    expect((await member.refused('activities.themes', { studioId: 'shu', termKey: '2026-1' })).code).toBe('studios.notYours')
  })
})

describe('an activity', () => {
  it('names a theme of its studio in its term, and no other', async () => {
    const spring = await settle({ termKey: '2026-2', title: '复习课的设计' })
    const others = await settle({ studioId: 'shu' })
    const refused = async (themeId: string) => (await test.admin.refused('activities.save', { id: null, revision: null, fields: meeting({ themeId }), sheet: null })).places
    expect(await refused(spring)).toEqual([{ field: 'fields.themeId', message: '主题「复习课的设计」是2026—2027学年第二学期的，这次活动在2026—2027学年第一学期，请重新选择或清空' }])
    expect(await refused(others)).toEqual([{ field: 'fields.themeId', message: '所选的主题不是这个工作室的，请重新选择' }])
    expect(await refused('nobody')).toMatchObject([{ field: 'fields.themeId' }])
  })

  it('that moves to another term has to name one of that term', async () => {
    const id = await settle()
    const { id: activityId } = await hold({ themeId: id })
    await expect(hold({ themeId: id, heldOn: '2027-03-04' }, activityId, 1)).rejects.toThrow('请重新选择或清空')
    await hold({ themeId: null, heldOn: '2027-03-04' }, activityId, 1)
    expect((await test.admin.call('activities.get', { id: activityId })).theme).toBeNull()
  })

  it('is offered the themes of its day, takes last time\'s within the term, and a series gives its theme to all', async () => {
    const id = await settle({ fromOn: '2026-10-01' })
    expect(await test.admin.call('activities.themesOn', { studioId: 'wen', heldOn: '2026-10-22' })).toEqual({ termKey: '2026-1', rows: [{ id, title: '整本书阅读怎么教' }], likelyId: id })
    expect((await test.admin.call('activities.themesOn', { studioId: 'wen', heldOn: '2026-09-22' })).likelyId).toBeNull()
    expect(await test.admin.call('activities.themesOn', { studioId: 'wen', heldOn: '2027-02-10' })).toEqual({ termKey: null, rows: [], likelyId: null })
    await test.admin.call('activities.planSeries', {
      fields: {
        studioId: 'wen', termKey: '2026-1', kind: 'seminar', title: '第1次研讨', rhythm: 'twoWeeks', weekday: 4, weeks: [], fromOn: '2026-10-01', toOn: '2026-11-30',
        startTime: '15:00', endTime: '16:30', place: null, chairPersonId: null, sourceRef: null,
      },
      days: ['2026-10-08', '2026-11-05'], themeId: id,
    })
    expect((await ofTerm()).rows[0]?.progress).toMatchObject({ held: 1, toCome: 1, minutes: 90 })
    const last = async (heldOn: string) => (await test.admin.call('activities.asLastTime', { studioId: 'wen', heldOn, kind: null })).draft?.theme
    expect(await last('2026-12-01')).toEqual({ id, title: '整本书阅读怎么教' })
    expect(await last('2027-03-01')).toBeNull()
  })
})
