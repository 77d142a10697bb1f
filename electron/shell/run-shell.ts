import { app, dialog, powerMonitor, session } from 'electron'
import { AppError } from '../../shared/errors.ts'
import type { Logger } from '../ports/logger.ts'
import { serveRenderer } from './app-protocol.ts'
import { savedFiles } from './dialogs.ts'
import { guardSession } from './guards.ts'
import { openIpc } from './ipc.ts'
import type { ProgramPort, SessionPort } from './program-port.ts'
import { runningCalls } from './running-calls.ts'
import { openWindow, setMenu, showAgain, tell } from './window.ts'

export interface ShellParts<S extends SessionPort> {
  readonly openProgram: () => Promise<ProgramPort<S>>
  readonly rendererDir: string
  readonly preload: string
  readonly logger: Logger
  /** Called once the window stands, or once the program has said why it cannot: the starter waits for either. */
  readonly report: (state: 'ready' | 'refused') => void
}

/** Runs the program in its one window, from the ready app to its end. */
export async function runShell<S extends SessionPort>(parts: ShellParts<S>): Promise<void> {
  await app.whenReady()
  guardSession(session.defaultSession)
  serveRenderer(session.defaultSession, parts.rendererDir)
  setMenu(process.platform)

  const program = await openOrExplain(parts)
  if (program === null) return
  const calls = runningCalls()
  openIpc({ program, session: program.openSession(), saved: savedFiles(), calls, logger: parts.logger })
  const window = openWindow(parts.preload, calls)
  parts.report('ready')

  const lock = (): void => { program.lockAll(); tell(window, 'locked') }
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('suspend', lock)
  app.on('second-instance', () => { showAgain(window) })
  app.on('window-all-closed', () => { app.quit() })
  closeBeforeQuitting(program, parts.logger)
}

async function openOrExplain<S extends SessionPort>(parts: ShellParts<S>): Promise<ProgramPort<S> | null> {
  try {
    return await parts.openProgram()
  } catch (error) {
    parts.logger.error('shell.program-not-opened', error)
    dialog.showErrorBox('杏坛没有打开', error instanceof AppError ? error.message : '程序没有打开，您的数据没有改动。请重新启动；仍不行时请把日志发给管理员。')
    parts.report('refused')
    app.exit(3)
    return null
  }
}

/** The last window is gone: running writes finish, the database is closed, and only then the process ends. */
function closeBeforeQuitting<S extends SessionPort>(program: ProgramPort<S>, logger: Logger): void {
  let closing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    program.close().then(() => { app.exit(0) }, (error: unknown) => {
      logger.error('shell.close-failed', error)
      app.exit(1)
    })
  })
}
