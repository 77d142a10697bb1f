import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../shared/errors.ts'
import type { Logger } from './ports/logger.ts'

/** The log is turned over at this size; one former file is kept, so that it never takes more than twice this. */
const mostBytes = 2 * 1024 * 1024

/**
 * The program's log: one JSON object a line in `<folder>/xingtan.log`. It never throws, for a log that cannot be written
 * (a full disk) must not stop what it reports. Of an error it keeps code, kind and stack; an AppError's Chinese message may
 * name a person and stays out.
 */
export function fileLogger(folder: string, now: () => string): Logger {
  const file = join(folder, 'xingtan.log')
  const write = (line: Readonly<Record<string, unknown>>): void => {
    try {
      mkdirSync(folder, { recursive: true })
      if (sizeOf(file) > mostBytes) renameSync(file, join(folder, 'xingtan.1.log'))
      appendFileSync(file, `${JSON.stringify({ at: now(), ...line })}\n`)
    } catch {
      // See above: there is nowhere left to say it.
    }
  }
  return {
    info: (event, facts) => { write({ event, ...facts }) },
    error: (event, cause, facts) => { write({ event, ...facts, error: described(cause) }) },
  }
}

function described(cause: unknown): unknown {
  if (!(cause instanceof Error)) return { type: typeof cause }
  const stack = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 20)
  const inner = cause.cause === undefined ? {} : { cause: described(cause.cause) }
  if (cause instanceof AppError) return { name: cause.name, code: cause.code, kind: cause.kind, stack, ...inner }
  const code = 'code' in cause ? { code: cause.code } : {}
  return { name: cause.name, message: cause.message, ...code, stack, ...inner }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
