import { basename, dirname, join } from 'node:path'

/**
 * The file of a worker thread: `source` (a path to a `.ts` beside the caller) while the program runs from its sources, and
 * `out/main/<name>.js` once it is built. The name must stand among the entries of electron.vite.config.ts.
 */
export function workerFile(name: string, source: string): string {
  if (import.meta.filename.endsWith('.ts')) return source
  const here = import.meta.dirname
  return join(basename(here) === 'chunks' ? dirname(here) : here, `${name}.js`)
}
