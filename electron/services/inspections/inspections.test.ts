import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf, OutputOf } from '../../../shared/contract/routes.ts'
import { must } from '../../../shared/must.ts'
import { readWord, wordsIn } from '../../../tests/fixtures/documents/read-word.ts'
import { type Caller, freshProgram, TestClock, type TestProgram } from '../../../tests/fixtures/program.ts'
import { seedStudio, tenNames } from '../../../tests/fixtures/studio-with-members.ts'

type Line = InputOf<'inspections.saveWeek'>['lines'][number]
type Facts = InputOf<'inspections.saveFinding'>['facts']

let test: TestProgram
let admin: Caller
let clerk: Caller
/** 顾云舒 (wen-p2), who leads 七（1）; 沈知远 (wen-p1), who leads none. */
let teacher: Caller
let other: Caller
beforeAll(async () => {
  test = await freshProgram({ clock: new TestClock('2026-09-14T02:00:00.000Z') })
  seedStudio(test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, tenNames.map((name) => ({ name })))
  await signIn()
})
/** Everybody anew: a window that nobody has touched for long is locked. */
async function signIn(): Promise<void> {
  admin = await test.as('admin')
  clerk = await test.as('clerk')
  teacher = await test.as('member', 'wen-p2')
  other = await test.as('host', 'wen-p1')
}
async function goTo(day: string): Promise<void> {
  test.clock.goTo(day)
  await signIn()
}
afterAll(() => test.close())

const term = '2026-1'
const row = (name: string, more: Partial<InputOf<'inspections.saveClasses'>['rows'][number]> = {}) => ({ id: null, revision: null, name, grade: '七年级', homeroom: null, fromTermKey: term, untilTermKey: null, ...more })
const asInput = ({ id, revision, name, grade, homeroomName, fromTermKey, untilTermKey }: OutputOf<'inspections.classes'>['rows'][number]) => ({ id, revision, name, grade, homeroom: homeroomName, fromTermKey, untilTermKey })
const classes = async () => (await clerk.call('inspections.classes', {})).rows
const classId = async (name: string) => must((await classes()).find((each) => each.name === name), `${name} is there`).id
const empty = { handedInOn: null, progress: null, practice: null, homework: null, lessonsPlanned: null, lessonsHeld: null, homeworkAssigned: null, homeworkCorrected: null, remark: null }
const line = async (name: string, more: Partial<Line> = {}): Promise<Line> => ({ ...empty, classId: await classId(name), revision: null, ...more })
const week = (who: Caller, weekStartsOn: string | null = null) => who.call('inspections.week', { termKey: term, weekStartsOn })
const standings = ({ lines }: OutputOf<'inspections.week'>) => lines.map(({ className, standing }) => `${className} ${standing}`)

describe('the table of classes', () => {
  it('takes the teacher of each class by name, pinyin or initials, and says in which line somebody is not found', async () => {
    const refusal = await clerk.refused('inspections.saveClasses', { rows: [row('七（1）', { homeroom: '顾云舒' }), row('七（2）', { homeroom: '无此人' })] })
    expect(refusal).toMatchObject({ code: 'inspections.classesRefused', message: '第 2 行：人员里没有「无此人」，请核对班主任的姓名', places: [{ row: 2, column: 'homeroom' }] })
    expect(await clerk.call('inspections.saveClasses', { rows: [row('七（1）', { homeroom: 'gys' }), row('七（2）', { homeroom: '陆景行' }), row('七（3）'), row('')] })).toEqual({ added: 3, changed: 0, removed: 0 })
    expect((await classes()).map(({ name, homeroomName }) => [name, homeroomName])).toEqual([['七（1）', '顾云舒'], ['七（2）', '陆景行'], ['七（3）', null]])
  })

  it('refuses a second class of the name in the same term, and takes one of a later year', async () => {
    const rows = (await classes()).map(asInput)
    expect((await clerk.refused('inspections.saveClasses', { rows: [...rows, row('七（1）')] })).message).toBe('第 4 行：已经有一个「七（1）」')
    expect(await clerk.call('inspections.saveClasses', { rows: [...rows, row('七（9）', { fromTermKey: '2025-1', untilTermKey: '2025-2' })] })).toMatchObject({ added: 1, changed: 0 })
    expect((await week(clerk)).lines).toHaveLength(3)
  })

  it('is kept by the office alone; a teacher sees the class that she leads', async () => {
    expect((await teacher.refused('inspections.saveClasses', { rows: [row('八（1）')] })).code).toBe('accounts.notAllowed')
    expect((await teacher.call('inspections.classes', {})).rows.map(({ name }) => name)).toEqual(['七（1）'])
    expect((await other.call('inspections.classes', {})).rows).toEqual([])
  })
})

