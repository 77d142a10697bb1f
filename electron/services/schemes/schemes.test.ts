import { cpSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshFolder } from '../../../tests/fixtures/database.ts'
import { freshProgram, type TestProgram } from '../../../tests/fixtures/program.ts'
import { readSchemeFiles } from './scheme-files.ts'

const presets = join(import.meta.dirname, '..', '..', '..', 'resources', 'schemes')

describe('the folder of schemes', () => {
  let folder: string
  let remove: () => void
  beforeEach(() => {
    ({ folder, remove } = freshFolder())
    for (const code of ['002', '004-03', '004-04']) cpSync(join(presets, `${code}.json`), join(folder, `${code}.json`))
  })
  afterEach(() => remove())

  const codes = () => readSchemeFiles(folder).schemes.map(({ code }) => code)

  it('of the program has the 35 presets, and nothing wrong with them', () => {
    const { schemes, damaged } = readSchemeFiles(presets)
    expect([schemes.length, new Set(schemes.map(({ code }) => code)).size, damaged]).toEqual([35, 35, []])
  })

  it('names a damaged file with place and reason, and keeps the others', () => {
    writeFileSync(join(folder, '777.json'), '{ "format": "xingtan-scheme", "formatVersion": 1, "code": "777"')
    writeFileSync(join(folder, '778.json'), JSON.stringify({ format: 'xingtan-scheme', formatVersion: 1, code: '778' }))
    const { schemes, damaged } = readSchemeFiles(folder)
    expect(schemes).toHaveLength(3)
    expect(damaged.map(({ fileName }) => fileName)).toEqual(['777.json', '778.json'])
    expect(damaged[0]?.message).toContain('777.json不是完整的 JSON 文件')
    expect(damaged[1]?.message).toContain('778.json有错误')
    expect(damaged[1]?.message).toContain('版本')
  })

  it('says which of two files with one number and version it follows', () => {
    cpSync(join(folder, '002.json'), join(folder, '002-copy.json'))
    const { schemes, damaged } = readSchemeFiles(folder)
    expect(schemes).toHaveLength(3)
    expect(damaged[0]).toMatchObject({ message: expect.stringContaining('编号和版本相同') })
  })

  it('is read anew when a file has changed, and not before', () => {
    const path = join(folder, '002.json')
    const [first] = readSchemeFiles(folder).schemes
    expect(readSchemeFiles(folder).schemes[0]).toBe(first)
    utimesSync(path, new Date(), new Date('2030-01-01T00:00:00Z'))
    expect(readSchemeFiles(folder).schemes[0]).not.toBe(first)
    writeFileSync(path, 'no longer JSON')
    expect(codes()).toEqual(['004-03', '004-04'])
  })
})

describe('a scheme on the page', () => {
  let test: TestProgram
  beforeEach(async () => {
    test = await freshProgram()
  })
  afterEach(() => test.close())
  const summary = (code: string) => test.admin.call('schemes.get', { code, version: '1' })
  const lines = async (code: string, key: string) => ((await summary(code)).sections.find((section) => section.key === key)?.lines ?? []).map(({ text }) => text)

  it('is listed with what a new studio needs of it', async () => {
    const { schemes, damaged } = await test.admin.call('schemes.list', {})
    expect(damaged).toEqual([])
    expect(schemes.find(({ code }) => code === '004-04')).toMatchObject({
      studioKind: 'teacher', cycleYears: 3, nameTemplate: '{hostName}名师工作室', level: 'county',
      roles: [{ role: 'host', wanted: '1 人' }, { role: 'member', wanted: '7 人' }, { role: 'assistant', name: '主持人助手' }],
    })
    expect(schemes.find(({ code }) => code === '002')?.levels).toContainEqual({ key: 'county', name: '旗级' })
  })

  it('says in sentences who belongs to it, what is held and what is paid', async () => {
    expect(await lines('004-04', 'people')).toEqual(['主持人：1 人', '成员：7 人', '主持人助手：1 人，计入成员人数'])
    expect(await lines('004-04', 'composition')).toContain('本校教师不超过一半（按成员和主持人一共 8 人算）')
    expect(await lines('004-03', 'funding')).toContain('学校拨给，每人每学期 300.00 元，用于日常活动（业务）经费（首席教师和成员都算；上课第一天）')
    expect(await lines('004-04', 'meetings')).toEqual(['集体教研活动：每两周至少 1 次'])
    expect(await lines('002', 'duties')).toContain('工作室：团队考核：青年成员成长为旗级骨干教师（每周期不少于三分之一；范围：青年成员；成为：旗级骨干教师）')
    expect((await summary('004-03')).sections.find(({ key }) => key === 'people')?.lines[1]).toMatchObject({ text: '成员：6 人左右', soft: '左右' })
  })

  it('shows what the school reads otherwise, and only an administrator changes it', async () => {
    await test.admin.call('schemes.choose', { code: '004-03', version: '1', key: 'rolesCounted', value: ['member'] })
    expect(await lines('004-03', 'funding')).toContain('学校拨给，每人每学期 300.00 元，用于日常活动（业务）经费（只算成员；上课第一天）')
    expect((await test.admin.refused('schemes.choose', { code: '004-03', version: '1', key: 'rolesCounted', value: ['advisor'] })).code).toBe('schemes.badSetting')
    const clerk = await test.as('clerk')
    expect((await clerk.refused('schemes.choose', { code: '004-03', version: '1', key: 'rolesCounted', value: ['member'] })).code).toBe('accounts.notAllowed')
  })

  it('that is not there is not invented', async () => {
    expect(await test.admin.refused('schemes.get', { code: '004-03', version: '2' })).toMatchObject({ code: 'schemes.none', kind: 'notFound' })
  })
})
