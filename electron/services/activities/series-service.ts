import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { activitySeriesTable, activityTable, attendanceTable } from '../../../db/schema/activities.ts'
import type { SeriesFields } from '../../../shared/contract/activity-series.ts'
import { nextTitle } from '../../../shared/domain/activities/activity-draft.ts'
import { addDays, startOfWeek } from '../../../shared/domain/dates/day.ts'
import { isWorkingDay } from '../../../shared/domain/terms/working-days.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Write, WriteContext } from '../../dispatch/context.ts'
import { listHolidays, termOfDay } from '../school/calendar-service.ts'
import { assertMayWriteStudio } from '../studios/studio-scope.ts'
import { assertPeopleTx, checkTimes } from './activity-checks.ts'
import { levelOfStudio, type Series, seriesById } from './series-queries.ts'
import { assertThemeTx } from './themes-service.ts'

const endedReason = '系列结束'

/**
 * Makes a series and its activities, titles counted on from the first, in one transaction.
 * @throws `activities.seriesDays` for a day outside of the term or given twice, and what a single activity is refused for
 */
export function planSeries(ctx: WriteContext, { fields, days, themeId }: { fields: SeriesFields; days: readonly string[]; themeId: string | null }): { id: string; activityIds: string[] } {
  assertMayWriteStudio(ctx, fields.studioId)
  checkTimes(fields)
  const inOrder = [...new Set(days)].toSorted()
  if (inOrder.length < days.length) throw new AppError('activities.seriesDays', 'invalid', '有一天排了两次，请去掉一次')
  return ctx.write(`排出「${fields.title}」等 ${inOrder.length} 次活动`, (w) => {
    assertPeopleTx(w, [fields.chairPersonId], [])
    assertThemeTx(w, themeId, fields, null)
    const at = ctx.clock.now()
    const id = ctx.ids.next()
    const { weeks, ...plain } = fields
    const series = { id, ...plain, place: fields.place || null, weeks: JSON.stringify(weeks), endedAt: null, revision: 1 }
    w.tx.insert(activitySeriesTable).values({ ...series, createdAt: at, updatedAt: at }).run()
    w.changed('activitySeries', id, null, series)
    const level = levelOfStudio(w.tx, fields.studioId)
    let title = fields.title
    const activityIds = inOrder.map((heldOn, place) => {
      if (termOfDay(w.tx, heldOn).key !== fields.termKey) throw new AppError('activities.seriesDays', 'invalid', `${heldOn} 不在这个学期里，请去掉`)
      if (place > 0) title = nextTitle(title)
      const activity = {
        id: ctx.ids.next(), seriesId: id, studioId: fields.studioId, termKey: fields.termKey, kind: fields.kind, title, themeId, heldOn, level, revision: 1,
        startTime: fields.startTime, endTime: fields.endTime, place: fields.place || null, chairPersonId: fields.chairPersonId,
      }
      w.tx.insert(activityTable).values({ ...activity, createdAt: at, updatedAt: at }).run()
      w.changed('activity', activity.id, null, activity)
      return activity.id
    })
    return { id, activityIds }
  })
}

interface SeriesChange extends Pick<SeriesFields, 'startTime' | 'endTime' | 'place' | 'chairPersonId' | 'weekday'> {
  readonly id: string
  readonly revision: number
}

/**
 * Changes all that are still to come. A new weekday moves each within its week; where that day is off or outside of the term it
 * stays on its day, and the day is told.
 */
export function changeSeries(ctx: WriteContext, { id, revision, weekday, ...common }: SeriesChange): { changed: number; keptDays: string[] } {
  const series = seriesById(ctx.db, id)
  assertMayWriteStudio(ctx, series.studioId)
  checkTimes(common)
  const holidays = listHolidays(ctx.db)
  const moves = weekday !== series.weekday
  return ctx.write(`调整「${series.title}」系列以后的活动`, (w) => {
    const before = openSeriesTx(w, id, revision)
    const change = { ...common, place: common.place || null }
    assertPeopleTx(w, [change.chairPersonId], [before.chairPersonId])
    const coming = comingTx(w, ctx, id)
    const keptDays: string[] = []
    for (const activity of coming) {
      const wanted = moves ? addDays(startOfWeek(activity.heldOn), weekday - 1) : activity.heldOn
      const fits = wanted > ctx.clock.today() && (weekday > 5 || isWorkingDay(wanted, holidays)) && isInTerm(w, wanted, series.termKey)
      if (!fits) keptDays.push(activity.heldOn)
      const after = { ...change, heldOn: fits ? wanted : activity.heldOn, revision: activity.revision + 1, updatedAt: ctx.clock.now() }
      w.tx.update(activityTable).set(after).where(eq(activityTable.id, activity.id)).run()
      w.changed('activity', activity.id, activity, { ...activity, ...after })
    }
    setSeriesTx(w, ctx, before, { ...change, weekday })
    return { changed: coming.length, keptDays }
  })
}

