import { describe, expect, it } from 'vitest'
import { mostSheetRows } from '../../../shared/contract/exports.ts'
import { gatherRows } from './gather-rows.ts'

const letters = [...'甲乙丙丁戊己庚']
const inThrees = (list: readonly string[], asked: number[] = []) => async (at: number) => {
  asked.push(at)
  return { rows: list.slice(at, at + 3), next: at + 3 < list.length ? at + 3 : null }
}

describe('all rows of a list that comes in parts', () => {
  it('are there, in their order, each part asked for once', async () => {
    const asked: number[] = []
    expect(await gatherRows(0, inThrees(letters, asked), (row) => row)).toEqual(letters)
    expect(asked).toEqual([0, 3, 6])
  })

  it('are none where there are none', async () => {
    expect(await gatherRows(0, inThrees([]), (row) => row)).toEqual([])
  })

  it('hold a row once that a new one pushed into the next part while they were fetched', async () => {
    const pushed = async (at: number) => ({ rows: at === 0 ? ['甲', '乙'] : ['乙', '丙'], next: at === 0 ? 2 : null })
    expect(await gatherRows(0, pushed, (row) => row)).toEqual(['甲', '乙', '丙'])
  })

  it('are refused in words where one sheet does not take them, without fetching on', async () => {
    let parts = 0
    const endless = async (at: number) => {
      parts += 1
      return { rows: Array.from({ length: 500 }, (_, n) => String(at + n)), next: at + 500 }
    }
    await expect(gatherRows(0, endless, (row) => row)).rejects.toThrow('一次最多导出 60,000 行，请先筛选')
    expect(parts).toBe(mostSheetRows / 500 + 1)
  })
})
