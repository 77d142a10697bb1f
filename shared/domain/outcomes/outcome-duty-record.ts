import type { DutyRecord } from '../duties/duty-record.ts'
import { isOwnDoing, specOf } from './outcome-kinds.ts'
import { outcomeActs } from './outcome-metrics.ts'
import type { OutcomeFacts, OutcomeState } from './outcome-record.ts'

export type CountableOutcome = OutcomeFacts & { readonly id: string; readonly state: OutcomeState }

/**
 * The outcome as the duty engine reads it: one record for each act (a lesson heard and reviewed is two). A draft and what was
 * returned count for nothing yet. A person's own outcome of no studio counts in the studio that asks, `inStudioId`.
 */
export function outcomeDutyRecords(outcome: CountableOutcome, inStudioId: string): readonly DutyRecord[] {
  if (outcome.state === 'draft' || outcome.state === 'returned') return []
  const { kind, people, quantity, characters } = outcome
  const spec = specOf(kind)
  const personIds = people.filter(({ part }) => isOwnDoing(part)).map(({ personId }) => personId)
  const amounts = {
    count: quantity, ...(spec.measure === 'lessonHours' ? { lessonHours: quantity } : {}), ...(characters === null ? {} : { chars: characters }),
  }
  return outcomeActs(outcome).map((act) => ({
    id: `outcome:${outcome.id}:${act.key}`, source: { kind: 'outcome', id: outcome.id }, studioId: inStudioId, metrics: act.metrics, on: act.on, personIds,
    byStudio: personIds.length === 0 && spec.byStudio === true, amounts, levelKey: outcome.levelKey, confirmed: outcome.state === 'confirmed',
    ...(outcome.forPeriod === null ? {} : { forPeriod: outcome.forPeriod }),
  }))
}
