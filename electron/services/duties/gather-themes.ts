import type { ReadDb } from '../../../db/write-tx.ts'
import { themeDutyRecord } from '../../../shared/domain/activities/theme-duty-record.ts'
import { countableThemes } from '../activities/activity-reading-service.ts'
import type { GatheredRecord } from './gathered-record.ts'

/** The themes that the studios have settled, as the duty engine reads them. `cycleFromOn`: when the studio's present cycle begins. */
export function gatherThemes(db: ReadDb, studioIds: readonly string[], cycleFromOn: (studioId: string) => string | null): GatheredRecord[] {
  return countableThemes(db, studioIds).map((theme) => ({ record: themeDutyRecord(theme, cycleFromOn(theme.studioId)), kind: 'theme', title: theme.title }))
}
