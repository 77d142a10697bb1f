import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { outcomePersonTable, outcomeTable } from '../../../db/schema/outcomes.ts'
import { personTable } from '../../../db/schema/people.ts'
import type { OutcomeFactsInput } from '../../../shared/contract/outcomes.ts'
import { checkOutcome, tidyOutcome } from '../../../shared/domain/outcomes/check-outcome.ts'
import { specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { type OutcomeFacts, type OutcomeState, outcomeStateNames, sameTitle, type SaveIntent, stateAfterSave } from '../../../shared/domain/outcomes/outcome-record.ts'
import { outcomeSearchText } from '../../../shared/domain/outcomes/outcome-search.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Write, WriteContext } from '../../dispatch/context.ts'
import { readActivity } from '../activities/activity-reading-service.ts'
import { studioById } from '../studios/studios-service.ts'
import { readLadder } from './growth-ladder-service.ts'
import { auditShape } from './outcome-history.ts'
import { factsOf, levelsOfStudios, peopleOf, plainLevels } from './outcome-rows.ts'
import { assertMayKeep, mayConfirmIn, type Outcome, outcomeById, writableOutcome } from './outcome-scope.ts'

export interface SaveInput {
  readonly id: string | null
  readonly revision: number | null
  readonly facts: OutcomeFactsInput
  readonly activityId: string | null
  readonly as: SaveIntent
  readonly duplicateSeen: boolean
}

export interface Saved {
  id: string
  revision: number
  state: OutcomeState
}

/**
 * Adds a record or changes one.
 * @throws `outcomes.refused` with the places that are wrong, `outcomes.duplicate` (kind `precondition`) once, `outcomes.notYours`,
 *   `outcomes.notYoursToConfirm`, `outcomes.changed`, `outcomes.removed`, `outcomes.noSuchPerson`, `studios.none`, `studios.removed`
 */
export function saveOutcome(ctx: WriteContext, input: SaveInput): Saved {
  const { id, as } = input
  if (id !== null) writableOutcome(ctx, id)
  const facts = keepable(ctx, input.facts, as)
  const { name } = specOf(facts.kind)
  return ctx.write(`${id === null ? '登记' : '修改'}${name}「${facts.title}」（${facts.onDay}）`, (w) => keepTx(ctx, w, { ...input, facts }))
}

/** The facts as they are kept, when they are right in themselves and the caller may keep them as what she wants. @throws see `saveOutcome` */
export function keepable(ctx: WriteContext, typed: OutcomeFactsInput, as: SaveIntent): OutcomeFacts {
  const facts = tidyOutcome(typed)
  assertMayKeep(ctx, facts)
  if (as === 'confirmed' && !mayConfirmIn(ctx, facts.studioId)) {
    throw new AppError('outcomes.notYoursToConfirm', 'forbidden', '您的账号不能确认这条记录，请保存为「待确认」，由主持人或教务处确认')
  }
  refuseFaults(facts, as === 'draft')
  return facts
}

/** Keeps facts that are right in themselves, if they agree with what else is on record. @throws see `saveOutcome` */
export function keepTx(ctx: WriteContext, w: Write, { id, revision, facts, activityId: from, as, duplicateSeen }: Omit<SaveInput, 'facts'> & { readonly facts: OutcomeFacts }): Saved {
  const before = id === null ? null : openTx(w, id, revision)
  checkAgainstRecords(ctx, w, facts, before)
  if (!duplicateSeen) refuseDuplicate(w, facts, id)
  const at = ctx.clock.now()
  const state = stateAfterSave(before?.state ?? null, as)
  const outcomeId = before?.id ?? ctx.ids.next()
  const activityId = before ? before.activityId : from
  if (!before && activityId !== null) readActivity(ctx, activityId)
  const { people, details, ...columns } = facts
  const row = {
    ...columns, details: JSON.stringify(details), search: outcomeSearchText(facts), activityId, state,
    returnReason: state === 'returned' ? (before?.returnReason ?? null) : null,
    confirmedAt: state === 'confirmed' ? at : null, confirmedByAccountId: state === 'confirmed' ? ctx.actor.accountId : null,
    revision: (before?.revision ?? 0) + 1, updatedAt: at,
  }
  const shapeBefore = before && auditShape(w.tx, before)
  if (before) w.tx.update(outcomeTable).set(row).where(eq(outcomeTable.id, outcomeId)).run()
  else w.tx.insert(outcomeTable).values({ id: outcomeId, ...row, enteredByAccountId: ctx.actor.accountId, createdAt: at }).run()
  w.tx.delete(outcomePersonTable).where(eq(outcomePersonTable.outcomeId, outcomeId)).run()
  for (const [index, person] of people.entries()) w.tx.insert(outcomePersonTable).values({ outcomeId, ...person, ordinal: index + 1 }).run()
  w.changed('outcome', outcomeId, shapeBefore, auditShape(w.tx, outcomeById(w.tx, outcomeId)))
  return { id: outcomeId, revision: row.revision, state }
}

/** The record as it stands, if it is still the one that was opened and not in the recycle bin. */
export function openTx(w: Write, id: string, revision: number | null): Outcome {
  const outcome = outcomeById(w.tx, id)
  if (outcome.removedAt !== null) throw new AppError('outcomes.removed', 'precondition', `「${outcome.title}」在回收站里，请先恢复再修改`)
  if (outcome.revision !== revision) {
    throw new AppError('outcomes.changed', 'conflict', `「${outcome.title}」在您打开以后已被别人修改，您的修改还没有保存。请刷新看过新的内容，再改一次。`)
  }
  return outcome
}

function refuseFaults(facts: OutcomeFacts, asDraft: boolean): void {
  const faults = checkOutcome(facts, asDraft)
  const [first] = faults
  if (first) throw new AppError('outcomes.refused', 'invalid', first.message, { places: faults.map(({ field, message }) => ({ field: `facts.${field}`, message })) })
}

/** What the form alone cannot tell: people, studio, level and step that are really there. What stood there before is let through. */
function checkAgainstRecords(ctx: WriteContext, w: Write, facts: OutcomeFacts, before: Outcome | null): void {
  const known = before === null ? [] : (peopleOf(w.tx, [before.id]).get(before.id) ?? []).map(({ personId }) => personId)
  const wanted = facts.people.map(({ personId }) => personId).filter((id) => !known.includes(id))
  const found = w.tx.select({ id: personTable.id }).from(personTable)
    .where(and(sql`${personTable.id} in (select value from json_each(${JSON.stringify(wanted)}))`, isNull(personTable.removedAt))).all()
  if (found.length < wanted.length) throw refusal('people', '所选的人有的已不在人员名单里，请重新选择')
  if (facts.studioId !== null && facts.studioId !== before?.studioId) {
    const studio = studioById(w.tx, facts.studioId)
    if (studio.removedAt !== null) throw new AppError('studios.removed', 'precondition', `「${studio.name}」在回收站里，请先恢复`)
  }
  const levels = facts.studioId === null ? plainLevels : (levelsOfStudios(ctx, [facts.studioId]).get(facts.studioId) ?? plainLevels)
  if (facts.levelKey !== null && facts.levelKey !== before?.levelKey && !levels.some(({ key }) => key === facts.levelKey)) {
    throw refusal('levelKey', '这个工作室的规程里没有这个级别，请重新选择')
  }
  const { step } = facts.details
  if (typeof step === 'string' && !readLadder(w.tx).includes(step) && (before === null || factsOf(before, []).details['step'] !== step)) {
    throw refusal('details.step', '成长阶梯里没有这一级，请重新选择')
  }
}

function refusal(field: string, message: string): AppError {
  return new AppError(field === 'people' ? 'outcomes.noSuchPerson' : 'outcomes.refused', 'invalid', message, { places: [{ field: `facts.${field}`, message }] })
}

function refuseDuplicate(w: Write, facts: OutcomeFacts, id: string | null): void {
  const sameDay = w.tx.select().from(outcomeTable)
    .where(and(eq(outcomeTable.kind, facts.kind), eq(outcomeTable.onDay, facts.onDay), isNull(outcomeTable.removedAt), id === null ? undefined : ne(outcomeTable.id, id))).all()
    .filter(({ title }) => sameTitle(title, facts.title))
  const people = peopleOf(w.tx, sameDay.map((each) => each.id))
  const own = new Set(facts.people.map(({ personId }) => personId))
  for (const other of sameDay) {
    const theirs = people.get(other.id) ?? []
    const shared = theirs.filter(({ personId }) => own.has(personId))
    const isSame = shared.length > 0 || (own.size === 0 && theirs.length === 0 && other.studioId === facts.studioId)
    if (!isSame) continue
    const who = shared.map(({ name }) => name).join('、')
    throw new AppError(
      'outcomes.duplicate', 'precondition',
      `${other.onDay} 已经有一条${specOf(other.kind).name}「${other.title}」（${[who, outcomeStateNames[other.state]].filter((part) => part !== '').join('，')}）。如果确实是另外一次，请再保存一次。`,
    )
  }
}
