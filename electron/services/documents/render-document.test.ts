import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundFields } from '../../../shared/domain/documents/bound-fields.ts'
import { must } from '../../../shared/must.ts'
import { documentExamples, exampleKinds } from '../../../tests/fixtures/documents/examples.ts'
import { activityRecordEmpty } from '../../../tests/fixtures/documents/activity-record-examples.ts'
import { fundStatementUsual } from '../../../tests/fixtures/documents/fund-statement-examples.ts'
import { hostApplicationEmpty, hostApplicationFull, hostApplicationUsual } from '../../../tests/fixtures/documents/host-application-examples.ts'
import { memberApplicationEmpty, memberApplicationUsual } from '../../../tests/fixtures/documents/member-application-examples.ts'
import { memberListFull, memberListUsual } from '../../../tests/fixtures/documents/member-list-examples.ts'
import { allOf, childrenOf, readWord, wordsIn } from '../../../tests/fixtures/documents/read-word.ts'
import type { WordFile } from '../../../tests/fixtures/documents/read-word.ts'
import { wordDefects } from '../../../tests/fixtures/documents/word-defects.ts'
import { openFormCatalogue } from './form-catalogue.ts'
import { renderDocument } from './render-document.ts'
import type { RenderOptions } from './render-document.ts'

const catalogue = openFormCatalogue(join(import.meta.dirname, '..', '..', '..', 'resources', 'forms'))
const options: RenderOptions = { catalogue, creator: '青溪县第三初级中学', madeAt: '2026-09-01T08:00:00.000Z' }

async function word(form: string, data: object, more: Partial<RenderOptions> = {}): Promise<WordFile> {
  return readWord((await renderDocument(form, data, { ...options, ...more })).bytes)
}

function rowsOf(file: WordFile): string[] {
  return allOf(file.document, 'w:tr').map((row) => childrenOf(row, 'w:tc').map((cell) => wordsIn(cell).replaceAll('\n', '/')).join('|'))
}

describe('every form of the catalogue', () => {
  for (const example of documentExamples) {
    for (const kind of exampleKinds) {
      it(`${example.form} opens without a repair prompt with ${kind} data`, async () => {
        const file = await word(example.form, example[kind])
        expect(wordDefects(file)).toEqual([])
        expect(allOf(file.document, 'w:tc').length).toBeGreaterThan(20)
      })
    }

    it(`${example.form} asks only for facts that its data has`, () => {
      const data = example.full as unknown as Record<string, unknown>
      let looked = 0
      for (const { path, within } of boundFields(catalogue.get(example.form))) {
        const [, ...inItem] = path.split('.')
        const source: unknown = within === null ? data : must((data[within] as readonly unknown[])[0], `${within} of the full example has items`)
        let at = source
        for (const step of within === null ? path.split('.') : inItem) {
          expect(Object.hasOwn(at as object, step), `${example.form}: ${path}`).toBe(true)
          at = (at as Record<string, unknown>)[step]
        }
        looked++
      }
      expect(looked).toBeGreaterThan(10)
    })
  }

  it('is proven by examples, none forgotten', () => {
    expect(documentExamples.map((example) => example.form).toSorted()).toEqual(catalogue.list().map((form) => form.code).toSorted())
  })

  it('is the same file, byte for byte, when nothing has changed', async () => {
    const first = await renderDocument('member-application', memberApplicationUsual, options)
    await renderDocument('host-application', hostApplicationUsual, options)
    const second = await renderDocument('member-application', memberApplicationUsual, options)
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  })

  it('names the school as its author and nobody else, and the moment it was told', async () => {
    const file = await word('host-application', hostApplicationUsual)
    const core = file.xml('docProps/core.xml')
    expect(allOf(core, 'dc:creator')[0]?.children).toEqual(['青溪县第三初级中学'])
    expect(allOf(core, 'cp:lastModifiedBy')[0]?.children).toEqual(['青溪县第三初级中学'])
    expect(allOf(core, 'dc:title')[0]?.children).toEqual(['青溪县名师工作室主持人申请表'])
    expect(allOf(core, 'dcterms:created')[0]?.children).toEqual(['2026-09-01T08:00:00Z'])
  })

  it('is refused by name when there is no such form', async () => {
    await expect(renderDocument('no-such-form', {}, options)).rejects.toThrow(/没有代码为“no-such-form”的表单/)
  })
})

