import { Segmented, Spin } from 'antd'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import type { AllotmentProposal, FundAccount } from '../../../shared/contract/ledger.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Modal } from '../../ui/modal.tsx'
import { AmountAllotment } from './amount-allotment.tsx'
import { PerHeadAllotment } from './per-head-allotment.tsx'

type Rule = AllotmentProposal['rule']

/** 拨款: counted per head as the scheme says, or an amount. */
export function AllotmentModal({ account, onClose }: { readonly account: FundAccount; readonly onClose: () => void }) {
  const { studioId, termKey, studioName } = account
  const [rule, setRule] = useState<Rule | null>(null)
  const [way, setWay] = useState<'perHead' | 'amount' | null>(null)
  const proposal = useCall('ledger.proposeAllotment', { studioId, termKey, rule }, { placeholderData: keepPreviousData })
  const shown = way ?? (proposal.data?.rateFen === null ? 'amount' : 'perHead')
  return (
    <Modal open title={`给${studioName}拨款　${termName(termKey)}`} width={820} footer={null} onCancel={onClose} mask={{ closable: false }} style={{ top: 24 }}>
      <Segmented
        value={shown} onChange={setWay} style={{ marginBottom: 12 }} aria-label="怎么拨"
        options={[{ value: 'perHead', label: '按人数' }, { value: 'amount', label: '按金额' }]}
      />
      {proposal.error && <ErrorNotice error={proposal.error} onRetry={() => void proposal.refetch()} />}
      {proposal.isPending && <div style={{ padding: 48, textAlign: 'center' }}><Spin /></div>}
      {proposal.data !== undefined && (shown === 'perHead'
        ? <PerHeadAllotment account={account} proposal={proposal.data} counting={proposal.isPlaceholderData} onRule={setRule} onRecount={() => void proposal.refetch()} onClose={onClose} />
        : <AmountAllotment account={account} proposal={proposal.data} onClose={onClose} />)}
    </Modal>
  )
}
