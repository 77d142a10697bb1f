import { spawn } from 'node:child_process'

export type ElectronEnd =
  /** It ran, or said itself why it would not. */
  | { readonly ran: true; readonly exitCode: number }
  /** It died before there was a window: a missing library, a sandbox that the system refuses. */
  | { readonly ran: false; readonly why: string }

/** Runs Electron on the built program until it ends. Ctrl+C reaches it as well as us, and it closes by itself. */
export function runElectron(options: { electron: string; root: string; words: readonly string[]; env: Readonly<Record<string, string | undefined>> }): Promise<ElectronEnd> {
  const { electron, root, words } = options
  const env = { ...options.env }
  // Set on some machines by editors; with it, Electron is a bare Node and opens no window.
  delete env['ELECTRON_RUN_AS_NODE']
  const child = spawn(electron, [root, ...words], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], windowsHide: false })
  const ignore = (): void => undefined
  process.on('SIGINT', ignore)
  return new Promise((resolve) => {
    let spoke = false
    child.on('message', () => { spoke = true })
    child.on('error', (error) => { end({ ran: false, why: error.message }) })
    child.on('exit', (code, signal) => {
      if (spoke || code === 0) end({ ran: true, exitCode: code ?? 1 })
      else end({ ran: false, why: signal === null ? `退出码 ${code}` : `信号 ${signal}` })
    })
    function end(outcome: ElectronEnd): void {
      process.off('SIGINT', ignore)
      resolve(outcome)
    }
  })
}
