import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { OutcomeRecord } from '../../../shared/contract/outcomes.ts'
import { specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Modal } from '../../ui/modal.tsx'
import { momentInTable } from '../../ui/moment-text.ts'
import { ReasonInput } from '../../ui/reason-input.tsx'
import { useDone } from '../../ui/use-done.ts'
import { StateTag } from './state-tag.tsx'

type Asking = 'return' | 'remove' | null

/** How far the record has come, and what may be done about that: confirm, return, move to the recycle bin. */
export function OutcomeStanding({ record, dirty, onChanged }: {
  readonly record: OutcomeRecord
  /** What is not saved would be confirmed unseen. */
  readonly dirty: boolean
  readonly onChanged: () => void
}) {
  const { done, failed } = useDone()
  const confirm = useWrite('outcomes.confirm')
  const [asking, setAsking] = useState<Asking>(null)
  const { state, mayConfirm, mayWrite, removedAt } = record
  const lacksEvidence = specOf(record.kind).evidence !== undefined && record.attachments.length === 0
  const go = () => confirm.mutate({ items: [{ id: record.id, revision: record.revision }] }, {
    onSuccess: () => {
      done(`已确认「${record.title}」`)
      onChanged()
    },
    onError: failed,
  })
  if (removedAt !== null) return null
  return (
    <section className="card" aria-labelledby="outcome-standing">
      <h2 id="outcome-standing">状态</h2>
      <p>
        <StateTag state={state} />
        {state === 'confirmed' && record.confirmedAt !== null && <span className="quiet-figure">　{record.confirmedBy}，{momentInTable(record.confirmedAt)}</span>}
      </p>
      {mayConfirm && state === 'submitted' && lacksEvidence && <p className="outcome-missing">还没有佐证材料，确认前请先看一看。</p>}
      {mayConfirm && state === 'submitted' && dirty && <p className="quiet-figure">有修改未保存，保存后再确认。</p>}
      <div className="outcome-after">
        {mayConfirm && state === 'submitted' && <Button type="primary" disabled={dirty} loading={confirm.isPending} onClick={go}>确认</Button>}
        {mayConfirm && (state === 'submitted' || state === 'confirmed') && <Button disabled={dirty} onClick={() => setAsking('return')}>退回</Button>}
        {mayWrite && (state !== 'confirmed' || mayConfirm) && <Button type="text" danger onClick={() => setAsking('remove')}>移到回收站</Button>}
      </div>
      {asking !== null && <ReasonDialog record={record} asking={asking} onClose={() => setAsking(null)} onChanged={onChanged} />}
    </section>
  )
}

function ReasonDialog({ record, asking, onClose, onChanged }: {
  readonly record: OutcomeRecord; readonly asking: 'return' | 'remove'; readonly onClose: () => void; readonly onChanged: () => void
}) {
  const navigate = useNavigate()
  const { done } = useDone()
  const giveBack = useWrite('outcomes.return')
  const remove = useWrite('outcomes.remove')
  const [reason, setReason] = useState('')
  const { id, revision, title } = record
  const isReturn = asking === 'return'
  const word = isReturn ? '退回' : '移到回收站'
  const go = () => {
    if (reason.trim() === '') return
    if (isReturn) {
      giveBack.mutate({ id, revision, reason }, { onSuccess: () => {
        done(`已退回「${title}」`)
        onClose()
        onChanged()
      } })
    } else {
      remove.mutate({ id, revision, reason }, { onSuccess: () => {
        done(`「${title}」已移到回收站，可在列表的「回收站」里恢复`)
        onChanged()
        void navigate('/outcomes')
      } })
    }
  }
  const { error, isPending } = isReturn ? giveBack : remove
  return (
    <Modal
      open title={`${word}「${title}」`} onCancel={onClose} width={440}
      footer={[<Button key="no" onClick={onClose}>取消</Button>, <Button key="yes" danger={!isReturn} type="primary" disabled={reason.trim() === ''} loading={isPending} onClick={go}>{word}</Button>]}
    >
      <p style={{ marginBottom: 12 }}>{isReturn ? '登记的人会看到原因，改好以后再提交。' : `${record.attachments.length} 份佐证一起移走，不再计入职责；以后可以恢复。`}</p>
      <label htmlFor="outcome-reason">原因</label>
      <ReasonInput id="outcome-reason" autoFocus value={reason} placeholder={isReturn ? '如：请附上证书的扫描件' : '如：登记重了'} onChange={(event) => setReason(event.target.value)} onPressEnter={go} />
      {error && <ErrorNotice error={error} />}
    </Modal>
  )
}
