import { and, desc, eq, gte, isNotNull, isNull, lt } from 'drizzle-orm'
import { isAmong } from '../../../db/is-among.ts'
import { findingTable, inspectionInspectorTable, inspectionTable } from '../../../db/schema/inspections.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { InspectionFacts, InspectionRow } from '../../../shared/contract/inspections.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { findingFigures } from '../../../shared/domain/inspections/inspection-statistics.ts'
import { inspectionFormNames, inspectionKindNames, inspectionState } from '../../../shared/domain/inspections/inspection-words.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext, Write, WriteContext } from '../../dispatch/context.ts'
import { personById } from '../people/people-service.ts'
import { briefingsOf } from './briefings.ts'
import { inspectorsOf, itemsOf } from './inspection-columns.ts'
import { assertAsOpened, type Inspection, inspectionById, isOffice, refusedAt, seesOwnOnly } from './inspection-scope.ts'
import { daysOfTerm, findingFacts, findingRows } from './read-findings.ts'

/** The inspections of a term (or all), the latest first, with figures of what the caller may see of their findings. */
export function listInspections(ctx: ReadContext, { termKey, removed }: { termKey: string | null; removed: boolean }): InspectionRow[] {
  const days = termKey === null ? undefined : daysOfTerm(ctx.db, termKey)
  if (days === null) return []
  const t = inspectionTable
  const rows = ctx.db.select().from(t).where(and(
    removed ? isNotNull(t.removedAt) : isNull(t.removedAt),
    days === undefined ? undefined : and(gte(t.startsOn, days.from), days.before === null ? undefined : lt(t.startsOn, days.before)),
  )).orderBy(desc(t.startsOn), desc(t.createdAt)).all()
  return rowsOf(ctx, rows)
}

/** One inspection with its findings, also from the recycle bin. @throws `inspections.noInspection` */
export function readInspection(ctx: ReadContext, id: string): OutputOf<'inspections.get'> {
  const inspection = inspectionById(ctx.db, id)
  const [row] = rowsOf(ctx, [inspection])
  if (row === undefined) throw new AppError('inspections.noInspection', 'notFound', '没有找到这次检查，请回到教学检查重新打开')
  const findings = findingRows(ctx, and(eq(findingTable.inspectionId, id), isNull(findingTable.removedAt)))
  return {
    ...row, report: seesOwnOnly(ctx) && inspection.closedOn === null ? '' : inspection.report,
    mayWrite: isOffice(ctx) && inspection.removedAt === null,
    findings, briefings: briefingsOf(ctx, id, !seesOwnOnly(ctx) || findings.some(({ severity }) => severity !== 'good')),
  }
}

function rowsOf(ctx: ReadContext, inspections: readonly Inspection[]): InspectionRow[] {
  const today = ctx.clock.today()
  const ids = inspections.map(({ id }) => id)
  const findings = Map.groupBy(findingFacts(ctx, isAmong(findingTable.inspectionId, ids)), ({ inspectionId }) => inspectionId)
  const inspectors = inspectorsOf(ctx.db, ids)
  return inspections.map((inspection) => {
    const { id, kind, form, title, startsOn, endsOn, scope, closedOn, revision, removedAt, removedReason } = inspection
    return {
      id, kind, form, title, startsOn, endsOn, scope, closedOn, revision, removedAt, removedReason,
      items: itemsOf(inspection), state: inspectionState(inspection, today), inspectors: [...(inspectors.get(id) ?? [])],
      figures: findingFigures(findings.get(id) ?? [], today),
    }
  })
}

/** Plans an inspection (`id` null) or changes one. @throws `inspections.refused`, `inspections.changed`, `inspections.removed`, `people.none` */
export function saveInspection(ctx: WriteContext, { id, revision, facts }: { id: string | null; revision: number | null; facts: InspectionFacts }): { id: string; revision: number } {
  const before = id === null ? null : inspectionById(ctx.db, id)
  if (facts.endsOn < facts.startsOn) throw refusedAt('facts.endsOn', '结束的日期早于开始的日期')
  if (new Set(facts.items).size < facts.items.length) throw refusedAt('facts.items', '有两个检查项目同名，请改一个')
  for (const personId of facts.inspectorIds) personById(ctx.db, personId)
  const { inspectorIds, items, ...columns } = facts
  return ctx.write(`${before === null ? '安排' : '修改'}${inspectionKindNames[facts.kind]}「${facts.title}」`, (w) => {
    if (before) assertAsOpened(before, revision, `「${before.title}」`)
    const at = ctx.clock.now()
    const inspectionId = before?.id ?? ctx.ids.next()
    const row = { ...columns, scope: facts.scope === '' ? null : facts.scope, items: JSON.stringify(items), revision: (before?.revision ?? 0) + 1, updatedAt: at }
    const shape = before && shapeOf(w.tx, before)
    if (before) w.tx.update(inspectionTable).set(row).where(eq(inspectionTable.id, inspectionId)).run()
    else w.tx.insert(inspectionTable).values({ id: inspectionId, ...row, createdAt: at }).run()
    w.tx.delete(inspectionInspectorTable).where(eq(inspectionInspectorTable.inspectionId, inspectionId)).run()
    for (const [index, personId] of [...new Set(inspectorIds)].entries()) w.tx.insert(inspectionInspectorTable).values({ inspectionId, personId, ordinal: index + 1 }).run()
    w.changed('inspection', inspectionId, shape, shapeOf(w.tx, inspectionById(w.tx, inspectionId)))
    return { id: inspectionId, revision: row.revision }
  })
}

