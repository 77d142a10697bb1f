import { Column, getTableColumns, getTableName, type InferSelectModel, type Table } from 'drizzle-orm'
import { sqliteOf, type WriteTx } from './write-tx.ts'

/**
 * Inserts many rows, each with a value (or null) for every column, in the order given. One statement is prepared and run for each row:
 * drizzle builds and prepares its statement anew each time, which for some thousands of rows takes ten times as long as SQLite does.
 */
export function insertManyTx<T extends Table>(tx: WriteTx, table: T, rows: readonly InferSelectModel<T>[]): void {
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => ({
    key, name: column.name,
    // Most columns are kept as they are used, and need not be asked for each row.
    kept: column.mapToDriverValue === Column.prototype.mapToDriverValue ? null : (value: unknown) => column.mapToDriverValue(value),
  }))
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const insert = sqliteOf(tx).prepare(`INSERT INTO "${getTableName(table)}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
  for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
    insert.run(columns.map(({ key, kept }) => {
      const value = row[key]
      if (value === undefined) throw new Error(`a row for ${getTableName(table)} without ${key}`)
      return value === null || kept === null ? value : kept(value)
    }))
  }
}
