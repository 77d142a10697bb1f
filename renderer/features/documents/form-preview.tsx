import { useEffect, useMemo } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { Borders, BorderWeight, LaidOutBlock, LaidOutCell, LaidOutDocument, LaidOutParagraph, LaidOutRow, LaidOutRun, LaidOutTable, RunLook } from '../../../shared/domain/documents/laid-out.ts'
import { estimatePages } from '../../../shared/domain/documents/estimate-pages.ts'
import './form-preview.css'

/**
 * A form as it will lie on paper: on screen page by page (where pages break is estimated, Word decides), in print as one
 * flow that the browser breaks itself, on the form's own paper. Sizes are the layout's, in points.
 */
export function FormPreview({ layout }: { readonly layout: LaidOutDocument }): ReactNode {
  const pages = useMemo(() => estimatePages(layout), [layout])
  const { paper } = layout
  const sheet: CSSProperties = {
    width: pt(paper.width), minHeight: pt(paper.height),
    padding: `${pt(paper.margins.top)} ${pt(paper.margins.right)} ${pt(paper.margins.bottom)} ${pt(paper.margins.left)}`,
  }
  return (
    <div className="form-preview">
      {pages.map((blocks, at) => (
        <section key={at} className="form-preview-sheet" style={sheet} aria-label={`第 ${at + 1} 页，共 ${pages.length} 页`}>
          {blocks.map((block, index) => <Block key={index} block={block} />)}
          <Foot layout={layout} page={at + 1} pages={pages.length} />
        </section>
      ))}
      <PrintPortal layout={layout} />
    </div>
  )
}

/**
 * The flow for the printer, a child of the body so that nothing round the preview takes room on paper. The page rule is
 * a constructed style sheet: our content security policy lets no style element in without its nonce.
 */
function PrintPortal({ layout }: { readonly layout: LaidOutDocument }): ReactNode {
  useEffect(() => {
    const rules = new CSSStyleSheet()
    rules.replaceSync(pageRules(layout))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules]
    return () => { document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== rules) }
  }, [layout])
  // Drawn without a document only by tests, which ask FormPrint itself.
  return typeof document === 'undefined' ? null : createPortal(<FormPrint layout={layout} />, document.body)
}

/** The form as one flow, which only the printer sees. */
export function FormPrint({ layout }: { readonly layout: LaidOutDocument }): ReactNode {
  return <div className="form-print" aria-hidden="true">{layout.blocks.map((block, index) => <Block key={index} block={block} />)}</div>
}

/** The paper of the printout, and its page numbers (browsers since 2024 set them). */
export function pageRules({ paper, footer }: LaidOutDocument): string {
  const { top, right, bottom, left } = paper.margins
  const text = (paragraph: LaidOutParagraph): string => paragraph.runs.map((run) =>
    run.kind === 'text' ? JSON.stringify(run.text) : run.kind === 'pageNumber' ? 'counter(page)' : run.kind === 'pageCount' ? 'counter(pages)' : '').join(' ')
  const box = (paragraph: LaidOutParagraph): string =>
    `@bottom-${paragraph.align === 'center' ? 'center' : paragraph.align === 'right' ? 'right' : 'left'} { content: ${text(paragraph)}; font: ${paragraph.look.sizePt}pt ${JSON.stringify(paragraph.look.font)}; }`
  const numbers = footer === undefined ? '' : footer.even === null ? box(footer.odd) : ''
  return [
    `@page { size: A4 ${paper.landscape ? 'landscape' : 'portrait'}; margin: ${pt(top)} ${pt(right)} ${pt(bottom)} ${pt(left)}; ${numbers} }`,
    footer?.even === undefined || footer.even === null ? '' : `@page :right { ${box(footer.odd)} } @page :left { ${box(footer.even)} }`,
    footer?.skipFirst === true ? '@page :first { @bottom-center { content: none; } }' : '',
  ].join('\n')
}

function Foot({ layout, page, pages }: { readonly layout: LaidOutDocument; readonly page: number; readonly pages: number }): ReactNode {
  const { footer, paper } = layout
  if (footer === undefined || (footer.skipFirst && page === 1)) return null
  const paragraph = page % 2 === 0 && footer.even !== null ? footer.even : footer.odd
  return (
    <footer className="form-preview-foot" style={{ bottom: pt(paper.footer), left: pt(paper.margins.left), right: pt(paper.margins.right) }}>
      <Paragraph paragraph={paragraph} page={page} pages={pages} />
    </footer>
  )
}

function Block({ block }: { readonly block: LaidOutBlock }): ReactNode {
  return block.kind === 'table' ? <Table table={block} /> : <Paragraph paragraph={block} />
}

function Table({ table }: { readonly table: LaidOutTable }): ReactNode {
  const headers = table.rows.findIndex((row) => !row.header)
  const head = table.rows.slice(0, headers < 0 ? table.rows.length : headers)
  const body = table.rows.slice(head.length)
  const row = (one: LaidOutRow, key: number): ReactNode => <Row key={key} row={one} padding={table.padding} />
  return (
    <table className="form-preview-table" style={{ width: pt(table.columns.reduce((sum, width) => sum + width, 0)) }}>
      <colgroup>{table.columns.map((width, at) => <col key={at} style={{ width: pt(width) }} />)}</colgroup>
      {head.length > 0 && <thead>{head.map(row)}</thead>}
      <tbody>{body.map(row)}</tbody>
    </table>
  )
}

