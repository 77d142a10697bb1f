import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type OutcomeFilter, type OutcomeRow, type OutcomeSort, outcomeSorts } from '../../../shared/contract/outcomes.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { outcomeGroupNames } from '../../../shared/domain/outcomes/outcome-kind.ts'
import { specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { outcomeStateNames } from '../../../shared/domain/outcomes/outcome-record.ts'
import { amountInWords, peopleInWords } from '../../../shared/domain/outcomes/outcome-words.ts'
import { call, useCall, useWrite } from '../../api/client.ts'
import { dutiesAndOutcomes } from '../../app/navigation.ts'
import { PageSwitch } from '../../app/page-switch.tsx'
import { useShortcut } from '../../app/shortcuts.ts'
import { useMay } from '../../app/standing.tsx'
import { useTerm } from '../../app/term.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn, ListSort } from '../../ui/list/list-column.ts'
import { usePagedList } from '../../ui/list/use-paged-list.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { useDone } from '../../ui/use-done.ts'
import { useSaveFile } from '../../ui/use-save-file.ts'
import { OutcomeFilters } from './outcome-filters.tsx'
import { StateTag } from './state-tag.tsx'
import { noOutcomeFilter, useOutcomeFilter } from './use-outcome-filter.ts'
import './outcomes.css'

const columns: readonly ListColumn<OutcomeRow>[] = [
  { id: 'title', title: '名称', value: ({ title }) => title, width: 210, sortable: false },
  { id: 'kind', title: '类别', value: ({ kind }) => specOf(kind).name, width: 108, sortable: false },
  { id: 'onDay', title: '日期', value: ({ onDay }) => onDay, cell: ({ onDay }) => dayInTable(onDay), kind: 'date', width: 124 },
  { id: 'people', title: '人员', value: ({ people }) => peopleInWords(people), width: 160, sortable: false },
  { id: 'studio', title: '工作室', value: ({ studioName }) => studioName, width: 150, sortable: false },
  { id: 'level', title: '级别', value: ({ levelName }) => levelName, width: 64, sortable: false },
  { id: 'quantity', title: '数量', value: ({ quantity }) => quantity, cell: (row) => amountInWords({ ...row, characters: null }), width: 64, align: 'right' },
  { id: 'evidence', title: '佐证', value: ({ evidence }) => evidence, cell: (row) => <Evidence row={row} />, width: 60, sortable: false },
  { id: 'group', title: '大类', value: ({ kind }) => outcomeGroupNames[specOf(kind).group], width: 96, sortable: false, hiddenAtFirst: true },
  { id: 'characters', title: '字数', value: ({ characters }) => characters, width: 84, align: 'right', hiddenAtFirst: true },
  { id: 'state', title: '状态', value: ({ state }) => outcomeStateNames[state], cell: ({ state }) => <StateTag state={state} />, width: 92, sortable: false },
]

/** `/outcomes`: what people do, narrowed by chips; the term is the one she works in until she asks for another. */
export function OutcomesPage() {
  const go = useNavigate()
  const mayWrite = useMay('outcomes.write')
  const { term } = useTerm()
  const [filter, setFilter, narrowed] = useOutcomeFilter(term?.key ?? null)
  const [confirmed, setConfirmed] = useState<readonly Opened[]>([])
  const [sort, setSort] = useState<ListSort | null>(null)
  const { data: choices } = useCall('outcomes.choices', {})
  const asked = { ...filter, sort: sortOf(sort) }
  const { shown, total } = usePagedList('outcomes.list', asked, ({ id }) => id)
  const { saving, save } = useSaveFile()
  const exportAll = (ids: readonly string[] | null, count: number) =>
    void save(() => call('outcomes.export', { ...asked, ids: ids && [...ids] }), `已导出 ${count} 条`)
  const add = () => void go(filter.studioId === null ? '/outcomes/new' : `/outcomes/new?studio=${filter.studioId}`)
  useShortcut('ctrl+n', add, mayWrite)

  const addButton = mayWrite && <Tooltip title="Ctrl+N"><Button type="primary" onClick={add}>登记成果</Button></Tooltip>
  return (
    <div className="wide">
      <PageHead
        title="成果与记录" beside={<PageSwitch name="职责与成果" pages={dutiesAndOutcomes} />} facts={choices && <Facts choices={choices} filter={filter} total={total} onChange={setFilter} />}
        actions={<><RecycleBin open={filter.removed} onTurn={() => setFilter({ removed: !filter.removed })} />{(total ?? 0) > 0 && <Button loading={saving} onClick={() => exportAll(null, total ?? 0)} title="这些条件下的全部记录，带各类的全部栏目">导出全部栏目</Button>}{mayWrite && <Button onClick={() => void go(`/outcomes/quick${addressOf(filter)}`)} title="同一类的许多条写在一张表里，可从 Excel 粘贴">成批登记</Button>}{addButton}</>}
      />
      {confirmed.length > 0 && <Confirmed items={confirmed} onClose={() => setConfirmed([])} />}
      <DataList
        savesViews
        name="outcomes" label="成果列表" columns={columns} {...shown} rowKey={({ id }) => id} onOpen={({ id }) => void go(`/outcomes/${id}`)}
        sort={sort} onSort={setSort} tools={<OutcomeFilters filter={filter} choices={choices} onChange={setFilter} />}
        batch={(chosen, clear) => <Batch chosen={chosen} clear={clear} onConfirmed={setConfirmed} onExport={() => exportAll(chosen.map(({ id }) => id), chosen.length)} />}
        empty={<Empty filter={filter} narrowed={narrowed} any={(choices?.total ?? 0) > 0} addButton={addButton} onChange={setFilter} />}
      />
    </div>
  )
}

/** The quick entry begins with the studio and the kind that the list is narrowed to. */
function addressOf({ studioId, kind }: OutcomeFilter): string {
  const known = new URLSearchParams({ ...(studioId === null ? {} : { studio: studioId }), ...(kind === null ? {} : { kind }) }).toString()
  return known === '' ? '' : `?${known}`
}

function RecycleBin({ open, onTurn }: { readonly open: boolean; readonly onTurn: () => void }) {
  return <Button type={open ? 'primary' : 'text'} ghost={open} aria-pressed={open} onClick={onTurn}>回收站</Button>
}

function Facts({ choices, filter, total, onChange }: {
  readonly choices: OutputOf<'outcomes.choices'>; readonly filter: OutcomeFilter; readonly total: number | undefined; readonly onChange: (change: Partial<OutcomeFilter>) => void
}) {
  return (
    <>
      共 {choices.total} 条{total !== undefined && total !== choices.total && !filter.removed && `，符合条件的 ${total} 条`}
      {choices.toConfirm > 0 && <>，<Button type="link" size="small" className="outcome-waiting" onClick={() => onChange({ ...noOutcomeFilter, state: 'submitted' })}>{choices.toConfirm} 条等您确认</Button></>}
    </>
  )
}

/** 佐证: how many files, or that one is still expected. */
function Evidence({ row: { kind, evidence } }: { readonly row: OutcomeRow }) {
  if (evidence > 0) return `${evidence} 份`
  return specOf(kind).evidence === undefined ? <span className="quiet-figure">—</span> : <span className="outcome-missing">缺</span>
}

type Opened = Pick<OutcomeRow, 'id' | 'revision'>

/** What was just confirmed can be taken back as long as nobody has changed it. */
function Confirmed({ items, onClose }: { readonly items: readonly Opened[]; readonly onClose: () => void }) {
  const takeBack = useWrite('outcomes.takeBackConfirmation')
  const { done, failed } = useDone()
  const go = () => takeBack.mutate({ items: [...items] }, {
    onSuccess: ({ waiting }) => {
      done(`${waiting} 条回到待确认`)
      onClose()
    },
    onError: failed,
  })
  return (
    <p className="note good notice" role="status">已确认 {items.length} 条
      <Button size="small" type="link" loading={takeBack.isPending} onClick={go}>撤销</Button>
      <Button size="small" type="link" onClick={onClose}>知道了</Button>
    </p>
  )
}

function Batch({ chosen, clear, onConfirmed, onExport }: {
  readonly chosen: readonly OutcomeRow[]; readonly clear: () => void; readonly onConfirmed: (items: readonly Opened[]) => void; readonly onExport: () => void
}) {
  const confirm = useWrite('outcomes.confirm')
  const { failed } = useDone()
  const waiting = chosen.filter(({ state, mayConfirm }) => state === 'submitted' && mayConfirm)
  const go = () => confirm.mutate({ items: waiting.map(({ id, revision }) => ({ id, revision })) }, {
    onSuccess: ({ confirmed }) => {
      onConfirmed(confirmed)
      clear()
    },
    onError: failed,
  })
  return (
    <>
      {waiting.length > 0 && <Button size="small" type="primary" loading={confirm.isPending} onClick={go}>确认 {waiting.length} 条</Button>}
      <Button size="small" onClick={onExport}>导出全部栏目</Button>
    </>
  )
}

function Empty({ filter, narrowed, any, addButton, onChange }: {
  readonly filter: OutcomeFilter; readonly narrowed: boolean; readonly any: boolean; readonly addButton: React.ReactNode; readonly onChange: (change: Partial<OutcomeFilter>) => void
}) {
  if (filter.removed) return <EmptyState title="回收站里没有成果" hint="移到回收站的记录会在这里，可以恢复。" />
  if (narrowed) {
    return <EmptyState title="没有符合条件的记录" hint="去掉一些条件，或换一个学期再看。"><Button onClick={() => onChange({ ...noOutcomeFilter, termKey: filter.termKey })}>去掉条件</Button></EmptyState>
  }
  if (any && filter.termKey !== null) {
    return <EmptyState title="这个学期还没有成果" hint="以前的记录在“全部时间”里。"><Button onClick={() => onChange({ termKey: null })}>看全部时间</Button>{addButton}</EmptyState>
  }
  return (
    <EmptyState title="还没有成果" hint="公开课、讲座、听课、论文、课题、读书笔记、计划和总结都记在这里，职责完成情况由此算出；活动页上也可以直接登记。">{addButton}</EmptyState>
  )
}

function sortOf(sort: ListSort | null): OutcomeSort | null {
  const id = outcomeSorts.find((known) => known === sort?.id)
  return sort && id ? { id, descending: sort.descending } : null
}
