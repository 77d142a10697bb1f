import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf, OutputOf } from '../../../shared/contract/routes.ts'
import { specOf, type OutcomeKind } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { must } from '../../../shared/must.ts'
import { type Caller, freshProgram, TestClock, type TestProgram } from '../../../tests/fixtures/program.ts'
import { seedStudio, tenNames } from '../../../tests/fixtures/studio-with-members.ts'

type Facts = InputOf<'outcomes.save'>['facts']

let test: TestProgram
/** The host of 语文 (wen-p1), a member of it (wen-p2), and the host of the other studio. */
let host: Caller
let member: Caller
let stranger: Caller
beforeAll(async () => {
  test = await freshProgram({ clock: new TestClock('2026-10-20T02:00:00.000Z') })
  seedStudio(test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, tenNames.map((name) => ({ name })))
  seedStudio(test.folder, { id: 'shu', name: '梁叙数学名师工作室' }, [{ name: '梁叙' }, { name: '闻人笛' }])
  host = await test.as('host', 'wen-p1')
  member = await test.as('member', 'wen-p2')
  stranger = await test.as('host', 'shu-p1')
})
afterAll(() => test.close())

const facts = (kind: OutcomeKind, more: Partial<Facts> = {}): Facts => ({
  kind, title: '《春》', onDay: '2026-10-12', untilDay: null, forPeriod: null, studioId: 'wen', levelKey: null, characters: null, quantity: 1, metricKey: null,
  people: [{ personId: 'wen-p2', part: specOf(kind).parts[0] ?? 'self', place: null }], details: {}, ...more,
})
const input = (given: Facts, more: Partial<InputOf<'outcomes.save'>> = {}): InputOf<'outcomes.save'> => ({ id: null, revision: null, facts: given, as: 'submitted', ...more })
const save = (who: Caller, kind: OutcomeKind, more: Partial<Facts> = {}, how: Partial<InputOf<'outcomes.save'>> = {}) => who.call('outcomes.save', input(facts(kind, more), how))
const titles = async (who: Caller, filter: InputOf<'outcomes.list'> = {}) => (await who.call('outcomes.list', filter)).rows.map(({ title }) => title)
const png = Uint8Array.from([0x89, ...Buffer.from('PNG\r\n'), 0x1a, 10, 0, 0, 0, 13, ...Buffer.from('IHDR')])

