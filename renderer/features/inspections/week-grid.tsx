import { Button, Tooltip } from 'antd'
import type { LogLine, LogWeek } from '../../../shared/contract/inspections.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { logStandingNames } from '../../../shared/domain/inspections/inspection-words.ts'
import { reminderText } from '../../../shared/domain/inspections/week-words.ts'
import { weekTable } from '../../../shared/domain/inspections/week-table.ts'
import { call } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { CellGrid } from '../../ui/cell-grid.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useDone } from '../../ui/use-done.ts'
import { useSaveFile } from '../../ui/use-save-file.ts'
import type { WeekLogs } from './use-week-logs.ts'

/** The week's logs in a table like Excel's; what was changed is kept with Ctrl+S. */
export function WeekGrid({ week, lines, figures, logs }: {
  readonly week: LogWeek; readonly lines: readonly LogLine[]; readonly figures: OutputOf<'inspections.week'>['figures']; readonly logs: WeekLogs
}) {
  const { done, failed } = useDone()
  const { changed, sheet } = logs
  const { saving, save } = useSaveFile()
  const mayWrite = lines.some((line) => line.mayWrite)
  useShortcut('ctrl+s', () => void logs.save(), mayWrite)
  const remind = () => {
    const text = reminderText(week, lines)
    if (text === '') done('各班都交了，没有要催的')
    else if (copyText(text)) done('已复制催交名单，可以粘贴到工作群')
    else failed(new Error('没有复制成，请再试一次'))
  }
  return (
    <div className="week-grid">
      {mayWrite && (
        <div className="week-tools">
          <Tooltip title="Ctrl+S"><Button type="primary" disabled={changed === 0} loading={logs.saving} onClick={() => void logs.save()}>保存{changed > 0 ? `（${changed} 个班）` : ''}</Button></Tooltip>
          {lines.length > 1 && <Button onClick={logs.allToday}>其余今天交</Button>}
          <Button onClick={logs.allDone}>已交的全部完成</Button>
          <Tooltip title="Ctrl+Z"><Button disabled={sheet.past.length === 0} onClick={logs.undo}>撤销</Button></Tooltip>
          {lines.length > 1 && <Button onClick={remind}>催交名单</Button>}
          <Button loading={saving} onClick={() => void save(() => call('exports.list', weekTable(week, lines)), `已导出第 ${week.number ?? '—'} 周教学日记`)}>导出 Excel</Button>
          <span className="quiet" role="status">应交 {figures.asked}，按时 {figures.onTime}，迟交 {figures.late}，未交 {figures.missing}{figures.asked - figures.due > 0 ? `，还没到期 ${figures.asked - figures.due}` : ''}</span>
        </div>
      )}
      {logs.error && <ErrorNotice error={logs.error} />}
      <CellGrid
        label={`第 ${week.number ?? '—'} 周教学日记`} columns={logs.columns} sheet={sheet} onChange={logs.change} headTitle="班级"
        rowHeads={lines.map(({ className, homeroomName }) => homeroomName === null ? className : `${className}　${homeroomName}`)}
        readOnlyRows={new Set(lines.flatMap((line, at) => line.mayWrite ? [] : [at]))}
        endTitle="情况" rowEnds={(row) => lines[row] && <span className={`log-tag ${lines[row].standing}`}>{logStandingNames[lines[row].standing]}</span>}
      />
      {mayWrite && <p className="quiet week-keys">三项可写 1 完成、2 部分、3 未完成、4 无；方向键移动，Ctrl+D 同上一班，Ctrl+Z 撤销，可从 Excel 粘贴一块。写进内容就算今天交，日期可以改。</p>}
    </div>
  )
}
