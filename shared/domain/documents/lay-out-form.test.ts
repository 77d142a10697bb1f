import { describe, expect, it } from 'vitest'
import { must } from '../../must.ts'
import { parseFormDefinition } from './form-definition.ts'
import type { FormDefinition } from './form-definition.ts'
import type { LaidOutDocument, LaidOutParagraph, LaidOutTable } from './laid-out.ts'
import { layOutForm } from './lay-out-form.ts'
import { wordsOf } from './lay-out-paragraph.ts'

const style = { font: '宋体', size: '五号' }

function form(blocks: readonly object[], more: object = {}): FormDefinition {
  return parseFormDefinition({
    code: 'trial', name: '试用表', title: '{{name}}的表', grade: 'D', source: 'made up',
    paper: { marginsMm: { top: 25, right: 25, bottom: 25, left: 25 } },
    styles: { text: style, label: style, value: style, note: style, title: { ...style, size: '二号', align: 'center' } }, blocks, ...more,
  }, 'trial.json')
}

function tableOf(layout: LaidOutDocument): LaidOutTable {
  return must(layout.blocks.find((block) => block.kind === 'table'), 'the form has a table') as LaidOutTable
}

function paragraphsIn(layout: LaidOutDocument): LaidOutParagraph[] {
  return layout.blocks.filter((block) => block.kind === 'paragraph')
}

const value = (field: string, more: object = {}): object => ({ kind: 'value', field, ...more })
const names = (count: number): object => ({ people: Array.from({ length: count }, (_, at) => ({ name: `人${at + 1}` })) })
const grid = (layout: LaidOutDocument): string[] => tableOf(layout).rows.map((row) => row.cells.map((cell) => wordsOf(cell.paragraphs)).join('|'))

