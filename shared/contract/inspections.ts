import { z } from 'zod'
import { checklistSchema } from '../domain/inspections/checklist.ts'
import { briefingAudiences } from '../domain/inspections/briefing.ts'
import { findingStates, stepKinds } from '../domain/inspections/follow-up.ts'
import { feedbackSources, inspectionForms, inspectionKinds, inspectionStates, logItemStates, logStandings, severities } from '../domain/inspections/inspection-words.ts'
import { attachment } from './activities.ts'
import { dayText, fileToken, idText, lineText, nothing, outgoingFile, reasonText, requiredLine, termKeyText } from './common.ts'
import { defineRoutes } from './define.ts'

const reason = reasonText()
const name = z.string()
/** The revision that was opened; null: there was none yet. */
const revision = z.int().nullable()
const count = z.int().min(0, '应为不小于 0 的整数').max(9999, '最多 9999').nullable()
const removal = { removedAt: z.string().nullable(), removedReason: z.string().nullable() }

export const classInput = z.object({
  id: idText.nullable(), revision,
  /** Emptied: the class goes to the recycle bin. */
  name: lineText(30),
  grade: lineText(20).nullable(),
  /** Name, staff number, pinyin or initials, as long as they are those of one person. */
  homeroom: lineText(30).nullable(),
  fromTermKey: termKeyText,
  untilTermKey: termKeyText.nullable(),
})
export type ClassInput = z.output<typeof classInput>

const classRow = z.object({
  id: idText, revision: z.int(), name, grade: z.string().nullable(), homeroomPersonId: idText.nullable(), homeroomName: z.string().nullable(),
  fromTermKey: termKeyText, untilTermKey: termKeyText.nullable(),
})
export type ClassRow = z.output<typeof classRow>

const itemState = z.enum(logItemStates).nullable()
const logFacts = z.object({
  handedInOn: dayText.nullable(),
  progress: itemState, practice: itemState, homework: itemState,
  lessonsPlanned: count, lessonsHeld: count, homeworkAssigned: count, homeworkCorrected: count,
  remark: lineText(200).nullable(),
})
export type LogFacts = z.output<typeof logFacts>

const logFigures = z.object({
  asked: z.int(), due: z.int(), onTime: z.int(), late: z.int(), missing: z.int(), onTimeShare: z.number().nullable(),
})
const workFigures = z.object({
  lessonsPlanned: z.int(), lessonsHeld: z.int(), homeworkAssigned: z.int(), homeworkCorrected: z.int(), itemsDone: z.int(), itemsFilled: z.int(),
})
const logLine = logFacts.extend({
  classId: idText, className: name, grade: z.string().nullable(), homeroomName: z.string().nullable(),
  logId: idText.nullable(), revision, standing: z.enum(logStandings), mayWrite: z.boolean(),
})
export type LogLine = z.output<typeof logLine>

export const logDueRule = z.object({ weekday: z.int().min(1).max(7), week: z.enum(['same', 'next']) })

const week = z.object({ number: z.int().nullable(), startsOn: dayText, endsOn: dayText, dueOn: dayText })
export type LogWeek = z.output<typeof week>

export const inspectionFacts = z.object({
  kind: z.enum(inspectionKinds),
  form: z.enum(inspectionForms),
  title: requiredLine('检查名称', 60),
  startsOn: dayText, endsOn: dayText,
  scope: lineText(200).nullable(),
  items: z.array(requiredLine('检查项目', 40)).min(1, '请至少写一项检查项目').max(40, '最多 40 项'),
  inspectorIds: z.array(idText).max(30, '最多 30 人'),
})
export type InspectionFacts = z.output<typeof inspectionFacts>

const findingFigures = z.object({
  findings: z.int(), good: z.int(), minor: z.int(), serious: z.int(), open: z.int(), overdue: z.int(), closed: z.int(), meanDays: z.number().nullable(),
})
const inspectionRow = inspectionFacts.omit({ inspectorIds: true }).extend({
  id: idText, revision: z.int(), state: z.enum(inspectionStates), closedOn: dayText.nullable(),
  inspectors: z.array(z.object({ personId: idText, name })), figures: findingFigures, ...removal,
})
export type InspectionRow = z.output<typeof inspectionRow>

