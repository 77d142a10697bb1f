import type { MouseEvent } from 'react'
import type { AttendanceTotalRow } from '../../../shared/contract/activities.ts'
import './attendance.css'

type Standing = AttendanceTotalRow['standing']

const standingWords: Readonly<Record<Standing['state'], string>> = { noLine: '', fine: '', near: '接近', over: '已达' }

/**
 * 3 / 12, how much of the span she has missed; colour and word tell how near the scheme's line is, the tooltip the rest.
 * @param withBar a bar in which the line stands, where there is room
 * @param tabIndex -1 where another control of the row leads to the same by keyboard
 */
export function Missed({ name, standing, withBar = false, tabIndex = 0, onShow }: {
  readonly name: string
  readonly standing: Standing
  readonly withBar?: boolean
  readonly tabIndex?: 0 | -1
  readonly onShow: () => void
}) {
  const { state, base, missed, words } = standing
  if (base === 0) return <span className="quiet">—</span>
  // In a list the row itself may lead elsewhere.
  const show = (event: MouseEvent) => { event.stopPropagation(); onShow() }
  return (
    <span className="missed" title={words}>
      <button type="button" className="figure" tabIndex={tabIndex} aria-label={`${name} 缺勤：${words}`} onClick={show}>{missed} / {base}</button>
      {withBar && <MissedBar standing={standing} />}
      {standingWords[state] !== '' && <b className={`missed-word ${state}`}>{standingWords[state]}</b>}
    </span>
  )
}

function MissedBar({ standing: { state, base, missed, line } }: { readonly standing: Standing }) {
  // The line stands at two thirds of the picture, so that what lies beyond it has room.
  const whole = line === null ? 1 : Math.min(1, line * 1.5)
  return (
    <span className="missed-bar" aria-hidden>
      <span className={state} style={{ width: `${Math.min(100, (missed / base / whole) * 100)}%` }} />
      {line !== null && <i style={{ left: `${(line / whole) * 100}%` }} />}
    </span>
  )
}
