import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { must } from '../../../shared/must.ts'
import { freshProgram, type TestProgram } from '../../../tests/fixtures/program.ts'
import { aDraft, aStricterScheme, changeDraft, presetDocument, putInForce } from '../../../tests/fixtures/schemes.ts'
import { withFile } from '../../../tests/fixtures/studio-of-six.ts'
import { aStudio } from '../../../tests/fixtures/studios.ts'

let test: TestProgram
beforeEach(async () => {
  test = await freshProgram()
})
afterEach(() => test.close())

const library = async () => (await test.admin.call('schemes.library', {})).rows
const inLibrary = async (code: string) => must((await library()).find((row) => row.code === code), `${code} is in the library`)

describe('the library of schemes', () => {
  it('lists every preset, and the school’s own before them with who follows them', async () => {
    expect(await library()).toHaveLength(35)
    const own = await aStricterScheme(test)
    await aStudio(test, { schemeCode: own.code, schemeVersion: own.version })
    const rows = await library()
    expect(rows).toHaveLength(36)
    expect(rows[0]).toMatchObject({ code: '004-04-A', version: '1', title: '云溪县名师工作室规程', state: 'inForce', holdsFromOn: '2026-09-01', studios: [{ name: '陈思远名师工作室' }] })
    expect(await inLibrary('004-17')).toMatchObject({ kind: 'contest', levelName: '省级', state: 'preset', id: null, studios: [] })
  })

  it('opens a scheme of any kind, and says of a copy what it changed', async () => {
    expect((await test.admin.call('schemes.open', { code: '004-17', version: '1' })).sections.length).toBeGreaterThan(0)
    const own = await aStricterScheme(test)
    const page = await test.admin.call('schemes.open', own)
    expect(page.basedOn).toMatchObject({ code: '004-04', version: '1' })
    expect(page.differences.map(({ text }) => text)).toEqual([expect.stringMatching(/^名称：/), expect.stringContaining('一半 → 20%')])
    expect(await test.admin.refused('schemes.open', { code: '004-99', version: '1' })).toMatchObject({ code: 'schemes.none', kind: 'notFound' })
  })
})

