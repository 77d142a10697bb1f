import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { briefingAudiences } from '../../shared/domain/inspections/briefing.ts'
import { stepKinds } from '../../shared/domain/inspections/follow-up.ts'
import { feedbackSources, inspectionForms, inspectionKinds, logItemStates, severities } from '../../shared/domain/inspections/inspection-words.ts'
import { accountTable } from './accounts.ts'
import { day, id, moment, recycleBin, revision, timestamps } from './columns.ts'
import { personTable } from './people.ts'

/** A class of pupils: what a weekly log is handed in for. */
export const schoolClassTable = sqliteTable('school_class', {
  id: id(),
  /** As the school writes it: 七年级（1）班, 25机电1班. */
  name: text('name').notNull(),
  grade: text('grade'),
  homeroomPersonId: text('homeroom_person_id').references(() => personTable.id),
  /** First and last term in which it is there (`2026-1`); null: still is. */
  fromTermKey: text('from_term_key').notNull(),
  untilTermKey: text('until_term_key'),
  /** The order in which the school lists its classes. */
  ordinal: integer('ordinal').notNull(),
  revision: revision(),
  ...recycleBin(),
  ...timestamps(),
}, (t) => [check('school_class_terms_in_order', sql`${t.untilTermKey} is null or ${t.fromTermKey} <= ${t.untilTermKey}`)])

/** 《教学日记》: one class in one teaching week, from the moment it is in. What is not in has no row. */
export const weeklyLogTable = sqliteTable('weekly_log', {
  id: id(),
  classId: text('class_id').notNull().references(() => schoolClassTable.id),
  /** The Monday of its week. */
  weekStartsOn: day('week_starts_on').notNull(),
  handedInOn: day('handed_in_on').notNull(),
  enteredByAccountId: text('entered_by_account_id').notNull().references(() => accountTable.id),
  progress: text('progress', { enum: logItemStates }),
  practice: text('practice', { enum: logItemStates }),
  homework: text('homework', { enum: logItemStates }),
  lessonsPlanned: integer('lessons_planned'),
  lessonsHeld: integer('lessons_held'),
  homeworkAssigned: integer('homework_assigned'),
  homeworkCorrected: integer('homework_corrected'),
  remark: text('remark'),
  revision: revision(),
  ...recycleBin(),
  ...timestamps(),
}, (t) => [
  uniqueIndex('weekly_log_one_per_class_week').on(t.classId, t.weekStartsOn).where(sql`removed_at is null`),
  index('weekly_log_by_week').on(t.weekStartsOn),
])

/** What the office says about a week. The figures in it are computed whenever it is shown. */
export const weeklySummaryTable = sqliteTable('weekly_summary', {
  /** The Monday of the week. */
  weekStartsOn: day('week_starts_on').primaryKey().notNull(),
  text: text('text').notNull(),
  publishedOn: day('published_on'),
  revision: revision(),
  ...timestamps(),
})

/** A list of the school's own; those of `resources/inspections` are files. */
export const inspectionChecklistTable = sqliteTable('inspection_checklist', {
  id: id(),
  /** The checklist as JSON, read by `shared/domain/inspections/checklist.ts`. */
  document: text('document').notNull(),
  /** Key of the list that it was copied from. */
  copiedFrom: text('copied_from'),
  revision: revision(),
  ...recycleBin(),
  ...timestamps(),
})

/** One inspection: planned, running from its first day, closed with its report. */
export const inspectionTable = sqliteTable('inspection', {
  id: id(),
  kind: text('kind', { enum: inspectionKinds }).notNull(),
  form: text('form', { enum: inspectionForms }).notNull(),
  title: text('title').notNull(),
  startsOn: day('starts_on').notNull(),
  endsOn: day('ends_on').notNull(),
  /** Which classes, subjects or departments. */
  scope: text('scope'),
  /** The items as they were when it was planned: JSON list of texts. */
  items: text('items').notNull(),
  report: text('report').notNull().default(''),
  closedOn: day('closed_on'),
  revision: revision(),
  ...recycleBin(),
  ...timestamps(),
}, (t) => [
  index('inspection_by_day').on(t.startsOn),
  check('inspection_days_in_order', sql`${t.startsOn} <= ${t.endsOn}`),
])

