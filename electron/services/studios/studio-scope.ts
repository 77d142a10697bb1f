import { and, eq, gte, isNull, or } from 'drizzle-orm'
import { membershipTable, studioTable } from '../../../db/schema/studios.ts'
import { isScopedToOwnStudios } from '../../../shared/domain/accounts/permissions.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext } from '../../dispatch/context.ts'

/**
 * Whose records somebody may see. A permission opens the door, this says which rooms: accounts of the roles `host` and
 * `member` see the studios in which their person has a membership that has not ended; everybody else sees all.
 */
export function visibleStudioIds(ctx: Pick<ReadContext, 'db' | 'actor' | 'clock'>): readonly string[] | 'all' {
  if (!isScopedToOwnStudios(ctx.actor.role)) return 'all'
  return [...new Set(ownMemberships(ctx).map(({ studioId }) => studioId))]
}

/** @throws `studios.notYours` for a studio outside the scope, whether it exists or not */
export function assertMayReadStudio(ctx: Pick<ReadContext, 'db' | 'actor' | 'clock'>, studioId: string): void {
  const visible = visibleStudioIds(ctx)
  if (visible !== 'all' && !visible.includes(studioId)) {
    throw new AppError('studios.notYours', 'forbidden', '您的账号只能看自己所在工作室的记录')
  }
}

/**
 * That somebody whom the route has let in may write records of this studio: an account of the role `host` only where its
 * person is the host now. Records of a studio in the recycle bin are not written.
 * @throws `studios.notYours`, `studios.none`, `studios.removed`
 */
export function assertMayWriteStudio(ctx: Pick<ReadContext, 'db' | 'actor' | 'clock'>, studioId: string): void {
  if (isScopedToOwnStudios(ctx.actor.role)) {
    const hosted = ctx.actor.role === 'host' && ownMemberships(ctx).some((own) => own.studioId === studioId && own.role === 'host')
    if (!hosted) throw new AppError('studios.notYours', 'forbidden', '您的账号只能修改自己主持的工作室的记录')
  }
  const studio = ctx.db.select({ name: studioTable.name, removedAt: studioTable.removedAt }).from(studioTable).where(eq(studioTable.id, studioId)).get()
  if (!studio) throw noStudio()
  if (studio.removedAt !== null) {
    throw new AppError('studios.removed', 'precondition', `「${studio.name}」在回收站里，请先恢复再修改`)
  }
}

/** The same as an answer: whether somebody whom the route has let in may write records of this studio. */
export function mayWriteStudio(ctx: Pick<ReadContext, 'db' | 'actor' | 'clock'>, studioId: string): boolean {
  try {
    assertMayWriteStudio(ctx, studioId)
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

export function noStudio(): AppError {
  return new AppError('studios.none', 'notFound', '没有找到这个工作室，请回到工作室列表重新打开')
}

/** The studios whose host the caller's person is now. */
export function hostedStudioIds(ctx: Pick<ReadContext, 'db' | 'actor' | 'clock'>): readonly string[] {
  return [...new Set(ownMemberships(ctx).filter(({ role }) => role === 'host').map(({ studioId }) => studioId))]
}

function ownMemberships({ db, actor, clock }: Pick<ReadContext, 'db' | 'actor' | 'clock'>) {
  if (actor.personId === null) return []
  return db.select({ studioId: membershipTable.studioId, role: membershipTable.role }).from(membershipTable)
    .innerJoin(studioTable, eq(membershipTable.studioId, studioTable.id))
    .where(and(
      eq(membershipTable.personId, actor.personId),
      isNull(studioTable.removedAt),
      isNull(membershipTable.voidedAt),
      or(isNull(membershipTable.toOn), gte(membershipTable.toOn, clock.today())),
    )).all()
}
