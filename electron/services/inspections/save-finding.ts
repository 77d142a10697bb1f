import { eq, and, isNull } from 'drizzle-orm'
import { feedbackFormTable, findingStepTable, findingTable, schoolClassTable } from '../../../db/schema/inspections.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { FindingFacts } from '../../../shared/contract/inspections.ts'
import { findingState, type FindingState, findingStateNames, nextSteps, type StepKind, stepKindNames, stepsWithWords } from '../../../shared/domain/inspections/follow-up.ts'
import { severityNames } from '../../../shared/domain/inspections/inspection-words.ts'
import { AppError } from '../../../shared/errors.ts'
import type { WriteContext } from '../../dispatch/context.ts'
import { personById, personNames } from '../people/people-service.ts'
import { assertAsOpened, type Finding, type Inspection, inspectionById, isOffice, readableFinding, refusedAt } from './inspection-scope.ts'
import { isResponsible, stepsOf } from './read-findings.ts'
import type { BinKind } from './recycle-bin.ts'

/**
 * Adds a finding (`id` null) or corrects one.
 * @throws `inspections.refused`, `inspections.changed`, `inspections.removed`, `inspections.isClosed`, `inspections.noInspection`, `people.none`
 */
export function saveFinding(ctx: WriteContext, { id, revision, facts }: { id: string | null; revision: number | null; facts: FindingFacts }): { id: string; revision: number } {
  const before = id === null ? null : readableFinding(ctx, id)
  const row = { ...facts, department: facts.department === '' ? null : facts.department }
  checkFacts(ctx, row, before)
  const about = aboutOf(ctx.db, row)
  return ctx.write(`${before === null ? '记录' : '修改'}检查发现：${about}，${row.item}`, (w) => {
    if (before) assertAsOpened(before, revision, '这条检查发现')
    const at = ctx.clock.now()
    const findingId = before?.id ?? ctx.ids.next()
    const next = (before?.revision ?? 0) + 1
    if (before) w.tx.update(findingTable).set({ ...row, revision: next, updatedAt: at }).where(eq(findingTable.id, findingId)).run()
    else w.tx.insert(findingTable).values({ id: findingId, ...row, revision: next, createdAt: at, updatedAt: at }).run()
    w.changed('finding', findingId, before && shapeOf(w.tx, before), shapeOf(w.tx, row))
    return { id: findingId, revision: next }
  })
}

function assertNotInBin({ title, removedAt }: Inspection): void {
  if (removedAt !== null) throw new AppError('inspections.removed', 'precondition', `「${title}」在回收站里，请先恢复`)
}

function checkFacts(ctx: WriteContext, row: FindingFacts, before: Finding | null): void {
  const { db, clock } = ctx
  if (row.classId === null && row.personId === null && row.department === null) throw refusedAt('facts.classId', '请选择是哪个班、哪位教师或哪个教研组的情况')
  if (row.foundOn > clock.today()) throw refusedAt('facts.foundOn', '发现的日期还没有到')
  if (row.dueOn !== null && row.dueOn < row.foundOn) throw refusedAt('facts.dueOn', '整改期限早于发现的日期')
  if (row.classId !== null && !db.select({ id: schoolClassTable.id }).from(schoolClassTable).where(eq(schoolClassTable.id, row.classId)).get()) throw refusedAt('facts.classId', '没有找到这个班，请重新选择')
  for (const personId of [row.personId, row.responsiblePersonId]) if (personId !== null) personById(db, personId)
  if (row.feedbackId !== null && !db.select({ id: feedbackFormTable.id }).from(feedbackFormTable).where(and(eq(feedbackFormTable.id, row.feedbackId), isNull(feedbackFormTable.removedAt))).get()) {
    throw new AppError('inspections.noFeedback', 'notFound', '没有找到这张反馈表，请刷新后再试')
  }
  if (row.inspectionId !== null) {
    const inspection = inspectionById(db, row.inspectionId)
    assertNotInBin(inspection)
    if (inspection.closedOn !== null && before === null) throw new AppError('inspections.isClosed', 'precondition', `「${inspection.title}」已经结束，要补记请先重新打开`)
  }
  if (before && before.severity !== row.severity && stepsOf(db, [before.id]).has(before.id)) throw refusedAt('facts.severity', '这条已经有人处理过，程度不能再改')
}

