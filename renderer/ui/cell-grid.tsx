import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { type CellColumn, type CellSheet, fillCellDown, pasteCells, redoCells, settleCells, typeCell, undoCells } from '../../shared/domain/sheets/cell-sheet.ts'
import './cell-grid.css'

export interface GridColumn extends CellColumn {
  /** In pixels; without it the column takes what is left. */
  readonly width?: number
  /** How the cell is coloured for what stands in it. */
  readonly mark?: (text: string) => string | undefined
}

const [numberWidth, nameWidth, endWidth, leastLeft] = [44, 184, 84, 140]

/**
 * A table that works like Excel: arrows, Tab and Enter move, a block can be pasted, Ctrl+D fills down, Ctrl+Z takes back. What a column
 * cannot read goes back to what stood there, and is told.
 */
export function CellGrid({ label, columns, sheet, onChange, rowHeads, headTitle, wrong, readOnlyRows, grows = false, rowEnds, endTitle }: {
  readonly label: string
  readonly columns: readonly GridColumn[]
  readonly sheet: CellSheet
  readonly onChange: (sheet: CellSheet) => void
  /** What stands before each row; the name of the row for the screen reader too. */
  readonly rowHeads: readonly string[]
  readonly headTitle: string
  /** Why a cell cannot stay as it is, by `row:column`. */
  readonly wrong?: ReadonlyMap<string, string>
  readonly readOnlyRows?: ReadonlySet<number>
  readonly grows?: boolean
  readonly rowEnds?: (row: number) => ReactNode
  readonly endTitle?: string
}) {
  const root = useRef<HTMLTableElement>(null)
  const [problems, setProblems] = useState<readonly string[]>([])

  const goTo = (row: number, column: number) => {
    const cell = root.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`)
    cell?.focus()
    cell?.select()
  }
  const settle = () => {
    const settled = settleCells(sheet, columns)
    setProblems(settled.problems)
    onChange(settled.sheet)
  }
  const onKeys = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const key = event.key.toLowerCase()
    const { value, selectionStart, selectionEnd } = event.currentTarget
    if (event.ctrlKey || event.metaKey) {
      if (sheet.typing !== null || !['z', 'y', 'd'].includes(key)) return
      onChange(key === 'd' ? fillCellDown(sheet, row, column) : key === 'y' || event.shiftKey ? redoCells(sheet) : undoCells(sheet))
    } else if (event.altKey || event.nativeEvent.isComposing) return
    else if (key === 'escape' && sheet.typing !== null) {
      event.stopPropagation()
      onChange({ ...sheet, typing: null })
    } else if (key === 'arrowdown' || key === 'enter') goTo(row + (key === 'enter' && event.shiftKey ? -1 : 1), column)
    else if (key === 'arrowup') goTo(row - 1, column)
    else if (key === 'arrowleft' && ((selectionStart === 0 && selectionEnd === value.length) || (selectionStart === 0 && selectionEnd === 0))) goTo(row, column - 1)
    else if (key === 'arrowright' && selectionEnd === value.length) goTo(row, column + 1)
    else return
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent, row: number, column: number) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text)) return
    event.preventDefault()
    const pasted = pasteCells({ ...sheet, typing: null }, columns, { row, column }, text, grows)
    setProblems(pasted.problems)
    onChange(pasted.sheet)
  }

  const headWidth = rowHeads.length === 0 ? numberWidth : nameWidth
  const leastWidth = columns.reduce((sum, { width = leastLeft }) => sum + width, headWidth + (rowEnds ? endWidth : 0))
  return (
    <div className="cells">
      <div className="cells-scroll">
        <table ref={root} aria-label={label} style={{ minWidth: leastWidth }}>
          <colgroup><col style={{ width: headWidth }} />{columns.map(({ title, width }) => <col key={title} style={{ width: width ?? 'auto' }} />)}{rowEnds && <col style={{ width: endWidth }} />}</colgroup>
          <thead><tr><th scope="col">{headTitle}</th>{columns.map(({ title }) => <th key={title} scope="col">{title}</th>)}{rowEnds && <th scope="col">{endTitle}</th>}</tr></thead>
          <tbody>
            {sheet.rows.map((cells, row) => (
              // oxlint-disable-next-line react/no-array-index-key -- a row is its place in the sheet
              <tr key={row}>
                <th scope="row">{rowHeads[row] ?? row + 1}</th>
                {columns.map((column, at) => {
                  const text = cells[at] ?? ''
                  const typed = sheet.typing?.row === row && sheet.typing.column === at ? sheet.typing.text : null
                  const reason = wrong?.get(`${row}:${at}`)
                  return (
                    <td key={column.title} className={reason === undefined ? column.mark?.(text) : 'wrong'} title={reason}>
                      <input
                        data-cell={`${row}:${at}`} aria-label={`${rowHeads[row] ?? `第 ${row + 1} 行`} ${column.title}`} readOnly={readOnlyRows?.has(row) ?? false} autoComplete="off" aria-invalid={reason !== undefined}
                        value={typed ?? text} onFocus={(event) => event.currentTarget.select()}
                        onChange={(event) => onChange(typeCell(sheet, row, at, event.target.value))} onBlur={() => { if (typed !== null) settle() }}
                        onKeyDown={(event) => onKeys(event, row, at)} onPaste={(event) => { if (!readOnlyRows?.has(row)) onPaste(event, row, at) }}
                      />
                    </td>
                  )
                })}
                {rowEnds && <td className="cells-end">{rowEnds(row)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problems.length > 0 && <div className="note warn" role="alert">{problems.slice(0, 6).map((sentence) => <p key={sentence}>{sentence}</p>)}</div>}
    </div>
  )
}
