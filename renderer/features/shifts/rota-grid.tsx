import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { RotaDay, RotaShiftRow, ShiftPlan } from '../../../shared/contract/shifts.ts'
import { weekdayName } from '../../../shared/domain/dates/format-day.ts'
import { postsOfDay, type ShiftPost, shiftSourceNames } from '../../../shared/domain/shifts/shift-plan.ts'
import { useWrite } from '../../api/client.ts'
import { useMay } from '../../app/standing.tsx'
import { PersonPicker } from '../../ui/person-picker.tsx'
import { useDone } from '../../ui/use-done.ts'

/** Days by posts. Arrows go from cell to cell, Enter opens a shift, a letter begins the name of another person. */
export function RotaGrid({ plan, days, shifts, today, onOpen }: {
  readonly plan: ShiftPlan
  readonly days: readonly RotaDay[]
  readonly shifts: readonly RotaShiftRow[]
  readonly today: string
  readonly onOpen: (shift: RotaShiftRow) => void
}) {
  const posts = postsOfDay('', plan.rule)
  const rows = shownDays(days, shifts)
  const first = Math.max(0, rows.findIndex(({ day }) => day >= today))
  const [at, setAt] = useState({ row: first, column: 0 })
  const [typing, setTyping] = useState<RotaShiftRow | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const mayWrite = useMay('shifts.write')
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to clean up.
    void table.current?.querySelector('tr.today')?.scrollIntoView({ block: 'center' })
  }, [])
  const go = (row: number, column: number) => {
    const next = { row: Math.max(0, Math.min(rows.length - 1, row)), column: Math.max(0, Math.min(posts.length - 1, column)) }
    setAt(next)
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row}:${next.column}"]`)?.focus()
  }
  const shiftAt = (row: number, column: number) => shifts.find((shift) => isAt(shift, rows[row]?.day, posts[column]))
  const onKeyDown = (event: KeyboardEvent) => {
    if (typing !== null || event.ctrlKey || event.metaKey || event.altKey) return
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [at.row - 1, at.column], ArrowDown: [at.row + 1, at.column], ArrowLeft: [at.row, at.column - 1], ArrowRight: [at.row, at.column + 1],
      Home: [at.row, 0], End: [at.row, posts.length - 1], PageUp: [at.row - 7, at.column], PageDown: [at.row + 7, at.column],
    }
    const move = moves[event.key]
    const shift = shiftAt(at.row, at.column)
    if (move !== undefined) {
      event.preventDefault()
      go(...move)
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
      <table ref={table} className="rota" role="grid" aria-label="值班表" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">日期</th>
            {posts.map((post) => <th key={`${post.slotKey} ${post.place} ${post.post}`} scope="col"><PostName plan={plan} post={post} /></th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((day, row) => (
            <tr key={day.day} className={[day.day === today ? 'today' : '', day.day < today ? 'past' : '', day.isDayOff ? 'off' : ''].join(' ')}>
              <th scope="row"><DayName day={day} today={today} /></th>
              {posts.map((post, column) => {
                const shift = shiftAt(row, column)
                const isHere = at.row === row && at.column === column
                return (
                  <td
                    key={`${post.slotKey} ${post.place} ${post.post}`} data-at={`${row}:${column}`} tabIndex={isHere ? 0 : -1} onFocus={() => setAt({ row, column })}
                    className={shift === undefined ? 'none' : shift.personId === null ? 'open' : ''} onClick={() => shift && typing === null && onOpen(shift)}
                    {...(shift === undefined ? {} : { title: wordsOf(shift) })}
                  >
                    {shift !== undefined && typing?.id === shift.id
                      ? <TypedPerson shift={shift} onDone={() => {
                        flushSync(() => setTyping(null))
                        go(row, column)
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

/** The field into which another person is typed, in the cell itself. */
function TypedPerson({ shift, onDone }: { readonly shift: RotaShiftRow; readonly onDone: () => void }) {
  const change = useWrite('shifts.changePerson')
  const { done, failed } = useDone()
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only catches Escape and the click inside the cell
    <span
      onClick={(event) => event.stopPropagation()} onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onDone()
      }}
    >
      <PersonPicker
        autoFocus aria-label="改派为" value={null}
        onChange={(person) => {
          if (person === null) return
          change.mutate({ shiftId: shift.id, revision: shift.revision, personId: person.id, reason: '临时调整' }, { onSuccess: () => done(`${shift.onDay} 改由${person.name}值班`), onError: failed })
          onDone()
        }}
      />
    </span>
  )
}

function ShiftText({ shift, today }: { readonly shift: RotaShiftRow | undefined; readonly today: string }) {
  if (shift === undefined) return <span className="visually-hidden">不值班</span>
  if (shift.name === null) return <>空缺</>
  return (
    <>
      {shift.name}
      {shift.source !== 'rule' && <span className="rota-sign" aria-label={shiftSourceNames[shift.source]} role="img">⇄</span>}
      {shift.swapOpen && <span className="rota-tag">换班中</span>}
      {shift.logged
        ? <span className="rota-sign done" role="img" aria-label="已写记录">✓{shift.findings > 0 ? ` ${shift.findings} 项` : ''}</span>
        : shift.onDay < today && <span className="rota-sign missing" role="img" aria-label="还没写记录">○</span>}
    </>
  )
}

function DayName({ day: { day, weekNumber, isDayOff, holiday }, today }: { readonly day: RotaDay; readonly today: string }) {
  return (
    <>
      {Number(day.slice(5, 7))}月{Number(day.slice(8))}日 {weekdayName(day)}{day === today && <span className="rota-today">今天</span>}
      <small>{holiday === null ? (isDayOff ? '周末' : weekNumber === null ? '' : `第 ${weekNumber} 周`) : holiday.name}</small>
    </>
  )
}

function PostName({ plan, post }: { readonly plan: ShiftPlan; readonly post: ShiftPost }) {
  const slot = plan.rule.slots.find(({ key }) => key === post.slotKey)
  const several = (plan.rule.places.find(({ name }) => name === post.place)?.posts ?? 1) > 1
  return <>{slot?.name} · {post.place}{several ? `（${post.post}）` : ''}<small>{slot?.from}–{slot?.to}</small></>
}

const isAt = (shift: RotaShiftRow, day: string | undefined, post: ShiftPost | undefined) =>
  shift.onDay === day && shift.slotKey === post?.slotKey && shift.place === post.place && shift.post === post.post

const wordsOf = ({ reason, source }: RotaShiftRow) => `${shiftSourceNames[source]}${reason === null ? '' : `：${reason}`}`

/** Days with duty, and working days that are off, with their name; plain weekends are left out. */
function shownDays(days: readonly RotaDay[], shifts: readonly RotaShiftRow[]): readonly RotaDay[] {
  const withShifts = new Set(shifts.map(({ onDay }) => onDay))
  return days.filter(({ day, holiday }) => withShifts.has(day) || holiday !== null)
}
