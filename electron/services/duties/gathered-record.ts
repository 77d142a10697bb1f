import type { InspectedKind } from '../../../shared/domain/inspections/inspection-duty-records.ts'
import type { DutyRecord } from '../../../shared/domain/duties/duty-record.ts'

/** A record of the engine, and what a person recognises it by. */
export interface GatheredRecord {
  readonly record: DutyRecord
  readonly kind: 'activity' | 'outcome' | 'theme' | InspectedKind
  readonly title: string
}
