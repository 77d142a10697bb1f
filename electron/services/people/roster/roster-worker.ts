import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { AppError } from '../../../../shared/errors.ts'
import { loadCodePagesFor } from './code-pages.ts'
import { readRoster } from './read-roster.ts'
import { rosterError } from './roster-errors.ts'
import type { RosterAnswer, RosterTask } from './roster-reader.ts'

/** Thin: takes one task and answers it with `readRoster`; errors cross the border as plain data. */
parentPort?.once('message', (task: RosterTask) => void answer(task).then((answered) => parentPort?.postMessage(answered)))

async function answer(task: RosterTask): Promise<RosterAnswer> {
  try {
    await loadCodePagesFor(task.file)
    const reading = readRoster(task.file, task.fileName, task.choices)
    return { step: 'read', reading, fileSha256: createHash('sha256').update(task.file).digest('hex') }
  } catch (cause) {
    const error = cause instanceof AppError ? cause : rosterError('unreadable', cause)
    const inner = error.cause instanceof Error ? error.cause.message : undefined
    return { step: 'failed', code: error.code, kind: error.kind, message: error.message, ...(inner === undefined ? {} : { inner }) }
  }
}
