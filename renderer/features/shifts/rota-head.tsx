import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { otherUnit, type RotaSpan, spanInWords } from '../../../shared/domain/shifts/rota-span.ts'

const words = {
  month: { before: '上个月', after: '下个月' },
  week: { before: '上一周', after: '下一周' },
} as const

/** Which days are looked at, a month or a week of them, and the way to the ones beside them. */
export function RotaHead({ span, weekNumber, plan, today, onSpan, children }: {
  readonly span: RotaSpan
  /** Of the teaching week that is shown. */
  readonly weekNumber: number | null
  readonly plan: { readonly fromOn: string; readonly toOn: string }
  readonly today: string
  readonly onSpan: (unit: RotaSpan['unit'], at: string) => void
  readonly children: ReactNode
}) {
  const { unit, before, after } = span
  const go = (at: string | null) => at !== null && onSpan(unit, at)
  const change = () => {
    const other = otherUnit(span, plan, today)
    onSpan(other.unit, other.at)
  }
  return (
    <div className="rota-head no-print">
      <Segmented<RotaSpan['unit']> aria-label="看多长" value={unit} options={[{ value: 'month', label: '按月' }, { value: 'week', label: '按周' }]} onChange={change} />
      <Button icon={<LeftOutlined aria-hidden />} aria-label={words[unit].before} disabled={before === null} onClick={() => go(before)} />
      <strong>{spanInWords(span)}{weekNumber !== null && <small>第 {weekNumber} 周</small>}</strong>
      <Button icon={<RightOutlined aria-hidden />} aria-label={words[unit].after} disabled={after === null} onClick={() => go(after)} />
      <Legend />
      {children}
    </div>
  )
}

function Legend() {
  return (
    <ul className="rota-legend" aria-label="图例">
      <li><span className="rota-sign done" aria-hidden>✓</span>已写记录</li>
      <li><span className="rota-sign missing" aria-hidden>○</span>还没写</li>
      <li><span className="rota-sign" aria-hidden>⇄</span>改派或换班</li>
    </ul>
  )
}
