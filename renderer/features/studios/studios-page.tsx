import { PlusOutlined } from '@ant-design/icons'
import { Button, Select, Tooltip } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { StudioRow } from '../../../shared/contract/studios.ts'
import { studioKindNames, studioKinds } from '../../../shared/domain/studios/studio-words.ts'
import { useEscape } from '../../app/escape.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { useMay } from '../../app/standing.tsx'
import { useCall, useWrite } from '../../api/client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { momentInTable } from '../../ui/moment-text.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { useDone } from '../../ui/use-done.ts'
import { CompositionPicture } from './composition-picture.tsx'
import { LimitBadge, limitWord } from './limit-badge.tsx'
import './studios.css'

const columns: readonly ListColumn<StudioRow>[] = [
  { id: 'name', title: '名称', value: ({ name }) => name, width: 240 },
  { id: 'hosts', title: '主持人', value: ({ hosts }) => hosts.join('、'), width: 110 },
  { id: 'subject', title: '学科', value: ({ subject }) => subject, width: 80 },
  { id: 'level', title: '级别', value: ({ levelName }) => levelName, width: 80 },
  { id: 'people', title: '人员', value: ({ people }) => people, cell: (row) => <CompositionPicture {...row} />, width: 200 },
  {
    id: 'limit', title: '规程核对', value: ({ limit, schemeTitle }) => (limit ? limitWord(limit.state) : schemeTitle === null ? '规程读不出' : null), width: 130,
    cell: ({ limit, schemeTitle }) => {
      if (limit) return <Tooltip title={limit.message}><span><LimitBadge state={limit.state} /></span></Tooltip>
      return schemeTitle === null ? <span className="limit bad">规程读不出</span> : <span className="limit quiet">没有规定</span>
    },
  },
  { id: 'cycle', title: '周期', value: ({ cycle }) => (cycle ? `${cycle.startsOn} 至 ${cycle.endsOn}` : null), width: 200 },
  { id: 'kind', title: '类别', value: ({ kind }) => studioKindNames[kind], width: 130, hiddenAtFirst: true },
  { id: 'schoolStage', title: '学段', value: ({ schoolStage }) => schoolStage, width: 80, hiddenAtFirst: true },
  { id: 'hostSchool', title: '所在学校', value: ({ hostSchool }) => hostSchool, width: 180, hiddenAtFirst: true },
  { id: 'scheme', title: '规程', value: ({ schemeTitle }) => schemeTitle, width: 240, hiddenAtFirst: true },
]
const binColumns: readonly ListColumn<StudioRow>[] = [
  { id: 'name', title: '名称', value: ({ name }) => name, width: 260 },
  { id: 'reason', title: '移入原因', value: ({ removedReason }) => removedReason, width: 260 },
  { id: 'at', title: '移入时间', value: ({ removedAt }) => (removedAt ? momentInTable(removedAt) : null), width: 180 },
]

interface Filter {
  readonly kind: string | null
  readonly subject: string | null
  readonly limit: string | null
}
const noFilter: Filter = { kind: null, subject: null, limit: null }