/**
 * Takes the next step of the follow-up.
 * @throws `inspections.noFinding`, `inspections.removed`, `inspections.changed` (somebody else took a step), `inspections.notTheNextStep`, `inspections.refused`
 */
export function takeStep(
  ctx: WriteContext, { findingId, kind, note, seenSteps }: { findingId: string; kind: StepKind; note: string | null; seenSteps: number },
): { state: FindingState } {
  const finding = readableFinding(ctx, findingId)
  const about = aboutOf(ctx.db, finding)
  const words = note === '' ? null : note
  if (words === null && stepsWithWords.has(kind)) throw refusedAt('note', kind === 'answer' ? '请写做了哪些整改' : '请写明原因')
  return ctx.write(`${stepKindNames[kind]}：${about}，${finding.item}`, (w) => {
    if (finding.removedAt !== null) throw new AppError('inspections.removed', 'precondition', '这条检查发现在回收站里，请先恢复')
    const steps = stepsOf(w.tx, [findingId]).get(findingId) ?? []
    if (steps.length !== seenSteps) throw new AppError('inspections.changed', 'conflict', '这条检查发现在您打开以后已有人处理，请刷新看过再定。')
    const state = findingState(finding.severity, steps)
    if (!nextSteps(state, { isOffice: isOffice(ctx), isResponsible: isResponsible(ctx, finding) }).includes(kind)) {
      throw new AppError('inspections.notTheNextStep', 'precondition', `这条检查发现现在是「${findingStateNames[state]}」，不能${stepKindNames[kind]}`)
    }
    const taken = { id: ctx.ids.next(), findingId, kind, note: words, at: ctx.clock.now(), onDay: ctx.clock.today(), ordinal: steps.length + 1, byAccountId: ctx.actor.accountId }
    w.tx.insert(findingStepTable).values(taken).run()
    const after = findingState(finding.severity, [...steps, taken])
    w.changed('finding', findingId, { 状态: findingStateNames[state] }, { 状态: findingStateNames[after], [stepKindNames[kind]]: words })
    return { state: after }
  })
}

type About = Pick<Finding, 'classId' | 'personId' | 'department'>

/** 七年级（1）班、吕若谷. */
export function aboutOf(db: ReadDb, { classId, personId, department }: About): string {
  const className = classId === null ? undefined : db.select({ name: schoolClassTable.name }).from(schoolClassTable).where(eq(schoolClassTable.id, classId)).get()?.name
  const personName = personId === null ? undefined : personNames(db, [personId]).get(personId)
  return [className, department, personName].filter(Boolean).join('、')
}

function shapeOf(db: ReadDb, finding: FindingFacts): Record<string, string | null> {
  const { inspectionId, responsiblePersonId } = finding
  return {
    检查: inspectionId === null ? null : inspectionById(db, inspectionId).title, 对象: aboutOf(db, finding), 检查项目: finding.item, 程度: severityNames[finding.severity],
    发现的情况: finding.text, 发现日期: finding.foundOn, 整改期限: finding.dueOn,
    负责整改: responsiblePersonId === null ? null : (personNames(db, [responsiblePersonId]).get(responsiblePersonId) ?? responsiblePersonId),
  }
}

/** Findings in the recycle bin, with their steps. */
export const findingBin: BinKind<Finding> = {
  kind: 'finding', table: findingTable, short: '这条检查发现', read: readableFinding, shapeOf,
  nameOf: (db, finding) => `检查发现：${aboutOf(db, finding)}，${finding.item}`,
  assertHasPlace: (db, { inspectionId }) => {
    if (inspectionId !== null) assertNotInBin(inspectionById(db, inspectionId))
  },
}
