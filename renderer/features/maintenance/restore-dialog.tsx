import { useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useId, useState } from 'react'
import type { BackupRow } from '../../../shared/contract/maintenance.ts'
import { useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Modal } from '../../ui/modal.tsx'
import { momentInTable } from '../../ui/moment-text.ts'
import { useDialog } from '../../ui/use-dialog.ts'

/** Putting a backup in place of today's records: what that means, and the word to be typed. */
export function RestoreDialog({ backup, onClose }: { readonly backup: BackupRow; readonly onClose: () => void }) {
  const queries = useQueryClient()
  const dialog = useDialog(onClose)
  const restore = useWrite('maintenance.restore')
  const { notification } = App.useApp()
  const [typed, setTyped] = useState('')
  const inputId = useId()
  const go = () => restore.mutate({ name: backup.name, confirm: '恢复' }, {
    onSuccess: () => {
      const description = `资料已回到 ${momentInTable(backup.madeAt)} 的样子。换下来的资料没有删除，在备份里叫“恢复时换下的”。请重新登录。`
      notification.success({ title: '已恢复备份', description, duration: 0 })
      void queries.invalidateQueries()
    },
  })
  return (
    <Modal
      {...dialog} title="恢复备份" okText="恢复这份备份" cancelText="取消" onOk={go} width={520} confirmLoading={restore.isPending}
      okButtonProps={{ danger: true, disabled: typed.trim() !== '恢复' }}
    >
      <p>资料将回到 <b>{momentInTable(backup.madeAt)}</b> 的样子，之后登记的内容不再显示。</p>
      <p>现在的资料不会删除，会作为“恢复时换下的”留在备份里，可以再换回来。所有人都要重新登录，密码以那份备份里的为准。</p>
      <form onSubmit={(event) => { event.preventDefault(); if (typed.trim() === '恢复') go() }}>
        <label htmlFor={inputId} style={{ display: 'block', margin: '12px 0 4px' }}>请输入“恢复”两个字</label>
        <Input id={inputId} value={typed} onChange={(event) => setTyped(event.target.value)} autoFocus autoComplete="off" maxLength={10} />
      </form>
      {restore.error && <div style={{ marginTop: 12 }}><ErrorNotice error={restore.error} /></div>}
    </Modal>
  )
}
