import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { findingTable, feedbackFormTable, schoolClassTable, weeklyLogTable } from '../../../db/schema/inspections.ts'
import { personTable } from '../../../db/schema/people.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { ClassInput, ClassRow } from '../../../shared/contract/inspections.ts'
import { isActiveIn } from '../../../shared/domain/inspections/weekly-logs.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Write, WriteContext } from '../../dispatch/context.ts'
import { nameMatches, personNames } from '../people/people-service.ts'
import { assertAsOpened, type SchoolClass } from './inspection-scope.ts'

/** Every class that is not in the recycle bin, in the school's order. */
export function listClasses(db: ReadDb): SchoolClass[] {
  return db.select().from(schoolClassTable).where(isNull(schoolClassTable.removedAt)).orderBy(asc(schoolClassTable.ordinal), asc(schoolClassTable.id)).all()
}

export function classRows(db: ReadDb): ClassRow[] {
  const classes = listClasses(db)
  const names = personNames(db, classes.flatMap(({ homeroomPersonId }) => homeroomPersonId ?? []))
  return classes.map(({ id, revision, name, grade, homeroomPersonId, fromTermKey, untilTermKey }) => ({
    id, revision, name, grade, homeroomPersonId, fromTermKey, untilTermKey, homeroomName: homeroomPersonId === null ? null : (names.get(homeroomPersonId) ?? null),
  }))
}

/** The classes that are there in the term. */
export function classesIn(db: ReadDb, termKey: string): SchoolClass[] {
  return listClasses(db).filter((each) => isActiveIn(each, termKey))
}

/**
 * Saves the table of classes, all lines or none.
 * @throws `inspections.classesRefused` with the place (row, column) of each trouble, `inspections.changed`
 */
export function saveClasses(ctx: WriteContext, rows: readonly ClassInput[]): { added: number; changed: number; removed: number } | null {
  const known = new Map(listClasses(ctx.db).map((each) => [each.id, each]))
  const resolved = rows.map((row, at) => ({ row, at, homeroom: findHomeroom(ctx.db, row.homeroom, known.get(row.id ?? '')) }))
  const faults = [...resolved.flatMap(({ at, homeroom }) => 'fault' in homeroom ? [{ row: at + 1, column: 'homeroom', message: homeroom.fault }] : []), ...faultsOf(rows, [...known.values()])]
  const [first] = faults
  if (first) throw new AppError('inspections.classesRefused', 'invalid', `第 ${first.row} 行：${first.message}`, { places: faults })
  const changes = resolved.flatMap(({ row, at, homeroom }): Change[] => {
    const before = row.id === null ? null : (known.get(row.id) ?? null)
    if (row.id !== null && before === null) throw new AppError('inspections.noClass', 'notFound', `第 ${at + 1} 行的班级已不在表里，请刷新后再看`)
    const { name, grade, fromTermKey, untilTermKey } = row
    const after = { name, grade: grade === '' ? null : grade, fromTermKey, untilTermKey, homeroomPersonId: 'personId' in homeroom ? homeroom.personId : null, ordinal: at + 1 }
    if (before === null) return name === '' ? [] : [{ before, after, revision: null }]
    const same = (Object.keys(after) as (keyof Change['after'])[]).every((key) => before[key] === after[key])
    return same ? [] : [{ before, after, revision: row.revision }]
  })
  if (changes.length === 0) {
    ctx.nothingToWrite()
    return null
  }
  const count = { added: 0, changed: 0, removed: 0 }
  const at = ctx.clock.now()
  return ctx.write(`保存班级（${changes.length} 个）`, (w) => {
    for (const { before, after, revision } of changes) {
      if (before === null) {
        const id = ctx.ids.next()
        w.tx.insert(schoolClassTable).values({ id, ...after, createdAt: at, updatedAt: at }).run()
        w.changed('schoolClass', id, null, shapeOf(w.tx, after))
        count.added += 1
        continue
      }
      assertAsOpened(before, revision, `「${before.name}」`)
      if (after.name === '') {
        removeTx(w, before, at)
        count.removed += 1
        continue
      }
      w.tx.update(schoolClassTable).set({ ...after, revision: before.revision + 1, updatedAt: at }).where(eq(schoolClassTable.id, before.id)).run()
      w.changed('schoolClass', before.id, shapeOf(w.tx, before), shapeOf(w.tx, after))
      count.changed += 1
    }
    return count
  })
}

