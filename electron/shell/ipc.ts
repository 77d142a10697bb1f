import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { Logger } from '../ports/logger.ts'
import type { Problem, Result } from '../../shared/errors.ts'
import { channels } from './channels.ts'
import type { SavedFiles } from './dialogs.ts'
import { printPage } from './printer.ts'
import type { ProgramPort, SessionPort } from './program-port.ts'
import type { RunningCalls } from './running-calls.ts'
import { maySpeak } from './security/sender.ts'

export interface IpcDoors<S extends SessionPort> {
  readonly program: ProgramPort<S>
  readonly session: S
  readonly saved: SavedFiles
  readonly calls: RunningCalls
  readonly logger: Logger
}

/**
 * Opens the five doors of the main process. Each asks first whether our own page is speaking (gate 1), then whether the
 * message has the right shape; what a route may do is the dispatcher's business. No door ever rejects: a rejection would
 * cross to the page as a bare string.
 */
export function openIpc<S extends SessionPort>({ program, session, saved, calls, logger }: IpcDoors<S>): void {
  const open = (channel: string, work: (event: IpcMainInvokeEvent, first: unknown, second: unknown) => Promise<Result<unknown>>): void => {
    ipcMain.handle(channel, async (event, first: unknown, second: unknown): Promise<Result<unknown>> => {
      if (!maySpeak(event.senderFrame)) {
        logger.error('shell.foreign-sender', new Error('a message that is not from our page'), { channel })
        return refused
      }
      try {
        return await calls.run(() => work(event, first, second))
      } catch (error) {
        logger.error('shell.door-failed', error, { channel })
        return failed
      }
    })
  }

  open(channels.call, async (_event, route, input) => (
    typeof route === 'string' ? program.call(session, route, input) : misshapen
  ))
  open(channels.upload, async (_event, name, bytes) => (
    typeof name === 'string' && bytes instanceof Uint8Array ? program.receiveFile(session, { name, bytes }) : misshapen
  ))
  open(channels.save, async (event, token) => {
    if (typeof token !== 'string') return misshapen
    return saved.save(event.sender, program.takeFile(session, token))
  })
  open(channels.openSaved, async (_event, id, what) => (
    typeof id === 'string' && (what === 'file' || what === 'folder') ? saved.open(id, what) : misshapen
  ))
  open(channels.print, async (event) => printPage(event.sender))
}

function problem(code: string, kind: Problem['kind'], message: string): Result<never> {
  return { ok: false, error: { code, kind, message } }
}

const refused = problem('shell.foreignSender', 'forbidden', '这个请求不是从杏坛的窗口发出的，已拒绝')
const misshapen = problem('shell.badMessage', 'invalid', '请求的格式不对，请刷新窗口（Ctrl+R）后重试')
const failed = problem('shell.failed', 'internal', '窗口出了问题，刚才的操作没有完成；请重试，仍不行时请关闭程序再打开')