function Row({ row, padding }: { readonly row: LaidOutRow; readonly padding: number }): ReactNode {
  return (
    <tr style={{ height: pt(row.height) }} className={row.cantSplit ? 'form-preview-whole' : undefined}>
      {row.cells.filter((cell) => cell.merge !== 'continue').map((cell) => <Cell key={cell.column} cell={cell} padding={padding} />)}
    </tr>
  )
}

function Cell({ cell, padding }: { readonly cell: LaidOutCell; readonly padding: number }): ReactNode {
  const style: CSSProperties = {
    ...borderStyle(cell.borders), padding: `1pt ${pt(padding)}`, verticalAlign: cell.vAlign === 'center' ? 'middle' : cell.vAlign,
  }
  return (
    <td colSpan={cell.span} rowSpan={cell.rowSpan} style={style}>
      {cell.paragraphs.map((paragraph, at) => <Paragraph key={at} paragraph={paragraph} />)}
    </td>
  )
}

const weights: Readonly<Record<BorderWeight, string>> = { none: 'none', thin: '0.5pt solid #000', thick: '1.5pt solid #000' }

function borderStyle(borders: Borders): CSSProperties {
  return { borderTop: weights[borders.top], borderBottom: weights[borders.bottom], borderLeft: weights[borders.left], borderRight: weights[borders.right] }
}

function Paragraph({ paragraph, page = 1, pages = 1 }: { readonly paragraph: LaidOutParagraph; readonly page?: number; readonly pages?: number }): ReactNode {
  const style: CSSProperties = {
    ...lookStyle(paragraph.look), margin: 0, paddingTop: pt(paragraph.before), paddingBottom: pt(paragraph.after), paddingLeft: pt(paragraph.left), paddingRight: pt(paragraph.right),
    textIndent: pt(paragraph.firstLine), lineHeight: paragraph.lineRule === 'exact' ? pt(paragraph.line) : undefined, minHeight: pt(paragraph.line + paragraph.before + paragraph.after),
    textAlign: paragraph.align === 'both' || paragraph.align === 'distribute' ? 'justify' : paragraph.align,
    ...(paragraph.align === 'distribute' ? { textAlignLast: 'justify', textJustify: 'inter-character' } : {}),
    ...(paragraph.pageBreakBefore ? { breakBefore: 'page' } : {}), ...(paragraph.keepNext ? { breakAfter: 'avoid' } : {}),
  }
  return <p style={style}>{paragraph.runs.map((run, at) => <Run key={at} run={run} page={page} pages={pages} />)}</p>
}

function Run({ run, page, pages }: { readonly run: LaidOutRun; readonly page: number; readonly pages: number }): ReactNode {
  if (run.kind === 'picture') {
    return <img alt="" src={dataUrl(run.picture.mediaType, run.picture.bytes)} style={{ width: pt(run.width), height: pt(run.height), display: 'block', margin: '0 auto' }} />
  }
  const text = run.kind === 'text' ? run.text : String(run.kind === 'pageNumber' ? page : pages)
  return <span style={{ ...lookStyle(run.look), ...(run.kind === 'text' && run.underline ? { textDecoration: 'underline' } : {}) }}>{text}</span>
}

/** Fonts of the same face where the named one is missing (Linux, macOS). */
const fallbacks: Readonly<Record<string, string>> = {
  宋体: 'SimSun, "Songti SC", "Noto Serif CJK SC", serif', 方正小标宋简体: '"FZXiaoBiaoSong-B05S", SimSun, "Noto Serif CJK SC", serif',
  黑体: 'SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif', 仿宋: 'FangSong, STFangsong, "AR PL SungtiL GB", "Noto Serif CJK SC", serif',
  仿宋_GB2312: 'FangSong_GB2312, FangSong, STFangsong, "AR PL SungtiL GB", "Noto Serif CJK SC", serif', 楷体: 'KaiTi, "Kaiti SC", "AR PL KaitiM GB", "Noto Serif CJK SC", serif',
  楷体_GB2312: 'KaiTi_GB2312, KaiTi, "Kaiti SC", "AR PL KaitiM GB", serif',
}

function lookStyle(look: RunLook): CSSProperties {
  return {
    fontFamily: `${JSON.stringify(look.latin)}, ${JSON.stringify(look.font)}, ${fallbacks[look.font] ?? 'serif'}`, fontSize: `${look.sizePt}pt`,
    fontWeight: look.bold ? 'bold' : 'normal', ...(look.colour === undefined ? {} : { color: `#${look.colour}` }), ...(look.trackTwips === 0 ? {} : { letterSpacing: pt(look.trackTwips) }),
  }
}

function pt(twips: number): string {
  return `${twips / 20}pt`
}

function dataUrl(mediaType: string, bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return `data:${mediaType};base64,${btoa(binary)}`
}
