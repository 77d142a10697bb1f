import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hostApplicationFull, hostApplicationUsual } from '../../../tests/fixtures/documents/host-application-examples.ts'
import { memberListFull } from '../../../tests/fixtures/documents/member-list-examples.ts'
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

  it('cut a long paragraph between its lines and lose no word of it', () => {
    const layout = layOutForm(shipped('host-application'), hostApplicationFull)
    const words = (blocks: readonly LaidOutBlock[]): string => blocks.filter((block) => block.kind === 'paragraph').map((block) => wordsOf([block])).join('')
    const pages = estimatePages(layout)
    expect(pages.length).toBeGreaterThan(6)
    expect(words(pages.flat())).toBe(words(layout.blocks))
  })
})
