import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { judged, type Count, type Judged } from './counts.ts'

/** Runs a test runner that writes a JSON report, and judges it by that report and its exit code. */
export function runRunner(options: {
  name: string
  root: string
  words: readonly string[]
  env?: Readonly<Record<string, string>>
  report: string
  countOf: (report: unknown) => Count | null
}): Judged {
  const { name, root, words, env, report, countOf } = options
  // A former run's report must not stand in for one that was not written.
  rmSync(report, { force: true })
  mkdirSync(dirname(report), { recursive: true })
  const done = spawnSync(process.execPath, words, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] })
  return judged(name, done.status, countOf(readReport(report)))
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
