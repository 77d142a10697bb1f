import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { useCall, useWrite } from '../../api/client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { momentInTable } from '../../ui/moment-text.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { useDone } from '../../ui/use-done.ts'
import { aboutWords } from './finding-words.ts'

/** One thing in the bin, whatever it is. */
interface Removed {
  readonly kind: 'inspection' | 'finding' | 'feedback' | 'checklist'
  readonly id: string
  readonly text: string
  readonly about: string
  readonly removedAt: string | null
  readonly removedReason: string | null
}

const kindNames = { inspection: '检查', finding: '检查发现', feedback: '反馈表', checklist: '检查清单' } as const

/** `/inspections/removed`: inspections, findings, feedback forms and checklists in the recycle bin, of every term, the last removed first. */
export function RemovedInspectionsPage() {
  const go = useNavigate()
  const { rows, error, retry } = useRemoved()
  const bringBack = useBringBack()
  const columns: readonly ListColumn<Removed>[] = [
    { id: 'kind', title: '种类', value: ({ kind }) => kindNames[kind], width: 96 },
    { id: 'text', title: '内容', value: ({ text }) => text, width: 300 },
    { id: 'about', title: '对象', value: ({ about }) => about, width: 160 },
    { id: 'removedAt', title: '移入时间', value: ({ removedAt }) => removedAt === null ? null : momentInTable(removedAt), width: 180 },
    { id: 'reason', title: '原因', value: ({ removedReason }) => removedReason, width: 220 },
    { id: 'act', title: '操作', onScreenOnly: true, value: () => null, sortable: false, width: 100, cell: (row) => <Button size="small" aria-label={`恢复${kindNames[row.kind]}：${row.text}`} onClick={() => bringBack(row)}>恢复</Button> },
  ]
  return (
    <div className="wide">
      <PageHead title="教学检查回收站" facts={rows && `${rows.length} 条`} actions={<Button onClick={() => void go('/inspections')}>教学检查</Button>} />
      <DataList
        name="inspections.removed" label="回收站里的教学检查" columns={columns} rows={rows} rowKey={({ kind, id }) => `${kind} ${id}`} error={error} onRetry={retry}
        empty={<EmptyState title="回收站里没有东西" hint="移走的检查、检查发现、反馈表和检查清单会在这里，随时可以恢复。" />}
      />
    </div>
  )
}

function useRemoved(): { readonly rows: readonly Removed[] | undefined; readonly error: Error | null; readonly retry: () => void } {
  const inspections = useCall('inspections.list', { termKey: null, removed: true })
  const findings = useCall('inspections.findings', { only: 'all', removed: true })
  const feedback = useCall('inspections.feedback', { termKey: null, removed: true })
  const checklists = useCall('inspections.removedChecklists', {})
  const asked = [inspections, findings, feedback, checklists]
  const rows = inspections.data && findings.data && feedback.data && checklists.data && [
    ...inspections.data.rows.map((row): Removed => ({ kind: 'inspection', id: row.id, text: row.title, about: row.scope ?? '', removedAt: row.removedAt, removedReason: row.removedReason })),
    ...findings.data.rows.map((row): Removed => ({ kind: 'finding', id: row.id, text: row.text, about: aboutWords(row), removedAt: row.removedAt, removedReason: row.removedReason })),
    ...feedback.data.rows.map((row): Removed => ({ kind: 'feedback', id: row.id, text: row.text, about: aboutWords({ ...row, department: null }), removedAt: row.removedAt, removedReason: row.removedReason })),
    ...checklists.data.rows.map(({ id, name, items, ...row }): Removed => ({ kind: 'checklist', id, text: name, about: `${items} 项`, ...row })),
  ].toSorted((a, b) => (b.removedAt ?? '').localeCompare(a.removedAt ?? ''))
  return { rows, error: asked.find(({ error }) => error !== null)?.error ?? null, retry: () => asked.forEach((each) => void each.refetch()) }
}

function useBringBack(): (row: Removed) => void {
  const inspection = useWrite('inspections.bringBack')
  const finding = useWrite('inspections.bringBackFinding')
  const feedback = useWrite('inspections.bringBackFeedback')
  const checklist = useWrite('inspections.bringBackChecklist')
  const { done, failed } = useDone()
  return ({ kind, id, text }) => {
    const write = { inspection, finding, feedback, checklist }[kind]
    write.mutate({ id }, { onSuccess: () => done(`已恢复${kindNames[kind]}「${text}」`), onError: failed })
  }
}