describe('the weekly log', () => {
  it('is asked for on the Monday after its week: the week of the day is the one before', async () => {
    const now = await week(clerk)
    expect(now.week).toEqual({ number: 2, startsOn: '2026-09-07', endsOn: '2026-09-13', dueOn: '2026-09-14' })
    expect(standings(now)).toEqual(['七（1） waiting', '七（2） waiting', '七（3） waiting'])
    expect(standings(await week(clerk, '2026-08-31'))).toEqual(['七（1） missing', '七（2） missing', '七（3） missing'])
  })

  it('a teacher hands in that of her own class, today, and no other', async () => {
    const own = await line('七（1）', { progress: 'done', practice: 'none', homework: 'partly', lessonsPlanned: 30, lessonsHeld: 29, handedInOn: '2026-09-08' })
    expect(await teacher.call('inspections.saveWeek', { weekStartsOn: '2026-09-07', lines: [own] })).toEqual({ saved: 1, removed: 0 })
    expect((await week(teacher)).lines).toMatchObject([{ className: '七（1）', handedInOn: '2026-09-14', standing: 'onTime', homework: 'partly', mayWrite: true, revision: 1 }])
    expect((await teacher.refused('inspections.saveWeek', { weekStartsOn: '2026-09-07', lines: [await line('七（2）', { progress: 'done' })] })).code).toBe('inspections.notYours')
    expect((await other.call('inspections.week', { termKey: term })).lines).toEqual([])
  })

  it('is entered by the office for all classes with the day on which it came', async () => {
    await goTo('2026-09-16')
    await clerk.call('inspections.saveWeek', { weekStartsOn: '2026-09-07', lines: [await line('七（2）', { handedInOn: '2026-09-15', progress: 'done' })] })
    const now = await week(clerk, '2026-09-07')
    expect(standings(now)).toEqual(['七（1） onTime', '七（2） late', '七（3） missing'])
    expect(now.figures).toMatchObject({ asked: 3, due: 3, onTime: 1, late: 1, missing: 1 })
    expect(now.work).toMatchObject({ lessonsPlanned: 30, lessonsHeld: 29, itemsDone: 2, itemsFilled: 3 })
    const matters = await clerk.call('inspections.matters', {})
    expect(matters.missing).toEqual({ weekStartsOn: '2026-09-07', weekNumber: 2, dueOn: '2026-09-14', classes: ['七（3）'] })
    expect((await teacher.call('inspections.matters', {})).missing).toBeNull()
    const { rows: [history] } = await admin.call('audit.ofRecord', { kind: 'weeklyLog', id: must(now.lines[1]?.logId, 'it is in') })
    expect(history).toMatchObject({ summary: '登记第 2 周教学日记：七（2）', changes: [{ after: { 班级: '七（2）', 周次: 2, 送交日期: '2026-09-15', 教学进度: '完成' } }] })
  })

  it('goes to the recycle bin when its line is emptied, and can be handed in again', async () => {
    const before = must((await week(clerk, '2026-09-07')).lines[1], 'entered above')
    expect(await clerk.call('inspections.saveWeek', { weekStartsOn: '2026-09-07', lines: [{ ...empty, classId: before.classId, revision: before.revision }] })).toEqual({ saved: 0, removed: 1 })
    expect(standings(await week(clerk, '2026-09-07'))[1]).toBe('七（2） missing')
    await clerk.call('inspections.saveWeek', { weekStartsOn: '2026-09-07', lines: [await line('七（2）', { handedInOn: '2026-09-14' })] })
    expect(standings(await week(clerk, '2026-09-07'))[1]).toBe('七（2） onTime')
  })

  it('is refused for a day to come, for a week to come or without lessons, and when somebody else has changed it', async () => {
    const save = async (weekStartsOn: string, more: Partial<Line>) => clerk.refused('inspections.saveWeek', { weekStartsOn, lines: [await line('七（3）', more)] })
    expect((await save('2026-09-07', { handedInOn: '2026-09-20' })).message).toBe('第 1 行：送交日期 2026-09-20 还没有到')
    expect((await save('2026-09-07', { handedInOn: '2026-09-01' })).message).toBe('第 1 行：送交日期 2026-09-01 早于这一周')
    expect((await save('2026-09-21', { progress: 'done' })).code).toBe('inspections.noWeek')
    expect((await save('2026-07-06', { progress: 'done' })).code).toBe('inspections.noWeek')
    expect((await clerk.refused('inspections.saveWeek', { weekStartsOn: '2026-09-07', lines: [await line('七（1）', { progress: 'notDone' })] })).code).toBe('inspections.changed')
  })

  it('has its own day of the week where the school says so', async () => {
    await clerk.call('inspections.saveDueRule', { weekday: 3, week: 'next' })
    expect((await week(clerk, '2026-09-07')).week?.dueOn).toBe('2026-09-16')
    await clerk.call('inspections.saveDueRule', { weekday: 1, week: 'next' })
  })

  it('is summed up by the office; teachers read it once it is published', async () => {
    const saved = await clerk.call('inspections.saveSummary', { weekStartsOn: '2026-09-07', revision: null, text: '七（3）未交。', publish: false })
    expect((await week(teacher, '2026-09-07')).summary).toBeNull()
    await clerk.call('inspections.saveSummary', { weekStartsOn: '2026-09-07', revision: saved.revision, text: '七（3）未交，请补交。', publish: true })
    expect((await week(teacher, '2026-09-07')).summary).toMatchObject({ text: '七（3）未交，请补交。', publishedOn: '2026-09-16' })
    expect((await clerk.refused('inspections.saveSummary', { weekStartsOn: '2026-09-07', revision: null, text: '另写', publish: true })).code).toBe('inspections.changed')
  })

  it('keeps its class from being removed, which is ended instead', async () => {
    const [first] = await classes()
    expect((await clerk.refused('inspections.saveClasses', { rows: [{ ...asInput(must(first, 'there are three')), name: '' }] })).code).toBe('inspections.classInUse')
  })
})

