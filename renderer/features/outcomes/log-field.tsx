import { Button, Input } from 'antd'
import type { LogLine } from '../../../shared/domain/outcomes/outcome-record.ts'
import { useTerm } from '../../app/term.tsx'
import { DayField } from '../../ui/day-field.tsx'

/** Dated lines, one below the other. */
export function LogField({ id, label, value, onChange }: {
  readonly id: string; readonly label: string; readonly value: readonly LogLine[]; readonly onChange: (lines: readonly LogLine[]) => void
}) {
  const { today } = useTerm()
  const change = (at: number, line: Partial<LogLine>) => onChange(value.map((each, index) => index === at ? { ...each, ...line } : each))
  return (
    <div className="outcome-log" id={id} role="group" aria-label={label} tabIndex={-1}>
      {value.map((line, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no name of their own, and none is ever moved
        <div className="outcome-log-line" key={at}>
          <DayField id={`${id}-${at}-on`} value={line.on || null} onChange={(on) => change(at, { on: on ?? '' })} />
          <Input aria-label={`第 ${at + 1} 行内容`} value={line.text} maxLength={500} onChange={(event) => change(at, { text: event.target.value })} />
          <Button type="text" aria-label={`去掉第 ${at + 1} 行`} onClick={() => onChange(value.filter((_, index) => index !== at))}>去掉</Button>
        </div>
      ))}
      <div><Button size="small" onClick={() => onChange([...value, { on: today ?? '', text: '' }])}>添加一行{label}</Button></div>
    </div>
  )
}
