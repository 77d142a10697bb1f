import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { AppError } from '../../../../shared/errors.ts'
import type { RosterReading } from '../../../../shared/domain/people/roster-reading.ts'
import { loadCodePagesFor } from './code-pages.ts'
import { readRoster } from './read-roster.ts'
import { rosterError } from './roster-errors.ts'
import type { RosterAnswer, RosterTask } from './roster-reader.ts'

/**
 * Thin: takes one task and answers twice, first what was read and then what only an import needs, so that the preview does
 * not wait for it. What it does is `readRoster`; errors cross the border as plain data and are the last answer.
 */
parentPort?.once('message', (task: RosterTask) => void answer(task, (answered) => parentPort?.postMessage(answered)))

async function answer(task: RosterTask, say: (answered: RosterAnswer) => void): Promise<void> {
  try {
    await loadCodePagesFor(task.file)
    const reading = readRoster(task.file, task.fileName, task.choices)
    say({ step: 'read', reading, fileSha256: createHash('sha256').update(task.file).digest('hex') })
    say({ step: 'names', nameSearches: await nameSearchesOf(reading) })
  } catch (cause) {
    const error = cause instanceof AppError ? cause : rosterError('unreadable', cause)
    const inner = error.cause instanceof Error ? error.cause.message : undefined
    say({ step: 'failed', code: error.code, kind: error.kind, message: error.message, ...(inner === undefined ? {} : { inner }) })
  }
}

/** The dictionary of pinyin is loaded only now: no preview waits for it. */
async function nameSearchesOf({ rows }: RosterReading): Promise<string[]> {
  const { nameSearchText } = await import('../../../../shared/domain/people/name-search.ts')
  return rows.map(({ values }) => nameSearchText(values.name))
}
