import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { activityTable } from '../../../db/schema/activities.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { expenseInput, LedgerEntryRow } from '../../../shared/contract/ledger.ts'
import { checkExpense, type ExpenseRules } from '../../../shared/domain/ledger/check-expense.ts'
import { readInvoiceNumber } from '../../../shared/domain/ledger/invoice-number.ts'
import { formatFen } from '../../../shared/domain/money/fen.ts'
import { parseFen } from '../../../shared/domain/money/parse-fen.ts'
import { expenseRules } from '../../../shared/domain/schemes/scheme-settings.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext, WriteContext } from '../../dispatch/context.ts'
import { assertMayReadStudio, assertMayWriteStudio } from '../studios/studio-scope.ts'
import { schemeOn } from '../studios/studio-schemes-service.ts'
import { studioById } from '../studios/studios-service.ts'
import { rowOf } from './allotment-service.ts'
import { appendEntryTx, fundForTx } from './append-entry.ts'
import { balanceIn, entriesWithInvoice, fundOf } from './fund-reading.ts'
import { termByKey } from './ledger-terms.ts'
import { typedFen } from './typed-amount.ts'

type Expense = z.output<typeof expenseInput>

/** One thing that stands against an expense, at a field of the form. */
export interface ExpenseTrouble {
  readonly field: string
  readonly severity: 'refuse' | 'warn'
  readonly message: string
}

/** What stands against the expense as far as it is typed; an empty amount is no trouble yet. */
export function troublesWith(ctx: ReadContext, draft: Expense): ExpenseTrouble[] {
  assertMayReadStudio(ctx, draft.studioId)
  const rules = expenseRules(schemeOn(ctx, studioById(ctx.db, draft.studioId), draft.happenedOn).scheme)
  return findTroubles(ctx.db, draft, rules, ctx.clock.today())
}

/**
 * Posts the expense.
 * @throws `ledger.badAmount`, `ledger.expenseRefused` with every place; `ledger.warnings` (kind `precondition`) with the places that the
 *   person has to have seen (`warningsSeen`); `ledger.activityElsewhere`
 */
export function postExpense(ctx: WriteContext, input: Expense & { readonly warningsSeen: boolean }): LedgerEntryRow {
  assertMayWriteStudio(ctx, input.studioId)
  const amountFen = typedFen(input.amount, 'amount', '支出金额')
  const studio = studioById(ctx.db, input.studioId)
  const rules = expenseRules(schemeOn(ctx, studio, input.happenedOn).scheme)
  const invoice = readInvoiceNumber(input.invoiceCode, input.invoiceNo)
  const entry = ctx.write(`登记「${studio.name}」支出 ${formatFen(amountFen)} 元：${input.summary}`, (w) => {
    refuseTroubles(findTroubles(w.tx, input, rules, ctx.clock.today()), input.warningsSeen)
    const { termKey, happenedOn, summary, category, payee, activityId, handledBy, witnessedBy, approvedBy, note } = input
    return appendEntryTx(w, ctx, fundForTx(w, ctx, studio), {
      kind: 'expense', amountFen: -amountFen, termKey, happenedOn, summary, category, payee,
      invoiceCode: invoice.code, invoiceNo: invoice.no, activityId, handledBy, witnessedBy, approvedBy, note,
    })
  })
  return rowOf(ctx, entry)
}

function refuseTroubles(troubles: readonly ExpenseTrouble[], warningsSeen: boolean): void {
  const refusals = troubles.filter(({ severity }) => severity === 'refuse')
  const [first] = refusals.length > 0 ? refusals : troubles
  if (first === undefined || (refusals.length === 0 && warningsSeen)) return
  const places = troubles.map(({ field, message }) => ({ field, message }))
  throw refusals.length > 0
    ? new AppError('ledger.expenseRefused', 'invalid', first.message, { places: refusals.map(({ field, message }) => ({ field, message })) })
    : new AppError('ledger.warnings', 'precondition', `请先核对：${first.message}`, { places })
}

function findTroubles(db: ReadDb, draft: Expense, rules: ExpenseRules, today: string): ExpenseTrouble[] {
  const troubles: ExpenseTrouble[] = []
  const reading = draft.amount === '' ? null : parseFen(draft.amount)
  if (reading?.ok === false) troubles.push({ field: 'amount', severity: 'refuse', message: reading.message })
  const fund = fundOf(db, draft.studioId)
  // What cannot be read as an amount has been told above; the other fields are looked at all the same.
  const amountFen = reading?.ok === true ? reading.value : 1
  const { no } = readInvoiceNumber(draft.invoiceCode, draft.invoiceNo)
  const sameInvoice = no === null ? [] : entriesWithInvoice(db, no)
  const found = checkExpense(
    { ...draft, amountFen },
    { balanceFen: fund === null ? 0 : balanceIn(db, fund.id), entries: sameInvoice.filter(({ fundId }) => fundId === fund?.id) },
    termByKey(db, draft.termKey), rules, sameInvoice.filter(({ fundId }) => fundId !== fund?.id),
  )
  for (const { field, severity, message } of found) {
    if (field === 'amountFen' && reading?.ok !== true) continue
    troubles.push({ field: field === 'amountFen' ? 'amount' : field, severity, message })
  }
  if (draft.happenedOn > today) {
    troubles.push({ field: 'happenedOn', severity: 'warn', message: `支出日期 ${draft.happenedOn} 晚于今天（${today}），请核对。` })
  }
  if (draft.activityId !== null && !isActivityOf(db, draft.activityId, draft.studioId)) {
    troubles.push({ field: 'activityId', severity: 'refuse', message: '所选活动不是这个工作室的，或已在回收站里，请重新选择。' })
  }
  return troubles
}

function isActivityOf(db: ReadDb, activityId: string, studioId: string): boolean {
  return db.select({ id: activityTable.id }).from(activityTable)
    .where(and(eq(activityTable.id, activityId), eq(activityTable.studioId, studioId), isNull(activityTable.removedAt))).get() !== undefined
}
