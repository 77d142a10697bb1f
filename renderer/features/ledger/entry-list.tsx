import { Button, Select } from 'antd'
import { useMemo } from 'react'
import type { FundAccount, LedgerEntryRow } from '../../../shared/contract/ledger.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { entryKindNames } from '../../../shared/domain/ledger/ledger-words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { sideOf, signedFen } from './entry-words.ts'

/** Which of the entries are shown. */
export interface EntryFilter {
  readonly side: 'allotted' | 'spent' | null
  readonly category: string | null
}
export const everything: EntryFilter = { side: null, category: null }
const noCategory = '未填科目'

/** The running account of the term. */
export function EntryList({ account, filter, onFilter, onOpen, onReverse, onAllot }: {
  readonly account: FundAccount
  readonly filter: EntryFilter
  readonly onFilter: (filter: EntryFilter) => void
  readonly onOpen: (row: LedgerEntryRow) => void
  readonly onReverse?: (row: LedgerEntryRow) => void
  readonly onAllot?: () => void
}) {
  const { lines, byCategory } = account
  const rows = useMemo(() => lines.filter((row) =>
    (filter.side === null || sideOf(row) === filter.side) && (filter.category === null || (sideOf(row) === 'spent' && (row.category ?? noCategory) === filter.category))), [lines, filter])
  const columns = useMemo(() => (onReverse === undefined ? shownColumns : [...shownColumns, reverseColumn(onReverse)]), [onReverse])
  return (
    <DataList
      name="ledger-entries" label="经费流水" columns={columns} rows={rows} rowKey={({ id }) => id} onOpen={onOpen} height="max(220px, calc(100vh - 372px))"
      rowClass={(row) => (row.reversedByEntryNo === null ? undefined : 'entry-undone')}
      tools={lines.length > 0 && (
        <>
          <Select
            aria-label="显示哪些账" style={{ width: 140 }} value={filter.side ?? 'all'}
            onChange={(side: 'all' | 'allotted' | 'spent') => onFilter(side === 'all' ? everything : { side, category: null })}
            options={[{ value: 'all', label: '全部账' }, { value: 'allotted', label: '拨入和冲销' }, { value: 'spent', label: '支出和冲销' }]}
          />
          <Select
            aria-label="支出科目" style={{ width: 170 }} value={filter.category ?? ''} onChange={(category) => onFilter(category === '' ? everything : { side: 'spent', category })}
            options={[{ value: '', label: '全部科目' }, ...byCategory.map(({ category }) => ({ value: category ?? noCategory, label: category ?? noCategory }))]}
          />
        </>
      )}
      empty={lines.length === 0
        ? (
          <EmptyState title="本学期还没有账" hint="先拨款，再登记支出。每一笔都有编号，记错了用红字冲销，原来的记录不会消失。">
            {onAllot && <Button onClick={onAllot}>拨款</Button>}
          </EmptyState>
        )
        : (
          <EmptyState title="没有符合条件的账" hint="换一个条件，或看全部。">
            <Button onClick={() => onFilter(everything)}>看全部</Button>
          </EmptyState>
        )}
    />
  )
}

const shownColumns: readonly ListColumn<LedgerEntryRow>[] = [
  { id: 'no', title: '第几笔', value: (row) => row.entryNo, align: 'right', width: 72 },
  { id: 'day', title: '日期', value: (row) => row.happenedOn, cell: (row) => dayInTable(row.happenedOn), kind: 'date', width: 136 },
  { id: 'kind', title: '类别', value: (row) => entryKindNames[row.kind], cell: (row) => <span className={`entry-kind ${row.kind}`}>{entryKindNames[row.kind]}</span>, width: 92 },
  { id: 'summary', title: '事由', value: (row) => summaryText(row), cell: (row) => <Summary row={row} />, width: 326 },
  { id: 'category', title: '科目', value: (row) => row.category, width: 112 },
  { id: 'amount', title: '金额', value: (row) => row.amountFen, cell: (row) => <Amount row={row} />, kind: 'money', align: 'right', width: 122 },
  { id: 'balance', title: '结余', value: (row) => row.balanceFen, cell: (row) => <MoneyText fen={row.balanceFen} />, kind: 'money', align: 'right', width: 116 },
  { id: 'payee', title: '收款方', value: (row) => row.payee, width: 150, hiddenAtFirst: true },
  { id: 'invoice', title: '发票号码', value: (row) => row.invoiceNo, kind: 'text', width: 190, hiddenAtFirst: true },
  { id: 'activity', title: '活动', value: (row) => row.activityTitle, width: 160, hiddenAtFirst: true },
  { id: 'handled', title: '经手人', value: (row) => row.handledBy, width: 90, hiddenAtFirst: true },
  { id: 'approved', title: '审批人', value: (row) => row.approvedBy, width: 90, hiddenAtFirst: true },
  { id: 'note', title: '备注', value: (row) => row.note, width: 160, hiddenAtFirst: true },
]

/** Buttons of a row; the row itself opens the entry. */
function reverseColumn(onReverse: (row: LedgerEntryRow) => void): ListColumn<LedgerEntryRow> {
  return {
    id: 'reverse', title: '操作', value: () => null, sortable: false, onScreenOnly: true, width: 84,
    cell: (row) => row.kind !== 'reversal' && row.reversedByEntryNo === null && (
      <Button
        size="small" type="link" style={{ fontSize: 13, padding: 0 }} aria-label={`冲销第 ${row.entryNo} 笔`}
        onClick={(event) => {
          event.stopPropagation()
          onReverse(row)
        }}
      >冲销</Button>
    ),
  }
}

function summaryText(row: LedgerEntryRow): string {
  return row.reversedByEntryNo === null ? row.summary : `${row.summary}（已由第 ${row.reversedByEntryNo} 笔冲销）`
}

function Summary({ row }: { readonly row: LedgerEntryRow }) {
  return (
    <>
      {row.reversedByEntryNo !== null && <span className="entry-undone-note" style={{ marginLeft: 0, marginRight: 8 }}>已由第 {row.reversedByEntryNo} 笔冲销</span>}
      <span className="entry-text">{row.summary}</span>
    </>
  )
}

function Amount({ row }: { readonly row: LedgerEntryRow }) {
  const tone = row.kind === 'reversal' ? 'entry-red' : row.amountFen > 0 ? 'entry-in' : 'entry-out'
  return <span className={`money ${tone} entry-text`}>{signedFen(row.amountFen)}</span>
}
