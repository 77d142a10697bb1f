import { Select, Switch } from 'antd'
import { useState } from 'react'
import { useCall } from '../../api/client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FindingList } from './finding-list.tsx'
import { listHeight } from './list-height.ts'

/** 待整改: what waits for somebody, overdue ones first. @param termKey the term in which it was found; null: whichever */
export function FollowUpView({ termKey, onTerm }: { readonly termKey: string | null; readonly onTerm: (all: boolean) => void }) {
  const [closedToo, setClosedToo] = useState(false)
  const findings = useCall('inspections.findings', { only: closedToo ? 'all' : 'unfinished', termKey })
  return (
    <FindingList
      height={listHeight} name="inspectionFollowUp" label="待整改" rows={findings.data?.rows} error={findings.error} onRetry={() => void findings.refetch()}
      tools={<>
        <Select<string>
          aria-label="哪些学期发现的" style={{ width: 150 }} value={termKey === null ? 'all' : 'term'} onChange={(value) => onTerm(value === 'all')}
          options={[{ value: 'term', label: '这个学期发现的' }, { value: 'all', label: '全部学期' }]}
        />
        <span className="due-rule"><Switch aria-label="也看已销号的" checked={closedToo} onChange={setClosedToo} />也看已销号的</span>
      </>}
      empty={<EmptyState title={termKey === null ? '没有要整改的' : '这个学期没有要整改的'} hint="检查里记下的问题会排在这里：答复、复查、销号，一步一步办完。" />}
    />
  )
}
