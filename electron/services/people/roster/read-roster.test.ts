import fc from 'fast-check'
import { utils, write } from '@e965/xlsx'
import type { WorkSheet } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { rosterProblemSentence } from '../../../../shared/domain/people/roster-reading.ts'
import { must } from '../../../../shared/must.ts'
import { readRoster } from './read-roster.ts'
import type { RosterChoices } from './read-roster.ts'

const today = '2026-11-22'
type Value = string | number | null | { v: number | string; z?: string; t?: 'n' | 'e' | 's' }

function workbook(rows: readonly (readonly Value[])[], bookType: 'xlsx' | 'biff8' | 'xlsb' | 'ods' | 'xlml' = 'xlsx', change?: (sheet: WorkSheet) => void): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => (typeof cell === 'object' && cell !== null ? { t: 'n', ...cell } : cell))))
  change?.(sheet)
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '教师')
  return new Uint8Array(write(book, { type: 'buffer', bookType, compression: true }) as Buffer)
}
const text = (content: string) => new TextEncoder().encode(content)
const readRows = (rows: readonly (readonly Value[])[], choices: Partial<RosterChoices> = {}) => readRoster(workbook(rows), '花名册.xlsx', { today, ...choices })
const sentences = (rows: readonly (readonly Value[])[]) => readRows(rows).rows.flatMap((row) => row.problems.map((p) => rosterProblemSentence(row.rowNumber, p)))

