import { z } from 'zod'
import { dutyDayRules, planStates, shiftKinds, shiftSources } from '../domain/shifts/shift-plan.ts'
import { swapStates } from '../domain/shifts/swap-shift.ts'
import { attachment } from './activities.ts'
import { dayText, fileToken, idText, lineText, nothing, outgoingFile, reasonText, requiredLine, termKeyText, timeText } from './common.ts'
import { defineRoutes } from './define.ts'

const reason = reasonText()
const weekdays = z.array(z.int().min(1).max(7)).max(7)
const areDistinct = (texts: readonly string[]) => new Set(texts).size === texts.length

const slot = z.object({ key: z.string().min(1).max(40), name: requiredLine('班次名称', 20), from: timeText, to: timeText })
const place = z.object({ name: requiredLine('地点', 20), posts: z.int('请填写人数').min(1, '至少 1 人').max(10, '最多 10 人') })

/** What a plan says beside its dates; kept as JSON. */
export const shiftRule = z.object({
  days: z.enum(dutyDayRules),
  weekdays,
  slots: z.array(slot).min(1, '请至少写一个班次').max(8, '最多 8 个班次').refine((all) => areDistinct(all.map(({ name }) => name)), '班次的名称不能重复'),
  places: z.array(place).min(1, '请至少写一个地点').max(12, '最多 12 个地点').refine((all) => areDistinct(all.map(({ name }) => name)), '地点不能重复'),
  /** What is looked at on each round. */
  items: z.array(requiredLine('检查内容', 30)).min(1, '请至少写一项检查内容').max(12, '最多 12 项'),
  /** 值班要求, printed below the rota. */
  requirements: z.string().trim().max(1000, '最多 1000 个字'),
  swapsNeedApproval: z.boolean(),
})

const unable = z.object({ weekdays, spans: z.array(z.object({ fromOn: dayText, toOn: dayText, why: lineText(30) })).max(20, '最多 20 段') })
const poolPerson = z.object({ personId: idText, unable })

export const shiftPlanFacts = z.object({
  name: requiredLine('名称', 40),
  kind: z.enum(shiftKinds),
  termKey: termKeyText,
  fromOn: dayText,
  toOn: dayText,
  rule: shiftRule,
  pool: z.array(poolPerson).min(1, '请选择值勤的人').max(300, '最多 300 人').refine((all) => areDistinct(all.map(({ personId }) => personId)), '同一个人只能列一次'),
})
export type ShiftPlanFacts = z.output<typeof shiftPlanFacts>

const namedPoolPerson = poolPerson.extend({ name: z.string() })
export const shiftPlan = shiftPlanFacts.extend({
  id: idText, state: z.enum(planStates), revision: z.int(), pool: z.array(namedPoolPerson),
  /** The last making of the rota that can still be taken back. */
  undoable: z.object({ fromOn: dayText, madeAt: z.string(), isFirst: z.boolean() }).nullable(),
})
export type ShiftPlan = z.output<typeof shiftPlan>

const planRow = z.object({
  id: idText, name: z.string(), kind: z.enum(shiftKinds), state: z.enum(planStates), fromOn: dayText, toOn: dayText, people: z.int(), revision: z.int(),
})
export type ShiftPlanRow = z.output<typeof planRow>

const post = { onDay: dayText, slotKey: z.string(), place: z.string(), post: z.int() }

const previewShift = z.object({ ...post, personId: idText.nullable(), name: z.string().nullable(), why: z.string(), isNew: z.boolean() })
export const rotaPreview = z.object({
  shifts: z.array(previewShift),
  skipped: z.array(z.object({ day: dayText, why: z.string() })),
  people: z.array(z.object({ personId: idText, name: z.string(), times: z.int(), minutes: z.int() })),
  open: z.int(), changed: z.int(),
})
export type RotaPreview = z.output<typeof rotaPreview>

const rotaShift = z.object({
  id: idText, planId: idText, ...post, personId: idText.nullable(), name: z.string().nullable(), source: z.enum(shiftSources), reason: z.string().nullable(), revision: z.int(),
  /** Whether what was seen there has been written. */
  logged: z.boolean(), findings: z.int(),
  /** A swap of it that is not over. */
  swapOpen: z.boolean(),
})
export type RotaShiftRow = z.output<typeof rotaShift>

const rotaDay = z.object({ day: dayText, weekNumber: z.int().nullable(), isDayOff: z.boolean(), holiday: z.object({ name: z.string(), kind: z.enum(['off', 'makeup']) }).nullable() })
export type RotaDay = z.output<typeof rotaDay>

