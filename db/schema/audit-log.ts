import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { moment } from './columns.ts'

/** 操作日志: one row per write, append-only by trigger; each row seals the one before it. */
export const auditLogTable = sqliteTable('audit_log', {
  seq: integer('seq').primaryKey({ autoIncrement: true }).notNull(),
  at: moment('at').notNull(),
  accountId: text('account_id'),
  actorName: text('actor_name').notNull(),
  /** The route that was called, e.g. `people.save`. */
  action: text('action').notNull(),
  /** What was done, in Chinese, for the history on the page; without ID numbers or phones. */
  summary: text('summary').notNull(),
  /** JSON: `{ kind, id, before, after }[]`; protected fields stand there as `***`. */
  changes: text('changes').notNull(),
  previousSeal: text('previous_seal').notNull(),
  /** SHA-256 over the previous seal and this row's other columns. */
  seal: text('seal').notNull(),
})

/** Finds the history of a record without reading every row of the log. */
export const auditSubjectTable = sqliteTable('audit_subject', {
  seq: integer('seq').notNull().references(() => auditLogTable.seq),
  kind: text('kind').notNull(),
  subjectId: text('subject_id').notNull(),
}, (t) => [index('audit_subject_by_record').on(t.kind, t.subjectId)])
