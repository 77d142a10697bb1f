import { basename } from 'node:path'
import { backupBeforeMigration } from '../../db/backup.ts'
import type { DbResources } from '../../db/migration-files.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import type { Peek } from '../../db/peek-database.ts'
import { runMigrations } from '../../db/run-migrations.ts'

export interface Upgrade {
  readonly resources: DbResources
  /** UTC ISO text. */
  readonly now: string
  readonly version: string
  readonly backupsFolder: string
}

/** Brings the database up to this program, after a verified backup if there are data; Chinese sentences about what was done. */
export function upgradeDatabase(opened: OpenDatabase, peek: Peek, upgrade: Upgrade): string[] {
  const notices: string[] = []
  if (peek.kind === 'ours' && peek.pending.length > 0) {
    const backup = backupBeforeMigration(opened.sqlite, upgrade.backupsFolder, upgrade.version)
    notices.push(`数据库已从 ${peek.lastVersion} 版升级到 ${upgrade.version} 版，升级前的备份在 backups/${basename(backup.path)}。`)
  }
  runMigrations(opened.sqlite, upgrade)
  return notices
}
