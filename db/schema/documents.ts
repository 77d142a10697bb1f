import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, moment } from './columns.ts'

/** 文书: a document that was made from a form and saved under the data folder. */
export const documentTable = sqliteTable('document', {
  id: id(),
  formCode: text('form_code').notNull(),
  title: text('title').notNull(),
  subjectKind: text('subject_kind').notNull(),
  subjectId: text('subject_id').notNull(),
  termKey: text('term_key'),
  /** Below the data folder's `文书/`, with forward slashes. */
  relativePath: text('relative_path').notNull(),
  sha256: text('sha256').notNull(),
  madeAt: moment('made_at').notNull(),
  madeByAccountId: text('made_by_account_id').notNull(),
}, (t) => [index('document_by_subject').on(t.subjectKind, t.subjectId)])
