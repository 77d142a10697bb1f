import { and, asc, between, eq, isNull, or, type SQL } from 'drizzle-orm'
import { plainRows } from '../../../db/plain-rows.ts'
import { activityTable, attendanceTable } from '../../../db/schema/activities.ts'
import { studioTable } from '../../../db/schema/studios.ts'
import type { AttendanceTotalRow, BehindRow, CalendarWeek } from '../../../shared/contract/activities.ts'
import { attendanceTotals, minutesBetween } from '../../../shared/domain/activities/attendance-totals.ts'
import { termCalendar } from '../../../shared/domain/activities/term-calendar.ts'
import { isWithin } from '../../../shared/domain/dates/day.ts'
import { roleNameIn } from '../../../shared/domain/schemes/scheme-settings.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { listHolidays, listTerms } from '../school/calendar-service.ts'
import { schemeFinder } from '../schemes/schemes-service.ts'
import { assertMayReadStudio } from '../studios/studio-scope.ts'
import { listVisibleStudios, type Membership, membershipRows, membershipsOf, studioById } from '../studios/studios-service.ts'
import { attendanceRulesFinder, standingsOf } from './standing-service.ts'
import { inScope } from './activity-queries.ts'

/** Times and hours of every member of the term; by studio, within one in the order of the roles. */
export function termTotals(ctx: ReadContext, { termKey, studioId }: { termKey: string; studioId: string | null }): { rows: AttendanceTotalRow[]; activities: number } {
  const term = theTerm(ctx, termKey)
  const inTerm = or(eq(activityTable.termKey, termKey), between(activityTable.heldOn, term.startsOn, term.endsOn))
  const all = heldIn(ctx, inTerm, studioId).filter(({ cancelledAt }) => cancelledAt === null)
  const held = all.filter((activity) => activity.termKey === termKey)
  const studioOf = new Map(all.map((activity) => [activity.id, activity.studioId]))
  const allBy = Map.groupBy(all, (activity) => activity.studioId)
  const heldBy = Map.groupBy(held, (activity) => activity.studioId)
  const marksBy = Map.groupBy(marksIn(ctx, inTerm, studioId), ({ activityId }) => studioOf.get(activityId))
  const studios = studioId === null ? listVisibleStudios(ctx) : [studioById(ctx.db, studioId)]
  // Whoever was a member on no day of the term has no line in it.
  const membersBy = Map.groupBy(
    membershipRows(ctx.db, studios.map(({ id }) => id)).filter(({ fromOn, toOn }) => fromOn <= term.endsOn && (toOn === null || toOn >= term.startsOn)),
    (membership) => membership.studioId,
  )
  const schemeOf = schemeFinder(ctx)
  const rulesOf = attendanceRulesFinder(ctx)
  const rows = studios.flatMap((studio) => {
    const { id, name: studioName } = studio
    const scheme = schemeOf(studio)
    const members = membersBy.get(id) ?? []
    const onItsDays = (allBy.get(id) ?? []).filter(({ heldOn }) => isWithin(heldOn, term.startsOn, term.endsOn))
    const marks = marksBy.get(id) ?? []
    const standing = standingsOf(ctx, studio, rulesOf(studio, scheme), term, members, { activities: onItsDays, marks })
    return attendanceTotals(termKey, heldBy.get(id) ?? [], marks, members.map(asMemberDays), ctx.clock.today()).map(({ rate, ...total }) => {
      const { personName, schoolName, role } = must(members.find(({ personId }) => personId === total.personId), 'totals are made of the members')
      return { ...total, rate: rate ?? null, studioId: id, studioName, name: personName, schoolName, role, roleName: roleNameIn(scheme, role), standing: standing(total.personId) }
    })
  })
  return { rows, activities: held.length }
}

