import { read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../../shared/must.ts'
import { freshProgram, type TestProgram } from '../../../tests/fixtures/program.ts'
import { aStudioOfSix } from '../../../tests/fixtures/studio-of-six.ts'
import { writeSheet } from './write-sheet.ts'

let test: TestProgram
beforeAll(async () => {
  test = await freshProgram()
})
afterAll(() => test.close())

const firstSheet = (book: WorkBook): WorkSheet => must(book.Sheets[must(book.SheetNames[0], 'one sheet')], 'one sheet')
const open = (bytes: Uint8Array) => firstSheet(read(bytes, { cellNF: true, cellStyles: true }))
const linesOf = (sheet: WorkSheet) => utils.sheet_to_json<(string | number | undefined)[]>(sheet, { header: 1, blankrows: true })

describe('any list as an Excel file', () => {
  it('has its title, its heads and its rows, and is saved under its title', async () => {
    const file = await test.admin.call('exports.list', {
      title: '人员名单', columns: [{ title: '姓名', kind: 'text' }, { title: '教龄', kind: 'number' }, { title: '日期', kind: 'date' }, { title: '金额', kind: 'money' }],
      rows: [['陶秋蓝', 12, '2026-09-01', 120050], ['𠮷野', null, '1988-06', -5]],
    })
    expect(file.name).toBe('人员名单.xlsx')
    const sheet = open(test.admin.take(file.token).bytes)
    expect(linesOf(sheet).slice(0, 2)).toEqual([['人员名单'], ['姓名', '教龄', '日期', '金额']])
    expect(sheet['A3']?.v).toBe('陶秋蓝')
    expect(sheet['B3']).toMatchObject({ t: 'n', v: 12 })
    expect(sheet['C3']).toMatchObject({ t: 'n', w: '2026-09-01' })
    expect(sheet['D3']).toMatchObject({ t: 'n', v: 1200.5, w: '1,200.50' })
    expect(sheet['A4']?.v).toBe('𠮷野')
    expect(sheet['C4']).toMatchObject({ t: 's', v: '1988-06' })
    expect(sheet['D4']).toMatchObject({ v: -0.05 })
  })

  it.each(['=1+1', '+8613800000000', '-1', '@SUM(A1)', '=HYPERLINK("http://example.invalid","x")', '\t=1+1'])('shows %j as it was typed and never calculates it', async (text) => {
    const bytes = await writeSheet({ title: '名单', columns: [{ title: '备注', kind: 'text' }], rows: [[text]] })
    const cell = open(bytes)['A3']
    expect(cell).toMatchObject({ t: 's', v: text })
    const xml = await must((await JSZip.loadAsync(bytes)).file('xl/worksheets/sheet1.xml'), 'one sheet').async('string')
    expect(xml).not.toContain('<f>')
  })

  it('keeps long figures such as an invoice number as text', async () => {
    const sheet = open(await writeSheet({ title: '发票', columns: [{ title: '号码', kind: 'text' }], rows: [['12345678901234567890']] }))
    expect(sheet['A3']).toMatchObject({ t: 's', v: '12345678901234567890' })
  })

  it('opens although a note holds signs that XML cannot hold', async () => {
    const sheet = open(await writeSheet({ title: '名[单]/:*?', columns: [{ title: '备\u0007注', kind: 'text' }], rows: [['好\u0000的\u001f<&>"\ud800']] }))
    expect(sheet['A2']?.v).toBe('备注')
    expect(sheet['A3']?.v).toMatch(/^好的<&>"\ufffd?$/)
  })

  it('is refused without a column, and to whoever is not signed in', async () => {
    expect((await test.admin.refused('exports.list', { title: '名单', columns: [], rows: [] })).kind).toBe('invalid')
    expect((await test.visitor().refused('exports.list', { title: '名单', columns: [{ title: '姓名', kind: 'text' }], rows: [] })).code).toBe('accounts.signedOut')
  })
})

describe('the term sheet as an Excel file', () => {
  it('shows opening, every entry, the sums and what is left in capitals, and its columns add up', async () => {
    const { studioId } = aStudioOfSix(test)
    const base = { studioId, termKey: '2026-1', happenedOn: '2026-09-03', note: null }
    await test.admin.call('ledger.postPerHead', { ...base, rule: { countingOn: '2026-09-01', rolesCounted: ['host', 'member'] }, rate: '300', expectedCount: 6 })
    const spend = (amount: string, invoiceNo: string) => test.admin.call('ledger.postExpense', {
      ...base, amount, summary: '=购书', category: '图书资料', payee: '新华书店', invoiceCode: null, invoiceNo, activityId: null,
      handledBy: '江一帆', witnessedBy: '何雨禾', approvedBy: '陶秋蓝', warningsSeen: false,
    })
    await spend('300', '12345678901234567890')
    const wrong = await spend('500', '12345678901234567891')
    await test.admin.call('ledger.reverse', { entryId: wrong.id, happenedOn: '2026-09-03', reason: '记错' })
    const file = await test.admin.call('ledger.export', { studioId, termKey: '2026-1' })
    expect(file.name).toBe('陶秋蓝语文工作室经费使用明细（2026—2027学年第一学期）.xlsx')
    const sheet = open(test.admin.take(file.token).bytes)
    const lines = linesOf(sheet)
    expect(lines[0]?.[0]).toBe('陶秋蓝语文工作室经费使用明细表')
    expect(lines[1]?.[0]).toContain('2026—2027学年第一学期')
    expect(lines[3]?.[3]).toBe('上期结余')
    const entries = lines.slice(4, 8)
    expect(entries.map((line) => line[0])).toEqual([1, 2, 3, 4])
    expect(entries[2]?.[13]).toBe('已由第 4 笔冲销')
    expect(entries[1]).toMatchObject({ 3: '=购书', 9: '12345678901234567890', 6: 300 })
    const sum = (at: number) => entries.reduce((total, line) => total + Number(line[at] ?? 0), 0)
    expect(lines[8]).toMatchObject({ 3: '本期合计', 5: sum(5), 6: sum(6), 7: 1500 })
    expect([sum(5), sum(6)]).toEqual([1800, 300])
    expect(lines[9]?.[0]).toBe('结余（大写）：人民币壹仟伍佰元整　　（小写）￥1,500.00')
    expect(lines[11]?.[0]).toContain('主持人（签字）')
    expect(sheet['H9']).toMatchObject({ w: '1,500.00' })
  })
})
