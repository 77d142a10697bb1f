import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { InspectionRow } from '../../../shared/contract/inspections.ts'
import { inspectionFormNames, inspectionKindNames, inspectionStateNames } from '../../../shared/domain/inspections/inspection-words.ts'
import { useCall } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { useTerm } from '../../app/term.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { ChecklistsDialog } from './checklists-dialog.tsx'
import { listHeight } from './list-height.ts'
import { PlanDialog } from './plan-dialog.tsx'

const columns: readonly ListColumn<InspectionRow>[] = [
  { id: 'title', title: '名称', value: ({ title }) => title, width: 220 },
  { id: 'kind', title: '类别', value: ({ kind }) => inspectionKindNames[kind], width: 100 },
  { id: 'form', title: '方式', value: ({ form }) => inspectionFormNames[form], width: 90 },
  { id: 'startsOn', title: '开始', value: ({ startsOn }) => startsOn, kind: 'date', width: 104 },
  { id: 'endsOn', title: '结束', value: ({ endsOn }) => endsOn, kind: 'date', width: 104 },
  { id: 'findings', title: '问题', value: ({ figures }) => figures.findings, align: 'right', width: 64 },
  { id: 'open', title: '未销号', value: ({ figures }) => figures.open, align: 'right', width: 76 },
  { id: 'good', title: '好的做法', value: ({ figures }) => figures.good, align: 'right', width: 90 },
  { id: 'inspectors', title: '检查人', value: ({ inspectors }) => inspectors.map(({ name }) => name).join('、'), width: 150 },
  { id: 'state', title: '状态', value: ({ state }) => inspectionStateNames[state], cell: ({ state }) => <span className={`log-tag ${state}`}>{inspectionStateNames[state]}</span>, width: 90 },
]

/** The inspections of the term. */
export function InspectionsView({ termKey }: { readonly termKey: string }) {
  const { today } = useTerm()
  const list = useCall('inspections.list', { termKey })
  const choices = useCall('inspections.choices', {})
  const [planning, setPlanning] = useState(false)
  const [lists, setLists] = useState(false)
  const navigate = useNavigate()
  const isOffice = choices.data?.isOffice ?? false
  useShortcut('ctrl+n', () => setPlanning(true), isOffice)
  const plan = isOffice && <Button type="primary" title="Ctrl+N" onClick={() => setPlanning(true)}>安排检查</Button>
  return (
    <>
      <DataList
        height={listHeight} name="inspections" label="检查列表" columns={columns} rows={list.data?.rows} rowKey={({ id }) => id} error={list.error} onRetry={() => void list.refetch()}
        onOpen={({ id }) => void navigate(`/inspections/${id}`)}
        tools={<>{plan}{isOffice && <Button onClick={() => setLists(true)}>检查清单…</Button>}</>}
        empty={<EmptyState title="这个学期还没有检查" hint="规程要求每学期一至两次阶段性教学检查，期中一次，其余不定时。安排以后，在检查里逐条记录发现的情况。">{plan}</EmptyState>}
      />
      {planning && <PlanDialog inspection={null} checklists={choices.data?.checklists ?? []} today={today ?? ''} onClose={() => setPlanning(false)} onSaved={(id) => void navigate(`/inspections/${id}`)} />}
      {lists && <ChecklistsDialog checklists={choices.data?.checklists ?? []} onClose={() => setLists(false)} />}
    </>
  )
}
