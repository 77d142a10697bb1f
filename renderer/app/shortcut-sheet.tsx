import { Modal } from '../ui/modal.tsx'
import { shortcuts } from './shortcuts.ts'

export function ShortcutSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Modal title="快捷键" open={open} onCancel={onClose} footer={null} width={520}>
      <dl style={{ display: 'grid', gridTemplateColumns: '120px 1fr', gap: '8px 16px', margin: 0 }}>
        {shortcuts.map(({ keys, does }) => [<dt key={keys}><kbd>{keys}</kbd></dt>, <dd key={does} style={{ margin: 0 }}>{does}</dd>])}
      </dl>
    </Modal>
  )
}
