import { and, count, eq, isNull, or } from 'drizzle-orm'
import { accountTable } from '../../../db/schema/accounts.ts'
import { activityTable } from '../../../db/schema/activities.ts'
import { outcomeTable } from '../../../db/schema/outcomes.ts'
import type { OutcomeRecord } from '../../../shared/contract/outcomes.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { isScopedToOwnStudios, roleMay } from '../../../shared/domain/accounts/permissions.ts'
import { metricInWords } from '../../../shared/domain/outcomes/outcome-words.ts'
import type { OutcomeDetails } from '../../../shared/domain/outcomes/outcome-record.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { attachmentsOf } from '../files/attachments-service.ts'
import { personById } from '../people/people-service.ts'
import { findScheme } from '../schemes/schemes-service.ts'
import { hostedStudioIds } from '../studios/studio-scope.ts'
import { listVisibleStudios, studioById } from '../studios/studios-service.ts'
import { readLadder } from './growth-ladder-service.ts'
import { levelInWords, levelsOfStudios, peopleOf, plainLevels } from './outcome-rows.ts'
import { mayConfirmIn, mayWriteOutcome, readableOutcome, visibleOutcomes } from './outcome-scope.ts'

/** One record whole, also from the recycle bin. @throws `outcomes.none` */
export function outcomeRecordOf(ctx: ReadContext, id: string): OutcomeRecord {
  const outcome = readableOutcome(ctx, id)
  const { studioId, confirmedByAccountId, activityId, createdAt: _1, enteredByAccountId: _2, ...facts } = outcome
  return {
    ...facts, studioId,
    details: JSON.parse(outcome.details) as OutcomeDetails as OutcomeRecord['details'],
    studioName: studioId === null ? null : studioById(ctx.db, studioId).name,
    levelName: levelInWords(studioId === null ? plainLevels : levelsOfStudios(ctx, [studioId]).get(studioId), outcome.levelKey),
    people: [...(peopleOf(ctx.db, [id]).get(id) ?? [])],
    confirmedBy: confirmedByAccountId === null ? null : (ctx.db.select({ name: accountTable.displayName }).from(accountTable).where(eq(accountTable.id, confirmedByAccountId)).get()?.name ?? null),
    activity: activityOf(ctx, activityId),
    attachments: attachmentsOf(ctx.db, { kind: 'outcome', id }),
    mayWrite: mayWriteOutcome(ctx, outcome),
    mayConfirm: mayConfirmIn(ctx, studioId),
  }
}

function activityOf({ db }: Pick<ReadContext, 'db'>, id: string | null): OutcomeRecord['activity'] {
  if (id === null) return null
  return db.select({ id: activityTable.id, title: activityTable.title, heldOn: activityTable.heldOn }).from(activityTable).where(eq(activityTable.id, id)).get() ?? null
}

/** Everything that the form and the filters offer this account. */
export function outcomeChoices(ctx: ReadContext): OutputOf<'outcomes.choices'> {
  const studios = listVisibleStudios(ctx)
  const levels = levelsOfStudios(ctx, studios.map(({ id }) => id))
  const visible = and(isNull(outcomeTable.removedAt), visibleOutcomes(ctx))
  const counted = (...more: Parameters<typeof and>) => ctx.db.select({ n: count() }).from(outcomeTable).where(and(visible, ...more)).get()?.n ?? 0
  return {
    studios: studios.map((studio) => ({
      id: studio.id, name: studio.name, mayConfirm: mayConfirmIn(ctx, studio.id), levels: [...(levels.get(studio.id) ?? plainLevels)], metrics: metricsOf(ctx, studio),
    })),
    levels: [...plainLevels],
    ladder: [...readLadder(ctx.db)],
    me: meOf(ctx),
    total: counted(),
    toConfirm: roleMay(ctx.actor.role, 'outcomes.confirm') ? counted(eq(outcomeTable.state, 'submitted'), toConfirmHere(ctx)) : 0,
  }
}

/** A host confirms for the studios that she hosts only. */
function toConfirmHere(ctx: ReadContext) {
  if (!isScopedToOwnStudios(ctx.actor.role)) return undefined
  return or(...hostedStudioIds(ctx).map((id) => eq(outcomeTable.studioId, id)), eq(outcomeTable.id, ''))
}

/** Somebody of the studios who has an account records mostly her own; the office everybody's. */
function meOf({ db, actor }: ReadContext): OutputOf<'outcomes.choices'>['me'] {
  if (actor.personId === null || !isScopedToOwnStudios(actor.role)) return null
  const { id, name, schoolName } = personById(db, actor.personId)
  return { personId: id, name, schoolName }
}

/** What the duties of the studio's scheme count, each once, in the scheme's order. */
function metricsOf(ctx: ReadContext, studio: { schemeCode: string; schemeVersion: string }): { key: string; name: string }[] {
  const duties = findScheme(ctx, studio)?.duties ?? []
  return [...new Set(duties.flatMap(({ metric, anyOf }) => [metric, ...(anyOf ?? [])]))].map((key) => ({ key, name: metricInWords(key) }))
}
