import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { _electron, expect, test } from '@playwright/test'
import { findElectron } from '../../scripts/start/electron-binary.ts'
import { systemClock } from '../../electron/ports/clock.ts'
import { newUserWalk } from './walk/new-user-walk.ts'

const root = join(import.meta.dirname, '..', '..')
const binary = findElectron(dirname(createRequire(import.meta.url).resolve('electron/package.json')))
const noDisplay = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']

test.setTimeout(300_000)
test.skip(binary === null, 'skipped: no Electron binary')
test.skip(noDisplay, 'skipped: no display for a window')

test('the same walk in the program\'s own window', async () => {
  const temp = mkdtempSync(join(tmpdir(), 'xingtan-walk-'))
  const folder = join(temp, '教务 数据')
  const app = await _electron.launch({
    ...(binary === null ? {} : { executablePath: binary }), cwd: root,
    args: [
      // Chromium's own sandbox refuses to start for root, as in a container; for everybody else it stays.
      ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${join(temp, 'window')}`,
      // The folder whose package.json names out/main/main.js: the program finds its resources beside it.
      root, '--data', folder,
    ],
  })
  try {
    const page = await app.firstWindow()
    await page.setViewportSize({ width: 1366, height: 768 })
    const today = systemClock.today()
    await newUserWalk({
      page, pictures: 'walk-electron',
      // This program lives by the machine's clock, so all four meetings are held today.
      meetingDays: [today, today, today, today],
      untilDay: () => undefined,
      // Within the page: a window of the program refuses every other navigation.
      open: (path) => page.evaluate((to) => {
        history.pushState(null, '', to)
        window.dispatchEvent(new PopStateEvent('popstate'))
      }, path),
    })
    const files = readdirSync(join(folder, '文书'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.docx'))
    expect(files).toHaveLength(5)
    expect(existsSync(join(folder, 'xingtan.db'))).toBe(true)
  } finally {
    await app.close()
    rmSync(temp, { recursive: true, force: true })
  }
})
