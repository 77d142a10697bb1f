import { Button } from 'antd'
import type { LedgerEntryRow } from '../../../shared/contract/ledger.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { entryKindNames } from '../../../shared/domain/ledger/ledger-words.ts'
import { capitalAmount } from '../../../shared/domain/money/capital-amount.ts'
import { formatFen } from '../../../shared/domain/money/fen.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { useCall } from '../../api/client.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { RecordHistory } from '../../ui/record-history.tsx'
import { signedFen } from './entry-words.ts'

/** One entry with everything that was recorded; for an allotment per head also who was counted. */
export function EntryDrawer({ row, onClose, onReverse }: { readonly row: LedgerEntryRow; readonly onClose: () => void; readonly onReverse?: () => void }) {
  const facts: readonly (readonly [string, string | null])[] = [
    ['日期', dayInText(row.happenedOn)],
    ['学期', termName(row.termKey)],
    ['金额', `${signedFen(row.amountFen)} 元（${capitalAmount(Math.abs(row.amountFen))}）`],
    ['记后结余', `${formatFen(row.balanceFen)} 元`],
    ['事由', row.summary],
    ['科目', row.category],
    ['收款方', row.payee],
    ['发票代码', row.invoiceCode],
    ['发票号码', row.invoiceNo],
    ['活动', row.activityTitle],
    ['经手人', row.handledBy],
    ['证明人', row.witnessedBy],
    ['审批人', row.approvedBy],
    ['备注', row.note],
    ['记账', `${row.postedBy}，${new Date(row.postedAt).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' })}`],
  ]
  const canReverse = onReverse !== undefined && row.kind !== 'reversal' && row.reversedByEntryNo === null
  return (
    <Drawer
      open title={`第 ${row.entryNo} 笔　${entryKindNames[row.kind]}`} size={480} onClose={onClose}
      footer={canReverse && <div className="form-foot"><span className="grow" /><Button danger onClick={onReverse}>冲销这一笔</Button></div>}
    >
      {row.reversedByEntryNo !== null && <p className="note bad" style={{ marginBottom: 12 }}>已由第 {row.reversedByEntryNo} 笔冲销，不再计入结余。</p>}
      {row.reversesEntryNo !== null && <p className="note info" style={{ marginBottom: 12 }}>冲销的是第 {row.reversesEntryNo} 笔。</p>}
      <dl className="facts">
        {facts.filter(([, value]) => value !== null).map(([name, value]) => [<dt key={`${name}:`}>{name}</dt>, <dd key={name}>{value}</dd>])}
      </dl>
      {row.countedPeople !== null && <CountedPeople entryId={row.id} />}
      <RecordHistory kind="ledgerEntry" id={row.id} as="section" />
    </Drawer>
  )
}

function CountedPeople({ entryId }: { readonly entryId: string }) {
  const counted = useCall('ledger.counted', { entryId })
  return (
    <section style={{ marginTop: 16 }} aria-label="计入的人">
      <LoadingOr of={counted}>
        {({ countingOn, rateFen, people }) => (
          <>
            <p style={{ marginBottom: 8 }}>按 {dayInText(countingOn)}在任的人计数：{people.length} 人 × {formatFen(rateFen)} 元</p>
            <table className="plain-table">
              <thead><tr><th scope="col">姓名</th><th scope="col">身份</th></tr></thead>
              <tbody>{people.map(({ personId, personName, roleName }) => <tr key={personId}><td>{personName}</td><td>{roleName}</td></tr>)}</tbody>
            </table>
          </>
        )}
      </LoadingOr>
    </section>
  )
}
