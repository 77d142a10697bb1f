import { and, eq, notInArray } from 'drizzle-orm'
import { activityTable, attendanceTable } from '../../../db/schema/activities.ts'
import type { ActivityFields, AttendanceCounts, MarkedPerson } from '../../../shared/contract/activities.ts'
import { isBlankRichText } from '../../../shared/domain/activities/rich-text.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Write, WriteContext } from '../../dispatch/context.ts'
import { termOfDay } from '../school/calendar-service.ts'
import { assertMayWriteStudio } from '../studios/studio-scope.ts'
import { assertPeopleTx, checkTimes } from './activity-checks.ts'
import { activityById, countsOf, noCounts } from './activity-queries.ts'
import { toMakeUpTx } from './cancellation-service.ts'
import { assertStillOpened, openTx } from './opened-activity.ts'
import { assertThemeTx } from './themes-service.ts'

/**
 * Adds an activity or changes one, with its attendance when a sheet comes along, in one transaction.
 * @throws `activities.changed`, `activities.removed`, `activities.cancelled`, `activities.notToMakeUp`, `activities.otherStudio`, `activities.timesOutOfOrder`,
 *   `activities.noSuchPerson`, `activities.notItsTheme`, `terms.none`, and what `assertMayWriteStudio` throws
 */
export function saveActivity(
  ctx: WriteContext,
  { id, revision, fields, sheet, replacesId }: { id: string | null; revision: number | null; fields: ActivityFields; sheet: readonly MarkedPerson[] | null; replacesId: string | null },
): { id: string; revision: number; termKey: string } {
  assertMayWriteStudio(ctx, fields.studioId)
  checkTimes(fields)
  const summary = `${id === null ? '登记' : '修改'}活动「${fields.title}」（${fields.heldOn}）${sheet === null ? '' : `，出勤 ${markedIn(sheet)} 人`}`
  return ctx.write(summary, (w) => {
    const at = ctx.clock.now()
    const before = id === null ? null : openTx(w, id, revision)
    if (before && before.studioId !== fields.studioId) {
      throw new AppError('activities.otherStudio', 'invalid', '活动不能换到别的工作室，请移除后在那个工作室重新登记')
    }
    const after = {
      ...fields,
      ...emptyToNull(fields),
      termKey: termOfDay(w.tx, fields.heldOn).key,
      minutes: isBlankRichText(fields.minutes) ? null : JSON.stringify(fields.minutes),
      revision: (before?.revision ?? 0) + 1,
      updatedAt: at,
    }
    assertThemeTx(w, fields.themeId, after, before?.themeId ?? null)
    assertPeopleTx(w, [fields.chairPersonId, fields.recorderPersonId], before ? [before.chairPersonId, before.recorderPersonId] : [])
    const activityId = before?.id ?? ctx.ids.next()
    const made = before || replacesId === null ? {} : { replacesId: toMakeUpTx(w, replacesId, fields.studioId).id }
    if (before) w.tx.update(activityTable).set(after).where(eq(activityTable.id, activityId)).run()
    else w.tx.insert(activityTable).values({ id: activityId, ...after, ...made, createdAt: at }).run()
    w.changed('activity', activityId, before, { ...after, ...made })
    if (sheet !== null) saveMarksTx(w, activityId, sheet)
    return { id: activityId, revision: after.revision, termKey: after.termKey }
  })
}

/** Attendance alone, for all people of the sheet in one go. Counts as a change of the activity. @throws see `saveActivity` */
export function saveAttendance(
  ctx: WriteContext, { id, revision, sheet }: { id: string; revision: number; sheet: readonly MarkedPerson[] },
): { revision: number; counts: AttendanceCounts } {
  const activity = activityById(ctx.db, id)
  assertMayWriteStudio(ctx, activity.studioId)
  return ctx.write(`记录「${activity.title}」（${activity.heldOn}）的出勤，${markedIn(sheet)} 人`, (w) => {
    const before = openTx(w, id, revision)
    const after = { revision: before.revision + 1, updatedAt: ctx.clock.now() }
    w.tx.update(activityTable).set(after).where(eq(activityTable.id, id)).run()
    saveMarksTx(w, id, sheet)
    return { revision: after.revision, counts: countsOf(w.tx, [id]).get(id) ?? noCounts }
  })
}

