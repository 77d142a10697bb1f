import { DatePicker, type GetRef } from 'antd'
import dayjs from 'dayjs'
import type { Ref } from 'react'

type PickerRef = GetRef<typeof DatePicker>

/** A day as `YYYY-MM-DD`, typed or picked; a control for `Form.Item`. */
export function DayInput({ id, value, onChange, onBlur, from, to, ref, ...aria }: {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (day: string | null) => void
  readonly onBlur?: () => void
  readonly ref?: Ref<PickerRef>
  /** Days outside cannot be picked. */
  readonly from?: string
  readonly to?: string
  readonly 'aria-label'?: string
}) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })} {...aria} {...(ref === undefined ? {} : { ref })} style={{ width: '100%' }} allowClear={false} placeholder="例如 2026-09-10"
      format={['YYYY-MM-DD', 'YYYY.M.D', 'YYYY/M/D', 'YYYYMMDD']}
      value={value ? dayjs(value) : null} onChange={(day) => onChange?.(day === null ? null : day.format('YYYY-MM-DD'))}
      {...(onBlur === undefined ? {} : { onBlur })}
      {...(from === undefined ? {} : { minDate: dayjs(from) })} {...(to === undefined ? {} : { maxDate: dayjs(to) })}
    />
  )
}
