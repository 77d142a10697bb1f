import { ImageRun } from 'docx'
import type { IContext } from 'docx'
import type { LaidOutParagraph, LaidOutRun, RunLook } from '../../../../shared/domain/documents/laid-out.ts'
import { splitByFont } from './font-coverage.ts'
import { element, empty } from './plain-xml.ts'
import type { PlainChild, PlainXml } from './plain-xml.ts'

const pixelsPerTwip = 96 / 1440

/** What one document's blocks share: its picture numbers (two equal ones make Word offer a repair) and known looks. */
export class WordWriting {
  #pictures = 0
  readonly #looks = new Map<string, PlainXml>()

  nextPicture(): string {
    this.#pictures += 1
    return String(this.#pictures)
  }

  /** `w:rPr` with all four fonts named (WPS takes 等线 where the East Asian one is left out); made once for each look. */
  runProperties(look: RunLook, font: string, underline: boolean): PlainXml {
    const key = `${font}|${look.latin}|${look.sizePt}|${look.bold}|${look.colour ?? ''}|${look.trackTwips}|${underline}`
    const had = this.#looks.get(key)
    if (had !== undefined) return had
    const size = Math.round(look.sizePt * 2)
    const made = element('w:rPr', [
      empty('w:rFonts', { 'w:ascii': look.latin, 'w:cs': look.latin, 'w:eastAsia': font, 'w:hAnsi': look.latin, 'w:hint': 'eastAsia' }),
      ...(look.bold ? [empty('w:b'), empty('w:bCs')] : []),
      ...(look.colour === undefined ? [] : [empty('w:color', { 'w:val': look.colour })]),
      ...(look.trackTwips === 0 ? [] : [empty('w:spacing', { 'w:val': look.trackTwips })]),
      empty('w:sz', { 'w:val': size }), empty('w:szCs', { 'w:val': size }),
      ...(underline ? [empty('w:u', { 'w:val': 'single' })] : []),
    ])
    this.#looks.set(key, made)
    return made
  }
}

/** One paragraph of the layout; the order of its properties is the schema's (CT_PPr). */
export function wordParagraph(paragraph: LaidOutParagraph, writing: WordWriting, context: IContext): PlainXml {
  const { firstLine, left, right } = paragraph
  const properties = element('w:pPr', [
    ...(paragraph.keepNext ? [empty('w:keepNext')] : []),
    ...(paragraph.pageBreakBefore ? [empty('w:pageBreakBefore')] : []),
    empty('w:spacing', { 'w:before': paragraph.before, 'w:after': paragraph.after, 'w:line': Math.round(paragraph.line), 'w:lineRule': paragraph.lineRule }),
    ...(firstLine === 0 && left === 0 && right === 0 ? [] : [empty('w:ind', { 'w:left': left, 'w:right': right, 'w:firstLine': firstLine })]),
    empty('w:jc', { 'w:val': paragraph.align }),
    // The paragraph mark has the look too: it gives an empty cell its height and what is typed there its font.
    writing.runProperties(paragraph.look, paragraph.look.font, false),
  ])
  return element('w:p', [properties, ...paragraph.runs.flatMap((run) => wordRuns(run, writing, context))])
}

function wordRuns(run: LaidOutRun, writing: WordWriting, context: IContext): PlainXml[] {
  switch (run.kind) {
    case 'text':
      return splitByFont(run.text, run.look.font).map((part) =>
        wordRun([element('w:t', [part.text], { 'xml:space': 'preserve' })], writing.runProperties(run.look, part.font, run.underline)))
    case 'pageNumber':
      return field('PAGE', writing.runProperties(run.look, run.look.font, false))
    case 'pageCount':
      return field('NUMPAGES', writing.runProperties(run.look, run.look.font, false))
    case 'picture': {
      const id = writing.nextPicture()
      const picture = new ImageRun({
        type: run.picture.mediaType === 'image/png' ? 'png' : 'jpg', data: run.picture.bytes,
        transformation: { width: run.width * pixelsPerTwip, height: run.height * pixelsPerTwip },
        altText: { id, name: `图片 ${id}`, description: '', title: '' },
      }).prepForXml(context)
      return picture === undefined ? [] : [picture]
    }
  }
}

function wordRun(children: readonly PlainChild[], properties: PlainXml): PlainXml {
  return element('w:r', [properties, ...children])
}

/** A field, each of its codes in a run of its own: WPS loses those that share one. */
function field(instruction: string, properties: PlainXml): PlainXml[] {
  const code = (type: string): PlainXml => wordRun([empty('w:fldChar', { 'w:fldCharType': type })], properties)
  return [
    code('begin'), wordRun([element('w:instrText', [instruction], { 'xml:space': 'preserve' })], properties),
    code('separate'), wordRun([element('w:t', ['1'])], properties), code('end'),
  ]
}