describe('a record of what somebody did', () => {
  it('is kept with people, level, fields of its kind and evidence, and read back as it was written', async () => {
    const given = facts('paper', {
      title: '作文面批的三个台阶', onDay: '2026-09-30', levelKey: 'city', characters: 3200, people: [{ personId: 'wen-p3', part: 'author', place: 1 }, { personId: 'wen-p1', part: 'author', place: 2 }],
      details: { result: 'published', journal: '云溪教育', cn: 'CN 12-0000/G4', issue: '2026 年第 9 期' },
    })
    const { id, revision, state } = await test.admin.call('outcomes.save', input(given))
    expect({ revision, state }).toEqual({ revision: 1, state: 'submitted' })
    await test.admin.call('outcomes.addAttachment', { outcomeId: id, file: await test.admin.upload('封面.png', png) })
    const record = await test.admin.call('outcomes.get', { id })
    expect(record).toMatchObject({ ...given, people: [{ name: '陆景行', place: 1 }, { name: '沈知远', place: 2 }], studioName: '沈知远语文名师工作室', levelName: '市级', mayWrite: true, mayConfirm: true })
    expect(record.attachments.map(({ fileName }) => fileName)).toEqual(['封面.png'])
    expect((await test.admin.call('outcomes.list', { kind: 'paper' })).rows).toMatchObject([{ title: '作文面批的三个台阶', evidence: 1, people: [{ name: '陆景行' }, { name: '沈知远' }] }])
    const { rows: [line] } = await test.admin.call('audit.ofRecord', { kind: 'outcome', id })
    expect(line).toMatchObject({ summary: '登记论文「作文面批的三个台阶」（2026-09-30）' })
    expect(must(line?.changes[0]?.after, 'it is new')).toMatchObject({ 类别: '论文', 情况: '发表', 刊物: '云溪教育', 作者: '陆景行（第 1 作者）、沈知远（第 2 作者）', 状态: '待确认' })
  })

  it('is refused with every place when its paper does not say what it must', async () => {
    const refusal = await test.admin.refused('outcomes.save', input(facts('project', { title: ' ', people: [] })))
    expect(refusal).toMatchObject({ code: 'outcomes.refused', message: '请填写课题名称' })
    expect(refusal.places?.map(({ field }) => field)).toEqual(['facts.title', 'facts.people', 'facts.levelKey'])
    expect((await test.admin.refused('outcomes.save', input(facts('openLesson', { levelKey: 'galaxy' })))).message).toBe('这个工作室的规程里没有这个级别，请重新选择')
    expect((await test.admin.refused('outcomes.save', input(facts('openLesson', { people: [{ personId: 'nobody', part: 'self', place: null }] })))).code).toBe('outcomes.noSuchPerson')
    expect((await test.admin.refused('outcomes.save', input(facts('growthStep', { details: { step: '宇宙名师' } })))).places).toMatchObject([{ field: 'facts.details.step' }])
    expect(await titles(test.admin, { kind: 'project' })).toEqual([])
  })

  it('that is already there for the same person, kind, title and day is told of once', async () => {
    await save(test.admin, 'openLesson', { title: '《背影》', onDay: '2026-10-09' })
    const again = input(facts('openLesson', { title: ' 背影 ', onDay: '2026-10-09' }))
    const refusal = await test.admin.refused('outcomes.save', again)
    expect(refusal).toMatchObject({ code: 'outcomes.duplicate', kind: 'precondition' })
    expect(refusal.message).toContain('2026-10-09 已经有一条公开课「《背影》」（顾云舒，待确认）')
    await save(test.admin, 'openLesson', { title: '《背影》', onDay: '2026-10-09', people: [{ personId: 'wen-p5', part: 'self', place: null }] })
    await save(test.admin, 'demonstrationLesson', { title: '《背影》', onDay: '2026-10-09' })
    await test.admin.call('outcomes.save', { ...again, duplicateSeen: true })
    expect(await titles(test.admin, { text: '背影', kind: 'openLesson' })).toHaveLength(3)
  })

  it('that somebody else has changed meanwhile is not overwritten', async () => {
    const { id, revision } = await save(test.admin, 'bookRead', { title: '《给教师的建议》' })
    await save(test.admin, 'bookRead', { title: '《给教师的一百条建议》' }, { id, revision })
    const late = await test.admin.refused('outcomes.save', input(facts('bookRead', { title: '《旧名》' }), { id, revision }))
    expect(late.kind).toBe('conflict')
    expect((await test.admin.call('outcomes.get', { id })).title).toBe('《给教师的一百条建议》')
  })

  it('goes to the recycle bin with a reason and comes back', async () => {
    const { id, revision } = await save(test.admin, 'reflection', { title: '听课有感' })
    await test.admin.call('outcomes.remove', { id, revision, reason: '登记重了' })
    expect(await titles(test.admin, { kind: 'reflection' })).toEqual([])
    expect((await test.admin.call('outcomes.list', { removed: true })).rows).toMatchObject([{ id, removedReason: '登记重了' }])
    expect((await test.admin.refused('outcomes.save', input(facts('reflection'), { id, revision: revision + 1 }))).code).toBe('outcomes.removed')
    await test.admin.call('outcomes.bringBack', { id })
    expect(await titles(test.admin, { kind: 'reflection' })).toEqual(['听课有感'])
  })
})

