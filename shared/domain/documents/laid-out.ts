/**
 * A form with its data in place: what both renderers (Word and HTML) draw. All texts are final, all lengths are whole
 * twips (1/20 pt; 1440 an inch), every table row fills its grid exactly.
 */
import type { FormPicture } from './form-data.ts'

export interface RunLook {
  readonly font: string
  readonly latin: string
  readonly sizePt: number
  readonly bold: boolean
  readonly colour?: string
  readonly trackTwips: number
}

export type LaidOutRun =
  | { readonly kind: 'text'; readonly text: string; readonly look: RunLook; readonly underline: boolean }
  | { readonly kind: 'pageNumber' | 'pageCount'; readonly look: RunLook }
  | { readonly kind: 'picture'; readonly picture: FormPicture; readonly width: number; readonly height: number }

export type Align = 'left' | 'center' | 'right' | 'both' | 'distribute'

export interface LaidOutParagraph {
  readonly kind: 'paragraph'
  readonly runs: readonly LaidOutRun[]
  readonly align: Align
  /** Height of a line; `atLeast` where a picture stands in it. */
  readonly line: number
  readonly lineRule: 'exact' | 'atLeast'
  readonly before: number
  readonly after: number
  readonly firstLine: number
  readonly left: number
  readonly right: number
  readonly keepNext: boolean
  readonly pageBreakBefore: boolean
  /** Look of the paragraph mark, and of what a user types into an empty paragraph. */
  readonly look: RunLook
}

export type BorderWeight = 'none' | 'thin' | 'thick'
export interface Borders {
  readonly top: BorderWeight
  readonly bottom: BorderWeight
  readonly left: BorderWeight
  readonly right: BorderWeight
}

export interface LaidOutCell {
  /** First grid column, from 0. */
  readonly column: number
  readonly span: number
  readonly width: number
  /** `start` begins a cell over `rowSpan` rows; `continue` stands for it in each further row and holds nothing. */
  readonly merge?: 'start' | 'continue'
  readonly rowSpan: number
  readonly vAlign: 'top' | 'center' | 'bottom'
  readonly borders: Borders
  readonly paragraphs: readonly LaidOutParagraph[]
}

export interface LaidOutRow {
  readonly height: number
  readonly rule: 'atLeast' | 'exact'
  readonly header: boolean
  readonly cantSplit: boolean
  readonly cells: readonly LaidOutCell[]
}

export interface LaidOutTable {
  readonly kind: 'table'
  readonly columns: readonly number[]
  readonly padding: number
  /** Lines round the table and between its cells, where a cell does not say otherwise. */
  readonly frame: BorderWeight
  readonly inner: BorderWeight
  readonly rows: readonly LaidOutRow[]
}

export type LaidOutBlock = LaidOutParagraph | LaidOutTable

export interface LaidOutPaper {
  readonly width: number
  readonly height: number
  readonly landscape: boolean
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  readonly header: number
  readonly footer: number
}

export interface LaidOutDocument {
  readonly code: string
  readonly title: string
  readonly paper: LaidOutPaper
  readonly blocks: readonly LaidOutBlock[]
  readonly header?: LaidOutParagraph
  readonly footer?: { readonly odd: LaidOutParagraph; readonly even: LaidOutParagraph | null; readonly skipFirst: boolean }
  /** Look of the document's own default style. */
  readonly look: RunLook
}