const swap = z.object({
  id: idText, planId: idText, planName: z.string(), state: z.enum(swapStates), reason: z.string(), answer: z.string().nullable(), paperNote: z.string().nullable(),
  askedBy: z.object({ personId: idText, name: z.string() }), withPerson: z.object({ personId: idText, name: z.string() }),
  shift: z.object({ id: idText, words: z.string(), onDay: dayText }), inExchange: z.object({ id: idText, words: z.string(), onDay: dayText }).nullable(),
  createdAt: z.string(), revision: z.int(),
  /** What this account may do about it. */
  mayAnswer: z.boolean(), mayEnterConsent: z.boolean(), mayApprove: z.boolean(), mayWithdraw: z.boolean(),
})
export type ShiftSwap = z.output<typeof swap>

const logItem = z.object({ name: requiredLine('检查内容', 30), isNormal: z.boolean(), finding: z.string().trim().max(500, '最多 500 个字') })
const count = z.int('请填写整数').min(0, '不能小于 0').max(99_999, '数目太大')
export const logFacts = z.object({
  items: z.array(logItem).min(1).max(12),
  classes: lineText(100).nullable(),
  teachersLate: count, teachersAbsent: count,
  studentsExpected: count.nullable(), studentsPresent: count.nullable(),
  incidents: z.string().trim().max(1000, '最多 1000 个字').nullable(),
  remark: z.string().trim().max(500, '最多 500 个字').nullable(),
  handedOverToPersonId: idText.nullable(),
})
export type LogFacts = z.output<typeof logFacts>

const round = z.object({ planId: idText, onDay: dayText, slotKey: z.string().min(1).max(40), place: z.string().min(1).max(40) })
export type Round = z.output<typeof round>

const writtenLog = logFacts.extend({
  id: idText, revision: z.int(), writtenBy: z.string(), updatedAt: z.string(), handedOverTo: z.string().nullable(), attachments: z.array(attachment),
})
const roundInWords = round.extend({ planName: z.string(), slotName: z.string(), from: z.string(), to: z.string(), onDuty: z.array(z.object({ personId: idText, name: z.string() })) })
export type RoundInWords = z.output<typeof roundInWords>
const roundWithLog = roundInWords.extend({ log: writtenLog.nullable() })
export type RoundWithLog = z.output<typeof roundWithLog>

const myShift = z.object({ id: idText, ...round.shape, post: z.int(), planName: z.string(), slotName: z.string(), from: z.string(), to: z.string(), logged: z.boolean(), swapOpen: z.boolean() })
export type MyShift = z.output<typeof myShift>

const figures = z.object({
  personId: idText, name: z.string(), times: z.int(), minutes: z.int(), timesOnDaysOff: z.int(), places: z.array(z.object({ name: z.string(), times: z.int() })),
  logged: z.int(), unlogged: z.int(), findings: z.int(), coming: z.int(), byMonth: z.record(z.string(), z.int()),
})
export type ShiftFigures = z.output<typeof figures>
const figuresAsked = z.object({ termKey: termKeyText, month: z.string().regex(/^\d{4}-\d{2}$/).nullable().default(null), planId: idText.nullable().default(null) })
const rotaAsked = z.object({ fromOn: dayText, toOn: dayText, planId: idText })

/**
 * 值勤: rotas made by rule, swaps with consent, what was seen, figures. Everybody with `shifts.read` sees who is on duty; with `shifts.own`
 * somebody acts for herself (asks, consents, writes); with `shifts.write` the office does the rest.
 */
