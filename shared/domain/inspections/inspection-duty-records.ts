import type { Day } from '../dates/day.ts'
import type { DutyEvent } from '../duties/duty-input.ts'
import type { DutyRecord } from '../duties/duty-record.ts'
import type { InspectionKind } from './inspection-words.ts'

/** What 值勤 and 教学检查 keep for the whole school, as far as a scheme may ask for it. */
export interface InspectedFacts {
  /** Logs of rounds on duty. */
  readonly patrols: readonly { readonly id: string; readonly onDay: Day; readonly slotName: string; readonly place: string }[]
  /** Teaching weeks with the days on which the logs of their classes came in, and the day on which their summary was published. */
  readonly weeks: readonly {
    readonly number: number | null
    readonly startsOn: Day
    readonly endsOn: Day
    /** How many classes are asked for a log. */
    readonly asked: number
    readonly handedInOn: readonly Day[]
    readonly publishedOn: Day | null
  }[]
  readonly inspections: readonly {
    readonly id: string
    readonly title: string
    readonly kind: InspectionKind
    readonly startsOn: Day
    readonly endsOn: Day
    readonly closedOn: Day | null
    /** The day on which it was first told to others than those concerned. */
    readonly toldOn: Day | null
  }[]
  readonly feedback: readonly { readonly id: string; readonly onDay: Day }[]
}

export const inspectedKinds = ['patrol', 'weeklyLogs', 'weeklySummary', 'inspection', 'inspectionReport', 'briefing', 'feedback'] as const
export type InspectedKind = (typeof inspectedKinds)[number]

/** A record of the engine, what it is made of, and what a person recognises it by. */
export interface InspectedRecord {
  readonly record: DutyRecord
  readonly kind: InspectedKind
  readonly title: string
}

/** What is asked for at each inspection (004-16): that it is told, and its written report. */
export const metricsOfEachInspection = ['inspectionBriefing', 'inspectionReport'] as const

const metricOfInspection: Readonly<Partial<Record<InspectionKind, string>>> = { stage: 'stageInspection', department: 'departmentCheck' }

/**
 * The records that a team of the school (004-16 教学常规) is judged by. Our readings where the scheme is silent: a day is patrolled when one round
 * has its log; the logs of a week are handed in when those of all classes are, since each class is asked for one; an inspection counts
 * once it is closed, for it needs its written report first, in the term in which it began; that report is the 书面总结 that each inspection is
 * asked for, whatever its kind (`inspectionEvents`); one inspection is told once, however many are told of it, from the first time that
 * others than those concerned hear of it. What belongs to a week counts in that week,
 * though it usually comes in on the Monday after: on its last day at the latest.
 */
export function inspectedRecords({ patrols, weeks, inspections, feedback }: InspectedFacts, studioId: string): InspectedRecord[] {
  const recordOf = (kind: InspectedKind, id: string, metric: string, on: Day, title: string, forPeriod?: string): InspectedRecord => ({
    kind, title,
    record: { id: `${kind}:${id}`, source: { kind, id }, studioId, metrics: [metric], on, personIds: [], byStudio: true, amounts: { count: 1 }, confirmed: true, forPeriod },
  })
  return [
    ...patrols.map(({ id, onDay, slotName, place }) => recordOf('patrol', id, 'dailyPatrol', onDay, `值勤记录：${slotName} ${place}`)),
    ...weeks.flatMap((week) => {
      const last = week.handedInOn.toSorted().at(-1)
      const all = last !== undefined && week.handedInOn.length >= week.asked
      return all ? [recordOf('weeklyLogs', week.startsOn, 'weeklyLogSubmitted', withinWeek(last, week), `第 ${week.number ?? '—'} 周教学日记，${week.asked} 个班交齐`)] : []
    }),
    ...weeks.flatMap((week) => week.publishedOn === null ? [] : [recordOf('weeklySummary', week.startsOn, 'weeklyLogSummary', withinWeek(week.publishedOn, week), `第 ${week.number ?? '—'} 周教学日记小结`)]),
    ...inspections.flatMap(({ id, title, kind, startsOn, closedOn }) => {
      const metric = metricOfInspection[kind]
      return metric === undefined || closedOn === null ? [] : [recordOf('inspection', id, metric, startsOn, title)]
    }),
    ...inspections.flatMap(({ id, title, closedOn }) => closedOn === null ? [] : [recordOf('inspectionReport', id, 'inspectionReport', closedOn, `「${title}」书面总结`, eventOf(id))]),
    ...inspections.flatMap(({ id, title, toldOn }) => toldOn === null ? [] : [recordOf('briefing', id, 'inspectionBriefing', toldOn, `通报「${title}」`, eventOf(id))]),
    ...feedback.map(({ id, onDay }) => recordOf('feedback', id, 'feedbackForm', onDay, '教学信息反馈表')),
  ]
}

function withinWeek(day: Day, { startsOn, endsOn }: { readonly startsOn: Day; readonly endsOn: Day }): Day {
  return day < startsOn ? startsOn : day > endsOn ? endsOn : day
}

/** Each inspection, for duties of the kind “at each inspection”: on its last day, or as soon as it was closed or told before that. */
export function inspectionEvents(inspections: InspectedFacts['inspections']): DutyEvent[] {
  return inspections.map(({ id, title, endsOn, closedOn, toldOn }) => ({
    id, title, on: [endsOn, closedOn ?? endsOn, toldOn ?? endsOn].toSorted()[0] ?? endsOn, metrics: [], asksFor: metricsOfEachInspection,
  }))
}

const eventOf = (inspectionId: string) => `event:${inspectionId}`
