import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

/** The condition that a column holds one of these texts, as one parameter however many they are (`inArray` makes one of each). */
export const isAmong = (column: SQLiteColumn, texts: readonly string[]): SQL => sql`${column} in (select value from json_each(${JSON.stringify(texts)}))`
