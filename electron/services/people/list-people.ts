import { and, asc, count, desc, eq, inArray, isNotNull, isNull, notInArray, type SQL, sql } from 'drizzle-orm'
import { isAmong } from '../../../db/is-among.ts'
import { personTable } from '../../../db/schema/people.ts'
import { membershipTable, studioTable } from '../../../db/schema/studios.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { PeopleFilter, PeopleSort, PersonRow } from '../../../shared/contract/people.ts'
import { professionalTitles } from '../../../shared/domain/people/professional-title.ts'
import { educations, schoolStages } from '../../../shared/domain/people/vocabularies.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { byPinyin, isVisible, nameMatches, type Person } from './people-service.ts'
import { maskedNumbers } from './person-columns.ts'

type Caller = Pick<ReadContext, 'db' | 'actor' | 'clock'>

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** A part of the people that the filter leaves, in order, and how many there are in all. */
export function listPeople(
  ctx: ReadContext, input: PeopleFilter & { readonly sort: PeopleSort | null; readonly offset: number; readonly limit: number },
): { rows: PersonRow[]; total: number } {
  const { ids, total } = partOf(ctx, input)
  const part = peopleInOrder(ctx.db, ids)
  return { rows: part.map((person) => ({ ...person, ...maskedNumbers(ctx.personalData, person) })), total }
}

function partOf(ctx: Caller, input: Parameters<typeof listPeople>[1]): { ids: string[]; total: number } {
  const { sort, offset, limit } = input
  if (sort !== null && sort.id !== 'name') {
    const ids = sortedIds(ctx, input, sort)
    return { ids: ids.slice(offset, offset + limit), total: ids.length }
  }
  // By name SQLite sorts by itself, and only the part at hand leaves it.
  const rows = byName(ctx, input, sort).limit(limit).offset(offset).all()
  return { ids: rows.map(({ id }) => id), total: ctx.db.select({ n: count() }).from(personTable).where(wanted(ctx, input)).get()?.n ?? 0 }
}

function wanted(ctx: Caller, filter: PeopleFilter): SQL | undefined {
  return and(isNull(personTable.removedAt), isVisible(ctx), ...conditions(ctx, filter))
}

function byName(ctx: Caller, filter: PeopleFilter, sort: PeopleSort | null) {
  const direction = sort?.descending ? desc : asc
  return ctx.db.select({ id: personTable.id }).from(personTable).where(wanted(ctx, filter)).orderBy(direction(byPinyin), personTable.id)
}

/** The ids of everybody in the filter, in order. */
export function sortedIds(ctx: Caller, filter: PeopleFilter, sort: PeopleSort | null): string[] {
  if (sort === null || sort.id === 'name') return byName(ctx, filter, sort).all().map(({ id }) => id)
  // SQLite knows no Chinese order, so the few different words are ranked here, and people by the rank of theirs.
  const rows = ctx.db.select({ id: personTable.id, word: personTable[sort.id] }).from(personTable).where(wanted(ctx, filter)).orderBy(byPinyin, personTable.id).all()
  const order = comparerOf(sort.id)
  const ranks = new Map([...new Set(rows.map(({ word }) => word))].toSorted((a, b) => order(a ?? '', b ?? '')).map((word, at) => [word, at]))
  const rankOf = (word: string | null) => (word === null || word === '' ? Number.POSITIVE_INFINITY : (ranks.get(word) ?? 0) * (sort.descending ? -1 : 1))
  return rows.map(({ id, word }) => ({ id, rank: rankOf(word) }))
    .toSorted((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)).map(({ id }) => id)
}

/** Titles, stages and degrees of schooling by their own order, all else by pinyin. */
function comparerOf(field: PeopleSort['id']): (a: string, b: string) => number {
  const known: readonly string[] | null = { professionalTitle: professionalTitles, schoolStage: schoolStages, education: educations }[field as string] ?? null
  if (known === null) return (a, b) => collator.compare(a, b)
  const place = (word: string) => (known.includes(word) ? known.indexOf(word) : known.length)
  return (a, b) => place(a) - place(b) || collator.compare(a, b)
}

/** The people of these ids, in the order of the ids. */
export function peopleInOrder(db: ReadDb, ids: readonly string[]): Person[] {
  const found = db.select().from(personTable).where(isAmong(personTable.id, ids)).all()
  const byId = new Map(found.map((person) => [person.id, person]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function conditions(ctx: Caller, filter: PeopleFilter): (SQL | undefined)[] {
  const inOne = filter.inStudio === null ? undefined : peopleInStudios(ctx)
  return [
    ...nameMatches(filter.query),
    ...(['schoolName', 'subject', 'schoolStage', 'professionalTitle', 'sex'] as const).map((field) => {
      const wanted = filter[field]
      return wanted === null ? undefined : eq(personTable[field], wanted)
    }),
    inOne && (filter.inStudio ? inArray(personTable.id, inOne) : notInArray(personTable.id, inOne)),
  ]
}

function peopleInStudios({ db, clock }: Pick<ReadContext, 'db' | 'clock'>) {
  const today = clock.today()
  const m = membershipTable
  return db.select({ id: m.personId }).from(m).innerJoin(studioTable, eq(m.studioId, studioTable.id))
    .where(and(isNull(m.voidedAt), isNull(studioTable.removedAt), sql`${m.fromOn} <= ${today}`, sql`(${m.toOn} is null or ${m.toOn} >= ${today})`))
}

/** The different words of each filter, in their order, and how many people there are without any filter. */
export function listChoices(ctx: Caller): {
  total: number; schoolNames: string[]; subjects: string[]; schoolStages: string[]; professionalTitles: string[]
} {
  const visible = and(isNull(personTable.removedAt), isVisible(ctx))
  const words = (field: 'schoolName' | 'subject' | 'schoolStage' | 'professionalTitle') =>
    ctx.db.selectDistinct({ word: personTable[field] }).from(personTable).where(and(visible, isNotNull(personTable[field]))).all()
      .flatMap(({ word }) => (word === null || word === '' ? [] : [word])).toSorted(comparerOf(field))
  return {
    total: ctx.db.select({ n: count() }).from(personTable).where(visible).get()?.n ?? 0,
    schoolNames: words('schoolName'), subjects: words('subject'), schoolStages: words('schoolStage'), professionalTitles: words('professionalTitle'),
  }
}
