import { PrinterOutlined } from '@ant-design/icons'
import { Button, Space, Tooltip } from 'antd'
import { useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { Link } from 'react-router'
import type { DueItem } from '../../../shared/contract/duties.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { dueWhenNames } from '../../../shared/domain/duties/duty-words.ts'
import { useCall } from '../../api/client.ts'
import { useMay } from '../../app/standing.tsx'
import { useShortcut } from '../../app/shortcuts.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FulfilButton } from '../../ui/fulfil-button.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import { useWays } from '../../ui/use-ways.ts'
import { type DueFilter, DueFilters, isAskedFor, WhenFilter } from './due-filters.tsx'
import { DueSheet, type SheetsFor } from './due-sheet.tsx'
import type { AskedCell } from './duty-drawer.tsx'
import { WhenTag } from './when-tag.tsx'

const columnsFor = (manyStudios: boolean, mayFulfil: boolean): readonly ListColumn<DueItem>[] => [
  { id: 'title', title: '事项', value: ({ title }) => title, width: 184 },
  { id: 'when', title: '期限', value: ({ when, soft }) => (soft && when === 'overdue' ? '提醒' : dueWhenNames[when]), cell: (row) => <WhenTag item={row} />, width: 116 },
  { id: 'dueOn', title: '到期', value: ({ dueOn }) => dueOn, cell: ({ dueOn, when }) => (dueOn !== null ? dayInTable(dueOn) : when === 'unset' ? '第二学期未设置' : '—'), kind: 'date', width: 122 },
  { id: 'subject', title: '谁', value: ({ subject }) => subject, width: 80 },
  { id: 'missing', title: '还差', value: ({ missing, unit }) => `${missing} ${unit}`, width: 76, align: 'right' },
  ...(mayFulfil ? [{ id: 'fulfil', title: '去做', value: () => null, cell: (row: DueItem) => <FulfilButton toFulfil={row} />, onScreenOnly: true, sortable: false, width: 200 }] : []),
  { id: 'periods', title: '哪一段', value: ({ periods }) => periods, width: 142 },
  ...(manyStudios ? [{ id: 'studio', title: '工作室', value: ({ studioName }: DueItem) => studioName, width: 160 }] : []),
]

/** What is due by the school year has no day while its second term is not set up; whoever may is one press away from it. */
function UnsetTerm({ count }: { readonly count: number }) {
  const mayManage = useMay('terms.manage')
  if (count === 0) return null
  return (
    <p className="due-unset no-print">
      {count} 项期限待定（学年第二学期尚未设置）{mayManage ? <Link to="/settings#calendar">去设置学期</Link> : '，请教务处设置'}
    </p>
  )
}

/** 待办: what is still to be done, the most pressing first; each is one press from its form, and opens the records behind it. */
export function DueListView({ studioId, termKey, manyStudios, filter, onFilter, onOpen }: {
  readonly studioId: string | null
  readonly termKey: string
  readonly manyStudios: boolean
  readonly filter: DueFilter
  readonly onFilter: (change: Partial<DueFilter>) => void
  readonly onOpen: (asked: AskedCell) => void
}) {
  const due = useCall('duties.due', { studioId })
  const [sheetsFor, setSheetsFor] = useState<SheetsFor>('studio')
  const waysOf = useWays()
  const items = due.data?.items
  // Whoever only looks on needs no empty column of buttons.
  const mayFulfil = items === undefined || items.some((item) => (waysOf(item) ?? []).length > 0)
  const columns = useMemo(() => columnsFor(manyStudios && studioId === null, mayFulfil), [manyStudios, studioId, mayFulfil])
  const shown = items?.filter((item) => isAskedFor(item, filter))
  const print = (sheets: SheetsFor) => {
    flushSync(() => setSheetsFor(sheets))
    window.print()
  }
  useShortcut('ctrl+p', () => print('studio'), shown !== undefined && shown.length > 0)
  const tools = due.data && items && items.length > 0 && (
    <>
      <WhenFilter items={items} filter={filter} onChange={onFilter} />
      <Space.Compact>
        <Tooltip title="Ctrl+P"><Button icon={<PrinterOutlined aria-hidden />} onClick={() => print('studio')}>打印</Button></Tooltip>
        {!due.data.ownOnly && <MenuButton aria-label="打印的分法" items={[{ key: 'person', label: '每人一张', onClick: () => print('person') }]}>…</MenuButton>}
      </Space.Compact>
    </>
  )
  return (
    <>
      {due.data && items && items.length > 0 && (
        <div className="due-filters no-print">
          <DueFilters items={items} filter={filter} ownOnly={due.data.ownOnly} onChange={onFilter} />
        </div>
      )}
      {due.data?.troubles.map((trouble) => <p key={trouble} className="note warn no-print" style={{ marginBottom: 8 }}>{trouble}</p>)}
      {items && <UnsetTerm count={items.filter(({ when }) => when === 'unset').length} />}
      <div className="no-print">
        <DataList
          name="due" label="待办" columns={columns} rows={shown} rowKey={({ key }) => key} tools={tools || undefined} height="calc(100vh - 300px)"
          onOpen={(item) => onOpen({ studioId: item.studioId, termKey, ref: item.ref, column: item.column })}
          rowClass={({ when, soft }) => (when === 'overdue' && !soft ? 'overdue' : undefined)}
          empty={items !== undefined && items.length > 0
            ? <EmptyState title="没有符合条件的待办" hint="换一个人、一周或期限看看。"><Button onClick={() => onFilter({ column: null, week: null, when: null })}>看全部</Button></EmptyState>
            : due.data && due.data.troubles.length > 0
              ? <EmptyState title="还算不出来" hint="先按上面说的补齐，这里就会列出规程要求的事。" />
              : <EmptyState title="没有待办" hint="规程要求的事，到今天都做了。" />}
          error={due.error} onRetry={() => void due.refetch()}
        />
      </div>
      {due.data && due.data.older > 0 && <p className="due-older no-print">另有 {due.data.older} 项是以前学期到期、一直没有做的，没有列在这里；可在「完成情况」里换学期查看。</p>}
      {due.data && shown && shown.length > 0 && <DueSheet items={shown} today={due.data.today} sheetsFor={sheetsFor} />}
    </>
  )
}