describe('a form on paper', () => {
  it('has the grid of the host application: twelve columns, eight rows for honours and six for research', async () => {
    const file = await word('host-application', hostApplicationUsual)
    expect(allOf(file.document, 'w:gridCol')).toHaveLength(12)
    const rows = rowsOf(file)
    expect(rows[1]).toBe('姓　　名|方知远|单　　位|青溪县第三初级中学|职　　务|教研组长')
    expect(rows[2]).toBe('出生年月|1978.06|学　　历|本科|职　　称|高级教师')
    expect(rows.filter((row) => row === '|||')).toHaveLength(4)
    expect(rows.filter((row) => row === '||||')).toHaveLength(4)
    expect(rows.at(-1)).toBe('市名师办公室/意见|盖章：　　　　　　　　　　年　　月　　日')
  })

  it('keeps a meeting with a long agenda on its page: the room for the course gives way', async () => {
    const rowHeight = async (data: object): Promise<number> => {
      const file = await word('activity-record', data)
      const row = must(allOf(file.document, 'w:tr').find((each) => wordsIn(each).startsWith('活动过程')), 'the row of the course')
      return Number(must(allOf(row, 'w:trHeight')[0], 'it has a height').attributes['w:val'])
    }
    const mm = (twips: number): number => Math.round((twips / 1440) * 25.4)
    expect(mm(await rowHeight(activityRecordEmpty))).toBe(90)
    const longer = mm(await rowHeight({ ...activityRecordEmpty, agenda: '一项\n二项\n三项\n四项\n五项\n六项' }))
    expect(longer).toBeLessThan(70)
    expect(longer).toBeGreaterThanOrEqual(40)
  })

  it('sets a long title in lines of about the same length, broken where its meaning is', async () => {
    const { document } = await word('member-list-notice', memberListFull)
    expect(allOf(document, 'w:p').slice(0, 3).map(wordsIn)).toEqual(['关于青溪县“领航工程”', '方知远初中语文名师工作室', '成员名单的公示'])
  })

  it('prints a term for the body that approves when none is known', async () => {
    expect(rowsOf(await word('host-application', hostApplicationEmpty)).at(-1)).toMatch(/^审批机构\/意见\|盖章/)
  })

  it('holds 10,000 characters in one cell, sixty rows and a rare name without a defect', async () => {
    const file = await word('member-application', { ...memberApplicationEmpty, name: '𠮷野𬸦', outlook: '写'.repeat(10_000) })
    expect(wordDefects(file)).toEqual([])
    expect(wordsIn(file.document)).toContain('写'.repeat(10_000))
    const row = must(allOf(file.document, 'w:tr').find((each) => wordsIn(each).includes('写写')), 'the long row')
    expect(allOf(row, 'w:cantSplit')).toEqual([])
  })

  it('takes the words of the region: another title for the head, another kind of studio', async () => {
    const rendered = await renderDocument('host-application', { ...hostApplicationUsual, region: '云川市', studioKindName: '名班主任工作室', hostTitle: '领衔人' }, options)
    expect(rendered.fileName).toBe('云川市名班主任工作室领衔人申请表.docx')
    expect(rowsOf(await readWord(rendered.bytes))[0]).toBe('领衔人基本信息')
  })

  it('leaves an empty form to be filled in by hand', async () => {
    const rows = rowsOf(await word('member-application', memberApplicationEmpty))
    expect(rows[0]).toBe('姓　　名||性　　别||出生年月||贴近期/免冠照片')
    expect(rows.at(-1)).toBe('县（区）/教育局/意　　见|（盖章）/年　　月　　日')
  })

  it('carries the photo, fitted into its cell', async () => {
    const file = await word('member-application', memberApplicationUsual)
    const extent = must(allOf(file.document, 'wp:extent')[0], 'the photo is drawn')
    expect(Number(extent.attributes.cx) / 36_000).toBeCloseTo(25, 0)
    expect(Number(extent.attributes.cy) / 36_000).toBeCloseTo(35, 0)
    expect([...file.parts.keys()].filter((path) => path.startsWith('word/media/'))).toHaveLength(1)
  })

  it('shows no ID number of a member inside the school', async () => {
    const text = wordsIn((await word('member-application', memberApplicationUsual, { profile: 'internal' })).document)
    expect(text).toContain('110105************')
    expect(text).not.toContain('11010519491231002X')
    expect(text).toContain('139****4321')
  })

  it('runs a statement from the opening to the closing balance, with capitals and a red reversal', async () => {
    const file = await word('fund-statement', fundStatementUsual)
    const rows = rowsOf(file)
    expect(rows[2]).toBe('|2026-09-01|上期结余||||||126.50||||')
    expect(rows).toContain('4|2026-10-20|冲销第 3 笔（金额有误）|印刷费|晨光图文社|26332000000012349001||-350.00|1,440.30|沈思源|何家栋|方知远|冲销第 3 笔')
    expect(rows).toContain('期末结余（大写）|人民币壹仟壹佰零伍元叁角整　　￥1,105.30')
    expect(rows).toContain('1|2026-09-15|300.00|6|1,800.00|方知远、许静姝、何家栋、沈思源、曹若兰、金子衿')
    const red = allOf(file.document, 'w:r').filter((run) => allOf(run, 'w:color')[0]?.attributes['w:val'] === 'C00000').map((run) => allOf(run, 'w:t')[0]?.children[0])
    expect(red).toEqual(['-350.00'])
  })

  it('repeats the head of a list on every page and keeps its rows whole', async () => {
    const file = await word('member-list-notice', memberListFull)
    const rows = allOf(file.document, 'w:tr')
    expect(allOf(must(rows[0], 'the head'), 'w:tblHeader')).toHaveLength(1)
    expect(rows.filter((row) => allOf(row, 'w:cantSplit').length === 1)).toHaveLength(61)
  })

  it('keeps to the page of GB/T 9704 in a public notice, and numbers pages on the outer edge', async () => {
    const file = await word('member-list-notice', memberListUsual)
    const margins = must(allOf(file.document, 'w:pgMar')[0], 'the page has margins').attributes
    expect([margins['w:top'], margins['w:right'], margins['w:bottom'], margins['w:left']]).toEqual(['2098', '1474', '1984', '1587'])
    const feet = [...file.parts.keys()].filter((path) => /^word\/footer\d\.xml$/.test(path)).map((path) => {
      const foot = file.xml(path)
      return `${allOf(foot, 'w:jc')[0]?.attributes['w:val']} ${allOf(foot, 'w:instrText')[0]?.children[0]}`
    })
    expect(feet.toSorted()).toEqual(['left PAGE', 'right PAGE'])
    expect(allOf(file.xml('word/settings.xml'), 'w:evenAndOddHeaders')).toHaveLength(1)
  })

  it('sets every field code in a run of its own, as WPS needs it', async () => {
    const file = await word('host-application', hostApplicationUsual)
    const runs = allOf(file.xml('word/footer1.xml'), 'w:r')
    expect(runs.filter((run) => allOf(run, 'w:fldChar').length + allOf(run, 'w:instrText').length > 1)).toEqual([])
    expect(runs.flatMap((run) => allOf(run, 'w:instrText').map((code) => code.children[0]))).toEqual(['PAGE', 'NUMPAGES'])
  })

  it('gives rare characters of a name a font that has them', async () => {
    const file = await word('member-list-notice', { ...memberListUsual, members: [{ ...memberListUsual.members[0], name: '王镕𠮷' }] })
    const runs = allOf(file.document, 'w:r').map((run) => [allOf(run, 'w:t')[0]?.children[0], allOf(run, 'w:rFonts')[0]?.attributes['w:eastAsia']])
    expect(runs).toContainEqual(['王', '仿宋_GB2312'])
    expect(runs).toContainEqual(['镕', '仿宋'])
    expect(runs).toContainEqual(['𠮷', 'SimSun-ExtB'])
  })

  it('has a cover without a page number when one is asked for', async () => {
    const covered = await word('host-application', hostApplicationFull)
    expect(wordsIn(covered.document).startsWith('附件3')).toBe(true)
    expect(allOf(covered.document, 'w:titlePg')).toHaveLength(1)
    expect(allOf((await word('host-application', hostApplicationUsual)).document, 'w:titlePg')).toHaveLength(0)
  })

  it('asks for nothing private in a public notice', () => {
    const asked = boundFields(catalogue.get('member-list-notice')).map((field) => field.path)
    expect(asked).toContain('item.name')
    expect(asked.filter((path) => /idNumber|^phone|item\.phone|bornOn/.test(path))).toEqual([])
  })

  it('holds whatever is typed into any field, and stays a sound file', async () => {
    const anyWords = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
    await fc.assert(fc.asyncProperty(anyWords, anyWords, async (name, outlook) => {
      const file = await word('member-application', { ...memberApplicationEmpty, name, outlook, awards: [{ name, level: outlook, date: null, issuer: null }] })
      expect(wordDefects(file)).toEqual([])
      // A line end of whatever kind begins a new line of the cell, a tab is a wide space: what is written is the same.
      const kept = (typed: string): string => typed.replace(/\s/g, '')
      const text = kept(wordsIn(file.document))
      expect(text).toContain(kept(name))
      expect(text).toContain(kept(outlook))
    }), { numRuns: 40, examples: [['两\u2028行', '一行\r\n又一行\u2029完']] })
    const wild = '<b>&amp;"\'{{name}} ]]>\u0000\u0001\uFFFE\uD800'
    const file = await word('member-application', { ...memberApplicationEmpty, name: wild })
    expect(wordDefects(file)).toEqual([])
    expect(wordsIn(file.document)).toContain('<b>&amp;"\'{{name}} ]]>')
  })
})
