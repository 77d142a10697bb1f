import { and, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import { outcomePersonTable, outcomeTable } from '../../../db/schema/outcomes.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import { isScopedToOwnStudios, roleMay } from '../../../shared/domain/accounts/permissions.ts'
import { isOwnDoing } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import type { OutcomePerson } from '../../../shared/domain/outcomes/outcome-record.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { hostedStudioIds, visibleStudioIds } from '../studios/studio-scope.ts'

export type Outcome = typeof outcomeTable.$inferSelect
type Caller = Pick<ReadContext, 'db' | 'actor' | 'clock'>

/** The condition for what the caller may see: her own, a host also what belongs to her studio; undefined: everything. */
export function visibleOutcomes(ctx: Caller): SQL | undefined {
  if (!isScopedToOwnStudios(ctx.actor.role)) return undefined
  const own = ctx.actor.personId === null ? sql`0` : inArray(outcomeTable.id, ctx.db.select({ id: outcomePersonTable.outcomeId }).from(outcomePersonTable)
    .where(eq(outcomePersonTable.personId, ctx.actor.personId)))
  return ctx.actor.role === 'host' ? or(own, inArray(outcomeTable.studioId, [...hostedStudioIds(ctx)])) : own
}

/** @throws `outcomes.none` for what is not there, and for what is not the caller's to see */
export function outcomeById(db: ReadDb, id: string, visible?: SQL): Outcome {
  const outcome = db.select().from(outcomeTable).where(and(eq(outcomeTable.id, id), visible)).get()
  if (!outcome) throw new AppError('outcomes.none', 'notFound', '没有找到这条记录，请回到成果列表重新打开')
  return outcome
}

/** @throws `outcomes.none` */
export function readableOutcome(ctx: Caller, id: string): Outcome {
  return outcomeById(ctx.db, id, visibleOutcomes(ctx))
}

/** Whether the caller may write it: the office; the host of its studio; whoever did it herself. */
export function mayWriteOutcome(ctx: Caller, outcome: Pick<Outcome, 'id' | 'studioId'>): boolean {
  if (!roleMay(ctx.actor.role, 'outcomes.write')) return false
  return !isScopedToOwnStudios(ctx.actor.role) || hosts(ctx, outcome.studioId) || isOwn(ctx, outcome.id)
}

/** @throws `outcomes.none`, `outcomes.notYours` */
export function writableOutcome(ctx: Caller, id: string): Outcome {
  const outcome = readableOutcome(ctx, id)
  if (!mayWriteOutcome(ctx, outcome)) throw new AppError('outcomes.notYours', 'forbidden', '您的账号只能修改自己的成果')
  return outcome
}

/** Whether the caller may say that a record of this studio is right: the office, and the studio's host. */
export function mayConfirmIn(ctx: Caller, studioId: string | null): boolean {
  if (!roleMay(ctx.actor.role, 'outcomes.confirm')) return false
  return !isScopedToOwnStudios(ctx.actor.role) || hosts(ctx, studioId)
}

/**
 * That the caller may keep a record like this: a member only of her own doing in a studio of hers, a host also what belongs to
 * the studio that she hosts.
 * @throws `outcomes.notYours`
 */
export function assertMayKeep(ctx: Caller, record: { readonly studioId: string | null; readonly people: readonly OutcomePerson[] }): void {
  const { role, personId } = ctx.actor
  if (!isScopedToOwnStudios(role) || hosts(ctx, record.studioId)) return
  if (personId === null || !record.people.some((person) => person.personId === personId && isOwnDoing(person.part))) {
    throw new AppError('outcomes.notYours', 'forbidden', personId === null ? '您的账号没有对应的人员，请教务处在「设置 → 账号」里选上' : '您的账号只能登记自己的成果，请把自己加进去', {
      places: [{ field: 'facts.people', message: '应有您自己' }],
    })
  }
  const visible = visibleStudioIds(ctx)
  if (record.studioId !== null && visible !== 'all' && !visible.includes(record.studioId)) {
    throw new AppError('outcomes.notYours', 'forbidden', '请选择您自己所在的工作室', { places: [{ field: 'facts.studioId', message: '请选择您自己所在的工作室' }] })
  }
}

function hosts(ctx: Caller, studioId: string | null): boolean {
  return ctx.actor.role === 'host' && studioId !== null && hostedStudioIds(ctx).includes(studioId)
}

function isOwn({ db, actor }: Caller, id: string): boolean {
  if (actor.personId === null) return false
  return db.select({ id: outcomePersonTable.outcomeId }).from(outcomePersonTable)
    .where(and(eq(outcomePersonTable.outcomeId, id), eq(outcomePersonTable.personId, actor.personId), ne(outcomePersonTable.part, 'mentee'))).get() !== undefined
}
