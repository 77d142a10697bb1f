import type { RosterImportLine } from '../../../shared/contract/people.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useDone } from '../../ui/use-done.ts'

/** Says in figures what an undo does, or who stands in its way. */
export function UndoDialog({ line, onClose, onUndone }: { readonly line: RosterImportLine; readonly onClose: () => void; readonly onUndone?: () => void }) {
  const preview = useCall('people.undoPreview', { id: line.id })
  const undo = useWrite('people.undoImport')
  const { done } = useDone()
  const obstacles = preview.data?.obstacles ?? []
  const run = () => undo.mutate({ id: line.id }, {
    onSuccess: ({ removed, restored }) => {
      done(`已撤销：${removed} 人移入回收站，${restored} 人恢复原样`)
      onUndone?.()
      onClose()
    },
  })
  return (
    <Modal
      open title="撤销这次导入" okText="撤销导入" cancelText="取消" onOk={run} onCancel={onClose} confirmLoading={undo.isPending} width={520}
      okButtonProps={{ danger: true, disabled: preview.data === undefined || obstacles.length > 0 }}
    >
      <LoadingOr of={preview}>
        {({ toRemove, toRestore }) => obstacles.length === 0
          ? <p>「{line.fileName}」新增的 {toRemove} 人移入回收站，更新过的 {toRestore} 人恢复成导入之前的样子。回收站里的人可以再恢复。</p>
          : (
            <div className="note warn">
              <p>这次导入不能撤销，因为有 {obstacles.length} 人在导入之后又用过：</p>
              <ul>{obstacles.slice(0, 20).map(({ personId, sentence }) => <li key={personId}>{sentence}</li>)}</ul>
              {obstacles.length > 20 && <p>等 {obstacles.length} 人</p>}
            </div>
          )}
      </LoadingOr>
      {undo.error && <div style={{ marginTop: 12 }}><ErrorNotice error={undo.error} /></div>}
    </Modal>
  )
}