export const inspectionInspectorTable = sqliteTable('inspection_inspector', {
  inspectionId: text('inspection_id').notNull().references(() => inspectionTable.id),
  personId: text('person_id').notNull().references(() => personTable.id),
  ordinal: integer('ordinal').notNull(),
}, (t) => [primaryKey({ columns: [t.inspectionId, t.personId] })])

/** 通报: that an inspection was told, when, to whom and in which words. */
export const inspectionBriefingTable = sqliteTable('inspection_briefing', {
  id: id(),
  inspectionId: text('inspection_id').notNull().references(() => inspectionTable.id),
  toldOn: day('told_on').notNull(),
  audience: text('audience', { enum: briefingAudiences }).notNull(),
  /** Which 教研组, as they were written. */
  departments: text('departments'),
  text: text('text').notNull(),
  byAccountId: text('by_account_id').notNull().references(() => accountTable.id),
  revision: revision(),
  ...recycleBin(),
  ...timestamps(),
}, (t) => [index('inspection_briefing_by_inspection').on(t.inspectionId)])

/** 《教学信息反馈表》: what pupils, teachers or parents say, to whom it was passed on and what came of it. */
export const feedbackFormTable = sqliteTable('feedback_form', {
  id: id(),
  onDay: day('on_day').notNull(),
  source: text('source', { enum: feedbackSources }).notNull(),
  classId: text('class_id').references(() => schoolClassTable.id),
  /** The teacher whom it is about. */
  personId: text('person_id').references(() => personTable.id),
  text: text('text').notNull(),
  forwardedToPersonId: text('forwarded_to_person_id').references(() => personTable.id),
  forwardedOn: day('forwarded_on'),
  answer: text('answer'),
  answeredOn: day('answered_on'),
  revision: revision(),
  ...recycleBin(),
  ...timestamps(),
}, (t) => [index('feedback_form_by_day').on(t.onDay)])

/** What an inspection or a feedback form has shown. Where it stands is computed from its steps. */
export const findingTable = sqliteTable('finding', {
  id: id(),
  inspectionId: text('inspection_id').references(() => inspectionTable.id),
  feedbackId: text('feedback_id').references(() => feedbackFormTable.id),
  classId: text('class_id').references(() => schoolClassTable.id),
  /** The teacher whom it is about. */
  personId: text('person_id').references(() => personTable.id),
  /** 教研组, 专业组 or office whom it is about. */
  department: text('department'),
  item: text('item').notNull(),
  severity: text('severity', { enum: severities }).notNull(),
  text: text('text').notNull(),
  foundOn: day('found_on').notNull(),
  dueOn: day('due_on'),
  responsiblePersonId: text('responsible_person_id').references(() => personTable.id),
  revision: revision(),
  ...recycleBin(),
  ...timestamps(),
}, (t) => [index('finding_by_inspection').on(t.inspectionId), index('finding_by_day').on(t.foundOn), index('finding_by_responsible').on(t.responsiblePersonId)])

/** What was done about a finding. Only added to (`db/custom-sql/append-only.sql`). */
export const findingStepTable = sqliteTable('finding_step', {
  id: id(),
  findingId: text('finding_id').notNull().references(() => findingTable.id),
  kind: text('kind', { enum: stepKinds }).notNull(),
  note: text('note'),
  at: moment('at').notNull(),
  onDay: day('on_day').notNull(),
  /** The order in which the steps of one finding were entered, from 1. */
  ordinal: integer('ordinal').notNull(),
  byAccountId: text('by_account_id').notNull().references(() => accountTable.id),
}, (t) => [uniqueIndex('finding_step_order').on(t.findingId, t.ordinal)])