/** The activities behind a total, the earliest first: the same rules, told one by one. @throws `studios.notYours` */
export function behindTotal(ctx: ReadContext, { termKey, studioId, personId }: { termKey: string; studioId: string; personId: string }): BehindRow[] {
  assertMayReadStudio(ctx, studioId)
  const periods = membershipsOf(ctx.db, studioId).filter((membership) => membership.personId === personId)
  const held = heldIn(ctx, eq(activityTable.termKey, termKey), studioId)
  const marks = marksIn(ctx, eq(activityTable.termKey, termKey), studioId)
  const entered = new Set(marks.map(({ activityId }) => activityId))
  const notes = new Map(ctx.db.select({ activityId: attendanceTable.activityId, note: attendanceTable.note }).from(attendanceTable).where(eq(attendanceTable.personId, personId)).all()
    .map(({ activityId, note }) => [activityId, note]))
  return held.flatMap(({ id, title, kind, heldOn, startTime, endTime, cancelledAt }): BehindRow[] => {
    const own = marks.find((mark) => mark.activityId === id && mark.personId === personId)
    const isMember = periods.some(({ fromOn, toOn }) => isWithin(heldOn, fromOn, toOn))
    if (!own && !isMember) return []
    const wasThere = own?.mark === 'present' || own?.mark === 'late'
    return [{
      id, title, kind, heldOn, startTime, endTime,
      mark: own?.mark ?? null,
      note: own ? (notes.get(id) ?? null) : null,
      minutes: wasThere && isMember && cancelledAt === null ? (minutesBetween(startTime, endTime) ?? null) : null,
      notCounted: cancelledAt !== null ? 'cancelled' : own ? (isMember ? null : 'outsideMembership') : entered.has(id) ? 'notOnSheet' : heldOn < ctx.clock.today() ? 'notEntered' : 'toCome',
    }]
  })
}

/** The term by weeks and days with what was held. */
export function termCalendarWith(ctx: ReadContext, { termKey, studioId }: { termKey: string; studioId: string | null }): CalendarWeek[] {
  const held = Map.groupBy(heldIn(ctx, eq(activityTable.termKey, termKey), studioId), ({ heldOn }) => heldOn)
  return termCalendar(theTerm(ctx, termKey), listHolidays(ctx.db)).map((week) => ({
    ...week,
    days: week.days.map((day) => ({
      ...day,
      activities: (held.get(day.day) ?? []).map(({ id, studioId: of, studioName, kind, title, startTime, endTime, cancelledAt }) => ({ id, studioId: of, studioName, kind, title, startTime, endTime, cancelledAt })),
    })),
  }))
}

/** What was held then, cancelled ones among it. */
function heldIn(ctx: ReadContext, then: SQL | undefined, studioId: string | null) {
  const t = activityTable
  return plainRows(ctx.db, ctx.db.select({
    id: t.id, studioId: t.studioId, studioName: studioTable.name, termKey: t.termKey, kind: t.kind, title: t.title,
    heldOn: t.heldOn, startTime: t.startTime, endTime: t.endTime, cancelledAt: t.cancelledAt, removedAt: t.removedAt,
  })
    .from(t).innerJoin(studioTable, eq(t.studioId, studioTable.id))
    .where(and(then, isNull(t.removedAt), inScope(ctx, studioId)))
    .orderBy(asc(t.heldOn), asc(t.startTime), asc(t.createdAt)))
}

/** The marks of the same activities as `heldIn`, those of cancelled ones too. */
function marksIn(ctx: ReadContext, then: SQL | undefined, studioId: string | null) {
  const { activityId, personId, mark } = attendanceTable
  return plainRows(ctx.db, ctx.db.select({ activityId, personId, mark })
    .from(attendanceTable).innerJoin(activityTable, eq(activityId, activityTable.id))
    .where(and(then, isNull(activityTable.removedAt), inScope(ctx, studioId))))
}

function asMemberDays({ personId, fromOn, toOn }: Membership) {
  return { personId, fromOn, toOn, voidedAt: null }
}

function theTerm(ctx: ReadContext, key: string) {
  const term = listTerms(ctx.db).find((each) => each.key === key)
  if (!term) throw new AppError('terms.none', 'notFound', '没有这个学期，请在上方另选一个学期')
  return term
}
