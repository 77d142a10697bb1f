import { posix, win32 } from 'node:path'

/** As much of the machine as the search depends on; `exists` is passed in. */
export interface BrowserMachine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  exists(path: string): boolean
}

export interface FoundBrowser {
  readonly name: string
  readonly path: string
  /** Up to date enough for anything: Chromium, Chrome, Edge. The domestic ones follow Chromium at some distance. */
  readonly current: boolean
}

/** Name and place under a Windows folder for programs. */
const windowsBrowsers: readonly (readonly [name: string, path: string, current: boolean])[] = [
  ['Edge', 'Microsoft\\Edge\\Application\\msedge.exe', true],
  ['Chrome', 'Google\\Chrome\\Application\\chrome.exe', true],
  ['Chromium', 'Chromium\\Application\\chrome.exe', true],
  ['360极速浏览器X', '360ChromeX\\Chrome\\Application\\360ChromeX.exe', false],
  ['360极速浏览器', '360Chrome\\Chrome\\Application\\360chrome.exe', false],
  ['360安全浏览器', '360se6\\Application\\360se.exe', false],
  ['QQ浏览器', 'Tencent\\QQBrowser\\QQBrowser.exe', false],
]

const macBrowsers: readonly (readonly [name: string, path: string, current: boolean])[] = [
  ['Chrome', 'Google Chrome.app/Contents/MacOS/Google Chrome', true],
  ['Edge', 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge', true],
  ['Chromium', 'Chromium.app/Contents/MacOS/Chromium', true],
]

/** Commands, the current ones first; the last three are those of 统信UOS and 麒麟. */
const linuxBrowsers: readonly (readonly [name: string, command: string, current: boolean])[] = [
  ['Chromium', 'chromium', true],
  ['Chromium', 'chromium-browser', true],
  ['Chrome', 'google-chrome', true],
  ['Chrome', 'google-chrome-stable', true],
  ['Edge', 'microsoft-edge', true],
  ['Edge', 'microsoft-edge-stable', true],
  ['360安全浏览器', 'browser360-cn', false],
  ['奇安信可信浏览器', 'qaxbrowser-safe', false],
  ['统信浏览器', 'browser', false],
]

/** Every browser of Chromium's family in the usual places, the most suitable first, each program once. */
export function findBrowsers(machine: BrowserMachine): FoundBrowser[] {
  const found = candidates(machine).filter(({ path }) => machine.exists(path))
  return found.filter((browser, i) => found.findIndex(({ path }) => path === browser.path) === i)
}

function candidates({ platform, env, home }: BrowserMachine): FoundBrowser[] {
  if (platform === 'win32') {
    const roots = [env['ProgramW6432'], env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA'], env['APPDATA']]
    return crossed(windowsBrowsers, roots.filter((root) => root !== undefined && win32.isAbsolute(root)), win32.join)
  }
  if (platform === 'darwin') return crossed(macBrowsers, ['/Applications', posix.join(home, 'Applications')], posix.join)
  // A relative entry of PATH depends on where one stands: a program found so is not the machine's browser.
  return crossed(linuxBrowsers, (env['PATH'] ?? '').split(':').filter((folder) => posix.isAbsolute(folder)), posix.join)
}

function crossed(
  browsers: readonly (readonly [string, string, boolean])[],
  folders: readonly (string | undefined)[],
  join: (...parts: string[]) => string,
): FoundBrowser[] {
  return browsers.flatMap(([name, path, current]) => folders.map((folder) => ({ name, path: join(folder ?? '', path), current })))
}
