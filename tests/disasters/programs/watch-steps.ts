import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import Database from 'better-sqlite3'

type AnyCall = (this: unknown, ...args: never[]) => unknown

const { cpSync, existsSync, readdirSync, readFileSync } = fs

/**
 * From now on `before` is called right before every step of this process: a change to a folder or a file, or a call that may
 * change a database.
 * @returns a function that says how many steps there have been.
 */
export function watchSteps(before: (step: number) => void): () => number {
  let step = 0
  let inside = false
  const watch = (owner: object, name: string) => {
    const real = Reflect.get(owner, name) as AnyCall
    Reflect.set(owner, name, function watched(this: unknown, ...args: never[]) {
      if (inside) return real.apply(this, args)
      inside = true
      before(step += 1)
      inside = false
      return real.apply(this, args)
    })
  }
  for (const name of ['writeFileSync', 'copyFileSync', 'renameSync', 'rmSync', 'fsyncSync', 'mkdirSync']) watch(fs, name)
  syncBuiltinESMExports()
  for (const name of ['exec', 'pragma', 'close']) watch(Database.prototype, name)
  const prepare = Database.prototype.prepare as AnyCall
  Reflect.set(Database.prototype, 'prepare', function watched(this: unknown, ...args: never[]) {
    const statement = prepare.apply(this, args) as { run: AnyCall; readonly: boolean; reader: boolean }
    if (!statement.reader) watch(statement, 'run')
    return statement
  })
  return () => step
}

/** Ends the process as a power cut would. */
export const dieAt = (fatal: number) => (step: number): void => {
  if (step === fatal) process.kill(process.pid, 'SIGKILL')
}

/** Copies a folder, as it is in this moment, to `pictures/<step>`; not when it looks like the last picture. */
export function pictureOf(folder: string, pictures: string): (step: number) => void {
  let last = ''
  return (step) => {
    const now = lookOf(folder)
    if (now === last) return
    last = now
    cpSync(folder, join(pictures, String(step).padStart(4, '0')), { recursive: true })
  }
}

function lookOf(folder: string): string {
  if (!existsSync(folder)) return ''
  const hash = createHash('sha256')
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    // Shared memory means nothing once its process is gone.
    if (entry.name.endsWith('-shm')) continue
    hash.update(`${entry.parentPath}/${entry.name}\n`)
    if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)))
  }
  return hash.digest('hex')
}
