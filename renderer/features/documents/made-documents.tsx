import { DownloadOutlined, FolderOpenOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { MadeDocument } from '../../../shared/contract/documents.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { usePagedList } from '../../ui/list/use-paged-list.ts'
import { useFileActions } from './use-file-actions.ts'

/** Documents that were made, the newest first, of all studios or of the chosen one; Enter saves one elsewhere. */
export function MadeDocuments({ studioId }: { readonly studioId: string | null }) {
  const [onlyChosen, setOnlyChosen] = useState(false)
  const narrowed = onlyChosen && studioId !== null
  const { shown } = usePagedList('documents.list', { studioId: narrowed ? studioId : null }, ({ id }) => id)
  const { download, openFolder } = useFileActions()
  const columns: ListColumn<MadeDocument>[] = [
    { id: 'title', title: '文书', value: ({ title }) => title, width: 380 },
    { id: 'studio', title: '工作室', value: ({ studioName }) => studioName, width: 200, hiddenAtFirst: true },
    { id: 'term', title: '学期', value: ({ termKey }) => (termKey === null ? null : termName(termKey)), width: 190 },
    { id: 'madeAt', title: '生成时间', value: ({ madeAt }) => new Date(madeAt).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' }), width: 150, sortable: false },
    { id: 'madeBy', title: '制作人', value: ({ madeBy }) => madeBy, width: 110 },
    { id: 'path', title: '位置', value: ({ relativePath }) => `文书/${relativePath}`, hiddenAtFirst: true },
    {
      id: 'act', title: '操作', value: () => null, sortable: false, onScreenOnly: true,
      cell: (row) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- only keeps the row from opening too
        <span onClick={(event) => event.stopPropagation()}>
          <Button size="small" type="text" icon={<FolderOpenOutlined aria-hidden />} aria-label={`打开「${row.title}」的文件夹`} onClick={() => openFolder(row.id)}>打开文件夹</Button>
          <Button size="small" type="text" icon={<DownloadOutlined aria-hidden />} aria-label={`另存「${row.title}」`} onClick={() => download(row.id)}>另存为</Button>
        </span>
      ),
    },
  ]
  return (
    <div className="documents-made">
      <h2>已生成的文书</h2>
      <DataList
        name="documents" label="已生成的文书" columns={columns} {...shown} rowKey={({ id }) => id} onOpen={({ id }) => download(id)} height="320px"
        tools={<Checkbox checked={narrowed} disabled={studioId === null} onChange={(event) => setOnlyChosen(event.target.checked)}>只看上面选的工作室</Checkbox>}
        empty={narrowed ? <EmptyState title="这个工作室还没有生成过文书" hint="按「保存 Word」后，文件就记在这里。" /> : <EmptyState title="还没有生成过文书" hint="在上面选好表格，按「保存 Word」，文件就记在这里。" />}
      />
    </div>
  )
}
