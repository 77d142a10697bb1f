import type { ReadDb } from '../../../db/write-tx.ts'
import type { DutyEvent } from '../../../shared/domain/duties/duty-input.ts'
import { inspectedRecords, inspectionEvents } from '../../../shared/domain/inspections/inspection-duty-records.ts'
import { countableInspections } from '../inspections/countable-inspections-service.ts'
import { countablePatrols } from '../shifts/countable-patrols-service.ts'
import type { GatheredRecord } from './gathered-record.ts'

/** 值勤 and 教学检查 as the engine reads them: they are the whole school's, so every team of the school is judged by the same ones. */
export function gatherInspections(db: ReadDb, teamIds: readonly string[]): { readonly records: readonly GatheredRecord[]; readonly events: readonly DutyEvent[] } {
  if (teamIds.length === 0) return { records: [], events: [] }
  const facts = { ...countableInspections(db), patrols: countablePatrols(db) }
  return { records: teamIds.flatMap((studioId) => inspectedRecords(facts, studioId)), events: inspectionEvents(facts.inspections) }
}
