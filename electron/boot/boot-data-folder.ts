import { mkdirSync } from 'node:fs'
import { readMigrations } from '../../db/migration-files.ts'
import type { DbResources } from '../../db/migration-files.ts'
import { openDatabase } from '../../db/open-database.ts'
import type { OpenDatabase } from '../../db/open-database.ts'
import { damaged, peekDatabase } from '../../db/peek-database.ts'
import type { Peek } from '../../db/peek-database.ts'
import { finishInterruptedRestore } from '../../db/restore.ts'
import { asStorageError } from '../../db/sqlite-errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { Logger } from '../ports/logger.ts'
import { checkFolder } from './check-folder.ts'
import { dataFolderLayout } from './data-folder-layout.ts'
import type { DataFolderLayout } from './data-folder-layout.ts'
import { lockFolder, thisHolder } from './folder-lock.ts'
import { refuseLostDatabase } from './refuse-lost-database.ts'
import { upgradeDatabase } from './upgrade-database.ts'

export interface BootDeps {
  readonly clock: Clock
  /** Of the program, e.g. `0.1.0`. */
  readonly version: string
  readonly dbResources: DbResources
  readonly logger: Logger
  readonly platform?: NodeJS.Platform
  /** The user has confirmed that the other computer named by `boot.openElsewhere` is no longer using the folder. */
  readonly takeOver?: boolean
}

export interface BootedFolder {
  readonly db: OpenDatabase
  readonly folder: string
  readonly layout: DataFolderLayout
  /** Chinese: what was found, mended or moved, for the user to read once. */
  readonly notices: readonly string[]
  /** Closes the database and lets go of the folder; a second call does nothing. */
  close(): void
}

/**
 * Opens a data folder, or makes it; synchronous. What is refused is left as it was.
 * @param folder the full path.
 * @throws AppError of kind `precondition` (the user's business) or `unavailable`, each with what to do next.
 */
export function bootDataFolder(folder: string, deps: BootDeps): BootedFolder {
  const layout = dataFolderLayout(folder)
  const now = deps.clock.now()
  try {
    const warnings = checkFolder(folder, deps.platform ?? process.platform)
    const lock = lockFolder(layout.lock, thisHolder(now), deps.takeOver)
    let db: OpenDatabase | null = null
    try {
      const restored = finishInterruptedRestore({ databasePath: layout.database, backupsFolder: layout.backups })
      const peek = peekDatabase(layout.database, readMigrations(deps.dbResources.migrations))
      refuseLostDatabase(layout, peek)
      const checked = judgeIntegrity(peek, deps.logger)
      db = openDatabase(layout.database)
      for (const place of [layout.files, layout.documents, layout.backups]) mkdirSync(place, { recursive: true })
      const upgraded = upgradeDatabase(db, peek, {
        resources: deps.dbResources, now, version: deps.version, backupsFolder: layout.backups,
      })
      const opened = db
      return {
        db: opened,
        folder,
        layout,
        notices: [...warnings, ...lock.notices, ...restored, ...checked, ...upgraded],
        close: () => {
          try {
            opened.close()
          } finally {
            lock.release()
          }
        },
      }
    } catch (error) {
      db?.close()
      lock.release()
      throw error
    }
  } catch (error) {
    const known = asStorageError(error) ?? error
    deps.logger.error('boot.failed', known)
    throw known
  }
}

/** After an unclean end the whole file was read: damage is refused, a reference that leads nowhere is told. */
function judgeIntegrity(peek: Peek, logger: Logger): string[] {
  if (peek.kind !== 'ours' || peek.integrity === null) return []
  const { whole, damage, brokenReferences } = peek.integrity
  if (!whole) throw damaged('database.damaged', new Error(damage.join('; ')))
  if (brokenReferences.size === 0) return ['数据库上次没有正常关闭，已全面检查，数据完好。']
  logger.error('boot.brokenReferences', null, Object.fromEntries(brokenReferences))
  const count = [...brokenReferences.values()].reduce((sum, n) => sum + n, 0)
  return [`数据库上次没有正常关闭，检查发现 ${count} 处记录之间的关联缺失，数据可以继续使用。请先做一次备份，再联系维护人员。`]
}
