import type { Day } from '../dates/day.ts'
import { isDay, isWithin } from '../dates/day.ts'
import { formatFen } from '../money/fen.ts'
import { termName } from '../terms/term-key.ts'
import { invoiceKey, readInvoiceNumber } from './invoice-number.ts'
import { reversedIds } from './running-balance.ts'
import type { LedgerLine } from './running-balance.ts'

export interface ExpenseDraft {
  /** A positive amount; the posting turns it round. */
  readonly amountFen: number
  readonly happenedOn: Day
  readonly termKey: string
  readonly category: string | null
  readonly invoiceCode: string | null
  readonly invoiceNo: string | null
}

export interface ExpenseRules {
  /** 专款专用: the categories that the scheme allows; empty when it names none. */
  readonly categories: readonly string[]
  /** What happens with a category outside the list. */
  readonly otherCategories: 'refuse' | 'warn'
  readonly overspend: 'refuse' | 'warn' | 'allow'
}

export interface ExpenseProblem {
  readonly field: 'amountFen' | 'happenedOn' | 'category' | 'invoiceCode' | 'invoiceNo'
  /** A `warn` may be posted after it has been seen. */
  readonly severity: 'refuse' | 'warn'
  readonly message: string
}

/** What the check needs of the fund. */
export interface FundState {
  readonly balanceFen: number
  /** At least the entries with the expense's invoice number, and the reversals of those. */
  readonly entries: readonly LedgerLine[]
}

/**
 * What stands against posting the expense. `otherFunds` are entries like those of `fund`, but of other funds, among which the
 * same invoice may have been booked (财会〔2020〕6号 demands that double booking be prevented).
 */
export function checkExpense(
  draft: ExpenseDraft,
  fund: FundState,
  term: { readonly key: string; readonly startsOn: Day; readonly endsOn: Day },
  rules: ExpenseRules,
  otherFunds: readonly LedgerLine[] = [],
): readonly ExpenseProblem[] {
  return [
    ...checkAmount(draft, fund.balanceFen, rules),
    ...checkDay(draft, term),
    ...checkCategory(draft, rules),
    ...checkInvoice(draft, fund.entries, otherFunds),
  ]
}

function checkAmount(draft: ExpenseDraft, balance: number, rules: ExpenseRules): ExpenseProblem[] {
  if (!Number.isSafeInteger(draft.amountFen) || draft.amountFen <= 0) {
    return [{ field: 'amountFen', severity: 'refuse', message: '支出金额应大于 0，请核对。要冲减已记的账，请用红字冲销。' }]
  }
  if (draft.amountFen <= balance || rules.overspend === 'allow') return []
  const over = formatFen(draft.amountFen - balance)
  return [{
    field: 'amountFen',
    severity: rules.overspend,
    message: `本次支出 ${formatFen(draft.amountFen)} 元，专项经费结余 ${formatFen(balance)} 元，超出 ${over} 元。请先登记拨款，或减少支出。`,
  }]
}

function checkDay(draft: ExpenseDraft, term: { readonly key: string; readonly startsOn: Day; readonly endsOn: Day }): ExpenseProblem[] {
  if (!isDay(draft.happenedOn)) return [{ field: 'happenedOn', severity: 'refuse', message: '请填写支出日期，例如 2026-09-10。' }]
  if (isWithin(draft.happenedOn, term.startsOn, term.endsOn)) return []
  return [{
    field: 'happenedOn',
    severity: 'refuse',
    message: `支出日期 ${draft.happenedOn} 不在${termName(term.key)}（${term.startsOn} 至 ${term.endsOn}）内，请改日期或改记到相应学期。`,
  }]
}

function checkCategory(draft: ExpenseDraft, rules: ExpenseRules): ExpenseProblem[] {
  if (rules.categories.length === 0) return []
  const list = rules.categories.join('、')
  if (draft.category === null || draft.category.trim() === '') return [{ field: 'category', severity: rules.otherCategories, message: `请选择支出科目：${list}。` }]
  if (rules.categories.includes(draft.category)) return []
  return [{ field: 'category', severity: rules.otherCategories, message: `“${draft.category}”不在规程允许的支出范围内（${list}），专款应专用，请核对。` }]
}

function checkInvoice(draft: ExpenseDraft, fundEntries: readonly LedgerLine[], otherFunds: readonly LedgerLine[]): ExpenseProblem[] {
  const warnings = readInvoiceNumber(draft.invoiceCode, draft.invoiceNo).warnings
    .map((message): ExpenseProblem => ({ field: 'invoiceNo', severity: 'warn', message }))
  const key = invoiceKey(draft.invoiceCode, draft.invoiceNo)
  if (key === undefined) return warnings
  const undone = reversedIds([...fundEntries, ...otherFunds])
  const twin = (entries: readonly LedgerLine[]) =>
    entries.find((entry) => entry.kind === 'expense' && !undone.has(entry.id) && invoiceKey(entry.invoiceCode, entry.invoiceNo) === key)
  const here = twin(fundEntries)
  const there = here ?? twin(otherFunds)
  if (there === undefined) return warnings
  const where = here === undefined ? '另一工作室的' : ''
  return [{
    field: 'invoiceNo',
    severity: 'refuse',
    message: `发票号码 ${draft.invoiceNo ?? draft.invoiceCode ?? ''} 已在${where}第 ${there.entryNo} 笔（${there.happenedOn} ${there.summary}，${formatFen(-there.amountFen)} 元）报销过，不能重复入账；如记错，请先冲销那一笔。`,
  }, ...warnings]
}
