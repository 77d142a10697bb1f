import { DatePicker } from 'antd'
import dayjs from 'dayjs'

/** A day as `YYYY-MM-DD`, typed or chosen. */
export function DayInput({ value, onChange, ...rest }: {
  readonly value?: string | null
  readonly onChange?: (day: string | null) => void
  readonly id?: string
  readonly 'aria-label'?: string
}) {
  return (
    <DatePicker
      {...rest} value={value ? dayjs(value) : null} format="YYYY-MM-DD" style={{ width: '100%' }} placeholder="如 2026-09-01"
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
    />
  )
}
