import { DownOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { FundAccount, LedgerEntryRow } from '../../../shared/contract/ledger.ts'
import { formatFen } from '../../../shared/domain/money/fen.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { call, useCall } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { useMay } from '../../app/standing.tsx'
import { useTerm } from '../../app/term.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useSaveFile } from '../../ui/use-save-file.ts'
import { AllotmentModal } from './allotment-modal.tsx'
import { EntryDrawer } from './entry-drawer.tsx'
import { EntryList, type EntryFilter, everything } from './entry-list.tsx'
import { ExpenseDrawer } from './expense-drawer.tsx'
import { FundFigures } from './fund-figures.tsx'
import { ReversalModal } from './reversal-modal.tsx'
import './ledger.css'

type Task = { readonly does: 'spend' | 'allot' } | { readonly does: 'look' | 'reverse'; readonly row: LedgerEntryRow }

/** The account of one studio in the term of the bar. */
export function FundPage() {
  const { studioId = '' } = useParams()
  const { term } = useTerm()
  const account = useCall('ledger.account', { studioId, termKey: term?.key ?? '' }, { enabled: term !== null })
  if (term === null) return <PageHead title="经费" facts="还没有学期，请先在设置里登记学期" />
  return (
    <>
      {account.data === undefined && <PageHead title="经费" facts={termName(term.key)} />}
      <LoadingOr of={account}>{(data) => <Account key={`${studioId} ${term.key}`} account={data} />}</LoadingOr>
    </>
  )
}

function Account({ account }: { readonly account: FundAccount }) {
  const { studioId, studioName, termKey, closingFen, lines } = account
  const mayWrite = useMay('ledger.write')
  const mayPrint = useMay('documents.make')
  const navigate = useNavigate()
  const { saving, save } = useSaveFile()
  const [task, setTask] = useState<Task | null>(null)
  const [filter, setFilter] = useState<EntryFilter>(everything)
  const close = () => setTask(null)
  const exportSheet = () => void save(() => call('ledger.export', { studioId, termKey }), '已导出本学期经费明细')
  const print = () => void navigate(`/documents?form=fund-statement&studio=${studioId}`)
  useShortcut('ctrl+n', () => setTask({ does: 'spend' }), mayWrite && task === null)
  useShortcut('ctrl+p', print, mayPrint && task === null)
  return (
    <>
      <PageHead
        title={`${studioName}的经费`}
        facts={`${termName(termKey)}，${lines.length} 笔，结余 ${formatFen(closingFen)} 元`}
        actions={(
          <>
            <MenuButton
              loading={saving} icon={<DownOutlined aria-hidden />} iconPlacement="end"
              items={[
                { key: 'export', label: '导出 Excel', onClick: exportSheet },
                ...(mayPrint ? [{ key: 'print', label: '打印明细表（Ctrl+P）', onClick: print }] : []),
                { key: 'all', label: '所有工作室的经费（Esc）', onClick: () => void navigate('/ledger') },
              ]}
            >
              更多
            </MenuButton>
            {mayWrite && <Button onClick={() => setTask({ does: 'allot' })}>拨款</Button>}
            {mayWrite && <Tooltip title="Ctrl+N"><Button type="primary" onClick={() => setTask({ does: 'spend' })}>登记支出</Button></Tooltip>}
          </>
        )}
      />
      <FundFigures account={account} filter={filter} onFilter={setFilter} />
      <EntryList
        account={account} filter={filter} onFilter={setFilter} onOpen={(row) => setTask({ does: 'look', row })}
        {...(mayWrite ? { onReverse: (row: LedgerEntryRow) => setTask({ does: 'reverse', row }), onAllot: () => setTask({ does: 'allot' }) } : {})}
      />
      {task?.does === 'spend' && <ExpenseDrawer account={account} onClose={close} />}
      {task?.does === 'allot' && <AllotmentModal account={account} onClose={close} />}
      {task?.does === 'reverse' && <ReversalModal account={account} row={task.row} onClose={close} />}
      {task?.does === 'look' && (
        <EntryDrawer row={task.row} onClose={close} {...(mayWrite ? { onReverse: () => setTask({ does: 'reverse', row: task.row }) } : {})} />
      )}
    </>
  )
}
