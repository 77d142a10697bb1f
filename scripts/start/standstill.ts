/** Watches a download: does it get anywhere? */
export interface Standstill {
  /** `bytes` have come in all, at `now` (milliseconds). */
  progress(bytes: number, now: number): void
  /** Has it stood still at `now`? */
  hasStopped(now: number): boolean
}

/**
 * A download stands still when it gains less than `leastBytes` within `limitMs`. A mirror that lets a byte fall now and then
 * would otherwise hold the start for days.
 */
export function watchStandstill(options: { limitMs: number; leastBytes: number; now: number }): Standstill {
  let mark = { bytes: 0, at: options.now }
  return {
    progress(bytes, now) {
      // Fewer than before: the download was begun again.
      if (bytes < mark.bytes || bytes - mark.bytes >= options.leastBytes) mark = { bytes, at: now }
    },
    hasStopped: (now) => now - mark.at >= options.limitMs,
  }
}
