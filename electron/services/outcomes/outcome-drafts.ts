import { and, desc, eq, isNull } from 'drizzle-orm'
import { outcomeTable } from '../../../db/schema/outcomes.ts'
import type { NamedOutcomePerson, OutcomeDraft } from '../../../shared/contract/outcomes.ts'
import type { ActivityDetail } from '../../../shared/contract/activities.ts'
import { isScopedToOwnStudios } from '../../../shared/domain/accounts/permissions.ts'
import { outcomeFromActivity } from '../../../shared/domain/outcomes/outcome-from-activity.ts'
import { columnOf, type OutcomeKind, specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { detailsForNext } from '../../../shared/domain/outcomes/outcome-record.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { readActivity } from '../activities/activity-reading-service.ts'
import { factsOf, levelsOfStudios, peopleOf } from './outcome-rows.ts'
import { visibleOutcomes } from './outcome-scope.ts'

/** 沿用上次: what this account entered last of the kind, without what belongs to one record only. The day is today. */
export function draftAsLastTime(ctx: ReadContext, kind: OutcomeKind): OutcomeDraft | null {
  const last = ctx.db.select().from(outcomeTable)
    .where(and(eq(outcomeTable.kind, kind), eq(outcomeTable.enteredByAccountId, ctx.actor.accountId), isNull(outcomeTable.removedAt), visibleOutcomes(ctx)))
    .orderBy(desc(outcomeTable.createdAt), desc(outcomeTable.id)).limit(1).get()
  if (!last) return null
  const people = [...(peopleOf(ctx.db, [last.id]).get(last.id) ?? [])]
  return {
    kind, title: specOf(kind).titleAtFirst ?? '', onDay: ctx.clock.today(), studioId: last.studioId, levelKey: last.levelKey, quantity: last.quantity, people, activity: null,
    details: detailsForNext(factsOf(last, people).details) as OutcomeDraft['details'],
  }
}

/** What a record of somebody's doing in the activity begins with; whose it is, as far as the central speaker tells. @throws `activities.none`, `studios.notYours` */
export function draftFromActivity(ctx: ReadContext, activityId: string): OutcomeDraft {
  const activity = readActivity(ctx, activityId)
  const attended = activity.people.filter(({ mark }) => mark === 'present' || mark === 'late').length
  const { kind, title, details } = outcomeFromActivity({ ...activity, attended })
  const part = specOf(kind).parts[0] ?? 'self'
  const people = doersOf(ctx, activity).map((person): NamedOutcomePerson => ({ ...person, part, place: null }))
  const levels = levelsOfStudios(ctx, [activity.studioId]).get(activity.studioId) ?? []
  return {
    kind, title, onDay: activity.heldOn, studioId: activity.studioId, quantity: 1, people, details: details as OutcomeDraft['details'],
    levelKey: columnOf(kind, 'level') && levels.some(({ key }) => key === activity.level) ? activity.level : null,
    activity: { id: activity.id, title: activity.title, heldOn: activity.heldOn },
  }
}

/** A member records her own; else whoever spoke, as far as the name is that of somebody who was expected. */
function doersOf({ actor }: ReadContext, { people, centralSpeaker }: ActivityDetail): Pick<NamedOutcomePerson, 'personId' | 'name' | 'schoolName'>[] {
  const named = people.map(({ personId, name, schoolName }) => ({ personId, name, schoolName }))
  if (isScopedToOwnStudios(actor.role) && actor.role !== 'host') return named.filter(({ personId }) => personId === actor.personId)
  return centralSpeaker === null ? [] : named.filter(({ name }) => centralSpeaker.includes(name))
}
