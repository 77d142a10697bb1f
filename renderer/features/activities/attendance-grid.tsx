import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import {
  allPresent, countMarks, countsText, fillDown, pasteMarks, redo, setMark, setNote, type SheetLine, type SheetState, undo, withLines,
} from '../../../shared/domain/activities/attendance-sheet.ts'
import { attendanceMarkNames, attendanceMarks } from '../../../shared/domain/activities/activity-words.ts'
import type { MemberRole } from '../../../shared/domain/studios/studio-words.ts'
import './attendance-grid.css'

export interface PersonLine extends SheetLine {
  readonly schoolName: string | null
  /** Null for a guest. */
  readonly role: MemberRole | null
  /** The role in the words of the studio's scheme. */
  readonly roleName: string | null
}

const noteColumn = attendanceMarks.length

/**
 * Attendance like a sheet of Excel: one key a mark (1 to 4) and the cursor goes on to the next person, so ten people are ten
 * keys; A marks everybody left as present. Arrows, Tab and Enter move, Ctrl+D fills down, Ctrl+Z takes back, a column of marks or
 * names with marks can be pasted.
 */
export function AttendanceGrid({ sheet, onChange, adder }: {
  readonly sheet: SheetState<PersonLine>
  readonly onChange: (sheet: SheetState<PersonLine>) => void
  /** The field that adds a guest. */
  readonly adder: ReactNode
}) {
  const root = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState({ row: 0, column: 0 })
  const [problems, setProblems] = useState<readonly string[]>([])
  const counts = countMarks(sheet.lines)

  const goTo = (row: number, column: number) => {
    const to = { row: Math.max(0, Math.min(sheet.lines.length - 1, row)), column: Math.max(0, Math.min(noteColumn, column)) }
    setCursor(to)
    root.current?.querySelector<HTMLElement>(`[data-cell="${to.row}:${to.column}"]`)?.focus()
  }
  const change = (next: SheetState<PersonLine>) => {
    setProblems([])
    onChange(next)
  }

  // F2 comes here from anywhere on the page: to the first person who is still open.
  const toGrid = useRef(() => undefined as void)
  useEffect(() => {
    toGrid.current = () => goTo(Math.max(0, sheet.lines.findIndex(({ mark }) => mark === null)), 0)
  })
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F2') return
      event.preventDefault()
      toGrid.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  const onKeys = (event: KeyboardEvent, row: number, column: number) => {
    const inNote = column === noteColumn
    const key = event.key.toLowerCase()
    if (event.ctrlKey || event.metaKey) {
      if (key === 'z') change(event.shiftKey ? redo(sheet) : undo(sheet))
      else if (key === 'y') change(redo(sheet))
      else if (key === 'd') change(fillDown(sheet, row))
      else return
    } else if (event.altKey || event.nativeEvent.isComposing) return
    else if (key === 'arrowdown' || key === 'enter') goTo(row + (event.shiftKey && key === 'enter' ? -1 : 1), column)
    else if (key === 'arrowup') goTo(row - 1, column)
    else if (inNote) {
      const note = event.target as HTMLInputElement
      if (key !== 'arrowleft' || note.selectionStart !== 0 || note.selectionEnd !== 0) return
      goTo(row, column - 1)
    } else if (key === 'arrowleft') goTo(row, column - 1)
    else if (key === 'arrowright') goTo(row, column + 1)
    else if (key === 'home') goTo(0, column)
    else if (key === 'end') goTo(sheet.lines.length - 1, column)
    else if (key === 'a') change(allPresent(sheet))
    else if (key === '0' || key === 'delete' || key === 'backspace') change(setMark(sheet, row, null))
    else {
      const mark = /^[1-4]$/.test(key) ? attendanceMarks[Number(key) - 1] : undefined
      if (mark === undefined) return
      change(setMark(sheet, row, mark))
      goTo(row + 1, column)
    }
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent, row: number, column: number) => {
    const text = event.clipboardData.getData('text/plain')
    if (text === '' || (column === noteColumn && !/[\t\n]/.test(text))) return
    event.preventDefault()
    const pasted = pasteMarks(sheet, row, text)
    onChange(pasted.state)
    setProblems(pasted.problems)
  }

  return (
    <div className="sheet" ref={root}>
      <div className="sheet-tools">
        <Button size="small" type="primary" ghost onClick={() => change(allPresent(sheet))} disabled={sheet.lines.length === 0}>
          {counts.open > 0 && counts.open < sheet.lines.length ? '其余全部出席' : '全部出席'}
        </Button>
        <Button size="small" onClick={() => change(undo(sheet))} disabled={sheet.past.length === 0}>撤销</Button>
        <span className="sheet-counts" role="status" aria-live="polite">{countsText(counts)}{counts.open > 0 && counts.open < sheet.lines.length ? `，未记 ${counts.open}` : ''}</span>
      </div>
      <div className="sheet-head" aria-hidden>
        <span>姓名</span>
        {attendanceMarks.map((mark, at) => <span key={mark}>{attendanceMarkNames[mark]}<kbd>{at + 1}</kbd></span>)}
        <span>备注</span>
      </div>
      {sheet.lines.map((line, row) => {
        const marked = line.mark === null ? -1 : attendanceMarks.indexOf(line.mark)
        const stop = cursor.row === row && cursor.column < noteColumn ? cursor.column : Math.max(0, marked)
        return (
          <div className={line.mark === null ? 'sheet-row open' : 'sheet-row'} key={line.personId}>
            <span className="sheet-name" title={[line.name, line.roleName ?? '列席', line.schoolName].filter(Boolean).join('，')}>
              {line.name}
              {line.role === null && <small>列席</small>}
              {line.role === 'host' && <small>{line.roleName}</small>}
              {line.role === null && (
                <Button
                  size="small" type="text" icon={<CloseOutlined aria-hidden />} aria-label={`去掉列席 ${line.name}`} tabIndex={-1}
                  onClick={() => change(withLines(sheet, sheet.lines.filter(({ personId }) => personId !== line.personId)))}
                />
              )}
            </span>
            <div role="radiogroup" aria-label={`${line.name}的出勤`} className="sheet-marks">
              {attendanceMarks.map((mark, column) => (
                <button
                  key={mark} type="button" role="radio" aria-checked={line.mark === mark} aria-label={attendanceMarkNames[mark]} className={`sheet-mark ${mark}`}
                  data-cell={`${row}:${column}`} tabIndex={stop === column ? 0 : -1} onFocus={() => setCursor({ row, column })}
                  onClick={() => change(setMark(sheet, row, line.mark === mark ? null : mark))}
                  onKeyDown={(event) => onKeys(event, row, column)} onPaste={(event) => onPaste(event, row, column)}
                >
                  <span aria-hidden>{line.mark === mark ? attendanceMarkNames[mark] : ''}</span>
                </button>
              ))}
            </div>
            <input
              className="sheet-note" aria-label={`${line.name}的备注`} value={line.note} maxLength={60} data-cell={`${row}:${noteColumn}`}
              onFocus={() => setCursor({ row, column: noteColumn })} onChange={(event) => change(setNote(sheet, row, event.target.value))}
              onKeyDown={(event) => onKeys(event, row, noteColumn)} onPaste={(event) => onPaste(event, row, noteColumn)}
            />
          </div>
        )
      })}
      {problems.length > 0 && <div className="note warn" role="alert">{problems.slice(0, 8).map((sentence) => <p key={sentence}>{sentence}</p>)}</div>}
      {adder}
      <p className="sheet-keys">
        <kbd>F2</kbd> 到出勤表　<kbd>1</kbd>–<kbd>4</kbd> 记下并到下一人　<kbd>0</kbd> 清除　<kbd>A</kbd> 其余全部出席　<kbd>Ctrl+D</kbd> 同上一人　<kbd>Ctrl+Z</kbd> 撤销　可从 Excel 粘贴一列
      </p>
    </div>
  )
}