/** Keeps the report; with `close` the inspection is over, which needs a report (004-16: 每次检查有书面总结). @throws `inspections.refused` */
export function saveReport(ctx: WriteContext, { id, revision, report, close }: { id: string; revision: number; report: string; close: boolean }): { revision: number } {
  const before = inspectionById(ctx.db, id)
  if (close && report === '') throw refusedAt('report', '结束检查要有书面总结，请先写几句')
  if (close && before.startsOn > ctx.clock.today()) throw new AppError('inspections.notBegun', 'precondition', `「${before.title}」还没有开始，不能结束`)
  return ctx.write(`${close ? '结束检查' : '写总结'}「${before.title}」`, (w) => {
    assertAsOpened(before, revision, `「${before.title}」`)
    change(w, before, { report, closedOn: close ? (before.closedOn ?? ctx.clock.today()) : before.closedOn }, ctx.clock.now())
    return { revision: before.revision + 1 }
  })
}

/** Takes a closed inspection up again. @throws `inspections.notClosed` */
export function reopenInspection(ctx: WriteContext, { id, revision, reason }: { id: string; revision: number; reason: string }): void {
  const before = inspectionById(ctx.db, id)
  if (before.closedOn === null) throw new AppError('inspections.notClosed', 'precondition', `「${before.title}」没有结束，不必重新打开`)
  ctx.write(`重新打开检查「${before.title}」：${reason}`, (w) => {
    assertAsOpened(before, revision, `「${before.title}」`)
    change(w, before, { closedOn: null }, ctx.clock.now())
  })
}

/** Into the recycle bin; one with findings stays, they would hang in the air. @throws `inspections.hasFindings` */
export function removeInspection(ctx: WriteContext, { id, revision, reason }: { id: string; revision: number; reason: string }): void {
  const before = inspectionById(ctx.db, id)
  ctx.write(`移除检查「${before.title}」`, (w) => {
    assertAsOpened(before, revision, `「${before.title}」`)
    const findings = w.tx.select({ id: findingTable.id }).from(findingTable).where(and(eq(findingTable.inspectionId, id), isNull(findingTable.removedAt))).all().length
    if (findings > 0) throw new AppError('inspections.hasFindings', 'precondition', `「${before.title}」里还有 ${findings} 条检查发现，请先移除它们`)
    change(w, before, { removedAt: ctx.clock.now(), removedReason: reason }, ctx.clock.now())
  })
}

export function bringBackInspection(ctx: WriteContext, id: string): void {
  const before = inspectionById(ctx.db, id)
  if (before.removedAt === null) return ctx.nothingToWrite()
  ctx.write(`恢复检查「${before.title}」`, (w) => change(w, before, { removedAt: null, removedReason: null }, ctx.clock.now()))
}

function change(w: Write, before: Inspection, set: Partial<Inspection>, at: string): void {
  const shape = shapeOf(w.tx, before)
  w.tx.update(inspectionTable).set({ ...set, revision: before.revision + 1, updatedAt: at }).where(eq(inspectionTable.id, before.id)).run()
  w.changed('inspection', before.id, shape, shapeOf(w.tx, inspectionById(w.tx, before.id)))
}

function shapeOf(db: ReadDb, inspection: Inspection): Record<string, string | null> {
  return {
    类别: inspectionKindNames[inspection.kind], 方式: inspectionFormNames[inspection.form], 名称: inspection.title, 开始日期: inspection.startsOn, 结束日期: inspection.endsOn,
    范围: inspection.scope, 检查项目: itemsOf(inspection).join('、'), 检查人: (inspectorsOf(db, [inspection.id]).get(inspection.id) ?? []).map(({ name }) => name).join('、'),
    书面总结: inspection.report, 结束检查: inspection.closedOn, 移入回收站: inspection.removedAt, 移入回收站的原因: inspection.removedReason,
  }
}
