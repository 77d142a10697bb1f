import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { freshProgram, type TestProgram } from '../fixtures/program.ts'

let test: TestProgram
beforeEach(async () => {
  test = await freshProgram()
})
afterEach(() => test.close())

/** Rubbish over the first page of a table, as a failing disk or a careless sync program leaves it, while the program runs. */
function spoil(table: string): void {
  const path = join(test.folder, 'xingtan.db')
  const watch = new Database(path)
  watch.pragma('wal_checkpoint(TRUNCATE)')
  const page = Number(watch.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table))
  const size = Number(watch.pragma('page_size', { simple: true }))
  watch.close()
  expect(page).toBeGreaterThan(1)
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(size, 0xee), 0, size, (page - 1) * size)
  closeSync(file)
}

it('a list that lies in a damaged part of the database says so, and where the backups are', async () => {
  spoil('person')
  const refusal = await test.admin.refused('people.search', { query: '' })
  expect(refusal).toMatchObject({ code: 'database.damaged', kind: 'unavailable' })
  expect(refusal.message).toContain('backups')
  expect(refusal.logId).toBeTruthy()
})
