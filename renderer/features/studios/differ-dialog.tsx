import { Input } from 'antd'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { SchemeSummary } from '../../../shared/contract/schemes.ts'
import type { StudioRecord } from '../../../shared/contract/studios.ts'
import { onErrand } from '../../app/errand.ts'
import { useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useDialog } from '../../ui/use-dialog.ts'

/** A reading for this studio alone: settings hold for all that follow a scheme, so the studio gets a copy of it that says otherwise in this one thing. */
export function DifferDialog({ studio, scheme, setting, onClose }: {
  readonly studio: StudioRecord
  readonly scheme: SchemeSummary
  readonly setting: SchemeSummary['settings'][number]
  readonly onClose: () => void
}) {
  const dialog = useDialog(onClose)
  const go = useNavigate()
  const { pathname } = useLocation()
  const copy = useWrite('schemes.copy')
  const [title, setTitle] = useState(`${scheme.title}（${studio.name}）`.slice(0, 100))
  const save = () => copy.mutate({ code: scheme.code, version: scheme.version, as: 'ownScheme', title, settle: setting.key }, {
    onSuccess: ({ id }) => void go(`/schemes/drafts/${id}?open=${setting.key}`, {
      state: onErrand({ back: pathname, label: '回到工作室', words: `改好「${setting.question}」这一项，按「起用」，就回到「${studio.name}」换规程。`, state: {} }),
    }),
  })
  return (
    <Modal
      {...dialog} title="复制规程并改这一项" okText="复制并修改" cancelText="取消" okButtonProps={{ disabled: title.trim() === '' }} confirmLoading={copy.isPending} onOk={save} width={520}
    >
      <p style={{ marginBottom: 12 }}>
        「{setting.question}」对遵循同一份规程的工作室都一样。只有「{studio.name}」不同的，给它一份自己的规程：先复制成草稿，改好这一项并起用，再给它换上。别的工作室不受影响。
      </p>
      <label htmlFor="differ-title">新规程的名称</label>
      <Input id="differ-title" autoFocus value={title} maxLength={100} onChange={({ target }) => setTitle(target.value)} onPressEnter={save} />
      {copy.error && <div style={{ marginTop: 12 }}><ErrorNotice error={copy.error} /></div>}
    </Modal>
  )
}
