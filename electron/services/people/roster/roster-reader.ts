import { Worker } from 'node:worker_threads'
import { AppError } from '../../../../shared/errors.ts'
import type { ErrorKind } from '../../../../shared/errors.ts'
import { assertNever } from '../../../../shared/must.ts'
import type { RosterReading } from '../../../../shared/domain/people/roster-reading.ts'
import { startNameSearches } from './name-searches.ts'
import type { RosterChoices } from './read-roster.ts'
import { rosterError } from './roster-errors.ts'

/** What goes to the worker, and what comes back. */
export interface RosterTask {
  readonly file: Uint8Array
  readonly fileName: string
  readonly choices: RosterChoices
}
export type RosterAnswer =
  | { readonly step: 'read'; readonly reading: RosterReading; readonly fileSha256: string }
  | { readonly step: 'failed'; readonly code: string; readonly kind: ErrorKind; readonly message: string; readonly inner?: string }

/** A roster as read, with what an import needs of it. */
export interface ReadRoster {
  readonly reading: RosterReading
  readonly fileSha256: string
  /** `nameSearchText` of each row, in their order; another worker is still at it when the reading is there. Rejects as `read` does. */
  readonly nameSearches: Promise<readonly string[]>
}

/** Reads rosters without holding up the window; rejects with `AppError`s only. */
export interface RosterReader {
  /** @param signal stops the worker; the promise then rejects with `roster.stopped` (kind `cancelled`) */
  read(file: Uint8Array, fileName: string, choices: RosterChoices, signal?: AbortSignal): Promise<ReadRoster>
}

export interface RosterReaderOptions {
  /** The script of `roster-worker.ts`: itself in Node, the bundled file in a built program. */
  readonly workerUrl: URL
  /** The same of `names-worker.ts`. */
  readonly namesUrl: URL
  /** After so long a file is given up; 60 s unless stated. A roster of 20,000 people takes under ten. */
  readonly timeoutMs?: number
  /** The worker's memory; 900 MB unless stated. What needs more is given up, and the program lives on. */
  readonly memoryMb?: number
}

/** It lives for one file: with more room for what is young, less time goes into looking what of it may go. */
const youngMb = 64

/** A reader that gives each file a worker thread of its own, so that a hostile file takes nothing with it, and one for its names. */
export function createRosterReader(options: RosterReaderOptions): RosterReader {
  const timeoutMs = options.timeoutMs ?? 60_000
  return {
    read: (file, fileName, choices, signal) => new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(stopped())
      const worker = new Worker(options.workerUrl, { resourceLimits: { maxOldGenerationSizeMb: options.memoryMb ?? 900, maxYoungGenerationSizeMb: youngMb }, execArgv: [] })
      const names = startNameSearches(options.namesUrl, timeoutMs)
      const end = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', stop)
        worker.removeAllListeners()
        // A worker that is stopped may still report an error; nobody waits for it any more.
        worker.on('error', () => undefined)
        void worker.terminate()
      }
      const fail = (error: AppError) => {
        end()
        names.stop()
        reject(error)
      }
      const timer = setTimeout(() => fail(rosterError('tooSlow')), timeoutMs)
      const stop = () => fail(stopped())
      signal?.addEventListener('abort', stop)
      worker.on('message', (answer: RosterAnswer) => {
        switch (answer.step) {
          case 'read':
            end()
            return resolve({
              reading: answer.reading, fileSha256: answer.fileSha256,
              nameSearches: names.of(answer.reading.rows.map(({ values }) => values.name)),
            })
          case 'failed':
            return fail(new AppError(answer.code, answer.kind, answer.message, answer.inner === undefined ? {} : { cause: new Error(answer.inner) }))
          default:
            assertNever(answer)
        }
      })
      worker.once('error', (cause: NodeJS.ErrnoException) => fail(rosterError(cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'outOfMemory' : 'unreadable', cause)))
      worker.once('exit', () => fail(rosterError('unreadable')))
      const task: RosterTask = { file, fileName, choices }
      worker.postMessage(task)
    }),
  }
}

function stopped(): AppError {
  return new AppError('roster.stopped', 'cancelled', '已停止读取，没有导入任何内容')
}
