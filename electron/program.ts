import type { ProgramDoor } from './browser-shell/program-door.ts'
import { routes } from '../shared/contract/routes.ts'
import { AppError, type Result } from '../shared/errors.ts'
import type { FolderPlaces } from './data-folder-choice.ts'
import { createDispatcher } from './dispatch/dispatcher.ts'
import { handlers } from './dispatch/handlers.ts'
import { OpenedFolder } from './opened-folder.ts'
import { type Clock, systemClock } from './ports/clock.ts'
import { type FolderOpener, systemFolderOpener } from './ports/folder-opener.ts'
import { type IdSource, randomIds } from './ports/id-source.ts'
import type { Logger } from './ports/logger.ts'
import { Session } from './services/accounts/session.ts'
import { followAccount, lockIfIdle } from './services/accounts/standing.ts'
import { settleSchemeMoves } from './services/studios/settle-scheme-moves.ts'
import { makeDailyBackup } from './services/maintenance/backup-service.ts'

export interface ProgramOptions {
  readonly dataFolder: string
  readonly version: string
  /** The folder `resources/` and, beside it, `db/` with migrations and custom SQL. */
  readonly resources: string
  readonly logger: Logger
  readonly mode: 'electron' | 'browser'
  readonly clock?: Clock
  readonly ids?: IdSource
  /** Other places for the data, offered at the first start; absent where the folder was given on the command line. */
  readonly places?: FolderPlaces | null
  /** How many daily backups are kept; without it none are made (scripts, tests). */
  readonly keepDailyBackups?: number
  /** A line for the sign-in page. */
  readonly welcome?: string
  readonly folders?: FolderOpener
}

/** The opened program, as every door sees it: Electron's window, the browser shell, the scripts and the tests. */
export interface Program extends ProgramDoor {
  /** The folder that is open now. */
  readonly dataFolder: string
  /** When the machine sleeps or its screen is locked. */
  lockAll(): void
  /** Lets running calls finish, then gives the data folder back. */
  close(): Promise<void>
}

const secondsBetweenIdleChecks = 15
/** The window comes first; today's backup follows when she has begun to read. */
const secondsUntilBackup = 20

/** Opens a data folder through the boot ladder and puts the services together. @throws AppError `boot.…`, `database.…` */
export async function openProgram(options: ProgramOptions): Promise<Program> {
  const { clock = systemClock, ids = randomIds, folders = systemFolderOpener, logger } = options
  const sessions = new Set<Session>()
  const running = new Set<Promise<unknown>>()
  let shut: 'closing' | 'changing' | null = null

  const opened = new OpenedFolder({ ...options, clock, ids, folders }, {
    async alone() {
      if (shut) throw new AppError('program.busy', 'conflict', '程序正在关闭或正在换资料，请稍后再试')
      shut = 'changing'
      // The call that asks is running itself.
      while (running.size > 1) await Promise.race([...running].map((call) => call.catch(() => undefined))).then(nextTurn)
      return () => void (shut = shut === 'changing' ? null : shut)
    },
    // Somebody who is not signed in keeps what she has handed over so far, e.g. the logo in the first start.
    signEverybodyOut: () => sessions.forEach((session) => session.owner && session.signOut()),
  })
  const dispatcher = createDispatcher({
    routes, handlers, context: () => opened.shared,
    settle: (session) => {
      settleSchemeMoves(opened.shared)
      followAccount(opened.shared, session)
      lockIfIdle(opened.shared, session)
    },
  })

  // The key must leave memory on time even when nobody calls.
  const idleCheck = setInterval(() => sessions.forEach((session) => lockIfIdle(opened.shared, session)), secondsBetweenIdleChecks * 1000)
  idleCheck.unref()
  const backUp = () => {
    if (options.keepDailyBackups !== undefined) makeDailyBackup(opened.shared, options.keepDailyBackups)
  }
  const firstBackup = setTimeout(backUp, secondsUntilBackup * 1000)
  firstBackup.unref()

  return {
    get dataFolder() {
      return opened.layout.folder
    },
    openSession() {
      const session = new Session(clock)
      sessions.add(session)
      return session
    },
    closeSession(session) {
      session.signOut()
      sessions.delete(session)
    },
    async call(session, route, input) {
      if (shut) return shutAnswer(shut)
      const call = dispatcher.call(session, route, input)
      running.add(call)
      try {
        return await call
      } finally {
        running.delete(call)
      }
    },
    async receiveFile(session, { name, bytes }) {
      try {
        return { ok: true, value: { token: session.exchange.put({ name, mediaType: 'application/octet-stream', bytes }), name, bytes: bytes.byteLength } }
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        return { ok: false, error: { code: error.code, kind: error.kind, message: error.message } }
      }
    },
    takeFile(session, token) {
      try {
        return session.exchange.get(token)
      } catch (error) {
        logger.info('files.notTaken', { code: error instanceof AppError ? error.code : 'unknown' })
        return null
      }
    },
    lockAll: () => sessions.forEach((session) => session.lock()),
    async close() {
      shut = 'closing'
      clearInterval(idleCheck)
      clearTimeout(firstBackup)
      await Promise.allSettled(running)
      for (const session of sessions) session.signOut()
      backUp()
      opened.close()
    },
  }
}

const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve))

function shutAnswer(why: 'closing' | 'changing'): Result<never> {
  const message = why === 'closing' ? '程序正在关闭' : '正在换到另一份资料，请稍候几秒再试'
  return { ok: false, error: { code: `program.${why}`, kind: 'unavailable', message } }
}
