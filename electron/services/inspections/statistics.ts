import { and, gte, isNull, lt, lte } from 'drizzle-orm'
import { feedbackFormTable, findingTable } from '../../../db/schema/inspections.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { isUnfinished } from '../../../shared/domain/inspections/follow-up.ts'
import { findingFigures, findingsBy, logsBy, workFigures } from '../../../shared/domain/inspections/inspection-statistics.ts'
import { logFigures, logStanding } from '../../../shared/domain/inspections/weekly-logs.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { personNames } from '../people/people-service.ts'
import { listTerms } from '../school/calendar-service.ts'
import { isOffice, ledClassIds, visibleFeedback } from './inspection-scope.ts'
import { askingWeeks, logFacts, logsBetween, plainWeek, visibleClasses } from './log-weeks.ts'
import { daysOfTerm, findingFacts, findingRows } from './read-findings.ts'

/** Figures of a term or of one month in it, of what the caller sees; weeks that have not begun are left out. */
export function statistics(ctx: ReadContext, { termKey, month }: { termKey: string; month: string | null }): OutputOf<'inspections.statistics'> {
  const today = ctx.clock.today()
  const weeks = askingWeeks(ctx.db, termKey).filter(({ startsOn }) => startsOn <= today && (month === null || startsOn.startsWith(month)))
  const classes = visibleClasses(ctx, termKey)
  const logs = logFacts(ctx, weeks, classes)
  const findings = findingsIn(ctx, termKey, month)
  const byWeek = new Map(logsBy(logs, ({ weekStartsOn }) => weekStartsOn).map(({ key, figures }) => [key, figures]))
  const ofClass = Map.groupBy(logs, ({ classId }) => classId)
  const foundBy = <K>(keyOf: Parameters<typeof findingsBy<K>>[1]) => findingsBy(findings, keyOf, today)
  const foundOfClass = new Map(foundBy(({ classId }) => classId).map(({ key, figures }) => [key, figures]))
  const foundOfPerson = new Map(foundBy(({ personId }) => personId).map(({ key, figures }) => [key, figures]))
  const leads = Map.groupBy(classes, ({ homeroomPersonId }) => homeroomPersonId)
  const personIds = [...new Set([...foundOfPerson.keys(), ...[...leads.keys()].flatMap((id) => id ?? [])])]
  const names = personNames(ctx.db, personIds)
  const none = findingFigures([], today)
  const standings = (classIds: readonly string[]) => logFigures(classIds.flatMap((id) => (ofClass.get(id) ?? []).map(({ standing }) => standing)))
  return {
    logs: logFigures(logs.map(({ standing }) => standing)), findings: findingFigures(findings, today),
    weeks: weeks.map((week) => ({ ...plainWeek(week), figures: plainFigures(byWeek.get(week.startsOn) ?? logFigures([])) })),
    classes: classes.map(({ id, name, homeroomPersonId }) => ({
      id, name, homeroomName: homeroomPersonId === null ? null : (names.get(homeroomPersonId) ?? null),
      logs: standings([id]), work: workFigures(ofClass.get(id) ?? []), findings: foundOfClass.get(id) ?? none,
    })),
    people: personIds.map((id) => {
      const own = leads.get(id)
      return { id, name: names.get(id) ?? '', logs: own === undefined ? null : standings(own.map((each) => each.id)), findings: foundOfPerson.get(id) ?? none }
    }),
    departments: foundBy(({ department }) => department).map(({ key, figures }) => ({ name: key, findings: figures })),
    items: foundBy(({ item }) => item).map(({ key, figures }) => ({ name: key, findings: figures })).toSorted((a, b) => b.findings.findings - a.findings.findings),
  }
}

const plainFigures = ({ asked, due, onTime, late, missing, onTimeShare }: ReturnType<typeof logFigures>) => ({ asked, due, onTime, late, missing, onTimeShare })

function findingsIn(ctx: ReadContext, termKey: string, month: string | null): ReturnType<typeof findingFacts> {
  const days = daysOfTerm(ctx.db, termKey)
  if (days === null) return []
  const t = findingTable
  return findingFacts(ctx, and(
    gte(t.foundOn, days.from), days.before === null ? undefined : lt(t.foundOn, days.before),
    month === null ? undefined : and(gte(t.foundOn, `${month}-01`), lte(t.foundOn, `${month}-31`)),
  ))
}

/** What waits for this account: of the office everything, of a teacher what she is to answer and her own class. */
export function openMattersOf(ctx: ReadContext): OutputOf<'inspections.matters'> {
  const office = isOffice(ctx)
  const unfinished = findingRows(ctx, isNull(findingTable.removedAt)).filter(({ state }) => isUnfinished(state))
  const feedback = ctx.db.select({ to: feedbackFormTable.forwardedToPersonId }).from(feedbackFormTable)
    .where(and(isNull(feedbackFormTable.removedAt), isNull(feedbackFormTable.answeredOn), visibleFeedback(ctx))).all()
  return {
    overdue: unfinished.filter(({ overdue }) => overdue).length,
    toAnswer: unfinished.filter(({ state, responsiblePersonId }) => state === 'open' && responsiblePersonId !== null && responsiblePersonId === ctx.actor.personId).length,
    toCheck: office ? unfinished.filter(({ state }) => state !== 'open').length : 0,
    unansweredFeedback: feedback.filter(({ to }) => office || to === ctx.actor.personId).length,
    missing: missingLogs(ctx),
  }
}

/** The last week whose logs are due: from the day after, the classes that have not handed in. */
function missingLogs(ctx: ReadContext): OutputOf<'inspections.matters'>['missing'] {
  const today = ctx.clock.today()
  const term = listTerms(ctx.db).findLast(({ startsOn }) => startsOn <= today)
  if (term === undefined) return null
  const week = askingWeeks(ctx.db, term.key).findLast(({ dueOn }) => dueOn < today)
  if (week === undefined) return null
  const own = isOffice(ctx) ? null : ledClassIds(ctx)
  const inBy = new Map(logsBetween(ctx.db, week.startsOn, week.startsOn).map(({ classId, handedInOn }) => [classId, handedInOn]))
  const classes = visibleClasses(ctx, term.key)
    .filter(({ id }) => (own === null || own.includes(id)) && logStanding(inBy.get(id) ?? null, week.dueOn, today) === 'missing').map(({ name }) => name)
  return classes.length === 0 ? null : { weekStartsOn: week.startsOn, weekNumber: week.number, dueOn: week.dueOn, classes }
}
