import { activityKindNames, type ActivityKind } from '../../../shared/domain/activities/activity-words.ts'
import type { ActivityFilingData } from '../../../shared/domain/documents/form-data.ts'
import { AppError } from '../../../shared/errors.ts'
import { readActivity, readFiling } from '../activities/activity-reading-service.ts'
import { type Gatherer, missingIn, missingInSchool, studioForForms } from './gathered-data.ts'

/** Boxes of the form; every other kind is written out behind 其他. */
const boxes: Readonly<Partial<Record<ActivityKind, NonNullable<ActivityFilingData['formKind']>>>> = { lecture: 'lecture', seminar: 'seminar', forum: 'forum' }

/** 活动备案表: what was handed in, or before that the activity as it stands. */
export const gatherActivityFiling: Gatherer = (ctx, { activityId }) => {
  if (activityId === null) throw new AppError('documents.noActivity', 'invalid', '请先选择活动')
  const activity = readActivity(ctx, activityId)
  if (activity.removedAt !== null) throw new AppError('activities.removed', 'precondition', `「${activity.title}」在回收站里，请先恢复再做文书`)
  if (activity.cancelledAt !== null) throw new AppError('activities.cancelled', 'precondition', `「${activity.title}」已取消，不用备案`)
  const { words, studio, hostName } = studioForForms(ctx, activity.studioId, activity.heldOn)
  const { need, standing, rows } = readFiling(ctx, activityId)
  const filing = rows.find(({ id }) => id === standing.filingId)
  const filed = filing?.filed ?? activity
  const sameDay = filed.heldOn === activity.heldOn
  const formKind = boxes[activity.kind] ?? 'other'
  const data: ActivityFilingData = {
    ...words, studioName: studio.name, organiser: studio.name, hostName, title: filed.title, content: activity.agenda, heldOn: filed.heldOn,
    startTime: sameDay ? activity.startTime : null, endTime: sameDay ? activity.endTime : null, place: filed.place, chair: activity.chairName,
    formKind, otherKind: formKind === 'other' ? (activity.kind === 'other' ? '其他活动' : activityKindNames[activity.kind]) : null,
    audience: filing?.audience ?? null, headcount: filing?.headcount ?? null, note: filing?.note ?? null,
    speakers: speakersOf(activity.centralSpeaker, activity.experts),
    approvingBody: need?.to ?? null, fileNo: filing?.fileNo ?? null, opinion: filing?.decision === 'approved' ? filing.decisionNote : null,
  }
  const page = `/activities/${activity.id}`
  return {
    data, studioId: studio.id, studioName: studio.name, subjectKind: 'activity', subjectId: activity.id, subjectName: `${activity.heldOn} ${activity.title}`,
    missing: [
      ...missingIn('活动记录', page, { 时间: activity.startTime, 地点: data.place, 主持人: data.chair, '主要内容（议程）': data.content }),
      ...missingIn('活动的送审备案', page, { 参加人员: data.audience, 人数: data.headcount }),
      ...missingInSchool(words),
    ],
  }
}

/** The speaker first, then the experts, one a line: 姓名，单位. */
function speakersOf(centralSpeaker: string | null, experts: string | null): ActivityFilingData['speakers'] {
  const lines = [...(centralSpeaker === null ? [] : [centralSpeaker]), ...(experts ?? '').split('\n')].map((line) => line.trim()).filter((line) => line !== '')
  return lines.map((line) => {
    const [, name = line, about = ''] = /^([^，,（(]+)[，,（(](.+?)[）)]?$/s.exec(line) ?? []
    return { name: name.trim(), about: about.trim() || null }
  })
}
