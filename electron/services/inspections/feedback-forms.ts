import { and, desc, eq, gte, isNotNull, isNull, lt } from 'drizzle-orm'
import { isAmong } from '../../../db/is-among.ts'
import { feedbackFormTable, findingTable, schoolClassTable } from '../../../db/schema/inspections.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { FeedbackFacts, FeedbackRow } from '../../../shared/contract/inspections.ts'
import { feedbackSourceNames } from '../../../shared/domain/inspections/inspection-words.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext, WriteContext } from '../../dispatch/context.ts'
import { personById, personNames } from '../people/people-service.ts'
import { assertAsOpened, type FeedbackForm, isOffice, readableFeedback, refusedAt, visibleFeedback } from './inspection-scope.ts'
import { daysOfTerm } from './read-findings.ts'
import type { BinKind } from './recycle-bin.ts'
import { aboutOf } from './save-finding.ts'

/** The forms of a term (or all) as far as the caller sees them, the latest first. */
export function listFeedback(ctx: ReadContext, { termKey, removed }: { termKey: string | null; removed: boolean }): FeedbackRow[] {
  const days = termKey === null ? undefined : daysOfTerm(ctx.db, termKey)
  if (days === null) return []
  const t = feedbackFormTable
  const forms = ctx.db.select().from(t).where(and(
    visibleFeedback(ctx), removed ? isNotNull(t.removedAt) : isNull(t.removedAt),
    days === undefined ? undefined : and(gte(t.onDay, days.from), days.before === null ? undefined : lt(t.onDay, days.before)),
  )).orderBy(desc(t.onDay), desc(t.createdAt)).all()
  const people = personNames(ctx.db, forms.flatMap(({ personId, forwardedToPersonId }) => [personId ?? [], forwardedToPersonId ?? []].flat()))
  const classes = new Map(ctx.db.select({ id: schoolClassTable.id, name: schoolClassTable.name }).from(schoolClassTable).all().map(({ id, name }) => [id, name]))
  const findings = Map.groupBy(ctx.db.select({ feedbackId: findingTable.feedbackId }).from(findingTable)
    .where(and(isAmong(findingTable.feedbackId, forms.map(({ id }) => id)), isNull(findingTable.removedAt))).all(), ({ feedbackId }) => feedbackId)
  const of = (names: ReadonlyMap<string, string>, id: string | null) => id === null ? null : (names.get(id) ?? null)
  return forms.map(({ createdAt: _1, updatedAt: _2, ...form }) => ({
    ...form, className: of(classes, form.classId), personName: of(people, form.personId), forwardedToName: of(people, form.forwardedToPersonId),
    mayAnswer: form.removedAt === null && mayAnswer(ctx, form), findings: findings.get(form.id)?.length ?? 0,
  }))
}

function mayAnswer(ctx: Pick<ReadContext, 'actor'>, form: Pick<FeedbackForm, 'forwardedToPersonId'>): boolean {
  return isOffice(ctx) || (ctx.actor.personId !== null && ctx.actor.personId === form.forwardedToPersonId)
}

/** Adds a form (`id` null) or changes one; passing it on to somebody else notes the day. @throws `inspections.refused`, `inspections.changed`, `people.none` */
export function saveFeedback(ctx: WriteContext, { id, revision, facts }: { id: string | null; revision: number | null; facts: FeedbackFacts }): { id: string; revision: number } {
  const before = id === null ? null : readableFeedback(ctx, id)
  if (facts.onDay > ctx.clock.today()) throw refusedAt('facts.onDay', '日期还没有到')
  if (facts.classId !== null && !ctx.db.select({ id: schoolClassTable.id }).from(schoolClassTable).where(eq(schoolClassTable.id, facts.classId)).get()) throw refusedAt('facts.classId', '没有找到这个班，请重新选择')
  for (const personId of [facts.personId, facts.forwardedToPersonId]) if (personId !== null) personById(ctx.db, personId)
  const forwardedOn = facts.forwardedToPersonId === null ? null : facts.forwardedToPersonId === before?.forwardedToPersonId ? before.forwardedOn : ctx.clock.today()
  return ctx.write(`${before === null ? '登记' : '修改'}${facts.onDay} 的教学信息反馈表`, (w) => {
    if (before) assertAsOpened(before, revision, '这张反馈表')
    const at = ctx.clock.now()
    const formId = before?.id ?? ctx.ids.next()
    const row = { ...facts, forwardedOn, revision: (before?.revision ?? 0) + 1, updatedAt: at }
    if (before) w.tx.update(feedbackFormTable).set(row).where(eq(feedbackFormTable.id, formId)).run()
    else w.tx.insert(feedbackFormTable).values({ id: formId, ...row, createdAt: at }).run()
    w.changed('feedbackForm', formId, before && shapeOf(w.tx, before), shapeOf(w.tx, { ...row, answer: before?.answer ?? null, answeredOn: before?.answeredOn ?? null }))
    return { id: formId, revision: row.revision }
  })
}

/** @throws `inspections.noFeedback`, `inspections.notYours`, `inspections.changed` */
export function answerFeedback(ctx: WriteContext, { id, revision, answer }: { id: string; revision: number; answer: string }): void {
  const before = readableFeedback(ctx, id)
  if (!mayAnswer(ctx, before)) throw new AppError('inspections.notYours', 'forbidden', '这张反馈表没有转给您，由教务处答复')
  ctx.write(`答复 ${before.onDay} 的教学信息反馈表`, (w) => {
    assertAsOpened(before, revision, '这张反馈表')
    const answered = { answer, answeredOn: ctx.clock.today() }
    w.tx.update(feedbackFormTable).set({ ...answered, revision: before.revision + 1, updatedAt: ctx.clock.now() }).where(eq(feedbackFormTable.id, id)).run()
    w.changed('feedbackForm', id, shapeOf(w.tx, before), shapeOf(w.tx, { ...before, ...answered }))
  })
}

type Shaped = Pick<FeedbackForm, 'onDay' | 'source' | 'classId' | 'personId' | 'text' | 'forwardedToPersonId' | 'forwardedOn' | 'answer' | 'answeredOn'>
function shapeOf(db: ReadDb, form: Shaped): Record<string, string | null> {
  return {
    日期: form.onDay, 来自: feedbackSourceNames[form.source], 关于: aboutOf(db, { classId: form.classId, personId: form.personId, department: null }), 反映的情况: form.text,
    转给: form.forwardedToPersonId === null ? null : (personNames(db, [form.forwardedToPersonId]).get(form.forwardedToPersonId) ?? form.forwardedToPersonId), 转出日期: form.forwardedOn,
    答复: form.answer, 答复日期: form.answeredOn,
  }
}

export const feedbackBin: BinKind<FeedbackForm> = {
  kind: 'feedbackForm', table: feedbackFormTable, short: '这张反馈表', read: readableFeedback, shapeOf,
  nameOf: (_db, { onDay }) => ` ${onDay} 的教学信息反馈表`,
}
