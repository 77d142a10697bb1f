import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ActivityFields } from '../../../shared/contract/activities.ts'
import { freshProgram, TestClock, type TestProgram } from '../../../tests/fixtures/program.ts'
import { aStudio } from '../../../tests/fixtures/studios.ts'

const termKey = '2026-1'
const [study, settled] = ['004-05/d11', '004-05/d12']
let test: TestProgram
/** A studio of homeroom teachers that follows 004-05: a theme a term, study on it every two weeks. */
let studioId: string
beforeEach(async () => {
  test = await freshProgram({ clock: new TestClock('2026-10-22T02:00:00.000Z') })
  ;({ id: studioId } = await aStudio(test, { kind: 'homeroom', name: '陈思远名班主任工作室', subject: null, level: 'school', schemeCode: '004-05' }, { exceptionReason: '校内聘任' }))
})
afterEach(() => test.close())

const settle = () => test.admin.call('activities.saveTheme', { id: null, revision: null, fields: { studioId, termKey, title: '家校沟通的分寸', aim: null, fromOn: null, toOn: null } })
const hold = (more: Partial<ActivityFields>) => test.admin.call('activities.save', {
  id: null, revision: null, sheet: null,
  fields: { studioId, kind: 'seminar', title: '第1次研讨', heldOn: '2026-10-20', startTime: '14:30', endTime: '16:00', place: null, level: null, chairPersonId: null, recorderPersonId: null, centralSpeaker: null, experts: null, agenda: null, minutes: [], resolutions: null, ...more },
})
const due = async (ref: string) => (await test.admin.call('duties.due', { studioId })).items.find((item) => item.ref === ref)
/** How often it is still to be done, in all the periods that are on the list. */
const open = async (ref: string) => (await test.admin.call('duties.due', { studioId })).items.filter((item) => item.ref === ref).reduce((sum, { missing }) => sum + missing, 0)
const sources = async (ref: string) => (await test.admin.call('duties.explain', { studioId, termKey, ref, column: 'studio' })).lines
  .flatMap((line) => line.sources).map(({ kind, title, amount, why }) => [kind, title, amount, why])

describe('a studio under 004-05', () => {
  it('has the theme of the term on its list until it is settled, and again when it is removed', async () => {
    expect(await due(settled)).toMatchObject({ title: '定一个学期主题', missing: 1, fulfilment: { metrics: ['termTheme'], forPeriod: 'term:2026-1' } })
    const { id } = await settle()
    expect(await due(settled)).toBeUndefined()
    expect(await sources(settled)).toEqual([['theme', '家校沟通的分寸', 1, null]])
    await test.admin.call('activities.removeTheme', { id, revision: 1, reason: '换了主题' })
    expect(await due(settled)).toMatchObject({ missing: 1 })
  })

  it('has studied its theme when a meeting names it; a seminar that names none is told', async () => {
    const { id: themeId } = await settle()
    const before = await open(study)
    await hold({ title: '没写主题的研讨' })
    expect(await open(study)).toBe(before)
    expect(await sources(study)).toEqual([['activity', '没写主题的研讨', null, '没有写明研讨主题，请补填']])
    await hold({ kind: 'salon', title: '主题沙龙', heldOn: '2026-10-21', themeId })
    expect(await open(study)).toBe(before - 1)
    expect(await sources(study)).toContainEqual(['activity', '主题沙龙', 1, null])
    await test.admin.call('activities.removeTheme', { id: themeId, revision: 1, reason: '换了主题' })
    expect(await open(study)).toBe(before)
  })
})
