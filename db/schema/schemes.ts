import { sql } from 'drizzle-orm'
import { check, index, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { day, id, moment, revision, timestamps } from './columns.ts'
import { studioTable } from './studios.ts'

export const schemeStates = ['draft', 'inForce', 'retired'] as const

/**
 * 规程 of the school's own, version by version; the program's presets stay files. A draft may change and be thrown away; once in
 * force a version only retires or returns (triggers in `db/custom-sql/`): a studio's past must stay what it was.
 */
export const schemeVersionTable = sqliteTable('scheme_version', {
  id: id(),
  code: text('code').notNull(),
  version: text('version').notNull(),
  title: text('title').notNull(),
  /** The scheme that it was copied from. */
  baseCode: text('base_code'),
  baseVersion: text('base_version'),
  /** The scheme as its file would hold it; `shared/domain/schemes/load-scheme.ts` reads it. */
  document: text('document').notNull(),
  sha256: text('sha256').notNull(),
  state: text('state', { enum: schemeStates }).notNull(),
  /** The first day on which it holds; a draft has none. */
  holdsFromOn: day('holds_from_on'),
  putInForceAt: moment('put_in_force_at'),
  retiredAt: moment('retired_at'),
  retiredReason: text('retired_reason'),
  revision: revision(),
  ...timestamps(),
}, (t) => [
  unique('scheme_version_key').on(t.code, t.version),
  check('scheme_version_state', sql`${t.state} in ('draft', 'inForce', 'retired')`),
  check('scheme_version_in_force_since', sql`(${t.state} = 'draft') = (${t.holdsFromOn} is null)`),
])

/**
 * When a running studio was moved from one scheme to another, and why; only grows. Before the first row it followed the first `from`.
 * One for a day to come takes effect by itself on that day (`settle-scheme-moves.ts`) and can be withdrawn before it.
 */
export const studioSchemeChangeTable = sqliteTable('studio_scheme_change', {
  id: id(),
  studioId: text('studio_id').notNull().references(() => studioTable.id),
  fromCode: text('from_code').notNull(),
  fromVersion: text('from_version').notNull(),
  toCode: text('to_code').notNull(),
  toVersion: text('to_version').notNull(),
  /** The first day under the new one. */
  fromOn: day('from_on').notNull(),
  reason: text('reason').notNull(),
  withdrawnAt: moment('withdrawn_at'),
  withdrawReason: text('withdraw_reason'),
  createdAt: moment('created_at').notNull(),
}, (t) => [index('studio_scheme_change_by_studio').on(t.studioId)])
