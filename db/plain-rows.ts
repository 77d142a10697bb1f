import { Column, is, type SQLWrapper } from 'drizzle-orm'
import type { ReadDb } from './write-tx.ts'

/** A select of named columns. */
interface ColumnsQuery<T> extends SQLWrapper {
  readonly _: { readonly selectedFields: object }
  all(): T[]
}

/**
 * The rows of a select of named columns, the same as its `all()` gives: drizzle looks at the kind of every single value, which for
 * ten thousand rows takes longer than reading them. Columns that are kept otherwise than they are used (JSON, dates) are refused.
 */
export function plainRows<T extends object>(db: Pick<ReadDb, 'values'>, query: ColumnsQuery<T>): T[] {
  const names = Object.entries(query._.selectedFields).map(([name, field]: [string, unknown]) => {
    if (!is(field, Column) || field.mapFromDriverValue !== Column.prototype.mapFromDriverValue) throw new Error(`${name} is no plain column`)
    return name
  })
  return db.values<unknown[]>(query).map((values) => {
    const row: Record<string, unknown> = {}
    for (const [at, name] of names.entries()) row[name] = values[at]
    return row as T
  })
}
