import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { findBrowsers } from '../start/find-browsers.ts'

/** The Chromium that the tests drive: CHROMIUM_PATH, else the system's own, else null. */
export function systemChromium(env: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const named = env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') return existsSync(named) ? named : null
  const found = findBrowsers({ platform: process.platform, env, home: homedir(), exists: existsSync })
  return found.find(({ current }) => current)?.path ?? null
}

/**
 * A Chromium for the tests, installed where there is none: on Debian as root by apt-get, with the Chinese fonts without which
 * every page is little boxes; else Playwright's own download. Answers null when nothing helps.
 */
export async function ensureChromium(say: (line: string) => void): Promise<string | null> {
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  const wanted = [...(await usable() === null ? ['chromium'] : []), ...(mayInstall && !hasChineseFont() ? ['fonts-noto-cjk'] : [])]
  if (mayInstall && wanted.length > 0) {
    say(`Installing ${wanted.join(' and ')} with apt-get …`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const run = (words: string[]): boolean => spawnSync('apt-get', words, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
    if (!run(['update', '-qq']) || !run(['install', '-y', '-qq', '--no-install-recommends', ...wanted])) say('apt-get did not succeed.')
  }
  const found = await usable()
  if (found !== null) return found
  say('Fetching Playwright\'s Chromium …')
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')
  spawnSync(process.execPath, [cli, 'install', ...(mayInstall ? ['--with-deps'] : []), 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] })
  return usable()
}

/** The system's Chromium or Playwright's, if it starts: Ubuntu's `chromium` may be a mere note that points to a snap. */
async function usable(): Promise<string | null> {
  const system = systemChromium()
  if (system !== null && starts(system)) return system
  const { chromium } = await import('@playwright/test')
  const own = chromium.executablePath()
  return own !== '' && existsSync(own) && starts(own) ? own : null
}

function starts(path: string): boolean {
  // On Windows a browser does not print its version but opens a window.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}
