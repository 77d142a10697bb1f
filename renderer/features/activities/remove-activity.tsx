import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useDone } from '../../ui/use-done.ts'

/** Says in figures what goes to the recycle bin with the activity, and asks why. */
export function RemoveActivity({ id, revision, title, attendance, files, onClose, onRemoved }: {
  readonly id: string
  readonly revision: number
  readonly title: string
  readonly attendance: number
  readonly files: number
  readonly onClose: () => void
  readonly onRemoved: () => void
}) {
  const remove = useWrite('activities.remove')
  const { done } = useDone()
  const [reason, setReason] = useState('')
  const go = () => remove.mutate({ id, revision, reason }, {
    onSuccess: () => {
      done(`「${title}」已移到回收站，可在列表的「回收站」里恢复`)
      onRemoved()
    },
  })
  return (
    <Modal
      open title={`把「${title}」移到回收站`} onCancel={onClose} width={440}
      footer={[<Button key="no" onClick={onClose}>取消</Button>, <Button key="yes" danger type="primary" disabled={reason.trim() === ''} loading={remove.isPending} onClick={go}>移到回收站</Button>]}
    >
      <p>{attendance} 人的出勤和 {files} 个附件一起移走，不再计入合计；以后可以恢复。</p>
      <label htmlFor="remove-reason" className="field-label">原因</label>
      <Input id="remove-reason" value={reason} maxLength={100} autoFocus placeholder="如：登记重了" onChange={(event) => setReason(event.target.value)} onPressEnter={() => reason.trim() !== '' && go()} />
      {remove.error && <ErrorNotice error={remove.error} />}
    </Modal>
  )
}
