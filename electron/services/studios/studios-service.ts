import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { personTable } from '../../../db/schema/people.ts'
import { membershipTable, studioCycleTable, studioTable } from '../../../db/schema/studios.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { Cycle } from '../../../shared/contract/studios.ts'
import { memberRoles, type MemberRole } from '../../../shared/domain/studios/studio-words.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { noStudio, visibleStudioIds } from './studio-scope.ts'

const byName = new Intl.Collator('zh-CN', { numeric: true })

export type Studio = typeof studioTable.$inferSelect

/** One person's membership with what other areas show and count of the person. */
export interface Membership {
  readonly membershipId: string
  readonly studioId: string
  readonly personId: string
  readonly personName: string
  readonly schoolName: string | null
  readonly subject: string | null
  readonly schoolStage: string | null
  readonly professionalTitle: string | null
  readonly role: MemberRole
  readonly fromOn: string
  /** The last day of it; null while it is open. */
  readonly toOn: string | null
  readonly endReason: string | null
  readonly exceptionReason: string | null
  readonly createdAt: string
}

/** The studio, also one in the recycle bin (`removedAt`). @throws `studios.none` */
export function studioById(db: ReadDb, id: string): Studio {
  const studio = db.select().from(studioTable).where(eq(studioTable.id, id)).get()
  if (!studio) throw noStudio()
  return studio
}

/** These studios by their id, also those in the recycle bin. */
export function studiosById(db: ReadDb, ids: readonly string[]): ReadonlyMap<string, Studio> {
  return new Map(db.select().from(studioTable).where(inArray(studioTable.id, [...ids])).all().map((studio) => [studio.id, studio]))
}

/**
 * Every membership of the studio, former ones too, those entered by mistake left out: in the order of the roles, within a
 * role the earliest first, then as they were entered. Who is in it on a day: `inForceOn` of `shared/domain/schemes/composition-limits.ts`.
 */
export function membershipsOf(db: ReadDb, studioId: string): Membership[] {
  return membershipRows(db, [studioId])
}

/** The same for several studios at once. */
export function membershipRows(db: ReadDb, studioIds: readonly string[]): Membership[] {
  const m = membershipTable
  return db.select({
    membershipId: m.id, studioId: m.studioId, personId: m.personId, personName: personTable.name, schoolName: personTable.schoolName,
    subject: personTable.subject, schoolStage: personTable.schoolStage, professionalTitle: personTable.professionalTitle,
    role: m.role, fromOn: m.fromOn, toOn: m.toOn, endReason: m.endReason, exceptionReason: m.exceptionReason, createdAt: m.createdAt,
  })
    .from(m).innerJoin(personTable, eq(m.personId, personTable.id))
    .where(and(inArray(m.studioId, [...studioIds]), isNull(m.voidedAt)))
    .orderBy(asc(m.fromOn), sql`${m}.rowid`).all()
    .toSorted((a, b) => memberRoles.indexOf(a.role) - memberRoles.indexOf(b.role))
}

/** The studios that the caller may see, those in the recycle bin left out, by name. */
export function listVisibleStudios(ctx: Pick<ReadContext, 'db' | 'actor' | 'clock'>): Studio[] {
  const visible = visibleStudioIds(ctx)
  return ctx.db.select().from(studioTable)
    .where(and(isNull(studioTable.removedAt), visible === 'all' ? undefined : inArray(studioTable.id, [...visible])))
    .orderBy(asc(studioTable.createdAt), asc(studioTable.id)).all()
    .toSorted((a, b) => byName.compare(a.name, b.name))
}

/** The cycles of each studio, the earliest first. */
export function cyclesByStudio(db: ReadDb, studioIds: readonly string[]): Map<string, Cycle[]> {
  const rows = db.select().from(studioCycleTable).where(inArray(studioCycleTable.studioId, [...studioIds])).orderBy(asc(studioCycleTable.startsOn)).all()
  return new Map([...Map.groupBy(rows, ({ studioId }) => studioId)]
    .map(([studioId, own]) => [studioId, own.map(({ id, ordinal, startsOn, endsOn }) => ({ id, ordinal, startsOn, endsOn }))]))
}
