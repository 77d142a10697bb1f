import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { outcomePersonTable, outcomeTable } from '../../../db/schema/outcomes.ts'
import { personTable } from '../../../db/schema/people.ts'
import { studioTable } from '../../../db/schema/studios.ts'
import type { OutcomeFilter, OutcomeRow, OutcomeSort } from '../../../shared/contract/outcomes.ts'
import { kindMatches, type OutcomeKind, outcomeKindKeys, specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { escapeLike, searchPatterns } from '../../../shared/domain/people/name-search.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { listTerms } from '../school/calendar-service.ts'
import { rowsOf } from './outcome-rows.ts'
import { type Outcome, visibleOutcomes } from './outcome-scope.ts'

type Asked = OutcomeFilter & { readonly sort: OutcomeSort | null }

/** A part of the records that the filter leaves, in order, and how many there are in all. */
export function listOutcomes(ctx: ReadContext, input: Asked & { readonly offset: number; readonly limit: number }): { rows: OutcomeRow[]; total: number } {
  const rows = inOrder(ctx, input).limit(input.limit).offset(input.offset).all()
  return { rows: rowsOf(ctx, rows), total: ctx.db.select({ n: count() }).from(outcomeTable).where(wanted(ctx, input)).get()?.n ?? 0 }
}

/** All records of the filter in order, for the sheet. */
export function everyOutcome(ctx: ReadContext, input: Asked): Outcome[] {
  return inOrder(ctx, input).all()
}

/** How many records of the filter there are of each kind, in the order of the kinds, and how many of them wait. */
export function countByKind(ctx: ReadContext, filter: OutcomeFilter): { kind: OutcomeKind; count: number; waiting: number }[] {
  const rows = ctx.db.select({ kind: outcomeTable.kind, count: count(), waiting: sql<number>`sum(${outcomeTable.state} = 'submitted')` })
    .from(outcomeTable).where(wanted(ctx, filter)).groupBy(outcomeTable.kind).all()
  return rows.toSorted((a, b) => outcomeKindKeys.indexOf(a.kind) - outcomeKindKeys.indexOf(b.kind))
}

function inOrder(ctx: ReadContext, { sort, ...filter }: Asked) {
  const direction = sort === null || sort.descending ? desc : asc
  const by = outcomeTable[sort?.id ?? 'onDay']
  return ctx.db.select().from(outcomeTable).where(wanted(ctx, filter))
    // A first page by day comes off the index without reading the rest. A search reads everything, which is faster in the order of the table.
    .orderBy(...(by.notNull && filter.text === '' ? [] : [sql`${by} is null`]), direction(by), desc(outcomeTable.createdAt), sql`${outcomeTable}.rowid desc`).$dynamic()
}

function wanted(ctx: ReadContext, filter: OutcomeFilter): SQL | undefined {
  const { kind, group, studioId, personId, termKey, state, levelKey, activityId, removed } = filter
  const t = outcomeTable
  return and(
    visibleOutcomes(ctx),
    removed ? isNotNull(t.removedAt) : isNull(t.removedAt),
    kind === null ? undefined : eq(t.kind, kind),
    group === null ? undefined : inArray(t.kind, outcomeKindKeys.filter((key) => specOf(key).group === group)),
    studioId === null ? undefined : eq(t.studioId, studioId),
    personId === null ? undefined : inArray(t.id, ctx.db.select({ id: outcomePersonTable.outcomeId }).from(outcomePersonTable).where(eq(outcomePersonTable.personId, personId))),
    termKey === null ? undefined : inTerm(ctx, termKey),
    state === null ? undefined : eq(t.state, state),
    levelKey === null ? undefined : eq(t.levelKey, levelKey),
    activityId === null ? undefined : eq(t.activityId, activityId),
    matches(ctx, filter.text),
  )
}

/** From the term's first day to the day before the next term: what is done in the holidays belongs to the term before. */
function inTerm(ctx: ReadContext, termKey: string): SQL | undefined {
  const terms = listTerms(ctx.db)
  const at = terms.findIndex(({ key }) => key === termKey)
  const term = terms[at]
  if (term === undefined) return sql`0`
  const next = terms[at + 1]
  return and(gte(outcomeTable.onDay, term.startsOn), next === undefined ? undefined : lt(outcomeTable.onDay, next.startsOn))
}

/** In the title (also by its initials), the studio's name, the journal and the numbers as they stand; by the kind's name or initials; in the people's names by characters, pinyin or initials. */
function matches(ctx: ReadContext, text: string): SQL | undefined {
  if (text === '') return undefined
  const pattern = `%${escapeLike(text)}%`
  const names = searchPatterns(text).map((each) => sql`${personTable.nameSearch} like ${each} escape '\\'`)
  const kinds = text.trim().length < 2 ? [] : outcomeKindKeys.filter((kind) => kindMatches(text, kind))
  return or(
    kinds.length === 0 ? undefined : inArray(outcomeTable.kind, kinds),
    // One character or two letters would be found among the initials of many a title where a person's were meant.
    sql`${/^(.?|[a-z]{2})$/iu.test(text.trim()) ? outcomeTable.title : outcomeTable.search} like ${pattern} escape '\\'`,
    inArray(outcomeTable.studioId, ctx.db.select({ id: studioTable.id }).from(studioTable).where(sql`${studioTable.name} like ${pattern} escape '\\'`)),
    names.length === 0 ? undefined : inArray(outcomeTable.id, ctx.db.select({ id: outcomePersonTable.outcomeId }).from(outcomePersonTable)
      .innerJoin(personTable, eq(outcomePersonTable.personId, personTable.id)).where(and(...names))),
  )
}
