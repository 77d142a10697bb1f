import { asc, eq } from 'drizzle-orm'
import { studioSchemeChangeTable } from '../../../db/schema/schemes.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { SchemeSpan } from '../../../shared/contract/studios.ts'
import { findScheme, type SchemeKey, type SchemeSources } from '../schemes/schemes-service.ts'
import type { Studio } from './studios-service.ts'

/** When the studio was moved, in order. */
export function changesOf(db: ReadDb, studioId: string) {
  return db.select().from(studioSchemeChangeTable).where(eq(studioSchemeChangeTable.studioId, studioId))
    .orderBy(asc(studioSchemeChangeTable.fromOn), asc(studioSchemeChangeTable.createdAt)).all()
}

/** The schemes of a studio one after the other. */
export function schemesOfStudio(ctx: SchemeSources, studio: Pick<Studio, 'id' | 'schemeCode' | 'schemeVersion'>): SchemeSpan[] {
  const changes = changesOf(ctx.db, studio.id)
  const title = (key: SchemeKey) => findScheme(ctx, key)?.title ?? null
  const first = changes[0] ? { schemeCode: changes[0].fromCode, schemeVersion: changes[0].fromVersion } : { schemeCode: studio.schemeCode, schemeVersion: studio.schemeVersion }
  return [
    { ...first, title: title(first), fromOn: null, reason: null },
    ...changes.map(({ toCode, toVersion, fromOn, reason }) => {
      const key = { schemeCode: toCode, schemeVersion: toVersion }
      return { ...key, title: title(key), fromOn, reason }
    }),
  ]
}

/** The scheme that the studio followed on the day. */
export function schemeKeyOn(db: ReadDb, studio: Pick<Studio, 'id' | 'schemeCode' | 'schemeVersion'>, on: string): SchemeKey {
  const changes = changesOf(db, studio.id)
  const last = changes.findLast(({ fromOn }) => fromOn <= on)
  if (last) return { schemeCode: last.toCode, schemeVersion: last.toVersion }
  const [first] = changes
  return first ? { schemeCode: first.fromCode, schemeVersion: first.fromVersion } : { schemeCode: studio.schemeCode, schemeVersion: studio.schemeVersion }
}
