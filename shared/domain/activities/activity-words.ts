/** The words of activities and attendance. */

export const activityKinds = [
  'regularMeeting', 'planningMeeting', 'summaryMeeting', 'seminar', 'salon', 'readingClub',
  'openLesson', 'demonstrationLesson', 'observedLesson', 'researchLesson', 'showcaseLesson',
  'lecture', 'forum', 'outreachTeaching', 'studyTrip', 'lessonObservation', 'projectWork', 'openDay', 'other',
] as const
export type ActivityKind = (typeof activityKinds)[number]
export const activityKindNames: Readonly<Record<ActivityKind, string>> = {
  regularMeeting: '例会',
  planningMeeting: '部署会',
  summaryMeeting: '总结会',
  seminar: '研讨',
  salon: '沙龙',
  readingClub: '读书会',
  openLesson: '公开课',
  demonstrationLesson: '示范课',
  observedLesson: '观摩课',
  researchLesson: '研讨课',
  showcaseLesson: '精品课',
  lecture: '讲座',
  forum: '论坛',
  outreachTeaching: '送教下乡',
  studyTrip: '外出学习',
  lessonObservation: '听课评课',
  projectWork: '课题研究',
  openDay: '开放日',
  other: '其他',
}

export const attendanceMarks = ['present', 'late', 'excused', 'absent'] as const
export type AttendanceMark = (typeof attendanceMarks)[number]
export const attendanceMarkNames: Readonly<Record<AttendanceMark, string>> = {
  present: '出席', late: '迟到', excused: '请假', absent: '缺席',
}
