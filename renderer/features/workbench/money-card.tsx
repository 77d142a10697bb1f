import { useMemo } from 'react'
import { Link } from 'react-router'
import type { FundOverview } from '../../../shared/contract/ledger.ts'
import { formatFen } from '../../../shared/domain/money/fen.ts'
import { useCall } from '../../api/client.ts'
import { useTerm } from '../../app/term.tsx'
import { type ChartOption, EChart } from '../../ui/charts/e-chart.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { MoneyText } from '../../ui/money-text.tsx'

/** Money of the term: what was there, what was spent, what is left; the picture and the figures say the same. */
export function MoneyCard() {
  const { term } = useTerm()
  const overview = useCall('ledger.overview', { termKey: term?.key ?? '' }, { enabled: term !== null })
  return (
    <section className="card" aria-labelledby="money">
      <h2 id="money">经费</h2>
      <LoadingOr of={overview}>{({ funds }) => <Funds funds={funds.filter(hasMoney)} />}</LoadingOr>
    </section>
  )
}

/** A team that is given none, or not yet, needs no bar and no row of noughts. */
function hasMoney({ openingFen, allottedFen, spentFen }: FundOverview): boolean {
  return openingFen !== 0 || allottedFen !== 0 || spentFen !== 0
}

function Funds({ funds }: { readonly funds: readonly FundOverview[] }) {
  const option = useMemo((): ChartOption => ({
    grid: { left: 8, right: 16, top: 28, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10 },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value) => `${formatFen(Math.round(Number(value) * 100))} 元` },
    xAxis: { type: 'value', axisLabel: { formatter: (value: number) => value.toLocaleString('en') } },
    yAxis: { type: 'category', inverse: true, data: funds.map(({ studioName }) => shortName(studioName)) },
    series: [
      { name: '已支出', type: 'bar', stack: 'all', barMaxWidth: 22, data: funds.map(({ spentFen }) => spentFen / 100) },
      { name: '结余', type: 'bar', stack: 'all', barMaxWidth: 22, itemStyle: { decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4] } }, data: funds.map(({ closingFen }) => Math.max(closingFen, 0) / 100) },
    ],
  }), [funds])
  const label = funds.map(({ studioName, spentFen, closingFen }) => `${studioName}已支出 ${formatFen(spentFen)} 元，结余 ${formatFen(closingFen)} 元`).join('；')
  if (funds.length === 0) return <p className="quiet">本学期还没有经费。</p>
  return (
    <>
      <EChart option={option} label={label} height={`${60 + funds.length * 44}px`} />
      <table className="figures">
        <thead><tr><th scope="col">工作室</th><th scope="col">拨入</th><th scope="col">支出</th><th scope="col">结余</th></tr></thead>
        <tbody>
          {funds.map(({ studioId, studioName, allottedFen, spentFen, closingFen }) => (
            <tr key={studioId}>
              <th scope="row"><Link to={`/ledger/${studioId}`}>{studioName}</Link></th>
              <td><MoneyText fen={allottedFen} /></td><td><MoneyText fen={spentFen} /></td><td><MoneyText fen={closingFen} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** What fits beside the bars; the table below has the full name. */
function shortName(name: string): string {
  return name.length > 8 ? `${name.slice(0, 7)}…` : name
}
