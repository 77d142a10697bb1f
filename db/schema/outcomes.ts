import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { outcomeParts } from '../../shared/domain/outcomes/outcome-kind.ts'
import { outcomeKindKeys } from '../../shared/domain/outcomes/outcome-kinds.ts'
import { outcomeStates } from '../../shared/domain/outcomes/outcome-record.ts'
import { accountTable } from './accounts.ts'
import { activityTable } from './activities.ts'
import { day, id, moment, recycleBin, revision, timestamps } from './columns.ts'
import { personTable } from './people.ts'
import { studioTable } from './studios.ts'

/** 成果: one thing that somebody (or the studio) has done: a lesson, a paper, a project, a plan … */
export const outcomeTable = sqliteTable('outcome', {
  id: id(),
  kind: text('kind', { enum: outcomeKindKeys }).notNull(),
  title: text('title').notNull(),
  onDay: day('on_day').notNull(),
  /** The last day of what lasts (结对、培训). */
  untilDay: day('until_day'),
  /** For which period a plan or summary is made: `cycle`, `term:2026-1`, `schoolYear:2026`, `year:2026`. */
  forPeriod: text('for_period'),
  /** Null: a person's own, of no studio. */
  studioId: text('studio_id').references(() => studioTable.id),
  /** Key of one of the levels of the studio's scheme. */
  levelKey: text('level_key'),
  characters: integer('characters'),
  quantity: real('quantity').notNull().default(1),
  /** 其他: the metric of the scheme that it is recorded for. */
  metricKey: text('metric_key'),
  /** The kind's own fields as JSON; read and checked by `shared/domain/outcomes/check-outcome.ts`. */
  details: text('details').notNull(),
  /** What it is found by, made of title and details: see `outcomeSearchText`. Kept, because reading it out of the details of 20,000 records takes four times as long. */
  search: text('search').notNull(),
  /** The activity that it came of. */
  activityId: text('activity_id').references(() => activityTable.id),
  state: text('state', { enum: outcomeStates }).notNull(),
  /** Why it was returned, as long as it is. */
  returnReason: text('return_reason'),
  confirmedAt: moment('confirmed_at'),
  confirmedByAccountId: text('confirmed_by_account_id').references(() => accountTable.id),
  enteredByAccountId: text('entered_by_account_id').notNull().references(() => accountTable.id),
  revision: revision(),
  ...recycleBin(),
  ...timestamps(),
}, (t) => [
  index('outcome_by_day').on(t.onDay),
  index('outcome_by_studio_day').on(t.studioId, t.onDay),
  index('outcome_by_activity').on(t.activityId),
  check('outcome_quantity_above_none', sql`${t.quantity} > 0`),
])

/** Who did it, or was mentored in it, in the order of the paper. */
export const outcomePersonTable = sqliteTable('outcome_person', {
  outcomeId: text('outcome_id').notNull().references(() => outcomeTable.id),
  personId: text('person_id').notNull().references(() => personTable.id),
  part: text('part', { enum: outcomeParts }).notNull(),
  /** Of an author: the first, the second … */
  place: integer('place'),
  /** The order in which they stand in the record, from 1. */
  ordinal: integer('ordinal').notNull(),
}, (t) => [primaryKey({ columns: [t.outcomeId, t.personId] }), index('outcome_person_by_person').on(t.personId)])
