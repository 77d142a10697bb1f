import { and, isNull, min, ne } from 'drizzle-orm'
import { feedbackFormTable, inspectionBriefingTable, inspectionTable, weeklySummaryTable } from '../../../db/schema/inspections.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { InspectedFacts } from '../../../shared/domain/inspections/inspection-duty-records.ts'
import { listTerms } from '../school/calendar-service.ts'
import { askingWeeks, logsBetween } from './log-weeks.ts'
import { classesIn } from './school-classes.ts'

/** What the duty engine reads of teaching inspections: of the whole school, in all its terms. */
export function countableInspections(db: ReadDb): Omit<InspectedFacts, 'patrols'> {
  const published = new Map(db.select({ week: weeklySummaryTable.weekStartsOn, on: weeklySummaryTable.publishedOn }).from(weeklySummaryTable).all().map(({ week, on }) => [week, on]))
  const told = toldOn(db)
  return {
    weeks: listTerms(db).flatMap(({ key }) => weeksOf(db, key, published)),
    inspections: db.select({ id: inspectionTable.id, title: inspectionTable.title, kind: inspectionTable.kind, startsOn: inspectionTable.startsOn, endsOn: inspectionTable.endsOn, closedOn: inspectionTable.closedOn })
      .from(inspectionTable).where(isNull(inspectionTable.removedAt)).all().map((inspection) => ({ ...inspection, toldOn: told.get(inspection.id) ?? null })),
    feedback: db.select({ id: feedbackFormTable.id, onDay: feedbackFormTable.onDay }).from(feedbackFormTable).where(isNull(feedbackFormTable.removedAt)).all(),
  }
}

/** When each inspection was first told to others than those concerned (`isToldToOthers`). */
function toldOn(db: ReadDb): ReadonlyMap<string, string | null> {
  const t = inspectionBriefingTable
  return new Map(db.select({ id: t.inspectionId, on: min(t.toldOn) }).from(t).where(and(isNull(t.removedAt), ne(t.audience, 'concerned'))).groupBy(t.inspectionId).all().map(({ id, on }) => [id, on]))
}

function weeksOf(db: ReadDb, termKey: string, published: ReadonlyMap<string, string | null>): InspectedFacts['weeks'] {
  const weeks = askingWeeks(db, termKey)
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (first === undefined || last === undefined) return []
  const asked = new Set(classesIn(db, termKey).map(({ id }) => id))
  const logs = Map.groupBy(logsBetween(db, first.startsOn, last.startsOn).filter(({ classId }) => asked.has(classId)), ({ weekStartsOn }) => weekStartsOn)
  return weeks.map(({ number, startsOn, endsOn }) => ({
    number, startsOn, endsOn, asked: asked.size, handedInOn: (logs.get(startsOn) ?? []).map(({ handedInOn }) => handedInOn), publishedOn: published.get(startsOn) ?? null,
  }))
}
