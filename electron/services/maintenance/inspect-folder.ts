import { readMigrations } from '../../../db/migration-files.ts'
import { openForReading } from '../../../db/open-database.ts'
import { peekDatabase } from '../../../db/peek-database.ts'
import type { HealthReport } from '../../../shared/contract/maintenance.ts'
import { AppError } from '../../../shared/errors.ts'
import { dataFolderLayout } from '../../boot/data-folder-layout.ts'
import { checkHealth, isHealthy } from './check-health.ts'

export type InspectedFolder =
  | { readonly folder: string; readonly state: 'well' | 'troubled'; readonly health: HealthReport }
  /** No database there; `pending` has to be migrated by the program first. */
  | { readonly folder: string; readonly state: 'absent' | 'empty' | 'pending' }
  /** Damaged, foreign or newer: what the program itself would say on opening it. */
  | { readonly folder: string; readonly state: 'refused'; readonly code: string; readonly message: string }

/** Looks at a data folder from outside, without the program and without writing; the program may be running. */
export function inspectFolder(folder: string, migrationsFolder: string): InspectedFolder {
  const layout = dataFolderLayout(folder)
  try {
    const peek = peekDatabase(layout.database, readMigrations(migrationsFolder))
    if (peek.kind !== 'ours') return { folder, state: peek.kind }
    if (peek.pending.length > 0) return { folder, state: 'pending' }
    const opened = openForReading(layout.database)
    try {
      const health = checkHealth(opened.sqlite, opened.db, layout.files)
      return { folder, state: isHealthy(health) ? 'well' : 'troubled', health }
    } finally {
      opened.close()
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { folder, state: 'refused', code: error.code, message: error.message }
  }
}