/** Ends the series: what is to come without attendance goes to the recycle bin, all with the moment of the end, by which it is brought back. */
export function endSeries(ctx: WriteContext, { id, revision }: { id: string; revision: number }): { removed: number } {
  const series = seriesById(ctx.db, id)
  assertMayWriteStudio(ctx, series.studioId)
  return ctx.write(`结束「${series.title}」系列，移除还没到日子的活动`, (w) => {
    const before = openSeriesTx(w, id, revision)
    const at = ctx.clock.now()
    const marked = new Set(w.tx.selectDistinct({ id: attendanceTable.activityId }).from(attendanceTable)
      .innerJoin(activityTable, eq(activityTable.id, attendanceTable.activityId)).where(eq(activityTable.seriesId, id)).all().map((row) => row.id))
    const coming = comingTx(w, ctx, id).filter((activity) => !marked.has(activity.id))
    for (const activity of coming) {
      const after = { removedAt: at, removedReason: endedReason, revision: activity.revision + 1, updatedAt: at }
      w.tx.update(activityTable).set(after).where(eq(activityTable.id, activity.id)).run()
      w.changed('activity', activity.id, activity, { ...activity, ...after })
    }
    setSeriesTx(w, ctx, before, { endedAt: at })
    return { removed: coming.length }
  })
}

export function resumeSeries(ctx: WriteContext, id: string): void {
  const series = seriesById(ctx.db, id)
  assertMayWriteStudio(ctx, series.studioId)
  const { endedAt } = series
  if (endedAt === null) return ctx.nothingToWrite()
  ctx.write(`撤回结束，「${series.title}」系列照常`, (w) => {
    const gone = w.tx.select().from(activityTable).where(and(eq(activityTable.seriesId, id), eq(activityTable.removedAt, endedAt), eq(activityTable.removedReason, endedReason))).all()
    for (const activity of gone) {
      const after = { removedAt: null, removedReason: null, revision: activity.revision + 1, updatedAt: ctx.clock.now() }
      w.tx.update(activityTable).set(after).where(eq(activityTable.id, activity.id)).run()
      w.changed('activity', activity.id, activity, { ...activity, ...after })
    }
    setSeriesTx(w, ctx, seriesById(w.tx, id), { endedAt: null })
  })
}

/** What is still to come of the series: after today, standing. */
function comingTx(w: Write, ctx: WriteContext, seriesId: string) {
  const t = activityTable
  return w.tx.select().from(t)
    .where(and(eq(t.seriesId, seriesId), gt(t.heldOn, ctx.clock.today()), isNull(t.removedAt), isNull(t.cancelledAt))).orderBy(asc(t.heldOn)).all()
}

function openSeriesTx(w: Write, id: string, revision: number): Series {
  const series = seriesById(w.tx, id)
  if (series.endedAt !== null) throw new AppError('activities.seriesEnded', 'precondition', `「${series.title}」系列已经结束，请先撤回`)
  if (series.revision !== revision) throw new AppError('activities.changed', 'conflict', '这个系列在您打开以后已被别人修改，请刷新后再改一次')
  return series
}

function setSeriesTx(w: Write, ctx: WriteContext, before: Series, change: Partial<Series>): void {
  const after = { ...change, revision: before.revision + 1, updatedAt: ctx.clock.now() }
  w.tx.update(activitySeriesTable).set(after).where(eq(activitySeriesTable.id, before.id)).run()
  w.changed('activitySeries', before.id, before, { ...before, ...after })
}

function isInTerm(w: Write, day: string, termKey: string): boolean {
  try {
    return termOfDay(w.tx, day).key === termKey
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}
