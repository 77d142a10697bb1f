import { asc, eq, isNull, sql } from 'drizzle-orm'
import { isAmong } from '../../../db/is-among.ts'
import { accountTable } from '../../../db/schema/accounts.ts'
import { personTable, rosterImportRowTable, rosterImportTable } from '../../../db/schema/people.ts'
import { membershipTable, studioTable } from '../../../db/schema/studios.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'
import type { WriteContext } from '../../dispatch/context.ts'
import { peopleInOrder } from './list-people.ts'
import type { Person } from './people-service.ts'

/** What an undo would do in figures, and each person who stands in its way. @throws `people.noImport` */
export function undoPreview(db: ReadDb, importId: string): OutputOf<'people.undoPreview'> {
  const { toRemove, toRestore, obstacles } = planUndo(db, importId)
  return { toRemove: toRemove.length, toRestore: toRestore.length, obstacles }
}

/**
 * Takes a whole import back: who was added goes into the recycle bin, who was updated is as before.
 * @throws `people.noImport`, `people.alreadyUndone`, `people.cannotUndo` (names whom)
 */
export function undoImport(ctx: WriteContext, importId: string): OutputOf<'people.undoImport'> {
  const { fileName } = importById(ctx.db, importId)
  return ctx.write(`撤销导入「${fileName}」`, (w) => {
    const before = importById(w.tx, importId)
    if (before.undoneAt !== null) throw new AppError('people.alreadyUndone', 'conflict', '这次导入已经撤销过了')
    const { toRemove, toRestore, obstacles } = planUndo(w.tx, importId)
    if (obstacles[0]) {
      throw new AppError('people.cannotUndo', 'precondition', `不能撤销：${obstacles.slice(0, 3).map(({ sentence }) => sentence).join('；')}${obstacles.length > 3 ? ` 等 ${obstacles.length} 人` : ''}`, {
        places: obstacles.map(({ sentence }) => ({ message: sentence })),
      })
    }
    const at = ctx.clock.now()
    const gone = { removedAt: at, removedReason: `撤销导入「${fileName}」`, updatedAt: at }
    w.tx.update(personTable).set({ ...gone, revision: sql`${personTable.revision} + 1` }).where(isAmong(personTable.id, toRemove.map(({ id }) => id))).run()
    for (const person of toRemove) w.changed('person', person.id, { removedAt: null, removedReason: null }, gone)
    for (const { person, before: old } of toRestore) {
      const after = { ...old, revision: person.revision + 1, updatedAt: at }
      w.tx.update(personTable).set(after).where(eq(personTable.id, person.id)).run()
      w.changed('person', person.id, person, after)
    }
    w.tx.update(rosterImportTable).set({ undoneAt: at }).where(eq(rosterImportTable.id, importId)).run()
    w.changed('rosterImport', importId, before, { ...before, undoneAt: at })
    return { removed: toRemove.length, restored: toRestore.length }
  })
}

interface UndoPlan {
  readonly toRemove: readonly Person[]
  readonly toRestore: readonly { readonly person: Person; readonly before: Person }[]
  readonly obstacles: { personId: string; sentence: string }[]
}

function planUndo(db: ReadDb, importId: string): UndoPlan {
  importById(db, importId)
  const rows = db.select().from(rosterImportRowTable).where(eq(rosterImportRowTable.importId, importId)).orderBy(asc(rosterImportRowTable.rowNumber)).all()
  const people = new Map(peopleInOrder(db, rows.map(({ personId }) => personId)).map((person) => [person.id, person]))
  const uses = usesOf(db, rows.filter(({ action }) => action === 'added').map(({ personId }) => personId))
  const toRemove: Person[] = []
  const toRestore: { person: Person; before: Person }[] = []
  const obstacles: UndoPlan['obstacles'] = []
  for (const { personId, action, before, revisionAfter } of rows) {
    const person = must(people.get(personId), 'people are never deleted')
    const use = uses.get(personId)
    // Somebody added who went into the recycle bin by hand is already where the undo would put her.
    if (action === 'added' && person.removedAt !== null) continue
    if (person.revision !== revisionAfter) obstacles.push({ personId, sentence: `「${person.name}」导入之后又改过` })
    else if (use !== undefined) obstacles.push({ personId, sentence: `「${person.name}」${use}` })
    else if (action === 'added') toRemove.push(person)
    else toRestore.push({ person, before: JSON.parse(must(before, 'an updated row keeps what was before')) as Person })
  }
  return { toRemove, toRestore, obstacles }
}

/** What the people have been used for since: studios, and accounts. */
function usesOf(db: ReadDb, personIds: readonly string[]): ReadonlyMap<string, string> {
  const among = sql`(select value from json_each(${JSON.stringify(personIds)}))`
  const accounts = db.select({ personId: accountTable.personId, name: accountTable.displayName }).from(accountTable).where(sql`${accountTable.personId} in ${among}`).all()
  const memberships = db.select({ personId: membershipTable.personId, name: studioTable.name }).from(membershipTable)
    .innerJoin(studioTable, eq(membershipTable.studioId, studioTable.id))
    .where(sql`${membershipTable.personId} in ${among} and ${isNull(membershipTable.voidedAt)}`).all()
  return new Map([
    ...accounts.flatMap(({ personId, name }) => (personId === null ? [] : [[personId, `有登录账号（${name}）`] as const])),
    ...memberships.map(({ personId, name }) => [personId, `已在「${name}」里`] as const),
  ])
}

function importById(db: ReadDb, id: string) {
  const found = db.select().from(rosterImportTable).where(eq(rosterImportTable.id, id)).get()
  if (!found) throw new AppError('people.noImport', 'notFound', '没有找到这次导入，请回到导入记录重新打开')
  return found
}
