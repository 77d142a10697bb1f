import { eq } from 'drizzle-orm'
import { weeklySummaryTable } from '../../../db/schema/inspections.ts'
import type { LogLine } from '../../../shared/contract/inspections.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { workFigures } from '../../../shared/domain/inspections/inspection-statistics.ts'
import { logFigures, logStanding, weekToEnter } from '../../../shared/domain/inspections/weekly-logs.ts'
import { roleMay } from '../../../shared/domain/accounts/permissions.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { personNames } from '../people/people-service.ts'
import { readDueRule } from './due-rule.ts'
import { isOffice, ledClassIds, seesOwnOnly } from './inspection-scope.ts'
import { askingWeeks, type AskingWeek, logFacts, logsBetween, plainWeek, visibleClasses } from './log-weeks.ts'

/** One week with a line for every class that the caller sees, and what became of the logs in the other weeks of the term. */
export function readWeek(ctx: ReadContext, { termKey, weekStartsOn }: { termKey: string; weekStartsOn: string | null }): OutputOf<'inspections.week'> {
  const weeks = askingWeeks(ctx.db, termKey)
  const week = weeks.find(({ startsOn }) => startsOn === weekStartsOn) ?? weekToEnter(weeks, ctx.clock.today(), readDueRule(ctx.db)) ?? null
  const classes = visibleClasses(ctx, termKey)
  const facts = Map.groupBy(logFacts(ctx, weeks, classes), (fact) => fact.weekStartsOn)
  const ofWeek = week === null ? [] : (facts.get(week.startsOn) ?? [])
  return {
    weeks: weeks.map((each) => ({ ...plainWeek(each), figures: logFigures((facts.get(each.startsOn) ?? []).map(({ standing }) => standing)) })),
    week: week === null ? null : plainWeek(week),
    lines: week === null ? [] : linesOf(ctx, week, classes),
    figures: logFigures(ofWeek.map(({ standing }) => standing)), work: workFigures(ofWeek),
    summary: week === null ? null : summaryOf(ctx, week.startsOn),
  }
}

function linesOf(ctx: ReadContext, week: AskingWeek, classes: ReturnType<typeof visibleClasses>): LogLine[] {
  const logs = new Map(logsBetween(ctx.db, week.startsOn, week.startsOn).map((log) => [log.classId, log]))
  const names = personNames(ctx.db, classes.flatMap(({ homeroomPersonId }) => homeroomPersonId ?? []))
  const own = ledClassIds(ctx)
  const today = ctx.clock.today()
  const mayAll = isOffice(ctx)
  const mayOwn = roleMay(ctx.actor.role, 'inspections.answer')
  return classes.map(({ id, name, grade, homeroomPersonId }) => {
    const log = logs.get(id)
    return {
      classId: id, className: name, grade, homeroomName: homeroomPersonId === null ? null : (names.get(homeroomPersonId) ?? null),
      logId: log?.id ?? null, revision: log?.revision ?? null, standing: logStanding(log?.handedInOn ?? null, week.dueOn, today),
      handedInOn: log?.handedInOn ?? null, progress: log?.progress ?? null, practice: log?.practice ?? null, homework: log?.homework ?? null,
      lessonsPlanned: log?.lessonsPlanned ?? null, lessonsHeld: log?.lessonsHeld ?? null,
      homeworkAssigned: log?.homeworkAssigned ?? null, homeworkCorrected: log?.homeworkCorrected ?? null, remark: log?.remark ?? null,
      mayWrite: week.startsOn <= today && (mayAll || (mayOwn && own.includes(id))),
    }
  })
}

function summaryOf(ctx: ReadContext, weekStartsOn: string): OutputOf<'inspections.week'>['summary'] {
  const row = ctx.db.select().from(weeklySummaryTable).where(eq(weeklySummaryTable.weekStartsOn, weekStartsOn)).get()
  if (!row || (seesOwnOnly(ctx) && row.publishedOn === null)) return null
  return { text: row.text, publishedOn: row.publishedOn, revision: row.revision }
}
