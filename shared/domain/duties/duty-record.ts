import type { Day } from '../dates/day.ts'

/** What a record can be measured in. Which of them a duty asks for follows from its unit (`measureOfUnit`). */
export const measures = ['count', 'lessonHours', 'chars', 'days', 'minutes', 'months', 'years', 'percent'] as const
export type Measure = (typeof measures)[number]

/**
 * One thing that was done, in the shape that the duty engine reads. Whoever keeps the thing (activities, outcomes, documents)
 * makes such a record of it; the engine looks at nothing else. Where which metrics come from:
 *
 * - **activities** (`source.kind: 'activity'`): a held activity gives one record of the studio with the metric of its kind
 *   (`seminar`, `planningMeeting`, `openLesson`, `lecture`, `outreachTeaching`, `studyTrip`, `openDay` …), `byStudio: true`,
 *   the people who acted in it (teacher, speaker, chair) in `personIds`, `attendance` from its marks and `lessonHours` from its
 *   times. Where it names a theme of the term, also `themeStudy`; a seminar that names none `lacks` it. A settled theme itself is a record of the
 *   studio (`'theme'`, `termTheme`). A person's attendance is a record of its own (`attendance`).
 * - **outcomes** (`'outcome'`): papers, projects (each stage is a metric of its own: `projectRegistered`, `projectCompleted` …),
 *   awards, lesson designs, cases, reflections, reading notes, books, exam papers, courses, online posts, observed lessons
 *   (`lessonObservation`: one record, `count` the number of lessons), mentoring pairs (`count` the number of mentored people).
 *   `personIds` are the authors, `on` the day from which it counts (published, awarded, completed), `confirmed` the host's word.
 * - **shifts and inspections** (`'patrol'`, `'weeklyLogs'`, `'weeklySummary'`, `'inspection'`, `'inspectionReport'`, `'briefing'`, `'feedback'`): what the whole school inspected, for each of
 *   its teams (`shared/domain/inspections/inspection-duty-records.ts`).
 * - **documents and the archive** (`'document'`, `'archiveItem'`): plans, summaries, budgets, agreements: what must exist.
 *   They say for which period they are made (`forPeriod`), because a summary is often written after its term.
 * - **people and studios** (`'person'`, `'studio'`): members promoted, chat group, public account and the like: one record each.
 *
 * Keys of metrics are plain text; one that no duty names does no harm, and a duty may name one that nothing supplies.
 */
export interface DutyRecord {
  readonly id: string
  readonly source: { readonly kind: string; readonly id: string }
  readonly studioId: string
  /** Keys of metrics; a free word of a scheme's `anyOf` may stand here too. */
  readonly metrics: readonly string[]
  readonly on: Day
  /** Who did it; all of them, each in full. */
  readonly personIds: readonly string[]
  /** Whether the studio as such did it, whoever took part. */
  readonly byStudio?: boolean | undefined
  /** `count` is 1 where nothing is given. A measure that is not known is absent, never 0. */
  readonly amounts?: Readonly<Partial<Record<Measure, number>>> | undefined
  /** Metrics for which it would count if it said more, and what it does not say. */
  readonly lacks?: Readonly<Record<string, 'theme'>> | undefined
  /** Key of one of the scheme's levels. */
  readonly levelKey?: string | null | undefined
  readonly attendance?: { readonly present: number; readonly expected: number } | undefined
  /** Whether the host (or whoever has to) has confirmed it. */
  readonly confirmed?: boolean | undefined
  /** Key of the period that it is made for (`term:2026-1`, `year:2026`, `cycle`, `event:…`); else its day decides. */
  readonly forPeriod?: string | undefined
}

const measureOfUnits: Readonly<Record<string, Measure>> = {
  课时: 'lessonHours', 字: 'chars', 天: 'days', 分钟: 'minutes', 个月: 'months', 年: 'years', '%': 'percent',
}

/** What a scheme's unit measures: 课时 lesson hours, 字 characters …; 次、节、篇、份 and all other words count pieces. */
export function measureOfUnit(unit: string): Measure {
  return measureOfUnits[unit.trim()] ?? 'count'
}

/** The records of each studio; one pass. */
export function recordsByStudio(records: readonly DutyRecord[]): ReadonlyMap<string, readonly DutyRecord[]> {
  const grouped = new Map<string, DutyRecord[]>()
  for (const record of records) {
    const own = grouped.get(record.studioId)
    if (own) own.push(record)
    else grouped.set(record.studioId, [record])
  }
  return grouped
}
