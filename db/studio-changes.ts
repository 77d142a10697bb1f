import type { Db, Sqlite } from './open-database.ts'
import type { ReadDb } from './write-tx.ts'

/** Tells whether something that belongs to a studio, or that may matter to all of them, has changed. */
export interface StudioChanges {
  /** Another text as soon as anything of this studio, or of none in particular, has changed. Null inside a transaction, which may yet be undone. */
  stampOf(studioId: string): string | null
}

const watched = new WeakMap<Sqlite, StudioChanges>()

/**
 * Watches the database by triggers of this connection on every table there is, so that no service can forget to tell, and a table that
 * comes later is watched too. A row belongs to the studio in its `studio_id`, and to those of the rows that it refers to; what
 * belongs to none changes all. So does whatever another connection or a new table brings.
 * @param leftOut tables whose rows nobody who asks here reads; each time the same
 */
export function studioChanges(db: ReadDb, leftOut: readonly string[]): StudioChanges {
  const sqlite = (db as Db).$client
  const known = watched.get(sqlite)
  if (known !== undefined) return known
  const changes = watch(sqlite, new Set(leftOut))
  watched.set(sqlite, changes)
  return changes
}

function watch(sqlite: Sqlite, leftOut: ReadonlySet<string>): StudioChanges {
  let all = 0
  const each = new Map<string, number>()
  sqlite.function('studio_changed', (studioId: unknown) => {
    if (typeof studioId === 'string') each.set(studioId, (each.get(studioId) ?? 0) + 1)
    else all += 1
    return null
  })
  const outside = () => `${String(sqlite.pragma('data_version', { simple: true }))} ${String(sqlite.pragma('schema_version', { simple: true }))}`
  let seen = ''
  return {
    stampOf(studioId) {
      if (sqlite.inTransaction) return null
      const now = outside()
      if (now !== seen) {
        all += 1
        sqlite.exec(triggersFor(sqlite, leftOut))
        seen = now
      }
      return `${all} ${each.get(studioId) ?? 0}`
    },
  }
}

function triggersFor(sqlite: Sqlite, leftOut: ReadonlySet<string>): string {
  const tables = textsOf(sqlite, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
  const withStudio = new Set(tables.filter((table) => columnsOf(sqlite, table).includes('studio_id')))
  const events = [['INSERT', ['NEW']], ['UPDATE', ['OLD', 'NEW']], ['DELETE', ['OLD']]] as const
  return tables.filter((table) => !leftOut.has(table)).flatMap((table) => events.map(([event, rows]) => {
    const name = `temp.studio_changed_${table}_${event.toLowerCase()}`
    const told = rows.flatMap((row) => tellers(sqlite, table, row, withStudio)).join(' ')
    return `DROP TRIGGER IF EXISTS ${name}; CREATE TEMP TRIGGER ${name.slice(5)} AFTER ${event} ON main."${table}" BEGIN ${told} END;`
  })).join('\n')
}

/** Statements that name the studios of a row; without any, one that names none. */
function tellers(sqlite: Sqlite, table: string, row: 'OLD' | 'NEW', withStudio: ReadonlySet<string>): string[] {
  if (table === 'studio') return [`SELECT studio_changed(${row}.id);`]
  const parents = sqlite.prepare<[string], { from: string; table: string }>('SELECT "from", "table" FROM pragma_foreign_key_list(?)').all(table)
    .filter((parent) => withStudio.has(parent.table))
  const through = parents.map((parent) => `SELECT studio_changed((SELECT studio_id FROM "${parent.table}" WHERE id = ${row}."${parent.from}")) WHERE ${row}."${parent.from}" IS NOT NULL;`)
  if (withStudio.has(table)) return [`SELECT studio_changed(${row}.studio_id);`, ...through]
  const none = parents.map((parent) => `${row}."${parent.from}" IS NULL`)
  return [...through, `SELECT studio_changed(NULL)${none.length === 0 ? '' : ` WHERE ${none.join(' AND ')}`};`]
}

const columnsOf = (sqlite: Sqlite, table: string) => textsOf(sqlite, 'SELECT name FROM pragma_table_info(?)', table)

function textsOf(sqlite: Sqlite, query: string, ...given: string[]): string[] {
  return sqlite.prepare<string[], { name: string }>(query).all(...given).map(({ name }) => name)
}
