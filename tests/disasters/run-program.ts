import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess, SpawnSyncReturns } from 'node:child_process'
import { join } from 'node:path'

const programPath = (name: string) => join(import.meta.dirname, 'programs', name)

/** Runs one of the small programs beside this file to its end, in a process of its own. */
export function runProgram(name: string, args: readonly string[], who: { uid?: number; gid?: number } = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [programPath(name), ...args], { encoding: 'utf8', ...who })
}

/** Starts one, and resolves with it when it has printed `lines` lines. Whoever starts it ends it. */
export function startProgram(name: string, args: readonly string[], lines: number): Promise<{ child: ChildProcess; output: () => string }> {
  const child = spawn(process.execPath, [programPath(name), ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => { errors += text })
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${name} ended early: ${errors}`)))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (output.split('\n').length > lines) resolve({ child, output: () => output })
    })
  })
}

/** Kills a program the hard way and waits until it is gone and all that it printed has been read. */
export function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit')
    child.once('close', () => resolve())
    child.kill('SIGKILL')
  })
}
