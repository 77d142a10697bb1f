import type { OutcomePart } from './outcome-kind.ts'
import type { OutcomeKind } from './outcome-kinds.ts'

/** 状态: a draft is nobody's business yet; only what is confirmed has been looked at by somebody else. */
export const outcomeStates = ['draft', 'submitted', 'confirmed', 'returned'] as const
export type OutcomeState = (typeof outcomeStates)[number]
export const outcomeStateNames: Readonly<Record<OutcomeState, string>> = { draft: '草稿', submitted: '待确认', confirmed: '已确认', returned: '已退回' }

/** One dated line of a log (带教记录). */
export interface LogLine {
  readonly on: string
  readonly text: string
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
