import type { shiftsRoutes } from '../../../shared/contract/shifts.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Handlers, ReadContext, WriteContext } from '../../dispatch/context.ts'
import { addAttachment, attachmentById, attachmentPreview, type AttachedFile, bringBackAttachment, outgoingAttachment, removeAttachment } from '../files/attachments-service.ts'
import { changePerson, changesOf, shiftWords } from './change-shift.ts'
import { dayLogs, logById, mayWriteRound, roundForWriting, roundInWords, saveLog } from './duty-logs.ts'
import { planRecord, previewRota, putInForce, regenerate, undoGeneration } from './make-shifts.ts'
import { listPlans, planById, removePlan, savePlan } from './plan-records.ts'
import { mine, rotaOf, todayOnDuty } from './rota-reading.ts'
import { exportRota, figuresOf } from './shift-figures.ts'
import { answerSwap, approveSwap, askSwap, swapChoices, swapsOfTerm, withdrawSwap } from './swaps.ts'

export const shiftsHandlers: Handlers<typeof shiftsRoutes> = {
  'shifts.plans': ({ db }, { termKey }) => ({ rows: listPlans(db, termKey) }),
  'shifts.plan': (ctx, { id }) => planRecord(ctx, id),
  'shifts.savePlan': (ctx, input) => savePlan(ctx, input),
  'shifts.removePlan': (ctx, input) => {
    removePlan(ctx, input)
    return {}
  },
  'shifts.preview': (ctx, input) => previewRota(ctx, input),
  'shifts.putInForce': (ctx, input) => putInForce(ctx, input),
  'shifts.regenerate': (ctx, input) => regenerate(ctx, input),
  'shifts.undoGeneration': (ctx, { id }) => {
    undoGeneration(ctx, id)
    return {}
  },
  'shifts.rota': (ctx, input) => rotaOf(ctx, input),
  'shifts.exportRota': (ctx, input) => exportRota(ctx, input),
  'shifts.changePerson': (ctx, input) => changePerson(ctx, input),
  'shifts.changesOf': (ctx, { shiftId }) => ({ rows: changesOf(ctx, shiftId) }),
  'shifts.mine': (ctx) => mine(ctx),
  'shifts.today': (ctx) => todayOnDuty(ctx),
  'shifts.swapChoices': (ctx, { shiftId }) => swapChoices(ctx, shiftId),
  'shifts.askSwap': (ctx, input) => askSwap(ctx, input),
  'shifts.answerSwap': (ctx, input) => answerSwap(ctx, input),
  'shifts.approveSwap': (ctx, input) => approveSwap(ctx, input),
  'shifts.withdrawSwap': (ctx, input) => {
    withdrawSwap(ctx, input)
    return {}
  },
  'shifts.swaps': (ctx, { termKey }) => ({ rows: swapsOfTerm(ctx, termKey) }),
  'shifts.round': (ctx, round) => roundForWriting(ctx, round),
  'shifts.saveLog': (ctx, input) => saveLog(ctx, input),
  'shifts.dayLogs': (ctx, input) => dayLogs(ctx, input),
  'shifts.statistics': (ctx, input) => figuresOf(ctx, input),
  'shifts.addAttachment': (ctx, { logId, file }) => addAttachment(ctx, { kind: 'dutyLog', id: logId }, file, `值勤记录 ${writableLogWords(ctx, logId)}`),
  'shifts.openAttachment': (ctx, { id }) => outgoingAttachment(ctx, ofLog(ctx, id)),
  'shifts.previewAttachment': (ctx, { id }) => ({ dataUrl: attachmentPreview(ctx, ofLog(ctx, id)) }),
  'shifts.removeAttachment': (ctx, { id, reason }) => {
    removeAttachment(ctx, writable(ctx, id), reason)
    return {}
  },
  'shifts.bringBackAttachment': (ctx, { id }) => {
    bringBackAttachment(ctx, writable(ctx, id))
    return {}
  },
}

/** These routes reach attachments of logs only. */
function ofLog(ctx: ReadContext, id: string): AttachedFile {
  const file = attachmentById(ctx.db, id)
  if (file.owner.kind !== 'dutyLog') throw new AppError('files.noAttachment', 'notFound', '没有找到这个附件，请刷新后再试')
  return file
}

function writable(ctx: WriteContext, id: string): AttachedFile {
  const file = ofLog(ctx, id)
  writableLogWords(ctx, file.owner.id)
  return file
}

/** @throws `shifts.notYours`, `shifts.noLog` */
function writableLogWords(ctx: WriteContext, logId: string): string {
  const { planId, onDay, slotKey, place } = logById(ctx.db, logId)
  const round = { planId, onDay, slotKey, place }
  if (!mayWriteRound(ctx, roundInWords(ctx.db, planById(ctx.db, planId), round))) throw new AppError('shifts.notYours', 'forbidden', '您的账号只能写自己值勤的记录')
  return shiftWords(ctx.db, round)
}
