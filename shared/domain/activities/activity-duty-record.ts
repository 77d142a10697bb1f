import type { DutyRecord } from '../duties/duty-record.ts'
import { metricOfTheme, metricsOfActivityKind, studiesTheme } from '../outcomes/metric-sources.ts'
import type { ActivityKind } from './activity-words.ts'

/** What the duty engine has to know of a held activity. */
export interface CountableActivity {
  readonly id: string
  readonly studioId: string
  readonly kind: ActivityKind
  readonly heldOn: string
  /** `HH:MM`. */
  readonly startTime: string | null
  readonly endTime: string | null
  readonly level: string | null
  /** Whether it names a theme of the term that stands. */
  readonly namesTheme: boolean
  /** Who taught or spoke, as far as it is somebody of the studio. */
  readonly speakerPersonId: string | null
  /** How many have a mark, and how many of them came (late or not). */
  readonly expected: number
  readonly present: number
  /** Metrics for which records of its own were made out of it (登记成果): those count in its place. */
  readonly countedElsewhere: readonly string[]
}

/**
 * The activity as the duty engine reads it; null when nothing is left to count.
 * @param lessonMinutes how long a lesson is at this school
 */
export function activityDutyRecord(activity: CountableActivity, lessonMinutes: number): DutyRecord | null {
  const ofKind = metricsOfActivityKind[activity.kind]
  const onTheme = activity.namesTheme && studiesTheme(activity.kind) && !ofKind.includes(metricOfTheme) ? [metricOfTheme] : []
  const metrics = [...ofKind, ...onTheme].filter((metric) => !activity.countedElsewhere.includes(metric))
  if (metrics.length === 0) return null
  const lessonHours = lessonsBetween(activity.startTime, activity.endTime, lessonMinutes)
  return {
    id: `activity:${activity.id}`, source: { kind: 'activity', id: activity.id }, studioId: activity.studioId, metrics, on: activity.heldOn,
    personIds: activity.speakerPersonId === null ? [] : [activity.speakerPersonId], byStudio: true,
    amounts: { count: 1, ...(lessonHours === null ? {} : { lessonHours }) },
    levelKey: activity.level, confirmed: true,
    ...(metrics.includes(metricOfTheme) && !activity.namesTheme ? { lacks: { [metricOfTheme]: 'theme' as const } } : {}),
    ...(activity.expected === 0 ? {} : { attendance: { present: activity.present, expected: activity.expected } }),
  }
}

/** 14:30 to 16:00 are 2 lessons of 45 minutes; half lessons are counted. Null where a time is missing. */
function lessonsBetween(start: string | null, end: string | null, lessonMinutes: number): number | null {
  if (start === null || end === null || end <= start) return null
  return Math.max(0.5, Math.round(((minutesOf(end) - minutesOf(start)) / lessonMinutes) * 2) / 2)
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
