import { afterEach, beforeEach, expect, it } from 'vitest'
import { freshDatabase } from '../tests/fixtures/database.ts'
import type { OpenDatabase } from './open-database.ts'
import { openDatabase } from './open-database.ts'
import { studioChanges } from './studio-changes.ts'
import { writeTx } from './write-tx.ts'

let fresh: ReturnType<typeof freshDatabase>
let opened: OpenDatabase
beforeEach(() => {
  fresh = freshDatabase()
  opened = fresh.opened
  opened.sqlite.exec(`
    CREATE TABLE hall (id TEXT PRIMARY KEY, studio_id TEXT);
    CREATE TABLE seat (id TEXT PRIMARY KEY, hall_id TEXT REFERENCES hall (id), taken INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE weather (id TEXT PRIMARY KEY);
    CREATE TABLE diary (id TEXT PRIMARY KEY);
    INSERT INTO hall VALUES ('of a', 'a'), ('of b', 'b'), ('of nobody', NULL);
    INSERT INTO seat (id, hall_id) VALUES ('1', 'of a'), ('2', 'of b'), ('3', NULL);
  `)
})
afterEach(() => fresh.close())

const stamps = () => {
  const changes = studioChanges(opened.db, ['diary'])
  return { a: changes.stampOf('a'), b: changes.stampOf('b') }
}
/** Whose stamp is another one after the statement. */
function movedBy(statement: string): string {
  const before = stamps()
  opened.sqlite.exec(statement)
  const after = stamps()
  return `${before.a === after.a ? '' : 'a'}${before.b === after.b ? '' : 'b'}`
}

it.each([
  ['nothing', 'SELECT 1', ''],
  ['a new row of a studio', "INSERT INTO hall VALUES ('new', 'a')", 'a'],
  ['a row that goes over to another studio', "UPDATE hall SET studio_id = 'b' WHERE id = 'of a'", 'ab'],
  ['a row that goes', "DELETE FROM hall WHERE id = 'of nobody'", 'ab'],
  ['a row of a row of a studio', "UPDATE seat SET taken = 1 WHERE id = '1'", 'a'],
  ['a row that refers to none', "UPDATE seat SET taken = 1 WHERE id = '3'", 'ab'],
  ['a row of a row of no studio', "INSERT INTO seat VALUES ('4', 'of nobody', 0)", 'ab'],
  ['a row that takes the place of another', "INSERT OR REPLACE INTO hall VALUES ('of a', 'b')", 'ab'],
  ['a row that belongs to nobody', "INSERT INTO weather VALUES ('rain')", 'ab'],
  ['all rows going at once', 'DELETE FROM seat', 'ab'],
  ['a row that was said not to matter', "INSERT INTO diary VALUES ('today')", ''],
  ['a table that comes later', "CREATE TABLE late (id TEXT PRIMARY KEY, studio_id TEXT)", 'ab'],
])('%s changes what it should', (_, statement, moved) => {
  expect(movedBy(statement)).toBe(moved)
})

it('a table that came later is watched from then on', () => {
  stamps()
  opened.sqlite.exec('CREATE TABLE late (id TEXT PRIMARY KEY, studio_id TEXT)')
  expect(movedBy("INSERT INTO late VALUES ('1', 'b')")).toBe('b')
})

it('what another connection writes changes all', () => {
  const before = stamps()
  const beside = openDatabase(fresh.path)
  beside.sqlite.exec("INSERT INTO diary VALUES ('today')")
  beside.close()
  expect(stamps().a).not.toBe(before.a)
})

it('nothing is said of what may yet be undone', () => {
  writeTx(opened.db, () => expect(stamps()).toEqual({ a: null, b: null }))
  expect(stamps().a).not.toBeNull()
})

it('every table of ours is watched', () => {
  stamps()
  const tables = opened.sqlite.prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().get()
  expect(opened.sqlite.prepare('SELECT count(DISTINCT tbl_name) FROM temp.sqlite_master').pluck().get()).toBe(Number(tables) - 1)
})
