import { and, asc, count, eq, isNull, ne } from 'drizzle-orm'
import { accountTable, preferenceTable } from '../../../db/schema/accounts.ts'
import { personTable } from '../../../db/schema/people.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { AccountRow } from '../../../shared/contract/accounts.ts'
import type { Role } from '../../../shared/domain/accounts/permissions.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'
import type { ReadContext, WriteContext } from '../../dispatch/context.ts'
import { guardDataKey } from './data-key.ts'
import { accountById } from './sign-in-service.ts'

export interface NewAccount {
  readonly signInName: string
  readonly displayName: string
  readonly role: Role
  readonly personId: string | null
  readonly password: string
}

export function listAccounts(db: ReadDb): AccountRow[] {
  return db.select({ account: accountTable, personName: personTable.name })
    .from(accountTable).leftJoin(personTable, eq(accountTable.personId, personTable.id))
    .orderBy(asc(accountTable.createdAt)).all()
    .map(({ account, personName }) => ({
      id: account.id,
      signInName: account.signInName,
      displayName: account.displayName,
      role: account.role,
      personId: account.personId,
      personName,
      disabled: account.disabledAt !== null,
      lastSignInAt: account.lastSignInAt,
      revision: account.revision,
    }))
}

/** A new account; it gets its own copy of the data key, wrapped by its first password, which must be changed. */
export async function addAccount(ctx: WriteContext, input: NewAccount): Promise<AccountRow> {
  const guarded = await guardDataKey(keyOf(ctx), input.password)
  const id = ctx.ids.next()
  ctx.write(`新增账号「${input.displayName}」`, (w) => {
    const taken = w.tx.select({ id: accountTable.id }).from(accountTable).where(eq(accountTable.signInName, input.signInName)).get()
    if (taken) {
      throw new AppError('accounts.nameTaken', 'conflict', `登录名「${input.signInName}」已有人使用，请换一个`, {
        places: [{ field: 'signInName', message: '已有人使用' }],
      })
    }
    assertPersonIsThere(w.tx, input.personId)
    const at = ctx.clock.now()
    const { password: _, ...facts } = input
    w.tx.insert(accountTable).values({ id, ...facts, ...guarded, mustChangePassword: true, createdAt: at, updatedAt: at }).run()
    w.changed('account', id, null, facts)
  })
  return rowOf(ctx.db, id)
}

export function changeAccount(
  ctx: WriteContext,
  input: { id: string; revision: number; displayName: string; role: Role; personId: string | null; disabled: boolean },
): AccountRow {
  ctx.write(`修改账号「${input.displayName}」`, (w) => {
    const before = accountById(w.tx, input.id)
    if (before.revision !== input.revision) {
      throw new AppError('accounts.changedMeanwhile', 'conflict', '这个账号刚被别人改过，请重新打开后再改')
    }
    assertPersonIsThere(w.tx, input.personId)
    const stillAdmin = input.role === 'admin' && !input.disabled
    const others = w.tx.select({ n: count() }).from(accountTable)
      .where(and(eq(accountTable.role, 'admin'), isNull(accountTable.disabledAt), ne(accountTable.id, input.id))).get()
    if (!stillAdmin && (others?.n ?? 0) === 0) {
      throw new AppError('accounts.lastAdmin', 'precondition', '至少要留一位可用的管理员，请先把另一个账号设为管理员')
    }
    const after = {
      displayName: input.displayName,
      role: input.role,
      personId: input.personId,
      disabledAt: input.disabled ? (before.disabledAt ?? ctx.clock.now()) : null,
    }
    w.tx.update(accountTable).set({ ...after, revision: before.revision + 1, updatedAt: ctx.clock.now() }).where(eq(accountTable.id, input.id)).run()
    w.changed('account', input.id, before, { ...before, ...after })
  })
  return rowOf(ctx.db, input.id)
}

/** An administrator, who holds the data key, sets another's password; nothing enciphered is lost by it. */
export async function resetPassword(ctx: WriteContext, input: { id: string; newPassword: string }): Promise<void> {
  const account = accountById(ctx.db, input.id)
  const guarded = await guardDataKey(keyOf(ctx), input.newPassword)
  ctx.write(`重设「${account.displayName}」的密码`, (w) => {
    w.tx.update(accountTable)
      .set({ ...guarded, mustChangePassword: account.id !== ctx.actor.accountId, failedAttempts: 0, retryAfterAt: null, updatedAt: ctx.clock.now() })
      .where(eq(accountTable.id, account.id)).run()
    w.changed('account', account.id, { passwordHash: 'old' }, { passwordHash: 'new' })
  })
}

export function remember(ctx: WriteContext, key: string, value: unknown): void {
  const row = { accountId: ctx.actor.accountId, key, value: JSON.stringify(value), updatedAt: ctx.clock.now() }
  ctx.write('记住界面习惯', (w) => {
    w.tx.insert(preferenceTable).values(row)
      .onConflictDoUpdate({ target: [preferenceTable.accountId, preferenceTable.key], set: { value: row.value, updatedAt: row.updatedAt } }).run()
  })
}

export function remembered(ctx: ReadContext, key: string): unknown {
  const row = ctx.db.select().from(preferenceTable)
    .where(and(eq(preferenceTable.accountId, ctx.actor.accountId), eq(preferenceTable.key, key))).get()
  return row ? JSON.parse(row.value) : null
}

function rowOf(db: ReadDb, id: string): AccountRow {
  return must(listAccounts(db).find((row) => row.id === id), 'the account was just written')
}

function assertPersonIsThere(db: ReadDb, personId: string | null): void {
  if (personId === null || db.select({ id: personTable.id }).from(personTable).where(eq(personTable.id, personId)).get()) return
  throw new AppError('accounts.noSuchPerson', 'invalid', '没有这位人员的档案，请重新选择', { places: [{ field: 'personId', message: '请重新选择' }] })
}

function keyOf(ctx: WriteContext): Buffer {
  const dataKey = ctx.session.dataKey
  if (!dataKey) throw new AppError('accounts.locked', 'forbidden', '已锁定，请输入密码后再试')
  return dataKey
}
