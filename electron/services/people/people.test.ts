import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { putIntoStudio } from '../../../tests/fixtures/memberships.ts'
import { freshProgram, type TestProgram } from '../../../tests/fixtures/program.ts'

const idNumber = '339901198806150013'

let test: TestProgram
beforeEach(async () => {
  test = await freshProgram()
})
afterEach(() => test.close())

const add = (name: string, more: object = {}) => test.admin.call('people.save', { name, ...more })
const names = async (input: Parameters<typeof test.admin.call<'people.list'>>[1]) => (await test.admin.call('people.list', input)).rows.map(({ name }) => name)

describe('people', () => {
  it('are found by characters, pinyin and initials once they are saved, and their numbers come back masked', async () => {
    const { id } = await add('张三', { idNumber, phone: '15400000001', schoolName: '云溪三中' })
    for (const query of ['张', 'zhangsan', 'zs', '']) {
      expect((await test.admin.call('people.search', { query })).rows).toMatchObject([{ id, name: '张三', schoolName: '云溪三中' }])
      expect(await names({ query })).toEqual(['张三'])
    }
    expect((await test.admin.call('people.search', { query: 'ls' })).rows).toEqual([])
    expect(await test.admin.call('people.get', { id })).toMatchObject({ name: '张三', idNumberMasked: '339901************', phoneMasked: '154****0001', revision: 1 })
  })

  it('keep numbers that a form does not send, and lose those that it empties', async () => {
    const { id } = await add('张三', { idNumber, phone: '15400000001' })
    await test.admin.call('people.save', { id, revision: 1, name: '张三', subject: '语文' })
    expect(await test.admin.call('people.get', { id })).toMatchObject({ subject: '语文', idNumberMasked: '339901************', revision: 2 })
    await test.admin.call('people.save', { id, revision: 2, name: '张三', phone: '' })
    expect(await test.admin.call('people.get', { id })).toMatchObject({ phoneMasked: null, idNumberMasked: '339901************', subject: null })
  })

  it('are refused with the field when something is wrong, and with the name of whoever has the ID number already', async () => {
    const wrong = await test.admin.refused('people.save', { name: '李四', idNumber: '339901198806150014' })
    expect(wrong).toMatchObject({ kind: 'invalid', places: [{ field: 'idNumber' }] })
    expect(wrong.message).toContain('第 18 位应为 3')
    expect(await test.admin.refused('people.save', { name: '李四', bornOn: '1990', titleGrantedOn: '1980' })).toMatchObject({ code: 'people.wrong', places: [{ field: 'titleGrantedOn' }] })
    await add('张三', { idNumber, schoolName: '云溪三中' })
    const taken = await test.admin.refused('people.save', { name: '李四', idNumber })
    expect(taken).toMatchObject({ code: 'people.sameIdNumber', kind: 'conflict', places: [{ field: 'idNumber' }] })
    expect(taken.message).toContain('「张三」（云溪三中）')
    expect(await names({})).toEqual(['张三'])
  })

  it('are not overwritten by a form that was opened before somebody else saved', async () => {
    const { id } = await add('张三')
    await test.admin.call('people.save', { id, revision: 1, name: '张三丰' })
    expect(await test.admin.refused('people.save', { id, revision: 1, name: '张四' })).toMatchObject({ code: 'people.changedSince', kind: 'conflict' })
  })

  it('stand in the order of pinyin and of ranks, and are narrowed by filters', async () => {
    await add('周八', { schoolName: '云溪三中', subject: '数学', professionalTitle: '二级教师', sex: 'male' })
    await add('曾七', { schoolName: '枫岭中学', subject: '语文', professionalTitle: '高级教师', sex: 'female' })
    const { id } = await add('安九', { schoolName: '云溪三中', subject: '语文', professionalTitle: '一级教师' })
    putIntoStudio(test, '安九工作室', [{ personId: id }])
    expect(await names({})).toEqual(['安九', '曾七', '周八'])
    expect(await names({ sort: { id: 'name', descending: true } })).toEqual(['周八', '曾七', '安九'])
    expect(await names({ sort: { id: 'professionalTitle', descending: false } })).toEqual(['曾七', '安九', '周八'])
    expect(await names({ sort: { id: 'schoolName', descending: false } })).toEqual(['曾七', '安九', '周八'])
    expect(await names({ sort: { id: 'sex', descending: true } })).toEqual(['周八', '曾七', '安九'])
    expect(await names({ subject: '语文' })).toEqual(['安九', '曾七'])
    expect(await names({ schoolName: '云溪三中', sex: 'male' })).toEqual(['周八'])
    expect(await names({ inStudio: true })).toEqual(['安九'])
    expect(await names({ inStudio: false })).toEqual(['曾七', '周八'])
    expect(await test.admin.call('people.list', { offset: 1, limit: 1 })).toMatchObject({ total: 3, rows: [{ name: '曾七' }] })
    expect(await test.admin.call('people.choices', {})).toEqual({
      total: 3, schoolNames: ['枫岭中学', '云溪三中'], subjects: ['数学', '语文'], schoolStages: [], professionalTitles: ['高级教师', '一级教师', '二级教师'],
    })
  })

  it('go into the recycle bin with a reason and come back, but not while they are in a studio', async () => {
    const { id } = await add('张三', { idNumber })
    const other = await add('李四')
    putIntoStudio(test, '陈思远工作室', [{ personId: other.id }])
    const refused = await test.admin.refused('people.remove', { id: other.id, revision: 1, reason: '调离' })
    expect(refused.code).toBe('people.inStudio')
    expect(refused.message).toContain('「陈思远工作室」')
    await test.admin.call('people.remove', { id, revision: 1, reason: '调离' })
    expect(await names({})).toEqual(['李四'])
    expect(await test.admin.call('people.removed', {})).toMatchObject({ total: 1, rows: [{ id, name: '张三', removedReason: '调离' }] })
    const newcomer = await add('王五', { idNumber })
    expect((await test.admin.refused('people.bringBack', { id })).message).toContain('「王五」')
    await test.admin.call('people.remove', { id: newcomer.id, revision: 1, reason: '录错' })
    await test.admin.call('people.bringBack', { id })
    expect(await names({})).toEqual(['李四', '张三'])
  })

  it('show a number only to those who may, and every look is on record without the number', async () => {
    const { id } = await add('张三', { idNumber, phone: '15400000001' })
    expect(await test.admin.call('people.reveal', { id, field: 'idNumber' })).toEqual({ value: idNumber })
    const { rows } = await test.admin.call('audit.ofRecord', { kind: 'person', id })
    expect(rows[0]).toMatchObject({ actorName: '周管理', summary: '查看了「张三」的身份证号' })
    expect(JSON.stringify((await test.admin.call('audit.list', {})).rows)).not.toContain(idNumber)
    const leader = await test.as('leader')
    expect(await leader.call('people.get', { id })).toMatchObject({ idNumberMasked: '339901************' })
    for (const refused of [
      leader.refused('people.reveal', { id, field: 'idNumber' }),
      leader.refused('people.save', { name: '赵六' }),
      leader.refused('people.remove', { id, revision: 1, reason: '试' }),
      leader.refused('people.imports', {}),
    ]) expect((await refused).code).toBe('accounts.notAllowed')
  })

  it('of other studios are out of sight for a host and a member', async () => {
    const host = await add('陈思远', { phone: '15400000001' })
    const mine = await add('张三')
    const other = await add('李四')
    putIntoStudio(test, '陈思远工作室', [{ personId: host.id, role: 'host' }, { personId: mine.id }])
    const asHost = await test.as('host', host.id)
    const asMember = await test.as('member', mine.id)
    for (const caller of [asHost, asMember]) {
      expect((await caller.call('people.search', {})).rows.map(({ name }) => name)).toEqual(['陈思远', '张三'])
    }
    expect(await asHost.call('people.list', {})).toMatchObject({ total: 2 })
    expect((await asHost.call('people.choices', {})).total).toBe(2)
    expect((await asHost.call('people.get', { id: mine.id })).memberships).toMatchObject([{ studioName: '陈思远工作室', role: 'member', toOn: null }])
    expect((await asHost.call('people.get', { id: host.id })).memberships).toMatchObject([{ role: 'host', roleName: '主持人' }])
    expect(await asHost.refused('people.get', { id: other.id })).toMatchObject({ code: 'people.notYours', kind: 'forbidden' })
    expect(await asHost.refused('people.photo', { id: other.id })).toMatchObject({ code: 'people.notYours' })
    expect((await asMember.refused('people.get', { id: mine.id })).code).toBe('accounts.notAllowed')
    const stranger = await test.as('host')
    expect((await stranger.call('people.search', {})).rows).toEqual([])
  })

  it('have a photo that is a picture by its content, kept until it is removed', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
    expect(await test.admin.refused('people.save', { name: '张三', photo: await test.admin.upload('照片.png', new TextEncoder().encode('<svg/>')) }))
      .toMatchObject({ code: 'people.photoNotAPicture', places: [{ field: 'photo' }] })
    const { id } = await add('张三', { photo: await test.admin.upload('照片.jpg', png) })
    await test.admin.call('people.save', { id, revision: 1, name: '张三' })
    expect((await test.admin.call('people.photo', { id })).dataUrl).toMatch(/^data:image\/png;base64,/)
    await test.admin.call('people.save', { id, revision: 2, name: '张三', photo: null })
    expect(await test.admin.call('people.photo', { id })).toEqual({ dataUrl: null })
  })

  it('are exported with masked numbers only', async () => {
    await add('张三', { idNumber, phone: '15400000001' })
    const { id } = await add('李四')
    const { token, name } = await test.admin.call('people.export', { ids: [id] })
    expect(name).toBe('人员名单.xlsx')
    const reading = await test.admin.call('people.readRoster', { file: token })
    expect(reading.rows.map(({ values }) => values.name)).toEqual(['李四'])
    const all = test.admin.take((await test.admin.call('people.export', {})).token)
    const { rows } = await test.admin.call('people.readRoster', { file: await test.admin.upload('名单.xlsx', all.bytes) })
    expect(rows.map(({ values }) => values.name)).toEqual(['李四', '张三'])
    expect(rows[1]?.problems.map(({ field }) => field)).toContain('idNumber')
  })
})
