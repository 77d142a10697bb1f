import { and, asc, eq, isNull } from 'drizzle-orm'
import { isAmong } from '../../../db/is-among.ts'
import { accountTable } from '../../../db/schema/accounts.ts'
import { findingTable, inspectionBriefingTable } from '../../../db/schema/inspections.ts'
import { personTable } from '../../../db/schema/people.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { Briefing, BriefingFacts } from '../../../shared/contract/inspections.ts'
import type { InspectionBriefingData } from '../../../shared/domain/documents/form-data.ts'
import { audienceInWords, briefingContent, isToldToOthers } from '../../../shared/domain/inspections/briefing.ts'
import { inspectionFormNames } from '../../../shared/domain/inspections/inspection-words.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext, WriteContext } from '../../dispatch/context.ts'
import { looseDocument } from '../documents/loose-document-service.ts'
import { theSchool } from '../school/school-service.ts'
import { inspectorsOf, itemsOf } from './inspection-columns.ts'
import { assertAsOpened, inspectionById, refusedAt } from './inspection-scope.ts'
import { findingRows } from './read-findings.ts'

type BriefingRow = typeof inspectionBriefingTable.$inferSelect

/** What was told of an inspection, the first first. @param isConcerned whether what was told to those concerned alone is hers to see */
export function briefingsOf({ db }: Pick<ReadContext, 'db'>, inspectionId: string, isConcerned: boolean): Briefing[] {
  const t = inspectionBriefingTable
  return db.select({ briefing: t, byName: accountTable.displayName }).from(t).innerJoin(accountTable, eq(t.byAccountId, accountTable.id))
    .where(and(eq(t.inspectionId, inspectionId), isNull(t.removedAt))).orderBy(asc(t.toldOn), asc(t.createdAt)).all()
    .filter(({ briefing }) => isConcerned || isToldToOthers(briefing.audience))
    .map(({ briefing: { id, revision, toldOn, audience, departments, text }, byName }) => ({ id, revision, toldOn, audience, departments, text, byName }))
}

/** Records that an inspection was told. @throws `inspections.noInspection`, `inspections.removed`, `inspections.refused` */
export function tellInspection(ctx: WriteContext, { id, facts }: { id: string; facts: BriefingFacts }): { briefingId: string } {
  const inspection = inspectionById(ctx.db, id)
  assertAsOpened(inspection, inspection.revision, `「${inspection.title}」`)
  if (facts.toldOn > ctx.clock.today()) throw refusedAt('facts.toldOn', '这一天还没有到')
  if (facts.toldOn < inspection.startsOn) throw refusedAt('facts.toldOn', `检查从 ${inspection.startsOn} 开始，通报不会更早`)
  if (facts.audience === 'departments' && !facts.departments) throw refusedAt('facts.departments', '请写通报给哪些教研组')
  const told = { ...facts, departments: facts.audience === 'departments' ? facts.departments : null }
  return ctx.write(`通报「${inspection.title}」，${audienceInWords(told)}`, (w) => {
    const [briefingId, at] = [ctx.ids.next(), ctx.clock.now()]
    w.tx.insert(inspectionBriefingTable).values({ id: briefingId, inspectionId: id, ...told, byAccountId: ctx.actor.accountId, createdAt: at, updatedAt: at }).run()
    w.changed('inspection', id, null, { 通报: inWords(told) })
    return { briefingId }
  })
}

/** Takes a briefing back that was entered by mistake. @throws `inspections.noBriefing`, `inspections.changed` */
export function withdrawBriefing(ctx: WriteContext, { briefingId, revision, reason }: { briefingId: string; revision: number; reason: string }): void {
  const before = briefingById(ctx.db, briefingId)
  ctx.write(`撤回通报「${inspectionById(ctx.db, before.inspectionId).title}」：${reason}`, (w) => {
    assertAsOpened(before, revision, '这次通报')
    const at = ctx.clock.now()
    w.tx.update(inspectionBriefingTable).set({ removedAt: at, removedReason: reason, revision: before.revision + 1, updatedAt: at }).where(eq(inspectionBriefingTable.id, briefingId)).run()
    w.changed('inspection', before.inspectionId, { 通报: inWords(before) }, { 通报: null })
  })
}

/** @throws `inspections.noBriefing` */
export function bringBackBriefing(ctx: WriteContext, briefingId: string): void {
  const before = briefingById(ctx.db, briefingId)
  if (before.removedAt === null) return ctx.nothingToWrite()
  ctx.write(`恢复通报「${inspectionById(ctx.db, before.inspectionId).title}」`, (w) => {
    w.tx.update(inspectionBriefingTable).set({ removedAt: null, removedReason: null, revision: before.revision + 1, updatedAt: ctx.clock.now() }).where(eq(inspectionBriefingTable.id, briefingId)).run()
    w.changed('inspection', before.inspectionId, { 通报: null }, { 通报: inWords(before) })
  })
}

/** 教学检查通报 as a Word file. @throws `inspections.noBriefing` */
export function briefingDocument(ctx: ReadContext, briefingId: string): ReturnType<typeof looseDocument> {
  const briefing = briefingById(ctx.db, briefingId)
  const inspection = inspectionById(ctx.db, briefing.inspectionId)
  const { title, form, startsOn, endsOn, scope } = inspection
  const rows = findingRows(ctx, and(eq(findingTable.inspectionId, inspection.id), isNull(findingTable.removedAt)))
  const subjects = subjectsOf(ctx.db, rows.flatMap(({ personId }) => personId ?? []))
  const content = briefingContent(rows.map((row) => ({ ...row, subject: row.personId === null ? null : (subjects.get(row.personId) ?? null) })), itemsOf(inspection))
  const school = theSchool(ctx.db).name
  const data: InspectionBriefingData = {
    schoolName: school, title, audience: audienceInWords(briefing), formName: inspectionFormNames[form], startsOn, endsOn, scope,
    inspectors: (inspectorsOf(ctx.db, [inspection.id]).get(inspection.id) ?? []).map(({ name }) => name).join('、'),
    text: briefing.text, ...content, issuerName: `${school}教务处`, toldOn: briefing.toldOn,
  }
  return looseDocument(ctx, 'inspection-briefing', data)
}

function subjectsOf(db: ReadDb, ids: readonly string[]): ReadonlyMap<string, string | null> {
  const t = personTable
  return new Map(db.select({ id: t.id, subject: t.subject }).from(t).where(isAmong(t.id, [...new Set(ids)])).all().map(({ id, subject }) => [id, subject]))
}

/** @throws `inspections.noBriefing` */
function briefingById(db: ReadDb, id: string): BriefingRow {
  const found = db.select().from(inspectionBriefingTable).where(eq(inspectionBriefingTable.id, id)).get()
  if (!found) throw new AppError('inspections.noBriefing', 'notFound', '没有找到这次通报，请刷新后再试')
  return found
}

const inWords = ({ toldOn, text, ...to }: Pick<BriefingRow, 'toldOn' | 'audience' | 'departments' | 'text'>): string => `${toldOn}，${audienceInWords(to)}：${text}`
