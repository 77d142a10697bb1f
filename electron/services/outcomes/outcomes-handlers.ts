import type { outcomesRoutes } from '../../../shared/contract/outcomes.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Handlers, ReadContext, WriteContext } from '../../dispatch/context.ts'
import {
  addAttachment, attachmentById, attachmentPreview, type AttachedFile, bringBackAttachment, outgoingAttachment, removeAttachment,
} from '../files/attachments-service.ts'
import { exportOutcomes } from './export-outcomes.ts'
import { outcomesOfPerson, saveLadder } from './growth-ladder-service.ts'
import { countByKind, listOutcomes } from './list-outcomes.ts'
import { draftAsLastTime, draftFromActivity } from './outcome-drafts.ts'
import { outcomeChoices, outcomeRecordOf } from './outcome-reading.ts'
import { readableOutcome, writableOutcome } from './outcome-scope.ts'
import { bringBackOutcome, confirmOutcomes, refuseIfConfirmed, removeOutcome, returnOutcome, takeBackConfirmation } from './outcome-states.ts'
import { saveManyOutcomes, takeBackMany } from './save-many.ts'
import { saveOutcome } from './save-outcome.ts'

export const outcomesHandlers: Handlers<typeof outcomesRoutes> = {
  'outcomes.list': (ctx, input) => listOutcomes(ctx, input),
  'outcomes.get': (ctx, { id }) => outcomeRecordOf(ctx, id),
  'outcomes.choices': (ctx) => outcomeChoices(ctx),
  'outcomes.save': (ctx, input) => saveOutcome(ctx, input),
  'outcomes.saveMany': (ctx, input) => saveManyOutcomes(ctx, input),
  'outcomes.takeBackMany': (ctx, { items }) => takeBackMany(ctx, items),
  'outcomes.confirm': (ctx, { items }) => confirmOutcomes(ctx, items),
  'outcomes.takeBackConfirmation': (ctx, { items }) => takeBackConfirmation(ctx, items),
  'outcomes.return': (ctx, input) => returnOutcome(ctx, input),
  'outcomes.remove': (ctx, input) => {
    removeOutcome(ctx, input)
    return {}
  },
  'outcomes.bringBack': (ctx, { id }) => {
    bringBackOutcome(ctx, id)
    return {}
  },
  'outcomes.asLastTime': (ctx, { kind }) => ({ draft: draftAsLastTime(ctx, kind) }),
  'outcomes.fromActivity': (ctx, { activityId }) => draftFromActivity(ctx, activityId),
  'outcomes.counts': (ctx, filter) => ({ counts: countByKind(ctx, filter) }),
  'outcomes.ofPerson': (ctx, { personId }) => outcomesOfPerson(ctx, personId),
  'outcomes.export': (ctx, input) => exportOutcomes(ctx, input),
  'outcomes.saveLadder': (ctx, { steps }) => {
    saveLadder(ctx, steps)
    return {}
  },
  'outcomes.addAttachment': (ctx, { outcomeId, file }) => {
    const outcome = writableOutcome(ctx, outcomeId)
    if (outcome.removedAt !== null) throw new AppError('outcomes.removed', 'precondition', `「${outcome.title}」在回收站里，请先恢复再添加佐证`)
    return addAttachment(ctx, { kind: 'outcome', id: outcomeId }, file, outcome.title)
  },
  'outcomes.openAttachment': (ctx, { id }) => outgoingAttachment(ctx, readable(ctx, id)),
  'outcomes.previewAttachment': (ctx, { id }) => ({ dataUrl: attachmentPreview(ctx, readable(ctx, id)) }),
  'outcomes.removeAttachment': (ctx, { id, reason }) => {
    removeAttachment(ctx, writable(ctx, id), reason)
    return {}
  },
  'outcomes.bringBackAttachment': (ctx, { id }) => {
    bringBackAttachment(ctx, writable(ctx, id))
    return {}
  },
}

/** Evidence of a record that the caller may see. @throws `files.noAttachment`, `outcomes.none` */
function readable(ctx: ReadContext, id: string): AttachedFile {
  const file = ofOutcome(ctx, id)
  readableOutcome(ctx, file.owner.id)
  return file
}

function writable(ctx: WriteContext, id: string): AttachedFile {
  const file = ofOutcome(ctx, id)
  refuseIfConfirmed(ctx, writableOutcome(ctx, file.owner.id), '移走佐证')
  return file
}

/** These routes reach attachments of outcomes only: those of other records have doors and permissions of their own. */
function ofOutcome(ctx: ReadContext, id: string): AttachedFile {
  const file = attachmentById(ctx.db, id)
  if (file.owner.kind !== 'outcome') throw new AppError('files.noAttachment', 'notFound', '没有找到这个附件，请刷新后再试')
  return file
}
