import { alias } from 'drizzle-orm/sqlite-core'
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { isAmong } from '../../../db/is-among.ts'
import { plainRows } from '../../../db/plain-rows.ts'
import { activityTable, attendanceTable } from '../../../db/schema/activities.ts'
import { personTable } from '../../../db/schema/people.ts'
import { studioTable } from '../../../db/schema/studios.ts'
import { themeTable } from '../../../db/schema/themes.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { ActivityDetail, ActivityDraftAnswer, ActivityRef, ActivityRow, AttendanceCounts, SheetPerson, SheetRow } from '../../../shared/contract/activities.ts'
import { asLastTime } from '../../../shared/domain/activities/activity-draft.ts'
import { activityKindNames, type ActivityKind, type AttendanceMark } from '../../../shared/domain/activities/activity-words.ts'
import { parseRichText } from '../../../shared/domain/activities/rich-text.ts'
import { isWithin } from '../../../shared/domain/dates/day.ts'
import { roleNameIn } from '../../../shared/domain/schemes/scheme-settings.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { attachmentCounts, attachmentsOf } from '../files/attachments-service.ts'
import { findScheme } from '../schemes/schemes-service.ts'
import { assertMayReadStudio, mayWriteStudio, visibleStudioIds } from '../studios/studio-scope.ts'
import { listVisibleStudios, membershipsOf, studioById } from '../studios/studios-service.ts'
import { filingStandings } from './filing-queries.ts'
import { type Theme, themeById, themesOn } from './theme-queries.ts'

export type Activity = typeof activityTable.$inferSelect

/** @throws `activities.none` */
export function activityById(db: ReadDb, id: string): Activity {
  const activity = db.select().from(activityTable).where(eq(activityTable.id, id)).get()
  if (!activity) throw new AppError('activities.none', 'notFound', '没有找到这次活动，请回到活动列表重新打开')
  return activity
}

export interface ActivityFilter {
  readonly termKey: string
  readonly studioId: string | null
  readonly kinds: readonly ActivityKind[]
  readonly text: string
  readonly removed: boolean
}

/** The activities of a term that the caller may see, the latest first. @throws `studios.notYours` */
export function listActivities(ctx: ReadContext, filter: ActivityFilter): ActivityRow[] {
  const t = activityTable
  const replaced = alias(activityTable, 'replaced')
  const found = plainRows(ctx.db, ctx.db
    .select({
      id: t.id, studioId: t.studioId, studioName: studioTable.name, kind: t.kind, title: t.title, themeTitle: themeTable.title, heldOn: t.heldOn, startTime: t.startTime, endTime: t.endTime,
      place: t.place, level: t.level, centralSpeaker: t.centralSpeaker, chairName: personTable.name,
      cancelledAt: t.cancelledAt, cancelledReason: t.cancelledReason, replacesOn: replaced.heldOn, removedAt: t.removedAt, removedReason: t.removedReason,
    })
    .from(t)
    .innerJoin(studioTable, eq(t.studioId, studioTable.id))
    .leftJoin(personTable, eq(t.chairPersonId, personTable.id))
    .leftJoin(replaced, eq(t.replacesId, replaced.id))
    .leftJoin(themeTable, and(eq(t.themeId, themeTable.id), isNull(themeTable.removedAt)))
    .where(and(
      eq(t.termKey, filter.termKey),
      inScope(ctx, filter.studioId),
      filter.kinds.length > 0 ? inArray(t.kind, [...filter.kinds]) : undefined,
      filter.removed ? isNotNull(t.removedAt) : isNull(t.removedAt),
    ))
    .orderBy(desc(t.heldOn), desc(t.startTime), desc(t.createdAt)))
    .filter(({ kind, title, themeTitle, place, centralSpeaker, studioName, chairName }) => matches(
      filter.text, [title, themeTitle, place, centralSpeaker, activityKindNames[kind], studioName, chairName],
    ))
  const ids = found.map(({ id }) => id)
  const marks = countsOf(ctx.db, ids)
  const files = attachmentCounts(ctx.db, 'activity', ids)
  const madeUp = makeupsOf(ctx.db, ids)
  const filings = filingStandings(ctx, found)
  return found.map((activity) => {
    const { centralSpeaker: _, ...row } = activity
    return { ...row, filing: must(filings.get(row.id), 'each activity that was asked for has its standing'), attendance: marks.get(row.id) ?? noCounts, attachments: files.get(row.id) ?? 0, madeUpOn: madeUp.get(row.id)?.heldOn ?? null }
  })
}

