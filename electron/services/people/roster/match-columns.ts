import type { RosterTarget } from '../../../../shared/domain/people/roster-headings.ts'
import { personFieldNames, personFields } from '../../../../shared/domain/people/person-fields.ts'
import type { PersonField } from '../../../../shared/domain/people/person-fields.ts'
import { readPhone } from '../../../../shared/domain/people/phone.ts'
import { maskIdNumber, maskPhone } from '../../../../shared/domain/people/masking.ts'
import { squeezed } from '../../../../shared/domain/people/typed-text.ts'
import { readSex } from '../../../../shared/domain/people/vocabularies.ts'
import type { RosterColumn } from '../../../../shared/domain/people/roster-reading.ts'
import { meaningOfHeading, rememberedTarget } from './find-header.ts'
import type { Header } from './find-header.ts'
import { columnLetter } from './sheet.ts'
import type { Sheet, SheetCell } from './sheet.ts'

interface Proposal {
  readonly target: RosterTarget | null
  readonly confidence: RosterColumn['confidence']
  readonly rank: number
  readonly reason: string | null
}

const nothing: Proposal = { target: null, confidence: null, rank: 0, reason: null }
const order = { chosen: 0, remembered: 1, certain: 2, likely: 3, guess: 4 } as const

/**
 * What each column is taken for: what the user chose now (`chosen`, by column letter), what was remembered for its
 * heading (by `headingKey`), the usual names, and for what is left the look of the cells (18 digits are an ID number).
 * One field has one column: the surer one, and of equals the more usual name, then the one further left.
 */
export function matchColumns(
  sheet: Sheet,
  header: Header,
  known: { readonly remembered: ReadonlyMap<string, string>; readonly chosen: ReadonlyMap<string, string> },
): readonly RosterColumn[] {
  const width = Math.max(header.headings.length, ...sheet.rows.slice(header.toRow + 1, header.toRow + 60).map((row) => row.length))
  const cells = Array.from({ length: width }, (_, c) => sampleCells(sheet, header, c))
  const proposals = Array.from({ length: width }, (_, c) => propose(columnLetter(c), header.headings[c] ?? [], known))
  const winners = new Map<RosterTarget, number>()
  const wins = (c: number, other: number) => {
    const [a, b] = [proposals[c] ?? nothing, proposals[other] ?? nothing]
    return order[a.confidence ?? 'guess'] - order[b.confidence ?? 'guess'] || a.rank - b.rank || c - other
  }
  for (const [c, { target }] of proposals.entries()) {
    if (target === null || target === 'ignore') continue
    const other = winners.get(target)
    if (other === undefined || wins(c, other) < 0) winners.set(target, c)
  }
  for (const [c, proposal] of proposals.entries()) {
    const target = proposal.target === null ? lookOf(cells[c] ?? []) : null
    if (target === null || winners.has(target)) continue
    proposals[c] = { target, confidence: 'guess', rank: 0, reason: `列名没有认出，按内容像“${personFieldNames[target]}”，请核对` }
    winners.set(target, c)
  }
  return proposals.flatMap((proposal, c): readonly RosterColumn[] => {
    const heading = (header.headings[c] ?? []).map((line) => squeezed(line)).join(' / ')
    if (heading === '' && (cells[c] ?? []).length === 0) return []
    const { target } = proposal
    const winner = target === null || target === 'ignore' ? undefined : winners.get(target)
    const lost = winner !== undefined && winner !== c
    return [{
      index: c,
      letter: columnLetter(c),
      heading,
      target: lost ? null : target,
      confidence: lost ? null : proposal.confidence,
      reason: lost && target !== null && target !== 'ignore' ? `“${personFieldNames[target]}”已取自 ${columnLetter(winner)} 列` : proposal.reason,
      hidden: sheet.hiddenColumns.has(c),
      samples: (cells[c] ?? []).slice(0, 3).map(masked),
    }]
  })
}

function propose(letter: string, lines: readonly string[], known: Parameters<typeof matchColumns>[2]): Proposal {
  const chosen = asTarget(known.chosen.get(letter))
  if (chosen !== null) return { target: chosen, confidence: 'chosen', rank: 0, reason: null }
  if (known.chosen.has(letter)) return { ...nothing, target: 'ignore', confidence: 'chosen' }
  const remembered = rememberedTarget(lines, known.remembered)
  if (remembered !== null) return { target: remembered, confidence: 'remembered', rank: 0, reason: '上次导入时这样指定' }
  const meaning = meaningOfHeading(lines)
  if (meaning === null) return nothing
  const isPlain = meaning.target === 'ignore' || meaning.confidence === 'certain'
  return { ...meaning, reason: isPlain ? null : `列名像“${nameOfTarget(meaning.target)}”，请核对` }
}

function nameOfTarget(target: RosterTarget): string {
  return target === 'ignore' ? '不导入' : personFieldNames[target]
}

function asTarget(text: string | undefined): RosterTarget | null {
  return text === 'ignore' ? 'ignore' : personFields.find((field) => field === text) ?? null
}

function sampleCells(sheet: Sheet, header: Header, column: number): readonly SheetCell[] {
  const cells: SheetCell[] = []
  for (const row of sheet.rows.slice(header.toRow + 1, header.toRow + 60)) {
    const cell = row[column]
    if (cell !== undefined && cell.spread === undefined && cell.error === undefined && cells.length < 30) cells.push(cell)
  }
  return cells
}

/** Most of at least two cells look like this. */
function lookOf(cells: readonly SheetCell[]): PersonField | null {
  const most = (looks: (cell: SheetCell) => boolean) => cells.length >= 2 && cells.filter(looks).length >= cells.length * 0.6
  if (most(isLikeIdNumber)) return 'idNumber'
  if (most(isLikeMobile)) return 'phone'
  if (most((cell) => /^[男女]$/.test(squeezed(cell.text)) && readSex(cell.text) !== null)) return 'sex'
  if (most((cell) => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(cell.text))) return 'email'
  return null
}

const isLikeIdNumber = (cell: SheetCell) => /^\d{17}[\dXx]$/.test(squeezed(cell.text)) || (cell.number ?? 0) > 1e16

function isLikeMobile(cell: SheetCell): boolean {
  const reading = readPhone(cell.text)
  return reading.ok && reading.kind === 'mobile'
}

/** What the cell shows, with ID numbers and phones under the one mask. */
function masked(cell: SheetCell): string {
  if (/\d{15}/.test(squeezed(cell.text))) return maskIdNumber(squeezed(cell.text))
  return isLikeMobile(cell) ? maskPhone(squeezed(cell.text)) : cell.text.slice(0, 40)
}
