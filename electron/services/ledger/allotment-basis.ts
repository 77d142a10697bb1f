import { z } from 'zod'
import { dayText } from '../../../shared/contract/common.ts'
import { memberRoles } from '../../../shared/domain/studios/studio-words.ts'
import type { Entry } from './fund-reading.ts'

const basis = z.object({
  countingOn: dayText,
  rateFen: z.int().positive(),
  rolesCounted: z.array(z.enum(memberRoles)),
  /** The scheme's words for the roles on that day; the scheme may say otherwise later. */
  roleNames: z.partialRecord(z.enum(memberRoles), z.string()).default({}),
})

/** How an allotment per head was counted; kept with the entry as JSON. */
export type AllotmentBasis = z.output<typeof basis>

/** What the entry was counted by; null when it is no allotment per head. */
export function readBasis(entry: Pick<Entry, 'allotmentBasis'>): AllotmentBasis | null {
  return entry.allotmentBasis === null ? null : basis.parse(JSON.parse(entry.allotmentBasis))
}
