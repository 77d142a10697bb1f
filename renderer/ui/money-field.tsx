import { Input, type InputRef } from 'antd'
import { type Ref, useId } from 'react'
import { capitalAmount } from '../../shared/domain/money/capital-amount.ts'
import { formatFen } from '../../shared/domain/money/fen.ts'
import { parseFen } from '../../shared/domain/money/parse-fen.ts'

/** An amount as it is typed, with its reading in figures and capitals live beneath; a control for `Form.Item`. */
export function MoneyField({ id, value, onChange, onBlur, ref, placeholder = '例如 1,200.50', autoFocus = false, ...aria }: {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (text: string) => void
  readonly onBlur?: () => void
  readonly ref?: Ref<InputRef>
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly 'aria-required'?: boolean | 'true' | 'false'
  readonly 'aria-label'?: string
}) {
  const readingId = useId()
  const reading = moneyReading(value ?? '')
  return (
    <>
      <Input
        {...(id === undefined ? {} : { id })} {...(ref === undefined ? {} : { ref })} {...aria}
        value={value ?? ''} onChange={(event) => onChange?.(event.target.value)} {...(onBlur === undefined ? {} : { onBlur })}
        autoFocus={autoFocus}
        suffix="元" inputMode="decimal" autoComplete="off" placeholder={placeholder} aria-describedby={readingId}
      />
      <div id={readingId} className={reading.ok ? 'money-reading' : 'money-reading wrong'} aria-live="polite">{reading.text}</div>
    </>
  )
}

/** 1200.5 → 1,200.50 元, 壹仟贰佰元伍角整; what is no amount, in words. */
export function moneyReading(text: string): { readonly ok: boolean; readonly text: string } {
  if (text.trim() === '') return { ok: true, text: '' }
  const reading = parseFen(text)
  return reading.ok ? { ok: true, text: `${formatFen(reading.value)} 元　${capitalAmount(reading.value)}` } : { ok: false, text: reading.message }
}