/** One activity whole, also from the recycle bin. @throws `activities.none`, `studios.notYours` */
export function activityDetail(ctx: ReadContext, id: string, mayWrite: boolean): ActivityDetail {
  const activity = activityById(ctx.db, id)
  assertMayReadStudio(ctx, activity.studioId)
  const { createdAt: _, minutes, replacesId, seriesId: __, ...fields } = activity
  return {
    ...fields,
    replaces: replacesId === null ? null : refOf(activityById(ctx.db, replacesId)),
    madeUpBy: makeupsOf(ctx.db, [id]).get(id) ?? null,
    minutes: readMinutes(minutes),
    studioName: studioById(ctx.db, activity.studioId).name,
    chairName: nameOf(ctx.db, activity.chairPersonId),
    recorderName: nameOf(ctx.db, activity.recorderPersonId),
    theme: activity.themeId === null ? null : refOfTheme(themeById(ctx.db, activity.themeId)),
    people: sheetOf(ctx, activity),
    attachments: attachmentsOf(ctx.db, { kind: 'activity', id }),
    mayWrite: mayWrite && mayWriteStudio(ctx, activity.studioId),
  }
}

const refOfTheme = ({ title, removedAt }: Theme) => ({ title, removedAt })
const refOf = ({ id, title, heldOn }: ActivityRef): ActivityRef => ({ id, title, heldOn })

/** What makes up for these cancelled activities, by the id of the cancelled one. */
function makeupsOf(db: ReadDb, ids: readonly string[]): ReadonlyMap<string, ActivityRef> {
  const t = activityTable
  const rows = db.select({ replacesId: t.replacesId, id: t.id, title: t.title, heldOn: t.heldOn }).from(t)
    .where(and(isAmong(t.replacesId, ids), isNull(t.removedAt), isNull(t.cancelledAt))).all()
  return new Map(rows.flatMap(({ replacesId, ...ref }) => replacesId === null ? [] : [[replacesId, ref] as const]))
}

/** Studios whose activities the caller may see, and where she may record some. */
export function activityStudios(ctx: ReadContext, mayWrite: boolean): { id: string; name: string; mayWrite: boolean }[] {
  return listVisibleStudios(ctx).map(({ id, name }) => ({ id, name, mayWrite: mayWrite && mayWriteStudio(ctx, id) }))
}

/** The members of that day in the order of the roles, each once. */
export function expectedOn(ctx: ReadContext, studioId: string, heldOn: string): SheetPerson[] {
  const scheme = findScheme(ctx, studioById(ctx.db, studioId))
  const people = new Map<string, SheetPerson>()
  for (const { personId, personName, schoolName, role, fromOn, toOn } of membershipsOf(ctx.db, studioId)) {
    if (isWithin(heldOn, fromOn, toOn) && !people.has(personId)) people.set(personId, { personId, name: personName, schoolName, role, roleName: roleNameIn(scheme, role) })
  }
  return [...people.values()]
}

/** 沿用上次: see the contract. @throws `studios.notYours` */
export function draftAsLastTime(ctx: ReadContext, input: { studioId: string; heldOn: string; kind: ActivityKind | null }): ActivityDraftAnswer | null {
  assertMayReadStudio(ctx, input.studioId)
  const last = (kind: ActivityKind | null) => ctx.db.select().from(activityTable)
    .where(and(
      eq(activityTable.studioId, input.studioId), isNull(activityTable.removedAt), isNull(activityTable.cancelledAt), lte(activityTable.heldOn, input.heldOn),
      kind === null ? undefined : eq(activityTable.kind, kind),
    ))
    .orderBy(desc(activityTable.heldOn), desc(activityTable.startTime), desc(activityTable.createdAt)).limit(1).get()
  const previous = (input.kind === null ? undefined : last(input.kind)) ?? last(null)
  if (!previous) return null
  const before = sheetOf(ctx, previous)
  const draft = asLastTime({ ...previous, participantPersonIds: before.filter(({ mark }) => mark !== null).map(({ personId }) => personId) }, input.heldOn)
  // Members come from the day itself; of last time's people only the guests are carried over.
  const members = expectedOn(ctx, input.studioId, input.heldOn)
  const guests = draft.participantPersonIds
    .filter((id) => !members.some(({ personId }) => personId === id))
    .map((id) => personForSheet(ctx.db, id)).filter((person) => person !== null)
  return {
    kind: draft.kind, title: draft.title, theme: themesOn(ctx, input).rows.find(({ id }) => id === previous.themeId) ?? null,
    startTime: draft.startTime, endTime: draft.endTime, place: draft.place, level: draft.level,
    chair: personForSheet(ctx.db, draft.chairPersonId),
    recorder: personForSheet(ctx.db, draft.recorderPersonId),
    people: [...members, ...guests],
    from: { id: previous.id, title: previous.title, heldOn: previous.heldOn },
  }
}

