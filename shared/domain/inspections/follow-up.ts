import { daysBetween } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import type { Severity } from './inspection-words.ts'

/** `noted`: good practice, which asks nothing of anybody. */
export const findingStates = ['open', 'mended', 'checked', 'closed', 'noted'] as const
export type FindingState = (typeof findingStates)[number]
export const findingStateNames: Readonly<Record<FindingState, string>> = {
  open: '待整改', mended: '待复查', checked: '待销号', closed: '已销号', noted: '已记录',
}

/** What is done about a finding, one row each; rows are only added. */
export const stepKinds = ['answer', 'pass', 'return', 'close', 'reopen'] as const
export type StepKind = (typeof stepKinds)[number]
export const stepKindNames: Readonly<Record<StepKind, string>> = { answer: '整改答复', pass: '复查合格', return: '退回再改', close: '销号', reopen: '重新打开' }

export interface FollowUpStep {
  readonly kind: StepKind
  /** A moment; steps of the same moment go by `ordinal`. */
  readonly at: string
  /** The day of it on the calendar. */
  readonly onDay: Day
  readonly ordinal: number
}

const moves: Readonly<Record<FindingState, Partial<Record<StepKind, FindingState>>>> = {
  open: { answer: 'mended' },
  mended: { pass: 'checked', return: 'open' },
  checked: { close: 'closed', return: 'open' },
  closed: { reopen: 'open' },
  noted: {},
}

/** Steps that must say something: what was done, what is still wrong, why it is taken up again. */
export const stepsWithWords: ReadonlySet<StepKind> = new Set(['answer', 'return', 'reopen'])

/** Whether somebody may take a step: the one responsible answers, the office (教务) does the rest and may answer for her. */
export interface StepTaker {
  readonly isOffice: boolean
  readonly isResponsible: boolean
}

/** Where a finding stands after its steps, whatever order they are given in; a step that was not allowed where it stands changes nothing. */
export function findingState(severity: Severity, steps: readonly FollowUpStep[]): FindingState {
  if (severity === 'good') return 'noted'
  return inOrder(steps).reduce<FindingState>((state, { kind }) => moves[state][kind] ?? state, 'open')
}

/** By time, steps of one moment in the order in which they were entered. */
export function inOrder<S extends FollowUpStep>(steps: readonly S[]): readonly S[] {
  return steps.toSorted((a, b) => (a.at === b.at ? a.ordinal - b.ordinal : a.at < b.at ? -1 : 1))
}

/** The steps that this person may take now, the usual one first. */
export function nextSteps(state: FindingState, taker: StepTaker): readonly StepKind[] {
  const possible = Object.keys(moves[state]) as StepKind[]
  return possible.filter((kind) => taker.isOffice || (kind === 'answer' && taker.isResponsible))
}

/** Whether it still waits for somebody. */
export function isUnfinished(state: FindingState): boolean {
  return state === 'open' || state === 'mended' || state === 'checked'
}

/** Not answered by its day. What waits to be looked at again is the office's affair and not overdue. */
export function isOverdue({ state, dueOn }: { readonly state: FindingState; readonly dueOn: Day | null }, today: Day): boolean {
  return state === 'open' && dueOn !== null && dueOn < today
}

/** Whole days from the day it was found to the last close; null while it is not closed. */
export function daysUntilClosed(foundOn: Day, state: FindingState, steps: readonly FollowUpStep[]): number | null {
  if (state !== 'closed') return null
  const closed = inOrder(steps).findLast(({ kind }) => kind === 'close')
  return closed === undefined ? null : Math.max(0, daysBetween(foundOn, closed.onDay))
}
