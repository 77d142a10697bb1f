import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { day, id, moment, timestamps } from './columns.ts'

/** The school that keeps this data folder: one row, written by the first start. */
export const schoolTable = sqliteTable('school', {
  id: integer('id').primaryKey().notNull(),
  name: text('name').notNull(),
  shortName: text('short_name'),
  bureauName: text('bureau_name').notNull(),
  /** County or district, as it stands in the titles of forms. */
  county: text('county'),
  logoFileSha256: text('logo_file_sha256'),
  ...timestamps(),
}, (t) => [check('school_only_one', sql`${t.id} = 1`)])

/** Settings by name; the value is JSON that the owning area's zod schema reads. */
export const settingTable = sqliteTable('setting', {
  key: text('key').primaryKey().notNull(),
  value: text('value').notNull(),
  updatedAt: moment('updated_at').notNull(),
})

/** Terms with their real dates; never computed from the month (spring festival moves them). */
export const termTable = sqliteTable('term', {
  /** `2026-1`: school year 2026—2027, first term. */
  key: text('key').primaryKey().notNull(),
  schoolYear: integer('school_year').notNull(),
  ordinal: integer('ordinal').notNull(),
  startsOn: day('starts_on').notNull(),
  endsOn: day('ends_on').notNull(),
  teachingStartsOn: day('teaching_starts_on').notNull(),
  teachingEndsOn: day('teaching_ends_on').notNull(),
  ...timestamps(),
}, (t) => [
  unique('term_year_ordinal').on(t.schoolYear, t.ordinal),
  check('term_ordinal', sql`${t.ordinal} in (1, 2)`),
  check('term_days_in_order', sql`${t.startsOn} <= ${t.teachingStartsOn} and ${t.teachingStartsOn} <= ${t.teachingEndsOn} and ${t.teachingEndsOn} <= ${t.endsOn}`),
])

/** Days off, and weekend days worked in exchange (`makeup`). */
export const holidayTable = sqliteTable('holiday', {
  id: id(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ['off', 'makeup'] }).notNull(),
  startsOn: day('starts_on').notNull(),
  endsOn: day('ends_on').notNull(),
  ...timestamps(),
}, (t) => [check('holiday_days_in_order', sql`${t.startsOn} <= ${t.endsOn}`)])
