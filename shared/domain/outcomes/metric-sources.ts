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

/**
 * Study on a theme. By the words of the schemes (004-05 按学期主题集体学习研究, 004-18 主题研究学习) it is the theme that makes one, not what the meeting
 * is called: whatever names a theme counts, but for the meetings that plan and sum up, which are about the work itself. A seminar without a
 * theme comes nearest to it and is told what it lacks.
 */
export const metricOfTheme = 'themeStudy' satisfies MetricKey
export const studiesTheme = (kind: ActivityKind): boolean => kind !== 'planningMeeting' && kind !== 'summaryMeeting'

/** Pages whose own records count for a duty: 值勤 and 教学检查 (`shared/domain/inspections/inspection-duty-records.ts`), and the studio's own with its themes. */
export const recordPages = ['themes', 'patrols', 'weeklyLogs', 'inspections', 'feedback'] as const
export type RecordPage = (typeof recordPages)[number]

/** For which metrics what is entered on the page counts. */
export const metricsOfPage: Readonly<Record<RecordPage, readonly MetricKey[]>> = {
  themes: ['termTheme'],
  patrols: ['dailyPatrol'],
  weeklyLogs: ['weeklyLogSubmitted', 'weeklyLogSummary'],
  inspections: ['stageInspection', 'departmentCheck', 'inspectionReport', 'inspectionBriefing'],
  feedback: ['feedbackForm'],
}

/**
 * Quantified metrics that come from neither an outcome of a kind of its own nor an activity of the present kinds nor a page. Where no other
 * source stands yet they are recorded as 其他, which takes every metric.
 */
export const metricsFromElsewhere: Readonly<Record<string, readonly MetricKey[]>> = {
  /** Meetings and series that have no kind of activity of their own. */
  meetings: [
    'progressMeeting', 'areaSeminar', 'seminarInitiated', 'reflectionSharing', 'classAnalysisSeminar', 'classCultureVisit',
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
