import { Worker } from 'node:worker_threads'
import { rosterError } from './roster-errors.ts'

/** The search texts of a roster's names, made in a thread of their own: it loads the dictionary of pinyin while the file is still being read. */
export interface NameSearches {
  /** `nameSearchText` of each, in their order; to be asked once. Rejects with `roster.unreadable` or `roster.tooSlow`. */
  of(names: readonly string[]): Promise<readonly string[]>
  stop(): void
}

/** @param timeoutMs after so long, from the question on, they are given up */
export function startNameSearches(workerUrl: URL, timeoutMs: number): NameSearches {
  const worker = new Worker(workerUrl, { execArgv: [] })
  const made = Promise.withResolvers<readonly string[]>()
  // Whoever only looks at the preview never asks for them.
  made.promise.catch(() => undefined)
  let timer: NodeJS.Timeout | undefined
  const stop = () => {
    clearTimeout(timer)
    worker.removeAllListeners()
    // A worker that is stopped may still report an error; nobody waits for it any more.
    worker.on('error', () => undefined)
    void worker.terminate()
  }
  const fail = (error: Error) => {
    stop()
    made.reject(error)
  }
  worker.once('message', (texts: readonly string[]) => {
    stop()
    made.resolve(texts)
  })
  worker.once('error', (cause) => fail(rosterError('unreadable', cause)))
  worker.once('exit', () => fail(rosterError('unreadable')))
  return {
    of(names) {
      timer = setTimeout(() => fail(rosterError('tooSlow')), timeoutMs)
      worker.postMessage(names)
      return made.promise
    },
    stop,
  }
}
