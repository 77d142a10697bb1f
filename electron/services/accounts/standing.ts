import { eq } from 'drizzle-orm'
import { accountTable } from '../../../db/schema/accounts.ts'
import type { Standing } from '../../../shared/contract/accounts.ts'
import { permissions, roleMay } from '../../../shared/domain/accounts/permissions.ts'
import type { OpenContext } from '../../dispatch/context.ts'
import { readSchool, readSettings } from '../school/school-service.ts'
import { actorOf } from './sign-in-service.ts'

/** What the window needs to know to draw its frame: which door is open, and for whom. */
export function standingOf(ctx: OpenContext): Standing {
  const school = readSchool(ctx.db)
  const { owner, locked } = ctx.session
  const account = owner && !locked ? ctx.db.select().from(accountTable).where(eq(accountTable.id, owner.accountId)).get() : undefined
  return {
    phase: !school ? 'firstStart' : locked ? 'locked' : owner ? 'signedIn' : 'signedOut',
    schoolName: school?.name ?? null,
    me: owner
      ? {
          ...owner,
          permissions: locked ? [] : permissions.filter((permission) => roleMay(owner.role, permission)),
          mustChangePassword: account?.mustChangePassword ?? false,
        }
      : null,
    idleMinutes: readSettings(ctx.db).idleMinutes,
    version: ctx.surroundings.version,
    mode: ctx.surroundings.mode,
    notices: [...ctx.surroundings.bootNotices],
    welcome: ctx.surroundings.welcome,
  }
}

/**
 * What an administrator decides about an account holds at once in every window: a disabled one is out, another role or name
 * is the one that counts from this call on, and a password that she has set must be replaced first.
 */
export function followAccount(ctx: Pick<OpenContext, 'db'>, session: OpenContext['session']): void {
  const { owner } = session
  if (!owner) return
  const account = ctx.db.select().from(accountTable).where(eq(accountTable.id, owner.accountId)).get()
  if (!account || account.disabledAt) return session.signOut()
  session.follow(actorOf(account), account.mustChangePassword)
}

/** Locks a session whose owner has not touched a key for longer than the setting allows. */
export function lockIfIdle(ctx: Pick<OpenContext, 'db'>, session: OpenContext['session']): void {
  if (session.actor && session.idleMinutes() >= readSettings(ctx.db).idleMinutes) session.lock()
}
