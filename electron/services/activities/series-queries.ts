import { and, asc, eq, isNull } from 'drizzle-orm'
import { activitySeriesTable, activityTable } from '../../../db/schema/activities.ts'
import { personTable } from '../../../db/schema/people.ts'
import { studioTable } from '../../../db/schema/studios.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { SeriesRow, SeriesWish } from '../../../shared/contract/activity-series.ts'
import { seriesWishes } from '../../../shared/domain/activities/series-wishes.ts'
import type { StudioLevel } from '../../../shared/domain/studios/studio-words.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { findScheme } from '../schemes/schemes-service.ts'
import { assertMayReadStudio, mayWriteStudio } from '../studios/studio-scope.ts'
import { studioById } from '../studios/studios-service.ts'

export type Series = typeof activitySeriesTable.$inferSelect

/** @throws `activities.noSeries` */
export function seriesById(db: ReadDb, id: string): Series {
  const series = db.select().from(activitySeriesTable).where(eq(activitySeriesTable.id, id)).get()
  if (!series) throw new AppError('activities.noSeries', 'notFound', '没有找到这个系列，请刷新后再试')
  return series
}

/** The series of the studio in the term, the running ones first, and the regular meetings that its scheme asks for. @throws `studios.notYours` */
export function seriesOf(ctx: ReadContext, { studioId, termKey }: { studioId: string; termKey: string }, mayWrite: boolean): { rows: SeriesRow[]; wishes: SeriesWish[]; mayWrite: boolean } {
  assertMayReadStudio(ctx, studioId)
  const t = activitySeriesTable
  const found = ctx.db.select({ series: t, chairName: personTable.name }).from(t).leftJoin(personTable, eq(t.chairPersonId, personTable.id))
    .where(and(eq(t.studioId, studioId), eq(t.termKey, termKey))).orderBy(asc(t.createdAt)).all()
  const today = ctx.clock.today()
  const rows = found.map(({ series, chairName }): SeriesRow => {
    const { createdAt: _, updatedAt: __, weeks, ...fields } = series
    const days = ctx.db.select({ heldOn: activityTable.heldOn }).from(activityTable)
      .where(and(eq(activityTable.seriesId, series.id), isNull(activityTable.removedAt), isNull(activityTable.cancelledAt))).orderBy(asc(activityTable.heldOn)).all()
    const coming = days.filter(({ heldOn }) => heldOn > today)
    return { ...fields, weeks: JSON.parse(weeks) as number[], chairName, standing: days.length, coming: coming.length, nextOn: coming[0]?.heldOn ?? null }
  })
  return {
    rows: rows.toSorted((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null)),
    wishes: [...seriesWishes(findScheme(ctx, studioById(ctx.db, studioId)))], mayWrite: mayWrite && mayWriteStudio(ctx, studioId),
  }
}

/** Activities of a series are of the studio's own level, until somebody says otherwise. */
export function levelOfStudio(db: ReadDb, studioId: string): StudioLevel | null {
  return db.select({ level: studioTable.level }).from(studioTable).where(eq(studioTable.id, studioId)).get()?.level ?? null
}
