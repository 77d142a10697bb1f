import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { DutyMatrix, DutyRow } from '../../../shared/contract/duties.ts'
import { cellFigure } from '../../../shared/domain/duties/cell-figure.ts'
import { dutyStateNames } from '../../../shared/domain/duties/duty-words.ts'
import { call, useCall, useWrite } from '../../api/client.ts'
import { useMay } from '../../app/standing.tsx'
import { DutyMark } from '../../ui/duty-bar.tsx'
import { statesShown } from '../../ui/duty-marks.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { useSaveFile } from '../../ui/use-save-file.ts'
import type { AskedCell } from './duty-drawer.tsx'
import { MatrixTable } from './matrix-table.tsx'

const shows = ['all', 'open'] as const
type Shows = (typeof shows)[number]

/** 完成情况: duties down, the studio and its people across. */
export function MatrixView({ studioId, termKey, onOpen }: { readonly studioId: string; readonly termKey: string; readonly onOpen: (asked: AskedCell) => void }) {
  const matrix = useCall('duties.matrix', { studioId, termKey })
  const [show, setShow] = useState<Shows>('all')
  return (
    <LoadingOr of={matrix}>
      {(data) => {
        const rows = data.rows.filter((row) => show === 'all' || row.cells.some(({ missing }) => missing > 0))
        return (
          <section className="card duty-card" aria-label="职责完成情况">
            <div className="duty-head">
              <p>{data.schemeTitle}（{data.schemeCode}），第 {data.cycle.ordinal} 周期 {data.cycle.startsOn} 至 {data.cycle.endsOn}</p>
              <Legend matrix={data} />
            </div>
            {data.reports.map((report) => <p key={report} className="note warn" style={{ marginBottom: 8 }}>{report}</p>)}
            <div className="list-tools">
              <Segmented<Shows> aria-label="显示" value={show} onChange={setShow} options={[{ value: 'all', label: `全部 ${data.rows.length} 项` }, { value: 'open', label: '只看没做完的' }]} />
              <span className="grow" />
              <WordButton studioId={studioId} termKey={termKey} />
              <ExportButton matrix={data} rows={rows} />
            </div>
            {rows.length === 0
              ? <EmptyState title={data.rows.length === 0 ? '这个学期没有要求' : '都做完了'} hint={data.rows.length === 0 ? '这个学期不在工作室的周期里，或规程没有写职责。' : '规程要求的事，到今天都做了。'} />
              : <MatrixTable label="职责完成情况" columns={data.columns} rows={rows} onOpen={(ref, column) => onOpen({ studioId, termKey, ref, column })} />}
          </section>
        )
      }}
    </LoadingOr>
  )
}

function Legend({ matrix: { counts } }: { readonly matrix: DutyMatrix }) {
  return (
    <ul className="duty-legend" aria-label="图例">
      {statesShown.map((state) => (counts[state] === undefined || counts[state] === 0 ? null : (
        <li key={state}><DutyMark state={state} />{dutyStateNames[state]} {counts[state]}</li>
      )))}
    </ul>
  )
}

/** 职责完成情况表 is made and saved at one press; to look at it first, it stands on the page of documents too. */
function WordButton({ studioId, termKey }: { readonly studioId: string; readonly termKey: string }) {
  const make = useWrite('documents.make')
  const { saving, save } = useSaveFile()
  if (!useMay('documents.make')) return null
  const made = async () => (await make.mutateAsync({ form: 'duty-report', termKey, studioId })).file
  return (
    <>
      <Link to={`/documents?form=duty-report&studio=${studioId}&term=${termKey}`}>预览完成情况表</Link>
      <Button type="primary" loading={saving} onClick={() => void save(made, '已保存职责完成情况表，在「文书」里也能找到')}>保存 Word</Button>
    </>
  )
}

function ExportButton({ matrix: { columns, studioName }, rows }: { readonly matrix: DutyMatrix; readonly rows: readonly DutyRow[] }) {
  const { saving, save } = useSaveFile()
  const text = (row: DutyRow, column: string) => {
    const cell = row.cells.find((each) => each.column === column)
    return cell === undefined ? null : `${dutyStateNames[cell.state]} ${cellFigure(cell)}`.trim()
  }
  const make = () => call('exports.list', {
    title: `${studioName}职责完成情况`,
    columns: ['事项', '谁', '多久', '单位', ...columns.map(({ name }) => name)].map((title) => ({ title, kind: 'text' as const })),
    rows: rows.map((row) => [row.title, row.who, row.per, row.unit, ...columns.map(({ key }) => text(row, key))]),
  })
  return <Button loading={saving} onClick={() => void save(make, `已导出 ${rows.length} 项`)}>导出 Excel</Button>
}
