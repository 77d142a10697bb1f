import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { StudioRecord } from '../../../shared/contract/studios.ts'
import { useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Modal } from '../../ui/modal.tsx'
import { ReasonInput } from '../../ui/reason-input.tsx'
import { useDone } from '../../ui/use-done.ts'

/** Says in figures what is put away, and asks why. */
export function RemoveStudioDialog({ studio, onClose }: { readonly studio: StudioRecord; readonly onClose: () => void }) {
  const go = useNavigate()
  const { done } = useDone()
  const remove = useWrite('studios.remove')
  const [reason, setReason] = useState('')
  const save = () => remove.mutate({ id: studio.id, revision: studio.revision, reason }, {
    onSuccess: () => {
      done(`「${studio.name}」已移入回收站，可在工作室页恢复`)
      void go('/studios')
    },
  })
  return (
    <Modal
      open title="移入回收站" okText="移入回收站" cancelText="取消" okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      confirmLoading={remove.isPending} onOk={save} onCancel={onClose} width={480}
    >
      <p style={{ marginBottom: 12 }}>
        「{studio.name}」和它的 {studio.memberships.length} 段任期、{studio.cycles.length} 个周期，以及活动、经费记录都会保留，只是不再显示；主持人和成员也看不到它了。随时可以恢复。
      </p>
      <label htmlFor="remove-reason">原因</label>
      <ReasonInput id="remove-reason" autoFocus value={reason} onChange={(event) => setReason(event.target.value)} placeholder="如：周期期满、重复建立" />
      {remove.error && <div style={{ marginTop: 12 }}><ErrorNotice error={remove.error} /></div>}
    </Modal>
  )
}