/** Members of the day, then guests by name; with their marks. */
export function sheetOf(ctx: ReadContext, { id, studioId, heldOn }: Pick<Activity, 'id' | 'studioId' | 'heldOn'>): SheetRow[] {
  const marked = ctx.db.select({ personId: attendanceTable.personId, mark: attendanceTable.mark, note: attendanceTable.note, name: personTable.name, schoolName: personTable.schoolName })
    .from(attendanceTable).innerJoin(personTable, eq(attendanceTable.personId, personTable.id))
    .where(eq(attendanceTable.activityId, id)).orderBy(asc(personTable.name)).all()
  const marks = new Map(marked.map((row) => [row.personId, row]))
  const members = expectedOn(ctx, studioId, heldOn)
    .map((person) => ({ ...person, mark: marks.get(person.personId)?.mark ?? null, note: marks.get(person.personId)?.note ?? null }))
  const guests = marked.filter(({ personId }) => !members.some((member) => member.personId === personId)).map((row) => ({ ...row, role: null, roleName: null }))
  return [...members, ...guests]
}

export const noCounts: AttendanceCounts = { expected: 0, present: 0, late: 0, excused: 0, absent: 0 }

export function countsOf(db: ReadDb, activityIds: readonly string[]): ReadonlyMap<string, AttendanceCounts> {
  const { activityId, mark } = attendanceTable
  const times = (wanted: AttendanceMark) => sql<number>`sum(${mark} = ${wanted})`
  const rows = db.values<[string, number, number, number, number, number]>(
    db.select({ activityId, expected: count(), present: times('present'), late: times('late'), excused: times('excused'), absent: times('absent') })
      .from(attendanceTable).where(isAmong(activityId, activityIds)).groupBy(activityId),
  )
  return new Map(rows.map(([id, expected, present, late, excused, absent]) => [id, { expected, present, late, excused, absent }]))
}

/** The condition for what the caller may see. @throws `studios.notYours` when a studio outside of it is asked for */
export function inScope(ctx: ReadContext, studioId: string | null) {
  if (studioId !== null) {
    assertMayReadStudio(ctx, studioId)
    return eq(activityTable.studioId, studioId)
  }
  const visible = visibleStudioIds(ctx)
  return visible === 'all' ? undefined : inArray(activityTable.studioId, [...visible])
}

/** Minutes are read back through the schema; text that is none of ours is told, not shown as empty. */
function readMinutes(json: string | null) {
  if (json === null) return []
  const reading = parseRichText(json)
  if (!reading.ok) throw new AppError('activities.minutesUnreadable', 'precondition', `这次活动的记录${reading.message}`)
  return reading.value
}

function personForSheet(db: ReadDb, id: string | null): SheetPerson | null {
  if (id === null) return null
  const person = db.select({ personId: personTable.id, name: personTable.name, schoolName: personTable.schoolName })
    .from(personTable).where(and(eq(personTable.id, id), isNull(personTable.removedAt))).get()
  return person ? { ...person, role: null, roleName: null } : null
}

function nameOf(db: ReadDb, id: string | null): string | null {
  return id === null ? null : (db.select({ name: personTable.name }).from(personTable).where(eq(personTable.id, id)).get()?.name ?? null)
}

function matches(text: string, fields: readonly (string | null)[]): boolean {
  const wanted = text.normalize('NFKC').toLowerCase()
  return wanted === '' || fields.some((field) => field?.normalize('NFKC').toLowerCase().includes(wanted) ?? false)
}
