import { Button, InputNumber, Select, Tag } from 'antd'
import { useState } from 'react'
import type { RosterPreview } from '../../../shared/contract/people.ts'
import { personFieldNames, personFields } from '../../../shared/domain/people/person-fields.ts'
import type { RosterTarget } from '../../../shared/domain/people/roster-headings.ts'
import type { RosterColumn } from '../../../shared/domain/people/roster-reading.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { RosterBusy } from './roster-choose.tsx'
import type { Roster } from './use-roster.ts'

const targets = [{ value: 'ignore', label: '不导入' }, ...personFields.map((field) => ({ value: field, label: personFieldNames[field] }))]
const confidenceWords: Readonly<Record<NonNullable<RosterColumn['confidence']>, { readonly text: string; readonly color?: string }>> = {
  chosen: { text: '您指定的', color: 'green' }, remembered: { text: '上次指定的', color: 'green' }, certain: { text: '已认出' },
  likely: { text: '请核对', color: 'gold' }, guess: { text: '按内容猜的', color: 'gold' },
}

/** The second step: what each column holds. A correction is remembered for the next roster of this school. */
export function RosterColumns({ roster, preview, corrected, onCorrect, onNext, onBack }: {
  readonly roster: Roster
  readonly preview: RosterPreview
  /** Letters of the columns that the user set. */
  readonly corrected: readonly string[]
  readonly onCorrect: (letters: string[]) => void
  readonly onNext: () => void
  readonly onBack: () => void
}) {
  const [chosen, setChosen] = useState<Readonly<Record<string, RosterTarget>>>({})
  const [headerRow, setHeaderRow] = useState<number | null>(null)
  const targetOf = (column: RosterColumn) => chosen[column.letter] ?? column.target
  const choose = (letter: string, target: RosterTarget) => {
    // One field has one column: whoever held it before lets go.
    const former = target === 'ignore' ? undefined : preview.columns.find((column) => column.letter !== letter && targetOf(column) === target)
    setChosen({ ...chosen, ...(former ? { [former.letter]: 'ignore' } : {}), [letter]: target })
  }
  const hasName = preview.columns.some((column) => targetOf(column) === 'name')
  const changed = Object.keys(chosen).length > 0
  const open = preview.columns.filter((column) => targetOf(column) === null).length
  const { file } = roster
  if (!file) return null
  const again = async (change: { sheetName?: string; headerRow?: number }) => {
    setChosen({})
    onCorrect([])
    await roster.read(file, { sheetName: change.sheetName ?? preview.sheetName, ...(change.headerRow === undefined ? {} : { headerRow: change.headerRow }) })
  }
  const next = async () => {
    if (changed) {
      if (!await roster.read(file, { ...roster.settings, fields: { ...roster.settings.fields, ...chosen } })) return
      onCorrect([...new Set([...corrected, ...Object.keys(chosen)])])
      setChosen({})
    }
    onNext()
  }
  if (roster.busy) return <RosterBusy roster={roster} />
  const [from, to] = preview.headerRows
  return (
    <>
      <div className="roster-bar">
        <label htmlFor="sheet">工作表</label>
        <Select
          id="sheet" value={preview.sheetName} style={{ minWidth: 160 }} disabled={preview.sheets.length === 1} onChange={(sheetName) => void again({ sheetName })}
          options={preview.sheets.map(({ name, hasRoster }) => ({ value: name, label: hasRoster ? name : `${name}（没有认出名单）` }))}
        />
        <span>列名在第 {from === to ? from : `${from}～${to}`} 行，共读到 {preview.rows.length} 人</span>
        <span className="grow" />
        <label htmlFor="header-row">列名不对，改为第</label>
        <InputNumber id="header-row" min={1} max={20_000} precision={0} style={{ width: 72 }} value={headerRow} onChange={setHeaderRow} />
        <span>行</span>
        <Button disabled={headerRow === null} onClick={() => headerRow !== null && void again({ headerRow })}>重新读取</Button>
      </div>
      {roster.error && <div style={{ marginBottom: 12 }}><ErrorNotice error={roster.error} /></div>}
      {preview.remarks.map((remark) => <p key={remark} className="note info" style={{ marginBottom: 8 }}>{remark}</p>)}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reachable from the keyboard */}
      <div className="roster-scroll" role="region" aria-label="列的对应" tabIndex={0}>
        <table className="roster-columns">
          <thead><tr><th scope="col">列</th><th scope="col">表中的列名</th><th scope="col">内容举例</th><th scope="col">作为</th><th scope="col">说明</th></tr></thead>
          <tbody>
            {preview.columns.map((column) => {
              const set = chosen[column.letter] !== undefined
              const confidence = set ? 'chosen' : column.confidence
              return (
                <tr key={column.letter}>
                  <td>{column.letter}</td>
                  <td><strong>{column.heading || '（没有列名）'}</strong></td>
                  <td style={{ color: 'var(--secondary)' }}>{column.samples.join('、')}</td>
                  <td>
                    <Select<RosterTarget>
                      aria-label={`${column.letter} 列 ${column.heading} 作为`} style={{ width: 148 }} placeholder="请选择" value={targetOf(column)} options={targets as never}
                      showSearch={{ optionFilterProp: 'label' }} onChange={(target) => choose(column.letter, target)} status={targetOf(column) === null ? 'warning' : ''}
                    />
                  </td>
                  <td>
                    {confidence === null ? <Tag color="gold">没有认出</Tag> : <Tag {...(confidenceWords[confidence].color ? { color: confidenceWords[confidence].color } : {})}>{confidenceWords[confidence].text}</Tag>}
                    {!set && column.reason && <span style={{ color: 'var(--secondary)' }}>{column.reason}</span>}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <div className="roster-foot">
        <span className="grow">{!hasName ? <span className="hint-warn">请指定哪一列是“姓名”</span> : open > 0 ? `${open} 列没有认出，不指定就不导入` : '每一列都已对应'}</span>
        <Button onClick={onBack}>另选文件</Button>
        <Button type="primary" autoFocus disabled={!hasName} onClick={() => void next()}>下一步：核对问题</Button>
      </div>
    </>
  )
}
