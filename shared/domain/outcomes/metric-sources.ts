import type { ActivityKind } from '../activities/activity-words.ts'
import type { MetricKey } from '../duties/metric-catalogue.ts'

/** For which metrics an activity of the kind counts once it has been held; the duty engine's records are made from this. */
export const metricsOfActivityKind: Readonly<Record<ActivityKind, readonly MetricKey[]>> = {
  regularMeeting: ['regularMeeting', 'exchangeLessons', 'studioActivity'],
  planningMeeting: ['planningMeeting', 'studioActivity'],
  summaryMeeting: ['summaryMeeting', 'studioActivity'],
  seminar: ['seminar', 'exchangeLessons', 'themeStudy', 'studioActivity'],
  salon: ['forum', 'studioActivity'],
  readingClub: ['readingClub', 'studioActivity'],
  openLesson: ['openLesson', 'publicTeaching', 'studioActivity'],
  demonstrationLesson: ['demonstrationLesson', 'publicTeaching', 'studioActivity'],
  observedLesson: ['openLesson', 'publicTeaching', 'studioActivity'],
  researchLesson: ['openLesson', 'publicTeaching', 'studioActivity'],
  showcaseLesson: ['showcaseLesson', 'publicTeaching', 'studioActivity'],
  lecture: ['lecture', 'publicTeaching', 'studioActivity'],
  forum: ['forum', 'publicTeaching', 'studioActivity'],
  outreachTeaching: ['outreachTeaching', 'studioActivity'],
  studyTrip: ['studyTrip', 'studioActivity'],
  lessonObservation: ['studioActivity'],
  projectWork: ['projectSeminar', 'studioActivity'],
  openDay: ['openDay', 'studioActivity'],
  other: ['studioActivity'],
}

/** Pages whose own records count for a duty: 值勤 and 教学检查 (`shared/domain/inspections/inspection-duty-records.ts`). */
export const recordPages = ['patrols', 'weeklyLogs', 'inspections', 'feedback'] as const
export type RecordPage = (typeof recordPages)[number]

/** For which metrics what is entered on the page counts. */
export const metricsOfPage: Readonly<Record<RecordPage, readonly MetricKey[]>> = {
  patrols: ['dailyPatrol'],
  weeklyLogs: ['weeklyLogSubmitted', 'weeklyLogSummary'],
  inspections: ['stageInspection', 'departmentCheck'],
  feedback: ['feedbackForm'],
}

/**
 * Quantified metrics that come from neither an outcome of a kind of its own nor an activity of the present kinds nor a page. Where no other
 * source stands yet they are recorded as 其他, which takes every metric.
 */
export const metricsFromElsewhere: Readonly<Record<string, readonly MetricKey[]>> = {
  /** Meetings and series that have no kind of activity of their own. */
  meetings: [
    'progressMeeting', 'areaSeminar', 'seminarInitiated', 'termTheme', 'reflectionSharing', 'classAnalysisSeminar', 'classCultureVisit',
    'teachingRoutineMeeting', 'kickoffMeeting', 'classMeeting', 'groupLeaderTraining',
  ],
  /** Kept with an activity: its minutes. */
  activityPapers: ['minutes'],
  /** Looking after teaching, without a page of its own. */
  inspections: ['pointsAssessment', 'autonomousStudyMinutes', 'observationMonth'],
  /** Worked out from other records, never entered one by one. */
  computed: ['memberPromotedShare', 'coverageRate'],
  /** Facts of a person, or lists to tick off. */
  facts: ['homeroomService', 'releaseTime', 'trainingPapers'],
}
