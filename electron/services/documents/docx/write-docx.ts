import { Document, Footer, Header, Packer, PageOrientation } from 'docx'
import type { LaidOutBlock, LaidOutDocument } from '../../../../shared/domain/documents/laid-out.ts'
import { coreProperties } from './core-properties.ts'
import { fixZipTimes } from './fix-zip-times.ts'
import { WordWriting, wordParagraph } from './paragraph.ts'
import { PlainBlock } from './plain-xml.ts'
import { wordTable } from './table.ts'

export interface WordFacts {
  /** Stands as the author: the school, never a machine or a person. */
  readonly creator: string
  /** The moment of making, UTC ISO; the file is the same byte for byte for the same layout and facts. */
  readonly madeAt: string
}

/** The layout as the bytes of a .docx. */
export async function writeDocx(layout: LaidOutDocument, facts: WordFacts): Promise<Uint8Array> {
  const bytes = await Packer.toBuffer(wordDocument(layout), undefined, [
    { path: 'docProps/core.xml', data: coreProperties(layout.title, facts) },
  ])
  return fixZipTimes(bytes)
}

function wordDocument(layout: LaidOutDocument): Document {
  const { paper, look } = layout
  const writing = new WordWriting()
  const block = (one: LaidOutBlock): PlainBlock =>
    new PlainBlock((context) => (one.kind === 'table' ? wordTable(one, writing, context) : wordParagraph(one, writing, context)))
  return new Document({
    styles: { default: { document: { run: {
      font: { ascii: look.latin, hAnsi: look.latin, cs: look.latin, eastAsia: look.font, hint: 'eastAsia' },
      size: Math.round(look.sizePt * 2), language: { value: 'en-US', eastAsia: 'zh-CN' },
    } } } },
    evenAndOddHeaderAndFooters: layout.footer?.even !== undefined && layout.footer.even !== null,
    compatibility: { version: 15, spaceForUnderline: true, balanceSingleByteDoubleByteWidth: true, underlineTrailingSpaces: true, doNotExpandShiftReturn: true },
    sections: [{
      properties: {
        page: {
          // docx swaps the two sides itself when it is told landscape.
          size: { width: paper.landscape ? paper.height : paper.width, height: paper.landscape ? paper.width : paper.height,
            orientation: paper.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
          margin: { ...paper.margins, header: paper.header, footer: paper.footer, gutter: 0 },
        },
        ...(layout.footer?.skipFirst === true ? { titlePage: true } : {}),
      },
      ...(layout.header === undefined ? {} : { headers: { default: new Header({ children: [block(layout.header)] }) } }),
      ...(layout.footer === undefined ? {} : { footers: {
        default: new Footer({ children: [block(layout.footer.odd)] }),
        ...(layout.footer.even === null ? {} : { even: new Footer({ children: [block(layout.footer.even)] }) }),
      } }),
      children: layout.blocks.map(block),
    }],
  })
}
