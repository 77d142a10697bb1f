import { Button } from 'antd'
import type { DutyCell, DutyMatrix, DutyRow } from '../../../shared/contract/duties.ts'
import { cellFigure } from '../../../shared/domain/duties/cell-figure.ts'
import { dutyShare, isAsked } from '../../../shared/domain/duties/duty-share.ts'
import { dutyStateNames } from '../../../shared/domain/duties/duty-words.ts'
import { call, useCall } from '../../api/client.ts'
import { DutyBar, DutyMark, ShareBar } from '../../ui/duty-bar.tsx'
import { stateMarks } from '../../ui/duty-marks.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { useSaveFile } from '../../ui/use-save-file.ts'
import type { AskedCell } from './duty-drawer.tsx'
import './people-view.css'

type Column = DutyMatrix['columns'][number]

/** What stands in one column, the duty with it. */
interface Asked {
  readonly row: DutyRow
  readonly cell: DutyCell
}

/** 每人进度: the studio and its people with how much of what is asked of each is done; one chosen, a bar for each duty. */
export function PeopleView({ studioId, termKey, column, onChoose, onOpen }: {
  readonly studioId: string
  readonly termKey: string
  readonly column: string | null
  readonly onChoose: (column: string) => void
  readonly onOpen: (asked: AskedCell) => void
}) {
  const matrix = useCall('duties.matrix', { studioId, termKey })
  return (
    <LoadingOr of={matrix}>
      {(data) => {
        const chosen = data.columns.find(({ key }) => key === column) ?? data.columns[1] ?? data.columns[0]
        if (chosen === undefined || data.rows.length === 0) return <EmptyState title="这个学期没有要求" hint="这个学期不在工作室的周期里，或规程没有写职责。" />
        return (
          <div className="duty-people">
            <section className="card" aria-label="每人进度">
              <div className="duty-people-head"><h2>{data.columns.length - 1} 人，做完的项数</h2><ExportButton matrix={data} /></div>
              <ul className="duty-scroll-list">{data.columns.map((each) => <Share key={each.key} column={each} matrix={data} isChosen={each.key === chosen.key} onChoose={() => onChoose(each.key)} />)}</ul>
            </section>
            <section className="card" aria-label={`${chosen.name}的职责`}>
              <div className="duty-people-head"><h2>{chosen.name}{chosen.roleName !== null && `（${chosen.roleName}）`}</h2></div>
              <Bars asked={askedOf(chosen, data)} onOpen={(ref) => onOpen({ studioId, termKey, ref, column: chosen.key })} />
            </section>
          </div>
        )
      }}
    </LoadingOr>
  )
}

function askedOf({ key }: Column, { rows }: DutyMatrix): Asked[] {
  return rows.flatMap((row) => row.cells.filter((cell) => cell.column === key && cell.state !== 'notApplicable').map((cell) => ({ row, cell })))
}

function Share({ column, matrix, isChosen, onChoose }: { readonly column: Column; readonly matrix: DutyMatrix; readonly isChosen: boolean; readonly onChoose: () => void }) {
  const share = dutyShare(askedOf(column, matrix).map(({ cell }) => cell))
  return (
    <li>
      <button type="button" aria-pressed={isChosen} onClick={onChoose}>
        <span>{column.name}</span>
        {share.asked === 0 ? <span className="quiet">没有要求</span> : <ShareBar share={share} />}
        <span className="duty-figure">{share.asked > 0 && `${share.done}/${share.asked} 项`}{share.overdue > 0 && <em>{stateMarks.overdue} 逾期 {share.overdue}</em>}</span>
      </button>
    </li>
  )
}

function Bars({ asked, onOpen }: { readonly asked: readonly Asked[]; readonly onOpen: (ref: string) => void }) {
  if (asked.length === 0) return <EmptyState title="这个学期没有要求" hint="规程这个学期没有要求这个人做的事。" />
  return (
    <ul className="duty-scroll-list">
      {asked.map(({ row, cell }) => (
        <li key={row.ref}>
          <button type="button" onClick={() => onOpen(row.ref)} title={`${row.per}；看背后的记录`}>
            <span>{row.title} <small>{row.per}</small></span>
            {isAsked(cell) ? <DutyBar done={cell.done} needed={cell.needed ?? 0} state={cell.state} /> : <span className="quiet">{cell.needed === null ? '只记录' : '可做可不做'}</span>}
            <span className="duty-figure"><DutyMark state={cell.state} />{cellFigure(cell)} <small>{dutyStateNames[cell.state]}</small></span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A row for each person and duty, so that it can be filtered and summed up in Excel. */
function ExportButton({ matrix }: { readonly matrix: DutyMatrix }) {
  const { saving, save } = useSaveFile()
  const rows = matrix.columns.flatMap((column) => askedOf(column, matrix).map(({ row, cell }) => [
    column.name, column.roleName, row.title, row.per, cell.needed, cell.done, cell.missing, row.unit, dutyStateNames[cell.state],
  ]))
  const titles = ['姓名', '身份', '事项', '多久', '要求', '完成', '还差', '单位', '状态'] as const
  const figures: ReadonlySet<string> = new Set(['要求', '完成', '还差'])
  const make = () => call('exports.list', {
    title: `${matrix.studioName}每人进度`, columns: titles.map((title) => ({ title, kind: figures.has(title) ? 'number' as const : 'text' as const })), rows,
  })
  return <Button loading={saving} onClick={() => void save(make, `已导出 ${rows.length} 行`)}>导出 Excel</Button>
}
