import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Which Electron was looked for, and where: another version or another mirror is another attempt. */
export interface Attempt {
  readonly version: string
  readonly mirror: string
}

/** Remembers a failed attempt to fetch Electron, so that not every start waits for it again. */
export function attemptMemory(root: string) {
  const file = join(root, 'node_modules', '.cache', 'xingtan', 'electron-attempt.json')
  return {
    /** Why this attempt failed the last time, or null when it was never made. */
    failureOf(attempt: Attempt): string | null {
      try {
        const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
        if (kept === null || typeof kept !== 'object' || !('version' in kept) || !('mirror' in kept) || !('why' in kept)) return null
        return kept.version === attempt.version && kept.mirror === attempt.mirror && typeof kept.why === 'string' ? kept.why : null
      } catch {
        return null
      }
    },
    /** A folder that cannot be written costs the next start its wait, nothing else. */
    remember(attempt: Attempt, why: string): void {
      try {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, JSON.stringify({ ...attempt, why }))
      } catch {
        return
      }
    },
    forget(): void {
      rmSync(file, { force: true })
    },
  }
}
