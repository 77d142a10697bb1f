import { z } from 'zod'
import { activityKinds, attendanceMarks } from '../domain/activities/activity-words.ts'
import { standingStates } from '../domain/activities/attendance-standing.ts'
import { richTextSchema } from '../domain/activities/rich-text.ts'
import { memberRoles, studioLevels } from '../domain/studios/studio-words.ts'
import { filingStanding } from './activity-filing.ts'
import { dayText, fileToken, idText, lineText, nothing, outgoingFile, reasonText, requiredLine, termKeyText, timeText } from './common.ts'
import { defineRoutes } from './define.ts'

const kind = z.enum(activityKinds)
const mark = z.enum(attendanceMarks)
const reason = reasonText()

/** Several lines of a form, kept as typed but for blanks at both ends. */
const lines = (max: number) => z.string().trim().max(max, `最多 ${max} 个字`)

/** The form of an activity, in the order of the paper form 活动(会议)记录表. */
export const activityFields = z.object({
  studioId: idText,
  kind,
  title: requiredLine('活动名称', 60),
  /** 研讨主题: one of the studio's in the term of the day. */
  themeId: idText.nullable().default(null),
  heldOn: dayText,
  startTime: timeText.nullable(),
  endTime: timeText.nullable(),
  place: lineText(60).nullable(),
  level: z.enum(studioLevels).nullable(),
  chairPersonId: idText.nullable(),
  recorderPersonId: idText.nullable(),
  centralSpeaker: lineText(60).nullable(),
  /** One a line. */
  experts: lines(1000).nullable(),
  agenda: lines(4000).nullable(),
  minutes: richTextSchema,
  /** One a line. */
  resolutions: lines(4000).nullable(),
})
export type ActivityFields = z.output<typeof activityFields>

/** One line of the attendance sheet; without a mark the person has not been entered. */
export const markedPerson = z.object({ personId: idText, mark: mark.nullable(), note: lineText(60).nullable() })
export type MarkedPerson = z.output<typeof markedPerson>

const sheet = z.array(markedPerson).max(300, '一次最多记录 300 人')

/** Somebody on the sheet; `role` is null for a guest (no membership on that day). */
export const sheetPerson = z.object({
  personId: idText,
  name: z.string(),
  schoolName: z.string().nullable(),
  role: z.enum(memberRoles).nullable(),
  /** The role in the words of the studio's scheme. */
  roleName: z.string().nullable(),
})
export type SheetPerson = z.output<typeof sheetPerson>
const sheetRow = sheetPerson.extend({ mark: mark.nullable(), note: z.string().nullable() })
export type SheetRow = z.output<typeof sheetRow>

/** How many were expected (have a mark), and what became of them. */
export const attendanceCounts = z.object({ expected: z.int(), present: z.int(), late: z.int(), excused: z.int(), absent: z.int() })
export type AttendanceCounts = z.output<typeof attendanceCounts>

export const activityRow = z.object({
  id: idText,
  studioId: idText,
  studioName: z.string(),
  kind,
  title: z.string(),
  themeTitle: z.string().nullable(),
  heldOn: dayText,
  startTime: z.string().nullable(),
  endTime: z.string().nullable(),
  place: z.string().nullable(),
  level: z.enum(studioLevels).nullable(),
  chairName: z.string().nullable(),
  attendance: attendanceCounts,
  attachments: z.int(),
  cancelledAt: z.string().nullable(),
  cancelledReason: z.string().nullable(),
  /** The day of the cancelled activity that it makes up for. */
  replacesOn: dayText.nullable(),
  /** The day on which this cancelled one is made up for. */
  madeUpOn: dayText.nullable(),
  removedAt: z.string().nullable(),
  removedReason: z.string().nullable(),
  /** 备案: whether it is needed, how far it is, what is wrong with it. */
  filing: filingStanding,
})
export type ActivityRow = z.output<typeof activityRow>

export const attachment = z.object({
  id: idText,
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  addedAt: z.string(),
})
export type Attachment = z.output<typeof attachment>

const activityRef = z.object({ id: idText, title: z.string(), heldOn: dayText })
export type ActivityRef = z.output<typeof activityRef>

