import { useState } from 'react'
import type { SchemePage } from '../../../shared/contract/schemes.ts'
import { useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Modal } from '../../ui/modal.tsx'
import { ReasonInput } from '../../ui/reason-input.tsx'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'

/** No studio begins with it any more; says in figures who keeps it. */
export function RetireDialog({ scheme, onClose }: { readonly scheme: SchemePage; readonly onClose: () => void }) {
  const dialog = useDialog(onClose)
  const { done } = useDone()
  const retire = useWrite('schemes.retire')
  const [reason, setReason] = useState('')
  const { id, revision, studios } = scheme
  const save = () => {
    if (id === null || revision === null) return
    retire.mutate({ id, revision, reason }, {
      onSuccess: () => {
        done('已停用')
        dialog.onCancel()
      },
    })
  }
  return (
    <Modal
      {...dialog} title="停用这一版" okText="停用" cancelText="取消" okButtonProps={{ danger: true, disabled: reason.trim() === '' }} confirmLoading={retire.isPending} onOk={save} width={480}
    >
      <p style={{ marginBottom: 12 }}>新的工作室不能再选它。{studios.length === 0 ? '现在没有工作室遵循它。' : `遵循它的 ${studios.length} 个工作室照旧。`}以后可以恢复使用。</p>
      <label htmlFor="retire-reason">停用的原因</label>
      <ReasonInput id="retire-reason" autoFocus value={reason} onChange={({ target }) => setReason(target.value)} placeholder="如：局里有了新办法" />
      {retire.error && <div style={{ marginTop: 12 }}><ErrorNotice error={retire.error} /></div>}
    </Modal>
  )
}
