import { columnVisibilityFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { DutyMatrix, DutyRow } from '../../../shared/contract/duties.ts'
import { cellFigure } from '../../../shared/domain/duties/cell-figure.ts'
import { isAsked } from '../../../shared/domain/duties/duty-share.ts'
import { dutyStateNames } from '../../../shared/domain/duties/duty-words.ts'
import { DutyBar, DutyMark } from '../../ui/duty-bar.tsx'

const features = tableFeatures({ columnVisibilityFeature })

/** The grid: arrows go from cell to cell, Enter opens the records behind one. First column and head stay in sight. */
export function MatrixTable({ label, columns, rows, withBars = false, onOpen }: {
  readonly label: string
  readonly columns: DutyMatrix['columns']
  readonly rows: readonly DutyRow[]
  /** A bar below each figure, where there are few columns. */
  readonly withBars?: boolean
  readonly onOpen: (ref: string, column: string) => void
}) {
  const [at, setAt] = useState({ row: 0, column: 0 })
  const table = useRef<HTMLTableElement>(null)
  const defs = useMemo(() => columns.map(({ key }) => ({ id: key, accessorFn: (row: DutyRow) => row.cells.find(({ column }) => column === key) })), [columns])
  const data = useMemo(() => [...rows], [rows])
  const model = useTable({ features, columns: defs as never, data, getRowId: ({ ref }: DutyRow) => ref })
  const lines = model.getRowModel().rows

  const go = (row: number, column: number) => {
    const next = { row: Math.max(0, Math.min(lines.length - 1, row)), column: Math.max(0, Math.min(columns.length - 1, column)) }
    setAt(next)
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row}:${next.column}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [at.row - 1, at.column], ArrowDown: [at.row + 1, at.column], ArrowLeft: [at.row, at.column - 1], ArrowRight: [at.row, at.column + 1],
      Home: [at.row, 0], End: [at.row, columns.length - 1], PageUp: [at.row - 10, at.column], PageDown: [at.row + 10, at.column],
    }
    const move = moves[event.key]
    if (move === undefined) return
    event.preventDefault()
    go(...move)
  }
  return (
    <div className="duty-scroll">
      <table ref={table} className="duty-matrix" role="grid" aria-label={label} aria-rowcount={lines.length + 1} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">要求</th>
            {columns.map(({ key, name, roleName }) => <th key={key} scope="col">{name}{roleName !== null && <small>{roleName}</small>}</th>)}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => {
            const duty = line.original as DutyRow
            return (
              <tr key={line.id}>
                <th scope="row" title={duty.title}>
                  {duty.title}
                  <small>{duty.who}，{duty.per}{duty.softWord !== null && `，${duty.softWord}`}{duty.note !== null && `；${duty.note}`}</small>
                </th>
                {columns.map(({ key, name }, column) => {
                  const cell = duty.cells.find((each) => each.column === key)
                  const isHere = at.row === row && at.column === column
                  const props = { 'data-at': `${row}:${column}`, tabIndex: isHere ? 0 : -1, onFocus: () => setAt({ row, column }) }
                  if (cell === undefined) return <td key={key} className="none" {...props}><span className="visually-hidden">没有要求</span></td>
                  return (
                    <td
                      key={key} className={cell.state} {...props} title={`${name}：${dutyStateNames[cell.state]}`}
                      onClick={() => onOpen(duty.ref, key)} onKeyDown={(event) => event.key === 'Enter' && onOpen(duty.ref, key)}
                    >
                      <DutyMark state={cell.state} />
                      <span className="visually-hidden">{dutyStateNames[cell.state]}</span> {cellFigure(cell)}
                      {withBars && isAsked(cell) && <DutyBar done={cell.done} needed={cell.needed ?? 0} state={cell.state} />}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
