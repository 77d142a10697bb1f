import { DownOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { RotaShiftRow, Round, ShiftPlan, ShiftPlanRow } from '../../../shared/contract/shifts.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { type RotaSpan, rotaSpan, spanOnPaper } from '../../../shared/domain/shifts/rota-span.ts'
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
import { RotaHead } from './rota-head.tsx'
import { RotaMonth } from './rota-month.tsx'
import { RotaSheet } from './rota-sheet.tsx'
import { RotaWeek } from './rota-week.tsx'
import { ShiftDrawer } from './shift-drawer.tsx'

interface Props {
  readonly plan: ShiftPlanRow
  readonly today: string
  /** The month or a day of the week that the address asks for. */
  readonly asked: { readonly month: string | null; readonly week: string | null }
  readonly onSpan: (unit: RotaSpan['unit'], at: string) => void
  readonly onEdit: () => void
}

/** The rota of one month or week: to look at, to change, to print. */
export function RotaView(props: Props) {
  const plan = useCall('shifts.plan', { id: props.plan.id })
  if (props.plan.state === 'draft') return <Draft {...props} />
  return <LoadingOr of={plan}>{(whole) => <Shown {...props} whole={whole} />}</LoadingOr>
}

function Draft({ plan, onEdit }: Props) {
  const mayWrite = useMay('shifts.write')
  return (
    <EmptyState title={`「${plan.name}」还是草稿`} hint="草稿还没有排出班次。打开它，看过预览以后执行。">
      {mayWrite && <Button type="primary" onClick={onEdit}>打开草稿</Button>}
    </EmptyState>
  )
}

function Shown({ plan, whole, today, asked, onSpan, onEdit }: Props & { readonly whole: ShiftPlan }) {
  const mayWrite = useMay('shifts.write')
  const { done, failed } = useDone()
  const ask = useAsk()
  const { save } = useSaveFile()
  const undo = useWrite('shifts.undoGeneration')
  const [opened, setOpened] = useState<RotaShiftRow | null>(null)
  const [written, setWritten] = useState<Round | null>(null)
  /** What is on the paper: the rota, or the log of one day. */
  const [paper, setPaper] = useState<'rota' | { readonly day: string }>('rota')
  const span = rotaSpan(asked, plan, today)
  const { unit, fromOn, toOn } = span
  // A week stays until the next one is there, so that the cursor has a place meanwhile.
  const rota = useCall('shifts.rota', { planId: plan.id, fromOn, toOn }, { placeholderData: (before) => (unit === 'week' && before?.days.length === 7 ? before : undefined) })
  const weekNumber = unit === 'week' ? rota.data?.days.find((each) => each.day >= fromOn && each.weekNumber !== null)?.weekNumber ?? null : null
  const turn = (by: -1 | 1) => {
    const to = by === -1 ? span.before : span.after
    if (to !== null) onSpan(unit, to)
    return to !== null
  }
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
      <RotaHead span={span} weekNumber={weekNumber} plan={plan} today={today} onSpan={onSpan}>
        {mayWrite && <Button onClick={onEdit}>修改、重新排班</Button>}
        <Button onClick={print}>{unit === 'week' ? '打印本周' : '打印本月'}</Button>
        <MenuButton items={more}>更多 <DownOutlined aria-hidden /></MenuButton>
      </RotaHead>
      <LoadingOr of={rota}>
        {({ days, shifts }) => (
          <>
            <div className="no-print">
              {unit === 'week'
                ? <RotaWeek plan={whole} days={days} shifts={shifts} today={today} onOpen={setOpened} onTurn={turn} />
                : <RotaMonth plan={whole} days={days} shifts={shifts} today={today} onOpen={setOpened} />}
            </div>
            {paper === 'rota' ? <RotaSheet plan={whole} period={spanOnPaper(span, weekNumber)} days={days} shifts={shifts} /> : <LogSheet planId={plan.id} day={paper.day} />}
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
