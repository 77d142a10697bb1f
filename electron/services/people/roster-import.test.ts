import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../db/open-database.ts'
import type { RosterPreview } from '../../../shared/contract/people.ts'
import { dataFolderLayout } from '../../boot/data-folder-layout.ts'
import { putIntoStudio } from '../../../tests/fixtures/memberships.ts'
import { freshProgram, TestClock, type TestProgram } from '../../../tests/fixtures/program.ts'
import { readRoster } from './roster/read-roster.ts'

const resources = join(import.meta.dirname, '..', '..', '..', 'resources', 'demo')
const demo = new Uint8Array(readFileSync(join(resources, '教师花名册.xlsx')))
const notes = JSON.parse(readFileSync(join(resources, 'roster-notes.json'), 'utf8')) as {
  rows: number; people: number; problems: { row: number; column: string | null; level: string; says: string }[]
}

let test: TestProgram
beforeEach(async () => {
  test = await freshProgram({ clock: new TestClock('2026-11-22T02:00:00.000Z') })
})
afterEach(() => test.close())

async function preview(bytes: Uint8Array = demo, name = '教师花名册.xlsx'): Promise<RosterPreview & { file: string }> {
  const file = await test.admin.upload(name, bytes)
  return { ...await test.admin.call('people.readRoster', { file }), file }
}
const csv = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'))
const addAll = ({ rows }: RosterPreview) => rows.filter(({ canImport }) => canImport).map(({ rowNumber }) => ({ rowNumber, action: 'add' as const }))
async function importAll(given?: RosterPreview & { file: string }) {
  const read = given ?? await preview()
  return test.admin.call('people.importRoster', { file: read.file, fileSha256: read.fileSha256, decisions: addAll(read) })
}
const names = async () => (await test.admin.call('people.list', { limit: 500 })).rows.map(({ name }) => name)

