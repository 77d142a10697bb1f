import { crc32, deflateRawSync } from 'node:zlib'
import { CFB, utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../shared/errors.ts'
import { openZip, storedZip } from './open-zip.ts'
import { readRoster } from './read-roster.ts'

const today = '2026-11-22'
const read = (file: Uint8Array) => readRoster(file, '花名册.xlsx', { today })

function workbook(rows: readonly (readonly (string | number | null)[])[], bookType: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '教师')
  return new Uint8Array(write(book, { type: 'buffer', bookType, compression: true, bookSST: true }) as Buffer)
}

/** A compound file (the container of .doc, .xls and encrypted .xlsx) with these streams. */
function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, content)
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer)
}

/** A zip of one compressed entry that claims to unpack to `claimed` bytes. */
function packedZip(name: string, content: Uint8Array, claimed: number): Uint8Array {
  const packed = deflateRawSync(content)
  const stored = storedZip(new Map([[name, packed]]))
  const view = new DataView(stored.buffer, stored.byteOffset, stored.byteLength)
  const directory = view.getUint32(stored.length - 22 + 16, true)
  for (const [method, crc, size] of [[8, 14, 22], [directory + 10, directory + 16, directory + 24]] as const) {
    view.setUint16(method, 8, true)
    view.setUint32(crc, crc32(content), true)
    view.setUint32(size, claimed, true)
  }
  return stored
}

const good = workbook([['姓名', '性别', '手机'], ...Array.from({ length: 30 }, (_, i) => [`张${'甲乙丙丁戊己庚辛壬癸'.charAt(i % 10)}${i}`, '男', 15400001000 + i])])