/** Into the recycle bin; marks and attachments stay with it and stop counting. @throws `activities.changed`, `activities.removed` */
export function removeActivity(ctx: WriteContext, { id, revision, reason }: { id: string; revision: number; reason: string }): void {
  const activity = activityById(ctx.db, id)
  assertMayWriteStudio(ctx, activity.studioId)
  ctx.write(`移除活动「${activity.title}」（${activity.heldOn}）`, (w) => {
    const before = activityById(w.tx, id)
    assertStillOpened(before, revision)
    const after = { removedAt: ctx.clock.now(), removedReason: reason, revision: before.revision + 1, updatedAt: ctx.clock.now() }
    w.tx.update(activityTable).set(after).where(eq(activityTable.id, id)).run()
    w.changed('activity', id, before, { ...before, ...after })
  })
}

export function bringBackActivity(ctx: WriteContext, id: string): void {
  const activity = activityById(ctx.db, id)
  assertMayWriteStudio(ctx, activity.studioId)
  if (activity.removedAt === null) return ctx.nothingToWrite()
  ctx.write(`恢复活动「${activity.title}」（${activity.heldOn}）`, (w) => {
    const before = activityById(w.tx, id)
    const after = { removedAt: null, removedReason: null, revision: before.revision + 1, updatedAt: ctx.clock.now() }
    w.tx.update(activityTable).set(after).where(eq(activityTable.id, id)).run()
    w.changed('activity', id, before, { ...before, ...after })
  })
}

/** Blank lines of a form are no answers. */
function emptyToNull({ place, centralSpeaker, experts, agenda, resolutions }: ActivityFields) {
  return { place: place || null, centralSpeaker: centralSpeaker || null, experts: experts || null, agenda: agenda || null, resolutions: resolutions || null }
}

/** The sheet as a whole replaces what was there. A mark of old stays with somebody who has left the people since. */
function saveMarksTx(w: Write, activityId: string, sheet: readonly MarkedPerson[]): void {
  const ids = sheet.map(({ personId }) => personId)
  if (new Set(ids).size < ids.length) throw new AppError('activities.twiceOnSheet', 'invalid', '出勤名单里有人出现了两次，请去掉一个')
  const before = w.tx.select().from(attendanceTable).where(eq(attendanceTable.activityId, activityId)).all()
  const after = sheet.flatMap(({ personId, mark, note }) => mark === null ? [] : [{ activityId, personId, mark, note: note || null }])
  assertPeopleTx(w, after.map(({ personId }) => personId), before.map(({ personId }) => personId))
  w.tx.delete(attendanceTable)
    .where(and(eq(attendanceTable.activityId, activityId), notInArray(attendanceTable.personId, after.map(({ personId }) => personId)))).run()
  for (const row of after) {
    w.tx.insert(attendanceTable).values(row)
      .onConflictDoUpdate({ target: [attendanceTable.activityId, attendanceTable.personId], set: { mark: row.mark, note: row.note } }).run()
  }
  w.changed('attendance', activityId, asSheet(before), asSheet(after))
}

const markedIn = (sheet: readonly MarkedPerson[]): number => sheet.filter(({ mark }) => mark !== null).length

/** One record of the history: who had which mark. */
function asSheet(rows: readonly { personId: string; mark: string; note: string | null }[]): object | null {
  if (rows.length === 0) return null
  return Object.fromEntries(rows.map(({ personId, mark, note }) => [personId, note === null ? mark : `${mark}: ${note}`]))
}
