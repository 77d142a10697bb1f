import { attendanceMarkNames, activityKindNames, type ActivityKind } from '../../../shared/domain/activities/activity-words.ts'
import { toPlainText } from '../../../shared/domain/activities/rich-text.ts'
import { topicText } from '../../../shared/domain/activities/themes.ts'
import type { ActivityRecordData, AttendanceRow } from '../../../shared/domain/documents/form-data.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { AppError } from '../../../shared/errors.ts'
import { ordinalOf, readActivity } from '../activities/activity-reading-service.ts'
import { type Gatherer, missingIn, missingInSchool, studioForForms } from './gathered-data.ts'

/** Boxes of the form; every other kind is written out behind 其他. */
const boxes: Readonly<Partial<Record<ActivityKind, NonNullable<ActivityRecordData['formKind']>>>> = {
  regularMeeting: 'meeting', planningMeeting: 'meeting', summaryMeeting: 'meeting',
  lecture: 'lecture', seminar: 'seminar', outreachTeaching: 'outreach',
  openLesson: 'lesson', demonstrationLesson: 'lesson', observedLesson: 'lesson', researchLesson: 'lesson', showcaseLesson: 'lesson', lessonObservation: 'lesson',
}

/** 活动（会议）记录表 with its sign-in sheet: before the day to be signed by hand, afterwards with the marks. */
export const gatherActivityRecord: Gatherer = (ctx, { activityId }) => {
  if (activityId === null) throw new AppError('documents.noActivity', 'invalid', '请先选择活动')
  const activity = readActivity(ctx, activityId)
  if (activity.removedAt !== null) throw new AppError('activities.removed', 'precondition', `「${activity.title}」在回收站里，请先恢复再做文书`)
  if (activity.cancelledAt !== null) throw new AppError('activities.cancelled', 'precondition', `「${activity.title}」已取消，没有可以做的记录表`)
  const { words, studio } = studioForForms(ctx, activity.studioId, activity.heldOn)
  const ordinal = ordinalOf(ctx, activity)
  const formKind = boxes[activity.kind] ?? 'other'
  const minutes = toPlainText(activity.minutes).trim()
  const marked = activity.people.some(({ mark }) => mark !== null)
  const attendance = (marked ? activity.people.filter(({ mark }) => mark !== null) : activity.people).map(({ name, schoolName, mark, note }): AttendanceRow => ({
    name, employer: schoolName, mark: mark === null ? null : attendanceMarkNames[mark], reason: note,
  }))
  const absentees = attendance.filter(({ mark }) => mark === attendanceMarkNames.excused || mark === attendanceMarkNames.absent)
  const data: ActivityRecordData = {
    ...words, studioName: studio.name, termName: termName(activity.termKey), activityNo: ordinal === null ? null : `${activity.termKey}-${String(ordinal).padStart(2, '0')}`,
    title: activity.title, topic: topicText(activity.title, activity.theme?.removedAt === null ? activity.theme.title : null), heldOn: activity.heldOn, startTime: activity.startTime, endTime: activity.endTime, place: activity.place,
    chair: activity.chairName, centralSpeaker: activity.centralSpeaker, experts: activity.experts, recorder: activity.recorderName,
    formKind, otherKind: formKind === 'other' ? (activity.kind === 'other' ? '其他活动' : activityKindNames[activity.kind]) : null,
    agenda: activity.agenda, course: minutes === '' ? null : minutes, resolutions: activity.resolutions, reflection: null,
    attachments: activity.attachments.length === 0 ? null : `${activity.attachments.map(({ fileName }) => fileName).join('、')}（共 ${activity.attachments.length} 件）`,
    attendance, absentees,
    expectedCount: attendance.length === 0 ? null : attendance.length,
    presentCount: marked ? attendance.length - absentees.length : null,
    absentCount: marked ? absentees.length : null,
  }
  return {
    data, studioId: studio.id, studioName: studio.name, subjectKind: 'activity', subjectId: activity.id, subjectName: `${activity.heldOn} ${activity.title}`,
    missing: [
      ...missingIn('活动记录', `/activities/${activity.id}`, {
        时间: data.startTime, 地点: data.place, 主持人: data.chair, 记录人: data.recorder, 议题: data.agenda, 活动过程: data.course, '成果（议定事项）': data.resolutions,
        出勤: marked ? true : null,
      }),
      ...missingInSchool(words),
    ],
  }
}
