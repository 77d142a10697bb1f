import { Button, Input } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import type { LogLine } from '../../../shared/domain/outcomes/outcome-record.ts'

const empty: LogLine = { on: '', text: '', note: '' }

/** The grid of a 听课记录本: when, what was done, what the listener remarks. A line is always open below; Enter goes down, a table from Excel can be pasted. */
export function CourseField({ id, label, value, onChange }: {
  readonly id: string; readonly label: string; readonly value: readonly LogLine[]; readonly onChange: (lines: readonly LogLine[]) => void
}) {
  const root = useRef<HTMLDivElement>(null)
  const lines = [...value, empty]
  const change = (at: number, line: Partial<LogLine>) => onChange(lines.map((each, index) => index === at ? { ...each, ...line } : each).filter((each, index) => index < value.length || !isEmpty(each)))
  const down = (event: KeyboardEvent, at: number, column: number) => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    root.current?.querySelectorAll<HTMLElement>('.course-line:not(.course-head)')[at + 1]?.querySelectorAll<HTMLElement>('input, textarea:not([aria-hidden])')[column === 2 ? 0 : column]?.focus()
  }
  const paste = (event: React.ClipboardEvent, at: number) => {
    const text = event.clipboardData.getData('text/plain')
    if (!text.includes('\t')) return
    event.preventDefault()
    const pasted = text.replace(/\r?\n$/, '').split(/\r?\n/).map((row): LogLine => {
      const [on = '', done = '', note = ''] = row.split('\t')
      return { on: on.slice(0, 20), text: done, note }
    })
    onChange([...value.slice(0, at), ...pasted, ...value.slice(at + pasted.length)])
  }
  return (
    <div className="course" ref={root} id={id} role="group" aria-label={label} tabIndex={-1}>
      <div className="course-line course-head" aria-hidden><span>时间</span><span>教学过程</span><span>随堂点评</span><span /></div>
      {lines.map((line, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no name of their own, and none is ever moved
        <div className="course-line" key={at}>
          <Input aria-label={`第 ${at + 1} 行时间`} value={line.on} maxLength={20} placeholder={at === 0 ? '如 8:50' : ''} onChange={(event) => change(at, { on: event.target.value })} onKeyDown={(event) => down(event, at, 0)} onPaste={(event) => paste(event, at)} />
          <Input.TextArea aria-label={`第 ${at + 1} 行教学过程`} value={line.text} maxLength={2000} autoSize={{ minRows: 1, maxRows: 8 }} onChange={(event) => change(at, { text: event.target.value })} onKeyDown={(event) => down(event, at, 1)} />
          <Input.TextArea aria-label={`第 ${at + 1} 行点评`} value={line.note ?? ''} maxLength={2000} autoSize={{ minRows: 1, maxRows: 8 }} onChange={(event) => change(at, { note: event.target.value })} onKeyDown={(event) => down(event, at, 2)} />
          {at < value.length ? <Button type="text" aria-label={`去掉第 ${at + 1} 行`} onClick={() => onChange(value.filter((_, index) => index !== at))}>去掉</Button> : <span />}
        </div>
      ))}
    </div>
  )
}

const isEmpty = ({ on, text, note = '' }: LogLine): boolean => on === '' && text === '' && note === ''
