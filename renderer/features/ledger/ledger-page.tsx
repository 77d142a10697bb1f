import { Button } from 'antd'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import type { FundOverview } from '../../../shared/contract/ledger.ts'
import { formatFen, sumFen } from '../../../shared/domain/money/fen.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { useCall } from '../../api/client.ts'
import { useMay } from '../../app/standing.tsx'
import { useTerm } from '../../app/term.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import './ledger.css'

/** Every fund that may be seen, in the term of the bar. */
export function LedgerPage() {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const { term } = useTerm()
  const mayAddStudios = useMay('studios.write')
  const overview = useCall('ledger.overview', { termKey: term?.key ?? '' }, { enabled: term !== null })
  const wanted = search.get('studio')
  if (wanted) return <Navigate to={`/ledger/${wanted}`} replace />
  const funds = overview.data?.funds
  return (
    <>
      <PageHead title="经费" facts={term === null ? '还没有学期，请先在设置里登记学期' : factsOf(term.key, funds)} />
      {term !== null && (
        <DataList
          name="ledger" label="经费一览" columns={columns} rows={funds} rowKey={({ studioId }) => studioId}
          onOpen={({ studioId }) => void navigate(`/ledger/${studioId}`)}
          error={overview.error} onRetry={() => void overview.refetch()}
          empty={(
            <EmptyState title="还没有工作室" hint="每个工作室有一本经费账：拨款、支出、红字冲销和结余都记在里面。先建立工作室，再来拨款。">
              {mayAddStudios && <Button type="primary" onClick={() => void navigate('/studios')}>去建工作室</Button>}
            </EmptyState>
          )}
        />
      )}
    </>
  )
}

function factsOf(termKey: string, funds: readonly FundOverview[] | undefined): string {
  if (funds === undefined) return termName(termKey)
  const closing = sumFen(funds.map(({ closingFen }) => closingFen))
  return `${termName(termKey)}，${funds.length} 个工作室，结余共 ${formatFen(closing)} 元`
}

const columns: readonly ListColumn<FundOverview>[] = [
  { id: 'studio', title: '工作室', value: (row) => row.studioName, cell: (row) => (row.removed ? `${row.studioName}（在回收站）` : row.studioName), width: 280 },
  { id: 'opening', title: '上期结余', value: (row) => row.openingFen, cell: (row) => <MoneyText fen={row.openingFen} />, kind: 'money', align: 'right', width: 130 },
  { id: 'allotted', title: '本期拨入', value: (row) => row.allottedFen, cell: (row) => <MoneyText fen={row.allottedFen} />, kind: 'money', align: 'right', width: 130 },
  { id: 'spent', title: '本期支出', value: (row) => row.spentFen, cell: (row) => <MoneyText fen={row.spentFen} />, kind: 'money', align: 'right', width: 130 },
  { id: 'closing', title: '结余', value: (row) => row.closingFen, cell: (row) => <strong><MoneyText fen={row.closingFen} /></strong>, kind: 'money', align: 'right', width: 130 },
  { id: 'share', title: '已用（%）', value: (row) => shareOf(row), cell: (row) => <SpentBar row={row} />, width: 180 },
  { id: 'entries', title: '本期笔数', value: (row) => row.entries, align: 'right', width: 90 },
]

/** How much of what there was to spend is spent, in per cent; null when there was nothing. */
function shareOf({ openingFen, allottedFen, spentFen }: FundOverview): number | null {
  const given = openingFen + allottedFen
  return given <= 0 ? null : Math.round((spentFen * 100) / given)
}

function SpentBar({ row }: { readonly row: FundOverview }) {
  const share = shareOf(row)
  if (share === null) return <span style={{ color: 'var(--secondary)' }}>还没有拨款</span>
  const width = `${Math.max(0, Math.min(100, share))}%`
  return (
    <span className={share > 100 ? 'spent-bar over' : 'spent-bar'}>
      <span className="spent-bar-line" aria-hidden><span style={{ width }} /></span>
      <span>{share}%</span>
    </span>
  )
}