const inspect = (more: Partial<InputOf<'inspections.save'>['facts']> = {}) => clerk.call('inspections.save', {
  id: null, revision: null,
  facts: { kind: 'stage', form: 'officeCheck', title: '期中教学检查', startsOn: '2026-09-15', endsOn: '2026-09-18', scope: null, items: ['备课与教案', '作业布置与批改'], inspectorIds: ['wen-p3'], ...more },
})
const finding = (inspectionId: string | null, more: Partial<Facts> = {}): Facts => ({
  inspectionId, feedbackId: null, classId: null, personId: 'wen-p2', department: null, item: '备课与教案', severity: 'minor', text: '第三单元没有课后反思', foundOn: '2026-09-16', dueOn: '2026-09-23',
  responsiblePersonId: 'wen-p2', ...more,
})
const find = async (inspectionId: string | null, more: Partial<Facts> = {}) => (await clerk.call('inspections.saveFinding', { id: null, revision: null, facts: finding(inspectionId, more) })).id
const step = (who: Caller, findingId: string, kind: InputOf<'inspections.step'>['kind'], seenSteps: number, note: string | null = null) => who.call('inspections.step', { findingId, kind, note, seenSteps })

describe('an inspection and what it finds', () => {
  let id: string
  let found: string

  it('is planned from a list of the program or a copy of the school\'s own', async () => {
    const { checklists } = await clerk.call('inspections.choices', {})
    expect(checklists.map(({ name, own }) => [name, own])).toEqual([['阶段检查', false], ['周查', false], ['教研组检查', false], ['备课与作业检查', false]])
    const stage = must(checklists[0], 'the first of the program')
    const checklist = { name: '我校阶段检查', kind: stage.kind, items: [...stage.items, { name: '早读', hint: '' }] }
    const own = await clerk.call('inspections.saveChecklist', { id: null, revision: null, copiedFrom: stage.id, checklist })
    expect((await clerk.refused('inspections.saveChecklist', { id: null, revision: null, copiedFrom: null, checklist })).message).toBe('已经有一张「我校阶段检查」，请换一个名称')
    expect((await clerk.refused('inspections.saveChecklist', { id: stage.id, revision: 1, copiedFrom: null, checklist: { ...checklist, name: '另一张' } })).code).toBe('inspections.noChecklist')
    await clerk.call('inspections.removeChecklist', { id: own.id, revision: 1, reason: '不用了' })
    expect((await clerk.call('inspections.choices', {})).checklists).toHaveLength(4)
    expect((await clerk.call('inspections.removedChecklists', {})).rows).toMatchObject([{ id: own.id, name: '我校阶段检查', items: stage.items.length + 1, removedReason: '不用了' }])
  })

  it('of the school’s own comes back from the recycle bin, unless another has taken its name', async () => {
    const [removed] = (await clerk.call('inspections.removedChecklists', {})).rows
    const { id } = must(removed, 'one was removed')
    expect((await teacher.refused('inspections.bringBackChecklist', { id })).code).toBe('accounts.notAllowed')
    const checklist = { name: '我校阶段检查', kind: 'stage' as const, items: [{ name: '早读', hint: '' }] }
    const twin = await clerk.call('inspections.saveChecklist', { id: null, revision: null, copiedFrom: null, checklist })
    expect((await clerk.refused('inspections.bringBackChecklist', { id })).message).toBe('现在已有一张「我校阶段检查」，请先给它改名或移除，再恢复这一张')
    await clerk.call('inspections.removeChecklist', { id: twin.id, revision: 1, reason: '重复' })
    await clerk.call('inspections.bringBackChecklist', { id })
    expect((await clerk.call('inspections.choices', {})).checklists.map(({ name }) => name)).toContain('我校阶段检查')
    expect((await clerk.call('inspections.removedChecklists', {})).rows.map((each) => each.id)).toEqual([twin.id])
    const { rows } = await admin.call('audit.ofRecord', { kind: 'inspectionChecklist', id })
    expect(rows.map(({ summary }) => summary)).toEqual(['恢复检查清单「我校阶段检查」', '移除检查清单「我校阶段检查」', '新增检查清单「我校阶段检查」'])
    await clerk.call('inspections.removeChecklist', { id, revision: 3, reason: '不用了' })
  })

  it('runs from its first day; its findings are about a class, a teacher or a department', async () => {
    id = (await inspect()).id
    expect((await clerk.call('inspections.get', { id }))).toMatchObject({ state: 'running', inspectors: [{ name: '陆景行' }], items: ['备课与教案', '作业布置与批改'] })
    expect((await clerk.refused('inspections.saveFinding', { id: null, revision: null, facts: finding(id, { personId: null }) })).places).toMatchObject([{ field: 'facts.classId' }])
    found = await find(id)
    await find(id, { severity: 'good', text: '分层作业', dueOn: null, classId: await classId('七（1）'), personId: null, responsiblePersonId: null })
    await find(id, { department: '语文组', personId: null, responsiblePersonId: null, severity: 'serious' })
    expect((await clerk.call('inspections.list', { termKey: term })).rows).toMatchObject([{ title: '期中教学检查', figures: { findings: 2, good: 1, serious: 1, open: 2, overdue: 0 } }])
    expect((await clerk.call('inspections.choices', {})).departments).toEqual(['语文组'])
  })

  it('a teacher sees what concerns her and answers what was given to her, with evidence', async () => {
    expect((await teacher.call('inspections.findings', {})).rows.map(({ text }) => text).toSorted()).toEqual(['分层作业', '第三单元没有课后反思'].toSorted())
    expect((await other.call('inspections.findings', {})).rows).toEqual([])
    expect((await other.refused('inspections.finding', { id: found })).code).toBe('inspections.noFinding')
    expect((await teacher.call('inspections.finding', { id: found })).nextSteps).toEqual(['answer'])
    expect((await teacher.refused('inspections.step', { findingId: found, kind: 'answer', note: ' ', seenSteps: 0 })).message).toBe('请写做了哪些整改')
    const png = Uint8Array.from([0x89, ...Buffer.from('PNG\r\n'), 0x1a, 10, 0, 0, 0, 13, ...Buffer.from('IHDR')])
    await teacher.call('inspections.addEvidence', { findingId: found, file: await teacher.upload('反思.png', png) })
    expect(await step(teacher, found, 'answer', 0, '已补写三课的反思')).toEqual({ state: 'mended' })
    expect((await teacher.call('inspections.finding', { id: found }))).toMatchObject({ state: 'mended', nextSteps: [], attachments: [{ fileName: '反思.png' }] })
    expect((await teacher.call('inspections.matters', {})).toAnswer).toBe(0)
  })

  it('is not closed before somebody has looked at the answer; who looked at it while another acted is told', async () => {
    expect((await teacher.refused('inspections.step', { findingId: found, kind: 'pass', note: null, seenSteps: 1 })).code).toBe('inspections.notTheNextStep')
    expect((await clerk.refused('inspections.step', { findingId: found, kind: 'close', note: null, seenSteps: 1 })).message).toBe('这条检查发现现在是「待复查」，不能销号')
    expect((await clerk.refused('inspections.step', { findingId: found, kind: 'pass', note: null, seenSteps: 0 })).code).toBe('inspections.changed')
    await step(clerk, found, 'return', 1, '还缺第四课')
    await goTo('2026-09-24')
    expect((await clerk.call('inspections.findings', { only: 'unfinished' })).rows.find((each) => each.id === found)).toMatchObject({ state: 'open', overdue: true })
    expect(await clerk.call('inspections.matters', {})).toMatchObject({ overdue: 2 })
    await step(teacher, found, 'answer', 2, '第四课已补')
    await step(clerk, found, 'pass', 3)
    expect(await step(clerk, found, 'close', 4)).toEqual({ state: 'closed' })
    expect((await clerk.refused('inspections.step', { findingId: found, kind: 'reopen', note: null, seenSteps: 5 })).message).toBe('请写明原因')
    const { rows } = await admin.call('audit.ofRecord', { kind: 'finding', id: found })
    expect(rows.map(({ summary }) => summary)).toContain('销号：顾云舒，备课与教案')
    expect(rows).toHaveLength(6)
  })

  it('is closed only with its written report; teachers read that from then on', async () => {
    const { revision } = await clerk.call('inspections.get', { id })
    expect((await clerk.refused('inspections.saveReport', { id, revision, report: ' ', close: true })).message).toBe('结束检查要有书面总结，请先写几句')
    await clerk.call('inspections.saveReport', { id, revision, report: '教案总体规范。', close: false })
    expect((await teacher.call('inspections.get', { id })).report).toBe('')
    await clerk.call('inspections.saveReport', { id, revision: revision + 1, report: '教案总体规范。', close: true })
    expect(await teacher.call('inspections.get', { id })).toMatchObject({ report: '教案总体规范。', state: 'closed', closedOn: '2026-09-24', mayWrite: false })
    expect((await clerk.refused('inspections.saveFinding', { id: null, revision: null, facts: finding(id) })).code).toBe('inspections.isClosed')
    await clerk.call('inspections.reopen', { id, revision: revision + 2, reason: '补记一条' })
    expect((await clerk.call('inspections.get', { id })).state).toBe('running')
  })

  it('is told to everybody or to a group, with its words in the log; teachers read what was told to others, and what was told to those concerned only if they are', async () => {
    const tell = (more: object) => ({ id, facts: { toldOn: '2026-09-24', audience: 'everybody' as const, departments: null, text: '教案总体规范，反思要跟上。', ...more } })
    expect((await clerk.refused('inspections.tell', tell({ toldOn: '2026-09-25' }))).places).toMatchObject([{ field: 'facts.toldOn', message: '这一天还没有到' }])
    expect((await clerk.refused('inspections.tell', tell({ toldOn: '2026-09-01' }))).places).toMatchObject([{ field: 'facts.toldOn' }])
    expect((await clerk.refused('inspections.tell', tell({ audience: 'departments' }))).places).toMatchObject([{ field: 'facts.departments', message: '请写通报给哪些教研组' }])
    expect((await clerk.refused('inspections.tell', tell({ text: ' ' }))).message).toContain('请写通报的内容')
    const { briefingId } = await clerk.call('inspections.tell', tell({}))
    await clerk.call('inspections.tell', tell({ audience: 'concerned', text: '请补第三单元反思' }))
    const told = async (who: Caller) => (await who.call('inspections.get', { id })).briefings.map(({ audience }) => audience)
    expect([await told(clerk), await told(teacher), await told(other)]).toEqual([['everybody', 'concerned'], ['everybody', 'concerned'], ['everybody']])
    expect((await admin.call('audit.ofRecord', { kind: 'inspection', id })).rows.map(({ summary }) => summary)).toContain('通报「期中教学检查」，全体教师')

    await clerk.call('inspections.withdrawBriefing', { briefingId, revision: 1, reason: '日期记错了' })
    expect(await told(other)).toEqual([])
    expect((await clerk.refused('inspections.withdrawBriefing', { briefingId, revision: 1, reason: '再撤一次' })).code).toBe('inspections.removed')
    await clerk.call('inspections.bringBackBriefing', { briefingId })
    expect(await told(other)).toEqual(['everybody'])
  })

  it('goes round as a Word file in which nobody with something to mend is named', async () => {
    const [first] = (await clerk.call('inspections.get', { id })).briefings
    const { token, name } = await clerk.call('inspections.briefingDocument', { briefingId: must(first, 'it was told').id })
    expect(name).toBe('关于期中教学检查情况的通报.docx')
    const words = wordsIn((await readWord(clerk.take(token).bytes)).document)
    expect(words).toContain('全体教师：')
    expect(words).toContain('分层作业')
    expect(words).toContain('语文教师')
    expect(words).not.toContain('顾云舒')
    expect((await teacher.refused('inspections.briefingDocument', { briefingId: must(first, 'it was told').id })).kind).toBe('forbidden')
  })

  it('with findings is not removed; an empty one is, and comes back', async () => {
    const { revision } = await clerk.call('inspections.get', { id })
    expect((await clerk.refused('inspections.remove', { id, revision, reason: '重复' })).code).toBe('inspections.hasFindings')
    const extra = await inspect({ title: '误建' })
    await clerk.call('inspections.remove', { id: extra.id, revision: 1, reason: '重复' })
    expect((await clerk.call('inspections.list', { termKey: term, removed: true })).rows.map(({ title }) => title)).toEqual(['误建'])
    await clerk.call('inspections.bringBack', { id: extra.id })
    expect((await clerk.call('inspections.list', { termKey: term })).rows).toHaveLength(2)
  })

  it('a finding that was a mistake goes to the recycle bin with its reason and out of the figures', async () => {
    const wrong = await find(id, { text: '记错了人' })
    await clerk.call('inspections.removeFinding', { id: wrong, revision: 1, reason: '记错人' })
    expect((await clerk.call('inspections.findings', { removed: true })).rows).toMatchObject([{ text: '记错了人', removedReason: '记错人', nextSteps: [] }])
    expect((await clerk.refused('inspections.step', { findingId: wrong, kind: 'answer', note: '改', seenSteps: 0 })).code).toBe('inspections.removed')
    await clerk.call('inspections.bringBackFinding', { id: wrong })
    await clerk.call('inspections.removeFinding', { id: wrong, revision: 3, reason: '记错人' })
  })

  it('a finding comes back only into an inspection that is there', async () => {
    const extra = await inspect({ title: '误建的检查' })
    const stray = await find(extra.id, { text: '记在误建的检查里' })
    await clerk.call('inspections.removeFinding', { id: stray, revision: 1, reason: '误记' })
    await clerk.call('inspections.remove', { id: extra.id, revision: 1, reason: '误建' })
    expect((await clerk.refused('inspections.bringBackFinding', { id: stray })).message).toBe('「误建的检查」在回收站里，请先恢复')
    await clerk.call('inspections.bringBack', { id: extra.id })
    await clerk.call('inspections.bringBackFinding', { id: stray })
    expect((await clerk.call('inspections.get', { id: extra.id })).findings.map(({ text }) => text)).toEqual(['记在误建的检查里'])
    await clerk.call('inspections.removeFinding', { id: stray, revision: 3, reason: '误记' })
  })
})

