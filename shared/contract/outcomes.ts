import { z } from 'zod'
import { ladderSchema } from '../domain/outcomes/growth-ladder.ts'
import { outcomeGroupNames, type OutcomeGroup, outcomeParts } from '../domain/outcomes/outcome-kind.ts'
import { outcomeKindKeys } from '../domain/outcomes/outcome-kinds.ts'
import { outcomeStates, saveIntents } from '../domain/outcomes/outcome-record.ts'
import { attachment } from './activities.ts'
import { dayText, fileToken, idText, lineText, nothing, outgoingFile, page, reasonText, termKeyText } from './common.ts'
import { defineRoutes } from './define.ts'

const kind = z.enum(outcomeKindKeys)
const state = z.enum(outcomeStates)
const group = z.enum(Object.keys(outcomeGroupNames) as [OutcomeGroup, ...OutcomeGroup[]])
const reason = reasonText()
const logLine = z.object({ on: z.string().max(20), text: z.string().max(2000), note: z.string().max(2000).optional() })
const details = z.record(z.string().max(40), z.union([z.string().max(20_000), z.number(), z.array(logLine).max(200)]))

export const outcomePerson = z.object({ personId: idText, part: z.enum(outcomeParts), place: z.int().min(1).max(99).nullable() })

/** The form of a record. What its kind asks for beyond these shapes is checked by `check-outcome.ts`, in the page and in the program. */
export const outcomeFacts = z.object({
  kind,
  title: lineText(100),
  onDay: z.string().max(10),
  untilDay: z.string().max(10).nullable(),
  forPeriod: z.string().max(40).nullable(),
  studioId: idText.nullable(),
  levelKey: z.string().max(40).nullable(),
  characters: z.number().nullable(),
  quantity: z.number(),
  metricKey: lineText(60).nullable(),
  people: z.array(outcomePerson).max(60, '一条记录最多 60 人'),
  details,
})
export type OutcomeFactsInput = z.output<typeof outcomeFacts>

const namedPerson = outcomePerson.extend({ name: z.string(), schoolName: z.string().nullable() })
export type NamedOutcomePerson = z.output<typeof namedPerson>

export const outcomeRow = z.object({
  id: idText, kind, title: z.string(), onDay: dayText, untilDay: z.string().nullable(),
  studioId: idText.nullable(), studioName: z.string().nullable(),
  levelName: z.string().nullable(),
  characters: z.number().nullable(), quantity: z.number(),
  people: z.array(z.object({ personId: idText, name: z.string(), part: z.enum(outcomeParts), place: z.int().nullable() })),
  state, returnReason: z.string().nullable(),
  evidence: z.int(),
  revision: z.int(),
  removedAt: z.string().nullable(), removedReason: z.string().nullable(),
  /** Whether this account may confirm or return it. */
  mayConfirm: z.boolean(),
})
export type OutcomeRow = z.output<typeof outcomeRow>

export const outcomeRecord = outcomeFacts.extend({
  id: idText,
  studioName: z.string().nullable(),
  levelName: z.string().nullable(),
  people: z.array(namedPerson),
  state, returnReason: z.string().nullable(),
  confirmedAt: z.string().nullable(), confirmedBy: z.string().nullable(),
  activity: z.object({ id: idText, title: z.string(), heldOn: dayText }).nullable(),
  attachments: z.array(attachment),
  revision: z.int(), updatedAt: z.string(),
  removedAt: z.string().nullable(), removedReason: z.string().nullable(),
  mayWrite: z.boolean(), mayConfirm: z.boolean(),
})
export type OutcomeRecord = z.output<typeof outcomeRecord>

/** Who and what is asked for; null and left out: whatever. */
export const outcomeFilter = z.object({
  /** Found in the title, the names of people and of the studio, the journal and the numbers, the name of the kind. */
  text: lineText(60).default(''),
  kind: kind.nullable().default(null),
  group: group.nullable().default(null),
  studioId: idText.nullable().default(null),
  personId: idText.nullable().default(null),
  /** From its first day to the day before the next term: what is done in the holidays belongs to the term before. */
  termKey: termKeyText.nullable().default(null),
  state: state.nullable().default(null),
  levelKey: z.string().max(40).nullable().default(null),
  activityId: idText.nullable().default(null),
  /** The recycle bin instead of what stands. */
  removed: z.boolean().default(false),
})
export type OutcomeFilter = z.output<typeof outcomeFilter>

export const outcomeSorts = ['onDay', 'createdAt', 'characters', 'quantity'] as const
const sort = z.object({ id: z.enum(outcomeSorts), descending: z.boolean() })
export type OutcomeSort = z.output<typeof sort>

const openedRecord = z.object({ id: idText, revision: z.int() })
const chosen = z.array(openedRecord).min(1, '请先选择要确认的记录').max(2000, '一次最多确认 2,000 条')
const level = z.object({ key: z.string(), name: z.string() })

/** What a new record begins with. */
const draft = outcomeFacts.pick({ kind: true, title: true, onDay: true, studioId: true, levelKey: true, quantity: true, details: true }).extend({
  people: z.array(namedPerson),
  activity: z.object({ id: idText, title: z.string(), heldOn: dayText }).nullable(),
})
export type OutcomeDraft = z.output<typeof draft>

