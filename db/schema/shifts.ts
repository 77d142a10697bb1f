import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { planStates, shiftKinds, shiftSources } from '../../shared/domain/shifts/shift-plan.ts'
import { swapStates } from '../../shared/domain/shifts/swap-shift.ts'
import { accountTable } from './accounts.ts'
import { day, id, moment, recycleBin, revision, timestamps } from './columns.ts'
import { personTable } from './people.ts'
import { termTable } from './school.ts'

/** 值班安排: by which rule a rota is made. */
export const shiftPlanTable = sqliteTable('shift_plan', {
  id: id(),
  name: text('name').notNull(),
  kind: text('kind', { enum: shiftKinds }).notNull(),
  termKey: text('term_key').notNull().references(() => termTable.key),
  fromOn: day('from_on').notNull(),
  toOn: day('to_on').notNull(),
  /** Days, slots, places, what is looked at, what is asked of whoever is on duty: JSON, read by `shiftRule` of the contract. */
  rule: text('rule').notNull(),
  state: text('state', { enum: planStates }).notNull(),
  revision: revision(),
  ...recycleBin(),
  ...timestamps(),
}, (t) => [index('shift_plan_by_term').on(t.termKey), check('shift_plan_days_in_order', sql`${t.fromOn} <= ${t.toOn}`)])

/** Who takes turns, in the order of the list, and when she cannot (JSON). */
export const shiftPoolTable = sqliteTable('shift_pool', {
  planId: text('plan_id').notNull().references(() => shiftPlanTable.id),
  personId: text('person_id').notNull().references(() => personTable.id),
  ordinal: integer('ordinal').notNull(),
  unable: text('unable').notNull(),
}, (t) => [primaryKey({ columns: [t.planId, t.personId] })])

/** One making of the rota: the first puts the plan in force, each later one renews it from a day on. */
export const shiftGenerationTable = sqliteTable('shift_generation', {
  id: id(),
  planId: text('plan_id').notNull().references(() => shiftPlanTable.id),
  ordinal: integer('ordinal').notNull(),
  fromOn: day('from_on').notNull(),
  madeAt: moment('made_at').notNull(),
  madeByAccountId: text('made_by_account_id').notNull().references(() => accountTable.id),
  undoneAt: moment('undone_at'),
}, (t) => [uniqueIndex('shift_generation_in_order').on(t.planId, t.ordinal)])

/** 值勤的一班: who is on duty where and when. Its post never changes, its person only with a row of `shift_change`. */
export const dutyShiftTable = sqliteTable('duty_shift', {
  id: id(),
  planId: text('plan_id').notNull().references(() => shiftPlanTable.id),
  onDay: day('on_day').notNull(),
  slotKey: text('slot_key').notNull(),
  place: text('place').notNull(),
  post: integer('post').notNull(),
  /** Null: nobody could; `reason` says why. */
  personId: text('person_id').references(() => personTable.id),
  source: text('source', { enum: shiftSources }).notNull(),
  /** In Chinese: why she, or why nobody. */
  reason: text('reason'),
  generationId: text('generation_id').notNull().references(() => shiftGenerationTable.id),
  /** The making in which it fell away; null: it stands. */
  droppedByGenerationId: text('dropped_by_generation_id').references(() => shiftGenerationTable.id),
  revision: revision(),
  ...timestamps(),
}, (t) => [
  uniqueIndex('duty_shift_one_a_post').on(t.planId, t.onDay, t.slotKey, t.place, t.post).where(sql`dropped_by_generation_id is null`),
  index('duty_shift_by_day').on(t.onDay),
  index('duty_shift_by_person').on(t.personId, t.onDay),
])

/** Every change of a shift's person; only grows. */
export const shiftChangeTable = sqliteTable('shift_change', {
  id: id(),
  shiftId: text('shift_id').notNull().references(() => dutyShiftTable.id),
  fromPersonId: text('from_person_id').references(() => personTable.id),
  toPersonId: text('to_person_id').references(() => personTable.id),
  source: text('source', { enum: shiftSources }).notNull(),
  reason: text('reason').notNull(),
  changedAt: moment('changed_at').notNull(),
  changedByAccountId: text('changed_by_account_id').notNull().references(() => accountTable.id),
}, (t) => [index('shift_change_by_shift').on(t.shiftId)])

/** 换班: asked for, consented to, and done or not. What is over does not change. */
export const shiftSwapTable = sqliteTable('shift_swap', {
  id: id(),
  shiftId: text('shift_id').notNull().references(() => dutyShiftTable.id),
  askedByPersonId: text('asked_by_person_id').notNull().references(() => personTable.id),
  withPersonId: text('with_person_id').notNull().references(() => personTable.id),
  /** The shift that is taken over in exchange; null: the other stands in. */
  inExchangeShiftId: text('in_exchange_shift_id').references(() => dutyShiftTable.id),
  reason: text('reason').notNull(),
  state: text('state', { enum: swapStates }).notNull(),
  /** 「本人签了字的换班条」: how the office knows of a consent that was not given in the program. */
  paperNote: text('paper_note'),
  answer: text('answer'),
  consentedAt: moment('consented_at'),
  decidedAt: moment('decided_at'),
  revision: revision(),
  ...timestamps(),
}, (t) => [index('shift_swap_by_shift').on(t.shiftId), index('shift_swap_by_person').on(t.withPersonId)])

/** 值勤记录: what was seen at one place in one slot of a day. It may be corrected, not taken away. */
export const dutyLogTable = sqliteTable('duty_log', {
  id: id(),
  planId: text('plan_id').notNull().references(() => shiftPlanTable.id),
  onDay: day('on_day').notNull(),
  slotKey: text('slot_key').notNull(),
  place: text('place').notNull(),
  /** JSON: `LogItem[]`. */
  items: text('items').notNull(),
  findings: integer('findings').notNull(),
  classes: text('classes'),
  teachersLate: integer('teachers_late').notNull().default(0),
  teachersAbsent: integer('teachers_absent').notNull().default(0),
  studentsExpected: integer('students_expected'),
  studentsPresent: integer('students_present'),
  /** 突发情况及处理. */
  incidents: text('incidents'),
  remark: text('remark'),
  handedOverToPersonId: text('handed_over_to_person_id').references(() => personTable.id),
  /** Null: entered by the office from paper. */
  writtenByPersonId: text('written_by_person_id').references(() => personTable.id),
  writtenByAccountId: text('written_by_account_id').notNull().references(() => accountTable.id),
  revision: revision(),
  ...timestamps(),
}, (t) => [
  uniqueIndex('duty_log_one_a_round').on(t.planId, t.onDay, t.slotKey, t.place),
  index('duty_log_by_day').on(t.onDay),
  check('duty_log_counts', sql`${t.teachersLate} >= 0 and ${t.teachersAbsent} >= 0 and ${t.findings} >= 0`),
])
