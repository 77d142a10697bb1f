import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'

/**
 * The row that says that the database is ours: made with the first migration, afterwards it keeps the newest version that has
 * written here. Databases without the table are left alone.
 */
export function stampDataFolder(sqlite: Database.Database, run: { readonly now: string; readonly version: string }): void {
  const known = sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'data_folder'`).get()
  if (known === undefined) return
  const before = sqlite.prepare<[], string>(`SELECT written_by_version FROM data_folder WHERE program = 'xingtan'`).pluck().get()
  if (before === undefined) {
    sqlite.prepare(`INSERT INTO data_folder (program, folder_id, created_at, written_by_version) VALUES ('xingtan', ?, ?, ?)`)
      .run(randomUUID(), run.now, run.version)
  } else if (isNewer(run.version, before)) {
    sqlite.prepare(`UPDATE data_folder SET written_by_version = ? WHERE program = 'xingtan'`).run(run.version)
  }
}

/** Compares `1.10.0` with `1.9.2` by numbers; what follows a hyphen does not count. */
function isNewer(version: string, than: string): boolean {
  const [one, other] = [version, than].map((text) => (text.split('-')[0] ?? '').split('.').map(Number))
  for (let at = 0; at < 3; at++) {
    const difference = (one?.[at] ?? 0) - (other?.[at] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}
