import { useMemo } from 'react'
import { Link } from 'react-router'
import type { ActivityRow } from '../../../shared/contract/activities.ts'
import { attendanceMarkNames, attendanceMarks } from '../../../shared/domain/activities/activity-words.ts'
import { useCall } from '../../api/client.ts'
import { useTerm } from '../../app/term.tsx'
import { type ChartOption, EChart } from '../../ui/charts/e-chart.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'

/** Attendance of the activities held so far, one bar an activity. */
export function AttendanceCard() {
  const { term } = useTerm()
  const activities = useCall('activities.list', { termKey: term?.key ?? '' }, { enabled: term !== null })
  return (
    <section className="card" aria-labelledby="attendance">
      <h2 id="attendance">出勤</h2>
      <LoadingOr of={activities}>
        {({ rows }) => {
          const held = rows.filter(({ attendance, cancelledAt }) => cancelledAt === null && attendance.expected > 0).toReversed()
          return held.length === 0 ? <p className="quiet">登记出勤以后，这里显示每次活动到了多少人。</p> : <Bars held={held} />
        }}
      </LoadingOr>
    </section>
  )
}

const shownAtMost = 12

function Bars({ held }: { readonly held: readonly ActivityRow[] }) {
  const latest = useMemo(() => held.slice(-shownAtMost), [held])
  const option = useMemo((): ChartOption => ({
    grid: { left: 4, right: 8, top: 28, bottom: 4, containLabel: true },
    legend: { top: 0, right: 0, itemWidth: 14, itemHeight: 10 },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'category', data: latest.map(({ heldOn }) => heldOn.slice(5)) },
    yAxis: { type: 'value', minInterval: 1, name: '人' },
    series: attendanceMarks.map((mark, at) => ({
      name: attendanceMarkNames[mark], type: 'bar', stack: 'all', barMaxWidth: 26, data: latest.map(({ attendance }) => attendance[mark]),
      // A pattern beside the colour, for whoever cannot tell the colours apart.
      itemStyle: at === 0 ? {} : { decal: { symbol: at === 1 ? 'triangle' : at === 2 ? 'circle' : 'rect', symbolSize: 0.7 } },
    })),
  }), [latest])
  const came = held.reduce((sum, { attendance: { present, late } }) => sum + present + late, 0)
  const expected = held.reduce((sum, { attendance }) => sum + attendance.expected, 0)
  const rate = `${((came / expected) * 100).toFixed(1)}%`
  return (
    <>
      <p>已登记 {held.length} 次，应到 {expected} 人次，实到 {came} 人次，<Link to="/activities?view=totals">出勤率 {rate}</Link></p>
      <EChart option={option} label={`每次活动的出勤，合计应到 ${expected} 人次，实到 ${came} 人次`} height="220px" />
    </>
  )
}
