import type { Day } from '../dates/day.ts'
import { roleNameIn } from '../schemes/scheme-settings.ts'
import { memberRoles } from '../studios/studio-words.ts'
import { subjectKey } from './derive-duties.ts'
import type { DutyMembership } from './duty-input.ts'
import type { DutyLine, DutyOutcome, DutyState, StudioDuties } from './duty-line.ts'
import { gapText, perText, reasonText, titleText, whoText, type DutyNames } from './duty-words.ts'

/** The studio or one of its people: a column of the matrix. */
export interface MatrixColumn {
  /** As `subjectKey` has it. */
  readonly key: string
  readonly name: string
  readonly roleName: string | null
}

/** What one duty asks of one subject in the span: all its periods there together. */
export interface MatrixCell {
  readonly column: string
  readonly state: DutyState
  /** Null: only recorded. */
  readonly needed: number | null
  readonly done: number
  readonly missing: number
  readonly periods: number
  /** 要有: only whether it is there. */
  readonly mustExist: boolean
}

export interface MatrixRow {
  readonly ref: string
  readonly title: string
  readonly who: string
  readonly per: string
  readonly unit: string
  readonly softWord: string | null
  /** What the program cannot judge. */
  readonly checks: readonly string[]
  /** Why there is nothing to ask, where no cell can be made. */
  readonly note: string | null
  readonly cells: readonly MatrixCell[]
}

export interface DutyMatrix {
  readonly columns: readonly MatrixColumn[]
  readonly rows: readonly MatrixRow[]
  /** Cells by state, for the heading. */
  readonly counts: Readonly<Record<DutyState, number>>
}

/** In place of a column: the studio and its people together. */
export const everybody = 'everybody'

export interface MatrixSpan {
  readonly fromOn: Day
  readonly toOn: Day
}

const worstFirst: readonly DutyState[] = ['overdue', 'reminder', 'dueSoon', 'inProgress', 'done', 'notCounted', 'notApplicable']

/** The worst of them: what several periods or people together are called. */
export function worstState(of: readonly { readonly state: DutyState }[]): DutyState {
  return worstFirst.find((state) => of.some((each) => each.state === state)) ?? 'notApplicable'
}

/**
 * Duties against the studio and its people, for what falls into the span (a term): the data of the page, of the .xlsx and of
 * 职责完成情况表. `onlyPersonId` leaves the studio and this person. Duties of bodies outside the studio stand under the studio.
 */
export function dutyMatrix(
  duties: StudioDuties, memberships: readonly DutyMembership[], span: MatrixSpan, names: DutyNames, onlyPersonId?: string,
): DutyMatrix {
  const columns = columnsOf(memberships, span, names, onlyPersonId)
  const keys = new Set(columns.map(({ key }) => key))
  const rows = duties.duties.map((duty) => rowOf(duty, span, names, keys)).filter((row) => row !== null)
  const counts: Record<DutyState, number> = { done: 0, inProgress: 0, dueSoon: 0, overdue: 0, reminder: 0, notCounted: 0, notApplicable: 0 }
  for (const { state } of rows.flatMap(({ cells }) => cells)) counts[state] += 1
  return { columns, rows, counts }
}

function columnsOf(memberships: readonly DutyMembership[], span: MatrixSpan, names: DutyNames, only: string | undefined): MatrixColumn[] {
  const there = memberships.filter(({ fromOn, toOn, personId }) => fromOn <= span.toOn && (toOn === null || toOn >= span.fromOn) && (only === undefined || personId === only))
  const rank = (role: string) => {
    const place = memberRoles.findIndex((known) => known === role)
    return place === -1 ? memberRoles.length : place
  }
  const people = new Map<string, MatrixColumn>()
  for (const { personId, role } of there.toSorted((a, b) => rank(a.role) - rank(b.role))) {
    if (people.has(personId)) continue
    const known = memberRoles.find((each) => each === role)
    people.set(personId, { key: `person:${personId}`, name: names.personName(personId), roleName: known === undefined ? null : roleNameIn(names.scheme, known) })
  }
  return [{ key: 'studio', name: '工作室', roleName: null }, ...people.values()]
}

