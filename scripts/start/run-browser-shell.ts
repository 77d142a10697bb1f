import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as BrowserMain from '../../electron/browser-main.ts'
import { browserProfile, openBrowserWindow } from './browser-window.ts'
import { findBrowsers } from './find-browsers.ts'

export interface BrowserShellOptions {
  readonly root: string
  readonly dataFolder: string
  /** Whether another place may be chosen at the first start: not where the folder was given. */
  readonly mayChooseFolder: boolean
  /** The throw-away school needs no backups. */
  readonly demo: boolean
  /** 0 for any free one. */
  readonly port: number
  /** Open a window; else only print the address. */
  readonly open: boolean
  /** Where the window's profile is kept instead of the usual place, for the throw-away school. */
  readonly profile: string | null
  readonly say: (line: string) => void
}

/** Runs the built program behind 127.0.0.1 until its window is closed or the process is told to end. @throws AppError from the boot */
export async function runBrowserShell(options: BrowserShellOptions): Promise<void> {
  const { root, dataFolder, mayChooseFolder, demo, port, open, say } = options
  const built = pathToFileURL(join(root, 'out', 'main', 'browser-main.js')).href
  const { openBrowserProgram }: typeof BrowserMain = await import(built)
  const ended = toldToEnd()
  const program = await openBrowserProgram({ root, version: versionOf(root), dataFolder, port, mayChooseFolder, demo })
  try {
    const window = open ? windowOn(program.url, options) : null
    if (window === null) {
      say(`在本机的浏览器中打开（只能用一次）  Open in a browser on this machine (once):\n  ${program.url}`)
      say('按 Ctrl+C 结束程序。 Press Ctrl+C to stop.')
      await ended
    } else {
      say('窗口已打开；关闭窗口或按 Ctrl+C 结束程序。 Close the window or press Ctrl+C to stop.')
      await Promise.race([ended, window.closed.then((how) => afterwards(how, program.newUrl(), say, ended))])
      window.process.kill()
    }
  } finally {
    await program.close()
  }
}

function windowOn(url: string, { profile }: BrowserShellOptions) {
  const machine = { platform: process.platform, env: process.env, home: homedir() }
  const [browser] = findBrowsers({ ...machine, exists: existsSync })
  return browser === undefined ? null : openBrowserWindow(browser.path, url, profile ?? browserProfile(machine, browser.path))
}

/** The browser's process is gone: the window was closed, or it stands in another process, or it never came. */
async function afterwards(how: 'closed' | 'handed over' | 'failed', url: string, say: (line: string) => void, ended: Promise<void>): Promise<void> {
  if (how === 'closed') return
  if (how === 'failed') say('浏览器没有打开窗口。 The browser did not open a window.')
  say(`需要时在本机的浏览器中打开（只能用一次）  Open in a browser on this machine (once):\n  ${url}`)
  await ended
}

/** Ctrl+C, a closed terminal, or the system's word; a second Ctrl+C is heard by Node itself and ends at once. */
function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => { resolve() })
  })
}

function versionOf(root: string): string {
  const parsed: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return parsed !== null && typeof parsed === 'object' && 'version' in parsed && typeof parsed.version === 'string' ? parsed.version : '0.0.0'
}
