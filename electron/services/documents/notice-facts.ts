import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { settingTable } from '../../../db/schema/school.ts'
import type { NoticeFacts } from '../../../shared/contract/documents.ts'
import type { ReadContext, Write } from '../../dispatch/context.ts'
import { theSchool } from '../school/school-service.ts'

const key = 'documents.notice'
const kept = z.object({ workingDays: z.int().nullable(), basis: z.string().nullable(), office: z.string().nullable(), phone: z.string().nullable(), address: z.string().nullable() })

/** What the last public notice said of its ground, of days and of where objections go; before the first one five working days (the usual rule) and our own office. */
export function keptNotice(ctx: Pick<ReadContext, 'db' | 'clock'>): NoticeFacts {
  const row = ctx.db.select().from(settingTable).where(eq(settingTable.key, key)).get()
  const last = row === undefined ? { workingDays: 5, basis: null, office: `${theSchool(ctx.db).name}教务处`, phone: null, address: null } : kept.parse(JSON.parse(row.value))
  return { startsOn: ctx.clock.today(), ...last }
}

/** Keeps them for the next notice, in the transaction of the document. */
export function keepNoticeTx(w: Write, { workingDays, basis, office, phone, address }: NoticeFacts, at: string): void {
  const row = { key, value: JSON.stringify({ workingDays, basis, office, phone, address }), updatedAt: at }
  w.tx.insert(settingTable).values(row).onConflictDoUpdate({ target: settingTable.key, set: row }).run()
}
