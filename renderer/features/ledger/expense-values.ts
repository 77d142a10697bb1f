import type { ExpenseInput } from '../../../shared/contract/ledger.ts'

/** The form of an expense as it is typed. */
export interface ExpenseValues {
  readonly happenedOn: string | null
  readonly amount: string
  readonly summary: string
  readonly category: string | null
  readonly payee: string
  readonly invoiceCode: string
  readonly invoiceNo: string
  readonly activityId: string | null
  readonly handledBy: string
  readonly witnessedBy: string
  readonly approvedBy: string
  readonly note: string
}

/** The fields about which the program may have something to say before saving. */
export const checkedFields = ['amount', 'happenedOn', 'category', 'invoiceCode', 'invoiceNo', 'activityId'] as const

export function emptyExpense(happenedOn: string | null): ExpenseValues {
  return {
    happenedOn, amount: '', summary: '', category: null, payee: '', invoiceCode: '', invoiceNo: '', activityId: null,
    handledBy: '', witnessedBy: '', approvedBy: '', note: '',
  }
}

/** As the route takes it. */
export function asExpense(values: ExpenseValues, studioId: string, termKey: string): ExpenseInput {
  const { happenedOn, activityId, ...texts } = values
  return { ...texts, studioId, termKey, happenedOn: happenedOn ?? '', activityId: activityId ?? null, category: values.category ?? null }
}
