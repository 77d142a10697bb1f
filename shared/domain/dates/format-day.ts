import { dayParts, weekdayOf } from './day.ts'
import type { Day } from './day.ts'
import { precisionOf } from './partial-day.ts'
import type { PartialDay } from './partial-day.ts'

const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
const chineseFigures = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** A date left to be written by hand: four, two and two full-width blanks. */
export const blankDay = '　　　　年　　月　　日'

/** 周一 … 周日. */
export function weekdayName(day: Day): string {
  return weekdayNames[weekdayOf(day) - 1] ?? ''
}

/** 2026年9月1日: documents (GB/T 9704-2012: Arabic figures, no leading zeros). */
export function dayInText(day: Day): string {
  const { year, month, day: date } = dayParts(day)
  return `${year}年${month}月${date}日`
}

/** 2026-09-01 周二: lists and tables. */
export function dayInTable(day: Day): string {
  return `${day} ${weekdayName(day)}`
}

/** 二〇二六年九月一日: covers and certificates; the zero is 〇, never 零. */
export function dayInChineseFigures(day: Day): string {
  const { year, month, day: date } = dayParts(day)
  const yearText = [...String(year)].map((figure) => chineseFigures[Number(figure)] ?? '').join('')
  return `${yearText}年${upToThirtyOne(month)}月${upToThirtyOne(date)}日`
}

/** 1988年, 1988年6月 or 1988年6月15日, as exactly as it is known. */
export function partialDayInText(partial: PartialDay): string {
  const precision = precisionOf(partial)
  const year = Number(partial.slice(0, 4))
  if (precision === 'year') return `${year}年`
  return precision === 'month' ? `${year}年${Number(partial.slice(5, 7))}月` : dayInText(partial)
}

/** 1988.06, the way forms ask for 出生年月; only the year where the month is not known. */
export function yearMonthOnForm(partial: PartialDay): string {
  return precisionOf(partial) === 'year' ? partial : `${partial.slice(0, 4)}.${partial.slice(5, 7)}`
}

function upToThirtyOne(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${chineseFigures[tens] ?? ''}十`
  return ones === 0 ? head : `${head}${chineseFigures[ones] ?? ''}`
}
