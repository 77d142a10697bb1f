import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { longestPathInside as keptFree } from '../../boot/judge-folder-path.ts'
import type { InputOf } from '../../../shared/contract/routes.ts'
import { must } from '../../../shared/must.ts'
import { invented, memberNames, type SchoolWithPapers, schoolWithPapers } from '../../../tests/fixtures/documents/school-with-papers.ts'
import { readWord, wordsIn } from '../../../tests/fixtures/documents/read-word.ts'
import { freshProgram, type TestProgram } from '../../../tests/fixtures/program.ts'
import { withFile } from '../../../tests/fixtures/studio-of-six.ts'
import { aStudio } from '../../../tests/fixtures/studios.ts'
import { freePath, fullPath, longestPathInside } from './document-paths.ts'

let test: TestProgram
let school: SchoolWithPapers
let shown: string[]
beforeEach(async () => {
  shown = []
  test = await freshProgram({ folders: { open: async (folder) => void shown.push(folder) } })
  school = await schoolWithPapers(test)
})
afterEach(() => test.close())

const termKey = '2026-1'
/** A small disk of its own needs root and Linux. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount()

function tryMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'xingtan-mount-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0
  if (mounted) spawnSync('umount', [folder])
  rmSync(folder, { recursive: true })
  return mounted
}

const saved = (relativePath: string) => join(test.folder, '文书', relativePath)
async function make(input: Omit<InputOf<'documents.make'>, 'termKey'>): Promise<{ words: string; relativePath: string; id: string }> {
  const { made, file } = await test.admin.call('documents.make', { termKey, ...input })
  const bytes = readFileSync(saved(made.relativePath))
  expect(Buffer.from(test.admin.take(file.token).bytes).equals(bytes)).toBe(true)
  return { words: wordsIn((await readWord(bytes)).document), relativePath: made.relativePath, id: made.id }
}
const member = () => must(school.members[0], 'five members')

describe('a document says what the records say', () => {
  it('of a member: facts, teaching years, honours as rows, and both numbers in full for the bureau', async () => {
    const { words, relativePath } = await make({ form: 'member-application', studioId: school.studioId, personId: member(), numbers: 'full' })
    for (const fact of [
      '云溪县名师工作室成员申请表', '许静姝', '女', '1992年3月', '汉族', '中共党员', '一级教师', '11年', invented.idNumber, invented.phone, '云溪县第一中学',
      '陈思远名师工作室', '陈思远', '县级教坛新秀', '2023.09', '云溪县教育局', '青年教师基本功竞赛二等奖', '2024.12', '云川市教育局',
    ]) expect(words, fact).toContain(fact)
    expect(relativePath).toBe('2026—2027学年第一学期/陈思远名师工作室/云溪县名师工作室成员申请表（许静姝）.docx')
    expect((await test.admin.call('audit.list', {})).rows[0]?.summary).toBe('生成文书「云溪县名师工作室成员申请表（许静姝）」，含完整的身份证号和电话')
  })

  it('of a member with the photo from the record', async () => {
    const { made } = await test.admin.call('documents.make', { termKey, form: 'member-application', studioId: school.studioId, personId: member() })
    const { parts } = await readWord(readFileSync(saved(made.relativePath)))
    expect([...parts.keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
  })

  it('of a host', async () => {
    const { words } = await make({ form: 'host-application', studioId: school.studioId, personId: school.host, numbers: 'full' })
    for (const fact of ['云溪县名师工作室主持人申请表', '陈思远', '高级教师', '语文', invented.phone, '2021年以来']) expect(words, fact).toContain(fact)
  })

  it('of a meeting with its kind, its counts and who was not there', async () => {
    const { words } = await make({ form: 'activity-record', activityId: school.activityId })
    for (const fact of [
      '陈思远名师工作室活动（会议）记录表', '2026-1-01', '“整本书阅读”同课异构研讨', '2026年9月10日 14:00—16:30', '录播教室', '☑听评课', '应到 6 人，实到 5 人，缺席 1 人',
      '第二节由何家栋执教。', '任务单合并修改后共享。', '参加县级培训', ...memberNames,
    ]) expect(words, fact).toContain(fact)
    expect(words).not.toContain('☑会议')
  })

  it('of an activity that is to be approved: as it was handed in, with who comes and how many', async () => {
    await test.admin.call('activities.submitFiling', { activityId: school.activityId, revision: 1, audience: '全县初中语文教师', headcount: 120, note: '不收费用' })
    const { words } = await make({ form: 'activity-filing', activityId: school.activityId })
    for (const fact of ['陈思远名师工作室活动备案表', '“整本书阅读”同课异构研讨', '2026年9月10日 14:00—16:30', '全县初中语文教师，120 人', '不收费用', '（盖章）']) expect(words, fact).toContain(fact)
  })

  it('of the account: every entry with its balance, the reversal in its column, who was counted, and the sum in words', async () => {
    const { words } = await make({ form: 'fund-statement', studioId: school.studioId })
    for (const fact of [
      '1,800.00', '486.20', '350.00', '-350.00', '冲销第 3 笔', '已由第 4 笔冲销', '1,313.80', '人民币壹仟叁佰壹拾叁元捌角整', '2026-09-01', '26332000000012345678', ...memberNames,
    ]) expect(words, fact).toContain(fact)
    const account = await test.admin.call('ledger.account', { studioId: school.studioId, termKey })
    expect(account.closingFen).toBe(131_380)
  })

  it('of the duties: what was asked of whom, how much of it is done by which records, and whose it is that is missing', async () => {
    const { words } = await make({ form: 'duty-report', studioId: school.studioId })
    for (const fact of ['陈思远名师工作室职责完成情况表', '规程要求的事项', '应完成', '情况说明', '学校负责人（签名）']) expect(words, fact).toContain(fact)
    const report = await test.admin.call('duties.matrix', { studioId: school.studioId, termKey })
    for (const { title } of report.rows) expect(words, title).toContain(title)
  })

  it('of the duties not for whoever sees none', async () => {
    const finance = await test.as('finance')
    expect((await finance.refused('documents.make', { termKey, form: 'duty-report', studioId: school.studioId })).code).toBe('duties.notYours')
  })

  it('to the public: the members, the last day by working days, and no number of anybody', async () => {
    await test.admin.call('school.saveHoliday', { id: null, name: '国庆节', kind: 'off', startsOn: '2026-10-01', endsOn: '2026-10-07' })
    await test.admin.call('school.saveHoliday', { id: null, name: '国庆节调休', kind: 'makeup', startsOn: '2026-10-10', endsOn: '2026-10-10' })
    const notice = { startsOn: '2026-09-29', workingDays: 5, basis: '云溪县名师工作室建设实施方案', office: '云溪县第三初级中学教务处', phone: '88880000', address: '文昌路18号' }
    const { words, relativePath } = await make({ form: 'member-list-notice', studioId: school.studioId, notice, numbers: 'full' })
    // 29 and 30 September, 8, 9 and (worked in exchange) 10 October.
    for (const fact of ['根据《云溪县名师工作室建设实施方案》', '2026年9月29日至2026年10月10日（5个工作日）', '拟确定6名同志', '88880000', '文昌路18号', ...memberNames]) expect(words, fact).toContain(fact)
    const { parts } = await readWord(readFileSync(saved(relativePath)))
    const whole = [...parts.values()].map((part) => Buffer.from(part).toString('utf8')).join('')
    expect(whole).not.toContain(invented.idNumber)
    expect(whole).not.toContain(invented.phone)
    expect(whole).not.toMatch(/1[3-9]\d{9}|\d{17}[\dX]/)
    // What she typed waits for the next notice.
    expect((await test.admin.call('documents.subjects', { termKey, studioId: null })).notice).toMatchObject({ phone: '88880000', address: '文昌路18号', workingDays: 5 })
  })
})

describe('the preview', () => {
  it('holds the same texts as the Word file', async () => {
    const subject = { termKey, form: 'activity-record', activityId: school.activityId } as const
    const { layout, title } = await test.admin.call('documents.preview', subject)
    const { words } = await make(subject)
    expect(title).toBe('陈思远名师工作室活动（会议）记录表')
    const texts = [...JSON.stringify(layout.blocks).matchAll(/"kind":"text","text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => JSON.parse(`"${text ?? ''}"`) as string)
    expect(texts.length).toBeGreaterThan(50)
    for (const text of texts) expect(words).toContain(text)
  })

  it('says what the form still lacks, with the record where it is filled in', async () => {
    const { missing } = await test.admin.call('documents.preview', { termKey, form: 'host-application', studioId: school.studioId, personId: school.host })
    expect(missing[0]).toMatchObject({ path: `/people/${school.host}`, where: '陈思远的记录' })
    expect(missing[0]?.labels).toEqual(['职务', '出生年月', '学历', '参加教育工作时间', '荣誉'])
    expect((await test.admin.call('documents.preview', { termKey, form: 'activity-record', activityId: school.activityId })).missing).toEqual([])
  })

  it('masks numbers; in full they are shown on record only', async () => {
    const subject = { termKey, form: 'member-application', studioId: school.studioId, personId: member() } as const
    const masked = JSON.stringify(await test.admin.call('documents.preview', subject))
    expect(masked).not.toContain(invented.idNumber)
    expect(masked).not.toContain(invented.phone)
    const before = (await test.admin.call('audit.list', {})).rows.length
    expect(JSON.stringify(await test.admin.call('documents.previewInFull', subject))).toContain(invented.idNumber)
    const { rows } = await test.admin.call('audit.list', {})
    expect(rows.length).toBe(before + 1)
    expect(rows[0]?.summary).toBe('预览「云溪县名师工作室成员申请表（许静姝）」，显示完整的身份证号和电话')
  })
})

describe('saved files', () => {
  it('are never overwritten: a second one is numbered, and what was written into the first stays', async () => {
    const first = await make({ form: 'fund-statement', studioId: school.studioId })
    writeFileSync(saved(first.relativePath), 'signed and scanned')
    const second = await make({ form: 'fund-statement', studioId: school.studioId })
    expect(second.relativePath).toBe(first.relativePath.replace('.docx', '-2.docx'))
    expect(readFileSync(saved(first.relativePath), 'utf8')).toBe('signed and scanned')
    const { rows, total } = await test.admin.call('documents.list', {})
    expect(total).toBe(2)
    expect(rows.map(({ id }) => id)).toEqual([second.id, first.id])
    expect(test.admin.take((await test.admin.call('documents.download', { id: first.id })).token).bytes.length).toBe(18)
  })

  it('are listed for one studio, its members’ applications and its meetings among them', async () => {
    const other = await aStudio(test, { name: '顾云舒名师工作室' }, { hostName: '顾云舒' })
    const application = await make({ form: 'member-application', studioId: school.studioId, personId: member() })
    const record = await make({ form: 'activity-record', activityId: school.activityId })
    const elsewhere = await make({ form: 'member-application', studioId: other.id, personId: member() })
    const listed = await test.admin.call('documents.list', { studioId: school.studioId })
    expect(listed.rows.map(({ id, studioName }) => [id, studioName])).toEqual([[record.id, '陈思远名师工作室'], [application.id, '陈思远名师工作室']])
    expect(listed.total).toBe(2)
    expect((await test.admin.call('documents.list', { studioId: other.id })).rows.map(({ id }) => id)).toEqual([elsewhere.id])
  })

  it('that could not be written leave no row', async () => {
    mkdirSync(join(test.folder, '文书'), { recursive: true })
    rmSync(join(test.folder, '文书'), { recursive: true })
    writeFileSync(join(test.folder, '文书'), 'a file where the folder should be')
    const refused = await test.admin.refused('documents.make', { termKey, form: 'fund-statement', studioId: school.studioId })
    expect(refused).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('被同名的文件占了位置') })
    expect((await test.admin.call('documents.list', {})).total).toBe(0)
    expect((await test.admin.call('audit.list', {})).rows[0]?.action).not.toBe('documents.make')
  })

  it('are not made in a data folder that was moved away, which is not made anew either', async () => {
    const aside = `${test.folder}-aside`
    renameSync(test.folder, aside)
    try {
      const refused = await test.admin.refused('documents.make', { termKey, form: 'fund-statement', studioId: school.studioId })
      expect(refused).toMatchObject({ code: 'documents.dataFolderGone', message: expect.stringContaining('U盘') })
      expect(existsSync(test.folder)).toBe(false)
    } finally {
      renameSync(aside, test.folder)
    }
    expect((await make({ form: 'fund-statement', studioId: school.studioId })).words).toContain('经费使用明细表')
  })

  it.skipIf(!canMount)('are not left half written on a full disk (skipped: needs root and tmpfs)', async () => {
    const folder = join(test.folder, '文书')
    mkdirSync(folder, { recursive: true })
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', folder]).status).toBe(0)
    try {
      const refused = await test.admin.refused('documents.make', { termKey, form: 'fund-statement', studioId: school.studioId })
      expect(refused).toMatchObject({ code: 'database.diskFull', message: expect.stringContaining('磁盘已满') })
      expect(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toEqual([])
      expect((await test.admin.call('documents.list', {})).total).toBe(0)
    } finally {
      spawnSync('umount', [folder])
    }
  })

  it.each(['CON', '甲/乙：丙?名师工作室', '末尾有点的工作室...'])('of a studio called %j lie in a folder that Windows takes', async (name) => {
    const odd = await aStudio(test, { name }, { hostName: '顾云舒' })
    const { relativePath } = await make({ form: 'fund-statement', studioId: odd.id })
    expect(relativePath.split('/')).toHaveLength(3)
    expect(relativePath).not.toMatch(/[<>:"|?*\\]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul)(?:[./]|$)/i)
  })

  it('whose row could not be written are taken away again', async () => {
    withFile(test, ({ sqlite }) => sqlite.exec("CREATE TRIGGER no_document BEFORE INSERT ON document BEGIN SELECT RAISE(ABORT, 'no'); END"))
    await test.admin.refused('documents.make', { termKey, form: 'fund-statement', studioId: school.studioId })
    expect(readdirSync(saved('2026—2027学年第一学期/陈思远名师工作室'))).toEqual([])
  })

  it('that have gone from their place are told, not made up', async () => {
    const { id, relativePath } = await make({ form: 'fund-statement', studioId: school.studioId })
    rmSync(saved(relativePath))
    expect((await test.admin.refused('documents.download', { id })).message).toContain('可能被移走、改名或删除')
  })

  it('lie on paths that Windows can open, whatever the names are', () => {
    expect(longestPathInside).toBe(keptFree)
    const path = freePath(test.folder, { termKey, studioName: `${'工'.repeat(59)}. `, fileName: `${'长'.repeat(120)}.docx` })
    expect(`文书/${path}`.length).toBeLessThanOrEqual(120)
    expect(path.split('/').every((name) => !/[. ]$/.test(name))).toBe(true)
    expect(() => fullPath(test.folder, '../xingtan.db')).toThrow('不在文书文件夹里')
    expect(() => fullPath(test.folder, '/etc')).toThrow('不在文书文件夹里')
  })

  it('are shown in the file manager by their folder alone, never by a path from the window', async () => {
    const { id, relativePath } = await make({ form: 'fund-statement', studioId: school.studioId })
    expect(await test.admin.call('documents.openFolder', { id })).toEqual({ shown: '文书/2026—2027学年第一学期/陈思远名师工作室' })
    expect(shown).toEqual([join(saved(relativePath), '..')])
    expect((await test.admin.refused('documents.openFolder', { id: '../..' })).code).toBe('documents.none')
    await test.admin.call('documents.openFolder', { id: null })
    expect(shown[1]).toBe(join(test.folder, '文书'))
  })
})

describe('one for every member', () => {
  const batch = () => ({ termKey, form: 'member-application' as const, studioId: school.studioId, personIds: [...school.members], batchId: 'batch-0001' })

  it('is made one after the other, each with its row', async () => {
    const { made, asked, cancelled, stopped } = await test.admin.call('documents.makeBatch', batch())
    expect({ made: made.length, asked, cancelled, stopped }).toEqual({ made: 5, asked: 5, cancelled: false, stopped: null })
    expect(made.map(({ title }) => title)).toEqual(memberNames.map((name) => `云溪县名师工作室成员申请表（${name}）`))
    expect(readdirSync(join(saved(must(made[0], 'five').relativePath), '..'))).toHaveLength(5)
  })

  it('stops between two documents when she cancels; what was made stays', async () => {
    const running = test.admin.call('documents.makeBatch', batch())
    while ((await test.admin.call('documents.batchProgress', { batchId: 'batch-0001' }))?.made === 0) await new Promise((resolve) => setImmediate(resolve))
    expect(await test.admin.call('documents.cancelBatch', { batchId: 'batch-0001' })).toEqual({ running: true })
    const { made, cancelled } = await running
    expect(cancelled).toBe(true)
    expect(made.length).toBeGreaterThan(0)
    expect(made.length).toBeLessThan(5)
    expect((await test.admin.call('documents.list', {})).total).toBe(made.length)
    expect(await test.admin.call('documents.cancelBatch', { batchId: 'batch-0001' })).toEqual({ running: false })
  })

  it('tells at whom it had to stop', async () => {
    const [first, second] = school.members
    const result = await test.admin.call('documents.makeBatch', { ...batch(), personIds: [must(first, 'one'), 'nobody', must(second, 'two')] })
    expect(result).toMatchObject({ asked: 3, stopped: { message: '没有找到这个人，请回到人员名单重新打开' } })
    expect((await test.admin.call('documents.list', {})).total).toBe(1)
  })
})

describe('who may make documents', () => {
  it('a host only for the studios that she hosts, and with masked numbers only', async () => {
    const host = await test.as('host', school.host)
    const other = await aStudio(test, { name: '顾云舒名师工作室' }, { hostName: '顾云舒' })
    expect((await host.call('documents.subjects', { termKey, studioId: null })).studios.map(({ name }) => name)).toEqual(['陈思远名师工作室'])
    expect((await host.refused('documents.make', { termKey, form: 'fund-statement', studioId: other.id })).code).toBe('studios.notYours')
    const own = { termKey, form: 'member-application', studioId: school.studioId, personId: member() } as const
    expect((await host.refused('documents.make', { ...own, numbers: 'full' })).code).toBe('documents.mayNotShow')
    expect((await host.refused('documents.previewInFull', own)).code).toBe('accounts.notAllowed')
    const { made } = await host.call('documents.make', own)
    expect(wordsIn((await readWord(readFileSync(saved(made.relativePath)))).document)).toContain('110105************')
  })

  it('a host does not see the applications that the office made for the bureau', async () => {
    const { id } = await make({ form: 'member-application', studioId: school.studioId, personId: member(), numbers: 'full' })
    const statement = await make({ form: 'fund-statement', studioId: school.studioId })
    const host = await test.as('host', school.host)
    expect((await host.call('documents.list', {})).rows.map((row) => row.id)).toEqual([statement.id])
    expect((await host.refused('documents.download', { id })).code).toBe('documents.none')
  })

  it('a host sees the applications to her own studio that the office made with masked numbers, and none of another studio', async () => {
    const other = await aStudio(test, { name: '顾云舒名师工作室' }, { hostName: '顾云舒' })
    const own = await make({ form: 'member-application', studioId: school.studioId, personId: member() })
    await make({ form: 'member-application', studioId: other.id, personId: member() })
    const host = await test.as('host', school.host)
    expect((await host.call('documents.list', {})).rows.map((row) => row.id)).toEqual([own.id])
  })

  it('a member none', async () => {
    const caller = await test.as('member', member())
    expect((await caller.refused('documents.forms', {})).code).toBe('accounts.notAllowed')
    expect((await caller.refused('documents.make', { termKey, form: 'fund-statement', studioId: school.studioId })).code).toBe('accounts.notAllowed')
    expect(existsSync(join(test.folder, '文书', '2026—2027学年第一学期'))).toBe(false)
  })
})
