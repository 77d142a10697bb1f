import type { Round } from '../../../shared/contract/shifts.ts'

/** One place in one slot of a day: its shifts share one log. */
export function roundKey({ planId, onDay, slotKey, place }: Round): string {
  return JSON.stringify([planId, onDay, slotKey, place])
}