export const briefingFacts = z.object({
  toldOn: dayText,
  audience: z.enum(briefingAudiences),
  /** Which 教研组; null for the other audiences. */
  departments: lineText(60).nullable(),
  text: z.string().trim().min(1, '请写通报的内容').max(2000, '最多 2000 个字'),
})
export type BriefingFacts = z.output<typeof briefingFacts>
const briefing = briefingFacts.extend({ id: idText, revision: z.int(), byName: name })
export type Briefing = z.output<typeof briefing>

export const findingFacts = z.object({
  inspectionId: idText.nullable(), feedbackId: idText.nullable(),
  classId: idText.nullable(), personId: idText.nullable(), department: lineText(30).nullable(),
  item: requiredLine('检查项目', 40),
  severity: z.enum(severities),
  text: requiredLine('发现的情况', 500),
  foundOn: dayText, dueOn: dayText.nullable(),
  responsiblePersonId: idText.nullable(),
})
export type FindingFacts = z.output<typeof findingFacts>

const step = z.object({ kind: z.enum(stepKinds), note: z.string().nullable(), at: z.string(), byName: name })
const findingRow = findingFacts.extend({
  id: idText, revision: z.int(),
  className: z.string().nullable(), personName: z.string().nullable(), responsibleName: z.string().nullable(), inspectionTitle: z.string().nullable(),
  state: z.enum(findingStates), overdue: z.boolean(),
  steps: z.array(step),
  /** What this account may do about it now, the usual step first. */
  nextSteps: z.array(z.enum(stepKinds)),
  evidence: z.int(), mayWrite: z.boolean(), ...removal,
})
export type FindingRow = z.output<typeof findingRow>

export const feedbackFacts = z.object({
  onDay: dayText, source: z.enum(feedbackSources), classId: idText.nullable(), personId: idText.nullable(),
  text: requiredLine('反映的情况', 1000), forwardedToPersonId: idText.nullable(),
})
export type FeedbackFacts = z.output<typeof feedbackFacts>

const feedbackRow = feedbackFacts.extend({
  id: idText, revision: z.int(), className: z.string().nullable(), personName: z.string().nullable(), forwardedToName: z.string().nullable(),
  forwardedOn: dayText.nullable(), answer: z.string().nullable(), answeredOn: dayText.nullable(), mayAnswer: z.boolean(),
  /** Findings that were made of it. */
  findings: z.int(), ...removal,
})
export type FeedbackRow = z.output<typeof feedbackRow>

const checklist = z.object({
  /** Key of a file, or id of a list of the school's own. */
  id: z.string(), own: z.boolean(), revision: z.int(), ...checklistSchema.shape,
})
export type ChecklistRow = z.output<typeof checklist>

/** Of what the findings are asked for; null and left out: whatever. */
const findingFilter = z.object({
  /** `unfinished`: waits for somebody. */
  only: z.enum(['unfinished', 'all']).default('all'),
  termKey: termKeyText.nullable().default(null),
  inspectionId: idText.nullable().default(null),
  removed: z.boolean().default(false),
})