describe('feedback forms', () => {
  it('are passed on to a teacher, who answers them; others do not see them', async () => {
    const { id } = await clerk.call('inspections.saveFeedback', { id: null, revision: null, facts: { onDay: '2026-09-22', source: 'students', classId: await classId('七（1）'), personId: null, text: '作业讲评太快', forwardedToPersonId: 'wen-p2' } })
    expect((await other.call('inspections.feedback', { termKey: term })).rows).toEqual([])
    expect((await teacher.call('inspections.matters', {})).unansweredFeedback).toBe(1)
    await teacher.call('inspections.answerFeedback', { id, revision: 1, answer: '每周三晚自习补讲' })
    expect((await clerk.call('inspections.feedback', { termKey: term })).rows).toMatchObject([{ className: '七（1）', forwardedToName: '顾云舒', forwardedOn: '2026-09-24', answer: '每周三晚自习补讲', answeredOn: '2026-09-24' }])
    await find(null, { feedbackId: id, text: '讲评太快' })
    expect((await clerk.call('inspections.feedback', { termKey: term })).rows[0]?.findings).toBe(1)
    await clerk.call('inspections.removeFeedback', { id, revision: 2, reason: '重复' })
    expect((await clerk.call('inspections.feedback', { termKey: term })).rows).toEqual([])
    await clerk.call('inspections.bringBackFeedback', { id })
  })
})

