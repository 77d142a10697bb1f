import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runElectron } from './run-electron.ts'

// Node in Electron's place: what is looked at here is how we watch a program, not Electron.
let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'xingtan-run-')) })
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

function run(script: string, env: Record<string, string> = {}) {
  const file = join(folder, 'program.mjs')
  writeFileSync(file, script)
  return runElectron({ electron: process.execPath, root: file, words: ['--data=x y'], env: { ...process.env, ...env } })
}

describe('watching Electron', () => {
  it('takes a program that spoke and then ended for one that ran, with its exit code', async () => {
    expect(await run('process.send({ xingtan: "refused" }, () => process.exit(3))')).toEqual({ ran: true, exitCode: 3 })
    expect(await run('process.exit(process.argv[2] === "--data=x y" ? 0 : 1)')).toEqual({ ran: true, exitCode: 0 })
  })

  it('knows a program that died before it had a window, so that the browser can take its place', async () => {
    expect(await run('process.exit(127)')).toEqual({ ran: false, why: '退出码 127' })
    expect(await runElectron({ electron: join(folder, 'gone'), root: '.', words: [], env: process.env })).toMatchObject({ ran: false })
  })

  it('never lets Electron be taken for a bare Node', async () => {
    expect(await run('process.exit("ELECTRON_RUN_AS_NODE" in process.env ? 1 : 0)', { ELECTRON_RUN_AS_NODE: '1' })).toEqual({ ran: true, exitCode: 0 })
  })
})
