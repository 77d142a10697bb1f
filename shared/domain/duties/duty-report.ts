import type { Day } from '../dates/day.ts'
import type { DutyReportRow } from '../documents/form-data.ts'
import { cellFigure } from './cell-figure.ts'
import type { DutyMembership } from './duty-input.ts'
import type { DutyState, StudioDuties } from './duty-line.ts'
import { dutyMatrix, linesOf, type MatrixCell, type MatrixRow, type MatrixSpan, worstState } from './duty-matrix.ts'
import { dutyShare, type DutyShare, isAsked } from './duty-share.ts'
import { dutyStateNames, type DutyNames } from './duty-words.ts'

/** A record by what a person recognises it. */
export interface ReportedRecord {
  readonly title: string
  readonly on: Day
}

/** What is asked of somebody, and how much of it is done, open and overdue: a person's and the studio's share are one each. */
export interface DutyReportTable extends DutyShare {
  readonly rows: readonly DutyReportRow[]
  readonly open: number
}

/** What the column takes without making the row the tallest of its page. */
const mostRecords = 4
const openStates: ReadonlySet<DutyState> = new Set(['inProgress', 'dueSoon', 'reminder'])

/** The table of 职责完成情况表: one row a duty, with everybody of whom it is asked and the records that count; the figures of the matrix. */
export function dutyReportTable(
  duties: StudioDuties, memberships: readonly DutyMembership[], span: MatrixSpan, names: DutyNames, recordOf: (recordId: string) => ReportedRecord,
): DutyReportTable {
  const matrix = dutyMatrix(duties, memberships, span, names)
  const nameOf = new Map(matrix.columns.map(({ key, name }) => [key, name]))
  const rows = matrix.rows.map((row): DutyReportRow => {
    const duty = duties.duties.find(({ ref }) => ref === row.ref)
    const counted = duty === undefined ? [] : row.cells.flatMap(({ column }) => linesOf(duty, column, span).flatMap((line) => line.counted.map(({ recordId }) => recordId)))
    return {
      title: row.title, who: row.who, asked: askedText(row), done: doneText(row, nameOf), records: recordsText([...new Set(counted)].map(recordOf)),
      state: dutyStateNames[worstState(row.cells)],
    }
  })
  const cells = matrix.rows.flatMap((row) => row.cells)
  return { rows, ...dutyShare(cells), open: cells.filter((cell) => isAsked(cell) && openStates.has(cell.state)).length }
}

/** 每学期 1 节（原则上）; where it differs from person to person the figures beside the names say so. */
function askedText({ per, unit, softWord, cells }: MatrixRow): string {
  const amounts = [...new Set(cells.filter(({ state }) => state !== 'notApplicable').map(({ needed, mustExist }) => (needed === null ? null : mustExist ? '要有' : `${needed} ${unit}`)))]
  const amount = amounts.length === 1 ? amounts[0] : undefined
  return `${per}${amount === undefined ? '' : amount === null ? '，只记录' : `，${amount}`}${softWord === null ? '' : `（${softWord}）`}`
}

/** 江一帆 1/1；何雨禾 0/1（逾期）; the studio's own figure stands without a name. */
function doneText({ cells, note }: MatrixRow, nameOf: ReadonlyMap<string, string>): string {
  if (cells.length === 0) return note ?? ''
  return cells.map((cell) => {
    const name = cell.column === 'studio' ? '' : `${nameOf.get(cell.column) ?? ''} `
    return `${name}${figure(cell)}`.trim()
  }).join('；')
}

function figure(cell: MatrixCell): string {
  const text = cellFigure(cell)
  if (text === '') return cell.state === 'notApplicable' ? '不要求' : '无记录'
  return cell.state === 'overdue' || cell.state === 'reminder' ? `${text}（${dutyStateNames[cell.state]}）` : text
}

function recordsText(records: readonly ReportedRecord[]): string {
  const inOrder = records.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const shown = inOrder.slice(0, mostRecords).map(({ title, on }) => `${title} ${on}`).join('；')
  return inOrder.length > mostRecords ? `${shown}；等 ${inOrder.length} 件` : shown
}