describe('a draft', () => {
  it('is written by whoever keeps the schemes and by nobody else, and no studio can begin with it', async () => {
    const clerk = await test.as('clerk')
    const id = await aDraft(clerk)
    expect((await (await test.as('leader')).refused('schemes.draft', { id })).code).toBe('accounts.notAllowed')
    expect((await (await test.as('host')).refused('schemes.copy', { code: '002', version: '1', as: 'ownScheme', title: '甲' })).code).toBe('accounts.notAllowed')
    expect((await test.admin.call('schemes.list', {})).schemes.some(({ code }) => code === '004-04-A')).toBe(false)
    await expect(aStudio(test, { schemeCode: '004-04-A' })).rejects.toThrow('schemes.none')
  })

  it('made for one studio writes down what it is to settle, and what it reads otherwise holds against the school’s choice for the others', async () => {
    await test.admin.call('schemes.choose', { code: '004-04', version: '1', key: 'excusedIsAbsence', value: true })
    await test.admin.call('schemes.choose', { code: '004-04', version: '1', key: 'ownSchoolBase', value: 'members' })
    const made = async (settle: string) => (await test.admin.call('schemes.copy', { code: '004-04', version: '1', as: 'ownScheme', title: '一室一规', settle })).id
    expect((await test.admin.refused('schemes.copy', { code: '004-04', version: '1', as: 'ownScheme', title: '一室一规', settle: 'weather' })).code).toBe('schemes.badSetting')
    const id = await made('latesPerAbsence')
    const { document, revision } = await test.admin.call('schemes.draft', { id })
    const settings = document['settings'] as { key: string; reading: unknown }[]
    expect(settings.at(-1)).toMatchObject({ key: 'latesPerAbsence', reading: 0, alternatives: [{ value: 3 }, { value: 2 }, { value: 1 }] })
    expect((await test.admin.call('schemes.draft', { id: await made('ownSchoolBase') })).document['settings']).toHaveLength(settings.length - 1)
    const otherwise = settings.map((setting) => setting.key === 'ownSchoolBase' ? { ...setting, reading: 'members', readingLabel: '只按成员算', alternatives: [{ value: 'membersAndHost', label: '一起算' }] } : setting)
    expect(settings.find(({ key }) => key === 'ownSchoolBase')?.reading).toBe('membersAndHost')
    await test.admin.call('schemes.choose', { code: '004-04', version: '1', key: 'ownSchoolBase', value: 'membersAndHost' })
    await test.admin.call('schemes.saveDraft', { id, revision, document: { ...document, settings: otherwise } })
    const own = await test.admin.call('schemes.putInForce', { id, revision: revision + 1, version: '1', holdsFromOn: '2026-09-01' })
    const chosen = new Map((await test.admin.call('schemes.get', own)).settings.map(({ key, value }) => [key, value]))
    expect([chosen.get('ownSchoolBase'), chosen.get('excusedIsAbsence'), chosen.get('latesPerAbsence')]).toEqual(['members', true, 0])
  })

  it('keeps its number, its version and its origin whatever is handed in', async () => {
    const id = await aDraft(test.admin)
    const draft = await test.admin.call('schemes.draft', { id })
    await test.admin.call('schemes.saveDraft', { id, revision: draft.revision, document: { ...draft.document, code: '004-04', version: '7', basedOn: { code: '002', version: '1' }, title: '改过的名称' } })
    expect((await test.admin.call('schemes.draft', { id })).document).toMatchObject({ code: '004-04-A', version: '1', title: '改过的名称', basedOn: { code: '004-04', version: '1' } })
  })

  it('that is wrong is not saved, and what is wrong is said with its place', async () => {
    const id = await aDraft(test.admin)
    const { document, revision } = await test.admin.call('schemes.draft', { id })
    const duties = (document['duties'] as object[]).map((duty, at) => (at === 2 ? { ...duty, minimum: -1 } : duty))
    const problem = await test.admin.refused('schemes.saveDraft', { id, revision, document: { ...document, duties } })
    expect(problem).toMatchObject({ code: 'schemes.broken', places: [{ field: 'duties.2.minimum', message: '职责第 3 条（004-04/d03）的最少数量：应为大于 0 的数' }] })
    expect((await test.admin.call('schemes.draft', { id })).revision).toBe(revision)
  })

  it('that somebody else has changed meanwhile is not overwritten', async () => {
    const id = await aDraft(test.admin)
    const opened = await test.admin.call('schemes.draft', { id })
    await changeDraft(test.admin, id, 'duties', '004-04/d01', (fact) => ({ ...fact, note: '先改' }))
    expect(await test.admin.refused('schemes.saveDraft', { id, revision: opened.revision, document: opened.document })).toMatchObject({ code: 'schemes.changedMeanwhile', kind: 'conflict' })
  })

  it('can be thrown away, and the log keeps what was done to it', async () => {
    const id = await aDraft(test.admin)
    await changeDraft(test.admin, id, 'shareLimits', '004-04/l01', (fact) => ({ ...fact, maxShare: { numerator: 1, denominator: 3 } }))
    const { revision } = await test.admin.call('schemes.draft', { id })
    await test.admin.call('schemes.discardDraft', { id, revision })
    expect(await library()).toHaveLength(35)
    const { rows } = await test.admin.call('audit.ofRecord', { kind: 'schemeVersion', id })
    expect(rows.map(({ summary }) => summary)).toEqual([
      '删除规程草稿「云溪县名师工作室规程」', '修改规程草稿「云溪县名师工作室规程」', expect.stringContaining('复制规程'),
    ])
    expect(JSON.stringify(rows)).toContain('一半 → 3 分之 1')
  })
})

