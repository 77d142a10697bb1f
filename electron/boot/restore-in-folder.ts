import { readMigrations } from '../../db/migration-files.ts'
import { finishInterruptedRestore, restoreBackup, undoRestore } from '../../db/restore.ts'
import type { RestoreDone, RestorePlace } from '../../db/restore.ts'
import type { BootDeps } from './boot-data-folder.ts'
import { checkFolder } from './check-folder.ts'
import { dataFolderLayout } from './data-folder-layout.ts'
import { lockFolder, thisHolder } from './folder-lock.ts'

/**
 * Puts a backup in the place of a folder's database, which nobody may have open: it is the way out when `bootDataFolder` has
 * refused a damaged or missing database, and a running program closes its `BootedFolder` first and boots again afterwards.
 * @param backupPath the full path; it may lie outside of the folder, on a USB stick for instance.
 * @throws AppError as `bootDataFolder` for the place, and as `restoreBackup` for the backup.
 */
export function restoreInFolder(folder: string, backupPath: string, deps: BootDeps): RestoreDone {
  return held(folder, deps, (place, now) => restoreBackup(place, backupPath, now, readMigrations(deps.dbResources.migrations)))
}

/** Goes back to what a restore had moved aside (`RestoreDone.replacedPath`). */
export function undoRestoreInFolder(folder: string, replacedPath: string, deps: BootDeps): RestoreDone {
  return held(folder, deps, (place, now) => undoRestore(place, replacedPath, now))
}

function held(folder: string, deps: BootDeps, work: (place: RestorePlace, now: string) => RestoreDone): RestoreDone {
  const layout = dataFolderLayout(folder)
  const now = deps.clock.now()
  checkFolder(folder, deps.platform ?? process.platform)
  const lock = lockFolder(layout.lock, thisHolder(now), deps.takeOver)
  try {
    const place = { databasePath: layout.database, backupsFolder: layout.backups }
    finishInterruptedRestore(place)
    return work(place, now)
  } finally {
    lock.release()
  }
}
