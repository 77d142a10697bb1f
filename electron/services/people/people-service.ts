import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { isAmong } from '../../../db/is-among.ts'
import { personTable } from '../../../db/schema/people.ts'
import { membershipTable } from '../../../db/schema/studios.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { PersonBrief } from '../../../shared/contract/people.ts'
import { searchPatterns } from '../../../shared/domain/people/name-search.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { visibleStudioIds } from '../studios/studio-scope.ts'

export type Person = typeof personTable.$inferSelect

/** The person, also one in the recycle bin (`removedAt`). @throws `people.none` */
export function personById(db: ReadDb, id: string): Person {
  const person = db.select().from(personTable).where(eq(personTable.id, id)).get()
  if (!person) throw new AppError('people.none', 'notFound', '没有找到这个人，请回到人员名单重新打开')
  return person
}

/** Names by id, also of people in the recycle bin; ids of nobody are left out. */
export function personNames(db: ReadDb, ids: readonly string[]): ReadonlyMap<string, string> {
  const rows = db.select({ id: personTable.id, name: personTable.name }).from(personTable)
    .where(isAmong(personTable.id, [...new Set(ids)])).all()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** People for a picker, by pinyin; a name that is exactly what was typed comes first. */
export function searchPeople(ctx: Pick<ReadContext, 'db' | 'actor' | 'clock'>, query: string, limit: number): PersonBrief[] {
  const { id, name, schoolName, subject, schoolStage, professionalTitle } = personTable
  return ctx.db.select({ id, name, schoolName, subject, schoolStage, professionalTitle }).from(personTable)
    .where(and(isNull(personTable.removedAt), isVisible(ctx), ...nameMatches(query)))
    .orderBy(sql`${name} = ${query.trim()} desc`, byPinyin, id).limit(limit).all()
}

/** The name by its first reading: what stands behind the name in `name_search`. */
export const byPinyin = sql`substr(${personTable.nameSearch}, instr(${personTable.nameSearch}, ' ') + 1)`

/** Conditions for people whose name is found by characters, pinyin or initials; none for an empty query. */
export function nameMatches(query: string): SQL[] {
  return searchPatterns(query).map((pattern) => sql`${personTable.nameSearch} like ${pattern} escape '\\'`)
}

/** The condition that keeps people out of sight who are in none of the caller's studios; undefined: sees everybody. */
export function isVisible(ctx: Pick<ReadContext, 'db' | 'actor' | 'clock'>): SQL | undefined {
  const studios = visibleStudioIds(ctx)
  if (studios === 'all') return undefined
  const theirs = ctx.db.select({ id: membershipTable.personId }).from(membershipTable)
    .where(and(inArray(membershipTable.studioId, [...studios]), isNull(membershipTable.voidedAt)))
  return inArray(personTable.id, theirs)
}

/** @throws `people.none`, `people.notYours` */
export function readablePerson(ctx: Pick<ReadContext, 'db' | 'actor' | 'clock'>, id: string): Person {
  const visible = isVisible(ctx)
  if (visible && !ctx.db.select({ id: personTable.id }).from(personTable).where(and(eq(personTable.id, id), visible)).get()) {
    throw new AppError('people.notYours', 'forbidden', '您的账号只能看自己所在工作室的人员')
  }
  return personById(ctx.db, id)
}
