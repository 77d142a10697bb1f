import { and, eq, isNull, ne } from 'drizzle-orm'
import { personTable } from '../../../db/schema/people.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { personDraftProblems } from '../../../shared/domain/people/person-checks.ts'
import type { PersonDraft } from '../../../shared/domain/people/person-draft.ts'
import { AppError } from '../../../shared/errors.ts'
import type { WriteContext } from '../../dispatch/context.ts'
import { type Person, personById } from './people-service.ts'
import { columnsOf } from './person-columns.ts'
import { takePhoto } from './person-photo.ts'

export type SavePerson = PersonDraft & { readonly id: string | null; readonly revision: number | null; readonly photo?: string | null | undefined }

/**
 * Adds a person, or changes one.
 * @throws `people.wrong` (places by field), `people.sameIdNumber`, `people.changedSince`, `people.removed`, `people.photoNotAPicture`
 */
export function savePerson(ctx: WriteContext, input: SavePerson): OutputOf<'people.save'> {
  const { id: givenId, revision, photo: photoToken, ...draft } = input
  const wrong = personDraftProblems(draft, ctx.clock.today()).filter(({ level }) => level === 'error')
  if (wrong[0]) {
    throw new AppError('people.wrong', 'invalid', wrong[0].message, { places: wrong.map(({ field, message }) => ({ field, message })) })
  }
  const photo = photoToken ? takePhoto(ctx, photoToken) : null
  const id = givenId ?? ctx.ids.next()
  return ctx.write(givenId === null ? `新增人员「${draft.name}」` : `修改「${draft.name}」的资料`, (w) => {
    const before = givenId === null ? null : openedPerson(personById(w.tx, givenId), revision)
    const columns = columnsOf(ctx.personalData, id, draft, before)
    refuseSameIdNumber(w.tx, id, columns.idNumberHmac)
    if (photo) ctx.store.registerTx(w.tx, photo)
    const photoFileSha256 = photoToken === undefined ? before?.photoFileSha256 ?? null : photo?.sha256 ?? null
    const at = ctx.clock.now()
    const after: Person = before
      ? { ...before, ...columns, photoFileSha256, revision: before.revision + 1, updatedAt: at }
      : { id, ...columns, photoFileSha256, revision: 1, removedAt: null, removedReason: null, createdAt: at, updatedAt: at }
    if (before) w.tx.update(personTable).set(after).where(eq(personTable.id, id)).run()
    else w.tx.insert(personTable).values(after).run()
    w.changed('person', id, before, after)
    return { id, revision: after.revision }
  })
}

/** That the record is still the one that was opened. @throws `people.changedSince`, `people.removed` */
export function openedPerson(person: Person, revision: number | null): Person {
  if (person.removedAt !== null) throw new AppError('people.removed', 'precondition', `「${person.name}」在回收站里，请先恢复再修改`)
  if (person.revision !== revision) {
    throw new AppError('people.changedSince', 'conflict', `「${person.name}」的资料刚才被别人改过，请重新打开后再改`)
  }
  return person
}

/** One ID number, one person; people in the recycle bin do not count until they come back. @throws `people.sameIdNumber` */
export function refuseSameIdNumber(db: ReadDb, id: string, idNumberHmac: string | null): void {
  if (idNumberHmac === null) return
  const other = db.select({ name: personTable.name, schoolName: personTable.schoolName }).from(personTable)
    .where(and(eq(personTable.idNumberHmac, idNumberHmac), ne(personTable.id, id), isNull(personTable.removedAt))).get()
  if (!other) return
  const who = `「${other.name}」${other.schoolName === null ? '' : `（${other.schoolName}）`}`
  throw new AppError('people.sameIdNumber', 'conflict', `${who}已经用了这个身份证号，请核对是不是同一个人`, {
    places: [{ field: 'idNumber', message: `与${who}相同，请核对` }],
  })
}
