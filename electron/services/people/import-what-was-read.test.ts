import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../db/open-database.ts'
import { personTable } from '../../../db/schema/people.ts'
import type { InputOf } from '../../../shared/contract/routes.ts'
import { nameSearchText } from '../../../shared/domain/people/name-search.ts'
import { must } from '../../../shared/must.ts'
import { freshProgram, TestClock, type Caller, type TestProgram } from '../../../tests/fixtures/program.ts'
import { personalDataOf } from '../accounts/personal-data.ts'
import { dataFolderLayout } from '../../boot/data-folder-layout.ts'
import { numbersOf } from './person-columns.ts'
import { readRoster } from './roster/read-roster.ts'

/** A clock at whose every look something else happens first. */
class BusyClock extends TestClock {
  meanwhile: () => void = () => undefined
  override now = (): string => {
    this.meanwhile()
    return new Date(Date.parse('2026-11-22T02:00:00.000Z')).toISOString()
  }
}

const demo = new Uint8Array(readFileSync(join(import.meta.dirname, '..', '..', '..', 'resources', 'demo', '教师花名册.xlsx')))
let clock: BusyClock
let test: TestProgram
beforeEach(async () => {
  clock = new BusyClock()
  test = await freshProgram({ clock })
})
afterEach(() => test.close())

const csv = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'))
type Settings = Partial<InputOf<'people.importRoster'>>
async function previewOf(bytes: Uint8Array, caller: Caller = test.admin) {
  const file = await caller.upload('名单.csv', bytes)
  const { fileSha256, rows } = await caller.call('people.readRoster', { file })
  const decisions = rows.filter(({ canImport }) => canImport).map(({ rowNumber }) => ({ rowNumber, action: 'add' as const }))
  return { file, decide: (settings: Settings = {}) => ({ file, fileSha256, decisions, ...settings }), rows }
}
const staffNoOf = async (query: string) => {
  const [found] = (await test.admin.call('people.search', { query })).rows
  return (await test.admin.call('people.get', { id: must(found, 'she was imported').id })).staffNo
}
function beside<T>(use: (opened: ReturnType<typeof openDatabase>) => T): T {
  const opened = openDatabase(dataFolderLayout(test.folder).database)
  try {
    return use(opened)
  } finally {
    opened.close()
  }
}

describe('what an import leaves', () => {
  it('is each person as she stands in the file, found by her name, with numbers that open', async () => {
    const { decide } = await previewOf(demo)
    await test.admin.call('people.importRoster', decide())
    const people = beside(({ db }) => db.select().from(personTable).all())
    const personalData = personalDataOf(test.admin.session)
    const expected = readRoster(demo, '名单.csv', { today: '2026-11-22' }).rows.filter(({ canImport }) => canImport).map(({ values }) => ({ ...values, nameSearch: nameSearchText(values.name) }))
    const kept = people.map((person) => ({
      ...Object.fromEntries(Object.entries(person).filter(([key]) => Object.hasOwn(must(expected[0], 'the file has people'), key))), ...numbersOf(personalData, person),
    }))
    expect(kept).toHaveLength(expected.length)
    expect(kept).toEqual(expect.arrayContaining(expected))
    for (const { idNumberHmac, phoneHmac, ...person } of people) {
      const { idNumber, phone } = numbersOf(personalData, person)
      expect([idNumberHmac, phoneHmac]).toEqual([idNumber && personalData.fingerprint('idNumber', idNumber), phone && personalData.fingerprint('phone', phone)])
    }
  })

  it('is one line of the history, in which each of them is found', async () => {
    const { decide } = await previewOf(demo)
    const { added } = await test.admin.call('people.importRoster', decide())
    const { rows } = await test.admin.call('audit.list', {})
    const imports = rows.filter(({ action }) => action === 'people.importRoster')
    expect(imports.map(({ changes }) => changes.length)).toEqual([added + 1])
    for (const { id, name } of (await test.admin.call('people.list', { limit: 3 })).rows) {
      const [line] = (await test.admin.call('audit.ofRecord', { kind: 'person', id })).rows
      expect(line?.changes.find((change) => change.id === id)).toMatchObject({ before: null, after: { name } })
    }
    expect(await test.admin.call('audit.verify', {})).toMatchObject({ firstBroken: null })
  })
})

describe('what an import goes by', () => {
  const roster = csv('姓名,性别,绰号', '李四,女,Q-7')

  it('is what the preview has read: there is no second reading that could be stopped', async () => {
    const { decide } = await previewOf(roster)
    const importing = test.admin.call('people.importRoster', decide())
    await test.admin.call('people.stopReading', {})
    expect((await importing).added).toBe(1)
    const other = test.admin.refused('people.importRoster', decide({ fields: { C: 'staffNo' } }))
    await test.admin.call('people.stopReading', {})
    expect((await other).code).toBe('roster.stopped')
  })

  it('is the settings that come with it, not those of the preview', async () => {
    const { decide } = await previewOf(roster)
    await test.admin.call('people.importRoster', decide({ fields: { C: 'staffNo' } }))
    expect(await staffNoOf('lisi')).toBe('Q-7')
  })

  it('is what headings mean by now, when another window had one remembered since the preview', async () => {
    const { decide } = await previewOf(roster)
    const clerk = await test.as('clerk')
    const others = await previewOf(csv('姓名,性别,绰号', '王五,男,W-5'), clerk)
    await clerk.call('people.importRoster', others.decide({ fields: { C: 'staffNo' }, remember: ['C'] }))
    await test.admin.call('people.importRoster', decide())
    expect(await staffNoOf('lisi')).toBe('Q-7')
  })

  it('is the same file, handed over once more after its time was up', async () => {
    const { decide } = await previewOf(roster)
    const file = await test.admin.upload('名单.csv', roster)
    expect((await test.admin.call('people.importRoster', decide({ file }))).added).toBe(1)
  })

  it('is a person as she was looked at: saved by somebody else at that moment, she is not overwritten', async () => {
    const { id } = await test.admin.call('people.save', { name: '李四', staffNo: 'A-1' })
    const { decide } = await previewOf(csv('姓名,性别,工号', '李四,女,Q-7'))
    clock.meanwhile = () => beside(({ sqlite }) => sqlite.prepare("UPDATE person SET revision = revision + 1, staff_no = 'B-2'").run())
    const refused = await test.admin.refused('people.importRoster', { ...decide(), decisions: [{ rowNumber: 2, action: 'update', personId: id }] })
    clock.meanwhile = () => undefined
    expect(refused).toMatchObject({ code: 'people.importRow', places: [{ row: 2, message: expect.stringContaining('刚才被别人改过') }] })
    expect(await staffNoOf('lisi')).toBe('B-2')
  })
})
