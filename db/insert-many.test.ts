import { afterEach, beforeEach, expect, it } from 'vitest'
import { freshDatabase } from '../tests/fixtures/database.ts'
import { insertManyTx } from './insert-many.ts'
import { personTable } from './schema/people.ts'
import { writeTx } from './write-tx.ts'

let fresh: ReturnType<typeof freshDatabase>
beforeEach(() => { fresh = freshDatabase() })
afterEach(() => fresh.close())

const at = '2026-09-01T00:00:00.000Z'
const nobody: typeof personTable.$inferSelect = {
  id: 'nobody', name: '无名', nameSearch: '无名', sex: null, bornOn: null, idNumberCipher: null, idNumberHmac: null, phoneCipher: null, phoneHmac: null,
  ethnicity: null, politicalStatus: null, education: null, degree: null, graduatedFrom: null, schoolName: null, post: null, subject: null, schoolStage: null,
  professionalTitle: null, titleGrantedOn: null, teachingSince: null, homeroomYears: null, honours: null, email: null, staffNo: null, photoFileSha256: null,
  note: null, revision: 1, removedAt: null, removedReason: null, createdAt: at, updatedAt: at,
}

it('many rows are kept as they were given, whatever stands in them', () => {
  const rows = [
    { ...nobody, id: 'a', name: "𠮷田'三\"", note: '第一行\n第二行', honours: '', homeroomYears: 8.5, revision: 3 },
    { ...nobody, id: 'b', staffNo: '007', homeroomYears: 0 },
  ]
  writeTx(fresh.opened.db, (tx) => insertManyTx(tx, personTable, rows))
  expect(fresh.opened.db.select().from(personTable).orderBy(personTable.id).all()).toEqual(rows)
  expect(fresh.opened.sqlite.prepare("SELECT typeof(staff_no) AS a, typeof(homeroom_years) AS b, typeof(revision) AS c, typeof(note) AS d FROM person WHERE id = 'b'").get())
    .toEqual({ a: 'text', b: 'real', c: 'integer', d: 'null' })
})

it('a row that lacks a column is refused, and none of the others is kept', () => {
  const { note: _, ...lacking } = nobody
  const rows = [{ ...nobody, id: 'a' }, lacking as typeof nobody]
  expect(() => writeTx(fresh.opened.db, (tx) => insertManyTx(tx, personTable, rows))).toThrow('without note')
  expect(fresh.opened.db.select().from(personTable).all()).toEqual([])
})

it('without a row nothing is written', () => {
  writeTx(fresh.opened.db, (tx) => insertManyTx(tx, personTable, []))
  expect(fresh.opened.db.select().from(personTable).all()).toEqual([])
})
