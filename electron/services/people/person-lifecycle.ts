import { and, count, desc, eq, gte, isNotNull, isNull, or } from 'drizzle-orm'
import { personTable } from '../../../db/schema/people.ts'
import { membershipTable, studioTable } from '../../../db/schema/studios.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext, WriteContext } from '../../dispatch/context.ts'
import { personById, readablePerson } from './people-service.ts'
import { numbersOf } from './person-columns.ts'
import { openedPerson, refuseSameIdNumber } from './save-person.ts'

/** One number in the clear. That somebody looked is saved before it is shown; the log names the field, never the number. */
export function revealNumber(ctx: WriteContext, id: string, field: 'idNumber' | 'phone'): string | null {
  const person = readablePerson(ctx, id)
  const value = numbersOf(ctx.personalData, person)[field]
  if (value === null) {
    ctx.nothingToWrite()
    return null
  }
  ctx.write(`查看了「${person.name}」的${field === 'idNumber' ? '身份证号' : '联系电话'}`, (w) => w.changed('person', id, null, null))
  return value
}

/** Into the recycle bin. @throws `people.inStudio`, `people.changedSince`, `people.removed`, `people.none` */
export function removePerson(ctx: WriteContext, id: string, revision: number, reason: string): void {
  const { name } = personById(ctx.db, id)
  ctx.write(`把「${name}」移入回收站`, (w) => {
    const before = openedPerson(personById(w.tx, id), revision)
    const studios = studiosOfNow(w.tx, id, ctx.clock.today())
    if (studios.length > 0) {
      throw new AppError('people.inStudio', 'precondition', `「${name}」还在${studios.map((studio) => `「${studio}」`).join('、')}，请先在工作室里结束任期，再移入回收站`)
    }
    const at = ctx.clock.now()
    const after = { ...before, removedAt: at, removedReason: reason, revision: before.revision + 1, updatedAt: at }
    w.tx.update(personTable).set(after).where(eq(personTable.id, id)).run()
    w.changed('person', id, before, after)
  })
}

/** Out of the recycle bin. @throws `people.sameIdNumber` when somebody else has the number by now */
export function bringBackPerson(ctx: WriteContext, id: string): void {
  const { name, removedAt } = personById(ctx.db, id)
  if (removedAt === null) return ctx.nothingToWrite()
  ctx.write(`从回收站恢复「${name}」`, (w) => {
    const before = personById(w.tx, id)
    refuseSameIdNumber(w.tx, id, before.idNumberHmac)
    const after = { ...before, removedAt: null, removedReason: null, revision: before.revision + 1, updatedAt: ctx.clock.now() }
    w.tx.update(personTable).set(after).where(eq(personTable.id, id)).run()
    w.changed('person', id, before, after)
  })
}

/** The recycle bin, the latest first. */
export function listRemoved({ db }: Pick<ReadContext, 'db'>, offset: number, limit: number): OutputOf<'people.removed'> {
  const { id, name, schoolName, subject, schoolStage, professionalTitle, removedAt, removedReason } = personTable
  const rows = db.select({ id, name, schoolName, subject, schoolStage, professionalTitle, removedAt, removedReason }).from(personTable)
    .where(isNotNull(removedAt)).orderBy(desc(removedAt), id).limit(limit).offset(offset).all()
  return {
    rows: rows.map((row) => ({ ...row, removedAt: row.removedAt ?? '' })),
    total: db.select({ n: count() }).from(personTable).where(isNotNull(removedAt)).get()?.n ?? 0,
  }
}

/** Names of the studios in which the person has a membership that has not ended by the day. */
function studiosOfNow(db: ReadDb, personId: string, today: string): string[] {
  const m = membershipTable
  return db.selectDistinct({ name: studioTable.name }).from(m).innerJoin(studioTable, eq(m.studioId, studioTable.id))
    .where(and(eq(m.personId, personId), isNull(m.voidedAt), or(isNull(m.toOn), gte(m.toOn, today)))).all().map(({ name }) => name)
}
