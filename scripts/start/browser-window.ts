import { spawn, type ChildProcess } from 'node:child_process'
import { posix, win32 } from 'node:path'
import type { Machine } from '../../electron/default-data-folder.ts'

/** The words for a browser that shall show one page as a window of its own, with a profile of its own, and stay off the network. */
export function browserWords(url: string, profile: string): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-mode',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--disable-features=Translate,AutofillServerCommunication,OptimizationHints',
    '--window-size=1366,768',
  ]
}

/**
 * Where the app window keeps its profile: apart from the user's browsing, so that its extensions do not read our pages, and
 * apart from the records, so that a copied data folder holds no browser. A Chromium from snap sees no hidden folders.
 */
export function browserProfile({ platform, home, env }: Machine, browser: string): string {
  if (platform === 'win32') return win32.join(env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), 'Xingtan', 'window')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'Xingtan', 'window')
  if (browser.startsWith('/snap/')) return posix.join(home, 'snap', 'chromium', 'common', 'xingtan-window')
  return posix.join(env['XDG_CACHE_HOME'] ?? posix.join(home, '.cache'), 'xingtan', 'window')
}

/** Opens the window. `closed` settles when the user has closed it; a browser that hands over to a running one never tells. */
export function openBrowserWindow(browser: string, url: string, profile: string): { closed: Promise<'closed' | 'handed over' | 'failed'>; process: ChildProcess } {
  const started = performance.now()
  const child = spawn(browser, browserWords(url, profile), { stdio: 'ignore', windowsHide: false })
  const closed = new Promise<'closed' | 'handed over' | 'failed'>((resolve) => {
    child.once('error', () => { resolve('failed') })
    child.once('exit', (code) => {
      if (performance.now() - started > 5_000) resolve('closed')
      else resolve(code === 0 ? 'handed over' : 'failed')
    })
  })
  return { closed, process: child }
}
