import { and, asc, count, eq, getTableColumns, inArray, lte, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { plainRows } from '../../../db/plain-rows.ts'
import { accountTable } from '../../../db/schema/accounts.ts'
import { activityTable } from '../../../db/schema/activities.ts'
import { allotmentCountTable, fundTable, ledgerEntryTable } from '../../../db/schema/ledger.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { LedgerEntryRow } from '../../../shared/contract/ledger.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'

export type Fund = typeof fundTable.$inferSelect
export type Entry = typeof ledgerEntryTable.$inferSelect

/** The studio's fund; null before its first posting. */
export function fundOf(db: ReadDb, studioId: string): Fund | null {
  return db.select().from(fundTable).where(eq(fundTable.studioId, studioId)).get() ?? null
}

/** All entries of a fund by their numbers. */
export function entriesOf(db: ReadDb, fundId: string): Entry[] {
  return db.select().from(ledgerEntryTable).where(eq(ledgerEntryTable.fundId, fundId)).orderBy(asc(ledgerEntryTable.entryNo)).all()
}

/** What is left in a fund, added up by the database. */
export function balanceIn(db: ReadDb, fundId: string): number {
  return db.select({ fen: sql<number>`coalesce(sum(${ledgerEntryTable.amountFen}), 0)` }).from(ledgerEntryTable)
    .where(eq(ledgerEntryTable.fundId, fundId)).get()?.fen ?? 0
}

/** The entries of all funds with this invoice number, as it is kept (see `readInvoiceNumber`), and the reversals of those. */
export function entriesWithInvoice(db: ReadDb, invoiceNo: string): Entry[] {
  const booked = db.select().from(ledgerEntryTable).where(eq(ledgerEntryTable.invoiceNo, invoiceNo)).orderBy(asc(ledgerEntryTable.entryNo)).all()
  const undoing = db.select().from(ledgerEntryTable).where(inArray(ledgerEntryTable.reversesEntryId, booked.map(({ id }) => id))).all()
  return [...booked, ...undoing]
}

/** One entry with the studio whose account it stands in. @throws `ledger.noEntry` */
export function entryById(db: ReadDb, id: string): { readonly entry: Entry; readonly studioId: string } {
  const found = db.select({ entry: ledgerEntryTable, studioId: fundTable.studioId }).from(ledgerEntryTable)
    .innerJoin(fundTable, eq(ledgerEntryTable.fundId, fundTable.id)).where(eq(ledgerEntryTable.id, id)).get()
  if (!found) throw new AppError('ledger.noEntry', 'notFound', '没有找到这一笔账，请回到经费账重新打开')
  return found
}

/** What one fund's entries of one term that concern allotments, or expenses, come to; a reversal concerns what it undoes. */
export interface TermSum {
  readonly fundId: string
  readonly termKey: string
  readonly concerns: Entry['kind']
  readonly amountFen: number
  readonly entries: number
}

/** All funds, or one, by terms, added up by the database: nothing of the entries themselves is read. */
export function termSums(db: ReadDb, fundId?: string): TermSum[] {
  const undone = alias(ledgerEntryTable, 'undone')
  const e = ledgerEntryTable
  const concerns = sql<Entry['kind']>`coalesce(${undone.kind}, ${e.kind})`
  return db.select({ fundId: e.fundId, termKey: e.termKey, concerns, amountFen: sql<number>`sum(${e.amountFen})`, entries: count() })
    .from(e).leftJoin(undone, eq(undone.id, e.reversesEntryId)).where(fundId === undefined ? undefined : eq(e.fundId, fundId)).groupBy(e.fundId, e.termKey, concerns).all()
}

/** A fund's entries of one term as the pages and the sheet show them, by their numbers; what is left after each is the sheet's to say. */
export function entryRows(db: ReadDb, fundId: string, termKey: string): Omit<LedgerEntryRow, 'balanceFen'>[] {
  const e = ledgerEntryTable
  const ofTerm = and(eq(e.fundId, fundId), eq(e.termKey, termKey))
  const entries = plainRows(db, db.select(getTableColumns(e)).from(e).where(ofTerm).orderBy(asc(e.entryNo)))
  // What is undone, and what undoes it, may stand in another term.
  const other = alias(ledgerEntryTable, 'other')
  const undone = new Map(plainRows(db, db.select({ by: e.id, entryNo: other.entryNo, kind: other.kind }).from(e)
    .innerJoin(other, eq(other.id, e.reversesEntryId)).where(ofTerm)).map(({ by, ...entry }) => [by, entry]))
  const undoneBy = new Map(plainRows(db, db.select({ id: e.id, no: other.entryNo }).from(e)
    .innerJoin(other, eq(other.reversesEntryId, e.id)).where(ofTerm)).map(({ id, no }) => [id, no]))
  const counted = countsOf(db, fundId)
  const posters = new Map(db.select({ id: accountTable.id, name: accountTable.displayName }).from(accountTable).all().map(({ id, name }) => [id, name]))
  const titles = activityTitles(db, fundId)
  return entries.map((entry) => asRow(entry, {
    activityTitle: entry.activityId === null ? undefined : titles.get(entry.activityId),
    undone: undone.get(entry.id),
    undoneByNo: undoneBy.get(entry.id),
    countedPeople: counted.get(entry.id),
    postedBy: posters.get(entry.postedByAccountId),
  }))
}

/** One entry in the same shape, without reading the others. */
export function entryRow(db: ReadDb, entry: Entry): LedgerEntryRow {
  const e = ledgerEntryTable
  const upToIt = db.select({ fen: sql<number>`sum(${e.amountFen})` }).from(e).where(and(eq(e.fundId, entry.fundId), lte(e.entryNo, entry.entryNo))).get()
  const people = db.select({ n: count() }).from(allotmentCountTable).where(eq(allotmentCountTable.entryId, entry.id)).get()?.n ?? 0
  const row = asRow(entry, {
    activityTitle: entry.activityId === null ? undefined : db.select({ title: activityTable.title }).from(activityTable).where(eq(activityTable.id, entry.activityId)).get()?.title,
    undone: entry.reversesEntryId === null ? undefined : entryById(db, entry.reversesEntryId).entry,
    undoneByNo: db.select({ no: e.entryNo }).from(e).where(eq(e.reversesEntryId, entry.id)).get()?.no,
    countedPeople: people === 0 ? undefined : people,
    postedBy: db.select({ name: accountTable.displayName }).from(accountTable).where(eq(accountTable.id, entry.postedByAccountId)).get()?.name,
  })
  return { ...row, balanceFen: must(upToIt, 'an aggregate has one row').fen }
}

/** What stands beside an entry in other rows; undefined where there is none. */
interface BesideEntry {
  readonly activityTitle: string | undefined
  readonly undone: Pick<Entry, 'entryNo' | 'kind'> | undefined
  readonly undoneByNo: number | undefined
  readonly countedPeople: number | undefined
  readonly postedBy: string | undefined
}

function asRow(entry: Entry, beside: BesideEntry): Omit<LedgerEntryRow, 'balanceFen'> {
  const { id, entryNo, kind, happenedOn, termKey, amountFen, summary, category, payee, invoiceCode, invoiceNo, activityId } = entry
  const { handledBy, witnessedBy, approvedBy, note, reversesEntryId, postedAt } = entry
  return {
    id, entryNo, kind, happenedOn, termKey, amountFen, summary, category, payee, invoiceCode, invoiceNo, activityId,
    handledBy, witnessedBy, approvedBy, note, reversesEntryId, postedAt,
    activityTitle: beside.activityTitle ?? null,
    reversesEntryNo: beside.undone?.entryNo ?? null,
    reversesKind: beside.undone?.kind ?? null,
    reversedByEntryNo: beside.undoneByNo ?? null,
    countedPeople: beside.countedPeople ?? null,
    postedBy: beside.postedBy ?? '',
  }
}

function countsOf(db: ReadDb, fundId: string): ReadonlyMap<string, number> {
  const rows = db.select({ entryId: allotmentCountTable.entryId }).from(allotmentCountTable)
    .innerJoin(ledgerEntryTable, eq(allotmentCountTable.entryId, ledgerEntryTable.id)).where(eq(ledgerEntryTable.fundId, fundId)).all()
  return new Map([...Map.groupBy(rows, ({ entryId }) => entryId)].map(([id, group]) => [id, group.length]))
}

function activityTitles(db: ReadDb, fundId: string): ReadonlyMap<string, string> {
  const rows = db.selectDistinct({ id: activityTable.id, title: activityTable.title }).from(activityTable)
    .innerJoin(ledgerEntryTable, and(eq(ledgerEntryTable.activityId, activityTable.id), eq(ledgerEntryTable.fundId, fundId))).all()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
