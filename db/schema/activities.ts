import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { activityKinds, attendanceMarks } from '../../shared/domain/activities/activity-words.ts'
import { seriesRhythms } from '../../shared/domain/activities/series-days.ts'
import { studioLevels } from '../../shared/domain/studios/studio-words.ts'
import { accountTable } from './accounts.ts'
import { day, id, moment, recycleBin, revision, timestamps } from './columns.ts'
import { personTable } from './people.ts'
import { termTable } from './school.ts'
import { studioTable } from './studios.ts'
import { themeTable } from './themes.ts'

/** 例会 and what else meets in a rhythm: the rule by which its activities were made. They stand for themselves and may each be changed alone. */
export const activitySeriesTable = sqliteTable('activity_series', {
  id: id(),
  studioId: text('studio_id').notNull().references(() => studioTable.id),
  termKey: text('term_key').notNull().references(() => termTable.key),
  kind: text('kind', { enum: activityKinds }).notNull(),
  title: text('title').notNull(),
  rhythm: text('rhythm', { enum: seriesRhythms }).notNull(),
  /** 1 Monday … 7 Sunday. */
  weekday: integer('weekday').notNull(),
  /** Numbers of teaching weeks as a JSON list; for the rhythm `chosenWeeks`. */
  weeks: text('weeks').notNull(),
  fromOn: day('from_on').notNull(),
  toOn: day('to_on').notNull(),
  startTime: text('start_time'),
  endTime: text('end_time'),
  place: text('place'),
  chairPersonId: text('chair_person_id').references(() => personTable.id),
  /** The meeting of the scheme that it was planned for. */
  sourceRef: text('source_ref'),
  /** The activities that its end removed carry the same moment. */
  endedAt: moment('ended_at'),
  revision: revision(),
  ...timestamps(),
}, (t) => [index('activity_series_by_studio_term').on(t.studioId, t.termKey)])

/** Anything held on a date: meeting, open lesson, lecture, outreach … */
export const activityTable = sqliteTable('activity', {
  id: id(),
  studioId: text('studio_id').notNull().references(() => studioTable.id),
  termKey: text('term_key').notNull().references(() => termTable.key),
  kind: text('kind', { enum: activityKinds }).notNull(),
  title: text('title').notNull(),
  /** 研讨主题: one of the studio's in the term of its day. */
  themeId: text('theme_id').references(() => themeTable.id),
  heldOn: day('held_on').notNull(),
  /** `HH:MM`, local time on the wall; null when only the day is known. */
  startTime: text('start_time'),
  endTime: text('end_time'),
  place: text('place'),
  level: text('level', { enum: studioLevels }),
  chairPersonId: text('chair_person_id').references(() => personTable.id),
  recorderPersonId: text('recorder_person_id').references(() => personTable.id),
  /** 中心发言人: person of the program, or a name typed in. */
  centralSpeaker: text('central_speaker'),
  /** Invited experts, one a line: name, where from. */
  experts: text('experts'),
  agenda: text('agenda'),
  /** Plain rich text as JSON blocks (see `shared/domain/activities/rich-text.ts`). */
  minutes: text('minutes'),
  /** Decisions, one a line. */
  resolutions: text('resolutions'),
  seriesId: text('series_id').references(() => activitySeriesTable.id),
  /** Called off: it stays visible and counts nowhere. That it was held is nowhere written down: its day is past and it was not called off. */
  cancelledAt: moment('cancelled_at'),
  cancelledReason: text('cancelled_reason'),
  /** 补开: the cancelled activity that this one makes up for. */
  replacesId: text('replaces_id').references((): AnySQLiteColumn => activityTable.id),
  revision: revision(),
  ...recycleBin(),
  ...timestamps(),
}, (t) => [index('activity_by_studio_day').on(t.studioId, t.heldOn), index('activity_by_term').on(t.termKey), index('activity_by_series').on(t.seriesId), index('activity_by_theme').on(t.themeId)])

/**
 * 备案: one submission of an activity and what was decided on it. The latest that was not withdrawn is the one that holds; what was filed stands
 * in it, so that a later change of the activity shows.
 */
export const activityFilingTable = sqliteTable('activity_filing', {
  id: id(),
  activityId: text('activity_id').notNull().references(() => activityTable.id),
  /** Which submission of the activity it is, from 1. */
  ordinal: integer('ordinal').notNull(),
  title: text('title').notNull(),
  heldOn: day('held_on').notNull(),
  place: text('place'),
  /** 参加人员, and how many of them. */
  audience: text('audience'),
  headcount: integer('headcount'),
  note: text('note'),
  submittedAt: moment('submitted_at').notNull(),
  submittedByAccountId: text('submitted_by_account_id').notNull().references(() => accountTable.id),
  withdrawnAt: moment('withdrawn_at'),
  decision: text('decision', { enum: ['approved', 'returned'] }),
  decidedAt: moment('decided_at'),
  decidedByAccountId: text('decided_by_account_id').references(() => accountTable.id),
  /** Of an approval: the day, who gave it and its number, as they stand on the paper. */
  approvedOn: day('approved_on'),
  approver: text('approver'),
  fileNo: text('file_no'),
  /** What was added to an approval, or why it was returned. */
  decisionNote: text('decision_note'),
}, (t) => [uniqueIndex('activity_filing_by_activity').on(t.activityId, t.ordinal)])

/** 出勤: one mark per person who was expected. */
export const attendanceTable = sqliteTable('attendance', {
  activityId: text('activity_id').notNull().references(() => activityTable.id),
  personId: text('person_id').notNull().references(() => personTable.id),
  mark: text('mark', { enum: attendanceMarks }).notNull(),
  note: text('note'),
}, (t) => [primaryKey({ columns: [t.activityId, t.personId] }), index('attendance_by_person').on(t.personId)])

/** A file's content, kept once under its SHA-256 in the store of the data folder. */
export const storedFileTable = sqliteTable('stored_file', {
  sha256: text('sha256').primaryKey().notNull(),
  bytes: integer('bytes').notNull(),
  mediaType: text('media_type').notNull(),
  storedAt: moment('stored_at').notNull(),
})

/** A file hung on a record. */
export const attachmentTable = sqliteTable('attachment', {
  id: id(),
  ownerKind: text('owner_kind', { enum: ['activity', 'dutyLog', 'finding', 'ledgerEntry', 'outcome', 'person', 'studio'] }).notNull(),
  ownerId: text('owner_id').notNull(),
  sha256: text('sha256').notNull().references(() => storedFileTable.sha256),
  fileName: text('file_name').notNull(),
  caption: text('caption'),
  addedAt: moment('added_at').notNull(),
  ...recycleBin(),
}, (t) => [index('attachment_by_owner').on(t.ownerKind, t.ownerId)])
