import { UploadOutlined } from '@ant-design/icons'
import { Button, Input, Select, Tag } from 'antd'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { SchemeRow } from '../../../shared/contract/schemes.ts'
import { halfWidth } from '../../../shared/domain/dates/half-width.ts'
import { schemeKindNames } from '../../../shared/domain/schemes/scheme-words.ts'
import { useMay } from '../../app/standing.tsx'
import { upload, useCall, useWrite } from '../../api/client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { useDone } from '../../ui/use-done.ts'
import { schemeAddress, stateWords } from './scheme-state.ts'
import './schemes.css'

const columns: readonly ListColumn<SchemeRow>[] = [
  { id: 'code', title: '编号', value: ({ code }) => code, width: 96 },
  { id: 'title', title: '名称', value: ({ title }) => title, width: 340 },
  { id: 'kind', title: '用于', value: ({ kind }) => schemeKindNames[kind], width: 110 },
  { id: 'level', title: '级别', value: ({ levelName }) => levelName, width: 80 },
  {
    id: 'state', title: '状态', value: (row) => stateWords(row), width: 190,
    cell: (row) => row.state === 'preset' ? '自带范本' : <Tag color={row.state === 'draft' ? 'gold' : row.state === 'inForce' ? 'green' : 'default'}>{stateWords(row)}</Tag>,
  },
  { id: 'studios', title: '遵循的工作室', value: ({ studios }) => (studios.length === 0 ? null : studios.map(({ name }) => name).join('、')), width: 200 },
  { id: 'duties', title: '职责', value: ({ duties }) => duties, align: 'right', width: 64 },
  { id: 'region', title: '地区', value: ({ region }) => region, width: 140, hiddenAtFirst: true },
]

/** 规程: the school's own and the presets. */
export function SchemesPage() {
  const go = useNavigate()
  const mayManage = useMay('schemes.manage')
  const library = useCall('schemes.library', {})
  const [filter, setFilter] = useState<{ kind?: string; level?: string; words: string }>({ words: '' })
  const rows = library.data?.rows
  const shown = rows?.filter((row) => (filter.kind === undefined || row.kind === filter.kind) && (filter.level === undefined || row.level === filter.level) && fits(row, filter.words))
  const own = rows?.filter(({ state }) => state !== 'preset').length ?? 0
  const open = (row: SchemeRow) => void go(row.state === 'draft' && mayManage ? `/schemes/drafts/${row.id ?? ''}` : schemeAddress(row))
  return (
    <>
      <PageHead
        title="规程" facts={rows && `本校规程 ${own} 份，自带范本 ${rows.length - own} 份；打开一份范本，可以复制成本校规程再改`}
        actions={mayManage && <ImportButton />}
      />
      {library.data?.damaged.map(({ fileName, message }) => <p key={fileName} className="note warn" style={{ marginBottom: 8 }}>{message}</p>)}
      <DataList
        name="schemes" label="规程列表" columns={columns} rows={shown} rowKey={({ code, version }) => `${code}@${version}`} onOpen={open}
        error={library.error} onRetry={() => void library.refetch()}
        tools={(
          <>
            <Input.Search
              aria-label="按编号、名称查找" placeholder="编号、名称" allowClear style={{ width: 200 }} value={filter.words} onChange={({ target }) => setFilter({ ...filter, words: target.value })}
            />
            <Choice label="用于" value={filter.kind} options={distinct(rows, ({ kind }) => [kind, schemeKindNames[kind]])} onChange={(kind) => setFilter({ words: filter.words, ...(filter.level === undefined ? {} : { level: filter.level }), ...(kind === undefined ? {} : { kind }) })} />
            <Choice label="级别" value={filter.level} options={distinct(rows, ({ level, levelName }) => [level, levelName])} onChange={(level) => setFilter({ words: filter.words, ...(filter.kind === undefined ? {} : { kind: filter.kind }), ...(level === undefined ? {} : { level }) })} />
          </>
        )}
        empty={(
          <EmptyState title="没有符合条件的规程" hint="换一个条件，或清除条件再看">
            <Button onClick={() => setFilter({ words: '' })}>清除条件</Button>
          </EmptyState>
        )}
      />
    </>
  )
}

function fits({ code, title }: SchemeRow, words: string): boolean {
  const line = halfWidth(`${code} ${title}`).toLowerCase()
  return halfWidth(words).toLowerCase().split(' ').every((word) => line.includes(word))
}

/** What the rows hold, each once, in their order. */
function distinct(rows: readonly SchemeRow[] | undefined, pair: (row: SchemeRow) => readonly [string, string]): { value: string; label: string }[] {
  return [...new Map((rows ?? []).map(pair))].map(([value, label]) => ({ value, label }))
}

function Choice({ label, value, options, onChange }: {
  readonly label: string; readonly value: string | undefined; readonly options: { value: string; label: string }[]; readonly onChange: (value: string | undefined) => void
}) {
  return (
    <Select
      aria-label={label} placeholder={label} allowClear style={{ minWidth: 140 }} value={value ?? null} options={options}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? undefined)} labelRender={({ label: name }) => `${label}：${String(name)}`}
    />
  )
}

function ImportButton() {
  const go = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<Error | null>(null)
  const take = useWrite('schemes.import')
  const { done, warned } = useDone()
  const read = async (file: File) => {
    setError(null)
    try {
      const { token } = await upload(file)
      const { id, title, code, renamedFrom, sameAs } = await take.mutateAsync({ file: token })
      const renamed = renamedFrom === null ? '' : `，编号 ${renamedFrom} 已有，改为 ${code}`
      if (sameAs === null) done(`已导入「${title}」，先存为草稿${renamed}`)
      else warned(`已导入「${title}」，先存为草稿${renamed}。它和「${sameAs}」的要求完全相同`)
      void go(`/schemes/drafts/${id}`)
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)))
    }
  }
  return (
    <>
      <input
        ref={input} type="file" accept=".json,application/json" hidden aria-label="规程文件" onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void read(file)
        }}
      />
      <Button icon={<UploadOutlined />} loading={take.isPending} onClick={() => input.current?.click()}>导入规程文件</Button>
      {error && <div className="scheme-import-error"><ErrorNotice error={error} /><Button size="small" type="link" onClick={() => setError(null)}>知道了</Button></div>}
    </>
  )
}
