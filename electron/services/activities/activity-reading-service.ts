import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { activityTable } from '../../../db/schema/activities.ts'
import { termTable } from '../../../db/schema/school.ts'
import { themeTable } from '../../../db/schema/themes.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { ActivityDetail, ActivityRow } from '../../../shared/contract/activities.ts'
import type { FilingOfActivity } from '../../../shared/contract/activity-filing.ts'
import type { CountableTheme } from '../../../shared/domain/activities/theme-duty-record.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { activityDetail, listActivities } from './activity-queries.ts'
import { filingOfActivity } from './filing-detail.ts'

export { countsOf } from './activity-queries.ts'

/** One activity whole, for other areas. @throws `activities.none`, `studios.notYours` */
export function readActivity(ctx: ReadContext, id: string): ActivityDetail {
  return activityDetail(ctx, id, false)
}

/** The filing of an activity, for other areas. @throws `activities.none`, `studios.notYours` */
export function readFiling(ctx: ReadContext, id: string): FilingOfActivity {
  return filingOfActivity(ctx, id)
}

/** The activities of a studio in a term that were not called off, the latest first. @throws `studios.notYours` */
export function activitiesOf(ctx: ReadContext, termKey: string, studioId: string): ActivityRow[] {
  return listActivities(ctx, { termKey, studioId, kinds: [], text: '', removed: false }).filter(({ cancelledAt }) => cancelledAt === null)
}

/** 活动编号: which one of the studio's activities in its term it is, from 1; null for one in the recycle bin or called off. */
export function ordinalOf(ctx: Pick<ReadContext, 'db'>, activity: { id: string; studioId: string; termKey: string }): number | null {
  const ids = ctx.db.select({ id: activityTable.id }).from(activityTable)
    .where(and(eq(activityTable.studioId, activity.studioId), eq(activityTable.termKey, activity.termKey), isNull(activityTable.removedAt), isNull(activityTable.cancelledAt)))
    .orderBy(asc(activityTable.heldOn), asc(activityTable.startTime), asc(activityTable.createdAt)).all().map(({ id }) => id)
  const at = ids.indexOf(activity.id)
  return at < 0 ? null : at + 1
}

/** The standing themes of the studios in all terms, for the duty engine. */
export function countableThemes(db: ReadDb, studioIds: readonly string[]): (CountableTheme & { readonly title: string })[] {
  return db.select({ id: themeTable.id, studioId: themeTable.studioId, title: themeTable.title, termBeginsOn: termTable.teachingStartsOn })
    .from(themeTable).innerJoin(termTable, eq(themeTable.termKey, termTable.key))
    .where(and(inArray(themeTable.studioId, [...studioIds]), isNull(themeTable.removedAt))).all()
}