describe('statistics', () => {
  it('of the term: by week, class, teacher, department and item; the parts add up to the whole', async () => {
    const all = await clerk.call('inspections.statistics', { termKey: term })
    expect(all.logs.onTime + all.logs.late + all.logs.missing).toBe(all.logs.due)
    expect(all.weeks.reduce((sum, { figures }) => sum + figures.due, 0)).toBe(all.logs.due)
    expect(all.classes.reduce((sum, { logs }) => sum + logs.due, 0)).toBe(all.logs.due)
    expect(all.items.reduce((sum, { findings }) => sum + findings.findings, 0)).toBe(all.findings.findings)
    expect(all.people.find(({ name }) => name === '顾云舒')).toMatchObject({ findings: { findings: 2, closed: 1, open: 1, meanDays: 8 } })
    expect(all.people.find(({ name }) => name === '顾云舒')?.logs).toMatchObject({ onTime: 1 })
    expect(all.departments).toMatchObject([{ name: '语文组', findings: { serious: 1 } }])
  })

  it('of a month without anything are empty, and a teacher\'s tell of herself only', async () => {
    expect(await clerk.call('inspections.statistics', { termKey: term, month: '2026-12' })).toMatchObject({ logs: { due: 0, onTimeShare: null }, findings: { findings: 0 }, weeks: [] })
    const own = await teacher.call('inspections.statistics', { termKey: term })
    expect(own.classes.map(({ name }) => name)).toEqual(['七（1）'])
    expect(own.departments).toEqual([])
  })
})
