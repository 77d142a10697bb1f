import { must } from '../shared/must.ts'
import type { Db, Sqlite } from './open-database.ts'
import { asStorageError } from './sqlite-errors.ts'

/** A write transaction that is under way. Functions that take it end in `Tx`, and take it first. */
export type WriteTx = Parameters<Parameters<Db['transaction']>[0]>[0]

const handles = new WeakMap<WriteTx, Sqlite>()

/** The bare handle of a transaction under way, for what must be quicker than drizzle: `insertManyTx`. */
export function sqliteOf(tx: WriteTx): Sqlite {
  return must(handles.get(tx), 'every write transaction is begun by writeTx')
}

/** What reading needs; both the database and a write transaction are one, so a query can be used in and outside of a transaction. */
export type ReadDb = Pick<Db, 'select' | 'selectDistinct' | '$count' | '$with' | 'all' | 'get' | 'values'>

/**
 * Runs `fn` in one `BEGIN IMMEDIATE` transaction: it is all saved when this returns, and nothing of it when this throws.
 *
 * IMMEDIATE takes the write lock before the first read, so what `fn` has read is still true when it writes. `fn` must be
 * synchronous: one that returns a promise is rolled back and refused, since its writes would come after the commit.
 *
 * @throws AppError of kind `unavailable` when the disk is full, busy or broken; whatever `fn` throws, as it is.
 */
export function writeTx<T>(db: Db, fn: (tx: WriteTx) => T): T {
  const sqlite = db.$client
  if (sqlite.inTransaction) throw new Error('a write transaction inside another one: pass the tx on instead')
  try {
    return db.transaction((tx) => {
      handles.set(tx, sqlite)
      const result = fn(tx)
      if (isThenable(result)) {
        // Nobody will wait for it, and what it does now fails: without this its rejection would end the program.
        result.then(undefined, () => undefined)
        throw new TypeError('writeTx was given an async function; gather first, then write in one go')
      }
      // SQLite itself rolls back on a full disk. Had `fn` swallowed that error, its later rows would stand alone.
      if (!sqlite.inTransaction) throw new Error('the transaction was rolled back while its function went on')
      return result
    }, { behavior: 'immediate' })
  } catch (error) {
    throw asStorageError(error) ?? error
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
