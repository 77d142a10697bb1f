import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { ChecklistRow } from '../../../shared/contract/inspections.ts'
import { inspectionKindNames, inspectionKinds } from '../../../shared/domain/inspections/inspection-words.ts'
import { useWrite } from '../../api/client.ts'
import { AskButton } from '../../ui/ask-button.tsx'
import { Modal } from '../../ui/modal.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'

/** 检查清单: those of the program, and the school's own, which are copies. */
export function ChecklistsDialog({ checklists, onClose }: { readonly checklists: readonly ChecklistRow[]; readonly onClose: () => void }) {
  const dialog = useDialog(onClose)
  const [editing, setEditing] = useState<ChecklistRow | null>(null)
  const [removed, setRemoved] = useState<ChecklistRow | null>(null)
  const remove = useWrite('inspections.removeChecklist')
  const bringBack = useWrite('inspections.bringBackChecklist')
  const { done, failed } = useDone()
  return (
    <Modal {...dialog} title="检查清单" width={680} footer={null}>
      {editing
        ? <ChecklistForm list={editing} onDone={() => setEditing(null)} />
        : (
          <>
          {removed && (
            <p className="note info checklist-removed" role="status">已移除「{removed.name}」，以后在「更多 → 回收站」里也能恢复。
              <Button
                size="small" loading={bringBack.isPending}
                onClick={() => bringBack.mutate({ id: removed.id }, { onSuccess: () => { setRemoved(null); done(`已恢复「${removed.name}」`) }, onError: failed })}
              >撤销</Button>
            </p>
          )}
          <ul className="checklists">
            {checklists.map((list) => (
              <li key={list.id}>
                <div><b>{list.name}</b><span className="quiet">　{list.own ? '本校' : '程序自带'}，{list.items.length} 项</span><p className="quiet">{list.items.map(({ name }) => name).join('、')}</p></div>
                <Button size="small" aria-label={`复制 ${list.name}`} onClick={() => setEditing({ ...list, id: '', own: false, name: `本校${list.name}` })}>复制</Button>
                {list.own && <Button size="small" aria-label={`修改 ${list.name}`} onClick={() => setEditing(list)}>修改</Button>}
                {list.own && <AskButton size="small" danger aria-label={`移除 ${list.name}`} question={`移除清单「${list.name}」吗？已经安排的检查不受影响。`} answer="移除" onYes={() => remove.mutate({ id: list.id, revision: list.revision, reason: '不再使用' }, { onSuccess: () => setRemoved(list), onError: failed })}>移除</AskButton>}
              </li>
            ))}
          </ul>
          </>
        )}
    </Modal>
  )
}

function ChecklistForm({ list, onDone }: { readonly list: ChecklistRow; readonly onDone: () => void }) {
  const [name, setName] = useState(list.name)
  const [kind, setKind] = useState(list.kind)
  const [items, setItems] = useState(list.items.map((item) => item.hint === '' ? item.name : `${item.name}：${item.hint}`).join('\n'))
  const save = useWrite('inspections.saveChecklist')
  const { done } = useDone()
  const parsed = items.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => {
    const [item = '', ...hint] = line.split(/[：:]/)
    return { name: item.trim(), hint: hint.join('：').trim() }
  })
  return (
    <div className="checklist-form">
      <div className="field-grid">
        <FormField id="checklist-name" label="清单名称" required><Input id="checklist-name" value={name} maxLength={30} autoFocus onChange={(event) => setName(event.target.value)} /></FormField>
        <FormField id="checklist-kind" label="用于"><Select id="checklist-kind" value={kind} onChange={setKind} options={inspectionKinds.map((value) => ({ value, label: inspectionKindNames[value] }))} /></FormField>
      </div>
      <FormField id="checklist-items" label="检查项目（一行一项，冒号后面写看什么）" required><Input.TextArea id="checklist-items" value={items} autoSize={{ minRows: 6, maxRows: 14 }} onChange={(event) => setItems(event.target.value)} /></FormField>
      {save.error && <ErrorNotice error={save.error} />}
      <div className="week-tools after">
        <Button
          type="primary" loading={save.isPending}
          onClick={() => save.mutate({ id: list.own ? list.id : null, revision: list.own ? list.revision : null, copiedFrom: null, checklist: { name, kind, items: parsed } }, {
            onSuccess: () => {
              done(`已保存清单「${name}」`)
              onDone()
            },
          })}
        >保存清单</Button>
        <Button onClick={onDone}>返回</Button>
      </div>
    </div>
  )
}
