import type Database from 'better-sqlite3'
import { must } from '../shared/must.ts'
import { brokenReferences } from './integrity.ts'
import type { Losses } from './migration-files.ts'

/** How many rows a table has, and how many values (not null) each of its columns. */
interface TableCount {
  readonly rows: number
  readonly values: ReadonlyMap<string, number>
}

/** The counts by which a migration is judged. */
export interface Census {
  readonly tables: ReadonlyMap<string, TableCount>
  /** Broken references, counted per `child → parent`. */
  readonly violations: ReadonlyMap<string, number>
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Counts everything in one scan a table: rows, and the values of every column, so that a link turned null is seen. */
export function takeCensus(sqlite: Database.Database): Census {
  const tables = new Map<string, TableCount>()
  const names = sqlite.prepare<[], { name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
     AND sql NOT LIKE 'CREATE VIRTUAL%' AND name <> 'schema_custom_sql' ORDER BY name`,
  ).all()
  for (const { name } of names) {
    const columns = sqlite.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(name)
    const counts = ['count(*)', ...columns.map((column) => `count(${quoted(column.name)})`)]
    const row = must(sqlite.prepare<[], number[]>(`SELECT ${counts.join(', ')} FROM ${quoted(name)}`).raw().get(), 'an aggregate has one row')
    const values = new Map(columns.map((column, at) => [column.name, must(row[at + 1], 'one count a column')]))
    tables.set(name, { rows: must(row[0], 'count(*) comes first'), values })
  }
  return { tables, violations: brokenReferences(sqlite) }
}

/** What got lost between two counts without having been declared; empty when all is well. English, for the log. */
export function unexplainedLosses(before: Census, after: Census, losses: readonly Losses[]): string[] {
  const found: string[] = []
  const mayLoseRows = (table: string) => losses.some((declared) => declared.rowsOf.has(table))
  const mayLoseValues = (table: string, column: string) => losses.some((declared) => declared.valuesOf.has(`${table}.${column}`))
  for (const [table, was] of before.tables) {
    if (mayLoseRows(table)) continue
    const nowNamed = losses.reduce((name, declared) => declared.renamed.get(name) ?? name, table)
    const is = after.tables.get(nowNamed)
    if (is === undefined) {
      found.push(`table ${table} is gone`)
      continue
    }
    if (is.rows < was.rows) found.push(`table ${table} had ${was.rows} rows and has ${is.rows}`)
    for (const [column, count] of was.values) {
      const now = is.values.get(column)
      if (mayLoseValues(table, column) || (now !== undefined && now >= count)) continue
      found.push(now === undefined ? `column ${table}.${column} is gone` : `column ${table}.${column} had ${count} values and has ${now}`)
    }
  }
  for (const [link, count] of after.violations) {
    const was = before.violations.get(link) ?? 0
    if (count > was) found.push(`${count - was} new broken references ${link}`)
  }
  return found
}
