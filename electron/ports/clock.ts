/** The time, passed in, so that a test can stand on any day. */
export interface Clock {
  /** The moment as UTC ISO text, e.g. `2026-09-01T00:30:00.000Z`. */
  now(): string
  /** The day on the wall calendar of this machine, `YYYY-MM-DD`. */
  today(): string
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => {
    const d = new Date()
    return `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, '0')}-${String(d.getDate()).padStart(2, '0')}`
  },
}
