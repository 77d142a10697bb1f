import { DownOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { RotaShiftRow, Round, ShiftPlan, ShiftPlanRow } from '../../../shared/contract/shifts.ts'
import { daysInMonth } from '../../../shared/domain/dates/day.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { call, useCall, useWrite } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { useMay } from '../../app/standing.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { useAsk } from '../../ui/use-ask.ts'
import { useDone } from '../../ui/use-done.ts'
import { useSaveFile } from '../../ui/use-save-file.ts'
import { LogDrawer } from './log-drawer.tsx'
import { LogSheet } from './log-sheet.tsx'
import { RotaGrid } from './rota-grid.tsx'
import { RotaSheet } from './rota-sheet.tsx'
import { ShiftDrawer } from './shift-drawer.tsx'

interface Props {
  readonly plan: ShiftPlanRow
  readonly today: string
  readonly month: string | null
  readonly onMonth: (month: string) => void
  readonly onEdit: () => void
}

/** The rota of one month: to look at, to change, to print. */
export function RotaView(props: Props) {
  const plan = useCall('shifts.plan', { id: props.plan.id })
  if (props.plan.state === 'draft') return <Draft {...props} />
  return <LoadingOr of={plan}>{(whole) => <Month {...props} whole={whole} />}</LoadingOr>
}

function Draft({ plan, onEdit }: Props) {
  const mayWrite = useMay('shifts.write')
  return (
    <EmptyState title={`「${plan.name}」还是草稿`} hint="草稿还没有排出班次。打开它，看过预览以后执行。">
      {mayWrite && <Button type="primary" onClick={onEdit}>打开草稿</Button>}
    </EmptyState>
  )
}

function Month({ plan, whole, today, month, onMonth, onEdit }: Props & { readonly whole: ShiftPlan }) {
  const mayWrite = useMay('shifts.write')
  const { done, failed } = useDone()
  const ask = useAsk()
  const { save } = useSaveFile()
  const undo = useWrite('shifts.undoGeneration')
  const [opened, setOpened] = useState<RotaShiftRow | null>(null)
  const [written, setWritten] = useState<Round | null>(null)
  /** What is on the paper: the month, or the log of one day. */
  const [paper, setPaper] = useState<'rota' | { readonly day: string }>('rota')
  const shown = month ?? clampMonth(today, plan)
  const { fromOn, toOn } = daysOf(shown, plan)
  const rota = useCall('shifts.rota', { planId: plan.id, fromOn, toOn })
  const print = () => {
    setPaper('rota')
    setTimeout(() => window.print(), 50)
  }
  useShortcut('ctrl+p', print)
  const takeBack = () => ask({
    title: whole.undoable?.isFirst ? '撤销执行，回到草稿？' : '撤销最近一次重新排班？',
    content: whole.undoable?.isFirst ? '排出的班次都会撤回，可以修改后再执行。' : `从 ${whole.undoable?.fromOn} 起恢复成重新排班以前的样子。`,
    yes: '撤销', no: '不撤销',
    onYes: () => undo.mutate({ id: plan.id }, { onSuccess: () => done('已撤销排班'), onError: failed }),
  })
  const more = [
    { key: 'excel', label: '导出 Excel', onClick: () => void save(() => call('shifts.exportRota', { planId: plan.id, fromOn, toOn }), '已导出值班表') },
    ...(mayWrite && whole.undoable !== null ? [{ key: 'undo', label: whole.undoable.isFirst ? '撤销执行' : '撤销重新排班', onClick: takeBack }] : []),
  ]
  return (
    <>
      <div className="rota-head no-print">
        <Button icon={<LeftOutlined aria-hidden />} aria-label="上个月" disabled={shown <= plan.fromOn.slice(0, 7)} onClick={() => onMonth(shiftMonth(shown, -1))} />
        <strong>{Number(shown.slice(0, 4))}年{Number(shown.slice(5))}月</strong>
        <Button icon={<RightOutlined aria-hidden />} aria-label="下个月" disabled={shown >= plan.toOn.slice(0, 7)} onClick={() => onMonth(shiftMonth(shown, 1))} />
        <Legend />
        {mayWrite && <Button onClick={onEdit}>修改、重新排班</Button>}
        <Button onClick={print}>打印本月</Button>
        <MenuButton items={more}>更多 <DownOutlined aria-hidden /></MenuButton>
      </div>
      <LoadingOr of={rota}>
        {({ days, shifts }) => (
          <>
            <div className="no-print"><RotaGrid plan={whole} days={days} shifts={shifts} today={today} onOpen={setOpened} /></div>
            {paper === 'rota' ? <RotaSheet plan={whole} month={shown} days={days} shifts={shifts} /> : <LogSheet planId={plan.id} day={paper.day} />}
            {opened !== null && (
              <ShiftDrawer
                plan={whole} shift={shifts.find(({ id }) => id === opened.id) ?? opened} today={today} onGone={() => setOpened(null)}
                onWrite={({ planId, onDay, slotKey, place }) => setWritten({ planId, onDay, slotKey, place })}
                onPrintDay={(day) => {
                  setOpened(null)
                  setPaper({ day })
                }}
              />
            )}
          </>
        )}
      </LoadingOr>
      {paper !== 'rota' && <p className="note info no-print rota-paper">已备好 {dayInText(paper.day)} 的值勤记录单。<Button size="small" onClick={() => window.print()}>打印记录单</Button> <Button size="small" onClick={() => setPaper('rota')}>不打印了</Button></p>}
      {written !== null && <LogDrawer round={written} onGone={() => setWritten(null)} />}
    </>
  )
}

function Legend() {
  return (
    <ul className="rota-legend" aria-label="图例">
      <li><span className="rota-sign done" aria-hidden>✓</span>已写记录</li>
      <li><span className="rota-sign missing" aria-hidden>○</span>还没写</li>
      <li><span className="rota-sign" aria-hidden>⇄</span>改派或换班</li>
    </ul>
  )
}

function clampMonth(today: string, { fromOn, toOn }: ShiftPlanRow): string {
  const day = today < fromOn ? fromOn : today > toOn ? toOn : today
  return day.slice(0, 7)
}

/** The days of the month that the plan covers. */
function daysOf(month: string, plan: ShiftPlanRow): { readonly fromOn: string; readonly toOn: string } {
  const last = `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`
  return { fromOn: `${month}-01` < plan.fromOn ? plan.fromOn : `${month}-01`, toOn: last > plan.toOn ? plan.toOn : last }
}

function shiftMonth(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}
