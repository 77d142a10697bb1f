import type { Day } from '../dates/day.ts'
import { daysUntilClosed, type FindingState, isOverdue, isUnfinished, type FollowUpStep } from './follow-up.ts'
import type { LogItem, LogItemState, LogStanding, Severity } from './inspection-words.ts'
import { type LogFigures, logFigures } from './weekly-logs.ts'

/** One log that was asked for, in or not. */
export interface LogFact {
  readonly classId: string
  readonly weekStartsOn: Day
  readonly standing: LogStanding
  readonly items: Readonly<Record<LogItem, LogItemState | null>>
  readonly lessonsPlanned: number | null
  readonly lessonsHeld: number | null
  readonly homeworkAssigned: number | null
  readonly homeworkCorrected: number | null
}

export interface FindingFact {
  readonly classId: string | null
  readonly personId: string | null
  readonly department: string | null
  readonly item: string
  readonly severity: Severity
  readonly state: FindingState
  readonly foundOn: Day
  readonly dueOn: Day | null
  readonly steps: readonly FollowUpStep[]
}

export interface FindingFigures {
  readonly findings: number
  readonly good: number
  readonly minor: number
  readonly serious: number
  /** Not closed yet. */
  readonly open: number
  readonly overdue: number
  readonly closed: number
  /** Whole and tenths of days from finding to closing; null where none is closed. */
  readonly meanDays: number | null
}

/** What was found and how far it has come. `findings` leaves good practice out. */
export function findingFigures(facts: readonly FindingFact[], today: Day): FindingFigures {
  const count = (test: (fact: FindingFact) => boolean) => facts.filter(test).length
  const days = facts.flatMap(({ foundOn, state, steps }) => daysUntilClosed(foundOn, state, steps) ?? [])
  const good = count(({ severity }) => severity === 'good')
  return {
    findings: facts.length - good, good,
    minor: count(({ severity }) => severity === 'minor'), serious: count(({ severity }) => severity === 'serious'),
    open: count(({ state }) => isUnfinished(state)), overdue: count((fact) => isOverdue(fact, today)), closed: count(({ state }) => state === 'closed'),
    meanDays: days.length === 0 ? null : Math.round((days.reduce((sum, each) => sum + each, 0) / days.length) * 10) / 10,
  }
}

export interface WorkFigures {
  readonly lessonsPlanned: number
  readonly lessonsHeld: number
  readonly homeworkAssigned: number
  readonly homeworkCorrected: number
  /** Items that were done, of those that applied and were filled in. */
  readonly itemsDone: number
  readonly itemsFilled: number
}

/** Sums of what the logs say; what is left empty adds nothing. */
export function workFigures(logs: readonly LogFact[]): WorkFigures {
  const sum = (key: 'lessonsPlanned' | 'lessonsHeld' | 'homeworkAssigned' | 'homeworkCorrected') => logs.reduce((total, log) => total + (log[key] ?? 0), 0)
  const states = logs.flatMap(({ items }) => Object.values(items)).filter((state) => state !== null && state !== 'none')
  return {
    lessonsPlanned: sum('lessonsPlanned'), lessonsHeld: sum('lessonsHeld'), homeworkAssigned: sum('homeworkAssigned'), homeworkCorrected: sum('homeworkCorrected'),
    itemsDone: states.filter((state) => state === 'done').length, itemsFilled: states.length,
  }
}

export interface Grouped<K, F> {
  readonly key: K
  readonly figures: F
}

/** Logs by class or week, in the order in which each first comes. */
export function logsBy<K>(logs: readonly LogFact[], keyOf: (log: LogFact) => K): readonly Grouped<K, LogFigures & WorkFigures>[] {
  return [...Map.groupBy(logs, keyOf)].map(([key, own]) => ({ key, figures: { ...logFigures(own.map(({ standing }) => standing)), ...workFigures(own) } }))
}

/** Findings by class, person, department or item; those without the key are left out. */
export function findingsBy<K>(facts: readonly FindingFact[], keyOf: (fact: FindingFact) => K | null, today: Day): readonly Grouped<K, FindingFigures>[] {
  const groups = Map.groupBy(facts, keyOf)
  return [...groups].flatMap(([key, own]) => key === null ? [] : [{ key, figures: findingFigures(own, today) }])
}
