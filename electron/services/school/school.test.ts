import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { testPlaces } from '../../../tests/fixtures/places.ts'
import { firstTerm, freshProgram, password, type TestProgram } from '../../../tests/fixtures/program.ts'

let test: TestProgram
afterEach(() => test.close())

const school = { name: '云溪县第三初级中学', shortName: null, bureauName: '云溪县教育局', county: null }
const admin = { signInName: 'admin', displayName: '周管理', password }

describe('the first start', () => {
  it('can keep the records on another disk, and everything that follows lies there', async () => {
    test = await freshProgram({ setUp: false, places: testPlaces })
    const window = test.visitor()
    const offered = await window.call('school.folderChoices', {})
    expect(offered.choices.map(({ label, present }) => [label, present])).toEqual([['本机常用位置', true], ['D 盘', false], ['坚果云', false], ['旧资料', false]])
    expect(offered.present.freeBytes).toBeGreaterThan(0)
    const other = offered.choices[1]
    await window.call('school.useFolder', { id: other?.id ?? '' })
    expect(test.program.dataFolder).toBe(other?.path)
    expect((await window.call('school.folderChoices', {})).choices.map(({ present }) => present)).toEqual([false, true, false, false])
    await window.call('school.firstStart', { school, logo: null, admin, term: firstTerm })
    expect((await window.call('school.facts', {})).name).toBe(school.name)
    expect(existsSync(join(other?.path ?? '', 'xingtan.db'))).toBe(true)
  })

  it('stays where it is when the other place is refused', async () => {
    test = await freshProgram({ setUp: false, places: testPlaces })
    const window = test.visitor()
    const { choices, present } = await window.call('school.folderChoices', {})
    const old = choices.find(({ label }) => label === '旧资料')
    mkdirSync(old?.path ?? '', { recursive: true })
    writeFileSync(join(old?.path ?? '', 'xingtan.db'), 'this is somebody else\'s file'.repeat(200))
    expect((await window.call('school.folderChoices', {})).choices.find(({ label }) => label === '旧资料')?.hasDatabase).toBe(true)
    expect((await window.refused('school.useFolder', { id: old?.id ?? '' })).code).toBe('database.notADatabase')
    expect(test.program.dataFolder).toBe(present.path)
    expect((await window.refused('school.useFolder', { id: '/etc' })).code).toBe('school.noSuchFolder')
    expect((await window.call('accounts.standing', {})).phase).toBe('firstStart')
  })

  it('tells of a folder that another program keeps in step', async () => {
    test = await freshProgram({ setUp: false, places: testPlaces })
    const window = test.visitor()
    const synced = (await window.call('school.folderChoices', {})).choices.find(({ label }) => label === '坚果云')
    expect(synced?.note).toContain('同步')
    await window.call('school.useFolder', { id: synced?.id ?? '' })
    expect((await window.call('school.folderChoices', {})).notices.join()).toContain('坚果云')
  })

  it('offers no other place where the folder was given at the start, and none once it is over', async () => {
    test = await freshProgram({ setUp: false })
    const window = test.visitor()
    expect(await window.call('school.folderChoices', {})).toMatchObject({ fixed: true, choices: [] })
    await window.call('school.firstStart', { school, logo: null, admin, term: firstTerm })
    expect((await window.refused('school.folderChoices', {})).code).toBe('school.alreadySetUp')
    expect((await window.refused('school.useFolder', { id: 'usual' })).code).toBe('school.alreadySetUp')
    expect((await window.refused('school.firstStart', { school, logo: null, admin, term: firstTerm })).code).toBe('school.alreadySetUp')
  })

  it('leaves nothing behind when its term cannot be', async () => {
    test = await freshProgram({ setUp: false })
    const window = test.visitor()
    const refusal = await window.refused('school.firstStart', { school, logo: null, admin, term: { ...firstTerm, endsOn: '2026-10-01' } })
    expect(refusal).toMatchObject({ code: 'terms.refused', places: [{ field: 'endsOn' }] })
    expect(await window.call('accounts.standing', {})).toMatchObject({ phase: 'firstStart', me: null })
    expect(window.session.dataKey).toBeNull()
  })
})

describe('terms and holidays', () => {
  const spring = { key: '2026-2', startsOn: '2027-02-22', endsOn: '2027-07-04', teachingStartsOn: '2027-02-22', teachingEndsOn: '2027-07-02' }

  it('are refused with the place and the sentence of the trouble', async () => {
    test = await freshProgram()
    const overlapping = await test.admin.refused('school.saveTerm', { ...spring, startsOn: '2027-01-25' })
    expect(overlapping).toMatchObject({ code: 'terms.refused', kind: 'invalid', places: [{ field: 'startsOn' }] })
    expect(overlapping.message).toContain('2026—2027学年第一学期')
    await test.admin.call('school.saveTerm', spring)
    // Now the first one is stretched into the second: the trouble is at its own end.
    expect(await test.admin.refused('school.saveTerm', { ...firstTerm, endsOn: '2027-03-01' })).toMatchObject({ places: [{ field: 'endsOn' }] })
    expect((await test.admin.call('school.calendar', {})).terms.map(({ key }) => key)).toEqual(['2026-1', '2026-2'])
  })

  it('are saved with a word of warning where they are only unusual', async () => {
    test = await freshProgram()
    const { warnings } = await test.admin.call('school.saveTerm', { ...spring, endsOn: '2027-12-30' })
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain('天')
    const saved = await test.admin.call('school.saveHoliday', { id: null, name: '调休', kind: 'makeup', startsOn: '2026-09-16', endsOn: '2026-09-16' })
    expect(saved.warnings.join()).toContain('周六')
  })

  it('cannot be off and worked on the same day', async () => {
    test = await freshProgram()
    const off = await test.admin.call('school.saveHoliday', { id: null, name: '国庆节', kind: 'off', startsOn: '2026-10-01', endsOn: '2026-10-07' })
    expect(await test.admin.refused('school.saveHoliday', { id: null, name: '国庆调休', kind: 'makeup', startsOn: '2026-10-04', endsOn: '2026-10-04' }))
      .toMatchObject({ code: 'terms.holidayRefused', places: [{ field: 'startsOn' }] })
    await test.admin.call('school.saveHoliday', { ...off, endsOn: '2026-10-08' })
    await test.admin.call('school.removeHoliday', { id: off.id })
    expect((await test.admin.call('school.calendar', {})).holidays).toEqual([])
    expect((await test.admin.refused('school.saveHoliday', off)).code).toBe('terms.holidayGone')
    expect((await test.admin.call('audit.list', {})).rows[0]?.changes[0]).toMatchObject({ kind: 'holiday', after: null, before: { name: '国庆节' } })
  })
})

describe('the logo', () => {
  it('is a picture or nothing', async () => {
    test = await freshProgram()
    const { logoFileSha256: _, ...facts } = await test.admin.call('school.facts', {})
    const svg = await test.admin.upload('校徽.png', new TextEncoder().encode('<svg onload="alert(1)"/>'))
    expect(await test.admin.refused('school.saveFacts', { facts, logo: svg })).toMatchObject({ code: 'school.logoNotAPicture', places: [{ field: 'logo' }] })
    expect((await test.visitor().call('school.logo', {})).dataUrl).toBeNull()
    const png = await test.admin.upload('校徽.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]))
    await test.admin.call('school.saveFacts', { facts, logo: png })
    expect((await test.visitor().call('school.logo', {})).dataUrl).toMatch(/^data:image\/png;base64,iVBORw0KGgo/)
  })
})
