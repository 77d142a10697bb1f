import dayjs from 'dayjs'

/** A moment (UTC ISO text) on this machine's clock, as tables show it: 「2026-09-01 周二 14:30」. */
export function momentInTable(at: string): string {
  return dayjs(at).format('YYYY-MM-DD ddd HH:mm')
}
