import { useState } from 'react'
import type { LogLine, LogWeek } from '../../../shared/contract/inspections.ts'
import { logItemStateNames } from '../../../shared/domain/inspections/inspection-words.ts'
import { cellsOf, logOfCells, readCount, readItemState, readLogDay, withDayToday } from '../../../shared/domain/inspections/log-cells.ts'
import { type CellSheet, newCells, settleCells, undoCells, withCells } from '../../../shared/domain/sheets/cell-sheet.ts'
import { useWrite } from '../../api/client.ts'
import type { GridColumn } from '../../ui/cell-grid.tsx'
import { useDone } from '../../ui/use-done.ts'

const markOf = (text: string) => text === logItemStateNames.done ? 'done' : text === logItemStateNames.partly ? 'partly' : text === logItemStateNames.notDone ? 'notDone' : undefined

function columnsOf(weekStartsOn: string): readonly GridColumn[] {
  const item = (title: string): GridColumn => ({ title, width: 84, read: readItemState, mark: markOf })
  const count = (title: string): GridColumn => ({ title, width: 70, read: readCount })
  return [
    { title: '送交日期', width: 108, read: (text) => readLogDay(text, weekStartsOn) },
    item('教学进度'), item('实践环节'), item('作业'), count('计划课时'), count('实上课时'), count('布置作业'), count('批改作业'),
    { title: '说明' },
  ]
}

export interface WeekLogs {
  readonly columns: readonly GridColumn[]
  readonly sheet: CellSheet
  change(next: CellSheet): void
  undo(): void
  /** Lines that differ from what is saved, also by what is being typed just now. */
  readonly changed: number
  allDone(): void
  allToday(): void
  readonly saving: boolean
  readonly error: Error | null
  /** True when nothing is left unsaved. */
  save(): Promise<boolean>
}

/** The week's logs while they are being entered. Saved lines come back as they are stored; the cursor stays in its cell. */
export function useWeekLogs(week: LogWeek, lines: readonly LogLine[], today: string): WeekLogs {
  const revisions = lines.map(({ revision }) => revision ?? '').join()
  const [stored, setStored] = useState(revisions)
  const [start, setStart] = useState(() => lines.map(cellsOf))
  const [sheet, setSheet] = useState<CellSheet>(() => newCells(start))
  if (stored !== revisions) {
    const fresh = lines.map(cellsOf)
    setStored(revisions)
    setStart(fresh)
    setSheet({ ...newCells(fresh), typing: sheet.typing })
  }
  const write = useWrite('inspections.saveWeek')
  const { done, failed } = useDone()
  const columns = columnsOf(week.startsOn)

  const changedIn = (rows: CellSheet['rows']) => lines.flatMap((line, at) => line.mayWrite && (rows[at] ?? []).some((cell, column) => cell !== start[at]?.[column]) ? [at] : [])
  const withDay = (next: CellSheet): CellSheet => next.past.length > sheet.past.length ? { ...next, rows: withDayToday(next.rows, sheet.rows, today) } : next
  const settled = () => {
    const { sheet: read, problems } = settleCells(sheet, columns)
    return { sheet: withDay(read), problems }
  }
  const change = (next: CellSheet) => setSheet(withDay(next))
  const fill = (cells: (row: readonly string[]) => readonly string[]) => change(withCells(sheet, sheet.rows.map((row, at) => lines[at]?.mayWrite ? cells(row) : row)))
  const save = async (): Promise<boolean> => {
    const { sheet: read, problems: [problem] } = settled()
    if (problem !== undefined) failed(new Error(problem))
    else setSheet(read)
    const changed = changedIn(read.rows)
    if (problem !== undefined || changed.length === 0 || write.isPending) return problem === undefined && changed.length === 0
    const answer = await write.mutateAsync({
      weekStartsOn: week.startsOn,
      lines: changed.flatMap((at) => lines[at] === undefined ? [] : [{ classId: lines[at].classId, revision: lines[at].revision, ...logOfCells(read.rows[at] ?? []) }]),
    }).catch(() => null)
    if (answer !== null) done(`已保存 ${answer.saved} 个班的教学日记${answer.removed > 0 ? `，去掉 ${answer.removed} 份` : ''}`)
    return answer !== null
  }
  return {
    columns, sheet, change, undo: () => setSheet(undoCells(sheet)), changed: changedIn(settled().sheet.rows).length,
    allDone: () => fill((row) => row[0] === '' ? row : row.map((cell, column) => column >= 1 && column <= 3 && cell === '' ? logItemStateNames.done : cell)),
    allToday: () => fill((row) => row[0] === '' ? [today, ...row.slice(1)] : row),
    saving: write.isPending, error: write.error, save,
  }
}
