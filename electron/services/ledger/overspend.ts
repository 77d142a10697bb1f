import type { ExpenseRules } from '../../../shared/domain/ledger/check-expense.ts'
import { expenseRules } from '../../../shared/domain/schemes/scheme-settings.ts'
import type { OpenContext } from '../../dispatch/context.ts'
import { findScheme, type SchemeKey } from '../schemes/schemes-service.ts'

/** Whether the fund may be overdrawn. While the file of the scheme is missing the account can still be read and put right, so: no. */
export function overspendOf(ctx: Pick<OpenContext, 'surroundings' | 'db'>, key: SchemeKey): ExpenseRules['overspend'] {
  const scheme = findScheme(ctx, key)
  return scheme === null ? 'refuse' : expenseRules(scheme).overspend
}
