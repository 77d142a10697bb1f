import { FileExcelOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Spin } from 'antd'
import { useRef, useState } from 'react'
import { call, ProblemError } from '../../api/client.ts'
import { saveFile } from '../../api/save-file.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useDone } from '../../ui/use-done.ts'
import type { Roster } from './use-roster.ts'

/** The first step: the file, dropped here or chosen. */
export function RosterChoose({ roster, onRead }: { readonly roster: Roster; readonly onRead: () => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { done, failed } = useDone()
  const read = async (file: File | undefined) => {
    if (file && await roster.read(file, {})) onRead()
  }
  const template = async () => {
    try {
      if (await saveFile(await call('people.rosterTemplate', {}))) done('已保存模板，填好后回到这里导入')
    } catch (error) {
      failed(error as Error)
    }
  }
  if (roster.busy) return <RosterBusy roster={roster} />
  return (
    <>
      {roster.error && <div style={{ marginBottom: 16 }}><ErrorNotice error={roster.error} /></div>}
      {roster.file && roster.error && <PointOut roster={roster} onRead={onRead} />}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is a second way; the button does the same from the keyboard */}
      <div
        className={over ? 'roster-drop over' : 'roster-drop'}
        onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)}
        onDrop={(event) => { event.preventDefault(); setOver(false); void read(event.dataTransfer.files[0]) }}
      >
        <FileExcelOutlined style={{ fontSize: 40, color: 'var(--primary)' }} aria-hidden />
        <p>把花名册拖到这里，或者</p>
        <input
          ref={input} type="file" hidden aria-hidden tabIndex={-1} data-testid="roster-file" accept=".xlsx,.xls,.xlsm,.xlsb,.et,.ods,.csv,.txt"
          onChange={(event) => { void read(event.target.files?.[0]); event.target.value = '' }}
        />
        <div style={{ display: 'flex', gap: 8 }}>
          <Button type="primary" autoFocus onClick={() => input.current?.click()}>选择文件</Button>
          <Button onClick={() => void template()}>下载模板</Button>
        </div>
        <ul className="roster-help">
          <li>学校现有的花名册可以直接用：Excel、WPS 表格（.xlsx .xls .et .ods）或 .csv。</li>
          <li>上面有标题行、合并单元格、两行表头都没有关系，列名不必改；只有“姓名”一列必须有。</li>
          <li>导入前会逐行列出问题和重复的人，由您决定；导入后可以整批撤销。</li>
        </ul>
      </div>
    </>
  )
}

/** While the file is being read; the rest of the window stays usable. */
export function RosterBusy({ roster, saying }: { readonly roster: Roster; readonly saying?: string }) {
  return (
    <div className="roster-drop" role="status" aria-live="polite">
      <Spin />
      <p>{saying ?? `正在读取「${roster.file?.name ?? ''}」`}</p>
      {saying === undefined && <Button onClick={roster.stop}>停止</Button>}
    </div>
  )
}

/** A header that was not recognised: the user says where it stands. */
function PointOut({ roster, onRead }: { readonly roster: Roster; readonly onRead: () => void }) {
  const [row, setRow] = useState<number | null>(null)
  const [column, setColumn] = useState('')
  const code = roster.error instanceof ProblemError ? roster.error.problem.code : ''
  if (!roster.file || (code !== 'roster.noHeader' && code !== 'roster.noNameColumn')) return null
  const { file } = roster
  const again = async () => {
    const letter = column.trim().toUpperCase()
    if (await roster.read(file, { headerRow: row, fields: letter === '' ? {} : { [letter]: 'name' } })) onRead()
  }
  return (
    <div className="roster-bar card">
      <label htmlFor="header-row">「{file.name}」的列名在第几行</label>
      <InputNumber id="header-row" min={1} max={20_000} precision={0} value={row} onChange={setRow} />
      <label htmlFor="name-column">姓名在哪一列（如 B）</label>
      <Input id="name-column" style={{ width: 80 }} maxLength={3} value={column} onChange={(event) => setColumn(event.target.value)} />
      <Button type="primary" disabled={row === null} onClick={() => void again()}>再读一次</Button>
    </div>
  )
}
