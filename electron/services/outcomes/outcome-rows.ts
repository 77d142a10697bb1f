import { asc, eq, inArray, sql } from 'drizzle-orm'
import { outcomePersonTable } from '../../../db/schema/outcomes.ts'
import { personTable } from '../../../db/schema/people.ts'
import { studioTable } from '../../../db/schema/studios.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { NamedOutcomePerson, OutcomeRow } from '../../../shared/contract/outcomes.ts'
import type { OutcomeDetails, OutcomeFacts } from '../../../shared/domain/outcomes/outcome-record.ts'
import { levelName } from '../../../shared/domain/schemes/scheme-settings.ts'
import { studioLevelNames, studioLevels } from '../../../shared/domain/studios/studio-words.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { attachmentCounts } from '../files/attachments-service.ts'
import { findScheme } from '../schemes/schemes-service.ts'
import { mayConfirmIn, type Outcome } from './outcome-scope.ts'

export type LevelChoice = { readonly key: string; readonly name: string }

/** The levels where no scheme says otherwise. */
export const plainLevels: readonly LevelChoice[] = studioLevels.map((key) => ({ key, name: studioLevelNames[key] }))

/** What the record says, as the domain's rules read it. */
export function factsOf(outcome: Outcome, people: readonly NamedOutcomePerson[]): OutcomeFacts {
  const { kind, title, onDay, untilDay, forPeriod, studioId, levelKey, characters, quantity, metricKey } = outcome
  return {
    kind, title, onDay, untilDay, forPeriod, studioId, levelKey, characters, quantity, metricKey,
    people: people.map(({ personId, part, place }) => ({ personId, part, place })),
    details: JSON.parse(outcome.details) as OutcomeDetails,
  }
}

/** The people of each record in the order of its paper, with their names. */
export function peopleOf(db: ReadDb, outcomeIds: readonly string[]): ReadonlyMap<string, readonly NamedOutcomePerson[]> {
  const p = outcomePersonTable
  const rows = db.select({ outcomeId: p.outcomeId, personId: p.personId, part: p.part, place: p.place, name: personTable.name, schoolName: personTable.schoolName })
    .from(p).innerJoin(personTable, eq(p.personId, personTable.id))
    .where(sql`${p.outcomeId} in (select value from json_each(${JSON.stringify(outcomeIds)}))`).orderBy(asc(p.ordinal)).all()
  return new Map([...Map.groupBy(rows, ({ outcomeId }) => outcomeId)].map(([id, own]) => [id, own]))
}

/** The studios' levels, by the scheme that each follows; a scheme that cannot be read leaves the plain ones. */
export function levelsOfStudios(ctx: Pick<ReadContext, 'db' | 'surroundings'>, ids: readonly string[]): ReadonlyMap<string, readonly LevelChoice[]> {
  const studios = ctx.db.select({ id: studioTable.id, schemeCode: studioTable.schemeCode, schemeVersion: studioTable.schemeVersion }).from(studioTable)
    .where(inArray(studioTable.id, [...new Set(ids)])).all()
  return new Map(studios.map((studio) => {
    const scheme = findScheme(ctx, studio)
    return [studio.id, scheme === null ? plainLevels : scheme.levels.toSorted((a, b) => a.rank - b.rank).map(({ key }) => ({ key, name: levelName(scheme, key) ?? key }))]
  }))
}

/** The level's name in the words of the studio's scheme; a key that nobody knows any more stays as it is. */
export function levelInWords(levels: readonly LevelChoice[] | undefined, key: string | null): string | null {
  if (key === null) return null
  return levels?.find((level) => level.key === key)?.name ?? plainLevels.find((level) => level.key === key)?.name ?? key
}

/** The records as lines of the list, in the same order. */
export function rowsOf(ctx: ReadContext, outcomes: readonly Outcome[]): OutcomeRow[] {
  const ids = outcomes.map(({ id }) => id)
  const people = peopleOf(ctx.db, ids)
  const files = attachmentCounts(ctx.db, 'outcome', ids)
  const studioIds = [...new Set(outcomes.flatMap(({ studioId }) => studioId ?? []))]
  const names = new Map(ctx.db.select({ id: studioTable.id, name: studioTable.name }).from(studioTable).where(inArray(studioTable.id, studioIds)).all().map(({ id, name }) => [id, name]))
  const levels = levelsOfStudios(ctx, studioIds)
  const confirmable = new Map([...studioIds, null].map((id) => [id, mayConfirmIn(ctx, id)]))
  return outcomes.map((outcome) => {
    const { id, kind, title, onDay, untilDay, studioId, characters, quantity, state, returnReason, revision, removedAt, removedReason } = outcome
    return {
      id, kind, title, onDay, untilDay, studioId, characters, quantity, state, returnReason, revision, removedAt, removedReason,
      studioName: studioId === null ? null : (names.get(studioId) ?? null),
      levelName: levelInWords(studioId === null ? plainLevels : levels.get(studioId), outcome.levelKey),
      people: [...(people.get(id) ?? [])],
      evidence: files.get(id) ?? 0,
      mayConfirm: confirmable.get(studioId) ?? false,
    }
  })
}
