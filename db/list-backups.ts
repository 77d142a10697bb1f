import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { notedHash } from './backup.ts'

/** `daily` and `beforeMigration` were made and checked by the program; `replaced` is what a restore moved aside, as it was. */
export type BackupKind = 'daily' | 'beforeMigration' | 'replaced' | 'other'

export interface BackupListed {
  readonly name: string
  readonly path: string
  readonly kind: BackupKind
  readonly bytes: number
  /** UTC ISO text. */
  readonly changedAt: string
  /** As noted when it was made; null where nothing was noted. Whether it still holds is found by `hashHolds`. */
  readonly sha256: string | null
}

/** What lies in the folder of backups, the newest first; nothing where there is no such folder. */
export function listBackups(folder: string): BackupListed[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
  return names.filter((name) => name.endsWith('.db')).map((name) => {
    const path = join(folder, name)
    const { size, mtime } = statSync(path)
    return { name, path, kind: kindOf(name), bytes: size, changedAt: mtime.toISOString(), sha256: notedHash(path) }
  }).sort((a, b) => b.changedAt.localeCompare(a.changedAt) || b.name.localeCompare(a.name))
}

function kindOf(name: string): BackupKind {
  if (/^auto-\d{4}-\d{2}-\d{2}\.db$/.test(name)) return 'daily'
  if (name.startsWith('before-')) return 'beforeMigration'
  return name.startsWith('replaced-') ? 'replaced' : 'other'
}
