import { Worker } from 'node:worker_threads'

/**
 * SheetJS's bare parse of a file in a worker that starts for it, as the reader's worker does: from the call to the answer, in
 * milliseconds, with the start of the worker and the loading of the library.
 */
export function bareParseInWorker(file: Uint8Array): Promise<number> {
  const script = `import { parentPort } from 'node:worker_threads'
    import { read } from ${JSON.stringify(import.meta.resolve('@e965/xlsx'))}
    parentPort.once('message', (file) => parentPort.postMessage(read(file, { type: 'array' }).SheetNames.length))`
  const start = performance.now()
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`))
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', () => {
      resolve(performance.now() - start)
      void worker.terminate()
    })
    worker.postMessage(file)
  })
}