describe('a form with its data', () => {
  it('fills a sign-in list down the left block first, then the right one', () => {
    const rows = [{ repeat: { over: 'people', columns: 2, minRows: 3 }, cells: [value('number'), value('item.name')] }]
    expect(grid(layOutForm(form([{ kind: 'table', columnsMm: [10, 30, 10, 30], rows }]), names(4)))).toEqual(['1|人1|4|人4', '2|人2|5|', '3|人3|6|'])
  })

  it('fills a long sign-in list page by page, so that a page can be read by itself', () => {
    const rows = [{ repeat: { over: 'people', columns: 2, blockRows: 2 }, cells: [value('number')] }]
    expect(grid(layOutForm(form([{ kind: 'table', columnsMm: [10, 10], rows }]), names(7)))).toEqual(['1|3', '2|4', '5|7', '6|8'])
  })

  it('prints pictures two to a row when it is told to go across', () => {
    const rows = [{ repeat: { over: 'people', columns: 2, order: 'across' }, cells: [value('item.name')] }]
    expect(grid(layOutForm(form([{ kind: 'table', columnsMm: [40, 40], rows }]), names(3)))).toEqual(['人1|人2', '人3|'])
  })

  it('supplies empty rows without numbers where they are to be filled in by hand', () => {
    const rows = [{ repeat: { over: 'people', minRows: 2, blankRows: 1, numberBlanks: false }, cells: [value('number'), value('item.name')] }]
    expect(grid(layOutForm(form([{ kind: 'table', columnsMm: [10, 30], rows }]), names(2)))).toEqual(['1|人1', '2|人2', '|'])
  })

  it('keeps the label of a group beside all rows of its list', () => {
    const rows = [{ lead: [{ kind: 'label', text: '简历' }], rows: [{ cells: [{ kind: 'label', text: '单位' }] }, { repeat: { over: 'people' }, cells: [value('item.name')] }] }]
    const table = tableOf(layOutForm(form([{ kind: 'table', columnsMm: [20, 60], rows }]), names(3)))
    expect(table.rows.map((row) => row.cells[0]?.merge)).toEqual(['start', 'continue', 'continue', 'continue'])
    expect(table.rows[0]?.cells[0]?.rowSpan).toBe(4)
  })

  it('refuses a row that does not fill its columns, and a merge that reaches below the table', () => {
    const short = form([{ kind: 'table', columnsMm: [20, 20], rows: [{ cells: [{ kind: 'blank' }] }] }])
    expect(() => layOutForm(short, {})).toThrow(/第 1 行没有正好占满 2 列/)
    const deep = form([{ kind: 'table', columnsMm: [20], rows: [{ cells: [{ kind: 'blank', rowSpan: 3 }] }] }])
    expect(() => layOutForm(deep, {})).toThrow(/没有正好占满/)
  })

  it('ticks what was chosen and leaves a line after 其他', () => {
    const cell = { kind: 'choices', field: 'form', options: [{ value: 'a', label: '讲座' }, { value: 'b', label: '研讨' }], other: { field: 'other' } }
    const layout = layOutForm(form([{ kind: 'table', columnsMm: [120], rows: [{ cells: [cell] }] }]), { form: 'b', other: null })
    expect(grid(layout)).toEqual(['□讲座　☑研讨　□其他　　　　　　'])
    const chosen = layOutForm(form([{ kind: 'table', columnsMm: [120], rows: [{ cells: [cell] }] }]), { form: ['a', 'b'], other: '送教' })
    expect(grid(chosen)).toEqual(['☑讲座　☑研讨　☑其他 送教 '])
  })

  it('prints a reversal in red and an ordinary amount in black', () => {
    const rows = [{ cells: [value('out|money', { redWhenNegative: true })] }]
    const colour = (out: number): string | undefined => {
      const run = tableOf(layOutForm(form([{ kind: 'table', columnsMm: [30], rows }]), { out })).rows[0]?.cells[0]?.paragraphs[0]?.runs[0]
      return run?.kind === 'text' ? run.look.colour : 'no text'
    }
    expect(colour(-35_000)).toBe('C00000')
    expect(colour(35_000)).toBeUndefined()
  })

  it('sets a name of 40 characters in smaller type before the row grows', () => {
    const rows = [{ heightMm: 10, cells: [value('name', { shrink: true })] }]
    const size = (name: string): number | undefined => {
      const run = tableOf(layOutForm(form([{ kind: 'table', columnsMm: [26], rows }]), { name })).rows[0]?.cells[0]?.paragraphs[0]?.runs[0]
      return run?.kind === 'text' ? run.look.sizePt : undefined
    }
    expect(size('许静姝')).toBe(10.5)
    expect(size('阿'.repeat(40))).toBe(7.5)
  })

  it('puts the seal line under a typed opinion at the bottom of its cell, and keeps both on one page', () => {
    const rows = [{ heightMm: 40, cells: [{ kind: 'opinion', field: 'words', tail: ['（盖章）', '年　月　日'] }] }]
    const cell = (words: string | null): { vAlign: string; before: number; keep: boolean[] } => {
      const found = must(tableOf(layOutForm(form([{ kind: 'table', columnsMm: [120], rows }]), { words })).rows[0]?.cells[0], 'the cell is there')
      return { vAlign: found.vAlign, before: Math.max(...found.paragraphs.map((one) => one.before)), keep: found.paragraphs.map((one) => one.keepNext) }
    }
    expect(cell(null)).toEqual({ vAlign: 'bottom', before: 0, keep: [true, false] })
    const typed = cell('同意推荐。')
    expect(typed.vAlign).toBe('top')
    expect(typed.keep).toEqual([true, true, false])
    expect(typed.before).toBeGreaterThan(1000)
  })

  it('lets a long answer break across pages but never a short row', () => {
    const rows = [{ heightMm: 20, cells: [{ kind: 'longText', field: 'words' }] }]
    const cantSplit = (words: string): boolean | undefined => tableOf(layOutForm(form([{ kind: 'table', columnsMm: [120], rows }]), { words })).rows[0]?.cantSplit
    expect(cantSplit('短')).toBe(true)
    expect(cantSplit('长'.repeat(3000))).toBe(false)
  })

  it('breaks a title where its meaning parts, and only when it is too long for one line', () => {
    const blocks = [{ kind: 'paragraph', style: 'title', text: '关于{{name}}{{break}}成员名单的公示' }]
    const title = (name: string): string => wordsOf(paragraphsIn(layOutForm(form(blocks), { name })))
    expect(title('方知远工作室')).toBe('关于方知远工作室成员名单的公示')
    expect(title('青溪县方知远初中语文名师工作室')).toBe('关于青溪县方知远初中语文名师工作室\n成员名单的公示')
  })

  it('keeps two tables apart and begins a page with what follows a page break', () => {
    const table = { kind: 'table', columnsMm: [50], rows: [{ cells: [{ kind: 'blank' }] }] }
    const layout = layOutForm(form([table, table, { kind: 'pageBreak' }, { kind: 'paragraph', text: '签到表' }, table]), {})
    expect(layout.blocks.map((block) => block.kind)).toEqual(['table', 'paragraph', 'table', 'paragraph', 'table', 'paragraph'])
    expect(paragraphsIn(layout).map((one) => [one.pageBreakBefore, one.line])).toEqual([[false, 20], [true, 294], [false, 20]])
  })

  it('prints a part once for every item, each on its own page', () => {
    const blocks = [{ kind: 'each', over: 'people', pageBreakBetween: true, blocks: [{ kind: 'paragraph', text: '{{number}} {{item.name}}' }] }]
    const made = paragraphsIn(layOutForm(form(blocks), names(2)))
    expect(made.map((one) => [wordsOf([one]), one.pageBreakBefore])).toEqual([['1 人1', false], ['2 人2', true]])
  })

  it('centres the issuer over its date, and the date four characters from the edge', () => {
    const blocks = [{ kind: 'paragraph', text: '正文' }, { kind: 'signOff', name: '{{who}}', date: '{{on|day}}' }]
    const right = (who: string): number[] => paragraphsIn(layOutForm(form(blocks), { who, on: '2026-09-01' })).slice(-2).map((one) => Math.round(one.right / 210))
    expect(right('县教育局')).toEqual([6, 4])
    expect(right('青溪县名师工作室建设工作领导小组办公室')).toEqual([2, 8])
  })

  it('names the file wrong in a definition that is no definition', () => {
    expect(() => parseFormDefinition({ code: 'X' }, '坏.json')).toThrow(/表单定义“坏.json”有误/)
  })

  it('turns the paper for a landscape form', () => {
    const layout = layOutForm(form([{ kind: 'paragraph', text: '' }], { paper: { orientation: 'landscape', marginsMm: { top: 20, right: 15, bottom: 18, left: 15 } } }), {})
    expect([layout.paper.width, layout.paper.height]).toEqual([16838, 11906])
  })
})