function rowOf(duty: DutyOutcome, span: MatrixSpan, names: DutyNames, columns: ReadonlySet<string>): MatrixRow | null {
  const lines = duty.lines.filter((line) => isInSpan(line, span))
  const cells = [...Map.groupBy(lines.filter(({ subject }) => subject.kind !== 'everyone'), (line) => columnOf(line))]
    .flatMap(([column, own]) => (columns.has(column) ? [cellOf(column, own)] : []))
  const empty = lines.find(({ subject }) => subject.kind === 'everyone')
  const note = empty === undefined ? null : empty.gap === null ? reasonText(empty.because) : gapText(empty.gap)
  if (cells.length === 0 && note === null) return null
  return {
    ref: duty.ref, title: titleText(duty), who: whoText(duty.subject, names.scheme), per: perText(duty), unit: duty.unit,
    softWord: duty.strength === 'soft' ? (duty.softWord ?? '原则上') : null, checks: duty.checks.map(({ text }) => text), note, cells,
  }
}

/** Lines of the subject, or of `everybody`, in the span: those of the matrix and those that its explanation shows. */
export function linesOf(duty: DutyOutcome, column: string, span: MatrixSpan): readonly DutyLine[] {
  return duty.lines.filter((line) => (column === everybody ? line.subject.kind !== 'everyone' : columnOf(line) === column) && isInSpan(line, span))
}

/** The column of a line or of what is due: what a body outside must do stands under the studio. */
export const columnOf = ({ subject }: Pick<DutyLine, 'subject'>): string => (subject.kind === 'body' ? 'studio' : subjectKey(subject))

function isInSpan({ period }: DutyLine, span: MatrixSpan): boolean {
  return period === null || (period.fromOn <= span.toOn && (period.toOn === null || period.toOn >= span.fromOn))
}

/** What these lines of one subject come to. Of several periods each counts what it asks for: more in one makes up for no other. */
export function cellOf(column: string, lines: readonly DutyLine[]): MatrixCell {
  const asked = lines.filter(({ needed }) => needed !== null)
  return {
    column, state: worstState(lines), needed: neededOf(asked), done: lines.length === 1 || asked.length === 0 ? sumOf(lines.map(({ done }) => done)) : doneAsAsked(asked),
    missing: sumOf(lines.map(({ missing }) => missing)), periods: lines.length, mustExist: lines.every(({ basis }) => basis.printed === 'mustExist'),
  }
}

type Asked = Pick<MatrixCell, 'needed' | 'missing'>
const sumOf = (amounts: readonly number[]): number => Math.round(amounts.reduce((total, amount) => total + amount, 0) * 1000) / 1000
const neededOf = (asked: readonly Asked[]): number | null => (asked.length === 0 ? null : sumOf(asked.map(({ needed }) => needed ?? 0)))
/** What of each counts towards what is asked of it. */
const doneAsAsked = (asked: readonly Asked[]): number => sumOf(asked.map(({ needed, missing }) => (needed ?? 0) - missing))

/**
 * The cells of one duty put together under a new column; of `everybody` counts of each only what is asked of her, so that what one does beyond it
 * makes up for nobody.
 */
export function joinedCell(cells: readonly MatrixCell[], under: string, column: string): MatrixCell {
  const [first] = cells
  if (column !== everybody && first !== undefined) return { ...first, column: under }
  const asked = cells.filter(({ needed }) => needed !== null)
  return {
    column: under, state: worstState(cells), needed: neededOf(asked), done: asked.length === 0 ? sumOf(cells.map(({ done }) => done)) : doneAsAsked(asked),
    missing: sumOf(cells.map(({ missing }) => missing)), periods: cells.reduce((total, { periods }) => total + periods, 0), mustExist: cells.length === 1 && first?.mustExist === true,
  }
}
