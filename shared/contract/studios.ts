import { z } from 'zod'
import { outcomeKindKeys } from '../domain/outcomes/outcome-kinds.ts'
import { fillableFields } from '../domain/people/person-draft.ts'
import { memberRoles, studioKinds, studioLevels } from '../domain/studios/studio-words.ts'
import { dayText, idText, lineText, nothing, reasonText, requiredLine } from './common.ts'
import { defineRoutes } from './define.ts'
import { differenceLine } from './scheme-parts.ts'

/**
 * How a studio stands against one rule of its scheme. `under` is not yet full, `excepted` is overstepped by people who were
 * taken in with a reason, `unknown` lacks facts or needs a person's judgement.
 */
export const limitStates = ['met', 'near', 'under', 'over', 'excepted', 'unknown'] as const
export type LimitState = (typeof limitStates)[number]

export const limitLine = z.object({
  rule: z.string(), state: z.enum(limitStates), strength: z.enum(['hard', 'soft']), message: z.string(),
})
export type LimitLine = z.output<typeof limitLine>

export const studioFacts = z.object({
  kind: z.enum(studioKinds),
  name: requiredLine('工作室名称', 60),
  subject: lineText(20).nullable(),
  schoolStage: lineText(20).nullable(),
  level: z.enum(studioLevels),
  hostSchool: requiredLine('所在学校', 60),
  schemeCode: requiredLine('规程', 40),
  schemeVersion: requiredLine('规程版本', 40),
  note: lineText(500).nullable(),
})
export type StudioFacts = z.output<typeof studioFacts>

export const cycle = z.object({ id: idText, ordinal: z.int(), startsOn: dayText, endsOn: dayText })
export type Cycle = z.output<typeof cycle>

export const studioRow = studioFacts.extend({
  id: idText,
  revision: z.int(),
  levelName: z.string(),
  /** Null when the file of the scheme is missing or damaged. */
  schemeTitle: z.string().nullable(),
  /** What the scheme calls the one in charge. */
  hostWord: z.string(),
  hosts: z.array(z.string()),
  /** The day that figures and limits are of: today, or the first day of a studio that has not begun. */
  asOf: dayText,
  /** Distinct people in it on that day, advisors included. */
  people: z.int(),
  /** How many in each role, with the scheme's words, in the order of the roles. */
  composition: z.array(z.object({ role: z.enum(memberRoles), name: z.string(), count: z.int() })),
  /** The period that runs today, else the latest. */
  cycle: cycle.nullable(),
  /** The worst of all rules, with its sentence; null when the scheme rules nothing or cannot be read. */
  limit: limitLine.nullable(),
  removedAt: z.string().nullable(),
  removedReason: z.string().nullable(),
})
export type StudioRow = z.output<typeof studioRow>

export const membershipLine = z.object({
  membershipId: idText,
  personId: idText,
  personName: z.string(),
  schoolName: z.string().nullable(),
  subject: z.string().nullable(),
  professionalTitle: z.string().nullable(),
  role: z.enum(memberRoles),
  roleName: z.string(),
  fromOn: dayText,
  toOn: dayText.nullable(),
  endReason: z.string().nullable(),
  exceptionReason: z.string().nullable(),
  voidedAt: z.string().nullable(),
  voidReason: z.string().nullable(),
  /** `coming` begins later than today, `former` has ended, `voided` was entered by mistake. */
  state: z.enum(['current', 'coming', 'former', 'voided']),
})
export type MembershipLine = z.output<typeof membershipLine>

/** Which scheme the studio followed from when; the first from its beginning. `toWithdraw`: the move is still to come, and this is its id. */
export const schemeSpan = z.object({
  schemeCode: z.string(), schemeVersion: z.string(), title: z.string().nullable(), fromOn: dayText.nullable(), reason: z.string().nullable(), toWithdraw: idText.nullable(),
})
export type SchemeSpan = z.output<typeof schemeSpan>

export const studioRecord = studioRow.extend({
  cycles: z.array(cycle),
  memberships: z.array(membershipLine),
  limits: z.array(limitLine),
  /** The schemes that it followed, the first one first; one line when it was never moved. */
  schemes: z.array(schemeSpan),
})
export type StudioRecord = z.output<typeof studioRecord>

/** What a running studio has to expect of another scheme. */
export const schemeMovePreview = z.object({
  limits: z.array(z.object({ turn: z.enum(['broken', 'mended', 'added', 'other']), strength: z.enum(['hard', 'soft']), message: z.string() })),
  duties: z.array(differenceLine), money: z.array(differenceLine), others: z.array(differenceLine),
  open: z.array(z.object({ key: z.string(), question: z.string(), reading: z.string() })),
  /** From when which part follows the new scheme; empty until a day is named. */
  effects: z.array(z.string()),
  warnings: z.array(z.string()),
  obstacles: z.array(z.string()),
  /** The earliest day from which it may hold. */
  earliestOn: dayText,
})
export type SchemeMovePreview = z.output<typeof schemeMovePreview>

const newMember = z.object({ personId: idText, role: z.enum(memberRoles) })

