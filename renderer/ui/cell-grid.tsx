import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { type CellColumn, type CellSheet, fillCellDown, pasteCells, redoCells, setCell, undoCells } from '../../shared/domain/sheets/cell-sheet.ts'
import './cell-grid.css'

export interface GridColumn extends CellColumn {
  /** CSS width. */
  readonly width: string
  /** How the cell is coloured for what stands in it. */
  readonly mark?: (text: string) => string | undefined
}

/**
 * A table that works like Excel: arrows, Tab and Enter move, a block can be pasted, Ctrl+D fills down, Ctrl+Z takes back. What a column
 * cannot read goes back to what stood there, and is told.
 */
export function CellGrid({ label, columns, sheet, onChange, rowHeads, headTitle, readOnlyRows, grows = false, rowEnds, endTitle }: {
  readonly label: string
  readonly columns: readonly GridColumn[]
  readonly sheet: CellSheet
  readonly onChange: (sheet: CellSheet) => void
  /** What stands before each row; the name of the row for the screen reader too. */
  readonly rowHeads: readonly string[]
  readonly headTitle: string
  readonly readOnlyRows?: ReadonlySet<number>
  readonly grows?: boolean
  readonly rowEnds?: (row: number) => ReactNode
  readonly endTitle?: string
}) {
  const root = useRef<HTMLTableElement>(null)
  const [problems, setProblems] = useState<readonly string[]>([])
  const [typing, setTyping] = useState<{ readonly at: string; readonly text: string } | null>(null)

  const goTo = (row: number, column: number) => {
    const cell = root.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`)
    cell?.focus()
    cell?.select()
  }
  const commit = (row: number, column: number, text: string): CellSheet => {
    setTyping(null)
    const { read, title } = columns[column] ?? { title: '' }
    const value = read === undefined ? text.trim() : read(text.trim())
    setProblems(value === undefined ? [`「${text}」不是${title}的写法`] : [])
    const next = value === undefined ? sheet : setCell(sheet, row, column, value)
    if (next !== sheet) onChange(next)
    return next
  }
  const onKeys = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const key = event.key.toLowerCase()
    const { value, selectionStart, selectionEnd } = event.currentTarget
    if (event.ctrlKey || event.metaKey) {
      if (typing !== null || !['z', 'y', 'd'].includes(key)) return
      onChange(key === 'd' ? fillCellDown(sheet, row, column) : key === 'y' || event.shiftKey ? redoCells(sheet) : undoCells(sheet))
    } else if (event.altKey || event.nativeEvent.isComposing) return
    else if (key === 'escape' && typing !== null) {
      event.stopPropagation()
      setTyping(null)
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
    setTyping(null)
    const pasted = pasteCells(sheet, columns, { row, column }, text, grows)
    setProblems(pasted.problems)
    onChange(pasted.sheet)
  }

  return (
    <div className="cells">
      <div className="cells-scroll">
        <table ref={root} aria-label={label}>
          <colgroup><col className="cells-head-col" />{columns.map(({ title, width }) => <col key={title} style={{ width }} />)}{rowEnds && <col style={{ width: 76 }} />}</colgroup>
          <thead><tr><th scope="col">{headTitle}</th>{columns.map(({ title }) => <th key={title} scope="col">{title}</th>)}{rowEnds && <th scope="col">{endTitle}</th>}</tr></thead>
          <tbody>
            {sheet.rows.map((cells, row) => (
              // oxlint-disable-next-line react/no-array-index-key -- a row is its place in the sheet
              <tr key={row}>
                <th scope="row">{rowHeads[row] ?? row + 1}</th>
                {columns.map((column, at) => {
                  const place = `${row}:${at}`
                  const text = cells[at] ?? ''
                  return (
                    <td key={column.title} className={column.mark?.(text)}>
                      <input
                        data-cell={place} aria-label={`${rowHeads[row] ?? `第 ${row + 1} 行`} ${column.title}`} readOnly={readOnlyRows?.has(row) ?? false} autoComplete="off"
                        value={typing?.at === place ? typing.text : text} onFocus={(event) => event.currentTarget.select()}
                        onChange={(event) => setTyping({ at: place, text: event.target.value })} onBlur={(event) => { if (typing?.at === place) commit(row, at, event.target.value) }}
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
