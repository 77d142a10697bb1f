import { dayInTable } from '../dates/format-day.ts'
import type { RotaShift } from './make-rota.ts'

/** 「2026-11-26 周四 上午 校门」. */
export function shiftInWords({ onDay, slotName, place }: { readonly onDay: string; readonly slotName: string; readonly place: string }): string {
  return `${dayInTable(onDay)} ${slotName} ${place}`
}

/** Why she is on duty, or why nobody is. */
export function whyInWords({ personId, timesBefore, passedOver, fixed }: RotaShift, nameOf: (personId: string) => string): string {
  const others = passedOver.map((person) => `${nameOf(person.personId)}（${person.why}）`)
  if (personId === null) return others.length === 0 ? '没有可以排的人' : `没有人能来：${others.join('、')}`
  if (fixed) return '人工改派或换班后的安排，保留'
  const count = timesBefore === 0 ? '还没有值过' : `此前值过 ${timesBefore} 次`
  return others.length === 0 ? `${count}，轮到` : `${count}，轮到；先轮到但不能来的：${others.join('、')}`
}

/** 390 → 「6.5 小时」. */
export function hoursInWords(minutes: number): string {
  return `${Math.round(minutes / 6) / 10} 小时`
}