const activityDetail = activityFields.extend({
  id: idText,
  termKey: termKeyText,
  studioName: z.string(),
  chairName: z.string().nullable(),
  recorderName: z.string().nullable(),
  /** The theme that it names; one in the recycle bin stands here as well. */
  theme: z.object({ title: z.string(), removedAt: z.string().nullable() }).nullable(),
  revision: z.int(),
  cancelledAt: z.string().nullable(),
  cancelledReason: z.string().nullable(),
  /** 补开: the cancelled activity that it makes up for. */
  replaces: activityRef.nullable(),
  /** What makes up for this cancelled one. */
  madeUpBy: activityRef.nullable(),
  removedAt: z.string().nullable(),
  removedReason: z.string().nullable(),
  updatedAt: z.string(),
  /** Members of the day and whoever has a mark. */
  people: z.array(sheetRow),
  attachments: z.array(attachment),
  /** Whether this account may change it. */
  mayWrite: z.boolean(),
})
export type ActivityDetail = z.output<typeof activityDetail>

const ofTerm = z.object({ termKey: termKeyText, studioId: idText.nullable().default(null) })

const attendanceTotal = z.object({
  studioId: idText,
  studioName: z.string(),
  personId: idText,
  name: z.string(),
  schoolName: z.string().nullable(),
  role: z.enum(memberRoles),
  roleName: z.string(),
  expected: z.int(),
  present: z.int(),
  late: z.int(),
  excused: z.int(),
  absent: z.int(),
  /** 0 to 1; null when nothing was expected. */
  rate: z.number().nullable(),
  minutes: z.int(),
  /** Attended activities whose length is not known. */
  withoutTimes: z.int(),
  /** Activities of the membership's days, held before today, on which nobody has been marked yet. */
  notEntered: z.int(),
  /** Marks outside the membership's days, not counted. */
  outside: z.int(),
  /** How much was missed by the school's rules of attendance, and how near the scheme's line is. */
  standing: z.object({
    state: z.enum(standingStates), base: z.int(), toCome: z.int(), missed: z.int(), left: z.int().nullable(),
    /** The share at which the scheme draws its line, 0 to 1; null where it draws none. */
    line: z.number().nullable(),
    /** 12 次中缺 3 次，再缺 1 次即达三分之一 */
    words: z.string(),
  }),
})
export type AttendanceTotalRow = z.output<typeof attendanceTotal>

/** Why an activity does not count in a person's totals. */
export const notCountedReasons = ['notEntered', 'toCome', 'notOnSheet', 'outsideMembership', 'cancelled'] as const
const behindRow = z.object({
  id: idText,
  title: z.string(),
  kind,
  heldOn: dayText,
  startTime: z.string().nullable(),
  endTime: z.string().nullable(),
  mark: mark.nullable(),
  note: z.string().nullable(),
  /** Minutes that count as attended; null when the activity's length is not known or the person was not there. */
  minutes: z.int().nullable(),
  notCounted: z.enum(notCountedReasons).nullable(),
})
export type BehindRow = z.output<typeof behindRow>

const calendarActivity = activityRow.pick({ id: true, studioId: true, studioName: true, kind: true, title: true, startTime: true, endTime: true, cancelledAt: true })
const calendarDay = z.object({
  day: dayText,
  inTerm: z.boolean(),
  /** Lessons are held: inside the teaching time and a working day. */
  isTeachingDay: z.boolean(),
  /** The name of the holiday, or of the exchange for which the day is worked. */
  holiday: z.object({ name: z.string(), kind: z.enum(['off', 'makeup']) }).nullable(),
  activities: z.array(calendarActivity),
})
export type CalendarDay = z.output<typeof calendarDay>
const calendarWeek = z.object({ number: z.int().nullable(), startsOn: dayText, endsOn: dayText, days: z.array(calendarDay) })
export type CalendarWeek = z.output<typeof calendarWeek>

const draft = z.object({
  kind,
  title: z.string(),
  /** Null also where last time's is none of the new day's term. */
  theme: z.object({ id: idText, title: z.string() }).nullable(),
  startTime: z.string().nullable(),
  endTime: z.string().nullable(),
  place: z.string().nullable(),
  level: z.enum(studioLevels).nullable(),
  chair: sheetPerson.nullable(),
  recorder: sheetPerson.nullable(),
  people: z.array(sheetPerson),
  /** The activity that it was taken from. */
  from: z.object({ id: idText, title: z.string(), heldOn: dayText }),
})
export type ActivityDraftAnswer = z.output<typeof draft>


