/** The words of the ledger. */

export const entryKinds = ['allotment', 'expense', 'reversal'] as const
export type EntryKind = (typeof entryKinds)[number]
export const entryKindNames: Readonly<Record<EntryKind, string>> = {
  allotment: '拨款', expense: '支出', reversal: '红字冲销',
}
