import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { roles } from '../../shared/domain/accounts/permissions.ts'
import { id, moment, revision, timestamps } from './columns.ts'
import { personTable } from './people.ts'

/** Who may sign in. The data key is wrapped once per account, by a key derived from the password. */
export const accountTable = sqliteTable('account', {
  id: id(),
  signInName: text('sign_in_name').notNull().unique(),
  displayName: text('display_name').notNull(),
  role: text('role', { enum: roles }).notNull(),
  personId: text('person_id').references(() => personTable.id),
  /** `scrypt$N$r$p$salt$hash`, base64 parts. */
  passwordHash: text('password_hash').notNull(),
  /** The data key, AES-256-GCM, under a key derived from the password with its own salt. */
  wrappedDataKey: text('wrapped_data_key').notNull(),
  mustChangePassword: integer('must_change_password', { mode: 'boolean' }).notNull().default(false),
  failedAttempts: integer('failed_attempts').notNull().default(0),
  /** Not before this moment is a next attempt looked at. */
  retryAfterAt: moment('retry_after_at'),
  lastSignInAt: moment('last_sign_in_at'),
  disabledAt: moment('disabled_at'),
  revision: revision(),
  ...timestamps(),
})

/** The data key wrapped by a recovery code that was printed at the first start; an old one is retired: its row stays, without the key. */
export const recoveryKeyTable = sqliteTable('recovery_key', {
  id: id(),
  wrappedDataKey: text('wrapped_data_key').notNull(),
  createdAt: moment('created_at').notNull(),
  retiredAt: moment('retired_at'),
})

/** What one person wants remembered: columns of a list, folded navigation. JSON by key. */
export const preferenceTable = sqliteTable('preference', {
  accountId: text('account_id').notNull().references(() => accountTable.id),
  key: text('key').notNull(),
  value: text('value').notNull(),
  updatedAt: moment('updated_at').notNull(),
}, (t) => [primaryKey({ columns: [t.accountId, t.key] })])
