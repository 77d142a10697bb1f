import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the build is made from; tests are not. */
const sources = ['electron', 'renderer', 'shared', 'db', 'scripts/building', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json']

/** A hash over the names and contents of all sources: contents, not times, for a copied or checked-out file has a new time. */
export function fingerprint(root: string): string {
  const hash = createHash('sha256').update(process.versions.node)
  for (const source of sources) {
    for (const file of filesUnder(root, source)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

/** All files at or under `path`, relative to `root` with `/`, in one order on every machine. */
function filesUnder(root: string, path: string): string[] {
  try {
    return readdirSync(join(root, path), { withFileTypes: true })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .filter(({ name }) => name !== 'node_modules' && !/\.test\.tsx?$/.test(name))
      .flatMap((entry) => (entry.isDirectory() ? filesUnder(root, `${path}/${entry.name}`) : [`${path}/${entry.name}`]))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOTDIR') return [path]
    if (code === 'ENOENT') return []
    throw error
  }
}
