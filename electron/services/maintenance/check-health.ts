import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { count } from 'drizzle-orm'
import { checkIntegrity } from '../../../db/integrity.ts'
import { storedFileTable } from '../../../db/schema/activities.ts'
import { auditLogTable } from '../../../db/schema/audit-log.ts'
import type { Sqlite } from '../../../db/open-database.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { HealthReport } from '../../../shared/contract/maintenance.ts'
import { firstBrokenSeal } from '../audit/audit-trail.ts'

/**
 * Reads the whole data folder and says what is not as it should be: pages and indexes of the database, references that lead
 * nowhere, the seals of the log, the kept files against their rows. Changes nothing.
 * @param filesFolder `files/` of the data folder
 */
export function checkHealth(sqlite: Sqlite, db: ReadDb, filesFolder: string): HealthReport {
  const { whole, damage, brokenReferences } = checkIntegrity(sqlite)
  const database = { whole, damage: damage.length, brokenReferences: [...brokenReferences].map(([link, n]) => ({ link, count: n })) }
  // What stands in a damaged file cannot be judged further.
  if (!whole) return { database, audit: { rows: 0, firstBroken: null }, files: { rows: 0, missing: [], changed: [], withoutRow: 0 } }
  return {
    database,
    audit: { rows: db.select({ n: count() }).from(auditLogTable).get()?.n ?? 0, firstBroken: firstBrokenSeal(db) },
    files: checkFiles(db, filesFolder),
  }
}

/** Whether there is anything that somebody should look at. */
export function isHealthy({ database, audit, files }: HealthReport): boolean {
  return database.whole && database.brokenReferences.length === 0 && audit.firstBroken === null && files.missing.length + files.changed.length === 0
}

function checkFiles(db: ReadDb, folder: string): HealthReport['files'] {
  const known = db.select({ sha256: storedFileTable.sha256 }).from(storedFileTable).all().map(({ sha256 }) => sha256)
  const missing: string[] = []
  const changed: string[] = []
  for (const sha256 of known) {
    const path = join(folder, sha256.slice(0, 2), sha256)
    if (!existsSync(path)) missing.push(sha256)
    else if (createHash('sha256').update(readFileSync(path)).digest('hex') !== sha256) changed.push(sha256)
  }
  const inFolder = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
    : []
  const rows = new Set(known)
  return { rows: known.length, missing, changed, withoutRow: inFolder.filter(({ name }) => !rows.has(name)).length }
}
