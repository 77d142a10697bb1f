import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '../tests/fixtures/database.ts'
import { AppError } from '../shared/errors.ts'
import { openDatabase } from './open-database.ts'
import { settingTable } from './schema/school.ts'
import { writeTx } from './write-tx.ts'
import type { ReadDb, WriteTx } from './write-tx.ts'

let fresh: ReturnType<typeof freshDatabase>
beforeEach(() => { fresh = freshDatabase() })
afterEach(() => fresh.close())

const saveTx = (tx: WriteTx, key: string, value = '1') =>
  tx.insert(settingTable).values({ key, value, updatedAt: '2026-09-01T00:00:00.000Z' }).run()
const keys = (db: ReadDb) => db.select({ key: settingTable.key }).from(settingTable).all().map((row) => row.key)

const thrown = (run: () => unknown): unknown => {
  try {
    run()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describe('saving in one transaction', () => {
  it('saves everything and hands back the result', () => {
    const result = writeTx(fresh.opened.db, (tx) => {
      saveTx(tx, 'a')
      saveTx(tx, 'b')
      return keys(tx).length
    })
    expect(result).toBe(2)
    expect(keys(fresh.opened.db)).toEqual(['a', 'b'])
  })

  it('saves nothing at all when a later step fails, and passes the failure on as it is', () => {
    const failure = new AppError('people.wrong', 'invalid', '第 2 行有误')
    const error = thrown(() => writeTx(fresh.opened.db, (tx) => {
      saveTx(tx, 'a')
      throw failure
    }))
    expect(error).toBe(failure)
    expect(keys(fresh.opened.db)).toEqual([])
    expect(fresh.opened.sqlite.inTransaction).toBe(false)
  })

  it('refuses an async function and rolls back what it had written so far', async () => {
    const error = thrown(() => writeTx(fresh.opened.db, async (tx) => {
      saveTx(tx, 'a')
      await Promise.resolve()
      throw new Error('after the refusal')
    }))
    expect(error).toBeInstanceOf(TypeError)
    await new Promise((resolve) => setImmediate(resolve))
    expect(keys(fresh.opened.db)).toEqual([])
  })

  it('refuses a transaction inside a transaction, so that an inner one cannot seem saved', () => {
    expect(() => writeTx(fresh.opened.db, () => writeTx(fresh.opened.db, (tx) => saveTx(tx, 'a')))).toThrow('inside another')
    expect(keys(fresh.opened.db)).toEqual([])
  })

  it('says in plain words that the disk is full, and that nothing was saved', () => {
    const { sqlite, db } = fresh.opened
    writeTx(db, (tx) => saveTx(tx, 'kept'))
    sqlite.pragma(`max_page_count = ${String(sqlite.pragma('page_count', { simple: true }))}`)
    const error = thrown(() => writeTx(db, (tx) => {
      for (let n = 0; n < 100; n++) saveTx(tx, `big-${n}`, 'x'.repeat(10_000))
    }))
    expect(error).toMatchObject({ code: 'database.diskFull', kind: 'unavailable' })
    expect(error).toHaveProperty('message', expect.stringContaining('磁盘已满'))
    expect(keys(db)).toEqual(['kept'])
    expect(sqlite.inTransaction).toBe(false)
  })

  it('does not call a run saved whose function swallowed the full disk', () => {
    const { sqlite, db } = fresh.opened
    sqlite.pragma(`max_page_count = ${String(sqlite.pragma('page_count', { simple: true }))}`)
    const error = thrown(() => writeTx(db, (tx) => {
      try {
        saveTx(tx, 'big', 'x'.repeat(1_000_000))
      } catch {
        return 'saved'
      }
      return 'saved'
    }))
    expect(error).toBeInstanceOf(Error)
    expect(keys(db)).toEqual([])
  })

  it('says that another program holds the database', () => {
    const other = openDatabase(fresh.path)
    const mine = openDatabase(fresh.path, { busyTimeoutMs: 0 })
    try {
      other.sqlite.exec('BEGIN IMMEDIATE')
      expect(thrown(() => writeTx(mine.db, (tx) => saveTx(tx, 'a')))).toMatchObject({ code: 'database.busy', kind: 'unavailable' })
      other.sqlite.exec('ROLLBACK')
      writeTx(mine.db, (tx) => saveTx(tx, 'a'))
      expect(keys(mine.db)).toEqual(['a'])
    } finally {
      other.close()
      mine.close()
    }
  })

  it('holds the write lock from its first moment, so what it read is still true when it writes', () => {
    const other = openDatabase(fresh.path, { busyTimeoutMs: 0 })
    try {
      writeTx(fresh.opened.db, (tx) => {
        expect(tx.select().from(settingTable).where(eq(settingTable.key, 'a')).get()).toBeUndefined()
        expect(thrown(() => writeTx(other.db, (otherTx) => saveTx(otherTx, 'a')))).toMatchObject({ code: 'database.busy' })
        saveTx(tx, 'a', 'mine')
      })
      expect(keys(other.db)).toEqual(['a'])
    } finally {
      other.close()
    }
  })
})
