import type { ReadDb } from '../../../db/write-tx.ts'
import { outcomeDutyRecords } from '../../../shared/domain/outcomes/outcome-duty-record.ts'
import { countableOutcomes } from '../outcomes/countable-outcomes-service.ts'
import type { GatheredRecord } from './gathered-record.ts'

export interface GatheredOutcomes {
  readonly records: readonly GatheredRecord[]
  /** For which metrics records were made out of an activity: they count in its place. */
  readonly metricsOfActivity: ReadonlyMap<string, readonly string[]>
}

/** What was recorded of these studios and, of no studio, of the people in them, as the duty engine reads it. */
export function gatherOutcomes(db: ReadDb, studioIds: readonly string[], studiosOfPerson: ReadonlyMap<string, readonly string[]>): GatheredOutcomes {
  const records: GatheredRecord[] = []
  const metricsOfActivity = new Map<string, string[]>()
  for (const outcome of countableOutcomes(db, studioIds)) {
    const studios = outcome.studioId === null ? new Set(outcome.people.flatMap(({ personId }) => studiosOfPerson.get(personId) ?? [])) : [outcome.studioId]
    for (const studioId of studios) {
      for (const record of outcomeDutyRecords(outcome, studioId)) {
        records.push({ record, kind: 'outcome', title: outcome.title })
        if (outcome.activityId !== null) metricsOfActivity.set(outcome.activityId, [...(metricsOfActivity.get(outcome.activityId) ?? []), ...record.metrics])
      }
    }
  }
  return { records, metricsOfActivity }
}
