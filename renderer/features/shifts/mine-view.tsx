import { Button, Space } from 'antd'
import { useState } from 'react'
import type { MyShift, Round } from '../../../shared/contract/shifts.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { useCall } from '../../api/client.ts'
import { useMay } from '../../app/standing.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { LogDrawer } from './log-drawer.tsx'
import { SwapForm } from './swap-form.tsx'
import { SwapList } from './swap-list.tsx'

/** What somebody has to do with: her shifts, swaps, what she has not yet written; for the office everybody's. */
export function MineView({ today }: { readonly today: string }) {
  const mayWrite = useMay('shifts.write')
  const mine = useCall('shifts.mine', {})
  const all = useCall('shifts.today', {}, { enabled: mayWrite })
  const [written, setWritten] = useState<Round | null>(null)
  return (
    <LoadingOr of={mine}>
      {({ personId, next, unlogged, swaps }) => {
        const missing = mayWrite ? (all.data?.unlogged ?? []).map((round) => ({ ...round, who: round.onDuty.map(({ name }) => name).join('、') })) : unlogged.map((shift) => ({ ...shift, who: '' }))
        return (
          <div className="mine-columns">
            <section className="card" aria-labelledby="my-logs">
              <h2 id="my-logs">还没有写的记录{missing.length > 0 ? `（${missing.length}）` : ''}</h2>
              {missing.length === 0
                ? <p className="quiet">都写好了。</p>
                : (
                  <ul className="shift-list">
                    {missing.map((round) => (
                      <li key={`${round.planId} ${round.onDay} ${round.slotKey} ${round.place}`}>
                        <span>{dayInTable(round.onDay)} {round.slotName} {round.place}<small>{round.planName}{round.who === '' ? '' : `，${round.who}`}</small></span>
                        <Button type="primary" onClick={() => setWritten(asRound(round))}>写记录</Button>
                      </li>
                    ))}
                  </ul>
                )}
            </section>
            {personId !== null && (
              <section className="card mine-next" aria-labelledby="my-next">
                <h2 id="my-next">接下来的班</h2>
                {next.length === 0 ? <p className="quiet">接下来没有您的班。</p> : <ul className="shift-list">{next.slice(0, 8).map((shift) => <NextShift key={shift.id} shift={shift} today={today} onWrite={() => setWritten(asRound(shift))} />)}</ul>}
              </section>
            )}
            <section className="card mine-swaps" aria-labelledby="my-swaps">
              <h2 id="my-swaps">换班</h2>
              <SwapList swaps={swaps} />
            </section>
            {written !== null && <LogDrawer round={written} onGone={() => setWritten(null)} />}
          </div>
        )
      }}
    </LoadingOr>
  )
}

function NextShift({ shift, today, onWrite }: { readonly shift: MyShift; readonly today: string; readonly onWrite: () => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <li className={asking ? 'with-form' : ''}>
      <span>{shift.onDay === today ? <strong>今天 </strong> : ''}{dayInTable(shift.onDay)} {shift.slotName} {shift.place}<small>{shift.from}–{shift.to}，{shift.planName}</small></span>
      <Space>
        {shift.onDay === today && <Button type={shift.logged ? 'default' : 'primary'} onClick={onWrite}>{shift.logged ? '看记录' : '写记录'}</Button>}
        {shift.swapOpen ? <span className="quiet">换班中</span> : <Button onClick={() => setAsking(true)} disabled={asking}>申请换班</Button>}
      </Space>
      {asking && <SwapForm shiftId={shift.id} onDone={() => setAsking(false)} />}
    </li>
  )
}

const asRound = ({ planId, onDay, slotKey, place }: Round): Round => ({ planId, onDay, slotKey, place })
