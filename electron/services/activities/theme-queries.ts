import { and, asc, eq, isNull } from 'drizzle-orm'
import { activityTable } from '../../../db/schema/activities.ts'
import { themeTable } from '../../../db/schema/themes.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { ThemeRow, ThemesOfTerm } from '../../../shared/contract/activity-themes.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { themeWishes } from '../../../shared/domain/activities/theme-wishes.ts'
import { themeOnDay, themeProgress, themesInOrder } from '../../../shared/domain/activities/themes.ts'
import { isWithin } from '../../../shared/domain/dates/day.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { attachmentCounts } from '../files/attachments-service.ts'
import { listTerms, termByKey } from '../school/calendar-service.ts'
import { findScheme } from '../schemes/schemes-service.ts'
import { assertMayReadStudio, mayWriteStudio } from '../studios/studio-scope.ts'
import { studioById } from '../studios/studios-service.ts'

export type Theme = typeof themeTable.$inferSelect

/** The themes of a studio in a term with how far each has come, and what its scheme asks for. @throws `studios.notYours`, `terms.none` */
export function themesOfTerm(ctx: ReadContext, { studioId, termKey }: { studioId: string; termKey: string }, mayWrite: boolean): ThemesOfTerm {
  assertMayReadStudio(ctx, studioId)
  const { startsOn, endsOn } = termByKey(ctx.db, termKey)
  const activities = Map.groupBy(activitiesWithThemes(ctx.db, studioId, termKey), ({ themeId }) => themeId)
  const today = ctx.clock.today()
  const all = themesInOrder(themesIn(ctx.db, studioId, termKey)).map((theme): ThemeRow => {
    const { createdAt: _, updatedAt: __, ...fields } = theme
    return { ...fields, progress: themeProgress(activities.get(theme.id) ?? [], today) }
  })
  return {
    rows: all.filter(({ removedAt }) => removedAt === null), removed: all.filter(({ removedAt }) => removedAt !== null),
    wishes: [...themeWishes(findScheme(ctx, studioById(ctx.db, studioId)))], term: { startsOn, endsOn }, mayWrite: mayWrite && mayWriteStudio(ctx, studioId),
  }
}

/** What an activity of the day can name. @throws `studios.notYours` */
export function themesOn(ctx: ReadContext, { studioId, heldOn }: { studioId: string; heldOn: string }): OutputOf<'activities.themesOn'> {
  assertMayReadStudio(ctx, studioId)
  const term = listTerms(ctx.db).find(({ startsOn, endsOn }) => isWithin(heldOn, startsOn, endsOn))
  if (!term) return { termKey: null, rows: [], likelyId: null }
  const standing = themesInOrder(themesIn(ctx.db, studioId, term.key).filter(({ removedAt }) => removedAt === null))
  return { termKey: term.key, rows: standing.map(({ id, title }) => ({ id, title })), likelyId: themeOnDay(standing, heldOn)?.id ?? null }
}

/** @throws `activities.noTheme` */
export function themeById(db: ReadDb, id: string): Theme {
  const theme = db.select().from(themeTable).where(eq(themeTable.id, id)).get()
  if (!theme) throw new AppError('activities.noTheme', 'notFound', '没有找到这个主题，请刷新后再试')
  return theme
}

/** All of them as they were entered, those in the recycle bin too. */
export function themesIn(db: ReadDb, studioId: string, termKey: string): Theme[] {
  return db.select().from(themeTable).where(and(eq(themeTable.studioId, studioId), eq(themeTable.termKey, termKey))).orderBy(asc(themeTable.createdAt), asc(themeTable.id)).all()
}

function activitiesWithThemes(db: ReadDb, studioId: string, termKey: string) {
  const t = activityTable
  const rows = db.select({ id: t.id, themeId: t.themeId, heldOn: t.heldOn, startTime: t.startTime, endTime: t.endTime, cancelledAt: t.cancelledAt }).from(t)
    .where(and(eq(t.studioId, studioId), eq(t.termKey, termKey), isNull(t.removedAt))).all().filter(({ themeId }) => themeId !== null)
  const files = attachmentCounts(db, 'activity', rows.map(({ id }) => id))
  return rows.map((row) => ({ ...row, files: files.get(row.id) ?? 0 }))
}
