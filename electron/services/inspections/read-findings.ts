import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, type SQL } from 'drizzle-orm'
import { isAmong } from '../../../db/is-among.ts'
import { accountTable } from '../../../db/schema/accounts.ts'
import { findingStepTable, findingTable, inspectionTable, schoolClassTable } from '../../../db/schema/inspections.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { FindingRow } from '../../../shared/contract/inspections.ts'
import { findingState, isOverdue, isUnfinished, nextSteps } from '../../../shared/domain/inspections/follow-up.ts'
import type { FindingFact } from '../../../shared/domain/inspections/inspection-statistics.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { attachmentCounts } from '../files/attachments-service.ts'
import { personNames } from '../people/people-service.ts'
import { listTerms } from '../school/calendar-service.ts'
import { type Finding, isOffice, visibleFindings } from './inspection-scope.ts'

export type FindingStep = typeof findingStepTable.$inferSelect

export interface FindingFilter {
  readonly only: 'unfinished' | 'all'
  readonly termKey: string | null
  readonly inspectionId: string | null
  readonly removed: boolean
}

/** From the term's first day to the day before the next term; null: there is no such term. */
export function daysOfTerm(db: ReadDb, termKey: string): { readonly from: string; readonly before: string | null } | null {
  const terms = listTerms(db)
  const at = terms.findIndex(({ key }) => key === termKey)
  const term = terms[at]
  return term === undefined ? null : { from: term.startsOn, before: terms[at + 1]?.startsOn ?? null }
}

/** The findings of the filter as far as the caller sees them: overdue ones first, then by the day by which they are to be answered. */
export function listFindings(ctx: ReadContext, filter: FindingFilter): FindingRow[] {
  const t = findingTable
  const days = filter.termKey === null ? undefined : daysOfTerm(ctx.db, filter.termKey)
  if (days === null) return []
  const rows = findingRows(ctx, and(
    filter.removed ? isNotNull(t.removedAt) : isNull(t.removedAt),
    filter.inspectionId === null ? undefined : eq(t.inspectionId, filter.inspectionId),
    days === undefined ? undefined : and(gte(t.foundOn, days.from), days.before === null ? undefined : lt(t.foundOn, days.before)),
  ))
  const wanted = filter.only === 'all' ? rows : rows.filter(({ state }) => isUnfinished(state))
  return filter.only === 'all' ? wanted : wanted.toSorted((a, b) => rank(a) - rank(b) || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
}

const rank = ({ overdue, state }: FindingRow) => overdue ? 0 : state === 'open' ? 1 : state === 'mended' ? 2 : 3

/** Findings with names, state and what this account may do about them, the latest first. */
export function findingRows(ctx: ReadContext, where: SQL | undefined): FindingRow[] {
  const findings = ctx.db.select().from(findingTable).where(and(visibleFindings(ctx), where)).orderBy(desc(findingTable.foundOn), desc(findingTable.createdAt), desc(findingTable.id)).all()
  const ids = findings.map(({ id }) => id)
  const steps = stepsOf(ctx.db, ids)
  const people = personNames(ctx.db, findings.flatMap(({ personId, responsiblePersonId }) => [personId ?? [], responsiblePersonId ?? []].flat()))
  const classes = namesById(ctx.db, schoolClassTable, findings.flatMap(({ classId }) => classId ?? []))
  const inspections = new Map(ctx.db.select({ id: inspectionTable.id, title: inspectionTable.title }).from(inspectionTable)
    .where(isAmong(inspectionTable.id, [...new Set(findings.flatMap(({ inspectionId }) => inspectionId ?? []))])).all().map(({ id, title }) => [id, title]))
  const files = attachmentCounts(ctx.db, 'finding', ids)
  const [today, office] = [ctx.clock.today(), isOffice(ctx)]
  const of = (names: ReadonlyMap<string, string>, id: string | null) => id === null ? null : (names.get(id) ?? null)
  return findings.map((finding) => {
    const { id, createdAt: _1, updatedAt: _2, ...facts } = finding
    const own = steps.get(id) ?? []
    const state = findingState(finding.severity, own)
    return {
      ...facts, id, state, overdue: isOverdue({ state, dueOn: finding.dueOn }, today),
      className: of(classes, finding.classId), personName: of(people, finding.personId), responsibleName: of(people, finding.responsiblePersonId), inspectionTitle: of(inspections, finding.inspectionId),
      steps: own.map(({ kind, note, at, byName }) => ({ kind, note, at, byName })),
      nextSteps: finding.removedAt === null ? [...nextSteps(state, { isOffice: office, isResponsible: isResponsible(ctx, finding) })] : [],
      evidence: files.get(id) ?? 0, mayWrite: office && finding.removedAt === null,
    }
  })
}

/** Whether the finding was given to the caller to be mended. */
export function isResponsible({ actor }: Pick<ReadContext, 'actor'>, { responsiblePersonId }: Pick<Finding, 'responsiblePersonId'>): boolean {
  return actor.personId !== null && actor.personId === responsiblePersonId
}

/** The steps of each finding in their order, with who took them. */
export function stepsOf(db: ReadDb, findingIds: readonly string[]): ReadonlyMap<string, readonly (FindingStep & { readonly byName: string })[]> {
  const rows = db.select({ step: findingStepTable, byName: accountTable.displayName }).from(findingStepTable)
    .innerJoin(accountTable, eq(findingStepTable.byAccountId, accountTable.id))
    .where(isAmong(findingStepTable.findingId, findingIds)).orderBy(asc(findingStepTable.ordinal)).all()
  return new Map([...Map.groupBy(rows, ({ step }) => step.findingId)].map(([id, own]) => [id, own.map(({ step, byName }) => ({ ...step, byName }))]))
}

/** The findings as the rules of statistics read them. */
export function findingFacts(ctx: Pick<ReadContext, 'db' | 'actor'>, where: SQL | undefined): (FindingFact & { readonly inspectionId: string | null })[] {
  const findings = ctx.db.select().from(findingTable).where(and(visibleFindings(ctx), isNull(findingTable.removedAt), where)).all()
  const steps = stepsOf(ctx.db, findings.map(({ id }) => id))
  return findings.map(({ id, inspectionId, classId, personId, department, item, severity, foundOn, dueOn }) => {
    const own = steps.get(id) ?? []
    return { inspectionId, classId, personId, department, item, severity, foundOn, dueOn, steps: own, state: findingState(severity, own) }
  })
}

function namesById(db: ReadDb, table: typeof schoolClassTable, ids: readonly string[]): ReadonlyMap<string, string> {
  return new Map(db.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, [...new Set(ids)])).all().map(({ id, name }) => [id, name]))
}
