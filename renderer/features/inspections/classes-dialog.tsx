import { Button, Select } from 'antd'
import { useState } from 'react'
import type { ClassRow } from '../../../shared/contract/inspections.ts'
import { type CellSheet, newCells, settleCells, undoCells, withCells } from '../../../shared/domain/sheets/cell-sheet.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { Modal } from '../../ui/modal.tsx'
import { CellGrid, type GridColumn } from '../../ui/cell-grid.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { useAsk } from '../../ui/use-ask.ts'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'

const readTerm = (text: string) => text === '' || /^\d{4}-[12]$/.test(text) ? text : undefined
const columns: readonly GridColumn[] = [
  { title: '班级' }, { title: '班主任', width: 130 }, { title: '年级', width: 110 },
  { title: '从哪个学期', width: 120, read: readTerm }, { title: '到哪个学期', width: 120, read: readTerm },
]
const spareRows = 6

/** The school's classes in a table that takes a block from Excel: 班级、班主任、年级. */
export function ClassesDialog({ termKey, onClose }: { readonly termKey: string; readonly onClose: () => void }) {
  const classes = useCall('inspections.classes', {})
  const dialog = useDialog(onClose)
  const [dirty, setDirty] = useState(false)
  const ask = useAsk()
  const leave = () => dirty ? ask({ title: '班级表有修改没有保存', yes: '不保存，关闭', no: '继续填写', danger: true, onYes: dialog.onCancel }) : dialog.onCancel()
  return (
    <Modal {...dialog} onCancel={leave} title="班级" width={860} footer={null}>
      <LoadingOr of={classes}>{({ rows }) => <ClassTable rows={rows} termKey={termKey} onDirty={setDirty} onDone={dialog.onCancel} />}</LoadingOr>
    </Modal>
  )
}

function ClassTable({ rows, termKey, onDirty, onDone }: {
  readonly rows: readonly ClassRow[]
  readonly termKey: string
  readonly onDirty: (dirty: boolean) => void
  readonly onDone: () => void
}) {
  const empty = () => columns.map(() => '')
  const [sheet, setSheet] = useState<CellSheet>(() => newCells([
    ...rows.map(({ name, homeroomName, grade, fromTermKey, untilTermKey }) => [name, homeroomName ?? '', grade ?? '', fromTermKey, untilTermKey ?? '']),
    ...Array.from({ length: spareRows }, empty),
  ]))
  const change = (next: CellSheet) => {
    setSheet(next)
    onDirty(next.past.length > 0 || next.typing !== null)
  }
  const save = useWrite('inspections.saveClasses')
  const { done } = useDone()
  const store = () => save.mutate({
    rows: settleCells(sheet, columns).sheet.rows.flatMap(([name = '', homeroom = '', grade = '', from = '', until = ''], at) => {
      const known = rows[at]
      if (known === undefined && name === '') return []
      return [{ id: known?.id ?? null, revision: known?.revision ?? null, name, grade: grade === '' ? null : grade, homeroom: homeroom === '' ? null : homeroom, fromTermKey: from === '' ? termKey : from, untilTermKey: until === '' ? null : until }]
    }),
  }, {
    onSuccess: ({ added, changed, removed }) => {
      done(`已保存班级：新增 ${added} 个，修改 ${changed} 个${removed > 0 ? `，去掉 ${removed} 个` : ''}`)
      onDone()
    },
  })
  return (
    <>
      <p className="quiet">可以从 Excel 粘贴「班级、班主任、年级」三列。班主任写姓名、工号或拼音首字母。清空班级名称就是去掉这个班。学期写成 2026-1，空着从本学期起。</p>
      <CellGrid label="班级表" columns={columns} sheet={sheet} onChange={change} rowHeads={[]} headTitle="行" grows />
      {save.error && <ErrorNotice error={save.error} />}
      <div className="week-tools after">
        <Button type="primary" loading={save.isPending} onClick={store}>保存班级</Button>
        <Button disabled={sheet.past.length === 0} onClick={() => change(undoCells(sheet))}>撤销</Button>
        <Button onClick={() => setSheet(withCells(sheet, [...sheet.rows, ...Array.from({ length: spareRows }, empty)]))}>再加几行</Button>
        <span className="grow" />
        <DueRule />
      </div>
    </>
  )
}

/** By when logs are handed in. */
function DueRule() {
  const choices = useCall('inspections.choices', {})
  const save = useWrite('inspections.saveDueRule')
  const { done, failed } = useDone()
  const rule = choices.data?.dueRule
  const days = ['一', '二', '三', '四', '五', '六', '日']
  return (
    <span className="due-rule">教学日记在
      <Select
        aria-label="送交期限" style={{ width: 130 }} value={rule ? `${rule.week} ${rule.weekday}` : null} loading={save.isPending}
        options={(['same', 'next'] as const).flatMap((week) => days.map((day, at) => ({ value: `${week} ${at + 1}`, label: `${week === 'same' ? '本周' : '下周'}${day}` })))}
        onChange={(value: string) => {
          const [week, weekday] = value.split(' ')
          save.mutate({ week: week === 'same' ? 'same' : 'next', weekday: Number(weekday) }, { onSuccess: () => done('已改送交期限'), onError: failed })
        }}
      />前送交
    </span>
  )
}
