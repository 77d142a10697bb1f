import { and, eq, isNull } from 'drizzle-orm'
import { accountTable, recoveryKeyTable } from '../../../db/schema/accounts.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Actor, OpenWriteContext, WriteContext } from '../../dispatch/context.ts'
import { guardDataKey, newRecoveryCode, normaliseRecoveryCode, openDataKey, pretendToCheck } from './data-key.ts'
import { delaySeconds, waitInWords } from './sign-in-delay.ts'

type Account = typeof accountTable.$inferSelect

const wrongSignIn = '登录名或密码不对，请核对后再试'
/** For somebody who typed no sign-in name: she unlocks, or changes her own password. */
const wrongPassword = '密码不对，请核对后再试'
const refused = (sentence: string) => new AppError('accounts.wrongPassword', 'forbidden', sentence)

/** Opens the session with a password. Wrong ones are counted and logged before the answer goes out. */
export async function signIn(ctx: OpenWriteContext, input: { signInName: string; password: string }): Promise<void> {
  const account = accountByName(ctx.db, input.signInName)
  if (!account || account.disabledAt) {
    await pretendToCheck(input.password)
    ctx.write('登录未成功：没有这个可用的账号', () => undefined)
    throw refused(wrongSignIn)
  }
  const dataKey = await checkedDataKey(ctx, account, input.password, wrongSignIn)
  ctx.session.signIn(actorOf(account), dataKey)
  dataKey.fill(0)
  ctx.write('登录', (w) => {
    const at = ctx.clock.now()
    w.tx.update(accountTable).set({ failedAttempts: 0, retryAfterAt: null, lastSignInAt: at }).where(eq(accountTable.id, account.id)).run()
  })
}

/** Opens a locked session again; only its owner's password does. */
export async function unlock(ctx: OpenWriteContext, input: { password: string }): Promise<void> {
  const owner = ctx.session.owner
  if (!owner) throw new AppError('accounts.signedOut', 'forbidden', '请先登录')
  const account = accountById(ctx.db, owner.accountId)
  if (account.disabledAt) throw new AppError('accounts.disabled', 'forbidden', '这个账号已停用，请联系管理员')
  const dataKey = await checkedDataKey(ctx, account, input.password)
  ctx.session.signIn(actorOf(account), dataKey)
  dataKey.fill(0)
  ctx.write('解锁', (w) => {
    w.tx.update(accountTable).set({ failedAttempts: 0, retryAfterAt: null }).where(eq(accountTable.id, account.id)).run()
  })
}

export function signOut(ctx: OpenWriteContext): void {
  if (!ctx.session.owner) return ctx.nothingToWrite()
  ctx.write('退出登录', () => undefined)
  ctx.session.signOut()
}

export async function changePassword(ctx: WriteContext, input: { oldPassword: string; newPassword: string }): Promise<void> {
  const account = accountById(ctx.db, ctx.actor.accountId)
  const dataKey = await checkedDataKey(ctx, account, input.oldPassword)
  const guarded = await guardDataKey(dataKey, input.newPassword)
  dataKey.fill(0)
  ctx.write('修改自己的密码', (w) => {
    w.tx.update(accountTable)
      .set({ ...guarded, mustChangePassword: false, failedAttempts: 0, retryAfterAt: null, updatedAt: ctx.clock.now() })
      .where(eq(accountTable.id, account.id)).run()
    w.changed('account', account.id, { passwordHash: 'old' }, { passwordHash: 'new' })
  })
}

/**
 * A forgotten administrator's password: the recovery code opens the data key, a new password and a new code close it
 * again. The used code is retired.
 * @returns the new recovery code, to be printed
 */
