import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import type { LogLine, LogWeek } from '../../../shared/contract/inspections.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { logItemStateNames, logStandingNames } from '../../../shared/domain/inspections/inspection-words.ts'
import { cellsOf, logOfCells, readCount, readItemState, readLogDay, withDayToday } from '../../../shared/domain/inspections/log-cells.ts'
import { reminderText } from '../../../shared/domain/inspections/week-words.ts'
import { type CellSheet, newCells, undoCells, withCells } from '../../../shared/domain/sheets/cell-sheet.ts'
import { useWrite } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { CellGrid, type GridColumn } from '../../ui/cell-grid.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useLeaveGuard } from '../../ui/leave-guard.tsx'
import { useDone } from '../../ui/use-done.ts'

const markOf = (text: string) => text === logItemStateNames.done ? 'done' : text === logItemStateNames.partly ? 'partly' : text === logItemStateNames.notDone ? 'notDone' : undefined

function columnsOf(weekStartsOn: string): readonly GridColumn[] {
  const item = (title: string): GridColumn => ({ title, width: '84px', read: readItemState, mark: markOf })
  const count = (title: string): GridColumn => ({ title, width: '68px', read: readCount })
  return [
    { title: '送交日期', width: '108px', read: (text) => readLogDay(text, weekStartsOn) },
    item('教学进度'), item('实践环节'), item('作业'), count('计划课时'), count('实上课时'), count('布置作业'), count('批改作业'),
    { title: '说明', width: 'auto' },
  ]
}

/** The week's logs while they are being entered; what was changed is kept with Ctrl+S. */
export function WeekGrid({ week, lines, figures, today }: {
  readonly week: LogWeek; readonly lines: readonly LogLine[]; readonly figures: OutputOf<'inspections.week'>['figures']; readonly today: string
}) {
  const [start] = useState(() => lines.map(cellsOf))
  const [sheet, setSheet] = useState<CellSheet>(() => newCells(start))
  const save = useWrite('inspections.saveWeek')
  const { done, failed } = useDone()
  const changed = lines.flatMap((line, at) => line.mayWrite && (sheet.rows[at] ?? []).some((cell, column) => cell !== start[at]?.[column]) ? [at] : [])
  const mayWrite = lines.some((line) => line.mayWrite)
  const change = (next: CellSheet) => setSheet(next.past.length > sheet.past.length ? { ...next, rows: withDayToday(next.rows, sheet.rows, today) } : next)
  const store = async (): Promise<boolean> => {
    if (changed.length === 0 || save.isPending) return changed.length === 0
    const answer = await save.mutateAsync({
      weekStartsOn: week.startsOn,
      lines: changed.flatMap((at) => lines[at] === undefined ? [] : [{ classId: lines[at].classId, revision: lines[at].revision, ...logOfCells(sheet.rows[at] ?? []) }]),
    }).catch(() => null)
    if (answer !== null) done(`已保存 ${answer.saved} 个班的教学日记${answer.removed > 0 ? `，去掉 ${answer.removed} 份` : ''}`)
    return answer !== null
  }
  useShortcut('ctrl+s', () => void store(), mayWrite)
  const { guard } = useLeaveGuard({ dirty: changed.length > 0, what: `第 ${week.number ?? '—'} 周的教学日记`, save: store })
  const allDone = () => change(withCells(sheet, sheet.rows.map((row, at) => lines[at]?.mayWrite && row[0] !== '' ? row.map((cell, column) => column >= 1 && column <= 3 && cell === '' ? logItemStateNames.done : cell) : row)))
  const allToday = () => change(withCells(sheet, sheet.rows.map((row, at) => lines[at]?.mayWrite && row[0] === '' ? [today, ...row.slice(1)] : row)))
  const remind = () => {
    const text = reminderText(week, lines)
    if (text === '') done('各班都交了，没有要催的')
    else if (copyText(text)) done('已复制催交名单，可以粘贴到工作群')
    else failed(new Error('没有复制成，请再试一次'))
  }
  return (
    <div className="week-grid">
      {guard}
      {mayWrite && (
        <div className="week-tools">
          <Tooltip title="Ctrl+S"><Button type="primary" disabled={changed.length === 0} loading={save.isPending} onClick={() => void store()}>保存{changed.length > 0 ? `（${changed.length} 个班）` : ''}</Button></Tooltip>
          {lines.length > 1 && <Button onClick={allToday}>其余今天交</Button>}
          <Button onClick={allDone}>已交的全部完成</Button>
          <Tooltip title="Ctrl+Z"><Button disabled={sheet.past.length === 0} onClick={() => setSheet(undoCells(sheet))}>撤销</Button></Tooltip>
          {lines.length > 1 && <Button onClick={remind}>催交名单</Button>}
          <span className="quiet" role="status">应交 {figures.asked}，按时 {figures.onTime}，迟交 {figures.late}，未交 {figures.missing}{figures.asked - figures.due > 0 ? `，还没到期 ${figures.asked - figures.due}` : ''}</span>
        </div>
      )}
      {save.error && <ErrorNotice error={save.error} />}
      <CellGrid
        label={`第 ${week.number ?? '—'} 周教学日记`} columns={columnsOf(week.startsOn)} sheet={sheet} onChange={change} headTitle="班级"
        rowHeads={lines.map(({ className, homeroomName }) => homeroomName === null ? className : `${className}　${homeroomName}`)}
        readOnlyRows={new Set(lines.flatMap((line, at) => line.mayWrite ? [] : [at]))}
        endTitle="情况" rowEnds={(row) => lines[row] && <span className={`log-tag ${lines[row].standing}`}>{logStandingNames[lines[row].standing]}</span>}
      />
      {mayWrite && <p className="quiet week-keys">三项可写 1 完成、2 部分、3 未完成、4 无；方向键移动，Ctrl+D 同上一班，Ctrl+Z 撤销，可从 Excel 粘贴一块。写进内容就算今天交，日期可以改。</p>}
    </div>
  )
}
