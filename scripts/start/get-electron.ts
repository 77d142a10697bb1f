import { join } from 'node:path'
import { howToFetchLater } from './choose-shell.ts'
import { electronVersion, findElectron } from './electron-binary.ts'
import { fetchElectron, type FetchProgress } from './fetch-electron.ts'
import { attemptMemory } from './last-attempt.ts'

/** Electron on this machine: whether it is there, why it could not be had, and how to have it. */
export function electronOf(root: string, env: Readonly<Record<string, string | undefined>>) {
  const electronDir = join(root, 'node_modules', 'electron')
  const memory = attemptMemory(root)
  const attempt = { version: electronVersion(electronDir) ?? '', mirror: env['ELECTRON_MIRROR'] ?? '' }
  return {
    path: () => findElectron(electronDir, env),
    lastFailure: () => memory.failureOf(attempt),

    /** Fetches it, showing how far it is; its path, or null after saying why not and how to get it later. */
    async fetch(say: (line: string) => void, show: (text: string) => void): Promise<string | null> {
      say('第一次启动：正在下载 Electron（约 110 MB，只需一次）… Fetching Electron, once …')
      const outcome = await fetchElectron({ electronDir, env, onProgress: (progress) => { show(progressText(progress)) } })
      show('')
      const path = outcome.ok ? findElectron(electronDir, env) : null
      if (path !== null) {
        memory.forget()
        return path
      }
      const why = outcome.ok ? '下载的文件不完整' : outcome.detail
      memory.remember(attempt, why)
      say(`Electron 没有下载成功：${why}`)
      say(howToFetchLater)
      return null
    },
  }
}

/** One line about how far the download is. */
export function progressText(progress: FetchProgress): string {
  if (progress.step === 'unpacking') return '  正在解压…'
  const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1)
  if (progress.bytes === 0) return '  正在连接…'
  if (progress.total === null) return `  ${megabytes(progress.bytes)} MB`
  return `  ${megabytes(progress.bytes)} / ${megabytes(progress.total)} MB（${Math.floor((progress.bytes / progress.total) * 100)}%）`
}
