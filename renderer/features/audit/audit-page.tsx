import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { AuditAbout, AuditRow } from '../../../shared/contract/audit.ts'
import { call, useCall } from '../../api/client.ts'
import { ChangeTable } from '../../ui/change-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import { gatherRows } from '../../ui/list/gather-rows.ts'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { momentInTable } from '../../ui/moment-text.ts'
import { PageHead } from '../../ui/page-head.tsx'

const columns: readonly ListColumn<AuditRow>[] = [
  { id: 'at', title: '时间', value: (row) => momentInTable(row.at), width: 190, sortable: false },
  { id: 'actor', title: '谁', value: (row) => row.actorName, width: 120, sortable: false },
  { id: 'summary', title: '做了什么', value: (row) => row.summary, width: 520, sortable: false },
  { id: 'changes', title: '改动', value: (row) => (row.changes.length === 0 ? '' : `${row.changes.length} 条记录`), width: 110, sortable: false },
  { id: 'seq', title: '编号', value: (row) => row.seq, width: 90, align: 'right', sortable: false, hiddenAtFirst: true },
]

/** 操作日志: everything that was saved, by whom and when; nothing here can be changed. */
export function AuditPage() {
  const [search, setSearch] = useState('')
  const [about, setAbout] = useState<AuditAbout>('everything')
  const [open, setOpen] = useState<AuditRow | null>(null)
  const list = useInfiniteQuery({
    queryKey: ['audit.list', search, about],
    queryFn: ({ pageParam }) => call('audit.list', { search, about, before: pageParam, limit: 100 }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.more ? (last.rows.at(-1)?.seq ?? null) : null),
  })
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows), [list.data])
  const allRows = () => gatherRows<AuditRow, number | null>(null, async (before) => {
    const part = await call('audit.list', { search, before, limit: 200 })
    return { rows: part.rows, next: part.more ? (part.rows.at(-1)?.seq ?? null) : null }
  }, ({ seq }) => String(seq))
  return (
    <div className="wide">
      <PageHead title="操作日志" facts="每次保存都记在这里：谁、什么时候、改了什么。日志只增不改，每一条都锁住前一条。" actions={<VerifyButton />} />
      <DataList
        name="audit" label="操作日志" columns={columns} rows={rows} rowKey={(row) => String(row.seq)} allRows={allRows} onOpen={setOpen}
        error={list.error} onRetry={() => void list.refetch()} height="calc(100vh - 290px)"
        tools={(
          <>
            <Input.Search allowClear placeholder="搜索人名或做了什么" aria-label="搜索操作日志" style={{ width: 280 }} onSearch={(text) => setSearch(text.trim())} />
            <Segmented<AuditAbout>
              aria-label="看哪些" value={about} onChange={setAbout}
              options={[{ value: 'everything', label: '全部' }, { value: 'signIns', label: '登录' }, { value: 'changes', label: '改动' }]}
            />
          </>
        )}
        empty={search === ''
          ? <EmptyState title={about === 'signIns' ? '没有登录的记录' : '还没有记录'} hint="有人保存了什么，这里就会多一行。" />
          : <EmptyState title={`没有找到「${search}」`} hint="可以换个人名，或换一个词。" />}
      />
      {list.hasNextPage && (
        <p style={{ textAlign: 'center', marginTop: 8 }}><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>更早的记录</Button></p>
      )}
      <Drawer title={open?.summary ?? ''} open={open !== null} onClose={() => setOpen(null)} size={640}>
        {open && (
          <>
            <p style={{ color: 'var(--secondary)', marginBottom: 16 }}>{open.actorName} · {momentInTable(open.at)} · 第 {open.seq} 条</p>
            <ChangeTable changes={open.changes} />
          </>
        )}
      </Drawer>
    </div>
  )
}

/** Whether every row still locks the one before it, in words. */
function VerifyButton() {
  const [asked, setAsked] = useState(0)
  const verify = useCall('audit.verify', {}, { enabled: asked > 0 })
  const said = asked > 0 && !verify.isFetching ? verify.data : undefined
  return (
    <>
      {said && (
        <span role="status" className={said.firstBroken === null ? 'note good' : 'note bad'}>
          {said.firstBroken === null ? `${said.rows} 条记录首尾相连，没有被改动` : `从第 ${said.firstBroken} 条起对不上：日志被程序以外的手段改过，请先备份，再联系维护人员`}
        </span>
      )}
      {verify.error && <ErrorNotice error={verify.error} />}
      <Button loading={verify.isFetching} onClick={() => { setAsked(asked + 1); if (asked > 0) void verify.refetch() }}>检查日志是否完整</Button>
    </>
  )
}
