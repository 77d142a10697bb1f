/**
 * `npm start`: builds what has changed, then opens the program in Electron or in the machine's own browser.
 * Options: --browser, --electron, --demo, --data DIR, --no-open, --port N.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { folderToOpen, type FolderPlaces } from '../electron/data-folder-choice.ts'
import { parseLaunchOptions, type LaunchOptions } from '../electron/launch-options.ts'
import { buildIfNeeded } from './building/build-if-needed.ts'
import { projectRoot } from './project-root.ts'
import { chooseShell } from './start/choose-shell.ts'
import { electronOf } from './start/get-electron.ts'
import { runElectron } from './start/run-electron.ts'

const say = console.log

/** Overwrites one line in a terminal; says nothing where the output goes to a file. */
function show(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001B[K${text}`)
}

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
const isRoot = process.platform === 'linux' && process.getuid?.() === 0

async function start(options: LaunchOptions, dataFolder: string, places: FolderPlaces | null): Promise<number> {
  await buildIfNeeded(projectRoot, { say })
  const electron = electronOf(projectRoot, process.env)
  const choice = chooseShell({
    forced: options.browser ? 'browser' : options.electron ? 'electron' : null,
    open: options.open,
    hasDisplay,
    isRoot,
    electronPresent: electron.path() !== null,
    lastFailure: electron.lastFailure(),
  })

  let why = choice.shell === 'browser' ? choice.why : 'Electron 没有下载成功'
  const binary = choice.shell === 'browser' ? null : (electron.path() ?? await electron.fetch(say, show))
  if (binary !== null) {
    say('用 Electron 窗口打开杏坛。 Opening in Electron.')
    // Where the folder may be chosen in the program, Electron finds it by the same rule.
    const words = [...(places === null ? [`--data=${dataFolder}`] : []), ...(options.demo ? ['--demo'] : [])]
    const end = await runElectron({ electron: binary, root: projectRoot, words, env: process.env })
    if (end.ran) return end.exitCode
    why = `Electron 在这台机器上打不开（${end.why}）`
  }

  say(`用本机浏览器打开杏坛：${why}。 Opening in a browser.`)
  // Loaded only here: Electron's way does not need the services in this process.
  const { runBrowserShell } = await import('./start/run-browser-shell.ts')
  await runBrowserShell({
    root: projectRoot, dataFolder, mayChooseFolder: places !== null, demo: options.demo, port: options.port ?? 0, open: options.open && hasDisplay && !isRoot,
    profile: options.demo ? join(dataFolder, 'window') : null, say,
  })
  return 0
}

/** What can be told to the user, or null when it is our own fault and the stack is wanted. */
function sayable(error: unknown, { port }: LaunchOptions): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && error.code === 'EADDRINUSE') return `端口 ${port} 已被别的程序占用，请换一个端口，或不写 --port`
  // By its name: the built program has its own copy of the class.
  return error.name === 'AppError' ? error.message : null
}

const { options, unknown } = parseLaunchOptions(process.argv.slice(2))
if (unknown.length > 0) {
  console.error(`不认识的选项：${unknown.join(' ')}\n可用的选项：--browser --electron --demo --data 文件夹 --no-open --port 端口`)
  process.exit(2)
}
const throwAway = options.demo && options.data === null ? mkdtempSync(join(tmpdir(), 'xingtan-demo-')) : null
let exitCode = 1
try {
  const given = options.data ?? throwAway
  const { folder, places } = folderToOpen(given === null ? null : resolve(given), { platform: process.platform, home: homedir(), env: process.env })
  exitCode = await start(options, folder, places)
} catch (error) {
  const said = sayable(error, options)
  if (said === null) throw error
  console.error(`杏坛没有打开：${said}`)
} finally {
  if (throwAway !== null) rmSync(throwAway, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}
// The browser's or Electron's leftovers must not keep a finished program alive.
process.exit(exitCode)
