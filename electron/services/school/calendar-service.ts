import { asc, eq } from 'drizzle-orm'
import { holidayTable, termTable } from '../../../db/schema/school.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { Holiday, Term } from '../../../shared/contract/school.ts'
import { checkHolidays, checkTerms } from '../../../shared/domain/terms/check-terms.ts'
import { parseTermKey, type Term as TermWithOrdinal, termName } from '../../../shared/domain/terms/term-key.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'
import type { OpenContext, Write, WriteContext } from '../../dispatch/context.ts'

/** All terms, the earliest first. */
export function listTerms(db: ReadDb): Term[] {
  return db.select().from(termTable).orderBy(asc(termTable.startsOn)).all()
    .map(({ key, startsOn, endsOn, teachingStartsOn, teachingEndsOn }) => ({ key, startsOn, endsOn, teachingStartsOn, teachingEndsOn }))
}

export function listHolidays(db: ReadDb): Holiday[] {
  return db.select().from(holidayTable).orderBy(asc(holidayTable.startsOn)).all()
    .map(({ id, name, kind, startsOn, endsOn }) => ({ id, name, kind, startsOn, endsOn }))
}

/** The term that a day falls into; between two terms the one that comes next, after the last one the last. */
export function termAround(terms: readonly Term[], day: string): Term | null {
  return terms.find((term) => day <= term.endsOn) ?? terms.at(-1) ?? null
}

/** @throws `terms.none` */
export function termByKey(db: ReadDb, termKey: string): Term {
  const term = listTerms(db).find(({ key }) => key === termKey)
  if (!term) throw new AppError('terms.none', 'notFound', '没有找到这个学期，请先在「设置 → 学期与节假日」里添加')
  return term
}

/** The term that a day falls into, as data say. @throws `terms.none` when no term covers the day */
export function termOfDay(db: ReadDb, day: string): Term {
  const term = listTerms(db).find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)
  if (!term) {
    throw new AppError('terms.none', 'precondition', `${day} 不在任何一个学期里，请先在「设置 → 学期」里补上这个学期的起止日期`)
  }
  return term
}

/** @returns Chinese: what is unusual about the term, though it may be right */
export function saveTerm(ctx: WriteContext, term: Term): string[] {
  return ctx.write(`保存${termName(term.key)}`, (w) => saveTermTx(w, ctx, term))
}

/** @throws `terms.refused` with the place of each trouble */
export function saveTermTx(w: Write, ctx: Pick<OpenContext, 'clock'>, term: Term): string[] {
  const others = listTerms(w.tx).filter(({ key }) => key !== term.key)
  const problems = checkTerms([...others, term].map(withOrdinal))
  // The terms already there are sound, so a trouble told of the later one of two is this one's doing.
  const places = problems.filter(({ severity }) => severity === 'refuse')
    .map(({ of, field, message }) => ({ field: of === term.key ? field : 'endsOn', message }))
  refuseAt('terms.refused', places)
  const at = ctx.clock.now()
  const before = w.tx.select().from(termTable).where(eq(termTable.key, term.key)).get() ?? null
  w.tx.insert(termTable)
    .values({ ...withOrdinal(term), createdAt: at, updatedAt: at })
    .onConflictDoUpdate({ target: termTable.key, set: { ...term, updatedAt: at } }).run()
  w.changed('term', term.key, before, before ? { ...before, ...term } : term)
  return problems.filter(({ of, severity }) => of === term.key && severity === 'warn').map(({ message }) => message)
}

/** @throws `terms.holidayRefused` with the place of each trouble, `terms.holidayGone` */
export function saveHoliday(ctx: WriteContext, input: Omit<Holiday, 'id'> & { id: string | null }): Holiday & { warnings: string[] } {
  const holiday = { ...input, id: input.id ?? ctx.ids.next() }
  const warnings = ctx.write(`保存${input.kind === 'off' ? '放假' : '调休上课'}「${input.name}」`, (w) => {
    const others = listHolidays(w.tx).filter(({ id }) => id !== holiday.id)
    const problems = checkHolidays([...others, holiday], listTerms(w.tx).map(withOrdinal)).filter(({ of }) => of === String(others.length))
    refuseAt('terms.holidayRefused', problems.filter(({ severity }) => severity === 'refuse'))
    const at = ctx.clock.now()
    const before = w.tx.select().from(holidayTable).where(eq(holidayTable.id, holiday.id)).get() ?? null
    if (input.id !== null && !before) throw new AppError('terms.holidayGone', 'notFound', '这一行已经被去掉了，请刷新后再看')
    w.tx.insert(holidayTable).values({ ...holiday, createdAt: at, updatedAt: at })
      .onConflictDoUpdate({ target: holidayTable.id, set: { ...holiday, updatedAt: at } }).run()
    w.changed('holiday', holiday.id, before, before ? { ...before, ...holiday } : holiday)
    return problems.map(({ message }) => message)
  })
  return { ...holiday, warnings }
}

function withOrdinal(term: Term): TermWithOrdinal {
  return { ...term, ...parseTermKey(term.key) }
}

function refuseAt(code: string, places: readonly { field: string; message: string }[]): void {
  const [first] = places
  if (first) throw new AppError(code, 'invalid', first.message, { places: places.map(({ field, message }) => ({ field, message })) })
}

/** A line of the calendar is a setting, not a record of what happened: it goes, and the log keeps what it said. */
export function removeHoliday(ctx: WriteContext, id: string): void {
  const before = ctx.db.select().from(holidayTable).where(eq(holidayTable.id, id)).get()
  if (!before) return ctx.nothingToWrite()
  ctx.write(`去掉「${must(before, 'just read').name}」`, (w) => {
    w.tx.delete(holidayTable).where(eq(holidayTable.id, id)).run()
    w.changed('holiday', id, before, null)
  })
}
