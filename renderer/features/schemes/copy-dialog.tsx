import { Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { SchemePage } from '../../../shared/contract/schemes.ts'
import { useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'

/** A draft that says the same, under a name of the school's own. */
export function CopyDialog({ scheme, as, onClose }: { readonly scheme: SchemePage; readonly as: 'ownScheme' | 'newVersion'; readonly onClose: () => void }) {
  const dialog = useDialog(onClose)
  const go = useNavigate()
  const { done } = useDone()
  const copy = useWrite('schemes.copy')
  const [title, setTitle] = useState(scheme.title)
  const save = () => copy.mutate({ code: scheme.code, version: scheme.version, as, title }, {
    onSuccess: ({ id }) => {
      done('已存为草稿，改好以后再起用')
      void go(`/schemes/drafts/${id}`)
    },
  })
  return (
    <Modal
      {...dialog} title={as === 'newVersion' ? '修订出新版' : '复制成本校规程'} okText="复制并修改" cancelText="取消" okButtonProps={{ disabled: title.trim() === '' }}
      confirmLoading={copy.isPending} onOk={save} width={520}
    >
      <p style={{ marginBottom: 12 }}>
        {as === 'newVersion' ? '复制成下一版的草稿。现在遵循第 ' + scheme.version + ' 版的工作室不受影响。' : '复制成一份草稿，各条都可以改，随时看得到和原来的不同。原来的规程不变。'}
      </p>
      <label htmlFor="copy-title">名称</label>
      <Input id="copy-title" autoFocus value={title} maxLength={100} onChange={({ target }) => setTitle(target.value)} onPressEnter={save} />
      {copy.error && <div style={{ marginTop: 12 }}><ErrorNotice error={copy.error} /></div>}
    </Modal>
  )
}
