import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.ts'

/** Builds main, preload and renderer into out/, unless what stands there was made from these very sources. */
export async function buildIfNeeded(root: string, options: { say: (line: string) => void; force?: boolean }): Promise<'built' | 'up to date'> {
  const mark = join(root, 'out', '.made-from')
  const now = fingerprint(root)
  if (options.force !== true && readMark(mark) === now) return 'up to date'
  options.say('正在构建程序（只在有改动时）… Building the program …')
  const started = performance.now()
  // Half a build must not pass for a whole one.
  rmSync(mark, { force: true })
  const { build } = await import('electron-vite')
  await build({ root, logLevel: 'warn' })
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(mark, now)
  options.say(`构建完成，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒。`)
  return 'built'
}

function readMark(mark: string): string | null {
  try {
    return readFileSync(mark, 'utf8')
  } catch {
    return null
  }
}
