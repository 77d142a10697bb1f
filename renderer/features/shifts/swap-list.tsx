import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import type { ShiftSwap } from '../../../shared/contract/shifts.ts'
import { swapStateNames } from '../../../shared/domain/shifts/swap-shift.ts'
import { useWrite } from '../../api/client.ts'
import { FormField } from '../../ui/form-field.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'

/** Swaps that are not over, each with what this account may do about it. */
export function SwapList({ swaps }: { readonly swaps: readonly ShiftSwap[] }) {
  const { done, failed } = useDone()
  const [paper, setPaper] = useState<ShiftSwap | null>(null)
  const answer = useWrite('shifts.answerSwap')
  const approve = useWrite('shifts.approveSwap')
  const withdraw = useWrite('shifts.withdrawSwap')
  const told = (sentence: string) => ({ onSuccess: () => done(sentence), onError: failed })
  const answered = ({ id, revision, askedBy }: ShiftSwap, consents: boolean) =>
    answer.mutate({ id, revision, consents, answer: null, paperNote: null }, told(consents ? `已同意和${askedBy.name}换班` : `已回复${askedBy.name}：不同意`))
  if (swaps.length === 0) return <p className="quiet">没有等待处理的换班。</p>
  return (
    <>
      <ul className="shift-list">
        {swaps.map((swap) => (
          <li key={swap.id}>
            <span>
              <strong>{swap.askedBy.name}</strong> 请 <strong>{swap.withPerson.name}</strong> {swap.inExchange === null ? '代班' : '换班'}：{swap.shift.words}
              {swap.inExchange !== null && <> ⇄ {swap.inExchange.words}</>}
              <small>{swapStateNames[swap.state]}；原因：{swap.reason}</small>
            </span>
            <Space>
              {swap.mayAnswer && <><Button type="primary" onClick={() => answered(swap, true)}>同意换班</Button><Button onClick={() => answered(swap, false)}>不同意</Button></>}
              {swap.mayEnterConsent && <Button onClick={() => setPaper(swap)}>登记纸面同意</Button>}
              {swap.mayApprove && (
                <>
                  <Button type="primary" onClick={() => approve.mutate({ id: swap.id, revision: swap.revision, approves: true, answer: null }, told('已批准换班'))}>批准</Button>
                  <Button onClick={() => approve.mutate({ id: swap.id, revision: swap.revision, approves: false, answer: null }, told('没有批准换班'))}>不批准</Button>
                </>
              )}
              {swap.mayWithdraw && <Button type="text" onClick={() => withdraw.mutate({ id: swap.id, revision: swap.revision }, told('已撤回换班申请'))}>撤回</Button>}
            </Space>
          </li>
        ))}
      </ul>
      {paper !== null && <PaperConsent swap={paper} onGone={() => setPaper(null)} />}
    </>
  )
}

/** The office enters a consent that stands on paper, and says on which. */
function PaperConsent({ swap, onGone }: { readonly swap: ShiftSwap; readonly onGone: () => void }) {
  const { open, onCancel, afterClose } = useDialog(onGone)
  const [note, setNote] = useState('本人签字的换班条')
  const answer = useWrite('shifts.answerSwap')
  const { done, failed } = useDone()
  const save = () => answer.mutate({ id: swap.id, revision: swap.revision, consents: true, answer: null, paperNote: note }, {
    onSuccess: () => {
      done(`已登记${swap.withPerson.name}的同意`)
      onCancel()
    },
    onError: failed,
  })
  return (
    <Modal open={open} title={`登记${swap.withPerson.name}的纸面同意`} okText="登记" cancelText="取消" onOk={save} onCancel={onCancel} afterClose={afterClose} confirmLoading={answer.isPending}>
      <p>{swap.askedBy.name}的 {swap.shift.words} 将由{swap.withPerson.name}值班。</p>
      <FormField id="paper-note" label="依据" required fault={note.trim() === '' ? '请写明依据' : undefined}>
        <Input id="paper-note" value={note} maxLength={100} onChange={(event) => setNote(event.target.value)} onPressEnter={save} />
      </FormField>
    </Modal>
  )
}
