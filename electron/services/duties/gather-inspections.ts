import type { ReadDb } from '../../../db/write-tx.ts'
import { inspectedRecords } from '../../../shared/domain/inspections/inspection-duty-records.ts'
import { countableInspections } from '../inspections/countable-inspections-service.ts'
import { countablePatrols } from '../shifts/countable-patrols-service.ts'
import type { GatheredRecord } from './gathered-record.ts'

/** 值勤 and 教学检查 as the engine reads them: they are the whole school's, so every team of the school is judged by the same ones. */
export function gatherInspections(db: ReadDb, teamIds: readonly string[]): GatheredRecord[] {
  if (teamIds.length === 0) return []
  const facts = { ...countableInspections(db), patrols: countablePatrols(db) }
  return teamIds.flatMap((studioId) => inspectedRecords(facts, studioId))
}
