import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ActivityFields, MarkedPerson } from '../../../shared/contract/activities.ts'
import { fromPlainText } from '../../../shared/domain/activities/rich-text.ts'
import { must } from '../../../shared/must.ts'
import { freshProgram, password, type TestProgram } from '../../../tests/fixtures/program.ts'
import { seedPerson, seedStudio, tenNames } from '../../../tests/fixtures/studio-with-members.ts'

let test: TestProgram
beforeEach(async () => {
  test = await freshProgram()
  seedStudio(test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, tenNames.map((name) => ({ name })))
})
afterEach(() => test.close())

const aMeeting = (more: Partial<ActivityFields> = {}): ActivityFields => ({
  studioId: 'wen', kind: 'regularMeeting', title: '第1次例会', themeId: null, heldOn: '2026-09-10', startTime: '14:00', endTime: '16:30', place: '三楼会议室',
  level: 'school', chairPersonId: 'wen-p1', recorderPersonId: 'wen-p2', centralSpeaker: '顾云舒', experts: '县教研室 何老师\n市教科院 方老师',
  agenda: '学习方案\n分工', minutes: fromPlainText('一、学习实施方案。\n二、议定分工。'), resolutions: '每人听课 20 节\n国庆前交计划', ...more,
})
const everybody = (mark: MarkedPerson['mark'] = 'present'): MarkedPerson[] =>
  tenNames.map((_, at) => ({ personId: `wen-p${at + 1}`, mark, note: null }))
const save = (fields: ActivityFields = aMeeting(), sheet: MarkedPerson[] | null = everybody()) =>
  test.admin.call('activities.save', { id: null, revision: null, fields, sheet })

describe('a meeting', () => {
  it('is saved with its attendance in one step and read back as it was written', async () => {
    const { id, termKey, revision } = await save()
    expect({ termKey, revision }).toEqual({ termKey: '2026-1', revision: 1 })
    const read = await test.admin.call('activities.get', { id })
    expect(read).toMatchObject({ ...aMeeting(), studioName: '沈知远语文名师工作室', chairName: '沈知远', recorderName: '顾云舒', mayWrite: true })
    expect(read.people.map(({ name, role, mark }) => [name, role, mark])).toEqual(tenNames.map((name, at) => [name, at === 0 ? 'host' : 'member', 'present']))
    const { rows } = await test.admin.call('audit.list', {})
    expect(rows[0]).toMatchObject({ action: 'activities.save', summary: '登记活动「第1次例会」（2026-09-10），出勤 10 人' })
  })

  it('names everybody by the word of the studio’s scheme, a guest by none', async () => {
    seedPerson(test.folder, { id: 'guest', name: '方来宾' })
    const { id } = await save(aMeeting(), [...everybody(), { personId: 'guest', mark: 'present', note: null }])
    const words = (people: readonly { roleName: string | null }[]) => people.map(({ roleName }) => roleName)
    const { people } = await test.admin.call('activities.get', { id })
    expect([words(people)[0], words(people)[1], words(people).at(-1)]).toEqual(['首席教师', '成员', null])
    expect(words((await test.admin.call('activities.expected', { studioId: 'wen', heldOn: '2026-09-10' })).people)[0]).toBe('首席教师')
    expect(words((await test.admin.call('activities.totals', { termKey: '2026-1' })).rows)[0]).toBe('首席教师')
  })

  it('belongs to the term of its day; a day outside of every term is told', async () => {
    expect((await test.admin.refused('activities.save', { id: null, revision: null, fields: aMeeting({ heldOn: '2027-02-10' }), sheet: null })).message)
      .toContain('2027-02-10 不在任何一个学期里')
    expect((await test.admin.call('activities.list', { termKey: '2026-1' })).rows).toEqual([])
  })

  it('is refused when it ends before it starts, when nobody of that id is there, and when somebody stands twice on the sheet', async () => {
    const input = { id: null, revision: null, sheet: null }
    expect((await test.admin.refused('activities.save', { ...input, fields: aMeeting({ endTime: '13:59' }) })).message).toBe('结束时间 13:59 应晚于开始时间 14:00，请核对')
    expect((await test.admin.refused('activities.save', { ...input, fields: aMeeting({ startTime: null }) })).code).toBe('activities.timesOutOfOrder')
    expect((await test.admin.refused('activities.save', { ...input, fields: aMeeting({ chairPersonId: 'nobody' }) })).code).toBe('activities.noSuchPerson')
    const twice = [...everybody(), { personId: 'wen-p1', mark: 'absent' as const, note: null }]
    expect((await test.admin.refused('activities.save', { ...input, fields: aMeeting(), sheet: twice })).code).toBe('activities.twiceOnSheet')
    expect((await test.admin.call('activities.list', { termKey: '2026-1' })).rows).toEqual([])
  })

  it('that somebody else has changed meanwhile is not overwritten', async () => {
    const { id, revision } = await save()
    await test.admin.call('activities.save', { id, revision, fields: aMeeting({ place: '报告厅' }), sheet: null })
    const late = await test.admin.refused('activities.save', { id, revision, fields: aMeeting({ place: '操场' }), sheet: everybody('absent') })
    expect(late.kind).toBe('conflict')
    const now = await test.admin.call('activities.get', { id })
    expect(now).toMatchObject({ place: '报告厅', revision: 2 })
    expect(now.people.every(({ mark }) => mark === 'present')).toBe(true)
  })

  it('goes to the recycle bin with a reason, stops counting there, and comes back with its marks', async () => {
    const { id } = await save()
    expect((await test.admin.refused('activities.remove', { id, revision: 1, reason: ' ' })).kind).toBe('invalid')
    await test.admin.call('activities.remove', { id, revision: 1, reason: '登记重了' })
    expect((await test.admin.call('activities.list', { termKey: '2026-1' })).rows).toEqual([])
    expect((await test.admin.call('activities.totals', { termKey: '2026-1' })).rows.every(({ expected }) => expected === 0)).toBe(true)
    expect((await test.admin.call('activities.list', { termKey: '2026-1', removed: true })).rows).toMatchObject([{ id, removedReason: '登记重了' }])
    expect((await test.admin.refused('activities.save', { id, revision: 2, fields: aMeeting(), sheet: null })).code).toBe('activities.removed')
    await test.admin.call('activities.bringBack', { id })
    expect((await test.admin.call('activities.list', { termKey: '2026-1' })).rows[0]?.attendance).toEqual({ expected: 10, present: 10, late: 0, excused: 0, absent: 0 })
  })
})

