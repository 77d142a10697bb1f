import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CellSheet, fillCellDown, newCells, pasteCells, redoCells, setCell, settleCells, typeCell, undoCells } from './cell-sheet.ts'

const columns = [{ title: '班级' }, { title: '课时', read: (text: string) => /^\d*$/.test(text) ? text : undefined }]

describe('a sheet of cells', () => {
  it('takes a block from Excel from the cell on, and grows where it may', () => {
    const { sheet, problems } = pasteCells(newCells([['', ''], ['', '']]), columns, { row: 1, column: 0 }, '甲\t30\r\n乙\t许多\r\n', true)
    expect(sheet.rows).toEqual([['', ''], ['甲', '30'], ['乙', '']])
    expect(problems).toEqual(['粘贴的第 2 行：「许多」不是课时的写法'])
    expect(pasteCells(newCells([['', '']]), columns, { row: 0, column: 1 }, '1\t2\n3', false).problems).toEqual(['粘贴的第 2 行：表里没有这么多行'])
  })

  it('fills down from the cell above; the first row has none above', () => {
    const sheet = newCells([['甲', '1'], ['乙', '']])
    expect(fillCellDown(sheet, 1, 1).rows[1]).toEqual(['乙', '1'])
    expect(fillCellDown(sheet, 0, 1)).toBe(sheet)
  })

  it('reads what is being typed when it is settled, so that saving from within a cell loses nothing', () => {
    const typed = typeCell(newCells([['甲', '30']]), 0, 1, ' 32 ')
    expect(typed.rows).toEqual([['甲', '30']])
    const { sheet, problems } = settleCells(typed, columns)
    expect([sheet.rows, sheet.typing, problems]).toEqual([[['甲', '32']], null, []])
    expect(undoCells(sheet).rows).toEqual([['甲', '30']])
    const refused = settleCells(typeCell(sheet, 0, 1, '许多'), columns)
    expect([refused.sheet.rows, refused.sheet.typing, refused.problems]).toEqual([[['甲', '32']], null, ['「许多」不是课时的写法']])
    expect(settleCells(sheet, columns).sheet).toBe(sheet)
  })

  it('undoes any steps back to the beginning and does them again', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.constantFrom('', 'x', 'y')), { maxLength: 30 }), (steps) => {
      const start = newCells([['', ''], ['', ''], ['', '']])
      let sheet: CellSheet = start
      for (const [row, column, text] of steps) sheet = setCell(sheet, row, column, text)
      const { rows: end, past } = sheet
      for (let at = 0; at < past.length; at++) sheet = undoCells(sheet)
      expect(sheet.rows).toEqual(start.rows)
      for (let at = 0; at < past.length; at++) sheet = redoCells(sheet)
      expect(sheet.rows).toEqual(end)
    }))
  })
})
