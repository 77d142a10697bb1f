import { Switch } from 'antd'
import { useState } from 'react'
import { useCall } from '../../api/client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FindingList } from './finding-list.tsx'
import { listHeight } from './list-height.ts'

/** 待整改: what waits for somebody, overdue ones first. */
export function FollowUpView() {
  const [all, setAll] = useState(false)
  const findings = useCall('inspections.findings', { only: all ? 'all' : 'unfinished' })
  return (
    <FindingList
      height={listHeight} name="inspectionFollowUp" label="待整改" rows={findings.data?.rows} error={findings.error} onRetry={() => void findings.refetch()}
      tools={<span className="due-rule"><Switch aria-label="也看已销号的" checked={all} onChange={setAll} />也看已销号的</span>}
      empty={<EmptyState title="没有要整改的" hint="检查里记下的问题会排在这里：答复、复查、销号，一步一步办完。" />}
    />
  )
}
