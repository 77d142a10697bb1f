import { desc, eq } from 'drizzle-orm'
import { fundTable, ledgerEntryTable } from '../../../db/schema/ledger.ts'
import { fiscalYearOfDay } from '../../../shared/domain/terms/years-of-day.ts'
import type { Write, WriteContext } from '../../dispatch/context.ts'
import type { Studio } from '../studios/studios-service.ts'
import type { Entry, Fund } from './fund-reading.ts'
import { fundOf } from './fund-reading.ts'

/** What an area of the ledger decides about an entry; the number, the year and who posted it are added here. */
export type EntryDraft = Pick<Entry, 'kind' | 'happenedOn' | 'termKey' | 'amountFen' | 'summary'>
  & Partial<Omit<Entry, 'id' | 'fundId' | 'entryNo' | 'fiscalYear' | 'postedAt' | 'postedByAccountId'>>

/** The studio's fund, made now when this is its first posting. */
export function fundForTx(w: Write, ctx: WriteContext, studio: Studio): Fund {
  const found = fundOf(w.tx, studio.id)
  if (found !== null) return found
  const fund = { id: ctx.ids.next(), studioId: studio.id, name: `${studio.name}专项经费`, createdAt: ctx.clock.now() }
  w.tx.insert(fundTable).values(fund).run()
  w.changed('fund', fund.id, null, fund)
  return fund
}

/** The number that the fund's next entry gets. Holds only inside the write transaction that asks. */
export function nextEntryNoTx(w: Write, fundId: string): number {
  const last = w.tx.select({ no: ledgerEntryTable.entryNo }).from(ledgerEntryTable)
    .where(eq(ledgerEntryTable.fundId, fundId)).orderBy(desc(ledgerEntryTable.entryNo)).limit(1).get()
  return (last?.no ?? 0) + 1
}

/** Appends one entry under the next number; the write lock was taken before that number was read. */
export function appendEntryTx(w: Write, ctx: WriteContext, fund: Fund, draft: EntryDraft): Entry {
  const entry: Entry = {
    category: null, payee: null, invoiceCode: null, invoiceNo: null, activityId: null, handledBy: null, witnessedBy: null, approvedBy: null,
    note: null, reversesEntryId: null, allotmentBasis: null,
    ...draft,
    id: ctx.ids.next(), fundId: fund.id, entryNo: nextEntryNoTx(w, fund.id), fiscalYear: fiscalYearOfDay(draft.happenedOn),
    postedAt: ctx.clock.now(), postedByAccountId: ctx.actor.accountId,
  }
  w.tx.insert(ledgerEntryTable).values(entry).run()
  w.changed('ledgerEntry', entry.id, null, entry)
  return entry
}
