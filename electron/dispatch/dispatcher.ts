import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { asStorageError } from '../../db/sqlite-errors.ts'
import { writeTx } from '../../db/write-tx.ts'
import type { Db } from '../../db/open-database.ts'
import type { Route } from '../../shared/contract/define.ts'
import { plainIssue } from '../../shared/contract/plain-issues.ts'
import { roleMay } from '../../shared/domain/accounts/permissions.ts'
import { AppError, type Problem, type Result } from '../../shared/errors.ts'
import { personalDataOf } from '../services/accounts/personal-data.ts'
import type { Session } from '../services/accounts/session.ts'
import { appendAuditTx, type Change } from '../services/audit/audit-trail.ts'
import type { Actor, OpenContext, Writing } from './context.ts'

z.config({ localeError: plainIssue })

/** Everything in a context that does not depend on who calls. */
export type SharedContext = Omit<OpenContext, 'session' | 'actor' | 'exchange' | 'db'> & { readonly db: Db }

/** How far a call came: what is told of an error must not say that nothing was saved when it was. */
interface Step {
  saved: boolean
}

type AnyHandler = (ctx: never, input: never) => unknown

export interface Dispatcher {
  /** The one way in. Never rejects: a rejection would cross the process border as a bare string. */
  call(session: Session, name: string, input: unknown): Promise<Result<unknown>>
}

/**
 * route → zod → may this user → handler (one write transaction with its audit row) → zod → result. That the caller is
 * ours was settled at the door (sender, or token with Host and Origin).
 * @param context asked anew for each call, because the first start may move to another data folder
 */
export function createDispatcher(parts: {
  readonly routes: Readonly<Record<string, Route>>
  readonly handlers: Readonly<Record<string, AnyHandler>>
  readonly context: () => SharedContext
  /** Brings a session to where it stands by now: locked after a long absence, signed out when the account was disabled. */
  readonly settle: (session: Session) => void
}): Dispatcher {
  async function run(session: Session, name: string, input: unknown, step: Step): Promise<unknown> {
    const route = Object.hasOwn(parts.routes, name) ? parts.routes[name] : undefined
    const handler = Object.hasOwn(parts.handlers, name) ? parts.handlers[name] : undefined
    if (!route || !handler) throw new AppError('dispatch.noSuchRoute', 'notFound', '程序没有这项功能，请重新打开窗口')

    const parsed = route.input.safeParse(input)
    if (!parsed.success) throw invalidInput(parsed.error)

    parts.settle(session)
    const actor = admit(session, route)
    if (route.writes && actor) session.touch()

    const shared = parts.context()
    const writing = route.writes ? writingFor(shared, name, session, step) : null
    const ctx = {
      ...shared,
      session,
      actor,
      exchange: session.exchange,
      personalData: personalDataOf(session),
      ...writing?.given,
    }
    const value = await (handler as (ctx: object, input: unknown) => unknown)(ctx, parsed.data)
    if (writing && !writing.settled()) throw new Error(`${name} neither wrote nor said that there was nothing to write`)
    return route.output.parse(value)
  }

  return {
    async call(session, name, input) {
      const step: Step = { saved: false }
      try {
        return { ok: true, value: await run(session, name, input, step) }
      } catch (error) {
        return { ok: false, error: problemOf(error, name, step, parts.context().logger) }
      }
    },
  }
}

function admit(session: Session, { may, beforeOwnPassword }: Route): Actor | null {
  const actor = session.actor
  if (may === 'anyone') return actor
  if (session.locked) throw new AppError('accounts.locked', 'forbidden', '已锁定，请输入密码后再试')
  if (!actor) throw new AppError('accounts.signedOut', 'forbidden', '请先登录')
  if (session.owesPassword && !beforeOwnPassword) {
    throw new AppError('accounts.ownPasswordFirst', 'forbidden', '请先把管理员给的密码换成自己的，再做别的')
  }
  if (may !== 'signedIn' && !roleMay(actor.role, may)) {
    throw new AppError('accounts.notAllowed', 'forbidden', '您的账号没有这项权限，如有需要请联系管理员')
  }
  return actor
}

function writingFor(shared: SharedContext, action: string, session: Session, step: Step) {
  let settled = false
  const given: Writing = {
    write(summary, save) {
      const value = writeTx(shared.db, (tx) => {
        const changes: Change[] = []
        const saved = save({ tx, changed: (kind, id, before, after) => void changes.push({ kind, id, before, after }) })
        // Read after `save`: the write that signs somebody in is that person's own.
        const actor = session.owner
        appendAuditTx(tx, {
          at: shared.clock.now(),
          accountId: actor?.accountId ?? null,
          actorName: actor?.displayName ?? '未登录',
          action,
          summary,
          changes,
        })
        return saved
      })
      settled = true
      step.saved = true
      return value
    },
    nothingToWrite: () => void (settled = true),
  }
  return { given, settled: () => settled }
}

/** The places in the words of the schema; the first one is also the sentence. */
function invalidInput(error: z.ZodError): AppError {
  const places = error.issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message }))
  return new AppError('dispatch.invalidInput', 'invalid', places[0]?.message ?? '填写的内容不完整，请检查后再试', { places })
}

function problemOf(thrown: unknown, route: string, { saved }: Step, logger: SharedContext['logger']): Problem {
  // Reads run into a full, damaged or unplugged disk as well as writes; those sentences say that nothing was saved.
  const error = saved ? thrown : (asStorageError(thrown) ?? thrown)
  if (error instanceof AppError && error.kind !== 'internal' && error.kind !== 'unavailable') {
    return { code: error.code, kind: error.kind, message: error.message, ...(error.places.length > 0 ? { places: error.places } : {}) }
  }
  const logId = randomUUID().slice(0, 8)
  logger.error('call.failed', error, { route, logId })
  if (error instanceof AppError) return { code: error.code, kind: error.kind, message: error.message, logId }
  return {
    code: 'program.internal',
    kind: 'internal',
    message: saved
      ? `已经保存，但随后程序出了问题。请重新打开这一页核对；如仍不行，请把编号 ${logId} 告诉管理员。`
      : `程序出了问题，这一步没有保存。请再试一次；如仍不行，请把编号 ${logId} 告诉管理员。`,
    logId,
  }
}
