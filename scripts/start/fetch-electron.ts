import { fork } from 'node:child_process'
import { join } from 'node:path'
import { watchStandstill, type Standstill } from './standstill.ts'

export interface FetchOptions {
  /** The folder of the npm package `electron`. */
  readonly electronDir: string
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The attempt is given up when it gains less than `leastBytes` in this time. Default 20 seconds. */
  readonly standstillMs?: number
  readonly leastBytes?: number
  /** Unpacking has no progress to watch; it is given up after this. Default 5 minutes. */
  readonly unpackMs?: number
  readonly onProgress?: (progress: FetchProgress) => void
}

export type FetchProgress =
  | { readonly step: 'downloading'; readonly bytes: number; readonly total: number | null }
  | { readonly step: 'unpacking' }

export type FetchOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'standstill' | 'failed'; readonly detail: string }

/** How long the child process may take to come up. */
const startMs = 60_000

/** Fetches Electron's program in a child process, which never outlives this call. Honours ELECTRON_MIRROR and the proxy settings. */
export function fetchElectron(options: FetchOptions): Promise<FetchOutcome> {
  const { electronDir, env = process.env, standstillMs = 20_000, leastBytes = 64 * 1024, unpackMs = 300_000, onProgress } = options
  const child = fork(join(import.meta.dirname, 'fetch-electron-child.ts'), [electronDir], {
    env: { ...env, ...withSlash(env['ELECTRON_MIRROR']) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaints = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { complaints = (complaints + text).slice(-8_000) })

  return new Promise((resolve) => {
    // The child's own start, which takes a second or two on a busy machine, is not yet the mirror's fault.
    let watch: Standstill | null = null
    let since = performance.now()
    let step: 'starting' | 'downloading' | 'unpacking' = 'starting'
    let gaveUp = false
    const timer = setInterval(() => {
      const now = performance.now()
      const limit = step === 'starting' ? startMs : unpackMs
      if (step === 'downloading' ? watch?.hasStopped(now) : now - since >= limit) {
        gaveUp = true
        child.kill('SIGKILL')
      }
    }, Math.min(250, standstillMs / 4))

    child.on('message', (message) => {
      const progress = asProgress(message)
      if (progress === null) return
      const now = performance.now()
      if (progress.step !== step) since = now
      step = progress.step
      if (progress.step === 'downloading') {
        watch ??= watchStandstill({ limitMs: standstillMs, leastBytes, now })
        watch.progress(progress.bytes, now)
      }
      onProgress?.(progress)
    })
    // Not 'exit': the child's last words may still be on their way then.
    child.on('close', (code) => { finish(code === 0 && !gaveUp ? { ok: true } : failure()) })
    child.on('error', (error) => { complaints ||= error.message; finish(failure()) })

    const stopWithUs = (): void => { child.kill('SIGKILL') }
    process.once('exit', stopWithUs)
    function finish(outcome: FetchOutcome): void {
      clearInterval(timer)
      process.off('exit', stopWithUs)
      resolve(outcome)
    }
    function failure(): FetchOutcome {
      if (!gaveUp) return { ok: false, reason: 'failed', detail: reasonIn(complaints) }
      const details = {
        starting: '下载程序没有启动',
        downloading: `${Math.round(standstillMs / 1000)} 秒没有进展`,
        unpacking: '解压没有完成',
      }
      return { ok: false, reason: 'standstill', detail: details[step] }
    }
  })
}

/** The gist of what Node printed: the innermost cause, without the stack. */
export function reasonIn(complaints: string): string {
  const lines = complaints.split('\n').map((line) => line.trim())
  const errors = lines.filter((line) => /^(?:\[?cause\]?: )?(?:[A-Za-z]*Error\b|HTTPError)/.test(line))
  const last = errors.at(-1) ?? lines.find((line) => line !== '') ?? '原因不明'
  return last.replace(/^\[?cause\]?: /, '').replace(/\s*\{$/, '').slice(0, 200)
}

function withSlash(mirror: string | undefined): { ELECTRON_MIRROR?: string } {
  return mirror === undefined || mirror === '' || mirror.endsWith('/') ? {} : { ELECTRON_MIRROR: `${mirror}/` }
}

function asProgress(message: unknown): FetchProgress | null {
  if (message === null || typeof message !== 'object' || !('step' in message)) return null
  if (message.step === 'unpacking') return { step: 'unpacking' }
  if (message.step !== 'downloading' || !('bytes' in message) || typeof message.bytes !== 'number') return null
  return { step: 'downloading', bytes: message.bytes, total: 'total' in message && typeof message.total === 'number' ? message.total : null }
}
