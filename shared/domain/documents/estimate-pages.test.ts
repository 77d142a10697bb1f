import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hostApplicationFull, hostApplicationUsual } from '../../../tests/fixtures/documents/host-application-examples.ts'
import { fundStatementUsual } from '../../../tests/fixtures/documents/fund-statement-examples.ts'
import { memberListFull } from '../../../tests/fixtures/documents/member-list-examples.ts'
import { must } from '../../must.ts'
import { estimatePages } from './estimate-pages.ts'
import { parseFormDefinition } from './form-definition.ts'
import type { FormDefinition } from './form-definition.ts'
import type { LaidOutBlock } from './laid-out.ts'
import { layOutForm } from './lay-out-form.ts'
import { wordsOf } from './lay-out-paragraph.ts'

function shipped(code: string): FormDefinition {
  return parseFormDefinition(JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'resources', 'forms', `${code}.json`), 'utf8')), code)
}

describe('the pages of a preview', () => {
  it('turn over where the paper does: the opinions of a usual host application stand on the second page', () => {
    const pages = estimatePages(layOutForm(shipped('host-application'), hostApplicationUsual))
    expect(pages).toHaveLength(2)
    expect(JSON.stringify(pages[1])).toContain('学校推荐意见')
    expect(JSON.stringify(pages[0])).not.toContain('学校推荐意见')
  })

  it('repeat the head of a list and lose none of its rows', () => {
    const layout = layOutForm(shipped('member-list-notice'), memberListFull)
    const pages = estimatePages(layout)
    const tables = pages.flatMap((page) => page.filter((block) => block.kind === 'table'))
    expect(tables.length).toBeGreaterThan(2)
    expect(tables.every((table) => table.rows[0]?.header === true)).toBe(true)
    expect(tables.flatMap((table) => table.rows.filter((row) => !row.header))).toHaveLength(60)
  })

  it('never hold the sums and signatures of a statement without its last two entries', () => {
    const [entry] = fundStatementUsual.rows
    for (let count = 1; count <= 40; count++) {
      const rows = Array.from({ length: count }, (_, at) => ({ ...must(entry, 'an example has entries'), entryNo: at + 1 }))
      const last = must(estimatePages(layOutForm(shipped('fund-statement'), { ...fundStatementUsual, rows })).at(-1), 'there is a page')
      const words = last.flatMap((block) => block.kind === 'table' ? block.rows.map((row) => row.cells.map((cell) => wordsOf(cell.paragraphs)).join('|')) : [wordsOf([block])])
      expect(words.some((line) => line.includes('学校负责人（签名）'))).toBe(true)
      expect(words.some((line) => line.includes('本　期　合　计'))).toBe(true)
      const entries = words.filter((line) => /^\d+\|\d{4}-\d{2}-\d{2}\|.+\|.+/.test(line) && line.split('|').length === 13)
      expect(entries.length, `${count} entries`).toBeGreaterThanOrEqual(Math.min(2, count))
    }
  })

  it('cut a long paragraph between its lines and lose no word of it', () => {
    const layout = layOutForm(shipped('host-application'), hostApplicationFull)
    const words = (blocks: readonly LaidOutBlock[]): string => blocks.filter((block) => block.kind === 'paragraph').map((block) => wordsOf([block])).join('')
    const pages = estimatePages(layout)
    expect(pages.length).toBeGreaterThan(6)
    expect(words(pages.flat())).toBe(words(layout.blocks))
  })
})
