import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { memberRoles, studioKinds, studioLevels } from '../../shared/domain/studios/studio-words.ts'
import { day, id, moment, recycleBin, revision, timestamps } from './columns.ts'
import { personTable } from './people.ts'

export const studioTable = sqliteTable('studio', {
  id: id(),
  kind: text('kind', { enum: studioKinds }).notNull(),
  name: text('name').notNull(),
  subject: text('subject'),
  schoolStage: text('school_stage'),
  level: text('level', { enum: studioLevels }).notNull(),
  hostSchool: text('host_school').notNull(),
  /** Code and version of the scheme in `resources/schemes/` that this studio follows. */
  schemeCode: text('scheme_code').notNull(),
  schemeVersion: text('scheme_version').notNull(),
  note: text('note'),
  revision: revision(),
  ...recycleBin(),
  ...timestamps(),
})

/** 周期: the periods a studio was set up for, one after the other. */
export const studioCycleTable = sqliteTable('studio_cycle', {
  id: id(),
  studioId: text('studio_id').notNull().references(() => studioTable.id),
  ordinal: integer('ordinal').notNull(),
  startsOn: day('starts_on').notNull(),
  endsOn: day('ends_on').notNull(),
  ...timestamps(),
}, (t) => [check('studio_cycle_days_in_order', sql`${t.startsOn} <= ${t.endsOn}`)])

/** 成员任期: never overwritten, only ended, or voided when entered by mistake (triggers in `db/custom-sql/`). */
export const membershipTable = sqliteTable('membership', {
  id: id(),
  studioId: text('studio_id').notNull().references(() => studioTable.id),
  personId: text('person_id').notNull().references(() => personTable.id),
  role: text('role', { enum: memberRoles }).notNull(),
  fromOn: day('from_on').notNull(),
  /** The last day of it; open while null. */
  toOn: day('to_on'),
  endReason: text('end_reason'),
  /** Why a limit of the scheme was overstepped, and who allowed it. */
  exceptionReason: text('exception_reason'),
  voidedAt: moment('voided_at'),
  voidReason: text('void_reason'),
  createdAt: moment('created_at').notNull(),
}, (t) => [
  index('membership_by_studio').on(t.studioId),
  index('membership_by_person').on(t.personId),
  check('membership_days_in_order', sql`${t.toOn} is null or ${t.fromOn} <= ${t.toOn}`),
])
