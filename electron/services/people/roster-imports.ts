import { desc, eq } from 'drizzle-orm'
import { accountTable } from '../../../db/schema/accounts.ts'
import { rosterImportTable } from '../../../db/schema/people.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { RosterImportLine } from '../../../shared/contract/people.ts'

/** Every import, the latest first. */
export function listImports(db: ReadDb): RosterImportLine[] {
  return lines(db).orderBy(desc(rosterImportTable.importedAt), desc(rosterImportTable.id)).all()
}

export function importLine(db: ReadDb, id: string): RosterImportLine | null {
  return lines(db).where(eq(rosterImportTable.id, id)).get() ?? null
}

function lines(db: ReadDb) {
  const { id, fileName, importedAt, rowsRead, added, updated, skipped, undoneAt } = rosterImportTable
  return db.select({ id, fileName, importedAt, importedBy: accountTable.displayName, rowsRead, added, updated, skipped, undoneAt })
    .from(rosterImportTable).innerJoin(accountTable, eq(rosterImportTable.accountId, accountTable.id))
}