describe('a version in force', () => {
  it('holds from its day, is followed by studios, and is never changed again', async () => {
    const own = await aStricterScheme(test)
    const { id } = await aStudio(test, { schemeCode: own.code, schemeVersion: own.version })
    expect(await test.admin.call('studios.get', { id })).toMatchObject({ schemeTitle: '云溪县名师工作室规程' })
    const row = await inLibrary(own.code)
    expect((await test.admin.refused('schemes.draft', { id: must(row.id, 'own') })).code).toBe('schemes.notDraft')
    expect((await test.admin.refused('schemes.discardDraft', { id: must(row.id, 'own'), revision: 3 })).code).toBe('schemes.notDraft')
    withFile(test, ({ sqlite }) => {
      for (const sql of ["UPDATE scheme_version SET document = '{}'", "UPDATE scheme_version SET holds_from_on = '2020-01-01'", "UPDATE scheme_version SET state = 'draft', holds_from_on = NULL", 'DELETE FROM scheme_version']) {
        expect(() => sqlite.exec(sql), sql).toThrow('append_only:scheme_version')
      }
    })
  })

  it('is followed by its next version, under the same number and another one', async () => {
    const own = await aStricterScheme(test)
    const next = await aDraft(test.admin, { ...own, as: 'newVersion' })
    expect((await test.admin.refused('schemes.copy', { ...own, as: 'newVersion', title: '又一份' })).code).toBe('schemes.draftOpen')
    expect((await test.admin.refused('schemes.putInForce', { id: next, revision: 1, version: '1', holdsFromOn: '2027-09-01' })).places).toMatchObject([{ field: 'version' }])
    expect(await putInForce(test.admin, next, { holdsFromOn: '2027-09-01' })).toEqual({ code: '004-04-A', version: '2' })
    expect((await test.admin.call('schemes.open', own)).versions.map(({ version }) => version).toSorted()).toEqual(['1', '2'])
    expect((await test.admin.refused('schemes.copy', { code: '002', version: '1', as: 'newVersion', title: '甲' })).code).toBe('schemes.preset')
  })

  it('that is retired takes in no new studio, is kept by those that follow it, and can return', async () => {
    const own = await aStricterScheme(test)
    const { id } = await aStudio(test, { schemeCode: own.code, schemeVersion: own.version })
    const row = await inLibrary(own.code)
    const revision = async () => must((await test.admin.call('schemes.open', own)).revision, 'own')
    await test.admin.call('schemes.retire', { id: must(row.id, 'own'), revision: await revision(), reason: '局里有了新办法' })
    await expect(aStudio(test, { name: '另一个', schemeCode: own.code })).rejects.toThrow('schemes.retired')
    expect(await test.admin.call('studios.get', { id })).toMatchObject({ schemeTitle: '云溪县名师工作室规程' })
    expect((await test.admin.refused('schemes.retire', { id: must(row.id, 'own'), revision: await revision(), reason: '再停' })).code).toBe('schemes.notInForce')
    await test.admin.call('schemes.resume', { id: must(row.id, 'own'), revision: await revision() })
    await aStudio(test, { name: '另一个', schemeCode: own.code })
  })

  it('keeps what the school chose for unclear places of the scheme that it came from', async () => {
    await test.admin.call('schemes.choose', { code: '004-04', version: '1', key: 'ownSchoolBase', value: 'members' })
    const own = await aStricterScheme(test)
    expect((await test.admin.call('schemes.open', own)).settings.find(({ key }) => key === 'ownSchoolBase')?.value).toBe('members')
    expect((await test.admin.call('schemes.open', { code: '004-03', version: '1' })).settings.some(({ key }) => key === 'ownSchoolBase')).toBe(false)
  })
})

