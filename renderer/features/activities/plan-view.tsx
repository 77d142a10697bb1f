import { Select } from 'antd'
import { useState } from 'react'
import type { Term } from '../../../shared/contract/school.ts'
import { useCall } from '../../api/client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { RunningSeries } from './running-series.tsx'
import { SeriesForm } from './series-form.tsx'
import './plan-view.css'

/** 排期: the regular meetings of a term. On the left what the scheme asks for and how it is to be met, on the right the days that come of it. */
export function PlanView({ term, studioId, today, studios, onStudio }: {
  readonly term: Term
  readonly studioId: string | null
  readonly today: string
  readonly studios: readonly { readonly id: string; readonly name: string; readonly mayWrite: boolean }[]
  readonly onStudio: (id: string) => void
}) {
  const chosen = studioId ?? (studios.length === 1 ? (studios[0]?.id ?? null) : null)
  if (chosen === null) {
    return (
      <div className="card">
        <EmptyState title="先选一个工作室" hint="每个工作室的规程和作息不同，一个一个地排。">
          <Select aria-label="给哪个工作室排" style={{ width: 260 }} placeholder="选工作室" value={null} onChange={(id: string | null) => id !== null && onStudio(id)} options={studios.map(({ id, name }) => ({ value: id, label: name }))} />
        </EmptyState>
      </div>
    )
  }
  return <OfStudio key={`${chosen} ${term.key}`} term={term} studioId={chosen} today={today} />
}

function OfStudio({ term, studioId, today }: { readonly term: Term; readonly studioId: string; readonly today: string }) {
  const series = useCall('activities.series', { studioId, termKey: term.key })
  const [planned, setPlanned] = useState(0)
  return (
    <LoadingOr of={series}>
      {({ rows, wishes, mayWrite }) => (
        <div className="plan">
          <RunningSeries rows={rows} mayWrite={mayWrite} today={today} />
          {mayWrite
            ? <SeriesForm key={planned} term={term} studioId={studioId} today={today} wishes={wishes} planned={rows} onPlanned={() => void series.refetch().then(() => setPlanned((count) => count + 1))} />
            : rows.length === 0 && <div className="card"><EmptyState title="这个学期还没有排系列活动" hint="教务处或主持人排好以后，这里看得到哪天开会。" /></div>}
        </div>
      )}
    </LoadingOr>
  )
}
