import { desc, eq, sql } from 'drizzle-orm'
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { freshDatabase } from '../tests/fixtures/database.ts'
import { plainRows } from './plain-rows.ts'
import { personTable, rosterImportRowTable, rosterImportTable } from './schema/people.ts'

let fresh: ReturnType<typeof freshDatabase>
beforeEach(() => { fresh = freshDatabase() })
afterEach(() => fresh.close())

it('rows read plainly are the rows that drizzle reads', () => {
  const { db } = fresh.opened
  const at = '2026-09-01T00:00:00.000Z'
  db.insert(personTable).values([
    { id: 'a', name: '𠮷三', nameSearch: '', homeroomYears: 8.5, createdAt: at, updatedAt: at },
    { id: 'b', name: '李四', nameSearch: '', sex: 'female', createdAt: at, updatedAt: at },
  ]).run()
  db.insert(rosterImportTable).values({ id: 'i', fileName: '', fileSha256: '', importedAt: at, accountId: '', rowsRead: 1, added: 1, updated: 0, skipped: 0 }).run()
  db.insert(rosterImportRowTable).values({ importId: 'i', rowNumber: 2, personId: 'a', action: 'added', revisionAfter: 1 }).run()
  const { id, name, sex, homeroomYears, revision } = personTable
  const query = () => db.select({ id, name, sex, years: homeroomYears, revision, row: rosterImportRowTable.rowNumber }).from(personTable)
    .leftJoin(rosterImportRowTable, eq(rosterImportRowTable.personId, id)).orderBy(desc(id))
  expect(plainRows(db, query())).toEqual(query().all())
  expect(plainRows(db, query())).toEqual([
    { id: 'b', name: '李四', sex: 'female', years: null, revision: 1, row: null }, { id: 'a', name: '𠮷三', sex: null, years: 8.5, revision: 1, row: 2 },
  ])
})

it('what drizzle would turn into something else is refused', () => {
  const { db } = fresh.opened
  const dated = sqliteTable('person', { revision: integer('revision', { mode: 'boolean' }) })
  expect(() => plainRows(db, db.select({ revision: dated.revision }).from(dated))).toThrow('revision is no plain column')
  expect(() => plainRows(db, db.select({ n: sql<number>`1` }).from(personTable))).toThrow('n is no plain column')
})