export function StudiosPage() {
  const go = useNavigate()
  const mayWrite = useMay('studios.write')
  const [bin, setBin] = useState(false)
  const [filter, setFilter] = useState(noFilter)
  const studios = useCall('studios.list', { removed: bin })
  const schemes = useCall('schemes.list', {})
  const rows = studios.data?.rows
  const shown = rows?.filter((row) =>
    (filter.kind === null || row.kind === filter.kind)
    && (filter.subject === null || row.subject === filter.subject)
    && (filter.limit === null || row.limit?.state === filter.limit))
  useShortcut('ctrl+n', () => void go('/studios/new'), mayWrite)
  useEscape(() => setBin(false), bin)

  const inBin = studios.data?.inBin ?? 0
  const facts = bin
    ? `回收站里有 ${inBin} 个工作室`
    : rows && rows.length > 0 && `${rows.length} 个工作室，${rows.reduce((sum, { people }) => sum + people, 0)} 人次在任`
  return (
    <>
      <PageHead
        title="工作室" {...(facts ? { facts } : {})}
        actions={(
          <>
            {mayWrite && (bin || inBin > 0) && <Button onClick={() => setBin(!bin)}>{bin ? '返回工作室' : `回收站（${inBin}）`}</Button>}
            {mayWrite && !bin && (
              <Tooltip title="Ctrl+N"><Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void go('/studios/new')}>新建工作室</Button></Tooltip>
            )}
          </>
        )}
      />
      {schemes.data?.damaged.map(({ fileName, message }) => <p key={fileName} className="note warn" style={{ marginBottom: 8 }}>{message}</p>)}
      {bin ? <Bin rows={rows} error={studios.error} /> : (
        <DataList
          name="studios" label="工作室名单" columns={columns} rows={shown} rowKey={({ id }) => id} onOpen={({ id }) => void go(`/studios/${id}`)}
          error={studios.error} onRetry={() => void studios.refetch()}
          tools={rows && rows.length > 0 ? <Filters rows={rows} filter={filter} onChange={setFilter} /> : undefined}
          empty={rows && rows.length > 0
            ? <EmptyState title="没有符合条件的工作室" hint="换一个条件，或清除条件再看"><Button onClick={() => setFilter(noFilter)}>清除条件</Button></EmptyState>
            : (
              <EmptyState title="还没有工作室" hint={mayWrite ? '工作室的成员、活动、经费和表格都从这里开始' : '您还没有加入任何工作室，如有疑问请联系教务处'}>
                {mayWrite && <Button type="primary" onClick={() => void go('/studios/new')}>新建工作室</Button>}
              </EmptyState>
            )}
        />
      )}
    </>
  )
}

/** Filters as chips: what is chosen is seen, and each is taken off by its own cross. */
function Filters({ rows, filter, onChange }: { readonly rows: readonly StudioRow[]; readonly filter: Filter; readonly onChange: (filter: Filter) => void }) {
  const subjects = [...new Set(rows.flatMap(({ subject }) => subject ?? []))]
  const states = [...new Set(rows.flatMap(({ limit }) => limit?.state ?? []))]
  const choice = (key: keyof Filter, label: string, options: { value: string; label: string }[]) => (
    <Select
      aria-label={label} placeholder={label} allowClear style={{ minWidth: 132 }} value={filter[key]} options={options}
      onChange={(value: string | undefined) => onChange({ ...filter, [key]: value ?? null })}
      labelRender={({ label: name }) => `${label}：${String(name)}`}
    />
  )
  return (
    <>
      {choice('kind', '类别', studioKinds.map((kind) => ({ value: kind, label: studioKindNames[kind] })))}
      {subjects.length > 0 && choice('subject', '学科', subjects.map((subject) => ({ value: subject, label: subject })))}
      {states.length > 0 && choice('limit', '规程核对', states.map((state) => ({ value: state, label: limitWord(state) })))}
    </>
  )
}

function Bin({ rows, error }: { readonly rows: readonly StudioRow[] | undefined; readonly error: Error | null }) {
  const bringBack = useWrite('studios.bringBack')
  const { done } = useDone()
  const bringBackAll = async (chosen: readonly StudioRow[], clear: () => void) => {
    for (const { id } of chosen) await bringBack.mutateAsync({ id })
    clear()
    done(`已恢复 ${chosen.length} 个工作室`)
  }
  return (
    <>
      {bringBack.error && <ErrorNotice error={bringBack.error} />}
      <DataList
        name="studios-bin" label="回收站里的工作室" columns={binColumns} rows={rows} rowKey={({ id }) => id} error={error}
        batch={(chosen, clear) => <Button size="small" onClick={() => void bringBackAll(chosen, clear).catch(() => undefined)}>恢复</Button>}
        empty={<EmptyState title="回收站是空的" hint="移入回收站的工作室会留在这里，可以恢复" />}
      />
    </>
  )
}
