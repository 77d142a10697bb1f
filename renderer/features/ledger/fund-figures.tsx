import { useMemo, useState } from 'react'
import type { FundAccount } from '../../../shared/contract/ledger.ts'
import { formatFen } from '../../../shared/domain/money/fen.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { colours } from '../../app/theme.ts'
import { useTerm } from '../../app/term.tsx'
import { type ChartOption, EChart } from '../../ui/charts/e-chart.tsx'
import { Modal } from '../../ui/modal.tsx'
import { MoneyFigure } from '../../ui/money-figure.tsx'
import { type EntryFilter, everything } from './entry-list.tsx'
import { sideOf } from './entry-words.ts'

const noCategory = '未填科目'
const barsShown = 5

/** 上期结余 + 本期拨入 − 本期支出 = 结余, each to be opened; beside them what the money went to. */
export function FundFigures({ account, filter, onFilter }: {
  readonly account: FundAccount
  readonly filter: EntryFilter
  readonly onFilter: (filter: EntryFilter) => void
}) {
  const [opening, setOpening] = useState(false)
  const { openingFen, netAllottedFen, netSpentFen, closingFen, lines } = account
  const count = (side: 'allotted' | 'spent') => {
    const own = lines.filter((row) => sideOf(row) === side)
    const red = own.filter(({ kind }) => kind === 'reversal').length
    return red === 0 ? `${own.length} 笔` : `${own.length - red} 笔，冲销 ${red} 笔`
  }
  const only = (side: 'allotted' | 'spent') => onFilter(filter.side === side ? everything : { side, category: null })
  return (
    <div className="fund-figures">
      <div className="fund-sum">
        <MoneyFigure label="上期结余" fen={openingFen} hint={account.earlierTerms.length === 0 ? '此前没有账' : `${account.earlierTerms.length} 个学期的账`} onOpen={() => setOpening(true)} />
        <span className="sign">+</span>
        <MoneyFigure label="本期拨入" fen={netAllottedFen} hint={count('allotted')} active={filter.side === 'allotted'} onOpen={() => only('allotted')} />
        <span className="sign">−</span>
        <MoneyFigure label="本期支出" fen={netSpentFen} hint={count('spent')} active={filter.side === 'spent' && filter.category === null} onOpen={() => only('spent')} />
        <span className="sign">=</span>
        <MoneyFigure label="结余" fen={closingFen} hint="看本学期全部账" onOpen={() => onFilter(everything)} />
      </div>
      <CategoryChart account={account} onPick={(category) => onFilter({ side: 'spent', category })} />
      {opening && <OpeningExplained account={account} onClose={() => setOpening(false)} />}
    </div>
  )
}

function CategoryChart({ account: { byCategory }, onPick }: { readonly account: FundAccount; readonly onPick: (category: string) => void }) {
  const bars = useMemo(() => byCategory.filter(({ spentFen }) => spentFen > 0).slice(0, barsShown)
    .map(({ category, spentFen }) => ({ name: category ?? noCategory, spentFen })), [byCategory])
  const option = useMemo((): ChartOption => ({
    grid: { left: 88, right: 84, top: 2, bottom: 2 },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category', inverse: true, data: bars.map(({ name }) => name), axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: colours.text, width: 80, overflow: 'truncate' },
    },
    series: [{
      type: 'bar', barWidth: 10, barMinHeight: 2, data: bars.map(({ spentFen }) => spentFen / 100),
      label: { show: true, position: 'right', color: colours.text, formatter: ({ dataIndex }) => formatFen(bars[dataIndex]?.spentFen ?? 0) },
    }],
  }), [bars])
  return (
    <section className="fund-chart" aria-label="本期支出按科目">
      <h2>支出按科目{byCategory.length > barsShown && `（前 ${barsShown} 项）`}</h2>
      {bars.length === 0
        ? <p>本学期还没有支出。登记支出后，这里显示钱用在哪些科目上。</p>
        : <EChart option={option} height="88px" label={`支出按科目：${bars.map(({ name, spentFen }) => `${name} ${formatFen(spentFen)} 元`).join('，')}`} onSelect={onPick} />}
    </section>
  )
}

/** Where the opening balance comes from: the terms before, each leading to its own account. */
function OpeningExplained({ account, onClose }: { readonly account: FundAccount; readonly onClose: () => void }) {
  const { terms, choose } = useTerm()
  return (
    <Modal open title={`上期结余 ${formatFen(account.openingFen)} 元`} footer={null} onCancel={onClose}>
      {account.earlierTerms.length === 0
        ? <p>本学期之前没有记过账，上期结余为 0.00 元。</p>
        : (
          <table className="plain-table">
            <thead><tr><th scope="col">学期</th><th scope="col" className="right">拨入</th><th scope="col" className="right">支出</th><th scope="col" className="right">期末结余</th></tr></thead>
            <tbody>
              {account.earlierTerms.map(({ termKey, netAllottedFen, netSpentFen, closingFen }) => (
                <tr key={termKey}>
                  <td>
                    {terms.some(({ key }) => key === termKey)
                      ? <button type="button" className="link-button" onClick={() => choose(termKey)}>{termName(termKey)}</button>
                      : termName(termKey)}
                  </td>
                  <td className="right">{formatFen(netAllottedFen)}</td><td className="right">{formatFen(netSpentFen)}</td><td className="right">{formatFen(closingFen)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
    </Modal>
  )
}