describe('where the list is in the file', () => {
  it('the header is found under titles, notes to whoever fills it in, and blank rows', () => {
    const reading = readRows([['云岫县初级中学教师花名册'], ['填表说明：请如实填写姓名、性别等内容'], [], ['序号', '姓 名', '性　别', '出生\r\n年月', '工作单位（全称）'], [1, '张　三', '男', '1988.6', '云岫县初级中学']])
    expect(reading.headerRows).toEqual([4, 4])
    expect(reading.rows.map((row) => [row.rowNumber, row.values.name, row.values.bornOn])).toEqual([[5, '张三', '1988-06']])
  })

  it('a header of two rows with merged cells gives each column its own meaning', () => {
    const file = workbook(
      [['花名册'], ['序号', '姓名', '学历', null, '职称', null, '联系方式', null], [null, null, '全日制学历', '最高学历', '名称', '取得时间', '手机', '邮箱'], [1, '张三', '大专', '本科', '一级教师', '2015.12', '15400001234', 'z@example.cn']],
      'xlsx', (sheet) => {
        sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 7 } }, { s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }, { s: { r: 1, c: 1 }, e: { r: 2, c: 1 } }, { s: { r: 1, c: 2 }, e: { r: 1, c: 3 } }, { s: { r: 1, c: 4 }, e: { r: 1, c: 5 } }, { s: { r: 1, c: 6 }, e: { r: 1, c: 7 } }]
      },
    )
    const reading = readRoster(file, 'a.xlsx', { today })
    expect(reading.headerRows).toEqual([2, 3])
    expect(reading.columns.map((c) => c.target)).toEqual(['ignore', 'name', null, 'education', 'professionalTitle', 'titleGrantedOn', 'phone', 'email'])
    expect(reading.columns[2]?.reason).toContain('已取自 D 列')
    expect(must(reading.rows[0], 'one person').values).toMatchObject({ name: '张三', education: '大学本科', professionalTitle: '一级教师', titleGrantedOn: '2015-12', phone: '15400001234', email: 'z@example.cn' })
  })

  it('notes, totals, signatures, blank lines and repeated headers are no people', () => {
    const reading = readRows([
      ['序号', '姓名', '性别', '单位'], [1, '张三', '男', '甲校'], ['序号', '姓名', '性别', '单位'], [], [2, '李四', '女', '甲校'], [3, null, null, null],
      ['合计', '2人'], ['注：本表一式三份，由学校填写后于九月十日前报送'], [null, '制表人：王五', null, '审核人：赵六'], ['单位负责人（签字）：', null, null, '2026年9月1日'],
    ])
    expect(reading.rows.map((row) => row.values.name)).toEqual(['张三', '李四'])
    expect(reading.leftOut.map((row) => row.rowNumber)).toEqual([3, 7, 8, 9, 10])
  })

  it('a school that is merged over its people belongs to each of them', () => {
    const file = workbook([['单位', '姓名', '性别'], ['云岫县初级中学', '张三', '男'], [null, '李四', '女'], ['云岫县实验学校', '王五', '男']], 'xlsx', (sheet) => {
      sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }]
    })
    expect(readRoster(file, 'a.xlsx', { today }).rows.map((row) => row.values.schoolName)).toEqual(['云岫县初级中学', '云岫县初级中学', '云岫县实验学校'])
  })

  it('the sheet with a roster is taken, a hidden one last; others are named and can be chosen', () => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([['姓名', '性别'], ['旧人', '男']]), '去年')
    utils.book_append_sheet(book, utils.aoa_to_sheet([['填表说明']]), '说明')
    utils.book_append_sheet(book, utils.aoa_to_sheet([['姓名', '性别'], ['张三', '男']]), '语文组')
    utils.book_append_sheet(book, utils.aoa_to_sheet([['姓名', '性别'], ['李四', '女']]), '数学组')
    book.Workbook = { Sheets: [{ Hidden: 1 }, {}, {}, {}] }
    const file = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
    const reading = readRoster(file, 'a.xlsx', { today })
    expect(reading).toMatchObject({ sheetName: '语文组', rows: [{ values: { name: '张三' } }] })
    expect(reading.remarks).toEqual([expect.stringContaining('“数学组”')])
    expect(reading.sheets).toEqual([{ name: '去年', hidden: true, hasRoster: true }, { name: '说明', hidden: false, hasRoster: false }, { name: '语文组', hidden: false, hasRoster: true }, { name: '数学组', hidden: false, hasRoster: true }])
    expect(readRoster(file, 'a.xlsx', { today, sheetName: '数学组' }).rows.map((row) => row.values.name)).toEqual(['李四'])
  })

  it('hidden rows and columns are read, and said so', () => {
    const file = workbook([['姓名', '性别', '民族'], ['张三', '男', '汉'], ['李四', '女', '回']], 'xlsx', (sheet) => {
      sheet['!rows'] = [{}, {}, { hidden: true }]
      sheet['!cols'] = [{}, {}, { hidden: true }]
    })
    const reading = readRoster(file, 'a.xlsx', { today })
    expect(reading.rows.map((row) => row.hidden)).toEqual([false, true])
    expect(reading.remarks.join()).toMatch(/1 行在文件里被隐藏.*C 列在文件里是隐藏/)
  })
})

