import { eq } from 'drizzle-orm'
import { findingTable } from '../../../db/schema/inspections.ts'
import type { inspectionsRoutes } from '../../../shared/contract/inspections.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'
import type { Handlers, ReadContext } from '../../dispatch/context.ts'
import { addAttachment, attachmentById, attachmentPreview, attachmentsOf, type AttachedFile, bringBackAttachment, outgoingAttachment, removeAttachment } from '../files/attachments-service.ts'
import { briefingDocument, bringBackBriefing, tellInspection, withdrawBriefing } from './briefings.ts'
import { checklistBin, listChecklists, removedChecklists, saveChecklist } from './checklists.ts'
import { readDueRule, saveDueRule } from './due-rule.ts'
import { answerFeedback, feedbackBin, listFeedback, saveFeedback } from './feedback-forms.ts'
import { bringBackInspection, listInspections, readInspection, removeInspection, reopenInspection, saveInspection, saveReport } from './inspection-records.ts'
import { isOffice, ledClassIds, readableFinding, seesOwnOnly } from './inspection-scope.ts'
import { findingRows, isResponsible, listFindings } from './read-findings.ts'
import { bringBack, putAway } from './recycle-bin.ts'
import { aboutOf, findingBin, saveFinding, takeStep } from './save-finding.ts'
import { saveSummary, saveWeek } from './save-week.ts'
import { classRows, saveClasses } from './school-classes.ts'
import { openMattersOf, statistics } from './statistics.ts'
import { readWeek } from './week-reading.ts'