describe('the list of a term', () => {
  it('is narrowed by studio, kind and text, the latest first', async () => {
    seedStudio(test.folder, { id: 'shu', name: '梁叙数学名师工作室' }, [{ name: '梁叙' }])
    await save(aMeeting({ title: '第1次例会', heldOn: '2026-09-10' }))
    await save(aMeeting({ title: '《背影》公开课', kind: 'openLesson', heldOn: '2026-09-24' }), null)
    await save(aMeeting({ studioId: 'shu', title: '数学例会', chairPersonId: null, recorderPersonId: null, heldOn: '2026-09-17' }), null)
    const titles = async (more: object) => (await test.admin.call('activities.list', { termKey: '2026-1', ...more })).rows.map(({ title }) => title)
    expect(await titles({})).toEqual(['《背影》公开课', '数学例会', '第1次例会'])
    expect(await titles({ studioId: 'wen' })).toEqual(['《背影》公开课', '第1次例会'])
    expect(await titles({ kinds: ['openLesson'] })).toEqual(['《背影》公开课'])
    expect(await titles({ text: '梁叙' })).toEqual(['数学例会'])
    expect(await titles({ text: '三楼' })).toHaveLength(3)
    expect((await test.admin.call('activities.list', { termKey: '2026-2' })).rows).toEqual([])
  })
})

