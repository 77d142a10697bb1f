import { z } from 'zod'
import { dueWhens } from '../domain/duties/due-list.ts'
import { dutyStates } from '../domain/duties/duty-line.ts'
import { inspectedKinds } from '../domain/inspections/inspection-duty-records.ts'
import { dayText, idText, nothing, termKeyText } from './common.ts'
import { defineRoutes } from './define.ts'

const state = z.enum(dutyStates)

/** The studio or somebody in it: `studio`, `person:…`; both together where it says so: `everybody`. */
const column = z.string().max(80)

export const dutyColumn = z.object({ key: column, name: z.string(), roleName: z.string().nullable() })
export const dutyCell = z.object({
  column, state, needed: z.number().nullable(), done: z.number(), missing: z.number(), periods: z.int(), mustExist: z.boolean(),
})
export type DutyCell = z.output<typeof dutyCell>
export const dutyRow = z.object({
  ref: z.string(), title: z.string(), who: z.string(), per: z.string(), unit: z.string(), softWord: z.string().nullable(),
  checks: z.array(z.string()), note: z.string().nullable(), cells: z.array(dutyCell),
})
export type DutyRow = z.output<typeof dutyRow>

export const dutyMatrix = z.object({
  studioId: idText, studioName: z.string(), schemeCode: z.string(), schemeTitle: z.string(),
  cycle: z.object({ ordinal: z.int(), startsOn: dayText, endsOn: dayText }),
  today: dayText,
  columns: z.array(dutyColumn), rows: z.array(dutyRow), counts: z.record(state, z.int()),
  /** What should be put right in the memberships. */
  reports: z.array(z.string()),
})
export type DutyMatrix = z.output<typeof dutyMatrix>

const dutySource = z.object({
  recordId: z.string(), kind: z.enum(['activity', 'outcome', 'theme', ...inspectedKinds]),
  /** Null for what the caller may not open: another member's. */
  id: idText.nullable(), title: z.string(), on: dayText,
  /** How much of it counts; null where it does not. */
  amount: z.number().nullable(),
  /** Why it does not count; null where it does. */
  why: z.string().nullable(),
})
export type DutySource = z.output<typeof dutySource>

/** What a record needs so that it counts: the page makes its one-click actions of it (`ways-to-fulfil.ts`). */
const fulfilment = z.object({
  /** Keys of metrics and plain words of the scheme. */
  metrics: z.array(z.string()),
  /** The period that a paper is made for, e.g. `term:2026-1`. */
  forPeriod: z.string().nullable(),
  /** The period is over: the record's day is some day in it, not today. */
  periodIsOver: z.boolean(),
})
export type Fulfilment = z.output<typeof fulfilment>

/** What the scheme leaves open and these figures rest on. */
const settingBehind = z.object({ key: z.string(), question: z.string(), answer: z.string(), decidedBy: z.enum(['school', 'scheme', 'program']) })

export const dutyExplanation = z.object({
  title: z.string(), subject: z.string(), unit: z.string(), per: z.string(), ref: z.string(), checks: z.array(z.string()),
  lines: z.array(z.object({
    key: z.string(), column,
    /** Whose line it is, where those of everybody are shown. */
    subject: z.string().nullable(),
    period: z.string().nullable(), state, sentence: z.string(), basis: z.array(z.string()), sources: z.array(dutySource),
    /** Null where nothing is missing. */
    fulfilment: fulfilment.nullable(),
  })),
  /** Records of the duty's kind that belong to none of its periods, or to nobody it means. */
  unplaced: z.array(dutySource),
  readings: z.object({ schemeCode: z.string(), schemeVersion: z.string(), settings: z.array(settingBehind) }),
})
export type DutyExplanation = z.output<typeof dutyExplanation>

const share = z.object({ asked: z.int(), done: z.int(), overdue: z.int() })

