import type { activitiesRoutes } from '../../../shared/contract/activities.ts'
import type { activityFilingRoutes } from '../../../shared/contract/activity-filing.ts'
import type { activitySeriesRoutes } from '../../../shared/contract/activity-series.ts'
import type { activityThemesRoutes } from '../../../shared/contract/activity-themes.ts'
import { roleMay } from '../../../shared/domain/accounts/permissions.ts'
import type { Handlers, ReadContext, WriteContext } from '../../dispatch/context.ts'
import {
  addAttachment, attachmentById, attachmentPreview, type AttachedFile, bringBackAttachment, outgoingAttachment, removeAttachment,
} from '../files/attachments-service.ts'
import { AppError } from '../../../shared/errors.ts'
import { assertMayReadStudio, assertMayWriteStudio } from '../studios/studio-scope.ts'
import { bringBackActivity, removeActivity, saveActivity, saveAttendance } from './activities-service.ts'
import { activityById, activityDetail, activityStudios, draftAsLastTime, expectedOn, listActivities } from './activity-queries.ts'
import { behindTotal, termCalendarWith, termTotals } from './attendance-service.ts'
import { cancelActivity, takeBackCancellation } from './cancellation-service.ts'
import { filingOfActivity } from './filing-detail.ts'
import { approveFilings, reopenFilings, returnFiling, submitFiling, withdrawFiling } from './filing-service.ts'
import { seriesOf } from './series-queries.ts'
import { changeSeries, endSeries, planSeries, resumeSeries } from './series-service.ts'
import { themesOfTerm, themesOn } from './theme-queries.ts'
import { bringBackTheme, removeTheme, saveTheme } from './themes-service.ts'

export const activitySeriesHandlers: Handlers<typeof activitySeriesRoutes> = {
  'activities.series': (ctx, input) => seriesOf(ctx, input, mayWrite(ctx)),
  'activities.planSeries': (ctx, input) => planSeries(ctx, input),
  'activities.changeSeries': (ctx, input) => changeSeries(ctx, input),
  'activities.endSeries': (ctx, input) => endSeries(ctx, input),
  'activities.resumeSeries': (ctx, { id }) => {
    resumeSeries(ctx, id)
    return {}
  },
}

export const activityThemesHandlers: Handlers<typeof activityThemesRoutes> = {
  'activities.themes': (ctx, input) => themesOfTerm(ctx, input, mayWrite(ctx)),
  'activities.themesOn': (ctx, input) => themesOn(ctx, input),
  'activities.saveTheme': (ctx, input) => saveTheme(ctx, input),
  'activities.removeTheme': (ctx, input) => {
    removeTheme(ctx, input)
    return {}
  },
  'activities.bringBackTheme': (ctx, { id }) => {
    bringBackTheme(ctx, id)
    return {}
  },
}

export const activityFilingHandlers: Handlers<typeof activityFilingRoutes> = {
  'activities.filing': (ctx, { activityId }) => filingOfActivity(ctx, activityId),
  'activities.submitFiling': (ctx, input) => submitFiling(ctx, input),
  'activities.withdrawFiling': (ctx, { id }) => {
    withdrawFiling(ctx, id)
    return {}
  },
  'activities.approveFilings': (ctx, input) => approveFilings(ctx, input),
  'activities.returnFiling': (ctx, input) => {
    returnFiling(ctx, input)
    return {}
  },
  'activities.reopenFilings': (ctx, { filingIds }) => reopenFilings(ctx, filingIds),
}

export const activitiesHandlers: Handlers<typeof activitiesRoutes> = {
  'activities.list': (ctx, input) => ({ rows: listActivities(ctx, input) }),
  'activities.get': (ctx, { id }) => activityDetail(ctx, id, mayWrite(ctx)),
  'activities.studios': (ctx) => ({ rows: activityStudios(ctx, mayWrite(ctx)) }),
  'activities.expected': (ctx, { studioId, heldOn }) => {
    assertMayReadStudio(ctx, studioId)
    return { people: expectedOn(ctx, studioId, heldOn) }
  },
  'activities.asLastTime': (ctx, input) => ({ draft: draftAsLastTime(ctx, input) }),
  'activities.save': (ctx, input) => saveActivity(ctx, input),
  'activities.saveAttendance': (ctx, input) => saveAttendance(ctx, input),
  'activities.cancel': (ctx, input) => {
    cancelActivity(ctx, input)
    return {}
  },
  'activities.takeBackCancellation': (ctx, { id }) => {
    takeBackCancellation(ctx, id)
    return {}
  },
  'activities.remove': (ctx, input) => {
    removeActivity(ctx, input)
    return {}
  },
  'activities.bringBack': (ctx, { id }) => {
    bringBackActivity(ctx, id)
    return {}
  },
  'activities.totals': (ctx, input) => termTotals(ctx, input),
  'activities.behindTotal': (ctx, input) => ({ rows: behindTotal(ctx, input) }),
  'activities.calendar': (ctx, input) => ({ weeks: termCalendarWith(ctx, input) }),
  'activities.addAttachment': (ctx, { activityId, file }) => {
    const activity = activityById(ctx.db, activityId)
    assertMayWriteStudio(ctx, activity.studioId)
    if (activity.removedAt !== null) throw new AppError('activities.removed', 'precondition', `「${activity.title}」在回收站里，请先恢复再添加附件`)
    return addAttachment(ctx, { kind: 'activity', id: activityId }, file, activity.title)
  },
  'activities.openAttachment': (ctx, { id }) => outgoingAttachment(ctx, readable(ctx, id)),
  'activities.previewAttachment': (ctx, { id }) => ({ dataUrl: attachmentPreview(ctx, readable(ctx, id)) }),
  'activities.removeAttachment': (ctx, { id, reason }) => {
    removeAttachment(ctx, writable(ctx, id), reason)
    return {}
  },
  'activities.bringBackAttachment': (ctx, { id }) => {
    bringBackAttachment(ctx, writable(ctx, id))
    return {}
  },
}

function mayWrite(ctx: ReadContext): boolean {
  return roleMay(ctx.actor.role, 'activities.write')
}

/** An attachment of an activity that the caller may see. @throws `files.noAttachment`, `studios.notYours` */
function readable(ctx: ReadContext, id: string): AttachedFile {
  const file = ofActivity(ctx, id)
  assertMayReadStudio(ctx, activityById(ctx.db, file.owner.id).studioId)
  return file
}

function writable(ctx: WriteContext, id: string): AttachedFile {
  const file = ofActivity(ctx, id)
  assertMayWriteStudio(ctx, activityById(ctx.db, file.owner.id).studioId)
  return file
}

/** These routes reach attachments of activities only: those of other records have doors and permissions of their own. */
function ofActivity(ctx: ReadContext, id: string): AttachedFile {
  const file = attachmentById(ctx.db, id)
  if (file.owner.kind !== 'activity') throw new AppError('files.noAttachment', 'notFound', '没有找到这个附件，请刷新后再试')
  return file
}
