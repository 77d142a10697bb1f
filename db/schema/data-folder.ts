import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { moment } from './columns.ts'

/** One row that says whose database this is: how a foreign file is told from ours. */
export const dataFolderTable = sqliteTable('data_folder', {
  /** Always `xingtan`. */
  program: text('program').primaryKey().notNull(),
  folderId: text('folder_id').notNull(),
  createdAt: moment('created_at').notNull(),
  /** The newest program version that has written here. */
  writtenByVersion: text('written_by_version').notNull(),
})