interface Change {
  readonly before: SchoolClass | null
  readonly after: Shaped & Pick<SchoolClass, 'ordinal'>
  readonly revision: number | null
}

/** Into the recycle bin; a class that something was recorded of is ended instead. */
function removeTx(w: Write, before: SchoolClass, at: string): void {
  const used = [weeklyLogTable, findingTable, feedbackFormTable].some((table) =>
    w.tx.select({ id: table.id }).from(table).where(and(eq(table.classId, before.id), isNull(table.removedAt))).limit(1).get() !== undefined)
  if (used) {
    throw new AppError('inspections.classInUse', 'precondition', `「${before.name}」已有教学日记或检查记录，不能去掉。不再有这个班时，请填它到哪个学期为止。`)
  }
  const removed = { removedAt: at, removedReason: '在班级表里去掉' }
  w.tx.update(schoolClassTable).set({ ...removed, revision: before.revision + 1, updatedAt: at }).where(eq(schoolClassTable.id, before.id)).run()
  w.changed('schoolClass', before.id, shapeOf(w.tx, before), { ...shapeOf(w.tx, before), 移入回收站: at })
}

type Homeroom = { readonly personId: string | null } | { readonly fault: string }

/** Whom the clerk means by a name, a staff number, pinyin or initials. */
function findHomeroom(db: ReadDb, typed: string | null, known: SchoolClass | undefined): Homeroom {
  if (typed === null || typed === '') return { personId: null }
  const { id, name, staffNo, removedAt } = personTable
  const exact = db.select({ id }).from(personTable).where(and(isNull(removedAt), sql`(${name} = ${typed} or ${staffNo} = ${typed})`)).limit(9).all()
  const kept = exact.find((each) => each.id === known?.homeroomPersonId)
  if (kept !== undefined) return { personId: kept.id }
  const found = exact.length > 0 ? exact : db.select({ id }).from(personTable).where(and(isNull(removedAt), ...nameMatches(typed))).limit(9).all()
  const [only] = found
  if (found.length === 1 && only) return { personId: only.id }
  return { fault: found.length === 0 ? `人员里没有「${typed}」，请核对班主任的姓名` : `「${typed}」不只一位，请改写工号` }
}

/** What is wrong with the table itself. A name may come again in another year, but not twice in one term. */
function faultsOf(rows: readonly ClassInput[], known: readonly SchoolClass[]): { row: number; column: string; message: string }[] {
  const given = new Set(rows.flatMap(({ id }) => id ?? []))
  const others = known.filter(({ id }) => !given.has(id))
  return rows.flatMap((row, at) => {
    if (row.name === '') return []
    if (row.untilTermKey !== null && row.untilTermKey < row.fromTermKey) return [{ row: at + 1, column: 'untilTermKey', message: '「到哪个学期」早于「从哪个学期」' }]
    const twin = [...rows.slice(0, at), ...others].find((other) => other.name === row.name && overlaps(other, row))
    return twin === undefined ? [] : [{ row: at + 1, column: 'name', message: `已经有一个「${row.name}」` }]
  })
}

type Terms = Pick<ClassInput, 'fromTermKey' | 'untilTermKey'>
const overlaps = (a: Terms, b: Terms) => (a.untilTermKey === null || b.fromTermKey <= a.untilTermKey) && (b.untilTermKey === null || a.fromTermKey <= b.untilTermKey)

type Shaped = Pick<SchoolClass, 'name' | 'grade' | 'homeroomPersonId' | 'fromTermKey' | 'untilTermKey'>
function shapeOf(db: ReadDb, { name, grade, homeroomPersonId, fromTermKey, untilTermKey }: Shaped): Record<string, string | null> {
  return {
    班级: name, 年级: grade, 班主任: homeroomPersonId === null ? null : (personNames(db, [homeroomPersonId]).get(homeroomPersonId) ?? homeroomPersonId),
    从哪个学期: termName(fromTermKey), 到哪个学期: untilTermKey === null ? null : termName(untilTermKey),
  }
}