export async function recover(
  ctx: OpenWriteContext, input: { signInName: string; recoveryCode: string; newPassword: string },
): Promise<string> {
  const account = accountByName(ctx.db, input.signInName)
  const recovery = ctx.db.select().from(recoveryKeyTable).where(isNull(recoveryKeyTable.retiredAt)).get()
  const dataKey = recovery ? await openDataKey(splitRecovery(recovery.wrappedDataKey), normaliseRecoveryCode(input.recoveryCode)) : null
  if (!dataKey || !recovery || !account || account.role !== 'admin') {
    dataKey?.fill(0)
    ctx.write('用恢复码重设密码未成功', () => undefined)
    throw new AppError('accounts.wrongRecoveryCode', 'forbidden', '登录名或恢复码不对，请照打印的那一张逐组核对；恢复码只能重设管理员的密码')
  }
  const guarded = await guardDataKey(dataKey, input.newPassword)
  const { code, row } = await newRecovery(dataKey, ctx)
  dataKey.fill(0)
  ctx.write(`用恢复码重设了「${account.displayName}」的密码`, (w) => {
    const at = ctx.clock.now()
    w.tx.update(accountTable)
      .set({ ...guarded, mustChangePassword: false, failedAttempts: 0, retryAfterAt: null, disabledAt: null, updatedAt: at })
      .where(eq(accountTable.id, account.id)).run()
    w.tx.update(recoveryKeyTable).set(retired(at)).where(eq(recoveryKeyTable.id, recovery.id)).run()
    w.tx.insert(recoveryKeyTable).values(row).run()
    w.changed('account', account.id, { passwordHash: 'old' }, { passwordHash: 'new' })
  })
  return code
}

/** Makes a new recovery code; the old one no longer opens anything. */
export async function replaceRecoveryCode(ctx: WriteContext): Promise<string> {
  const dataKey = ctx.session.dataKey
  if (!dataKey) throw new AppError('accounts.locked', 'forbidden', '已锁定，请输入密码后再试')
  const { code, row } = await newRecovery(dataKey, ctx)
  ctx.write('生成了新的恢复码，旧的作废', (w) => {
    w.tx.update(recoveryKeyTable).set(retired(ctx.clock.now())).where(isNull(recoveryKeyTable.retiredAt)).run()
    w.tx.insert(recoveryKeyTable).values(row).run()
  })
  return code
}

/** The row stays, what it kept does not: whoever saw the old code and gets hold of the folder must not open the data key with it. */
const retired = (at: string) => ({ retiredAt: at, wrappedDataKey: '' })

/** A recovery code and the row that keeps the data key under it. */
export async function newRecovery(
  dataKey: Buffer, { ids, clock }: Pick<OpenWriteContext, 'ids' | 'clock'>,
): Promise<{ code: string; row: typeof recoveryKeyTable.$inferInsert }> {
  const code = newRecoveryCode()
  const guarded = await guardDataKey(dataKey, code)
  return { code, row: { id: ids.next(), wrappedDataKey: `${guarded.passwordHash}|${guarded.wrappedDataKey}`, createdAt: clock.now() } }
}

export function actorOf(account: Pick<Account, 'id' | 'displayName' | 'role' | 'personId'>): Actor {
  return { accountId: account.id, displayName: account.displayName, role: account.role, personId: account.personId }
}

export function accountById(db: ReadDb, id: string): Account {
  const account = db.select().from(accountTable).where(eq(accountTable.id, id)).get()
  if (!account) throw new AppError('accounts.gone', 'notFound', '没有这个账号')
  return account
}

function accountByName(db: ReadDb, signInName: string): Account | undefined {
  return db.select().from(accountTable).where(and(eq(accountTable.signInName, signInName.trim()))).get()
}

/** @throws `accounts.waitABit`, `accounts.wrongPassword` after the failure has been counted and logged */
async function checkedDataKey(ctx: OpenWriteContext, account: Account, password: string, sentence = wrongPassword): Promise<Buffer> {
  const now = Date.parse(ctx.clock.now())
  const wait = account.retryAfterAt ? (Date.parse(account.retryAfterAt) - now) / 1000 : 0
  if (wait > 0) {
    throw new AppError('accounts.waitABit', 'precondition', `密码输错次数较多，请 ${waitInWords(wait)}后再试`)
  }
  const dataKey = await openDataKey(account, password)
  if (dataKey) return dataKey
  ctx.write(`「${account.displayName}」的密码输错`, (w) => {
    // Read again inside the transaction: two attempts at once must count as two.
    const failedAttempts = (w.tx.select().from(accountTable).where(eq(accountTable.id, account.id)).get()?.failedAttempts ?? 0) + 1
    const seconds = delaySeconds(failedAttempts)
    const retryAfterAt = seconds > 0 ? new Date(now + seconds * 1000).toISOString() : null
    w.tx.update(accountTable).set({ failedAttempts, retryAfterAt }).where(eq(accountTable.id, account.id)).run()
  })
  throw refused(sentence)
}

function splitRecovery(stored: string): { passwordHash: string; wrappedDataKey: string } {
  const [passwordHash = '', wrappedDataKey = ''] = stored.split('|')
  return { passwordHash, wrappedDataKey }
}