export const shiftsRoutes = defineRoutes({
  'shifts.plans': { input: z.object({ termKey: termKeyText }), output: z.object({ rows: z.array(planRow) }), writes: false, may: 'shifts.read' },
  'shifts.plan': { input: z.object({ id: idText }), output: shiftPlan, writes: false, may: 'shifts.read' },
  /** Adds (`id` null) or changes; of a plan in force the rota stays until it is made anew. */
  'shifts.savePlan': { input: z.object({ id: idText.nullable(), revision: z.int().nullable(), facts: shiftPlanFacts }), output: z.object({ id: idText, revision: z.int() }), writes: true, may: 'shifts.write' },
  /** A draft goes; what was in force stays. */
  'shifts.removePlan': { input: z.object({ id: idText, revision: z.int(), reason }), output: nothing, writes: true, may: 'shifts.write' },
  /** The rota as it would be made, with why; `fromOn` for a plan in force. */
  'shifts.preview': { input: z.object({ id: idText.nullable(), facts: shiftPlanFacts, fromOn: dayText.nullable() }), output: rotaPreview, writes: false, may: 'shifts.write' },
  'shifts.putInForce': { input: z.object({ id: idText, revision: z.int() }), output: z.object({ shifts: z.int(), open: z.int() }), writes: true, may: 'shifts.write' },
  /** Makes the rota anew from a day on, never for the past. */
  'shifts.regenerate': { input: z.object({ id: idText, revision: z.int(), fromOn: dayText }), output: z.object({ changed: z.int(), open: z.int() }), writes: true, may: 'shifts.write' },
  /** Takes the last making back; the first one makes the plan a draft again. */
  'shifts.undoGeneration': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'shifts.write' },
  'shifts.rota': { input: rotaAsked, output: z.object({ days: z.array(rotaDay), shifts: z.array(rotaShift) }), writes: false, may: 'shifts.read' },
  'shifts.exportRota': { input: rotaAsked, output: outgoingFile, writes: false, may: 'shifts.read' },
  /** One shift, by hand. */
  'shifts.changePerson': { input: z.object({ shiftId: idText, revision: z.int(), personId: idText, reason }), output: z.object({ revision: z.int() }), writes: true, may: 'shifts.write' },
  'shifts.changesOf': {
    input: z.object({ shiftId: idText }),
    output: z.object({ rows: z.array(z.object({ at: z.string(), from: z.string().nullable(), to: z.string().nullable(), source: z.enum(shiftSources), reason: z.string(), by: z.string() })) }),
    writes: false, may: 'shifts.read',
  },
  /** What this account has to do with: her next shifts, what she has not yet written, swaps. */
  'shifts.mine': {
    input: nothing,
    output: z.object({ personId: idText.nullable(), next: z.array(myShift), unlogged: z.array(myShift), swaps: z.array(swap) }), writes: false, may: 'shifts.read',
  },
  /** For the workbench: who is on duty today, and the rounds of the last days of which nothing is written (a teacher: her own). */
  'shifts.today': {
    input: nothing,
    output: z.object({ today: z.array(roundInWords), unlogged: z.array(roundInWords), swapsToAnswer: z.int(), swapsToApprove: z.int() }), writes: false, may: 'shifts.read',
  },
  /** With whom a shift can be swapped: who can on that day, with her coming shifts. */
  'shifts.swapChoices': {
    input: z.object({ shiftId: idText }),
    output: z.object({ people: z.array(z.object({ personId: idText, name: z.string(), unable: z.string().nullable(), shifts: z.array(z.object({ id: idText, words: z.string() })) })) }),
    writes: false, may: 'shifts.read',
  },
  'shifts.askSwap': {
    input: z.object({ shiftId: idText, withPersonId: idText, inExchangeShiftId: idText.nullable(), reason }), output: z.object({ id: idText }), writes: true, may: 'shifts.own',
  },
  /** By the one who was asked, signed in herself; by the office only with a note of the paper (`paperNote`). */
  'shifts.answerSwap': {
    input: z.object({ id: idText, revision: z.int(), consents: z.boolean(), answer: lineText(100).nullable(), paperNote: lineText(100).nullable() }),
    output: z.object({ state: z.enum(swapStates) }), writes: true, may: 'shifts.own',
  },
  'shifts.approveSwap': { input: z.object({ id: idText, revision: z.int(), approves: z.boolean(), answer: lineText(100).nullable() }), output: z.object({ state: z.enum(swapStates) }), writes: true, may: 'shifts.write' },
  'shifts.withdrawSwap': { input: z.object({ id: idText, revision: z.int() }), output: nothing, writes: true, may: 'shifts.own' },
  'shifts.swaps': { input: z.object({ termKey: termKeyText }), output: z.object({ rows: z.array(swap) }), writes: false, may: 'shifts.read' },
  /** The round with its log, and what she wrote the last time (与上次相同). */
  'shifts.round': {
    input: round,
    output: roundWithLog.extend({ items: z.array(z.string()), people: z.array(z.object({ personId: idText, name: z.string() })), lastTime: logFacts.nullable(), mayWrite: z.boolean() }),
    writes: false, may: 'shifts.read',
  },
  'shifts.saveLog': { input: z.object({ round, revision: z.int().nullable(), facts: logFacts }), output: z.object({ id: idText, revision: z.int() }), writes: true, may: 'shifts.own' },
  /** Every round of a day with what was written, for the daily sheet. */
  'shifts.dayLogs': { input: z.object({ onDay: dayText, planId: idText }), output: z.object({ rounds: z.array(roundWithLog) }), writes: false, may: 'shifts.read' },
  'shifts.statistics': { input: figuresAsked, output: z.object({ rows: z.array(figures), months: z.array(z.string()) }), writes: false, may: 'shifts.read' },
  'shifts.addAttachment': { input: z.object({ logId: idText, file: fileToken }), output: attachment, writes: true, may: 'shifts.own' },
  'shifts.openAttachment': { input: z.object({ id: idText }), output: outgoingFile, writes: false, may: 'shifts.read' },
  'shifts.previewAttachment': { input: z.object({ id: idText }), output: z.object({ dataUrl: z.string().nullable() }), writes: false, may: 'shifts.read' },
  'shifts.removeAttachment': { input: z.object({ id: idText, reason }), output: nothing, writes: true, may: 'shifts.own' },
  'shifts.bringBackAttachment': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'shifts.own' },
})
