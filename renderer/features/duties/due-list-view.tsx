import { PrinterOutlined } from '@ant-design/icons'
import { Button, Segmented, Tooltip } from 'antd'
import { useMemo, useState } from 'react'
import type { DueItem } from '../../../shared/contract/duties.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { type DueWhen, dueWhens } from '../../../shared/domain/duties/due-list.ts'
import { dueWhenNames } from '../../../shared/domain/duties/duty-words.ts'
import { useCall } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { DueSheet } from './due-sheet.tsx'
import type { AskedCell } from './duty-drawer.tsx'

const columnsFor = (manyStudios: boolean): readonly ListColumn<DueItem>[] => [
  { id: 'title', title: '事项', value: ({ title }) => title, width: 260 },
  { id: 'when', title: '期限', value: ({ when, soft }) => (soft && when === 'overdue' ? '提醒' : dueWhenNames[when]), cell: (row) => <WhenTag item={row} />, width: 120 },
  { id: 'dueOn', title: '到期', value: ({ dueOn }) => dueOn, cell: ({ dueOn }) => (dueOn === null ? '—' : dayInTable(dueOn)), kind: 'date', width: 136 },
  { id: 'subject', title: '谁', value: ({ subject }) => subject, width: 100 },
  { id: 'missing', title: '还差', value: ({ missing, unit }) => `${missing} ${unit}`, width: 88, align: 'right' },
  { id: 'periods', title: '哪一段', value: ({ periods }) => periods, width: 190 },
  ...(manyStudios ? [{ id: 'studio', title: '工作室', value: ({ studioName }: DueItem) => studioName, width: 200 }] : []),
]

/** 待办: what is still to be done, the most pressing first; each opens the records behind it. */
export function DueListView({ studioId, termKey, manyStudios, onOpen }: {
  readonly studioId: string | null
  readonly termKey: string
  readonly manyStudios: boolean
  readonly onOpen: (asked: AskedCell) => void
}) {
  const due = useCall('duties.due', { studioId })
  const [when, setWhen] = useState<DueWhen | 'all'>('all')
  const columns = useMemo(() => columnsFor(manyStudios && studioId === null), [manyStudios, studioId])
  const items = due.data?.items
  const shown = items?.filter((item) => when === 'all' || item.when === when)
  const print = () => window.print()
  useShortcut('ctrl+p', print, items !== undefined && items.length > 0)
  const count = (wanted: DueWhen) => items?.filter((item) => item.when === wanted).length ?? 0
  const tools = items && items.length > 0 && (
    <>
      <Segmented<DueWhen | 'all'>
        aria-label="期限" value={when} onChange={setWhen}
        options={[{ value: 'all' as const, label: `全部 ${items.length}` }, ...dueWhens.filter((each) => count(each) > 0).map((each) => ({ value: each, label: `${dueWhenNames[each]} ${count(each)}` }))]}
      />
      <Tooltip title="Ctrl+P"><Button icon={<PrinterOutlined aria-hidden />} onClick={print}>打印</Button></Tooltip>
    </>
  )
  return (
    <>
      {due.data?.troubles.map((trouble) => <p key={trouble} className="note warn no-print" style={{ marginBottom: 8 }}>{trouble}</p>)}
      <div className="no-print">
        <DataList
          name="due" label="待办" columns={columns} rows={shown} rowKey={({ key }) => key} tools={tools || undefined} height="calc(100vh - 300px)"
          onOpen={(item) => onOpen({ studioId: item.studioId, termKey, ref: item.ref, column: item.column })}
          rowClass={({ when: due, soft }) => (due === 'overdue' && !soft ? 'overdue' : undefined)}
          empty={items !== undefined && items.length > 0
            ? <EmptyState title="这一段没有待办" hint="换一个期限看看。"><Button onClick={() => setWhen('all')}>看全部</Button></EmptyState>
            : due.data && due.data.troubles.length > 0
              ? <EmptyState title="还算不出来" hint="先按上面说的补齐，这里就会列出规程要求的事。" />
              : <EmptyState title="没有待办" hint="规程要求的事，到今天都做了。" />}
          error={due.error} onRetry={() => void due.refetch()}
        />
      </div>
      {due.data && due.data.older > 0 && <p className="due-older no-print">另有 {due.data.older} 项是以前学期到期、一直没有做的，没有列在这里；可在「完成情况」里换学期查看。</p>}
      {due.data && shown && shown.length > 0 && <DueSheet items={shown} today={due.data.today} />}
    </>
  )
}

function WhenTag({ item: { when, soft } }: { readonly item: DueItem }) {
  if (when === 'overdue') return <span className={soft ? 'due-tag soon' : 'due-tag overdue'}>{soft ? '△ 提醒' : `✗ ${dueWhenNames.overdue}`}</span>
  return <span className={when === 'thisWeek' ? 'due-tag soon' : 'due-tag'}>{when === 'thisWeek' ? `▲ ${dueWhenNames.thisWeek}` : dueWhenNames[when]}</span>
}
