import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { read, utils, write } from '@e965/xlsx'
import type { CellObject, WorkSheet } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { must } from '../../../../shared/must.ts'
import { openZip, storedZip } from './open-zip.ts'
import { readPlainXlsx } from './read-plain-xlsx.ts'
import type { Sheet } from './sheet.ts'
import { toSheet } from './to-sheet.ts'

const options = { dense: true, cellNF: true, cellStyles: true, sheetRows: 200 } as const
const entriesOf = (file: Uint8Array) => openZip(file, (name) => /\.(xml|rels)$/.test(name))

function sheetsOf(book: ReturnType<typeof read>): Sheet[] {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.map((name) => toSheet(name, must(book.Sheets[name], 'a name has its sheet'), { hidden: false, date1904, mostRows: options.sheetRows }))
}

/** What we read ourselves, null where it was left to SheetJS; and what SheetJS reads. */
function bothWays(file: Uint8Array): { ours: Sheet[] | null; theirs: Sheet[] } {
  const entries = entriesOf(file)
  const plain = readPlainXlsx(entries, options)
  return { ours: plain === null ? null : sheetsOf(plain), theirs: sheetsOf(read(storedZip(entries), { ...options, type: 'array' })) }
}

function workbook(sheet: WorkSheet, more: { bookSST?: boolean; date1904?: boolean } = {}): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '教师')
  if (more.date1904 === true) book.Workbook = { WBProps: { date1904: true } }
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', bookSST: more.bookSST ?? false }) as Buffer)
}

/** The same workbook with its rows written otherwise. */
function withRows(rows: string, prefix = ''): Uint8Array {
  const entries = new Map(entriesOf(workbook(utils.aoa_to_sheet([['姓名', '性别'], ['张三', '男']]), { bookSST: true })))
  const p = prefix === '' ? '' : `${prefix}:`
  const sheet = `<?xml version="1.0"?><${p}worksheet xmlns${prefix === '' ? '' : `:${prefix}`}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><${p}sheetData>${rows}</${p}sheetData></${p}worksheet>`
  entries.set('xl/worksheets/sheet1.xml', new TextEncoder().encode(sheet))
  return storedZip(entries)
}

const formats = ['General', '0', '0.00', '00000', '@', 'yyyy-mm-dd', 'yyyy"年"m"月"', 'm/d/yy', '#,##0', '0%']
const cell: fc.Arbitrary<CellObject | null> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: fc.constantFrom(...'张李王 ab&<>"\'_x0041年\r\n'), maxLength: 8 }).map((v): CellObject => ({ t: 's', v })),
  fc.tuple(fc.oneof(fc.integer({ min: -5, max: 60_000 }), fc.double({ noNaN: true, min: -1e18, max: 1e18 }), fc.constantFrom(15_400_000_000, 1e15, 0.1)), fc.constantFrom(...formats))
    .map(([v, z]): CellObject => ({ t: 'n', v, z })),
  fc.boolean().map((v): CellObject => ({ t: 'b', v })),
  fc.constantFrom(7, 15, 23, 42).map((v): CellObject => ({ t: 'e', v })),
)

describe('cells that we read ourselves', () => {
  it('are the same as SheetJS reads, whatever stands in them', () => {
    let read = 0
    fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 6 }), fc.boolean(), fc.boolean(), (rows, bookSST, date1904) => {
      const sheet = utils.aoa_to_sheet(rows)
      sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 1 } }]
      sheet['!rows'] = [{}, { hidden: true }]
      sheet['!cols'] = [{}, { hidden: true }]
      const { ours, theirs } = bothWays(workbook(sheet, { bookSST, date1904 }))
      if (ours === null) return
      read++
      expect(ours).toEqual(theirs)
    }), { numRuns: 100 })
    expect(read).toBeGreaterThan(30)
  })

  it('are those of a real list, which is read so', () => {
    const { ours, theirs } = bothWays(readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'resources', 'demo', '教师花名册.xlsx')))
    expect(must(ours, 'read by ourselves')[0]?.rows.length).toBeGreaterThan(50)
    expect(ours).toEqual(theirs)
  })

  it.each([
    ['as Excel writes it', '<row r="1" spans="1:2" ht="20" customHeight="1" x14ac:dyDescent="0.2"><c r="A1" s="0" t="s"><v>0</v></c><c r="B1" s="0"/></row>'],
    ['with lines between', '<row r="1">\n  <c r="A1" t="s"><v>0</v></c>\n  <c r="C1"><v>12</v></c>\n</row>\n'],
    ['with the text in the cell', '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> 张三 </t></is></c></row>'],
    ['with formulas that were worked out', '<row r="1"><c r="A1" t="str"><f>B1&amp;"校"</f><v>一校</v></c><c r="B1"><f t="shared" si="0"/><v>3</v></c></row>'],
    ['with an empty row, and one left out', '<row r="1"/><row r="2"></row><row r="5" hidden="1"><c r="B5"><v>2.5</v></c></row>'],
    ['with more rows than are read', '<row r="200"><c r="A200"><v>1</v></c></row><row r="201"><c r="A201"><v>2</v></c></row>'],
  ])('are the same %s', (_, rows) => {
    const { ours, theirs } = bothWays(withRows(rows))
    expect(must(ours, 'read by ourselves')).toEqual(theirs)
  })

  it.each([
    ['rich text', '<row r="1"><c r="A1" t="inlineStr"><is><r><t>张</t></r><r><t>三</t></r></is></c></row>'],
    ['escaped characters', '<row r="1"><c r="A1" t="str"><v>a&amp;b</v></c></row>'],
    ['formulas without a result', '<row r="1"><c r="A1"><f>1+1</f></c></row>'],
    ['cells without a place', '<row r="1"><c t="s"><v>0</v></c></row>'],
    ['rows without a number', '<row><c r="A1" t="s"><v>0</v></c></row>'],
    ['a text that is not there', '<row r="1"><c r="A1" t="s"><v>99</v></c></row>'],
    ['rows in another order', '<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>2</v></c></row>'],
    ['a style that is not there', '<row r="1"><c r="A1" s="99"><v>2</v></c></row>'],
    ['something between the rows', '<row r="1"><c r="A1"><v>2</v></c></row><extra/>'],
  ])('are left to SheetJS with %s', (_, rows) => {
    expect(readPlainXlsx(entriesOf(withRows(rows)), options)).toBeNull()
  })

  it('are left to SheetJS where the sheet names its parts otherwise, and its other sheets are read', () => {
    const { ours, theirs } = bothWays(withRows('<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row>', 'x'))
    expect(must(ours, 'read through')).toEqual(theirs)
    expect(theirs[0]?.rows[0]?.[0]?.text).toBe('姓名')
  })
})
