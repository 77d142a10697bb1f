import type { DutyState } from '../../shared/domain/duties/duty-line.ts'
import type { DutyShare } from '../../shared/domain/duties/duty-share.ts'
import { stateMarks } from './duty-marks.ts'
import './duty-bar.css'

/** The shape of a state; the word stands beside it. */
export function DutyMark({ state }: { readonly state: DutyState }) {
  return <b className={`duty-mark ${state}`} aria-hidden>{stateMarks[state]}</b>
}

/** The length says how much is done, colour and a line below in which state; the figure beside it says both to whoever does not see it. */
export function DutyBar({ done, needed, state }: { readonly done: number; readonly needed: number; readonly state: DutyState }) {
  return (
    <svg className={`duty-bar ${state}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
      <rect className="rest" width={100} height={10} />
      <rect className="part" width={needed === 0 ? 0 : (100 * Math.min(done, needed)) / needed} height={10} />
      {state === 'overdue' && <path d="M0 9.5 H100" vectorEffect="non-scaling-stroke" />}
    </svg>
  )
}

/** How much of what is asked is done. */
export function ShareBar({ share: { asked, done, overdue } }: { readonly share: DutyShare }) {
  return <DutyBar done={done} needed={asked} state={overdue > 0 ? 'overdue' : done === asked ? 'done' : 'inProgress'} />
}
