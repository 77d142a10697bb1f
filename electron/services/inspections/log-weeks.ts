import { and, eq, gte, isNull, lte } from 'drizzle-orm'
import { weeklyLogTable } from '../../../db/schema/inspections.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { LogWeek } from '../../../shared/contract/inspections.ts'
import type { LogFact } from '../../../shared/domain/inspections/inspection-statistics.ts'
import { asksForLogs, logDueOn, logStanding } from '../../../shared/domain/inspections/weekly-logs.ts'
import { type TeachingWeek, teachingWeeks } from '../../../shared/domain/terms/teaching-weeks.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { listHolidays, listTerms } from '../school/calendar-service.ts'
import { readDueRule } from './due-rule.ts'
import { ledClassIds, type SchoolClass, seesOwnOnly } from './inspection-scope.ts'
import { classesIn } from './school-classes.ts'

export type WeeklyLog = typeof weeklyLogTable.$inferSelect
export type AskingWeek = LogWeek & Pick<TeachingWeek, 'teachingDays'>

/** The weeks of the term that ask for logs, each with the day on which they are due; none for a term that is not there. */
export function askingWeeks(db: ReadDb, termKey: string): AskingWeek[] {
  const term = listTerms(db).find(({ key }) => key === termKey)
  if (term === undefined) return []
  const holidays = listHolidays(db)
  const rule = readDueRule(db)
  return teachingWeeks(term, holidays).filter(asksForLogs)
    .map(({ number, startsOn, endsOn, teachingDays }) => ({ number: number ?? null, startsOn, endsOn, dueOn: logDueOn({ startsOn }, rule, holidays), teachingDays }))
}

/** The week as the pages show it. */
export const plainWeek = ({ number, startsOn, endsOn, dueOn }: AskingWeek): LogWeek => ({ number, startsOn, endsOn, dueOn })

/** The term that has this week, and the week; null where no term asks for its logs. */
export function askingWeek(db: ReadDb, weekStartsOn: string): { readonly termKey: string; readonly week: AskingWeek } | null {
  for (const { key } of listTerms(db)) {
    const week = askingWeeks(db, key).find(({ startsOn }) => startsOn === weekStartsOn)
    if (week) return { termKey: key, week }
  }
  return null
}

/** The classes of the term that the caller sees: a teacher those that she leads. */
export function visibleClasses(ctx: Pick<ReadContext, 'db' | 'actor'>, termKey: string): SchoolClass[] {
  const classes = classesIn(ctx.db, termKey)
  if (!seesOwnOnly(ctx)) return classes
  const own = ledClassIds(ctx)
  return classes.filter(({ id }) => own.includes(id))
}

/** The logs that are in, of the weeks from the first Monday to the last. */
export function logsBetween(db: ReadDb, first: string, last: string): WeeklyLog[] {
  return db.select().from(weeklyLogTable)
    .where(and(isNull(weeklyLogTable.removedAt), gte(weeklyLogTable.weekStartsOn, first), lte(weeklyLogTable.weekStartsOn, last))).all()
}

/** The log of one class in one week, if it is in. */
export function logOf(db: ReadDb, classId: string, weekStartsOn: string): WeeklyLog | undefined {
  return db.select().from(weeklyLogTable)
    .where(and(isNull(weeklyLogTable.removedAt), eq(weeklyLogTable.classId, classId), eq(weeklyLogTable.weekStartsOn, weekStartsOn))).get()
}

/** What was asked of each class in each of the weeks, in or not. */
export function logFacts(ctx: Pick<ReadContext, 'db' | 'clock'>, weeks: readonly AskingWeek[], classes: readonly SchoolClass[]): LogFact[] {
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (first === undefined || last === undefined) return []
  const logs = new Map(logsBetween(ctx.db, first.startsOn, last.startsOn).map((log) => [`${log.classId} ${log.weekStartsOn}`, log]))
  const today = ctx.clock.today()
  return weeks.flatMap((week) => classes.map(({ id }) => {
    const log = logs.get(`${id} ${week.startsOn}`)
    return {
      classId: id, weekStartsOn: week.startsOn, standing: logStanding(log?.handedInOn ?? null, week.dueOn, today),
      items: { progress: log?.progress ?? null, practice: log?.practice ?? null, homework: log?.homework ?? null },
      lessonsPlanned: log?.lessonsPlanned ?? null, lessonsHeld: log?.lessonsHeld ?? null,
      homeworkAssigned: log?.homeworkAssigned ?? null, homeworkCorrected: log?.homeworkCorrected ?? null,
    }
  }))
}
