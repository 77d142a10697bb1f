import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshFolder } from '../tests/fixtures/database.ts'
import { openDatabase } from './open-database.ts'

let place: ReturnType<typeof freshFolder>
beforeEach(() => { place = freshFolder() })
afterEach(() => place.remove())

describe('opening the database', () => {
  it('asks for a write that survives a power cut every time, though the library would reopen with less', () => {
    const path = join(place.folder, 'a.db')
    openDatabase(path).close()

    const bare = new Database(path)
    expect(bare.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(bare.pragma('synchronous', { simple: true })).toBe(1)
    bare.close()

    const again = openDatabase(path)
    expect(again.sqlite.pragma('synchronous', { simple: true })).toBe(2)
    expect(again.sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(again.sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(again.sqlite.pragma('recursive_triggers', { simple: true })).toBe(1)
    expect(again.sqlite.pragma('busy_timeout', { simple: true })).toBe(5000)
    again.close()
  })

  it('leaves one whole file behind when it is closed, and may be closed twice', () => {
    const path = join(place.folder, 'a.db')
    const opened = openDatabase(path)
    opened.sqlite.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)')
    expect(existsSync(`${path}-wal`)).toBe(true)
    opened.close()
    opened.close()
    expect(existsSync(`${path}-wal`)).toBe(false)
  })

  it('says that a file is damaged when it is no database at all, and leaves it closed', () => {
    const path = join(place.folder, 'a.db')
    writeFileSync(path, 'not a database, but long enough to be looked at as one'.repeat(100))
    expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code: 'database.damaged', kind: 'unavailable' }))
  })
})
