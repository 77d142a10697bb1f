import { Select } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import type { ShiftFigures } from '../../../shared/contract/shifts.ts'
import { useCall } from '../../api/client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'

/** Per person: turns with a bar, hours, places, logs, findings; for the term or one month. */
export function StatisticsView({ termKey, planId, month, onMonth }: {
  readonly termKey: string
  readonly planId: string
  readonly month: string | null
  readonly onMonth: (month: string | null) => void
}) {
  const [scope, setScope] = useState<'plan' | 'all'>('plan')
  const asked = { termKey, month, planId: scope === 'all' ? null : planId }
  const found = useCall('shifts.statistics', asked)
  return (
    <LoadingOr of={found}>
      {({ rows, months }) => (
        <Figures
          rows={rows}
          tools={(
            <>
              <Select
                aria-label="统计哪个月" style={{ width: 140 }} value={month ?? 'term'} onChange={(value) => onMonth(value === 'term' ? null : value)}
                options={[{ value: 'term', label: '整个学期' }, ...months.map((each) => ({ value: each, label: `${Number(each.slice(0, 4))}年${Number(each.slice(5))}月` }))]}
              />
              <Select aria-label="统计范围" style={{ width: 160 }} value={scope} onChange={setScope} options={[{ value: 'plan', label: '这份值班安排' }, { value: 'all', label: '全部值班安排' }]} />
            </>
          )}
        />
      )}
    </LoadingOr>
  )
}

function Figures({ rows, tools }: { readonly rows: readonly ShiftFigures[]; readonly tools: ReactNode }) {
  const columns = useMemo(() => columnsFor(Math.max(1, ...rows.map(({ times }) => times))), [rows])
  return (
    <DataList<ShiftFigures>
      name="shift-figures" label="值勤统计" columns={columns} rows={rows} rowKey={({ personId }) => personId} tools={tools}
      empty={<EmptyState title="还没有可以统计的班" hint="值班安排执行以后，这里按人统计值了几次、多少小时、写了几次记录。" />}
    />
  )
}

const columnsFor = (most: number): readonly ListColumn<ShiftFigures>[] => [
  { id: 'name', title: '姓名', value: ({ name }) => name, width: 100, sortable: false },
  { id: 'times', title: '已值（次）', value: ({ times }) => times, cell: ({ times }) => <span className="turns"><span className="turns-bar" style={{ width: `${Math.round((times / most) * 120)}px` }} aria-hidden />{times}</span>, width: 170, sortable: false },
  { id: 'hours', title: '时长（小时）', value: ({ minutes }) => Math.round(minutes / 6) / 10, width: 110, align: 'right', sortable: false },
  { id: 'off', title: '周末和放假', value: ({ timesOnDaysOff }) => timesOnDaysOff, width: 96, align: 'right', sortable: false },
  { id: 'places', title: '地点', value: ({ places }) => places.map(({ name, times }) => `${name} ${times}`).join('、'), width: 180, sortable: false },
  { id: 'logged', title: '已写记录', value: ({ logged }) => logged, width: 88, align: 'right', sortable: false },
  { id: 'unlogged', title: '没写记录', value: ({ unlogged }) => unlogged, cell: ({ unlogged }) => <span className={unlogged > 0 ? 'rota-sign missing' : ''}>{unlogged}</span>, width: 88, align: 'right', sortable: false },
  { id: 'findings', title: '发现问题', value: ({ findings }) => findings, width: 88, align: 'right', sortable: false },
  { id: 'coming', title: '还要值', value: ({ coming }) => coming, width: 80, align: 'right', sortable: false },
]
