/** 14:00–16:30; the start alone, or nothing, when no more is known. */
export function timeText({ startTime, endTime }: { readonly startTime: string | null; readonly endTime: string | null }): string {
  return [startTime, endTime].filter((time) => time !== null).join('–')
}