describe('from entering to confirming', () => {
  it('a member enters her own, the host confirms it, and a change makes it wait again', async () => {
    const { id } = await save(member, 'lecture', { title: '整本书阅读的任务单', details: { scope: 'area' } })
    expect((await member.refused('outcomes.confirm', { items: [{ id, revision: 1 }] })).code).toBe('accounts.notAllowed')
    await host.call('outcomes.confirm', { items: [{ id, revision: 1 }] })
    expect(await member.call('outcomes.get', { id })).toMatchObject({ state: 'confirmed', mayWrite: true, mayConfirm: false, confirmedBy: '测试host' })
    expect((await member.refused('outcomes.remove', { id, revision: 2, reason: '不要了' })).code).toBe('outcomes.isConfirmed')
    expect(await save(member, 'lecture', { title: '整本书阅读的任务单（修订）' }, { id, revision: 2 })).toMatchObject({ state: 'submitted', revision: 3 })
    expect(await member.call('outcomes.get', { id })).toMatchObject({ state: 'submitted', confirmedBy: null, confirmedAt: null })
  })

  it('the host returns one with the reason, the owner sees it and hands it in again', async () => {
    const { id } = await save(member, 'caseStudy', { title: '课间十分钟' })
    expect((await host.refused('outcomes.return', { id, revision: 1, reason: ' ' })).kind).toBe('invalid')
    await host.call('outcomes.return', { id, revision: 1, reason: '请附上文稿' })
    expect(await member.call('outcomes.get', { id })).toMatchObject({ state: 'returned', returnReason: '请附上文稿' })
    // Put by without handing in, it stays returned with its reason.
    expect(await save(member, 'caseStudy', { title: '课间十分钟' }, { id, revision: 2, as: 'draft' })).toMatchObject({ state: 'returned' })
    await save(member, 'caseStudy', { title: '课间十分钟' }, { id, revision: 3 })
    expect(await member.call('outcomes.get', { id })).toMatchObject({ state: 'submitted', returnReason: null })
  })

  it('several are confirmed at once, all or none', async () => {
    const first = await save(member, 'readingNote', { title: '札记一', characters: 1200 })
    const draft = await save(member, 'readingNote', { title: '札记二', characters: 900 }, { as: 'draft' })
    const refusal = await host.refused('outcomes.confirm', { items: [first, draft].map(({ id, revision }) => ({ id, revision })) })
    expect(refusal.message).toContain('「札记二」不是待确认的记录')
    expect((await host.call('outcomes.list', { kind: 'readingNote', state: 'confirmed' })).total).toBe(0)
    const { id, revision } = await save(member, 'readingNote', { title: '札记二', characters: 900 }, { id: draft.id, revision: 1 })
    expect(await host.call('outcomes.confirm', { items: [{ id: first.id, revision: 1 }, { id, revision }] })).toEqual({ confirmed: [{ id: first.id, revision: 2 }, { id, revision: revision + 1 }] })
  })

  it('what was just confirmed is taken back as a whole, by whoever may confirm, and waits again', async () => {
    const { id } = await save(member, 'readingNote', { title: '札记三', characters: 800 })
    const { confirmed } = await host.call('outcomes.confirm', { items: [{ id, revision: 1 }] })
    expect((await member.refused('outcomes.takeBackConfirmation', { items: confirmed })).code).toBe('accounts.notAllowed')
    expect((await host.refused('outcomes.takeBackConfirmation', { items: [{ id, revision: 1 }] })).code).toBe('outcomes.changed')
    expect(await host.call('outcomes.takeBackConfirmation', { items: confirmed })).toEqual({ waiting: 1 })
    expect(await host.call('outcomes.get', { id })).toMatchObject({ state: 'submitted', confirmedBy: null, revision: 3 })
    expect((await host.refused('outcomes.takeBackConfirmation', { items: [{ id, revision: 3 }] })).code).toBe('outcomes.notConfirmed')
  })

  it('whoever may confirm can save and confirm in one step; a member cannot', async () => {
    expect(await save(host, 'studioPlan', { title: '工作室学期计划', forPeriod: 'term:2026-1', people: [] }, { as: 'confirmed' })).toMatchObject({ state: 'confirmed' })
    expect((await member.refused('outcomes.save', input(facts('bookRead', { title: '《教育漫话》' }), { as: 'confirmed' }))).code).toBe('outcomes.notYoursToConfirm')
  })

  it('evidence of what is confirmed is not taken away by its owner', async () => {
    const { id } = await save(member, 'award', { title: '县优质课', levelKey: 'county' })
    const { id: fileId } = await member.call('outcomes.addAttachment', { outcomeId: id, file: await member.upload('证书.png', png) })
    await host.call('outcomes.confirm', { items: [{ id, revision: 1 }] })
    expect((await member.refused('outcomes.removeAttachment', { id: fileId, reason: '换一张' })).code).toBe('outcomes.isConfirmed')
    expect((await member.call('outcomes.openAttachment', { id: fileId })).name).toBe('证书.png')
    expect((await stranger.refused('outcomes.openAttachment', { id: fileId })).code).toBe('outcomes.none')
    await host.call('outcomes.removeAttachment', { id: fileId, reason: '看不清' })
    expect((await member.call('outcomes.get', { id })).attachments).toEqual([])
  })
})