describe('which column is what', () => {
  it('what was remembered goes before the usual names, and what was chosen now before both', () => {
    const rows = [['姓名', '性别', '编号', '单位'], ['张三', '男', 'T001', '甲校']]
    const targets = (choices: Partial<RosterChoices>) => readRows(rows, choices).columns.map((c) => [c.target, c.confidence])
    expect(targets({})).toEqual([['name', 'certain'], ['sex', 'certain'], ['ignore', 'certain'], ['schoolName', 'certain']])
    expect(targets({ remembered: new Map([['编号', 'staffNo'], ['单位', 'nonsense']]) })[2]).toEqual(['staffNo', 'remembered'])
    expect(targets({ remembered: new Map([['编号', 'staffNo']]), fields: new Map([['C', 'note'], ['D', 'ignore']]) }).slice(2)).toEqual([['note', 'chosen'], ['ignore', 'chosen']])
  })

  it('a column without a usable name is guessed by its look, masked in the samples', () => {
    const reading = readRows([['姓名', '单位', '甲', '乙', ''], ['张三', '甲校', '339901198806150017', '15400001234', '男'], ['李四', '甲校', '339901198806150033', '15400001235', '女']])
    expect(reading.columns.map((c) => [c.target, c.confidence])).toEqual([['name', 'certain'], ['schoolName', 'certain'], ['idNumber', 'guess'], ['phone', 'guess'], ['sex', 'guess']])
    expect(reading.columns[2]?.samples).toEqual(['339901************', '339901************'])
    expect(reading.columns[3]?.samples).toEqual(['154****1234', '154****1235'])
  })

  it('headings named like members of every object do no harm', () => {
    const reading = readRows([['姓名', '性别', '__proto__', 'constructor', 'hasOwnProperty'], ['__proto__', '男', '{"polluted":1}', 'x', 'y'], ['toString', '女', 'a', 'b', 'c']], { remembered: new Map([['__proto__', 'ignore']]) })
    expect(reading.rows.map((row) => row.values.name)).toEqual(['__proto__', 'toString'])
    expect(reading.columns.map((c) => c.target)).toEqual(['name', 'sex', 'ignore', null, null])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('a header row can be pointed at', () => {
    const rows = [['花名册'], ['甲', '乙'], ['张三', '男'], ['李四', '女']]
    expect(readRows(rows, { headerRow: 2, fields: new Map([['A', 'name']]) }).rows.map((row) => row.values.name)).toEqual(['张三', '李四'])
    expect(() => readRows(rows, { headerRow: 2 })).toThrow('还没有指定哪一列是“姓名”')
  })
})

describe('what is wrong in a row', () => {
  it('is told with row, column and what to do', () => {
    expect(sentences([['姓名', '身份证号', '手机', '出生年月', '性别', '邮箱', '班主任年限'], ['张三', '110105194912310021', '1540000123', '1979-02-30', '不详', 'abc', '很久']])).toEqual([
      '第 2 行 E 列（性别）：“不详”不是性别，请填“男”或“女”',
      '第 2 行 D 列（出生年月）：“1979-02-30”：1979 年 2 月没有 30 日，请核对。',
      '第 2 行 B 列（身份证号）：身份证号第 18 位应为 X，请核对',
      '第 2 行 C 列（手机）：手机号应为 11 位，填了 10 位，请核对',
      '第 2 行 G 列（班主任年限）：“很久”不是班主任年限，请填数字，例如 8 或 8.5',
      '第 2 行 F 列（邮箱）：“abc”不是电子邮箱，应像 name@example.cn，请核对',
    ])
  })

  it('an ID number stored as a number is refused in every form', () => {
    const found = sentences([['姓名', '身份证号', '性别'], ['甲一', { v: 339901198806150000 }, '男'], ['乙二', { v: 339901198806150000, z: '0' }, '男'], ['丙三', '3.39901E+17', '男'], ['丁四', '339901198806150000', '男']])
    expect(found).toHaveLength(4)
    for (const sentence of found) expect(sentence).toContain('变成 000')
  })

  it('dates as text, serial number, shown as a month, 1999.9, 1999.10 and 九九年 are read', () => {
    const born = ['1988-06-15', { v: 32309, z: 'yyyy/m/d' }, { v: 32295, z: 'yyyy"年"m"月"' }, 1999.9, { v: 1999.1, z: '0.00' }, '九九年9月', '１９８８．６', '198806', 19880615]
    const reading = readRows([['姓名', '从教时间', '性别'], ...born.map((cell, i): Value[] => [`张${'甲乙丙丁戊己庚辛壬'.charAt(i)}`, cell, '男'])])
    expect(reading.rows.map((row) => row.values.teachingSince)).toEqual(['1988-06-15', '1988-06-15', '1988-06', '1999-09', '1999-10', '1999-09', '1988-06', '1988-06', '1988-06-15'])
  })

  it('a workbook that counts days from 1904 is read so', () => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([['姓名', '从教时间', '性别'], ['张三', { t: 'n', v: 30847, z: 'yyyy-mm-dd' }, '男']]), 'a')
    book.Workbook = { WBProps: { date1904: true } }
    expect(readRoster(new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer), 'a.xlsx', { today }).rows[0]?.values.teachingSince).toBe('1988-06-15')
  })

  it('a formula gives its result; an error or a formula that was never worked out is named', () => {
    const file = workbook([['姓名', '性别', '手机', '民族'], ['张三', '男', '15400001234', '汉']], 'xlsx', (sheet) => {
      sheet['B2'] = { t: 's', v: '男', f: 'IF(1,"男","女")' }
      sheet['C2'] = { t: 'e', v: 0x17, w: '#REF!' }
      sheet['D2'] = { t: 'z', f: 'A1&"族"' }
    })
    const row = must(readRoster(file, 'a.xlsx', { today }).rows[0], 'one person')
    expect(row.values).toMatchObject({ name: '张三', sex: 'male', phone: null, ethnicity: null })
    expect(row.problems.map((p) => [p.column, p.message])).toEqual([['C', expect.stringContaining('#REF!')], ['D', expect.stringContaining('公式错误')]])
  })

  it('sex and birth date come from the ID number where the row has none, and a difference is told, not overwritten', () => {
    const reading = readRows([['姓名', '身份证号', '性别', '出生年月'], ['张三', '11010519491231002X', null, null], ['李四', '440524188001010014', '女', '1950.1']])
    expect(reading.rows[0]).toMatchObject({ values: { sex: 'female', bornOn: '1949-12-31' }, derived: ['sex', 'bornOn'], problems: [] })
    expect(reading.rows[1]).toMatchObject({ values: { sex: 'female', bornOn: '1950-01' }, derived: [] })
    expect(reading.rows[1]?.problems.map((p) => p.message).join()).toMatch(/110 岁.*性别填的是“女”.*出生日期填的是 1950-01/)
  })

  it('a title is brought to its present name, an honour put where it belongs', () => {
    const reading = readRows([['姓名', '职称', '荣誉称号'], ['张三', '小学高级教师', '县先进；县教坛新秀'], ['李四', '特级教师', null]])
    expect(reading.rows.map((row) => [row.values.professionalTitle, row.values.honours, row.values.note])).toEqual([['一级教师', '县先进\n县教坛新秀', '原职称：小学高级教师'], [null, '特级教师', null]])
  })

  it('the same words in many rows mean the same in each, and each row is told of them', () => {
    const reading = readRows([['姓名', '职称', '参加工作时间', '民族'], ...['张三', '李四', '王五'].map((name) => [name, '小学高级教师', '九九年', '汉']), ['赵六', '小学高级教师', '九九年x', '汉']])
    expect(reading.rows.map(({ values: { professionalTitle, note, teachingSince, ethnicity } }) => [professionalTitle, note, teachingSince, ethnicity]))
      .toEqual([...Array.from({ length: 3 }, () => ['一级教师', '原职称：小学高级教师', '1999', '汉族']), ['一级教师', '原职称：小学高级教师', null, '汉族']])
    expect(reading.rows.map(({ problems }) => problems.map(({ column, level }) => `${column} ${level}`)))
      .toEqual([...Array.from({ length: 3 }, () => ['B warning', 'C warning']), ['B warning', 'C error']])
  })

  it('names keep what belongs to them: spaced out, with dots, beyond the BMP, of 40 characters, with a bracket behind', () => {
    const long = '阿'.repeat(40)
    const names = ['张　三', '买买提•艾力', '𠮷田光', long, '李四（支教）', `${long}长`, '？？', null]
    const reading = readRows([['姓名', '性别', '民族'], ...names.map((name): Value[] => [name, '男', '汉'])])
    expect(reading.rows.map((row) => row.values.name)).toEqual(['张三', '买买提·艾力', '𠮷田光', long, '李四', '', '', ''])
    expect(reading.rows.map((row) => row.canImport)).toEqual([true, true, true, true, true, false, false, false])
    expect(reading.rows.slice(4).map((row) => row.problems[0]?.message)).toEqual([expect.stringContaining('“支教”'), expect.stringContaining('41 个字'), expect.stringContaining('不像姓名'), '缺姓名，请补填'])
  })

  it('who stands there twice is marked: by ID number for certain, by name and birth date perhaps', () => {
    const reading = readRows([
      ['姓名', '身份证号', '出生年月'], ['张三', '11010519491231002X', null], ['张　三', '11010519491231002x', null], ['张珊', '11010519491231002X', null],
      ['李四', null, '1988.6'], ['李四', null, '1988-06'], ['李四', null, '1989.6'],
    ])
    expect(reading.rows.map((row) => [row.canImport, row.sameAsRow])).toEqual([[true, null], [false, 2], [false, 2], [true, null], [true, 5], [true, null]])
    expect(reading.rows[2]?.problems.at(-1)?.message).toContain('“张三”相同')
  })
})

