import { DatePicker, type GetRef } from 'antd'
import dayjs from 'dayjs'
import type { Ref } from 'react'

/**
 * A day as `YYYY-MM-DD`, typed or chosen; stands in a Form.Item. Takes the ways in which people type a day. No mask: there the
 * part under the mouse is taken first, and a whole date typed after a click ends up in the day alone.
 */
export function DayField({ id, value, onChange, onBlur, from, to, ref, allowClear = false, placeholder = '例如 2026-09-01', ...aria }: {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (day: string | null) => void
  readonly onBlur?: () => void
  readonly ref?: Ref<GetRef<typeof DatePicker>>
  /** Days outside cannot be picked. */
  readonly from?: string
  readonly to?: string
  readonly allowClear?: boolean
  readonly placeholder?: string
  readonly 'aria-label'?: string
}) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })} {...aria} {...(ref === undefined ? {} : { ref })} style={{ width: '100%' }} allowClear={allowClear} placeholder={placeholder}
      format={['YYYY-MM-DD', 'YYYY.M.D', 'YYYY-M-D', 'YYYY/M/D', 'YYYYMMDD']}
      value={value ? dayjs(value) : null} onChange={(day) => onChange?.(day === null ? null : day.format('YYYY-MM-DD'))}
      {...(onBlur === undefined ? {} : { onBlur })}
      {...(from === undefined ? {} : { minDate: dayjs(from) })} {...(to === undefined ? {} : { maxDate: dayjs(to) })}
    />
  )
}
