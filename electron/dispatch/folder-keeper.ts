import type { Sqlite } from '../../db/open-database.ts'
import type { Db } from '../../db/open-database.ts'
import type { RestoreDone } from '../../db/restore.ts'
import type { DataFolderLayout } from '../boot/data-folder-layout.ts'
import type { FolderCandidate } from '../data-folder-choice.ts'

/** The opened data folder as a whole: for the few services that back it up, check it, restore it or move to another. */
export interface FolderKeeper {
  readonly layout: DataFolderLayout
  /** The bare handle, for backups and checks; records go through `ctx.db` and `ctx.write`. */
  readonly sqlite: Sqlite
  /** The database that is open now; `ctx.db` is the one that was open when the call came. */
  readonly db: Db
  /** Places that could be used instead, looked at now; null where the folder was given from outside. */
  candidates(): readonly FolderCandidate[] | null
  /**
   * Opens one of the candidates and remembers it; the present folder is let go. Everybody is signed out.
   * @throws whatever the boot of the other folder refuses; then the present one stays open
   */
  moveTo(id: string): Promise<void>
  /**
   * Waits for the other calls, puts a backup in the place of the database and opens it. Everybody is signed out.
   * @throws what `restoreBackup` refuses; then the data are as they were
   */
  restore(backupPath: string): Promise<RestoreDone>
}
