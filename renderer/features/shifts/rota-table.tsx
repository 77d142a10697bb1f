import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { RotaDay, RotaShiftRow, ShiftPlan } from '../../../shared/contract/shifts.ts'
import { postsOfDay, type ShiftPost, shiftSourceNames } from '../../../shared/domain/shifts/shift-plan.ts'
import { useMay } from '../../app/standing.tsx'
import { ShiftText, TypedPerson } from './rota-cell.tsx'

/** A row or a column of the table: a day or a post. */
export interface RotaLine {
  readonly key: string
  readonly head: ReactNode
  readonly className: string
}

interface Place {
  readonly row: number
  readonly column: number
}

/**
 * The rota as a table whose cells are shifts: the month has a row a day, the week a column a day. Arrows go from cell to cell, Enter opens
 * a shift, a letter begins the name of another person.
 */
export function RotaTable({ corner, rows, columns, shiftAt, start, today, onOpen, onTurn, className = '' }: {
  readonly corner: string
  readonly rows: readonly RotaLine[]
  readonly columns: readonly RotaLine[]
  readonly shiftAt: (at: Place) => RotaShiftRow | undefined
  /** Where the cursor stands at first. */
  readonly start: Place
  readonly today: string
  readonly onOpen: (shift: RotaShiftRow) => void
  /** Where the columns go on: to the left of the first, to the right of the last, and by a page; false where nothing is there. Without it a page is seven rows. */
  readonly onTurn?: ((by: -1 | 1) => boolean) | undefined
  readonly className?: string
}) {
  const [at, setAt] = useState(start)
  const [typing, setTyping] = useState<RotaShiftRow | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const mayWrite = useMay('shifts.write')
  const here = within(at, rows.length, columns.length)
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to clean up.
    void table.current?.querySelector('tr.today')?.scrollIntoView({ block: 'center' })
  }, [])
  const focus = ({ row, column }: Place) => table.current?.querySelector<HTMLElement>(`[data-at="${row}:${column}"]`)?.focus()
  const go = (to: Place) => {
    const next = within(to, rows.length, columns.length)
    setAt(next)
    focus(next)
  }
  const focusLater = useFocusAfterTurning(columns[0]?.key, () => focus(here))
  const turn = (by: -1 | 1) => {
    if (onTurn?.(by) !== true) return
    focusLater()
    setAt({ row: here.row, column: by === 1 ? 0 : Number.MAX_SAFE_INTEGER })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (typing !== null || event.ctrlKey || event.metaKey || event.altKey) return
    const move = moveOf(event.key, here, columns.length)
    const by = onTurn === undefined ? undefined : turnOf(event.key, here, columns.length)
    const shift = shiftAt(here)
    if (by !== undefined) {
      event.preventDefault()
      turn(by)
    } else if (move !== undefined) {
      event.preventDefault()
      go(move)
    } else if (event.key === 'Enter' && shift) {
      event.preventDefault()
      onOpen(shift)
    } else if (mayWrite && shift && /^[a-z\u4e00-\u9fff]$/i.test(event.key)) {
      // Not prevented: the letter goes into the field that stands there by then.
      flushSync(() => setTyping(shift))
    }
  }
  return (
    <div className="rota-scroll">
      <table ref={table} className={`rota ${className}`} role="grid" aria-label="值班表" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ key, head, className: looks }) => <th key={key} scope="col" className={looks}>{head}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((line, row) => (
            <tr key={line.key} className={line.className}>
              <th scope="row">{line.head}</th>
              {columns.map((of, column) => {
                const shift = shiftAt({ row, column })
                const isHere = here.row === row && here.column === column
                return (
                  <td
                    key={of.key} data-at={`${row}:${column}`} tabIndex={isHere ? 0 : -1} onFocus={() => setAt({ row, column })}
                    className={`${of.className} ${shift === undefined ? 'none' : shift.personId === null ? 'open' : ''}`.trim()} onClick={() => shift && typing === null && onOpen(shift)}
                    {...(shift === undefined ? {} : { title: wordsOf(shift) })}
                  >
                    {shift !== undefined && typing?.id === shift.id
                      ? <TypedPerson shift={shift} onDone={() => {
                        flushSync(() => setTyping(null))
                        go({ row, column })
                      }} />
                      : <ShiftText shift={shift} today={today} />}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The posts of the plan, and who is on duty at one of them on a day. */
export function useRotaPosts(plan: ShiftPlan, shifts: readonly RotaShiftRow[]): readonly [readonly ShiftPost[], (day: RotaDay | undefined, post: ShiftPost | undefined) => RotaShiftRow | undefined] {
  return [
    postsOfDay('', plan.rule),
    (day, post) => shifts.find((shift) => shift.onDay === day?.day && shift.slotKey === post?.slotKey && shift.place === post.place && shift.post === post.post),
  ]
}

export const keyOfPost = ({ slotKey, place, post }: ShiftPost) => `${slotKey} ${place} ${post}`

/** Puts the cursor into the table again once the days are there that were turned to; what it hands back is called when turning. */
function useFocusAfterTurning(firstKey: string | undefined, focus: () => unknown): () => void {
  const turned = useRef(false)
  const refocus = useRef(focus)
  useEffect(() => {
    refocus.current = focus
  })
  useEffect(() => {
    if (turned.current) refocus.current()
    turned.current = false
  }, [firstKey])
  return () => {
    turned.current = true
  }
}

function moveOf(key: string, { row, column }: Place, columns: number): Place | undefined {
  const moves: Readonly<Record<string, Place>> = {
    ArrowUp: { row: row - 1, column }, ArrowDown: { row: row + 1, column }, ArrowLeft: { row, column: column - 1 }, ArrowRight: { row, column: column + 1 },
    Home: { row, column: 0 }, End: { row, column: columns - 1 }, PageUp: { row: row - 7, column }, PageDown: { row: row + 7, column },
  }
  return moves[key]
}

function turnOf(key: string, { column }: Place, columns: number): -1 | 1 | undefined {
  if (key === 'PageUp' || (key === 'ArrowLeft' && column === 0)) return -1
  return key === 'PageDown' || (key === 'ArrowRight' && column === columns - 1) ? 1 : undefined
}

function within({ row, column }: Place, rows: number, columns: number): Place {
  return { row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) }
}

const wordsOf = ({ reason, source }: RotaShiftRow) => `${shiftSourceNames[source]}${reason === null ? '' : `：${reason}`}`
