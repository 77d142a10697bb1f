import { describe, expect, it } from 'vitest'
import { browserProfile, browserWords } from './browser-window.ts'

describe('the app window in the machine\'s own browser', () => {
  it('has a profile of its own, away from the records and from the user\'s browsing', () => {
    expect(browserProfile({ platform: 'win32', home: 'C:\\Users\\li', env: { LOCALAPPDATA: 'D:\\L' } }, 'msedge.exe')).toBe('D:\\L\\Xingtan\\window')
    expect(browserProfile({ platform: 'darwin', home: '/Users/li', env: {} }, 'x')).toBe('/Users/li/Library/Caches/Xingtan/window')
    expect(browserProfile({ platform: 'linux', home: '/home/li', env: {} }, '/usr/bin/chromium')).toBe('/home/li/.cache/xingtan/window')
    expect(browserProfile({ platform: 'linux', home: '/home/li', env: {} }, '/snap/bin/chromium')).toBe('/home/li/snap/chromium/common/xingtan-window')
  })

  it('shows the one page and keeps the sandbox and the checks of the web', () => {
    const words = browserWords('http://127.0.0.1:8123/enter?token=x', '/p')
    expect(words.slice(0, 2)).toEqual(['--app=http://127.0.0.1:8123/enter?token=x', '--user-data-dir=/p'])
    expect(words.join(' ')).not.toMatch(/no-sandbox|disable-web-security|remote-debugging|allow-/)
  })
})