describe('attendance', () => {
  it('is expected of the members of that very day', async () => {
    seedStudio(test.folder, { id: 'xin', name: '新工作室' }, [{ name: '梁叙' }, { name: '早退者', toOn: '2026-09-30' }, { name: '后来者', fromOn: '2026-10-08' }])
    const on = async (heldOn: string) => (await test.admin.call('activities.expected', { studioId: 'xin', heldOn })).people.map(({ name }) => name)
    expect(await on('2026-09-10')).toEqual(['梁叙', '早退者'])
    expect(await on('2026-10-08')).toEqual(['梁叙', '后来者'])
  })

  it('is saved for all people at once, guests too, and replaces what stood there', async () => {
    seedPerson(test.folder, { id: 'guest', name: '方来宾' })
    const { id } = await save(aMeeting(), null)
    const sheet: MarkedPerson[] = everybody().map((row, at) => at === 3 ? { ...row, mark: 'excused', note: '病假' } : row)
    const first = await test.admin.call('activities.saveAttendance', { id, revision: 1, sheet: [...sheet, { personId: 'guest', mark: 'late', note: null }] })
    expect(first).toEqual({ revision: 2, counts: { expected: 11, present: 9, late: 1, excused: 1, absent: 0 } })
    const read = await test.admin.call('activities.get', { id })
    expect(read.people.at(-1)).toMatchObject({ name: '方来宾', role: null, mark: 'late' })
    expect(read.people[3]).toMatchObject({ name: '江映雪', mark: 'excused', note: '病假' })
    await test.admin.call('activities.saveAttendance', { id, revision: 2, sheet: sheet.map((row, at) => at === 0 ? row : { ...row, mark: null }) })
    const again = await test.admin.call('activities.get', { id })
    expect(again.people.filter(({ mark }) => mark !== null).map(({ name }) => name)).toEqual(['沈知远'])
    expect(again.people.some(({ name }) => name === '方来宾')).toBe(false)
  })

  it('adds up to times and hours per member, each figure with the activities behind it', async () => {
    await save(aMeeting({ heldOn: '2026-09-10' }))
    await save(aMeeting({ heldOn: '2026-09-24', startTime: null, endTime: null }), everybody('late'))
    await save(aMeeting({ heldOn: '2026-10-15' }), everybody('absent').slice(1))
    await save(aMeeting({ heldOn: '2026-10-29' }), null)
    await save(aMeeting({ heldOn: '2026-12-10' }), null)
    test.clock.goTo('2026-11-20')
    await test.admin.call('accounts.unlock', { password })
    const { rows, activities } = await test.admin.call('activities.totals', { termKey: '2026-1', studioId: 'wen' })
    expect(activities).toBe(5)
    expect(rows[0]).toMatchObject({ name: '沈知远', role: 'host', expected: 2, present: 1, late: 1, absent: 0, rate: 1, minutes: 150, withoutTimes: 1, notEntered: 1 })
    expect(rows[1]).toMatchObject({ name: '顾云舒', expected: 3, present: 1, late: 1, absent: 1, minutes: 150 })
    const behind = await test.admin.call('activities.behindTotal', { termKey: '2026-1', studioId: 'wen', personId: 'wen-p1' })
    expect(behind.rows.map(({ heldOn, mark, minutes, notCounted }) => [heldOn, mark, minutes, notCounted])).toEqual([
      ['2026-09-10', 'present', 150, null], ['2026-09-24', 'late', null, null],
      ['2026-10-15', null, null, 'notOnSheet'], ['2026-10-29', null, null, 'notEntered'], ['2026-12-10', null, null, 'toCome'],
    ])
    for (const row of rows) {
      const detail = await test.admin.call('activities.behindTotal', { termKey: '2026-1', studioId: 'wen', personId: row.personId })
      expect(detail.rows.filter(({ notCounted }) => notCounted === null)).toHaveLength(row.expected)
      expect(detail.rows.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)).toBe(row.minutes)
    }
  })
})

describe('as last time', () => {
  it('takes over what recurs, counts the title on, and brings this day\'s members with last time\'s guests', async () => {
    seedPerson(test.folder, { id: 'guest', name: '方来宾' })
    await save(aMeeting({ title: '第3次例会' }), [...everybody(), { personId: 'guest', mark: 'present', note: null }])
    await save(aMeeting({ title: '公开课', kind: 'openLesson', heldOn: '2026-09-17', startTime: '08:00', endTime: '08:45' }))
    const { draft } = await test.admin.call('activities.asLastTime', { studioId: 'wen', heldOn: '2026-09-24', kind: 'regularMeeting' })
    expect(draft).toMatchObject({ title: '第4次例会', startTime: '14:00', endTime: '16:30', place: '三楼会议室', chair: { name: '沈知远' }, from: { title: '第3次例会', heldOn: '2026-09-10' } })
    expect(must(draft, 'there is a former one').people.map(({ name }) => name)).toEqual([...tenNames, '方来宾'])
    expect((await test.admin.call('activities.asLastTime', { studioId: 'wen', heldOn: '2026-09-24', kind: null })).draft?.title).toBe('公开课')
    expect((await test.admin.call('activities.asLastTime', { studioId: 'wen', heldOn: '2026-09-01', kind: null })).draft).toBeNull()
  })
})