describe('a file that is no roster', () => {
  it.each<[string, Uint8Array, string, RegExp]>([
    ['an empty file', new Uint8Array(), 'roster.empty', /空的/],
    ['a truncated workbook', good.subarray(0, good.length - 400), 'roster.damaged', /损坏/],
    ['a workbook cut in the middle', good.subarray(0, 900), 'roster.damaged', /损坏/],
    ['a workbook with a password', compound({ EncryptionInfo: new Uint8Array(64), EncryptedPackage: new Uint8Array(5000) }), 'roster.password', /去掉密码/],
    ['an old workbook with a password', encryptedXls(), 'roster.password', /去掉密码/],
    ['a .doc renamed .xlsx', compound({ WordDocument: new Uint8Array(5000), '1Table': new Uint8Array(5000) }), 'roster.wordFile', /Word/],
    ['a .docx renamed .xlsx', storedZip(new Map([['[Content_Types].xml', new Uint8Array(5)], ['word/document.xml', new Uint8Array(5)]])), 'roster.wordFile', /Word/],
    ['an .rtf renamed .xls', new TextEncoder().encode('{\\rtf1 abc}'), 'roster.wordFile', /Word/],
    ['a presentation', storedZip(new Map([['ppt/presentation.xml', new Uint8Array(5)]])), 'roster.slidesFile', /演示文稿/],
    ['a PDF', new TextEncoder().encode('%PDF-1.7 …'), 'roster.pdfFile', /PDF/],
    ['a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]), 'roster.imageFile', /图片/],
    ['a zip of something else', storedZip(new Map([['花名册.xlsx', new Uint8Array(5)]])), 'roster.archiveFile', /解压/],
    ['a program', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'roster.notAWorkbook', /认不出/],
    ['a workbook without a header', workbook([['张三', '男'], ['李四', '女']]), 'roster.noHeader', /姓名/],
    ['an empty sheet', workbook([[]]), 'roster.emptySheet', /空的/],
    ['a header without people', workbook([['姓名', '性别'], ['合计', null]]), 'roster.noRows', /没有人员/],
    ['prose in a text file', new TextEncoder().encode('今天天气很好，我们去春游。\n明天开会。'), 'roster.noHeader', /表头/],
    ['a compound file of random content', compound({ Workbook: Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251) }), 'roster.noSheet', /没有工作表/],
  ])('%s is refused with what it is and what to do', (_, file, code, words) => {
    let thrown: unknown
    try {
      read(file)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(AppError)
    expect(thrown).toMatchObject({ code, kind: 'invalid', message: expect.stringMatching(words) })
  })

  it('larger than 50 MB is not looked at', () => {
    expect(() => read(new Uint8Array(50 * 1024 * 1024 + 1))).toThrow('50 MB')
  })
})

describe('a file made to do harm', () => {
  const zeros = new Uint8Array(80 * 1024 * 1024)

  it('a zip bomb is stopped by what really comes out, whatever it claims', () => {
    for (const claimed of [zeros.length, 1000]) {
      const bomb = packedZip('xl/workbook.xml', zeros, claimed)
      expect(bomb.length).toBeLessThan(200_000)
      expect(() => read(bomb)).toThrow('展开后大得不正常')
    }
  })

  it('a zip that claims 600 MB, and one of 6,000 entries, are not unpacked at all', () => {
    expect(() => read(packedZip('xl/workbook.xml', new Uint8Array(10), 600 * 1024 * 1024))).toThrow('展开后大得不正常')
    expect(() => read(storedZip(new Map(Array.from({ length: 6000 }, (_, i) => [`xl/worksheets/sheet${i}.xml`, new Uint8Array(1)]))))).toThrow('展开后大得不正常')
  })

  it('a changed byte in the content is noticed by its check sum', () => {
    const file = packedZip('xl/workbook.xml', new TextEncoder().encode('<workbook/>'), 11)
    const broken = Uint8Array.from(file)
    const at = 30 + 'xl/workbook.xml'.length + 3
    broken[at] = (broken[at] ?? 0) ^ 0xff
    expect(() => openZip(broken, () => true)).toThrow('损坏')
    expect(openZip(file, () => true).get('xl/workbook.xml')).toHaveLength(11)
  })

  it('entities that multiply are not expanded, in a workbook or in an HTML table', () => {
    const entities = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
    const doctype = `<!DOCTYPE x [<!ENTITY l0 "哈哈哈哈">${entities}]>`
    const parts = new Map(openZip(good, () => true))
    const strings = new TextDecoder().decode(parts.get('xl/sharedStrings.xml'))
    expect(strings).toContain('姓名')
    parts.set('xl/sharedStrings.xml', new TextEncoder().encode(strings.replace('<sst', `${doctype}<sst`).replace('张甲0', '&l12;')))
    expect(JSON.stringify(read(storedZip(parts))).length).toBeLessThan(40_000)
    const html = `${doctype}<html><table><tr><td>姓名</td><td>性别</td></tr><tr><td>张三&l12;</td><td>男</td></tr></table></html>`
    expect(JSON.stringify(read(new TextEncoder().encode(html))).length).toBeLessThan(4_000)
  })

  it('a cell at the far end and a merge over the whole sheet cost nothing', () => {
    const sheet = utils.aoa_to_sheet([['姓名', '性别'], ['张三', '男']])
    sheet['!merges'] = [{ s: { r: 3, c: 0 }, e: { r: 1_048_575, c: 16_383 } }]
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, 'a')
    const parts = new Map(openZip(new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer), () => true))
    const xml = new TextDecoder().decode(parts.get('xl/worksheets/sheet1.xml'))
    expect(xml).toContain('</sheetData>')
    const changed = xml.replace(/<dimension ref="[^"]*"\/>/, '<dimension ref="A1:XFD1048576"/>').replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    parts.set('xl/worksheets/sheet1.xml', new TextEncoder().encode(changed))
    expect(read(storedZip(parts)).rows.map((row) => row.values.name)).toEqual(['张三'])
  })

  it('50,000 people are refused with the limit and what to do, not half read', () => {
    const file = workbook([['姓名', '性别'], ...Array.from({ length: 50_000 }, (_, i) => [`张${i}`, '男'])])
    expect(() => read(file)).toThrow(/20,000 行.*分成几个文件/)
    const csv = `姓名,性别\n${Array.from({ length: 50_000 }, (_, i) => `张${i},男`).join('\n')}`
    expect(() => read(new TextEncoder().encode(csv))).toThrow('20,000 行')
  })

  it('whatever is changed in a workbook, it is read or refused in Chinese', () => {
    const old = workbook([['姓名', '性别'], ['张三', '男']], 'biff8')
    let refused = 0
    fc.assert(fc.property(fc.constantFrom(good, old), fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 }), fc.nat(), (file, changes, cut) => {
      const broken = Uint8Array.from(cut % 3 === 0 ? file.subarray(0, cut % file.length) : file)
      for (const [at, value] of changes) if (broken.length > 0) broken[at % broken.length] = value
      try {
        expect(read(broken).rows.length).toBeGreaterThan(0)
      } catch (error) {
        refused++
        expect(error).toBeInstanceOf(AppError)
        expect((error as AppError).message).toMatch(/请/)
      }
    }), { numRuns: 250, seed: 20_260_901 })
    expect(refused).toBeGreaterThan(50)
  })
})

/** BIFF8 with a FILEPASS record (RC4): what Excel 97 writes when a password is set. */
function encryptedXls(): Uint8Array {
  const bof = [0x09, 0x08, 16, 0, 0x00, 0x06, 0x05, 0x00, 0xbb, 0x0d, 0xcc, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]
  const filePass = [0x2f, 0x00, 54, 0, 1, 0, 1, 0, 1, 0, ...Array.from({ length: 48 }, (_, i) => i)]
  return compound({ Workbook: Uint8Array.from([...bof, ...filePass, ...Array.from({ length: 5000 }, () => 7)]) })
}