/** Activities and meetings with attendance and attachments; the service narrows `host` and `member` to their own studios. */
export const activitiesRoutes = defineRoutes({
  'activities.list': {
    input: ofTerm.extend({
      kinds: z.array(kind).default([]),
      /** Found in title, theme, place, studio, chair or central speaker. */
      text: lineText(60).default(''),
      /** The recycle bin instead of what stands. */
      removed: z.boolean().default(false),
    }),
    output: z.object({ rows: z.array(activityRow) }), writes: false, may: 'activities.read',
  },
  'activities.get': { input: z.object({ id: idText }), output: activityDetail, writes: false, may: 'activities.read' },
  /** Studios of which this account may see activities; `mayWrite` where it may also record them. */
  'activities.studios': {
    input: nothing,
    output: z.object({ rows: z.array(z.object({ id: idText, name: z.string(), mayWrite: z.boolean() })) }), writes: false, may: 'activities.read',
  },
  /** Who is expected on a day: the members of that day, host first. */
  'activities.expected': {
    input: z.object({ studioId: idText, heldOn: dayText }),
    output: z.object({ people: z.array(sheetPerson) }), writes: false, may: 'activities.read',
  },
  /** 沿用上次: the studio's last activity before the day (of that kind, if there is one) as a draft; null when there is none. */
  'activities.asLastTime': {
    input: z.object({ studioId: idText, heldOn: dayText, kind: kind.nullable() }),
    output: z.object({ draft: draft.nullable() }), writes: false, may: 'activities.write',
  },
  /**
   * Adds (`id` null) or changes; `sheet` null leaves the attendance as it is. The term comes from the day. `replacesId`: a new one makes up
   * for that cancelled one.
   */
  'activities.save': {
    input: z.object({ id: idText.nullable(), revision: z.int().nullable(), fields: activityFields, sheet: sheet.nullable(), replacesId: idText.nullable().default(null) }),
    output: z.object({ id: idText, revision: z.int(), termKey: termKeyText }), writes: true, may: 'activities.write',
  },
  'activities.saveAttendance': {
    input: z.object({ id: idText, revision: z.int(), sheet }),
    output: z.object({ revision: z.int(), counts: attendanceCounts }), writes: true, may: 'activities.write',
  },
  /** Calls it off: it stays in list and calendar and counts nowhere. */
  'activities.cancel': { input: z.object({ id: idText, revision: z.int(), reason }), output: nothing, writes: true, may: 'activities.write' },
  'activities.takeBackCancellation': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'activities.write' },
  'activities.remove': { input: z.object({ id: idText, revision: z.int(), reason }), output: nothing, writes: true, may: 'activities.write' },
  'activities.bringBack': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'activities.write' },
  /** Times and hours of every member in the term. */
  'activities.totals': {
    input: ofTerm,
    output: z.object({ rows: z.array(attendanceTotal), activities: z.int() }), writes: false, may: 'activities.read',
  },
  /** The activities behind one person's totals: those that count and those that do not, with why. */
  'activities.behindTotal': {
    input: z.object({ termKey: termKeyText, studioId: idText, personId: idText }),
    output: z.object({ rows: z.array(behindRow) }), writes: false, may: 'activities.read',
  },
  'activities.calendar': {
    input: ofTerm,
    output: z.object({ weeks: z.array(calendarWeek) }), writes: false, may: 'activities.read',
  },
  'activities.addAttachment': {
    input: z.object({ activityId: idText, file: fileToken }),
    output: attachment, writes: true, may: 'activities.write',
  },
  /** The file itself, to be saved by the person. */
  'activities.openAttachment': { input: z.object({ id: idText }), output: outgoingFile, writes: false, may: 'activities.read' },
  /** A picture to look at; null for what is no picture, or one too large to show in the page. */
  'activities.previewAttachment': {
    input: z.object({ id: idText }),
    output: z.object({ dataUrl: z.string().nullable() }), writes: false, may: 'activities.read',
  },
  'activities.removeAttachment': { input: z.object({ id: idText, reason }), output: nothing, writes: true, may: 'activities.write' },
  'activities.bringBackAttachment': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'activities.write' },
})