const judgedCriterion = z.object({
  rule: z.string(), state: z.enum(['met', 'exceptional', 'notMet', 'unknown']), strength: z.enum(['hard', 'soft']), message: z.string(),
  /** What is not filled in in the person's record. */
  missing: z.enum(fillableFields).nullable(),
  /** The outcomes behind it; `why` one does not count, null where it does. */
  records: z.array(z.object({ id: idText, kind: z.enum(outcomeKindKeys), title: z.string(), onDay: dayText, level: z.string().nullable(), why: z.string().nullable() })),
  /** What may be recorded so that it is met; kind null: an outcome of any kind. */
  add: z.object({ kind: z.enum(outcomeKindKeys).nullable() }).nullable(),
})
export type JudgedCriterion = z.output<typeof judgedCriterion>

export const memberPreview = z.object({
  limits: z.array(limitLine),
  /** What the scheme asks of each person in the role, those of whom it asks something. */
  eligibility: z.array(z.object({ personId: idText, personName: z.string(), criteria: z.array(judgedCriterion) })),
  /** The day on which ages and years are counted. */
  countedOn: dayText,
  /** Things to know that stand in nobody's way, e.g. somebody who is in another studio too. */
  warnings: z.array(z.string()),
  /** Why a reason must be given before these people can be taken in; empty when nothing is overstepped. */
  overstepped: z.array(z.string()),
})
export type MemberPreview = z.output<typeof memberPreview>

export const studiosRoutes = defineRoutes({
  /** The studios that the caller may see; with `removed` those in the recycle bin instead. */
  'studios.list': {
    input: z.object({ removed: z.boolean().default(false) }),
    output: z.object({ rows: z.array(studioRow), inBin: z.int() }), writes: false, may: 'studios.read',
  },
  'studios.get': { input: z.object({ id: idText }), output: studioRecord, writes: false, may: 'studios.read' },
  /** A new studio with its first cycle and, when known, its host; all or nothing. */
  'studios.create': {
    input: z.object({
      facts: studioFacts,
      cycle: z.object({ startsOn: dayText, endsOn: dayText }),
      hostPersonId: idText.nullable(),
      exceptionReason: lineText(200).nullable(),
    }),
    output: z.object({ id: idText }), writes: true, may: 'studios.write',
  },
  'studios.save': { input: z.object({ id: idText, revision: z.int(), facts: studioFacts }), output: nothing, writes: true, may: 'studios.write' },
  'studios.previewScheme': {
    input: z.object({ id: idText, schemeCode: requiredLine('规程', 40), schemeVersion: requiredLine('规程版本', 40), fromOn: dayText.nullable().default(null) }),
    output: schemeMovePreview, writes: false, may: 'studios.write',
  },
  /** Another scheme, or another version of it, from a day on, which may be to come; what was before stays what it was. */
  'studios.moveScheme': {
    input: z.object({
      id: idText, revision: z.int(), schemeCode: requiredLine('规程', 40), schemeVersion: requiredLine('规程版本', 40), fromOn: dayText, reason: reasonText('换规程的依据'),
    }),
    output: nothing, writes: true, may: 'studios.write',
  },
  /** Takes back a move whose day is still to come. */
  'studios.withdrawMove': { input: z.object({ id: idText, changeId: idText, reason: reasonText('撤回的原因') }), output: nothing, writes: true, may: 'studios.write' },
  'studios.remove': { input: z.object({ id: idText, revision: z.int(), reason: reasonText('移入回收站的原因') }), output: nothing, writes: true, may: 'studios.write' },
  'studios.bringBack': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'studios.write' },
  /** A new cycle (`id` null) or other dates for one. */
  'studios.saveCycle': {
    input: z.object({ studioId: idText, id: idText.nullable(), startsOn: dayText, endsOn: dayText }), output: cycle, writes: true, may: 'studios.write',
  },
  'studios.removeCycle': { input: z.object({ studioId: idText, id: idText }), output: nothing, writes: true, may: 'studios.write' },
  /** What would become of the limits, before anything is saved; `studioId` null asks for a studio that is being set up. */
  'studios.previewMembers': {
    input: z.object({
      studioId: idText.nullable(),
      draft: studioFacts.pick({ kind: true, subject: true, hostSchool: true, schemeCode: true, schemeVersion: true }).nullable().default(null),
      people: z.array(newMember).max(60), fromOn: dayText,
    }),
    output: memberPreview, writes: false, may: 'studios.write',
  },
  'studios.addMembers': {
    input: z.object({ studioId: idText, people: z.array(newMember).min(1, '请先选人').max(60), fromOn: dayText, exceptionReason: lineText(200).nullable() }),
    output: z.object({ added: z.int() }), writes: true, may: 'studios.write',
  },
  'studios.endMemberships': {
    input: z.object({ studioId: idText, membershipIds: z.array(idText).min(1, '请先选人').max(60), toOn: dayText, reason: reasonText('结束的原因') }),
    output: z.object({ ended: z.int() }), writes: true, may: 'studios.write',
  },
  /** For what was entered by mistake: it stays in the history and counts nowhere. */
  'studios.voidMembership': {
    input: z.object({ studioId: idText, membershipId: idText, reason: reasonText('作废的原因') }), output: nothing, writes: true, may: 'studios.write',
  },
})
