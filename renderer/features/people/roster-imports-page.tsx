import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { RosterImportLine } from '../../../shared/contract/people.ts'
import { useCall } from '../../api/client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { momentInTable } from '../../ui/moment-text.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { UndoDialog } from './undo-dialog.tsx'
import './people.css'

/** Every import of a roster; each can be taken back as a whole. */
export function RosterImportsPage() {
  const { data, error, refetch } = useCall('people.imports', {})
  const go = useNavigate()
  const again = <Button type="primary" onClick={() => void go('/people/import')}>导入花名册</Button>
  const [undoing, setUndoing] = useState<RosterImportLine | null>(null)
  const columns: readonly ListColumn<RosterImportLine>[] = [
    { id: 'importedAt', title: '导入时间', value: ({ importedAt }) => momentInTable(importedAt), width: 176 },
    { id: 'fileName', title: '文件', value: ({ fileName }) => fileName, width: 196 },
    { id: 'importedBy', title: '经办', value: ({ importedBy }) => importedBy, width: 130 },
    { id: 'rowsRead', title: '读到（行）', value: ({ rowsRead }) => rowsRead, width: 96, align: 'right' },
    { id: 'added', title: '新增（人）', value: ({ added }) => added, width: 96, align: 'right' },
    { id: 'updated', title: '更新（人）', value: ({ updated }) => updated, width: 96, align: 'right' },
    { id: 'skipped', title: '跳过（行）', value: ({ skipped }) => skipped, width: 96, align: 'right' },
    {
      id: 'undone', title: '撤销', sortable: false, width: 230, value: ({ undoneAt }) => (undoneAt === null ? null : `${momentInTable(undoneAt)} 已撤销`),
      cell: (line) => (line.undoneAt === null
        ? <Button size="small" aria-label={`撤销 ${line.fileName}`} onClick={() => setUndoing(line)}>撤销</Button>
        : `${momentInTable(line.undoneAt)} 已撤销`),
    },
  ]
  return (
    <>
      <PageHead title="导入记录" {...(data ? { facts: `共导入过 ${data.rows.length} 次` } : {})} actions={<><Button onClick={() => void go('/people')}>人员名单</Button>{again}</>} />
      <DataList
        name="people.imports" label="导入记录" columns={columns} rows={data?.rows} rowKey={({ id }) => id} error={error} onRetry={() => void refetch()}
        empty={<EmptyState title="还没有导入过" hint="每次导入花名册都会记在这里，可以整批撤销。">{again}</EmptyState>}
      />
      {undoing && <UndoDialog line={undoing} onClose={() => setUndoing(null)} />}
    </>
  )
}
