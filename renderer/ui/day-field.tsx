import { DatePicker } from 'antd'
import dayjs from 'dayjs'

/** A day of the calendar as `YYYY-MM-DD`, typed or chosen; stands in a Form.Item. */
export function DayField({ id, value, onChange, allowClear = false, placeholder = '2026-09-01' }: {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (day: string | null) => void
  readonly allowClear?: boolean
  readonly placeholder?: string
}) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
      format={{ format: 'YYYY-MM-DD', type: 'mask' }}
      allowClear={allowClear} placeholder={placeholder} style={{ width: '100%' }}
    />
  )
}
