import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { expect, it, vi } from 'vitest'
import type * as WorkerFile from './worker-file.ts'
import { workerFile } from './worker-file.ts'

it('a worker is found beside its caller while the program runs from its sources', () => {
  expect(workerFile('roster-worker', '/somewhere/roster-worker.ts')).toBe('/somewhere/roster-worker.ts')
})

it('a bench takes the workers of the build that it names', () => {
  vi.stubEnv('XINGTAN_BUILT_WORKERS', '/built')
  expect(workerFile('roster-worker', '/somewhere/roster-worker.ts')).toBe(join('/built', 'roster-worker.js'))
  vi.unstubAllEnvs()
})

it('a worker is found in out/main once the program is built, whichever file of the build asks', async () => {
  const out = mkdtempSync(join(tmpdir(), 'xingtan-worker-'))
  try {
    for (const place of ['main.mjs', 'chunks/shared.mjs']) {
      const outfile = join(out, place)
      await build({ entryPoints: [join(import.meta.dirname, 'worker-file.ts')], outfile, bundle: true, platform: 'node', format: 'esm' })
      const built: typeof WorkerFile = await import(/* @vite-ignore */ pathToFileURL(outfile).href)
      expect(built.workerFile('roster-worker', '/somewhere/roster-worker.ts'), place).toBe(join(out, 'roster-worker.js'))
    }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
})
