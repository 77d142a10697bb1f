import { measureOfUnit } from '../duties/duty-record.ts'
import type { DutyRecord, Measure } from '../duties/duty-record.ts'
import { metricOf } from '../duties/metric-catalogue.ts'
import type { OutcomePart } from './outcome-kind.ts'
import { specOf } from './outcome-kinds.ts'
import type { OutcomeKind } from './outcome-kinds.ts'
import { outcomeActs } from './outcome-metrics.ts'
import type { OutcomeFacts, OutcomeState } from './outcome-record.ts'

export type CountableOutcome = OutcomeFacts & { readonly id: string; readonly state: OutcomeState }

/**
 * The outcome as the duty engine reads it: one record for each act (a lesson heard and reviewed is two). A draft and what was
 * returned count for nothing yet, nor does what names nobody whose doing it was. A person's own outcome of no studio counts in the
 * studio that asks, `inStudioId`.
 */
export function outcomeDutyRecords(outcome: CountableOutcome, inStudioId: string): readonly DutyRecord[] {
  const { id, kind, state, levelKey, forPeriod, people } = outcome
  if (state === 'draft' || state === 'returned') return []
  const personIds = people.filter(({ part }) => isCredited(kind, part)).map(({ personId }) => personId)
  const byStudio = specOf(kind).byStudio === true && outcome.studioId === inStudioId
  if (personIds.length === 0 && !byStudio) return []
  return outcomeActs(outcome).map((act): DutyRecord => ({
    id: `outcome:${id}:${act.key}`,
    source: { kind: 'outcome', id },
    studioId: inStudioId, metrics: act.metrics, on: act.on, personIds, byStudio, levelKey,
    amounts: amountsOf(outcome),
    confirmed: state === 'confirmed',
    ...(forPeriod === null ? {} : { forPeriod }),
  }))
}

/** Whoever is mentored has it not done; whoever guides somebody else's lesson or paper neither, unless guiding is what the kind is about. */
export function isCredited(kind: OutcomeKind, part: OutcomePart): boolean {
  return part !== 'mentee' && (part !== 'guide' || specOf(kind).parts[0] === 'guide')
}

/** Pieces, and what else is known of the size; of 其他 the quantity is in the unit of its metric. */
function amountsOf({ kind, quantity, characters, metricKey, details }: OutcomeFacts): Readonly<Partial<Record<Measure, number>>> {
  const unit = metricKey === null ? undefined : metricOf(metricKey)?.unit
  const { minutes } = details
  return {
    count: quantity,
    ...(specOf(kind).measure === 'lessonHours' ? { lessonHours: quantity } : {}),
    ...(characters === null ? {} : { chars: characters }),
    ...(typeof minutes === 'number' && minutes > 0 ? { minutes } : {}),
    ...(unit === undefined ? {} : { [measureOfUnit(unit)]: quantity }),
  }
}
