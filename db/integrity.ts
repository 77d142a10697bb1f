import type Database from 'better-sqlite3'

export interface IntegrityReport {
  /** The file can be trusted: every page and index is in order. */
  readonly whole: boolean
  /** What SQLite found, at most 20 lines, English, for the log. */
  readonly damage: readonly string[]
  /** References that lead nowhere, counted per `child → parent`. */
  readonly brokenReferences: ReadonlyMap<string, number>
}

/** Reads the whole database and says whether it is in order; never throws because of damage. */
export function checkIntegrity(sqlite: Database.Database): IntegrityReport {
  try {
    const lines = sqlite.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all()
    const damage = lines.filter((line) => line !== 'ok')
    return { whole: damage.length === 0, damage, brokenReferences: damage.length === 0 ? brokenReferences(sqlite) : new Map() }
  } catch (error) {
    return { whole: false, damage: [error instanceof Error ? error.message : String(error)], brokenReferences: new Map() }
  }
}

/** Rows whose parent is not there, counted per `child → parent`. */
export function brokenReferences(sqlite: Database.Database): Map<string, number> {
  const found = new Map<string, number>()
  const rows = sqlite.prepare<[], { table: string; parent: string }>('SELECT "table", parent FROM pragma_foreign_key_check').iterate()
  for (const { table, parent } of rows) {
    const link = `${table} → ${parent}`
    found.set(link, (found.get(link) ?? 0) + 1)
  }
  return found
}
