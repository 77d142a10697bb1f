import type { DutyCell, DutyMatrix } from '../../../shared/contract/duties.ts'
import { cellFigure } from '../../../shared/domain/duties/cell-figure.ts'
import { dutyStateNames } from '../../../shared/domain/duties/duty-words.ts'
import { useCall } from '../../api/client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import type { AskedCell } from './duty-drawer.tsx'
import { stateMarks } from './duty-words.ts'
import './people-view.css'

type Column = DutyMatrix['columns'][number]

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
        return chosen === undefined ? null : (
          <div className="duty-people">
            <section className="card" aria-label="每人进度">
              <ul>{data.columns.map((each) => <Share key={each.key} column={each} matrix={data} isChosen={each.key === chosen.key} onChoose={() => onChoose(each.key)} />)}</ul>
            </section>
            <section className="card" aria-label={`${chosen.name}的职责`}>
              <h2>{chosen.name}{chosen.roleName !== null && `（${chosen.roleName}）`}</h2>
              <Bars column={chosen} matrix={data} onOpen={(ref) => onOpen({ studioId, termKey, ref, column: chosen.key })} />
            </section>
          </div>
        )
      }}
    </LoadingOr>
  )
}

/** What has a number and is asked of this column. */
function askedOf({ key }: Column, { rows }: DutyMatrix): DutyCell[] {
  return rows.flatMap(({ cells }) => cells.filter((cell) => cell.column === key && cell.needed !== null && cell.needed > 0 && cell.state !== 'notApplicable' && cell.state !== 'notCounted'))
}

function Share({ column, matrix, isChosen, onChoose }: { readonly column: Column; readonly matrix: DutyMatrix; readonly isChosen: boolean; readonly onChoose: () => void }) {
  const asked = askedOf(column, matrix)
  const done = asked.filter(({ state }) => state === 'done').length
  const overdue = asked.filter(({ state }) => state === 'overdue').length
  return (
    <li>
      <button type="button" aria-pressed={isChosen} onClick={onChoose}>
        <span>{column.name}</span>
        <Bar done={done} needed={asked.length} state={overdue > 0 ? 'overdue' : done === asked.length ? 'done' : 'inProgress'} />
        <span className="duty-figure">{done}/{asked.length} 项{overdue > 0 && <em>{stateMarks.overdue} 逾期 {overdue}</em>}</span>
      </button>
    </li>
  )
}

function Bars({ column, matrix, onOpen }: { readonly column: Column; readonly matrix: DutyMatrix; readonly onOpen: (ref: string) => void }) {
  const rows = matrix.rows.flatMap((row) => row.cells.filter((cell) => cell.column === column.key && cell.state !== 'notApplicable').map((cell) => ({ row, cell })))
  if (rows.length === 0) return <EmptyState title="这个学期没有要求" hint="规程这个学期没有要求这个人做的事。" />
  return (
    <ul>
      {rows.map(({ row, cell }) => (
        <li key={row.ref}>
          <button type="button" onClick={() => onOpen(row.ref)} title={`${row.per}；看背后的记录`}>
            <span>{row.title}</span>
            {cell.needed === null || cell.needed === 0 ? <span className="quiet">只记录</span> : <Bar done={Math.min(cell.done, cell.needed)} needed={cell.needed} state={cell.state} />}
            <span className="duty-figure"><b className={`duty-mark ${cell.state}`} aria-hidden>{stateMarks[cell.state]}</b>{cellFigure(cell)} <small>{dutyStateNames[cell.state]}</small></span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The length says how much is done, colour and pattern in which state; the figure beside it says both. */
function Bar({ done, needed, state }: { readonly done: number; readonly needed: number; readonly state: DutyCell['state'] }) {
  return (
    <svg className={`duty-bar ${state}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
      <rect className="rest" width={100} height={10} />
      <rect className="part" width={needed === 0 ? 0 : (100 * done) / needed} height={10} />
      {state === 'overdue' && <path d="M0 10 L100 0" vectorEffect="non-scaling-stroke" />}
    </svg>
  )
}