describe('the roster of a school', () => {
  it('is shown with exactly the mistakes that stand in it, and no number in the clear', async () => {
    const read = await preview()
    expect(read.rows).toHaveLength(notes.rows)
    const errors = read.rows.flatMap(({ rowNumber, problems }) => problems.filter(({ level }) => level === 'error').map(({ column }) => `${rowNumber} ${column}`))
    expect(errors).toEqual(notes.problems.filter(({ level }) => level === 'error').map(({ row, column }) => `${row} ${column}`))
    for (const { row, column, level, says } of notes.problems) {
      expect(read.rows.find(({ rowNumber }) => rowNumber === row)?.problems).toContainEqual(expect.objectContaining({ column, level, message: expect.stringContaining(says) }))
    }
    expect(read.rows.filter(({ canImport }) => !canImport)).toHaveLength(1)
    expect(JSON.stringify(read)).not.toMatch(/\d{17}[\dX]|1540000\d{4}/)
  })

  it('is imported as a whole and taken back as a whole, and can be imported once more', async () => {
    const line = await importAll()
    expect(line).toMatchObject({ fileName: '教师花名册.xlsx', importedBy: '周管理', rowsRead: notes.rows, added: notes.people, updated: 0, skipped: 1, undoneAt: null })
    expect(await names()).toHaveLength(notes.people)
    expect((await test.admin.call('people.search', { query: 'fenglixia' })).rows).toMatchObject([{ name: '冯立夏' }])
    expect(await test.admin.call('people.undoPreview', { id: line.id })).toEqual({ toRemove: notes.people, toRestore: 0, obstacles: [] })
    expect(await test.admin.call('people.undoImport', { id: line.id })).toEqual({ removed: notes.people, restored: 0 })
    expect(await names()).toEqual([])
    expect((await test.admin.call('people.search', {})).rows).toEqual([])
    expect((await test.admin.call('people.imports', {})).rows[0]?.undoneAt).not.toBeNull()
    expect((await test.admin.refused('people.undoImport', { id: line.id })).code).toBe('people.alreadyUndone')
    expect((await importAll()).added).toBe(notes.people)
  })

  it('shows everybody as a duplicate the second time, and an update changes only what the roster says', async () => {
    await importAll()
    const again = await preview()
    const withNumber = again.rows.filter(({ canImport, values }) => canImport && values.idNumber !== null)
    expect(withNumber.length).toBeGreaterThan(80)
    for (const { duplicates } of withNumber) expect(duplicates[0]?.by).toBe('idNumber')
    const refused = await test.admin.refused('people.importRoster', { file: again.file, fileSha256: again.fileSha256, decisions: addAll(again) })
    expect(refused).toMatchObject({ code: 'people.importRow', places: [{ row: 5 }] })
    expect(await names()).toHaveLength(notes.people)
  })

  it('that updates somebody keeps what it leaves empty, and an undo brings back what stood there', async () => {
    const { id } = await test.admin.call('people.save', {
      name: '张三', bornOn: '1988-06', subject: '语文', note: '原备注', idNumber: '339901198806150013', phone: '15400000001',
    })
    const read = await preview(csv('姓名,性别,身份证号,任教学科,职称,手机,备注', '张三,男,339901198806150013,数学,一级教师,,新备注'), '更新.csv')
    expect(read.rows[0]?.duplicates).toEqual([{ personId: id, by: 'idNumber' }])
    expect(read.people[id]).toMatchObject({ name: '张三', subject: '语文', idNumber: '339901************' })
    const line = await test.admin.call('people.importRoster', {
      file: read.file, fileSha256: read.fileSha256, decisions: [{ rowNumber: 2, action: 'update', personId: id }],
    })
    expect(line).toMatchObject({ added: 0, updated: 1 })
    expect(await test.admin.call('people.get', { id })).toMatchObject({
      subject: '数学', professionalTitle: '一级教师', sex: 'male', bornOn: '1988-06', phoneMasked: '154****0001', note: '原备注\n新备注', revision: 2,
    })
    expect((await test.admin.call('people.search', { query: 'zhangsan' })).rows).toHaveLength(1)
    await test.admin.call('people.undoImport', { id: line.id })
    expect(await test.admin.call('people.get', { id })).toMatchObject({ subject: '语文', professionalTitle: null, sex: null, note: '原备注', phoneMasked: '154****0001' })
    expect(await test.admin.call('people.reveal', { id, field: 'idNumber' })).toEqual({ value: '339901198806150013' })
  })

  it('cannot be taken back over later work, and says whose', async () => {
    const line = await importAll()
    const { rows } = await test.admin.call('people.list', { limit: 2 })
    const [changed, member] = rows
    await test.admin.call('people.save', { id: changed?.id ?? '', revision: 1, name: '改过的人' })
    putIntoStudio(test, '陈思远工作室', [{ personId: member?.id ?? '' }])
    const refused = await test.admin.refused('people.undoImport', { id: line.id })
    expect(refused).toMatchObject({ code: 'people.cannotUndo', kind: 'precondition' })
    expect(refused.message).toContain('「改过的人」导入之后又改过')
    expect(refused.message).toContain(`「${member?.name}」已在「陈思远工作室」里`)
    expect(await names()).toHaveLength(notes.people)
  })

  it('is imported not at all when one row fails in the middle', async () => {
    const opened = openDatabase(dataFolderLayout(test.folder).database)
    opened.sqlite.exec(`CREATE TRIGGER fails BEFORE INSERT ON person WHEN NEW.name = '鲍叔宁' BEGIN SELECT RAISE(ABORT, 'in the middle'); END`)
    opened.close()
    const read = await preview()
    expect((await test.admin.refused('people.importRoster', { file: read.file, fileSha256: read.fileSha256, decisions: addAll(read) })).kind).toBe('internal')
    expect(await names()).toEqual([])
    expect((await test.admin.call('people.imports', {})).rows).toEqual([])
  })

  it('leaves no ID number and no phone in any file of the data folder', async () => {
    await importAll()
    const numbers = readRoster(demo, '教师花名册.xlsx', { today: '2026-09-03' }).rows.flatMap(({ values }) => [values.idNumber, values.phone]).filter((number) => number !== null)
    expect(numbers.length).toBeGreaterThan(160)
    const files = readdirSync(test.folder, { recursive: true }).map((name) => join(test.folder, String(name))).filter((path) => statSync(path).isFile())
    expect(files.length).toBeGreaterThan(1)
    for (const path of files) {
      const content = readFileSync(path).toString('latin1')
      expect(numbers.filter((number) => content.includes(number)), path).toEqual([])
    }
  })

  it('is refused when the file is another one than was looked at, or a decision does not fit its rows', async () => {
    const read = await preview()
    const other = await test.admin.upload('另一份.csv', csv('姓名,性别', '李四,女'))
    expect((await test.admin.refused('people.importRoster', { file: other, fileSha256: read.fileSha256, decisions: addAll(read) })).code).toBe('people.fileChanged')
    const decide = (...decisions: Parameters<typeof test.admin.call<'people.importRoster'>>[1]['decisions']) =>
      test.admin.refused('people.importRoster', { file: read.file, fileSha256: read.fileSha256, decisions })
    const { id } = await test.admin.call('people.save', { name: '无关的人' })
    expect((await decide({ rowNumber: 5, action: 'update', personId: id })).code).toBe('people.importRow')
    expect((await decide({ rowNumber: 5, action: 'add' }, { rowNumber: 5, action: 'add' })).code).toBe('people.importRow')
    expect((await decide({ rowNumber: 83, action: 'add' })).code).toBe('people.importRow')
    expect((await decide({ rowNumber: 4, action: 'add' })).code).toBe('people.importRow')
    expect((await decide()).kind).toBe('invalid')
  })

  it('remembers how the school heads its columns', async () => {
    const bytes = csv('姓名,性别,绰号', '李四,女,Q-7')
    const file = await test.admin.upload('名单.csv', bytes)
    expect((await test.admin.call('people.readRoster', { file })).columns[2]).toMatchObject({ target: null })
    const read = await test.admin.call('people.readRoster', { file, fields: { C: 'staffNo' } })
    await test.admin.call('people.importRoster', { file, fileSha256: read.fileSha256, fields: { C: 'staffNo' }, remember: ['C'], decisions: addAll(read) })
    expect((await preview(bytes, '名单.csv')).columns[2]).toMatchObject({ target: 'staffNo', confidence: 'remembered' })
  })

  it('is read no further once the window stops it, and only those who may import read one', async () => {
    const file = await test.admin.upload('教师花名册.xlsx', demo)
    const reading = test.admin.refused('people.readRoster', { file })
    await test.admin.call('people.stopReading', {})
    expect(await reading).toMatchObject({ code: 'roster.stopped', kind: 'cancelled' })
    const leader = await test.as('leader')
    expect((await leader.refused('people.readRoster', { file })).code).toBe('accounts.notAllowed')
    expect((await leader.refused('people.undoImport', { id: 'x' })).code).toBe('accounts.notAllowed')
  })

  it('has a template whose columns are all recognised', async () => {
    const { token, name } = await test.admin.call('people.rosterTemplate', {})
    expect(name).toBe('教师花名册模板.xlsx')
    expect(await test.admin.refused('people.readRoster', { file: token })).toMatchObject({ code: 'roster.noRows' })
  })
})
