import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { day, id, recycleBin, revision, timestamps } from './columns.ts'
import { termTable } from './school.ts'
import { studioTable } from './studios.ts'

/** 研讨主题: what a studio studies for a term or a part of it. Its activities name it. */
export const themeTable = sqliteTable('theme', {
  id: id(),
  studioId: text('studio_id').notNull().references(() => studioTable.id),
  termKey: text('term_key').notNull().references(() => termTable.key),
  title: text('title').notNull(),
  /** What it is for, and how it will be studied. */
  aim: text('aim'),
  /** Null: from the first day of the term. */
  fromOn: day('from_on'),
  /** Null: to the last day of the term. */
  toOn: day('to_on'),
  revision: revision(),
  ...recycleBin(),
  ...timestamps(),
}, (t) => [index('theme_by_studio_term').on(t.studioId, t.termKey)])