export const inspectionsHandlers: Handlers<typeof inspectionsRoutes> = {
  'inspections.classes': (ctx) => ({ rows: ownClassRows(ctx) }),
  'inspections.saveClasses': (ctx, { rows }) => saveClasses(ctx, rows) ?? { added: 0, changed: 0, removed: 0 },
  'inspections.choices': (ctx) => choices(ctx),
  'inspections.week': (ctx, input) => readWeek(ctx, input),
  'inspections.saveWeek': (ctx, { weekStartsOn, lines }) => saveWeek(ctx, weekStartsOn, lines),
  'inspections.saveSummary': (ctx, input) => saveSummary(ctx, input),
  'inspections.saveDueRule': (ctx, rule) => {
    saveDueRule(ctx, rule)
    return {}
  },
  'inspections.saveChecklist': (ctx, input) => saveChecklist(ctx, input),
  'inspections.removeChecklist': (ctx, input) => {
    putAway(ctx, checklistBin, input)
    return {}
  },
  'inspections.removedChecklists': (ctx) => ({ rows: removedChecklists(ctx.db) }),
  'inspections.bringBackChecklist': (ctx, { id }) => {
    bringBack(ctx, checklistBin, id)
    return {}
  },
  'inspections.list': (ctx, input) => ({ rows: listInspections(ctx, input) }),
  'inspections.get': (ctx, { id }) => readInspection(ctx, id),
  'inspections.save': (ctx, input) => saveInspection(ctx, input),
  'inspections.saveReport': (ctx, input) => saveReport(ctx, input),
  'inspections.tell': (ctx, input) => tellInspection(ctx, input),
  'inspections.withdrawBriefing': (ctx, input) => {
    withdrawBriefing(ctx, input)
    return {}
  },
  'inspections.bringBackBriefing': (ctx, { briefingId }) => {
    bringBackBriefing(ctx, briefingId)
    return {}
  },
  'inspections.briefingDocument': (ctx, { briefingId }) => briefingDocument(ctx, briefingId),
  'inspections.reopen': (ctx, input) => {
    reopenInspection(ctx, input)
    return {}
  },
  'inspections.remove': (ctx, input) => {
    removeInspection(ctx, input)
    return {}
  },
  'inspections.bringBack': (ctx, { id }) => {
    bringBackInspection(ctx, id)
    return {}
  },
  'inspections.findings': (ctx, input) => ({ rows: listFindings(ctx, input) }),
  'inspections.finding': (ctx, { id }) => {
    readableFinding(ctx, id)
    return { ...must(findingRows(ctx, eq(findingTable.id, id))[0], 'it was just read'), attachments: attachmentsOf(ctx.db, { kind: 'finding', id }) }
  },
  'inspections.saveFinding': (ctx, input) => saveFinding(ctx, input),
  'inspections.step': (ctx, input) => takeStep(ctx, input),
  'inspections.removeFinding': (ctx, input) => {
    putAway(ctx, findingBin, input)
    return {}
  },
  'inspections.bringBackFinding': (ctx, { id }) => {
    bringBack(ctx, findingBin, id)
    return {}
  },
  'inspections.addEvidence': (ctx, { findingId, file }) => {
    const finding = readableFinding(ctx, findingId)
    if (!isOffice(ctx) && !isResponsible(ctx, finding)) throw new AppError('inspections.notYours', 'forbidden', '这条检查发现不由您整改，不能添加附件')
    if (finding.removedAt !== null) throw new AppError('inspections.removed', 'precondition', '这条检查发现在回收站里，请先恢复再添加附件')
    return addAttachment(ctx, { kind: 'finding', id: findingId }, file, `${aboutOf(ctx.db, finding)}，${finding.item}`)
  },
  'inspections.openEvidence': (ctx, { id }) => outgoingAttachment(ctx, evidence(ctx, id)),
  'inspections.previewEvidence': (ctx, { id }) => ({ dataUrl: attachmentPreview(ctx, evidence(ctx, id)) }),
  'inspections.removeEvidence': (ctx, { id, reason }) => {
    removeAttachment(ctx, evidence(ctx, id), reason)
    return {}
  },
  'inspections.bringBackEvidence': (ctx, { id }) => {
    bringBackAttachment(ctx, evidence(ctx, id))
    return {}
  },
  'inspections.feedback': (ctx, input) => ({ rows: listFeedback(ctx, input) }),
  'inspections.saveFeedback': (ctx, input) => saveFeedback(ctx, input),
  'inspections.answerFeedback': (ctx, input) => {
    answerFeedback(ctx, input)
    return {}
  },
  'inspections.removeFeedback': (ctx, input) => {
    putAway(ctx, feedbackBin, input)
    return {}
  },
  'inspections.bringBackFeedback': (ctx, { id }) => {
    bringBack(ctx, feedbackBin, id)
    return {}
  },
  'inspections.statistics': (ctx, input) => statistics(ctx, input),
  'inspections.matters': (ctx) => openMattersOf(ctx),
}

function ownClassRows(ctx: ReadContext): OutputOf<'inspections.classes'>['rows'] {
  const own = seesOwnOnly(ctx) ? ledClassIds(ctx) : null
  return classRows(ctx.db).filter(({ id }) => own === null || own.includes(id))
}

function choices(ctx: ReadContext): OutputOf<'inspections.choices'> {
  const departments = ctx.db.selectDistinct({ name: findingTable.department }).from(findingTable).all()
  return {
    classes: ownClassRows(ctx).map(({ id, name, grade, homeroomPersonId, homeroomName }) => ({ id, name, grade, homeroomPersonId, homeroomName })),
    checklists: listChecklists(ctx),
    departments: seesOwnOnly(ctx) ? [] : departments.flatMap(({ name }) => name ?? []).toSorted((a, b) => a.localeCompare(b, 'zh-CN')),
    isOffice: isOffice(ctx), personId: ctx.actor.personId, dueRule: readDueRule(ctx.db),
  }
}

/** These routes reach attachments of findings that the caller sees, and of nothing else. @throws `files.noAttachment`, `inspections.noFinding` */
function evidence(ctx: ReadContext, id: string): AttachedFile {
  const file = attachmentById(ctx.db, id)
  if (file.owner.kind !== 'finding') throw new AppError('files.noAttachment', 'notFound', '没有找到这个附件，请刷新后再试')
  readableFinding(ctx, file.owner.id)
  return file
}
