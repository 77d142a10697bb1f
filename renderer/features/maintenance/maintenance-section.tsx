import { Button } from 'antd'
import { useState } from 'react'
import type { BackupRow } from '../../../shared/contract/maintenance.ts'
import { bridge } from '../../api/bridge.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { fileSizeText } from '../../ui/file-size-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { momentInTable } from '../../ui/moment-text.ts'
import { useDone } from '../../ui/use-done.ts'
import { HealthCheck } from './health-check.tsx'
import { RestoreDialog } from './restore-dialog.tsx'

const kindNames: Readonly<Record<BackupRow['kind'], string>> = { auto: '每日自动', manual: '手工', before: '升级之前', replaced: '恢复时换下的' }

/** 备份与检查 */
export function MaintenanceSection() {
  const backups = useCall('maintenance.listBackups', {})
  const backUp = useWrite('maintenance.backUpNow')
  const saveOut = useWrite('maintenance.saveBackup')
  const { done, failed } = useDone()
  const [restoring, setRestoring] = useState<BackupRow | null>(null)
  const takeOut = (row: BackupRow) => saveOut.mutate({ name: row.name }, {
    onSuccess: ({ token, name }) => void bridge.save(token, name),
    onError: failed,
  })
  const columns: readonly ListColumn<BackupRow>[] = [
    { id: 'madeAt', title: '时间', value: (row) => row.madeAt, cell: (row) => momentInTable(row.madeAt), width: 180 },
    { id: 'kind', title: '来历', value: (row) => kindNames[row.kind], width: 120 },
    { id: 'bytes', title: '大小', value: (row) => row.bytes, cell: (row) => fileSizeText(row.bytes), width: 90, align: 'right' },
    { id: 'name', title: '文件', value: (row) => row.name, width: 210, hiddenAtFirst: true },
    {
      id: 'acts', title: '操作', value: () => '', sortable: false, width: 180,
      cell: (row) => (
        <>
          <Button type="link" size="small" aria-label={`另存 ${row.name}`} onClick={() => takeOut(row)}>另存到 U 盘</Button>
          <Button type="link" size="small" danger aria-label={`恢复 ${row.name}`} onClick={() => setRestoring(row)}>恢复</Button>
        </>
      ),
    },
  ]
  return (
    <>
      <p className="section-hint">每天自动备份一次，保留最近 22 份。备份是数据库；附件和文书请连同整个资料夹一起复制。</p>
      {backups.data && <p className="section-hint">备份放在 <span className="path">{backups.data.folder}</span></p>}
      <DataList
        name="backups" label="备份列表" columns={columns} rows={backups.data?.rows} rowKey={(row) => row.name} height="260px"
        error={backups.error} onRetry={() => void backups.refetch()}
        empty={<EmptyState title="还没有备份" hint="程序打开后会自动备份，也可以现在就备份一次。" />}
        tools={(
          <Button
            type="primary" loading={backUp.isPending}
            onClick={() => backUp.mutate({}, { onSuccess: ({ bytes }) => done(`已备份并检查无误，${fileSizeText(bytes)}`), onError: failed })}
          >立即备份</Button>
        )}
      />
      <HealthCheck />
      {restoring && <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} />}
    </>
  )
}