/** 教学检查 (三查): the weekly logs, inspections, findings until they are closed, feedback. `host` and `member` are narrowed to what concerns them. */
export const inspectionsRoutes = defineRoutes({
  'inspections.classes': { input: nothing, output: z.object({ rows: z.array(classRow) }), writes: false, may: 'inspections.read' },
  /** The table of classes as it stands on the screen, in its order; lines that it leaves out stay as they are. */
  'inspections.saveClasses': {
    input: z.object({ rows: z.array(classInput).max(200, '一次最多 200 个班') }),
    output: z.object({ added: z.int(), changed: z.int(), removed: z.int() }), writes: true, may: 'inspections.write',
  },
  /** What the forms offer this account. */
  'inspections.choices': {
    input: nothing,
    output: z.object({
      classes: z.array(classRow.pick({ id: true, name: true, grade: true, homeroomPersonId: true, homeroomName: true })),
      checklists: z.array(checklist), departments: z.array(z.string()),
      /** Whether the account is the office's: enters, checks and closes. */
      isOffice: z.boolean(), personId: idText.nullable(), dueRule: logDueRule,
    }), writes: false, may: 'inspections.read',
  },
  /** One week's logs; without a week the one whose logs come in now. */
  'inspections.week': {
    input: z.object({ termKey: termKeyText, weekStartsOn: dayText.nullable().default(null) }),
    output: z.object({
      weeks: z.array(week.extend({ figures: logFigures })),
      /** Null where the term has no lessons. */
      week: week.nullable(),
      lines: z.array(logLine), figures: logFigures, work: workFigures,
      /** For teachers only once it is published. */
      summary: z.object({ text: z.string(), publishedOn: dayText.nullable(), revision: z.int() }).nullable(),
    }), writes: false, may: 'inspections.read',
  },
  /** A line that is empty takes its log back; whoever is not the office hands in today, for her own class. */
  'inspections.saveWeek': {
    input: z.object({ weekStartsOn: dayText, lines: z.array(logFacts.extend({ classId: idText, revision })).min(1).max(200) }),
    output: z.object({ saved: z.int(), removed: z.int() }), writes: true, may: 'inspections.answer',
  },
  'inspections.saveSummary': {
    input: z.object({ weekStartsOn: dayText, revision, text: requiredLine('小结', 2000), publish: z.boolean() }),
    output: z.object({ revision: z.int(), publishedOn: dayText.nullable() }), writes: true, may: 'inspections.write',
  },
  'inspections.saveDueRule': { input: logDueRule, output: nothing, writes: true, may: 'inspections.write' },
  'inspections.saveChecklist': {
    input: z.object({ id: idText.nullable(), revision, copiedFrom: z.string().max(64).nullable(), checklist: checklistSchema }),
    output: z.object({ id: idText }), writes: true, may: 'inspections.write',
  },
  'inspections.removeChecklist': { input: z.object({ id: idText, revision: z.int(), reason }), output: nothing, writes: true, may: 'inspections.write' },
  'inspections.removedChecklists': {
    input: nothing, output: z.object({ rows: z.array(z.object({ id: idText, name: z.string(), items: z.int(), ...removal })) }), writes: false, may: 'inspections.write',
  },
  'inspections.bringBackChecklist': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'inspections.write' },
  'inspections.list': {
    input: z.object({ termKey: termKeyText.nullable(), removed: z.boolean().default(false) }),
    output: z.object({ rows: z.array(inspectionRow) }), writes: false, may: 'inspections.read',
  },
  'inspections.get': {
    input: z.object({ id: idText }),
    /** The report: for teachers only once the inspection is closed. What was told to those concerned alone only they see. */
    output: inspectionRow.extend({ report: z.string(), mayWrite: z.boolean(), findings: z.array(findingRow), briefings: z.array(briefing) }), writes: false, may: 'inspections.read',
  },
  'inspections.save': {
    input: z.object({ id: idText.nullable(), revision, facts: inspectionFacts }),
    output: z.object({ id: idText, revision: z.int() }), writes: true, may: 'inspections.write',
  },
  /** Keeps the written report, and with `close` ends the inspection; the follow-up of its findings goes on. */
  'inspections.saveReport': {
    input: z.object({ id: idText, revision: z.int(), report: z.string().trim().max(10_000, '最多 10000 个字'), close: z.boolean() }),
    output: z.object({ revision: z.int() }), writes: true, may: 'inspections.write',
  },
  /** 通报: records that the inspection was told, which a scheme may ask for. */
  'inspections.tell': { input: z.object({ id: idText, facts: briefingFacts }), output: z.object({ briefingId: idText }), writes: true, may: 'inspections.write' },
  'inspections.withdrawBriefing': { input: z.object({ briefingId: idText, revision: z.int(), reason }), output: nothing, writes: true, may: 'inspections.write' },
  'inspections.bringBackBriefing': { input: z.object({ briefingId: idText }), output: nothing, writes: true, may: 'inspections.write' },
  /** 教学检查通报 as a Word file: the words, good practice, problems without names, how far they are mended today. */
  'inspections.briefingDocument': { input: z.object({ briefingId: idText }), output: outgoingFile, writes: false, may: 'inspections.write' },
  'inspections.reopen': { input: z.object({ id: idText, revision: z.int(), reason }), output: nothing, writes: true, may: 'inspections.write' },
  'inspections.remove': { input: z.object({ id: idText, revision: z.int(), reason }), output: nothing, writes: true, may: 'inspections.write' },
  'inspections.bringBack': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'inspections.write' },
  /** The most pressing first: overdue, then by the day by which they are to be answered. */
  'inspections.findings': { input: findingFilter, output: z.object({ rows: z.array(findingRow) }), writes: false, may: 'inspections.read' },
  'inspections.finding': { input: z.object({ id: idText }), output: findingRow.extend({ attachments: z.array(attachment) }), writes: false, may: 'inspections.read' },
  'inspections.saveFinding': {
    input: z.object({ id: idText.nullable(), revision, facts: findingFacts }),
    output: z.object({ id: idText, revision: z.int() }), writes: true, may: 'inspections.write',
  },
  /** One step of the follow-up. @param seenSteps how many steps there were when it was opened */
  'inspections.step': {
    input: z.object({ findingId: idText, kind: z.enum(stepKinds), note: lineText(500).nullable(), seenSteps: z.int().min(0) }),
    output: z.object({ state: z.enum(findingStates) }), writes: true, may: 'inspections.answer',
  },
  'inspections.removeFinding': { input: z.object({ id: idText, revision: z.int(), reason }), output: nothing, writes: true, may: 'inspections.write' },
  'inspections.bringBackFinding': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'inspections.write' },
  'inspections.addEvidence': { input: z.object({ findingId: idText, file: fileToken }), output: attachment, writes: true, may: 'inspections.answer' },
  'inspections.openEvidence': { input: z.object({ id: idText }), output: outgoingFile, writes: false, may: 'inspections.read' },
  'inspections.previewEvidence': { input: z.object({ id: idText }), output: z.object({ dataUrl: z.string().nullable() }), writes: false, may: 'inspections.read' },
  'inspections.removeEvidence': { input: z.object({ id: idText, reason }), output: nothing, writes: true, may: 'inspections.write' },
  'inspections.bringBackEvidence': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'inspections.write' },
  'inspections.feedback': {
    input: z.object({ termKey: termKeyText.nullable(), removed: z.boolean().default(false) }),
    output: z.object({ rows: z.array(feedbackRow) }), writes: false, may: 'inspections.read',
  },
  'inspections.saveFeedback': {
    input: z.object({ id: idText.nullable(), revision, facts: feedbackFacts }),
    output: z.object({ id: idText, revision: z.int() }), writes: true, may: 'inspections.write',
  },
  'inspections.answerFeedback': {
    input: z.object({ id: idText, revision: z.int(), answer: requiredLine('答复', 1000) }), output: nothing, writes: true, may: 'inspections.answer',
  },
  'inspections.removeFeedback': { input: z.object({ id: idText, revision: z.int(), reason }), output: nothing, writes: true, may: 'inspections.write' },
  'inspections.bringBackFeedback': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'inspections.write' },
  /** A term, or one month of it (`2026-10`): logs by their week's Monday, findings by the day on which they were found. */
  'inspections.statistics': {
    input: z.object({ termKey: termKeyText, month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应写成 2026-10 这样').nullable().default(null) }),
    output: z.object({
      logs: logFigures, findings: findingFigures,
      weeks: z.array(week.extend({ figures: logFigures })),
      classes: z.array(z.object({ id: idText, name, homeroomName: z.string().nullable(), logs: logFigures, work: workFigures, findings: findingFigures })),
      /** Teachers about whom something was found or who lead a class (whose logs stand in `logs`). */
      people: z.array(z.object({ id: idText, name, logs: logFigures.nullable(), findings: findingFigures })),
      departments: z.array(z.object({ name, findings: findingFigures })),
      items: z.array(z.object({ name, findings: findingFigures })),
    }), writes: false, may: 'inspections.read',
  },
  /** What waits for this account. */
  'inspections.matters': {
    input: nothing,
    output: z.object({
      overdue: z.int(), toAnswer: z.int(), toCheck: z.int(), unansweredFeedback: z.int(),
      missing: z.object({ weekStartsOn: dayText, weekNumber: z.int().nullable(), dueOn: dayText, classes: z.array(z.string()) }).nullable(),
    }), writes: false, may: 'inspections.answer',
  },
})
