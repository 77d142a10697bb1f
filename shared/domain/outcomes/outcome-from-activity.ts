import type { ActivityKind } from '../activities/activity-words.ts'
import type { OutcomeKind } from './outcome-kinds.ts'
import type { OutcomeDetails } from './outcome-record.ts'

const kindOfActivity: Partial<Readonly<Record<ActivityKind, OutcomeKind>>> = {
  openLesson: 'openLesson', demonstrationLesson: 'demonstrationLesson', observedLesson: 'observedLesson', researchLesson: 'researchLesson', showcaseLesson: 'showcaseLesson',
  lecture: 'lecture', forum: 'forumTalk', outreachTeaching: 'outreach', studyTrip: 'studyTrip', lessonObservation: 'lessonObservation', openDay: 'studioShowcase',
  readingClub: 'bookRead', projectWork: 'projectStageSummary', regularMeeting: 'keynote', seminar: 'keynote', salon: 'forumTalk',
}
const lessons: readonly OutcomeKind[] = ['openLesson', 'demonstrationLesson', 'observedLesson', 'researchLesson', 'showcaseLesson']

export interface ActivityFacts {
  readonly kind: ActivityKind
  readonly title: string
  readonly heldOn: string
  readonly startTime: string | null
  readonly endTime: string | null
  readonly place: string | null
  /** How many were there. */
  readonly attended: number
}

/** What a record of somebody's doing in the activity begins with: the kind that usually comes of it, its title and what is known. */
export function outcomeFromActivity(activity: ActivityFacts): { readonly kind: OutcomeKind; readonly title: string; readonly details: OutcomeDetails } {
  const kind = kindOfActivity[activity.kind] ?? 'keynote'
  const place: OutcomeDetails = activity.place === null ? {} : { place: activity.place }
  const audience: OutcomeDetails = activity.attended > 0 ? { audience: activity.attended } : {}
  if (lessons.includes(kind)) return { kind, title: lessonTitle(activity.title), details: activity.place !== null && /班/.test(activity.place) ? { schoolClass: activity.place, ...audience } : { ...place, ...audience } }
  if (kind === 'lecture') return { kind, title: afterColon(activity.title), details: { ...place, ...audience, ...minutes(activity) } }
  if (kind === 'outreach' || kind === 'studyTrip' || kind === 'keynote') return { kind, title: activity.title, details: kind === 'outreach' ? { form: 'lessons' } : place }
  if (kind === 'studioShowcase') return { kind, title: activity.title, details: { form: 'open', ...place, ...audience } }
  if (kind === 'lessonObservation' || kind === 'bookRead') return { kind, title: lessonTitle(activity.title), details: {} }
  return { kind, title: activity.title, details: {} }
}

/** 「《春》」 of 「单雨桐公开课《春》」; the whole title where no work is named in it. */
function lessonTitle(title: string): string {
  return /《[^》]+》/.exec(title)?.[0] ?? afterColon(title)
}

function afterColon(title: string): string {
  return /[：:]\s*(.+)$/.exec(title)?.[1] ?? title
}

function minutes({ startTime, endTime }: ActivityFacts): OutcomeDetails {
  if (startTime === null || endTime === null) return {}
  const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  return { minutes: at(endTime) - at(startTime) }
}
