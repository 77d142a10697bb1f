import { basename, dirname, join } from 'node:path'

/**
 * The file of a worker thread: `source` (a path to a `.ts` beside the caller) while the program runs from its sources, and
 * `out/main/<name>.js` once it is built. The name must stand among the entries of electron.vite.config.ts. Benches run from the
 * sources but measure the workers that are delivered: they name the folder of the build in `XINGTAN_BUILT_WORKERS`.
 */
export function workerFile(name: string, source: string): string {
  const built = process.env['XINGTAN_BUILT_WORKERS']
  if (import.meta.filename.endsWith('.ts')) return built ? join(built, `${name}.js`) : source
  const here = import.meta.dirname
  return join(basename(here) === 'chunks' ? dirname(here) : here, `${name}.js`)
}
