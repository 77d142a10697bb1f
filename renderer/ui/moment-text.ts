import dayjs from 'dayjs'

/** A moment (UTC ISO text) on this machine's clock, as tables show it: 「2026-09-01 周二 14:30」. */
export function momentInTable(at: string): string {
  return dayjs(at).format('YYYY-MM-DD ddd HH:mm')
}

const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** What stands in a record as text; a moment in it is said as tables say it. */
export const withMomentInTable = (text: string): string => (moment.test(text) ? momentInTable(text) : text)
