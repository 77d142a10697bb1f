import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { entryKinds } from '../../shared/domain/ledger/ledger-words.ts'
import { memberRoles } from '../../shared/domain/studios/studio-words.ts'
import { activityTable } from './activities.ts'
import { day, fen, id, moment } from './columns.ts'
import { personTable } from './people.ts'
import { termTable } from './school.ts'
import { membershipTable, studioTable } from './studios.ts'

/** 专项经费 of one studio. */
export const fundTable = sqliteTable('fund', {
  id: id(),
  studioId: text('studio_id').notNull().unique().references(() => studioTable.id),
  name: text('name').notNull(),
  createdAt: moment('created_at').notNull(),
})

/** The running account: only ever grows (triggers in `db/custom-sql/`). */
export const ledgerEntryTable = sqliteTable('ledger_entry', {
  id: id(),
  fundId: text('fund_id').notNull().references(() => fundTable.id),
  /** Runs from 1 within the fund, without gaps. */
  entryNo: integer('entry_no').notNull(),
  kind: text('kind', { enum: entryKinds }).notNull(),
  /** The day of the business: of the allotment, of the invoice. */
  happenedOn: day('happened_on').notNull(),
  termKey: text('term_key').notNull().references(() => termTable.key),
  /** 会计年度, 1 January to 31 December. */
  fiscalYear: integer('fiscal_year').notNull(),
  /** Money in is positive, money out negative; a reversal is the opposite of what it undoes. */
  amountFen: fen('amount_fen').notNull(),
  summary: text('summary').notNull(),
  category: text('category'),
  payee: text('payee'),
  invoiceCode: text('invoice_code'),
  invoiceNo: text('invoice_no'),
  activityId: text('activity_id').references(() => activityTable.id),
  handledBy: text('handled_by'),
  witnessedBy: text('witnessed_by'),
  approvedBy: text('approved_by'),
  note: text('note'),
  reversesEntryId: text('reverses_entry_id').unique(),
  /** For an allotment per head: `{ countingOn, rateFen, rolesCounted }` as JSON. */
  allotmentBasis: text('allotment_basis'),
  postedAt: moment('posted_at').notNull(),
  postedByAccountId: text('posted_by_account_id').notNull(),
}, (t) => [
  unique('ledger_entry_number').on(t.fundId, t.entryNo),
  index('ledger_entry_by_term').on(t.fundId, t.termKey),
  index('ledger_entry_by_invoice').on(t.invoiceNo),
  check('ledger_entry_amount_is_whole_fen', sql`typeof(${t.amountFen}) = 'integer' and ${t.amountFen} <> 0`),
])

/** Who was counted for an allotment per head, as it was on that day. */
export const allotmentCountTable = sqliteTable('allotment_count', {
  entryId: text('entry_id').notNull().references(() => ledgerEntryTable.id),
  personId: text('person_id').notNull().references(() => personTable.id),
  membershipId: text('membership_id').notNull().references(() => membershipTable.id),
  personName: text('person_name').notNull(),
  role: text('role', { enum: memberRoles }).notNull(),
}, (t) => [primaryKey({ columns: [t.entryId, t.personId] })])
