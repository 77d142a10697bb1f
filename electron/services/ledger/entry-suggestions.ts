import { desc, eq } from 'drizzle-orm'
import { fundTable, ledgerEntryTable } from '../../../db/schema/ledger.ts'
import { expenseRules } from '../../../shared/domain/schemes/scheme-settings.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { schemeOf } from '../schemes/schemes-service.ts'
import { assertMayReadStudio } from '../studios/studio-scope.ts'
import { studioById } from '../studios/studios-service.ts'

/** Kinds of spending that the printed budgets of studios name most; offered where the scheme has no list. */
const usualCategories = ['图书资料', '办公用品', '差旅费', '会务费', '专家讲课费', '外出学习', '课题研究', '印刷费', '其他']
const mostSuggested = 60
/** So many entries back is the habit looked for. */
const entriesLookedAt = 2000

/** The scheme's categories, or the usual ones with those that this fund has used. `closed`: the scheme refuses others. */
export function categoriesFor(ctx: ReadContext, studioId: string): { categories: string[]; closed: boolean } {
  assertMayReadStudio(ctx, studioId)
  const rules = expenseRules(schemeOf(ctx, studioById(ctx.db, studioId)))
  if (rules.categories.length > 0) return { categories: [...new Set(rules.categories)], closed: rules.otherCategories === 'refuse' }
  const used = ctx.db.selectDistinct({ category: ledgerEntryTable.category }).from(ledgerEntryTable)
    .innerJoin(fundTable, eq(ledgerEntryTable.fundId, fundTable.id)).where(eq(fundTable.studioId, studioId)).all()
  return { categories: distinct([...usualCategories, ...used.map(({ category }) => category)]), closed: false }
}

interface Signers {
  readonly handledBy: string | null
  readonly witnessedBy: string | null
  readonly approvedBy: string | null
}

/** Payees and people of earlier entries, the latest first, and who signed the latest expense (of the studio, where it has one). */
export function usualNames(ctx: ReadContext, studioId: string | null): { payees: string[]; handlers: string[]; last: Signers | null } {
  const rows = ctx.db.select({
    studioId: fundTable.studioId, kind: ledgerEntryTable.kind, payee: ledgerEntryTable.payee,
    handledBy: ledgerEntryTable.handledBy, witnessedBy: ledgerEntryTable.witnessedBy, approvedBy: ledgerEntryTable.approvedBy,
  }).from(ledgerEntryTable).innerJoin(fundTable, eq(ledgerEntryTable.fundId, fundTable.id))
    .orderBy(desc(ledgerEntryTable.postedAt), desc(ledgerEntryTable.entryNo)).limit(entriesLookedAt).all()
  const expenses = rows.filter(({ kind }) => kind === 'expense')
  const last = expenses.find((row) => row.studioId === studioId) ?? expenses[0]
  return {
    payees: distinct(rows.map(({ payee }) => payee)).slice(0, mostSuggested),
    handlers: distinct(rows.flatMap(({ handledBy, witnessedBy, approvedBy }) => [handledBy, witnessedBy, approvedBy])).slice(0, mostSuggested),
    last: last === undefined ? null : { handledBy: last.handledBy, witnessedBy: last.witnessedBy, approvedBy: last.approvedBy },
  }
}

function distinct(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text) => text !== null && text !== ''))] as string[]
}