describe('many alike records entered at once', () => {
  const heard = (title: string, more: Partial<Parameters<typeof facts>[1]> = {}) => facts('lessonObservation', { title, people: [{ personId: 'wen-p2', part: 'self', place: null }], ...more })

  it('are kept together, one audit row for all of them', async () => {
    const { saved } = await test.admin.call('outcomes.saveMany', { rows: ['《春》', '《夏》', '《秋》'].map((title) => heard(title)), as: 'confirmed' })
    expect(saved.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed'])
    expect(await titles(test.admin, { kind: 'lessonObservation', text: '《夏》' })).toEqual(['《夏》'])
  })

  it('are refused together, with every row that is wrong', async () => {
    const rows = [heard('《冬》'), heard(' '), heard('《雪》', { people: [] })]
    const refusal = await test.admin.refused('outcomes.saveMany', { rows, as: 'submitted' })
    expect(refusal.message).toBe('第 2 行：请填写课题\n第 3 行：请选择听课人')
    expect(refusal).toMatchObject({ places: [{ field: 'rows.1.facts.title' }, { field: 'rows.2.facts.people' }] })
    expect(await titles(test.admin, { kind: 'lessonObservation', text: '《冬》' })).toEqual([])
  })

  it('are taken back together, and not at all once one of them was changed', async () => {
    const rows = ['《梅》', '《竹》'].map((title) => heard(title))
    const { saved } = await test.admin.call('outcomes.saveMany', { rows, as: 'submitted' })
    expect(await member.call('outcomes.takeBackMany', { items: saved.map(({ id, revision }) => ({ id, revision })) })).toEqual({ removed: 2 })
    expect(await titles(test.admin, { kind: 'lessonObservation', text: '《梅》' })).toEqual([])
    const again = (await test.admin.call('outcomes.saveMany', { rows, as: 'submitted' })).saved.map(({ id, revision }) => ({ id, revision }))
    const [first] = again
    await test.admin.call('outcomes.confirm', { items: [must(first, 'two were kept')] })
    expect(await test.admin.refused('outcomes.takeBackMany', { items: again })).toMatchObject({ code: 'outcomes.changed' })
    expect(await titles(test.admin, { kind: 'lessonObservation', text: '《竹》' })).toEqual(['《竹》'])
  })

  it('tell of a row that is there already, or twice in the grid, once', async () => {
    const rows = [heard('《雨》'), heard('《 雨 》')]
    const refusal = await test.admin.refused('outcomes.saveMany', { rows, as: 'submitted' })
    expect(refusal).toMatchObject({ code: 'outcomes.duplicate' })
    expect(refusal.message).toMatch(/^第 2 行：2026-10-12 已经有一条听课「《雨》」/)
    expect((await test.admin.call('outcomes.saveMany', { rows, as: 'submitted', duplicateSeen: true })).saved).toHaveLength(2)
  })
})

describe('who sees and writes what', () => {
  it('a member her own, a host her studio’s, the office, the leader and the auditor everything', async () => {
    const [leader, auditor, finance] = [await test.as('leader'), await test.as('auditor'), await test.as('finance')]
    const mine = (await save(member, 'examPaper', { title: '期中卷' })).id
    const other = (await save(host, 'examPaper', { title: '月考卷', people: [{ personId: 'wen-p4', part: 'self', place: null }] })).id
    const elsewhere = (await save(stranger, 'examPaper', { title: '数学卷', studioId: 'shu', people: [{ personId: 'shu-p2', part: 'self', place: null }] })).id
    const papers: InputOf<'outcomes.list'> = { kind: 'examPaper' }
    expect(await titles(member, papers)).toEqual(['期中卷'])
    expect((await titles(host, papers)).toSorted()).toEqual(['月考卷', '期中卷'].toSorted())
    expect(await titles(stranger, papers)).toEqual(['数学卷'])
    for (const reader of [test.admin, leader, auditor]) expect(await titles(reader, papers)).toHaveLength(3)
    expect((await finance.refused('outcomes.list', papers)).code).toBe('accounts.notAllowed')
    expect((await leader.refused('outcomes.save', input(facts('examPaper')))).code).toBe('accounts.notAllowed')

    for (const id of [other, elsewhere]) expect((await member.refused('outcomes.get', { id })).code).toBe('outcomes.none')
    expect((await host.refused('outcomes.get', { id: elsewhere })).code).toBe('outcomes.none')
    expect((await host.refused('outcomes.confirm', { items: [{ id: elsewhere, revision: 1 }] })).code).toBe('outcomes.none')
    expect((await member.refused('outcomes.save', input(facts('examPaper'), { id: other, revision: 1 }))).code).toBe('outcomes.none')
    expect((await member.call('outcomes.get', { id: mine })).mayWrite).toBe(true)
  })

  it('a member keeps nothing that is not her own doing, and nothing under a studio that is not hers', async () => {
    const people = (personId: string, part: 'self' | 'guide' | 'mentee') => [{ personId, part, place: null }]
    expect((await member.refused('outcomes.save', input(facts('openLesson', { people: people('wen-p3', 'self') })))).code).toBe('outcomes.notYours')
    const mentored = facts('mentoringPair', { people: [...people('wen-p1', 'guide'), ...people('wen-p2', 'mentee')] })
    expect((await member.refused('outcomes.save', input(mentored))).code).toBe('outcomes.notYours')
    expect((await member.refused('outcomes.save', input(facts('openLesson', { studioId: 'shu' })))).places).toMatchObject([{ field: 'facts.studioId' }])
    // Mentored she sees the pair, but it is the mentor's to change.
    const { id } = await host.call('outcomes.save', input(mentored))
    expect((await member.call('outcomes.get', { id })).mayWrite).toBe(false)
    expect((await member.refused('outcomes.save', input(facts('mentoringPair', { people: people('wen-p2', 'guide') }), { id, revision: 1 }))).code).toBe('outcomes.notYours')
    await test.admin.call('outcomes.remove', { id, revision: 1, reason: '试' })
  })

  it('a host confirms only for the studio that she hosts, even what she can see', async () => {
    const shared = await save(stranger, 'exchange', { title: '联合教研', studioId: 'shu', people: [{ personId: 'shu-p1', part: 'lead', place: null }, { personId: 'wen-p1', part: 'takePart', place: null }], details: { partner: 'studio' } })
    expect(await host.call('outcomes.get', { id: shared.id })).toMatchObject({ mayConfirm: false })
    expect((await host.refused('outcomes.return', { id: shared.id, revision: 1, reason: '看看' })).code).toBe('outcomes.notYoursToConfirm')
    const before = (await stranger.call('outcomes.choices', {})).toConfirm
    await stranger.call('outcomes.confirm', { items: [{ id: shared.id, revision: 1 }] })
    expect((await stranger.call('outcomes.choices', {})).toConfirm).toBe(before - 1)
  })
})

describe('the list', () => {
  it('is narrowed by kind, group, studio, person, term, state, level and words, a part at a time, the latest first', async () => {
    for (let at = 1; at <= 5; at++) {
      await save(test.admin, 'onlinePost', { title: `推送第${at}期`, onDay: `2026-11-0${at}`, studioId: 'shu', people: [{ personId: 'shu-p2', part: 'author', place: null }], details: { place: 'account' } }, { as: at > 3 ? 'draft' : 'submitted' })
    }
    const posts: InputOf<'outcomes.list'> = { kind: 'onlinePost' }
    expect(await titles(test.admin, { ...posts, limit: 2 })).toEqual(['推送第5期', '推送第4期'])
    expect(await titles(test.admin, { ...posts, limit: 2, offset: 4 })).toEqual(['推送第1期'])
    expect((await test.admin.call('outcomes.list', { ...posts, limit: 2 })).total).toBe(5)
    expect(await titles(test.admin, { ...posts, sort: { id: 'onDay', descending: false }, limit: 1 })).toEqual(['推送第1期'])
    expect(await titles(test.admin, { group: 'online' })).toHaveLength(5)
    expect(await titles(test.admin, { ...posts, state: 'draft' })).toHaveLength(2)
    expect(await titles(test.admin, { ...posts, studioId: 'wen' })).toEqual([])
    expect(await titles(test.admin, { ...posts, personId: 'shu-p2', text: 'wrd' })).toHaveLength(5)
    expect(await titles(test.admin, { text: '梁叙', group: 'online' })).toHaveLength(5)
    expect(await titles(test.admin, { text: '第3期' })).toEqual(['推送第3期'])
    expect(await titles(test.admin, { levelKey: 'city' })).toEqual(['作文面批的三个台阶'])
    expect(await titles(test.admin, { text: '云溪教育' })).toEqual(['作文面批的三个台阶'])
    expect(await titles(test.admin, { text: 'wwts', group: 'online' })).toHaveLength(5)
    expect(await titles(test.admin, { text: 'journal' })).toEqual([])
    expect(await titles(test.admin, { text: 'zwmp' })).toEqual(['作文面批的三个台阶'])
    // Two letters are rather meant for a person.
    expect(await titles(test.admin, { text: 'mp' })).toEqual([])
    expect((await test.admin.call('outcomes.counts', { studioId: 'shu', kind: 'onlinePost' })).counts).toEqual([{ kind: 'onlinePost', count: 5, waiting: 3 }])
    expect((await member.call('outcomes.counts', { kind: 'onlinePost' })).counts).toEqual([])
  })

  it('counts what is done in the holidays to the term before them', async () => {
    await test.admin.call('school.saveTerm', { key: '2026-2', startsOn: '2027-02-21', endsOn: '2027-07-11', teachingStartsOn: '2027-02-22', teachingEndsOn: '2027-07-02' })
    await save(test.admin, 'monograph', { title: '《假期写成的书》', onDay: '2027-02-10', people: [{ personId: 'wen-p3', part: 'author', place: null }] })
    expect(await titles(test.admin, { kind: 'monograph', termKey: '2026-1' })).toEqual(['《假期写成的书》'])
    expect(await titles(test.admin, { kind: 'monograph', termKey: '2026-2' })).toEqual([])
    expect(await titles(test.admin, { kind: 'monograph', termKey: '2020-1' })).toEqual([])
  })

  it('is handed out as a sheet with all that the papers say, and only what the caller may see', async () => {
    const { token, name } = await test.admin.call('outcomes.export', { kind: 'paper' })
    const book = read(test.admin.take(token).bytes)
    const lines = utils.sheet_to_json<string[]>(must(book.Sheets[must(book.SheetNames[0], 'one')], 'one'), { header: 1 })
    expect(name).toBe('成果与记录.xlsx')
    expect(lines[1]).toEqual(['大类', '类别', '名称', '日期', '人员', '工作室', '级别', '数量', '单位', '字数', '内容', '佐证（份）', '状态'])
    expect(lines[2]?.slice(0, 3)).toEqual(['教研', '论文', '作文面批的三个台阶'])
    expect(lines[2]?.[10]).toContain('刊物：云溪教育')
    const { token: own } = await member.call('outcomes.export', { group: 'writing' })
    const ofMember = utils.sheet_to_json<string[]>(must(read(member.take(own).bytes).Sheets['成果与记录'], 'one'), { header: 1 })
    expect(ofMember.slice(2).every((line) => line[4]?.includes('顾云舒'))).toBe(true)
  })
})

describe('what a record begins with', () => {
  const activity = (more: object) => test.admin.call('activities.save', {
    id: null, revision: null,
    fields: {
      studioId: 'wen', kind: 'openLesson', title: '江映雪公开课《济南的冬天》', heldOn: '2026-10-15', startTime: '08:50', endTime: '09:35', place: '七年级（2）班', level: 'school',
      chairPersonId: null, recorderPersonId: null, centralSpeaker: '江映雪', experts: null, agenda: null, minutes: [], resolutions: null, ...more,
    },
    sheet: tenNames.map((_, at) => ({ personId: `wen-p${at + 1}`, mark: at === 0 ? 'absent' as const : 'present' as const, note: null })),
  })

  it('comes from the activity: the kind, the work, the day, the level and who taught', async () => {
    const { id } = await activity({})
    const draft = await host.call('outcomes.fromActivity', { activityId: id })
    expect(draft).toMatchObject({
      kind: 'openLesson', title: '《济南的冬天》', onDay: '2026-10-15', studioId: 'wen', levelKey: 'school', people: [{ name: '江映雪', part: 'self' }],
      details: { schoolClass: '七年级（2）班', audience: 9 }, activity: { id },
    })
    const saved = await host.call('outcomes.save', { ...input(facts('openLesson', { title: draft.title, onDay: draft.onDay, people: draft.people, details: draft.details })), activityId: id })
    expect((await host.call('outcomes.get', { id: saved.id })).activity).toMatchObject({ title: '江映雪公开课《济南的冬天》' })
    expect(await titles(host, { activityId: id })).toEqual(['《济南的冬天》'])
    expect((await stranger.refused('outcomes.fromActivity', { activityId: id })).code).toBe('studios.notYours')
    // A member who was there records her own part in it.
    expect((await member.call('outcomes.fromActivity', { activityId: id })).people.map(({ name }) => name)).toEqual(['顾云舒'])
  })

  it('comes from the last record of the kind by this account, without what belongs to that one only', async () => {
    expect((await host.call('outcomes.asLastTime', { kind: 'lessonObservation' })).draft).toBeNull()
    await save(host, 'lessonObservation', { title: '《散步》', quantity: 2, people: [{ personId: 'wen-p1', part: 'self', place: null }], details: { subject: '语文', schoolClass: '八年级（1）班', process: [{ on: '5 分钟', text: '导入', note: '' }], score: 92, purpose: 'guiding' } })
    expect((await host.call('outcomes.asLastTime', { kind: 'lessonObservation' })).draft).toMatchObject({
      title: '', onDay: '2026-10-20', studioId: 'wen', quantity: 2, people: [{ name: '沈知远' }], details: { subject: '语文', schoolClass: '八年级（1）班', purpose: 'guiding' },
    })
    expect((await member.call('outcomes.asLastTime', { kind: 'lessonObservation' })).draft).toBeNull()
  })
})

describe('a person', () => {
  it('has her outcomes counted by kind, and her steps on the ladder', async () => {
    const step = (name: string, onDay: string) => save(test.admin, 'growthStep', { title: name, onDay, people: [{ personId: 'wen-p6', part: 'self', place: null }], details: { step: name } }, { as: 'confirmed' })
    await step('班主任新秀', '2025-09-10')
    await step('班级管理能手', '2026-09-10')
    await save(test.admin, 'openLesson', { title: '《观沧海》', people: [{ personId: 'wen-p6', part: 'self', place: null }] })
    const about: OutputOf<'outcomes.ofPerson'> = await host.call('outcomes.ofPerson', { personId: 'wen-p6' })
    expect(about.counts).toEqual([{ kind: 'openLesson', count: 1, confirmed: 0 }, { kind: 'growthStep', count: 2, confirmed: 2 }])
    expect(about.ladder.slice(0, 3)).toEqual([{ step: '班主任新秀', on: '2025-09-10' }, { step: '班级管理能手', on: '2026-09-10' }, { step: '班主任带头人', on: null }])
    expect((await stranger.refused('outcomes.ofPerson', { personId: 'wen-p6' })).code).toBe('people.notYours')
  })

  it('keeps steps that the school has taken off the ladder', async () => {
    expect((await test.admin.refused('outcomes.saveLadder', { steps: ['新秀', '新秀'] })).message).toBe('有两级同名，请改一个')
    expect((await host.refused('outcomes.saveLadder', { steps: ['新秀'] })).code).toBe('accounts.notAllowed')
    await test.admin.call('outcomes.saveLadder', { steps: ['班主任新秀', '名班主任'] })
    expect((await test.admin.call('outcomes.choices', {})).ladder).toEqual(['班主任新秀', '名班主任'])
    expect((await test.admin.call('outcomes.ofPerson', { personId: 'wen-p6' })).ladder).toEqual([
      { step: '班主任新秀', on: '2025-09-10' }, { step: '名班主任', on: null }, { step: '班级管理能手', on: '2026-09-10' },
    ])
  })
})
