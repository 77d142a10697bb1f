import { and, asc, inArray, isNull } from 'drizzle-orm'
import { studioSchemeChangeTable } from '../../../db/schema/schemes.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { SchemeSpan } from '../../../shared/contract/studios.ts'
import type { EarlierScheme } from '../../../shared/domain/duties/duty-input.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme-format.ts'
import type { ChosenSettings } from '../../../shared/domain/schemes/scheme-settings.ts'
import { must } from '../../../shared/must.ts'
import { chosenSettings, findScheme, type SchemeKey, schemeOf, type SchemeSources } from '../schemes/schemes-service.ts'

/** What of a studio decides which scheme it follows. */
type Follower = SchemeKey & { readonly id: string }
type SchemeChange = typeof studioSchemeChangeTable.$inferSelect

/** When the studio was moved or is to be moved, in order; what was withdrawn is left out. */
export function changesOf(db: ReadDb, studioId: string): SchemeChange[] {
  return changesByStudio(db, [studioId]).get(studioId) ?? []
}

/** The same for several studios at once. */
export function changesByStudio(db: ReadDb, studioIds: readonly string[]): Map<string, SchemeChange[]> {
  const t = studioSchemeChangeTable
  return Map.groupBy(
    db.select().from(t).where(and(inArray(t.studioId, [...studioIds]), isNull(t.withdrawnAt))).orderBy(asc(t.fromOn), asc(t.createdAt)).all(), ({ studioId }) => studioId,
  )
}

/** The schemes of a studio one after the other, those to come too. */
export function schemesOfStudio(ctx: SchemeSources, studio: Follower, today: string): SchemeSpan[] {
  const changes = changesOf(ctx.db, studio.id)
  const title = (key: SchemeKey) => findScheme(ctx, key)?.title ?? null
  const first = firstKey(changes, studio)
  return [
    { ...first, title: title(first), fromOn: null, reason: null, toWithdraw: null },
    ...changes.map((change) => {
      const { id, fromOn, reason } = change
      return { ...keyAfter(change), title: title(keyAfter(change)), fromOn, reason, toWithdraw: fromOn > today ? id : null }
    }),
  ]
}

/** The scheme that the studio followed, or will follow, on the day. */
export function schemeKeyOn(db: ReadDb, studio: Follower, on: string): SchemeKey {
  return keyAmong(changesOf(db, studio.id), studio, on)
}

/** That scheme itself, under its key. @throws `schemes.none` */
export function schemeOn(ctx: SchemeSources, studio: Follower, on: string): { readonly key: SchemeKey; readonly scheme: Scheme } {
  const key = schemeKeyOn(ctx.db, studio, on)
  return { key, scheme: schemeOf(ctx, key) }
}

/** One scheme in the days in which the studio followed it; null: from the beginning. */
export interface SchemeTime {
  readonly key: SchemeKey
  readonly fromOn: string | null
  /** The first day of the next one; null: it holds on. */
  readonly untilOn: string | null
}

/** The schemes that hold on some day of the span, one after the other. */
export function schemeTimesIn(changes: readonly SchemeChange[], studio: Follower, span: { readonly fromOn: string; readonly toOn: string }): readonly SchemeTime[] {
  const times = [{ key: firstKey(changes, studio), fromOn: null }, ...changes.map((change) => ({ key: keyAfter(change), fromOn: change.fromOn }))]
  return times.map((time, at): SchemeTime => ({ ...time, untilOn: times[at + 1]?.fromOn ?? null }))
    .filter(({ fromOn, untilOn }) => (fromOn ?? '') <= span.toOn && (untilOn === null || (untilOn > span.fromOn && untilOn > (fromOn ?? ''))))
}

/**
 * What the duty engine needs of the schemes of a cycle: the one that holds now (or held at the cycle's end) and those before it, with
 * the school's readings. @throws `schemes.none`
 */
export function followedIn(
  ctx: SchemeSources, changes: readonly SchemeChange[], studio: Follower, span: { readonly fromOn: string; readonly toOn: string },
): { scheme: Scheme; chosen: ChosenSettings; earlier: EarlierScheme[] } {
  const followed = schemeTimesIn(changes, studio, span).map(({ key, untilOn }) => ({ scheme: schemeOf(ctx, key), chosen: chosenSettings(ctx.db, key), untilOn }))
  const { scheme, chosen } = must(followed.at(-1), 'a studio follows some scheme on every day')
  return { scheme, chosen, earlier: followed.slice(0, -1).map((each) => ({ ...each, untilOn: must(each.untilOn, 'another one follows it') })) }
}

/** The key on the day, of changes that have been read already. */
export function keyAmong(changes: readonly SchemeChange[], studio: SchemeKey, on: string): SchemeKey {
  const last = changes.findLast(({ fromOn }) => fromOn <= on)
  return last ? keyAfter(last) : firstKey(changes, studio)
}

function firstKey([first]: readonly SchemeChange[], studio: SchemeKey): SchemeKey {
  return first ? { schemeCode: first.fromCode, schemeVersion: first.fromVersion } : { schemeCode: studio.schemeCode, schemeVersion: studio.schemeVersion }
}

const keyAfter = ({ toCode, toVersion }: SchemeChange): SchemeKey => ({ schemeCode: toCode, schemeVersion: toVersion })
