import { Button } from 'antd'
import { useState } from 'react'
import type { ActivityRow } from '../../../shared/contract/activities.ts'
import { useWrite } from '../../api/client.ts'
import { useDone } from '../../ui/use-done.ts'
import { ApproveFilings } from './filing-dialogs.tsx'

/** Approves what has been chosen in the list, as far as it waits for this person. */
export function FilingBatch({ chosen, onApproved }: { readonly chosen: readonly ActivityRow[]; readonly onApproved: (filingIds: readonly string[]) => void }) {
  const [open, setOpen] = useState(false)
  const waiting = chosen.flatMap(({ filing }) => filing.mayDecide && filing.filingId !== null ? [filing.filingId] : [])
  if (waiting.length === 0) return <span className="quiet">所选的没有等您审批的</span>
  return (
    <>
      <Button size="small" type="primary" onClick={() => setOpen(true)}>批准 {waiting.length} 个备案</Button>
      {open && <ApproveFilings filingIds={waiting} what={` ${waiting.length} 个活动`} onApproved={onApproved} onGone={() => setOpen(false)} />}
    </>
  )
}

/** What was just approved can be taken back in one go. */
export function ApprovedNotice({ filingIds, onClose }: { readonly filingIds: readonly string[]; readonly onClose: () => void }) {
  const reopen = useWrite('activities.reopenFilings')
  const { done, failed } = useDone()
  const go = () => reopen.mutate({ filingIds: [...filingIds] }, {
    onSuccess: ({ waiting }) => {
      done(`${waiting} 个备案回到待审`)
      onClose()
    },
    onError: failed,
  })
  return (
    <p className="note good notice" role="status">已批准 {filingIds.length} 个活动的备案
      <Button size="small" type="link" loading={reopen.isPending} onClick={go}>撤销</Button>
      <Button size="small" type="link" onClick={onClose}>知道了</Button>
    </p>
  )
}
