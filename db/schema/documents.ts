import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, moment } from './columns.ts'
import { studioTable } from './studios.ts'

/** 文书: a document that was made from a form and saved under the data folder. */
export const documentTable = sqliteTable('document', {
  id: id(),
  formCode: text('form_code').notNull(),
  title: text('title').notNull(),
  /** The studio that it was made for, whatever its subject is. */
  studioId: text('studio_id').notNull().references(() => studioTable.id),
  subjectKind: text('subject_kind').notNull(),
  subjectId: text('subject_id').notNull(),
  termKey: text('term_key'),
  /** Below the data folder's `文书/`, with forward slashes. */
  relativePath: text('relative_path').notNull(),
  sha256: text('sha256').notNull(),
  /** Whether an ID number or a phone stands in it in full. */
  showsNumbers: integer('shows_numbers', { mode: 'boolean' }).notNull(),
  madeAt: moment('made_at').notNull(),
  madeByAccountId: text('made_by_account_id').notNull(),
}, (t) => [index('document_by_subject').on(t.subjectKind, t.subjectId), index('document_by_studio').on(t.studioId, t.madeAt)])