describe('the calendar of the term', () => {
  it('has every week with its teaching number, holidays by name and what was held on the day', async () => {
    await test.admin.call('school.saveHoliday', { id: null, name: '国庆节', kind: 'off', startsOn: '2026-10-01', endsOn: '2026-10-07' })
    await test.admin.call('school.saveHoliday', { id: null, name: '国庆调休', kind: 'makeup', startsOn: '2026-10-10', endsOn: '2026-10-10' })
    await save(aMeeting({ heldOn: '2026-10-10', title: '补课日例会' }))
    const { weeks } = await test.admin.call('activities.calendar', { termKey: '2026-1' })
    expect(weeks[0]).toMatchObject({ number: 1, startsOn: '2026-08-31', endsOn: '2026-09-06' })
    expect(weeks.at(-1)).toMatchObject({ number: null, endsOn: '2027-01-31' })
    const days = weeks.flatMap((week) => week.days)
    expect(days.find(({ day }) => day === '2026-10-01')).toMatchObject({ isTeachingDay: false, holiday: { name: '国庆节', kind: 'off' } })
    expect(days.find(({ day }) => day === '2026-10-10')).toMatchObject({ isTeachingDay: true, holiday: { name: '国庆调休', kind: 'makeup' }, activities: [{ title: '补课日例会' }] })
  })
})

describe('whose activities somebody sees', () => {
  it('a member reads those of her own studio and writes none; a host writes those of hers', async () => {
    seedStudio(test.folder, { id: 'shu', name: '梁叙数学名师工作室' }, [{ name: '梁叙' }])
    const { id } = await save()
    const other = await save(aMeeting({ studioId: 'shu', title: '数学例会', chairPersonId: null, recorderPersonId: null }), null)
    const member = await test.as('member', 'wen-p2')
    expect((await member.call('activities.list', { termKey: '2026-1' })).rows.map((row) => row.id)).toEqual([id])
    expect(await member.call('activities.get', { id })).toMatchObject({ mayWrite: false })
    expect((await member.call('activities.studios', {})).rows).toEqual([{ id: 'wen', name: '沈知远语文名师工作室', mayWrite: false }])
    expect((await member.refused('activities.get', { id: other.id })).code).toBe('studios.notYours')
    expect((await member.refused('activities.list', { termKey: '2026-1', studioId: 'shu' })).code).toBe('studios.notYours')
    expect((await member.refused('activities.totals', { termKey: '2026-1', studioId: 'shu' })).code).toBe('studios.notYours')
    expect((await member.refused('activities.behindTotal', { termKey: '2026-1', studioId: 'shu', personId: 'shu-p1' })).code).toBe('studios.notYours')
    expect((await member.refused('activities.expected', { studioId: 'shu', heldOn: '2026-09-10' })).code).toBe('studios.notYours')
    expect((await member.call('activities.calendar', { termKey: '2026-1' })).weeks.flatMap(({ days }) => days.flatMap((day) => day.activities))).toHaveLength(1)
    expect((await member.refused('activities.save', { id, revision: 1, fields: aMeeting(), sheet: null })).kind).toBe('forbidden')

    const host = await test.as('host', 'wen-p1')
    expect(await host.call('activities.save', { id, revision: 1, fields: aMeeting({ place: '报告厅' }), sheet: null })).toMatchObject({ revision: 2 })
    for (const refused of [
      await host.refused('activities.save', { id: null, revision: null, fields: aMeeting({ studioId: 'shu' }), sheet: null }),
      await host.refused('activities.save', { id: other.id, revision: 1, fields: aMeeting({ studioId: 'wen' }), sheet: null }),
      await host.refused('activities.saveAttendance', { id: other.id, revision: 1, sheet: [] }),
      await host.refused('activities.remove', { id: other.id, revision: 1, reason: '试' }),
      await host.refused('activities.bringBack', { id: other.id }),
      await host.refused('activities.asLastTime', { studioId: 'shu', heldOn: '2026-09-10', kind: null }),
    ]) expect(['studios.notYours', 'activities.otherStudio']).toContain(refused.code)
    const guest = await test.as('host', 'wen-p3')
    expect((await guest.refused('activities.remove', { id, revision: 2, reason: '试' })).code).toBe('studios.notYours')
  })
})
