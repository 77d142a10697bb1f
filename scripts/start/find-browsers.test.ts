import { describe, expect, it } from 'vitest'
import { findBrowsers, type BrowserMachine } from './find-browsers.ts'

function machine(platform: NodeJS.Platform, present: readonly string[], env: BrowserMachine['env'] = {}): BrowserMachine {
  return { platform, env, home: platform === 'win32' ? 'C:\\Users\\li' : '/home/li', exists: (path) => present.includes(path) }
}

const windows = {
  ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)', ProgramW6432: 'C:\\Program Files',
  LOCALAPPDATA: 'C:\\Users\\李\\AppData\\Local', APPDATA: 'C:\\Users\\李\\AppData\\Roaming',
}

describe('the browsers of a machine', () => {
  it('finds Edge where Windows keeps it, before all others, and each program once', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
    expect(findBrowsers(machine('win32', [chrome, edge], windows)).map(({ path }) => path)).toEqual([edge, chrome])
  })

  it('finds a browser that one user installed for herself', () => {
    const se = 'C:\\Users\\李\\AppData\\Roaming\\360se6\\Application\\360se.exe'
    const x = 'C:\\Users\\李\\AppData\\Local\\360ChromeX\\Chrome\\Application\\360ChromeX.exe'
    expect(findBrowsers(machine('win32', [se, x], windows)).map(({ name }) => name)).toEqual(['360极速浏览器X', '360安全浏览器'])
  })

  it('finds the browsers of a Mac', () => {
    const chrome = '/home/li/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(findBrowsers(machine('darwin', [chrome]))).toEqual([{ name: 'Chrome', path: chrome, current: true }])
  })

  it('finds what PATH has on Debian, UOS and Kylin', () => {
    const env = { PATH: '/usr/local/bin:/usr/bin::.:relative' }
    expect(findBrowsers(machine('linux', ['/usr/bin/chromium', '/usr/bin/browser'], env)).map(({ path }) => path)).toEqual(['/usr/bin/chromium', '/usr/bin/browser'])
    expect(findBrowsers(machine('linux', ['/usr/bin/qaxbrowser-safe'], env))).toEqual([{ name: '奇安信可信浏览器', path: '/usr/bin/qaxbrowser-safe', current: false }])
  })

  it('takes no program from a relative place', () => {
    expect(findBrowsers(machine('linux', ['chromium', './chromium', 'relative/chromium'], { PATH: ':.:relative' }))).toEqual([])
    expect(findBrowsers(machine('win32', ['Microsoft\\Edge\\Application\\msedge.exe'], { ProgramFiles: '' }))).toEqual([])
  })

  it('finds nothing where nothing is', () => {
    for (const platform of ['win32', 'darwin', 'linux', 'freebsd'] as const) expect(findBrowsers(machine(platform, [], windows))).toEqual([])
  })
})
