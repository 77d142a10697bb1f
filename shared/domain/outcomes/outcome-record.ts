import type { OutcomePart } from './outcome-kind.ts'
import type { OutcomeKind } from './outcome-kinds.ts'

/** 状态: a draft is nobody's business yet; only what is confirmed has been looked at by somebody else. */
export const outcomeStates = ['draft', 'submitted', 'confirmed', 'returned'] as const
export type OutcomeState = (typeof outcomeStates)[number]
export const outcomeStateNames: Readonly<Record<OutcomeState, string>> = { draft: '草稿', submitted: '待确认', confirmed: '已确认', returned: '已退回' }

/** One line of a log: of 带教记录 with its day, of the course of a lesson with its time (free words) and a remark. */
export interface LogLine {
  readonly on: string
  readonly text: string
  readonly note?: string | undefined
}
export type DetailValue = string | number | readonly LogLine[]
export type OutcomeDetails = Readonly<Record<string, DetailValue>>

/** Somebody in it; the places of authors are counted from 1. */
export interface OutcomePerson {
  readonly personId: string
  readonly part: OutcomePart
  readonly place: number | null
}

/** What a record says, in whatever state it is. */
export interface OutcomeFacts {
  readonly kind: OutcomeKind
  readonly title: string
  readonly onDay: string
  readonly untilDay: string | null
  /** The period for which it is made (`cycle`, `term:2026-1`, `schoolYear:2026`, `year:2026`); plans and summaries are often written before or after it. */
  readonly forPeriod: string | null
  readonly studioId: string | null
  /** Key of one of the levels of the studio's scheme. */
  readonly levelKey: string | null
  readonly characters: number | null
  readonly quantity: number
  /** 其他: which metric of the scheme it is recorded for. */
  readonly metricKey: string | null
  readonly people: readonly OutcomePerson[]
  readonly details: OutcomeDetails
}

/** How somebody saves a record: to go on later, as done, or as looked at at the same time. */
export const saveIntents = ['draft', 'submitted', 'confirmed'] as const
export type SaveIntent = (typeof saveIntents)[number]

/**
 * The state after saving. What had been confirmed and is changed has to be confirmed again, unless whoever saves it confirms it;
 * it never falls back to a draft. A returned record that is only put by stays returned, with its reason.
 */
export function stateAfterSave(before: OutcomeState | null, intent: SaveIntent): OutcomeState {
  if (intent !== 'draft') return intent
  if (before === 'returned') return 'returned'
  return before === 'confirmed' ? 'submitted' : 'draft'
}

/** Whether two titles name the same thing: blanks, widths and 书名号 do not count. */
export function sameTitle(a: string, b: string): boolean {
  const bare = (title: string) => title.normalize('NFKC').toLowerCase().replace(/[\s《》〈〉"'“”‘’]/g, '')
  return bare(a) === bare(b)
}

/** Fields that belong to one record only, even when the rest is taken over from the last one. */
const neverCarried = new Set(['issue', 'pages', 'certificateNo', 'projectNo', 'address', 'documentNo', 'lessonNo', 'teacher', 'work', 'isbn', 'awardGrade', 'grade', 'verdict', 'step', 'apprentices', 'helped'])

/** 沿用上次: what is likely to be the same in the next record of the kind. Long texts, figures and days are its own. */
export function detailsForNext(details: OutcomeDetails): OutcomeDetails {
  return Object.fromEntries(Object.entries(details).filter(([key, value]) => typeof value === 'string' && value.length <= 60 && !/^\d{4}-\d{2}-\d{2}$/.test(value) && !neverCarried.has(key)))
}