/** The terms of the cycle side by side; the cells of a row have a term's key for their column. */
export const termComparison = z.object({
  studioName: z.string(), column,
  people: z.array(dutyColumn), terms: z.array(dutyColumn.extend({ share })), rows: z.array(dutyRow),
  /** What is asked for a longer time than a term: how far it is in its year or cycle, and what each term did of it. */
  longer: z.array(z.object({
    key: z.string(), ref: z.string(), title: z.string(), who: z.string(), per: z.string(), period: z.string(), unit: z.string(), softWord: z.string().nullable(),
    whole: dutyCell, shares: z.array(z.object({ termKey: termKeyText, done: z.number() })),
  })),
  /** A member sees the studio's and her own, not everybody's together. */
  ownOnly: z.boolean(),
})
export type TermComparison = z.output<typeof termComparison>

export const dueItem = z.object({
  key: z.string(), studioId: idText, studioName: z.string(), ref: z.string(), title: z.string(), column, subject: z.string(),
  when: z.enum(dueWhens), soft: z.boolean(), dueOn: dayText.nullable(), missing: z.number(), unit: z.string(),
  /** Which periods, in words: 第3周；第5周. */
  periods: z.string().nullable(),
  fulfilment,
})
export type DueItem = z.output<typeof dueItem>

/** Something of a period that has not begun. */
export const dutyToCome = z.object({
  key: z.string(), studioId: idText, studioName: z.string(), title: z.string(), soft: z.boolean(), dueOn: dayText,
  /** Of whom, in words, and their columns. */
  subject: z.string(), columns: z.array(column),
  /** 每人 2 节；要有. */
  amount: z.string(),
  period: z.string(),
})
export type DutyToComeRow = z.output<typeof dutyToCome>

/** What a person has to do in a term, studio by studio. */
export const personDuties = z.object({
  studios: z.array(z.object({
    studioId: idText, studioName: z.string(), roleName: z.string().nullable(), column, share,
    rows: z.array(z.object({
      ref: z.string(), title: z.string(), per: z.string(), unit: z.string(), cell: dutyCell,
      /** Null where nothing is missing. */
      fulfilment: fulfilment.nullable(),
    })),
  })),
  /** Studios whose duties cannot be worked out, and why. */
  troubles: z.array(z.string()),
})
export type PersonDuties = z.output<typeof personDuties>

/** 职责: what the scheme of a studio asks for, what was done, what is due. Nothing is stored: all of it is worked out of the records. */
export const dutiesRoutes = defineRoutes({
  /** The studios that the caller may look at. */
  'duties.studios': {
    input: nothing,
    output: z.object({ rows: z.array(z.object({ id: idText, name: z.string() })) }), writes: false, may: 'duties.read',
  },
  'duties.matrix': { input: z.object({ studioId: idText, termKey: termKeyText }), output: dutyMatrix, writes: false, may: 'duties.read' },
  /** 学期对比: the terms of the cycle in which the term lies, of one column or of everybody (also where `column` is null or not hers to see). */
  'duties.terms': {
    input: z.object({ studioId: idText, termKey: termKeyText, column: column.nullable() }), output: termComparison, writes: false, may: 'duties.read',
  },
  /** The records behind a cell of the matrix, or behind those of everybody. */
  'duties.explain': {
    input: z.object({ studioId: idText, termKey: termKeyText, ref: z.string().max(60), column }), output: dutyExplanation, writes: false, may: 'duties.read',
  },
  /** A person's duties in each of her studios that the caller may see; a member is shown only herself. */
  'duties.ofPerson': { input: z.object({ personId: idText, termKey: termKeyText }), output: personDuties, writes: false, may: 'duties.read' },
  /** 待办: what is still to be done, the most pressing first; a member is told only her own. */
  'duties.due': {
    input: z.object({
      studioId: idText.nullable(),
      /** Each past period by its own day (for a calendar) instead of all of them together. */
      apart: z.boolean().optional(),
      /** Also what begins later and is due up to this day. */
      comingUntil: dayText.nullable().default(null),
    }),
    output: z.object({
      items: z.array(dueItem),
      /** What has not begun, the earliest first; nothing can be done for it yet. */
      coming: z.array(dutyToCome),
      /** Due before this term and never done: counted, not listed. */
      older: z.int(),
      /** Studios whose duties cannot be worked out, and why. */
      troubles: z.array(z.string()),
      ownOnly: z.boolean(), today: dayText,
    }), writes: false, may: 'duties.read',
  },
})
