import { eq, isNull } from 'drizzle-orm'
import { studioSchemeChangeTable } from '../../../db/schema/schemes.ts'
import { studioTable } from '../../../db/schema/studios.ts'
import { writeTx } from '../../../db/write-tx.ts'
import type { SharedContext } from '../../dispatch/dispatcher.ts'
import { appendAuditTx } from '../audit/audit-trail.ts'
import { findScheme } from '../schemes/schemes-service.ts'
import { changesByStudio, keyAmong } from './studio-schemes-service.ts'

/** The day up to which the studios of an open database stand right. */
const settledOn = new WeakMap<object, string>()

/**
 * Moves decided for a day to come take effect when the first call of that day (or a later one) arrives: the studio's code and version
 * are what it follows today. Nobody need be there; the log has it under 程序. One comparison on every other call.
 */
export function settleSchemeMoves(ctx: Pick<SharedContext, 'db' | 'clock' | 'surroundings' | 'logger'>): void {
  const today = ctx.clock.today()
  if (settledOn.get(ctx.db) === today) return
  try {
    for (const move of dueMoves(ctx, today)) takeEffect(ctx, move)
    settledOn.set(ctx.db, today)
  } catch (error) {
    // A full disk must not keep her from reading; the next call tries again.
    ctx.logger.error('studios.movesNotSettled', error, {})
  }
}

function dueMoves({ db }: Pick<SharedContext, 'db'>, today: string) {
  const moved = db.selectDistinct({ id: studioSchemeChangeTable.studioId }).from(studioSchemeChangeTable).where(isNull(studioSchemeChangeTable.withdrawnAt)).all()
  const changes = changesByStudio(db, moved.map(({ id }) => id))
  return [...changes].flatMap(([studioId, own]) => {
    const studio = db.select().from(studioTable).where(eq(studioTable.id, studioId)).get()
    if (!studio) return []
    const after = keyAmong(own, studio, today)
    return after.schemeCode === studio.schemeCode && after.schemeVersion === studio.schemeVersion ? [] : [{ studio, after }]
  })
}

function takeEffect(ctx: Pick<SharedContext, 'db' | 'clock' | 'surroundings'>, { studio, after }: ReturnType<typeof dueMoves>[number]): void {
  const title = findScheme(ctx, after)?.title ?? after.schemeCode
  writeTx(ctx.db, (tx) => {
    tx.update(studioTable).set({ ...after, revision: studio.revision + 1, updatedAt: ctx.clock.now() }).where(eq(studioTable.id, studio.id)).run()
    appendAuditTx(tx, {
      at: ctx.clock.now(), accountId: null, actorName: '程序', action: 'studios.schemeTakesEffect', summary: `「${studio.name}」按原定日期改用规程「${title}」第 ${after.schemeVersion} 版`,
      changes: [{ kind: 'studio', id: studio.id, before: { schemeCode: studio.schemeCode, schemeVersion: studio.schemeVersion }, after }],
    })
  })
}
