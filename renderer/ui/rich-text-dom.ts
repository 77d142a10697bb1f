import type { RichText, RichTextBlock, RichTextRun } from '../../shared/domain/activities/rich-text.ts'

type Shape = { readonly type: 'paragraph' } | { readonly type: 'heading'; readonly level: 1 | 2 | 3 } | { readonly type: 'listItem'; readonly ordered: boolean }

const blockTags = new Set([
  'P', 'DIV', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LI', 'UL', 'OL', 'BLOCKQUOTE', 'PRE', 'SECTION', 'ARTICLE', 'HEADER', 'FOOTER', 'TABLE', 'TBODY', 'THEAD',
  'TR', 'DL', 'DT', 'DD', 'FIGURE', 'FIGCAPTION', 'ADDRESS', 'HR',
])
const silentTags = new Set(['SCRIPT', 'STYLE', 'TITLE', 'META', 'LINK', 'NOSCRIPT', 'TEMPLATE', 'IFRAME', 'OBJECT', 'SVG', 'MATH', 'BUTTON', 'SELECT', 'TEXTAREA'])

/**
 * Reads the elements below `root` as plain rich text: paragraphs, headings, list items, bold. Everything else loses its shape
 * and keeps its words; scripts and styles lose both.
 * @param from `editor`: blanks count and h3 to h5 are our three levels; `pasted`: blanks as HTML has them, empty lines dropped
 */
export function readBlocks(root: Node, from: 'editor' | 'pasted'): RichText {
  const blocks: RichTextBlock[] = []
  let runs: RichTextRun[] = []
  let shape: Shape = { type: 'paragraph' }
  const end = (keepEmpty: boolean) => {
    const tidy = from === 'pasted' ? trimmed(runs) : runs
    if (tidy.length > 0 || (keepEmpty && from === 'editor')) blocks.push({ ...shape, runs: tidy })
    runs = []
  }
  const visit = (node: Node, bold: boolean) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = cleanText(node.nodeValue ?? '', from)
      const last = runs.at(-1)
      if (text === '') return
      if (last && (last.bold ?? false) === bold) runs[runs.length - 1] = { ...last, text: last.text + text }
      else runs.push(bold ? { text, bold: true } : { text })
      return
    }
    if (!(node instanceof Element) || silentTags.has(node.tagName.toUpperCase())) return
    if (node.tagName === 'BR') {
      if (node.nextSibling !== null) end(true)
      return
    }
    const inBold = isBold(node, bold)
    if (!blockTags.has(node.tagName)) {
      node.childNodes.forEach((child) => visit(child, inBold))
      if (node.tagName === 'TD' || node.tagName === 'TH') visit(document.createTextNode('　'), false)
      return
    }
    end(false)
    const outer = shape
    shape = shapeOf(node, outer, from)
    const before = blocks.length
    node.childNodes.forEach((child) => visit(child, inBold))
    const isLeaf = blocks.length === before && !['UL', 'OL', 'TABLE', 'HR'].includes(node.tagName)
    end(isLeaf)
    shape = outer
  }
  root.childNodes.forEach((child) => visit(child, false))
  end(false)
  return blocks
}

/** The blocks as elements for the editor or for reading; made node by node, never from text as HTML. */
export function asNodes(blocks: readonly RichTextBlock[]): Node[] {
  const nodes: HTMLElement[] = []
  let list = null as HTMLElement | null
  for (const block of blocks) {
    const tag = block.type === 'listItem' ? 'li' : block.type === 'heading' ? `h${block.level + 2}` : 'p'
    const element = document.createElement(tag)
    for (const { text, bold } of block.runs) {
      const piece = document.createTextNode(text)
      if (bold) element.appendChild(document.createElement('b')).append(piece)
      else element.append(piece)
    }
    if (block.runs.length === 0) element.append(document.createElement('br'))
    if (block.type !== 'listItem') {
      list = null
      nodes.push(element)
      continue
    }
    const listTag = block.ordered ? 'OL' : 'UL'
    if (list?.tagName !== listTag) nodes.push(list = document.createElement(listTag))
    list.append(element)
  }
  return nodes
}

/** The blocks as clean HTML, for the one browser command that inserts at the caret with undo. A single paragraph goes in as words. */
export function asCleanHtml(blocks: readonly RichTextBlock[]): string {
  const box = document.createElement('div')
  box.append(...asNodes(blocks))
  const only = blocks.length === 1 && blocks[0]?.type === 'paragraph' ? box.firstElementChild : null
  return (only ?? box).innerHTML
}

function shapeOf(element: Element, outer: Shape, from: 'editor' | 'pasted'): Shape {
  const heading = /^H([1-6])$/.exec(element.tagName)
  if (heading) {
    const level = from === 'editor' ? Number(heading[1]) - 2 : Number(heading[1])
    return { type: 'heading', level: level <= 1 ? 1 : level === 2 ? 2 : 3 }
  }
  if (element.tagName === 'LI') return { type: 'listItem', ordered: element.closest('ul,ol')?.tagName === 'OL' }
  return outer.type === 'listItem' ? outer : { type: 'paragraph' }
}

function isBold(element: Element, outer: boolean): boolean {
  const weight = element instanceof HTMLElement ? element.style.fontWeight : ''
  if (weight !== '') return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
  return outer || element.tagName === 'B' || element.tagName === 'STRONG'
}

function cleanText(text: string, from: 'editor' | 'pasted'): string {
  const plain = text.replaceAll('\u00a0', ' ').replaceAll(/[\u200b\ufeff]/g, '')
  return from === 'pasted' ? plain.replaceAll(/[ \t\r\n]+/g, ' ') : plain.replaceAll(/[\r\n]+/g, ' ')
}

function trimmed(runs: readonly RichTextRun[]): RichTextRun[] {
  const kept = runs.map((run) => ({ ...run }))
  const first = kept[0]
  if (first) first.text = first.text.replace(/^ +/, '')
  const last = kept.at(-1)
  if (last) last.text = last.text.replace(/ +$/, '')
  return kept.filter(({ text }) => text !== '')
}
