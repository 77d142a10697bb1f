import { mostSheetRows } from '../../../shared/contract/exports.ts'

/** One part of a list that the program hands out in parts; `next` asks for the part after it, null when it was the last. */
export interface RowsPart<Row, At> {
  readonly rows: readonly Row[]
  readonly next: At | null
}

/**
 * Every row of a list that comes in parts, in its order. `keyOf` names a row: one that moved to a later part while the parts were
 * fetched is taken once.
 * @throws Error in words when there are more rows than one sheet takes
 */
export async function gatherRows<Row, At>(first: At, partAt: (at: At) => Promise<RowsPart<Row, At>>, keyOf: (row: Row) => string): Promise<Row[]> {
  const rows = new Map<string, Row>()
  for (let at = first; ;) {
    const part = await partAt(at)
    for (const row of part.rows) if (!rows.has(keyOf(row))) rows.set(keyOf(row), row)
    if (rows.size > mostSheetRows) throw new Error(`一次最多导出 ${mostSheetRows.toLocaleString('en-US')} 行，请先筛选`)
    if (part.next === null) return [...rows.values()]
    at = part.next
  }
}
