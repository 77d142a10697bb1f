import { dayOfNumber } from './day.ts'
import type { Day } from './day.ts'

export type SerialReading = { readonly ok: true; readonly value: Day } | { readonly ok: false; readonly message: string }

/**
 * The day of a date cell's number. In the 1900 system 1 is 1900-01-01 and 60 is 1900-02-29, a day that Lotus 1-2-3
 * invented and Excel kept: it is refused, and later numbers are one too high. In the 1904 system 0 is 1904-01-01.
 * The part behind the point is the time of day and is dropped.
 */
export function dayFromExcelSerial(serial: number, date1904 = false): SerialReading {
  const whole = Math.floor(serial)
  if (!Number.isFinite(serial) || whole < (date1904 ? 0 : 1) || whole > 2_958_465) {
    return { ok: false, message: `${serial} 不是 Excel 日期序号，请在表格里改成 1988-06-15 这样的日期。` }
  }
  if (date1904) return { ok: true, value: dayOfNumber(whole - 24_107) }
  if (whole === 60) return { ok: false, message: '1900 年 2 月 29 日这一天不存在（Excel 的日期错误），请核对。' }
  return { ok: true, value: dayOfNumber(whole - (whole < 60 ? 25_568 : 25_569)) }
}
