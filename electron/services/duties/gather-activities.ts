import { and, eq, inArray, isNull } from 'drizzle-orm'
import { activityTable } from '../../../db/schema/activities.ts'
import { themeTable } from '../../../db/schema/themes.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import { activityDutyRecord } from '../../../shared/domain/activities/activity-duty-record.ts'
import { countsOf } from '../activities/activity-reading-service.ts'
import { readSettings } from '../school/school-service.ts'
import type { GatheredRecord } from './gathered-record.ts'

/** What the studios held, as the duty engine reads it. `speakers`: the people of each studio by name, for 中心发言人 is written as a name. */
export function gatherActivities(
  db: ReadDb, studioIds: readonly string[], speakers: (studioId: string, name: string) => string | null, countedElsewhere: (activityId: string) => readonly string[],
): GatheredRecord[] {
  const t = activityTable
  const held = db.select({
    id: t.id, studioId: t.studioId, kind: t.kind, title: t.title, heldOn: t.heldOn, startTime: t.startTime, endTime: t.endTime, level: t.level, centralSpeaker: t.centralSpeaker, themeId: themeTable.id,
  }).from(t).leftJoin(themeTable, and(eq(t.themeId, themeTable.id), isNull(themeTable.removedAt))).where(and(inArray(t.studioId, [...studioIds]), isNull(t.removedAt), isNull(t.cancelledAt))).all()
  const { lessonMinutes } = readSettings(db)
  const marks = countsOf(db, held.map(({ id }) => id))
  return held.flatMap((activity) => {
    const counts = marks.get(activity.id)
    const record = activityDutyRecord({
      ...activity, namesTheme: activity.themeId !== null, speakerPersonId: activity.centralSpeaker === null ? null : speakers(activity.studioId, activity.centralSpeaker.trim()),
      expected: counts?.expected ?? 0, present: (counts?.present ?? 0) + (counts?.late ?? 0), countedElsewhere: countedElsewhere(activity.id),
    }, lessonMinutes)
    return record === null ? [] : [{ record, kind: 'activity' as const, title: activity.title }]
  })
}
