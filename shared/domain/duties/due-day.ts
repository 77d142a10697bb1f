import { daysInMonth, isCalendarDay, makeDay } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import type { Span } from './duty-period.ts'

/** What the scheme's words about the day mean for a period. */
export type DueRule =
  | { readonly kind: 'periodEnd' }
  /** 学期开始前: what is done after the period before it counts for this one. */
  | { readonly kind: 'beforeStart' }
  /** 1月25日前; 12月 and 下半年 mean the last day of it. `day` null: the last day of the month. */
  | { readonly kind: 'monthDay'; readonly month: number; readonly day: number | null }
  /** 每周一: of what is asked week by week the Monday after, for only then can the whole week be told of (004-16). */
  | { readonly kind: 'mondayAfter' }
  /** 学期初, 满半年后 …: words that name no day; the end of the period holds and the words are shown. */
  | { readonly kind: 'onlyWords' }

interface DueWords {
  readonly dueAt?: string | undefined
  readonly dueMonthDay?: string | undefined
}

/** Reads `dueMonthDay` first, else the words of `dueAt`. */
export function dueRule({ dueAt, dueMonthDay }: DueWords): DueRule {
  if (dueMonthDay !== undefined) return { kind: 'monthDay', month: Number(dueMonthDay.slice(0, 2)), day: Number(dueMonthDay.slice(3, 5)) }
  if (dueAt === undefined) return { kind: 'periodEnd' }
  const words = dueAt.replaceAll(/\s/g, '')
  const printed = /^(\d{1,2})月(?:(\d{1,2})日)?(?:前|之前|以前|底|底前)?$/.exec(words)
  if (printed !== null) {
    const month = Number(printed[1])
    const day = printed[2] === undefined ? null : Number(printed[2])
    if (isCalendarDay(2000, month, day ?? 1)) return { kind: 'monthDay', month, day }
  }
  if (/^(每周一|每星期一)$/.test(words)) return { kind: 'mondayAfter' }
  if (/开始前|开学前|开始之前/.test(words)) return { kind: 'beforeStart' }
  if (/^上半年$/.test(words)) return { kind: 'monthDay', month: 6, day: null }
  if (/^(下半年|年终|年底|年末)$/.test(words)) return { kind: 'monthDay', month: 12, day: null }
  return /(末|结束|结束之前|结束前)$/.test(words) ? { kind: 'periodEnd' } : { kind: 'onlyWords' }
}

/** The first such day of the year inside the period; null when it holds none. */
export function monthDayIn(period: Span, month: number, day: number | null): Day | null {
  for (let year = Number(period.fromOn.slice(0, 4)); year <= Number(period.toOn.slice(0, 4)); year++) {
    const found = makeDay(year, month, Math.min(day ?? 31, daysInMonth(year, month)))
    if (found >= period.fromOn && found <= period.toOn) return found
  }
  return null
}