describe('a scheme as a file', () => {
  const file = (text: string | Uint8Array, name = '规程.json') => test.admin.upload(name, typeof text === 'string' ? new TextEncoder().encode(text) : text)
  const refusal = async (text: string | Uint8Array) => test.admin.refused('schemes.import', { file: await file(text) })
  const preset = presetDocument('004-04')

  it('goes to another school and comes in there as a draft that says the same', async () => {
    const own = await aStricterScheme(test)
    const out = test.admin.take((await test.admin.call('schemes.export', own)).token)
    expect(out.name).toBe('规程 云溪县名师工作室规程 第1版.json')
    const other = await freshProgram()
    try {
      const taken = await other.admin.call('schemes.import', { file: await other.admin.upload(out.name, out.bytes) })
      expect(taken).toMatchObject({ title: '云溪县名师工作室规程', code: '004-04-A', renamedFrom: null, sameAs: null })
      const there = await other.admin.call('schemes.open', own)
      expect(there).toMatchObject({ state: 'draft', basedOn: { code: '004-04' } })
      expect(there.differences.map(({ text }) => text)).toEqual((await test.admin.call('schemes.open', own)).differences.map(({ text }) => text))
    } finally {
      await other.close()
    }
  })

  it('whose number is taken gets one of its own, and one that rules the same is pointed out', async () => {
    const taken = await test.admin.call('schemes.import', { file: await file(`\uFEFF${JSON.stringify(preset)}`) })
    expect(taken).toMatchObject({ code: '004-04-A', renamedFrom: '004-04', sameAs: preset['title'] })
    expect((await test.admin.call('schemes.open', { code: '004-04-A', version: '1' })).basedOn).toMatchObject({ code: '004-04' })
  })

  it.each<[string, () => string | Uint8Array, string, string]>([
    ['of a newer program', () => JSON.stringify({ ...preset, formatVersion: 2 }), 'schemes.newerFormat', '请先升级软件'],
    ['with a word that nobody knows', () => JSON.stringify({ ...preset, luckyNumber: 8 }), 'schemes.broken', 'luckyNumber'],
    ['that goes round in a circle', () => JSON.stringify({ ...preset, duties: (preset['duties'] as object[]).map((duty, at) => (at < 2 ? { ...duty, countsTowards: [`004-04/d0${2 - at}`] } : duty)) }), 'schemes.broken', '绕成了一圈'],
    ['of ten megabytes', () => new Uint8Array(10 * 1024 * 1024).fill(32), 'schemes.tooLong', '10 MB'],
    ['of three million letters', () => JSON.stringify({ ...preset, title: '规'.repeat(2_000_001) }), 'schemes.tooLong', '超过上限'],
    ['of nothing but brackets', () => '['.repeat(1_900_000), 'schemes.notJson', '不是完整的 JSON'],
    ['of brackets that close', () => `${'['.repeat(900_000)}${']'.repeat(900_000)}`, 'schemes.notAScheme', '不是规程文件'],
    ['that was cut off', () => JSON.stringify(preset).slice(0, 5000), 'schemes.notJson', '没有下载完'],
    ['in another encoding', () => Uint8Array.from([0xb9, 0xe6, 0xb3, 0xcc]), 'schemes.encoding', 'UTF-8'],
    ['in the two-byte encoding of Windows', () => Uint8Array.from([0xff, 0xfe, 0x7b, 0x00]), 'schemes.encoding', 'UTF-8'],
    ['that is empty', () => '', 'schemes.notJson', '不是完整的 JSON'],
    ['with a number that is a word', () => JSON.stringify({ ...preset, duties: [{ ...(preset['duties'] as object[])[0], minimum: '两' }] }), 'schemes.broken', '职责第 1 条（004-04/d01）的最少数量'],
  ])('%s is refused with place and reason', async (_, make, code, words) => {
    const problem = await refusal(make())
    expect(problem).toMatchObject({ code, kind: 'invalid' })
    expect(problem.message).toContain(words)
    expect(await library()).toHaveLength(35)
  })
})