describe('kinds of files', () => {
  const rows = [['姓名', '身份证号', '手机', '工作单位'], ['张三', '11010519491231002X', '15400001234', '云岫县初级中学'], ['𠮷田光', '', '0571-88001234', '镕树, 小学']]
  const csv = rows.map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')).join('\r\n')
  const expected = [['张三', '11010519491231002X', '15400001234', '云岫县初级中学'], ['𠮷田光', null, '0571-88001234', '镕树, 小学']]
  const people = (file: Uint8Array) => readRoster(file, 'x', { today }).rows.map(({ values }) => [values.name, values.idNumber, values.phone, values.schoolName])

  it.each(['xlsx', 'biff8', 'xlsb', 'ods', 'xlml'] as const)('%s is read', (bookType) => {
    expect(people(workbook(rows, bookType))).toEqual(expected)
  })

  it('text is read in UTF-8 with and without a mark, UTF-16, with tabs and semicolons', () => {
    expect(people(text(csv))).toEqual(expected)
    expect(people(text(`\uFEFF${csv}\r\n`))).toEqual(expected)
    expect(people(new Uint8Array(Buffer.from(`\uFEFF${csv}`, 'utf16le')))).toEqual(expected)
    expect(people(text(rows.map((row) => row.join('\t')).join('\n')))).toEqual(expected)
    expect(people(text(rows.map((row) => row.join(';')).join('\r')))).toEqual(expected)
  })

  it('text in GB18030 is read, rare characters included', () => {
    // 姓名,性别 / 张三,男 / 𠮷田,女 (the rare one takes four bytes).
    const file = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd0, 0xd4, 0xb1, 0xf0, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xc4, 0xd0, 0x0a, 0x95, 0x34, 0xb6, 0x39, 0xcc, 0xef, 0x2c, 0xc5, 0xae, 0x0a])
    expect(readRoster(file, 'x.csv', { today }).rows.map(({ values }) => [values.name, values.sex])).toEqual([['张三', 'male'], [new TextDecoder('gb18030').decode(Uint8Array.from([0x95, 0x34, 0xb6, 0x39])) + '田', 'female']])
  })

  it('quotes, line breaks inside cells and ID numbers protected by a formula are understood', () => {
    expect(people(text('姓名,身份证号,手机,工作单位\n"张三","=""11010519491231002X""",\'15400001234,"云岫县\n""初级""中学"\n'))).toEqual([['张三', '11010519491231002X', '15400001234', '云岫县 "初级"中学']])
  })

  it('an HTML table that a system saved as .xls is read, in GBK too', () => {
    const html = `<html><head><meta charset="gb2312"></head><body><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></body></html>`
    expect(people(text(html))).toEqual(expected)
  })
})

it('any rows of any cells give a reading or a sentence, and every person that may be imported has a name', () => {
  const cell = fc.oneof(fc.constantFrom('姓名', '性别', '张三', '男', '__proto__', '1988.6', '合计', '#REF!', '', '𠮷'), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.double({ noNaN: true, min: -1e20, max: 1e20 }), fc.constant(null))
  fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), (body) => {
    const reading = readRows([['姓名', '身份证号', '出生年月', '手机', '职称', '备注'], ['张三', null, null, null, null, null], ...body])
    for (const row of reading.rows) expect(row.canImport).toBe(row.values.name !== '' && !row.problems.some((p) => p.field === null && p.level === 'error'))
  }), { numRuns: 60 })
})
