import { Button, Segmented, Select, Tooltip } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { ShiftPlanRow } from '../../../shared/contract/shifts.ts'
import { planStateNames } from '../../../shared/domain/shifts/shift-plan.ts'
import { useCall } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { useMay, useStanding } from '../../app/standing.tsx'
import { useTerm } from '../../app/term.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { MineView } from './mine-view.tsx'
import { PlanDrawer } from './plan-drawer.tsx'
import { RotaView } from './rota-view.tsx'
import { StatisticsView } from './statistics-view.tsx'
import { type ShiftsView, useShiftsAddress } from './use-shifts-address.ts'
import './shifts.css'

/** `/shifts`: who is on duty when, swaps, what was seen, figures. */
export function ShiftsPage() {
  const { term, today } = useTerm()
  const { me } = useStanding()
  const mayWrite = useMay('shifts.write')
  const mayOwn = useMay('shifts.own')
  const navigate = useNavigate()
  const [address, setAddress] = useShiftsAddress(mayOwn && !mayWrite ? 'mine' : 'rota')
  /** The plan in the wizard: its id, or null for a new one. */
  const [edited, setEdited] = useState<{ readonly id: string | null } | null>(null)
  const plans = useCall('shifts.plans', { termKey: term?.key ?? '' }, { enabled: term !== null })
  const begin = () => setEdited({ id: null })
  useShortcut('ctrl+n', begin, mayWrite && term !== null && edited === null)
  const rows = plans.data?.rows ?? []
  const plan = rows.find(({ id }) => id === address.planId) ?? planOfToday(rows, today)
  const add = mayWrite && <Tooltip title="Ctrl+N"><Button type="primary" onClick={begin}>新建值班安排</Button></Tooltip>

  if (term === null || today === null) {
    return <><PageHead title="值勤" /><EmptyState title="还没有学期" hint="值勤按学期安排，请先设置学期的起止日期。"><Button onClick={() => void navigate('/settings')}>去设置</Button></EmptyState></>
  }
  return (
    <div className="wide">
      <div className="no-print"><PageHead title="值勤" facts="谁在哪一天值班、换班、当天看到了什么" actions={add} /></div>
      <LoadingOr of={plans}>
        {() => rows.length === 0
          ? <EmptyState title="本学期还没有值班安排" hint={mayWrite ? '选好人员、地点和日子，程序按轮流的规则排出值班表，自动跳过放假的日子。' : '教务处排好值班表后，这里会列出您的值班。'}>{mayWrite && <Button onClick={begin}>排一份值班表</Button>}</EmptyState>
          : plan && (
            <>
              <div className="view-switch no-print">
                <Segmented<ShiftsView>
                  aria-label="看法" value={address.view} onChange={(view) => setAddress({ view })}
                  options={[{ value: 'rota', label: '值班表' }, ...(mayOwn ? [{ value: 'mine' as const, label: me.personId === null ? '换班与补记' : '我的值勤' }] : []), { value: 'statistics', label: '统计' }]}
                />
                {address.view !== 'mine' && (
                  <Select
                    aria-label="值班安排" style={{ width: 280 }} value={plan.id} onChange={(planId) => setAddress({ planId, month: null, week: null })}
                    options={rows.map(({ id, name, state }) => ({ value: id, label: state === 'draft' ? `${name}（${planStateNames.draft}）` : name }))}
                  />
                )}
              </div>
              {address.view === 'rota' && (
                <RotaView key={plan.id} plan={plan} today={today} asked={address} onSpan={(unit, at) => setAddress({ month: unit === 'month' ? at : null, week: unit === 'week' ? at : null })} onEdit={() => setEdited({ id: plan.id })} />
              )}
              {address.view === 'mine' && <MineView today={today} />}
              {address.view === 'statistics' && <StatisticsView termKey={term.key} planId={plan.id} month={address.month} onMonth={(month) => setAddress({ month })} />}
            </>
          )}
      </LoadingOr>
      {edited !== null && (
        <PlanDrawer key={edited.id ?? 'new'} id={edited.id} term={term} today={today} onGone={() => setEdited(null)} onMade={(planId) => setAddress({ view: 'rota', planId, month: null, week: null })} />
      )}
    </div>
  )
}

/** What is in force today, else what is in force at all, else whatever there is. */
function planOfToday(rows: readonly ShiftPlanRow[], today: string | null): ShiftPlanRow | undefined {
  const inForce = rows.filter(({ state }) => state === 'inForce')
  return inForce.find(({ fromOn, toOn }) => today !== null && fromOn <= today && today <= toOn) ?? inForce[0] ?? rows[0]
}
