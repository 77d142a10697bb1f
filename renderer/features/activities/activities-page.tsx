import { Button, Segmented, Select } from 'antd'
import { useNavigate } from 'react-router'
import { activitiesInWords } from '../../../shared/domain/activities/lacks-attendance.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { assertNever } from '../../../shared/must.ts'
import { useCall } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { useTerm } from '../../app/term.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ActivityChips } from './activity-filters.tsx'
import { ActivityList } from './activity-list.tsx'
import { AttendanceTotals } from './attendance-totals.tsx'
import { PlanView } from './plan-view.tsx'
import { TermCalendar } from './term-calendar.tsx'
import { type ActivityView, useActivityFilter } from './use-activity-filter.ts'
import './activities.css'

/** `/activities`: the term's activities as a list, as a calendar of teaching weeks, and as totals of attendance. */
export function ActivitiesPage() {
  const [filter, setFilter] = useActivityFilter()
  const { term, today } = useTerm()
  const navigate = useNavigate()
  const studios = useCall('activities.studios', {})
  // Asked for as the list does without conditions, so that the two share one answer.
  const all = useCall('activities.list', { termKey: term?.key ?? '2000-1', studioId: filter.studioId, kinds: [], text: '', removed: false }, { enabled: term !== null })
  const mayAdd = studios.data?.rows.some(({ mayWrite }) => mayWrite) ?? false
  const add = (day?: string) => {
    const params = new URLSearchParams({ ...(filter.studioId === null ? {} : { studio: filter.studioId }), ...(day === undefined ? {} : { day }) })
    void navigate(`/activities/new?${params.toString()}`)
  }
  useShortcut('ctrl+n', () => add(), mayAdd)
  if (!term || today === null) {
    return (
      <>
        <PageHead title="活动与会议" />
        <EmptyState title="还没有学期" hint="活动按学期记录，请先设置学期的起止日期。"><Button onClick={() => void navigate('/settings')}>去设置</Button></EmptyState>
      </>
    )
  }
  const rows = all.data?.rows
  const facts = rows && `${termName(term.key)}，${activitiesInWords(rows, today)}`
  const studioChoice = (studios.data?.rows.length ?? 0) > 1 && (
    <Select
      aria-label="工作室" style={{ width: 220 }} allowClear placeholder="全部工作室" value={filter.studioId} onChange={(id) => setFilter({ studioId: id ?? null })}
      options={studios.data?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? []}
    />
  )
  const ofTerm = { termKey: term.key, studioId: filter.studioId }
  const view = () => {
    switch (filter.view) {
      case 'list': return <ActivityList {...ofTerm} today={today} filter={filter} onFilter={setFilter} studioChoice={studioChoice} onAdd={mayAdd ? () => add() : undefined} />
      case 'calendar': return <TermCalendar {...ofTerm} today={today} onAdd={mayAdd ? add : undefined} />
      case 'plan': return <PlanView term={term} studioId={filter.studioId} today={today} studios={studios.data?.rows ?? []} onStudio={(id) => setFilter({ studioId: id })} />
      case 'totals': return <AttendanceTotals {...ofTerm} />
      default: return assertNever(filter.view)
    }
  }
  return (
    <>
      <PageHead
        title="活动与会议" facts={facts}
        actions={mayAdd && <Button type="primary" onClick={() => add()} title="Ctrl+N">登记活动</Button>}
      />
      <div className="view-switch">
        <Segmented<ActivityView>
          aria-label="看法" value={filter.view} onChange={(next) => setFilter({ view: next })}
          options={[{ value: 'list', label: '列表' }, { value: 'calendar', label: '日历' }, { value: 'plan', label: '排期' }, { value: 'totals', label: '出勤合计' }]}
        />
        {filter.view === 'list' ? <ActivityChips filter={filter} onFilter={setFilter} /> : studioChoice}
      </div>
      {view()}
    </>
  )
}
