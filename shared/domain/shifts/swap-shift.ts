import type { Day } from '../dates/day.ts'

/** 换班: she asks, the other consents, and where the plan asks for it the office approves. */
export const swapStates = ['asked', 'consented', 'done', 'refused', 'withdrawn'] as const
export type SwapState = (typeof swapStates)[number]
export const swapStateNames: Readonly<Record<SwapState, string>> = { asked: '等对方同意', consented: '等教务处批准', done: '已换', refused: '未同意', withdrawn: '已撤回' }

export interface SwapShift {
  readonly id: string
  readonly onDay: Day
  readonly personId: string | null
}

export interface SwapTerms {
  readonly shift: SwapShift
  readonly askedBy: string
  readonly withPerson: string
  /** What she takes over in exchange; null: the other simply stands in. */
  readonly inExchange: SwapShift | null
}

export interface PersonChange {
  readonly shiftId: string
  readonly from: string
  readonly to: string
}

/**
 * Whose shift becomes whose.
 * @param onDutyOn who is on duty on a day, with the shift
 * @returns the changes, or in Chinese why it cannot be
 */
export function changesOfSwap(
  { shift, askedBy, withPerson, inExchange }: SwapTerms, today: Day, onDutyOn: (day: Day) => readonly { readonly shiftId: string; readonly personId: string }[],
): { readonly changes: readonly PersonChange[] } | { readonly fault: string } {
  if (askedBy === withPerson) return { fault: '不能和自己换班，请选择另一位' }
  if (shift.personId !== askedBy) return { fault: '这一班已经不是她的了，请刷新后再看' }
  if (inExchange !== null && inExchange.personId !== withPerson) return { fault: '用来交换的那一班已经不是对方的了，请刷新后再看' }
  if (shift.onDay < today || (inExchange !== null && inExchange.onDay < today)) return { fault: '已经过去的班不能再换' }
  const changing = new Set([shift.id, ...(inExchange === null ? [] : [inExchange.id])])
  const alreadyOn = (day: Day, personId: string) => onDutyOn(day).some((other) => other.personId === personId && !changing.has(other.shiftId))
  if (alreadyOn(shift.onDay, withPerson)) return { fault: `对方 ${shift.onDay} 已经有值勤，一天不排两班` }
  if (inExchange !== null && alreadyOn(inExchange.onDay, askedBy)) return { fault: `${inExchange.onDay} 她已经有值勤，一天不排两班` }
  return {
    changes: [
      { shiftId: shift.id, from: askedBy, to: withPerson },
      ...(inExchange === null ? [] : [{ shiftId: inExchange.id, from: withPerson, to: askedBy }]),
    ],
  }
}