/** 成果与记录: what people do, with evidence; `host` is narrowed by the service to her studio, `member` to her own. */
export const outcomesRoutes = defineRoutes({
  /** The list, a part at a time; without a sort the latest day first. */
  'outcomes.list': {
    input: outcomeFilter.extend({ sort: sort.nullable().default(null) }).extend(page.shape),
    output: z.object({ rows: z.array(outcomeRow), total: z.int() }), writes: false, may: 'outcomes.read',
  },
  'outcomes.get': { input: z.object({ id: idText }), output: outcomeRecord, writes: false, may: 'outcomes.read' },
  /** Everything that the form and the filters offer. */
  'outcomes.choices': {
    input: nothing,
    output: z.object({
      studios: z.array(z.object({
        id: idText, name: z.string(), mayConfirm: z.boolean(), levels: z.array(level),
        /** What its scheme counts, for 其他. */
        metrics: z.array(level),
      })),
      /** Where there is no studio. */
      levels: z.array(level),
      ladder: z.array(z.string()),
      /** Whom a record of this account is about unless something else is chosen. */
      me: namedPerson.pick({ personId: true, name: true, schoolName: true }).nullable(),
      /** How many there are at all, and how many wait for this account to confirm them. */
      total: z.int(), toConfirm: z.int(),
    }), writes: false, may: 'outcomes.read',
  },
  /**
   * Adds (`id` null) or changes. A record that is like another of the same person, kind, title and day is refused once
   * (`outcomes.duplicate`, kind `precondition`) and taken with `duplicateSeen`.
   */
  'outcomes.save': {
    input: z.object({
      id: idText.nullable(), revision: z.int().nullable(), facts: outcomeFacts, activityId: idText.nullable().default(null),
      as: z.enum(saveIntents), duplicateSeen: z.boolean().default(false),
    }),
    output: z.object({ id: idText, revision: z.int(), state }), writes: true, may: 'outcomes.write',
  },
  /** Adds many alike records, all or none; what is wrong is told row by row (第 3 行：…). */
  'outcomes.saveMany': {
    input: z.object({ rows: z.array(outcomeFacts).min(1, '请先填写一行').max(200, '一次最多登记 200 条'), as: z.enum(saveIntents), duplicateSeen: z.boolean().default(false) }),
    output: z.object({ saved: z.array(openedRecord.extend({ state })) }), writes: true, may: 'outcomes.write',
  },
  /** What was entered together a moment ago goes into the recycle bin together; all or none. */
  'outcomes.takeBackMany': { input: z.object({ items: chosen }), output: z.object({ removed: z.int() }), writes: true, may: 'outcomes.write' },
  'outcomes.confirm': { input: z.object({ items: chosen }), output: z.object({ confirmed: z.array(openedRecord) }), writes: true, may: 'outcomes.confirm' },
  /** What was confirmed a moment ago waits again; as a whole or not at all. */
  'outcomes.takeBackConfirmation': { input: z.object({ items: chosen }), output: z.object({ waiting: z.int() }), writes: true, may: 'outcomes.confirm' },
  'outcomes.return': { input: z.object({ id: idText, revision: z.int(), reason }), output: z.object({ revision: z.int() }), writes: true, may: 'outcomes.confirm' },
  'outcomes.remove': { input: z.object({ id: idText, revision: z.int(), reason }), output: nothing, writes: true, may: 'outcomes.write' },
  'outcomes.bringBack': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'outcomes.write' },
  /** 沿用上次: what this account entered last of the kind; null when it has entered none. */
  'outcomes.asLastTime': { input: z.object({ kind }), output: z.object({ draft: draft.nullable() }), writes: false, may: 'outcomes.write' },
  /** What a record of somebody's doing in the activity begins with. */
  'outcomes.fromActivity': { input: z.object({ activityId: idText }), output: draft, writes: false, may: 'outcomes.write' },
  /** How many records of the filter there are of each kind, and how many of them wait to be confirmed; kinds without any are left out. */
  'outcomes.counts': {
    input: outcomeFilter, output: z.object({ counts: z.array(z.object({ kind, count: z.int(), waiting: z.int() })) }), writes: false, may: 'outcomes.read',
  },
  /** For a person's page: how many of each kind, and how far she has come on the ladder. */
  'outcomes.ofPerson': {
    input: z.object({ personId: idText }),
    output: z.object({
      counts: z.array(z.object({ kind, count: z.int(), confirmed: z.int() })),
      ladder: z.array(z.object({ step: z.string(), on: z.string().nullable() })),
    }), writes: false, may: 'outcomes.read',
  },
  /** The records of the filter, or the chosen ones, as .xlsx with all that their papers say. */
  'outcomes.export': {
    input: outcomeFilter.extend({ sort: sort.nullable().default(null), ids: z.array(idText).max(20_000).nullable().default(null) }),
    output: outgoingFile, writes: false, may: 'outcomes.read',
  },
  'outcomes.saveLadder': { input: ladderSchema, output: nothing, writes: true, may: 'outcomes.ladder' },
  'outcomes.addAttachment': { input: z.object({ outcomeId: idText, file: fileToken }), output: attachment, writes: true, may: 'outcomes.write' },
  /** The file itself, to be saved by the person. */
  'outcomes.openAttachment': { input: z.object({ id: idText }), output: outgoingFile, writes: false, may: 'outcomes.read' },
  /** A picture to look at; null for what is no picture, or one too large to show in the page. */
  'outcomes.previewAttachment': { input: z.object({ id: idText }), output: z.object({ dataUrl: z.string().nullable() }), writes: false, may: 'outcomes.read' },
  'outcomes.removeAttachment': { input: z.object({ id: idText, reason }), output: nothing, writes: true, may: 'outcomes.write' },
  'outcomes.bringBackAttachment': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'outcomes.write' },
})
