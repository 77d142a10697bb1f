import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { feedbackFormTable, findingTable, inspectionTable, schoolClassTable } from '../../../db/schema/inspections.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import { isScopedToOwnStudios, roleMay } from '../../../shared/domain/accounts/permissions.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext } from '../../dispatch/context.ts'

export type SchoolClass = typeof schoolClassTable.$inferSelect
export type Inspection = typeof inspectionTable.$inferSelect
export type Finding = typeof findingTable.$inferSelect
export type FeedbackForm = typeof feedbackFormTable.$inferSelect
type Caller = Pick<ReadContext, 'db' | 'actor'>

/** Whether the caller is the office (教务): enters, checks and closes. */
export function isOffice({ actor }: Pick<Caller, 'actor'>): boolean {
  return roleMay(actor.role, 'inspections.write')
}

/** Whether she sees what concerns herself only. */
export function seesOwnOnly({ actor }: Pick<Caller, 'actor'>): boolean {
  return isScopedToOwnStudios(actor.role)
}

/** The classes that the caller leads; none for whoever is tied to no person. */
export function ledClassIds({ db, actor }: Caller): readonly string[] {
  if (actor.personId === null) return []
  return db.select({ id: schoolClassTable.id }).from(schoolClassTable)
    .where(and(eq(schoolClassTable.homeroomPersonId, actor.personId), isNull(schoolClassTable.removedAt))).all().map(({ id }) => id)
}

/** The condition for findings that the caller may see; undefined: all. */
export function visibleFindings(ctx: Caller): SQL | undefined {
  if (!seesOwnOnly(ctx)) return undefined
  const { personId } = ctx.actor
  if (personId === null) return sql`0`
  return or(eq(findingTable.responsiblePersonId, personId), eq(findingTable.personId, personId), inArray(findingTable.classId, [...ledClassIds(ctx)]))
}

/** The condition for feedback that the caller may see: what was passed on to her; undefined: all. */
export function visibleFeedback(ctx: Caller): SQL | undefined {
  if (!seesOwnOnly(ctx)) return undefined
  return ctx.actor.personId === null ? sql`0` : eq(feedbackFormTable.forwardedToPersonId, ctx.actor.personId)
}

/** @throws `inspections.noInspection` */
export function inspectionById(db: ReadDb, id: string): Inspection {
  const found = db.select().from(inspectionTable).where(eq(inspectionTable.id, id)).get()
  if (!found) throw new AppError('inspections.noInspection', 'notFound', '没有找到这次检查，请回到教学检查重新打开')
  return found
}

/** @throws `inspections.noFinding` for what is not there, and for what is not the caller's to see */
export function readableFinding(ctx: Caller, id: string): Finding {
  const found = ctx.db.select().from(findingTable).where(and(eq(findingTable.id, id), visibleFindings(ctx))).get()
  if (!found) throw new AppError('inspections.noFinding', 'notFound', '没有找到这条检查发现，请刷新后再试')
  return found
}

/** @throws `inspections.noFeedback` */
export function readableFeedback(ctx: Caller, id: string): FeedbackForm {
  const found = ctx.db.select().from(feedbackFormTable).where(and(eq(feedbackFormTable.id, id), visibleFeedback(ctx))).get()
  if (!found) throw new AppError('inspections.noFeedback', 'notFound', '没有找到这张反馈表，请刷新后再试')
  return found
}

/** That the record is the one that was opened and not in the recycle bin. @throws `inspections.changed`, `inspections.removed` */
export function assertAsOpened(record: { readonly revision: number; readonly removedAt?: string | null }, revision: number | null, name: string): void {
  if (record.removedAt) throw new AppError('inspections.removed', 'precondition', `${name}在回收站里，请先恢复再修改`)
  if (record.revision !== revision) throw new AppError('inspections.changed', 'conflict', `${name}在您打开以后已被别人修改，您的修改还没有保存。请刷新看过新的内容，再改一次。`)
}

/** A refusal at one field of a form. */
export function refusedAt(field: string, message: string): AppError {
  return new AppError('inspections.refused', 'invalid', message, { places: [{ field, message }] })
}
