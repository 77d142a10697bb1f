import { and, asc, eq } from 'drizzle-orm'
import { schemeVersionTable } from '../../../db/schema/schemes.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import { loadScheme } from '../../../shared/domain/schemes/load-scheme.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme-format.ts'
import { AppError } from '../../../shared/errors.ts'

export type SchemeVersionRow = typeof schemeVersionTable.$inferSelect

/** What was read of a document, under its SHA-256; the least recently read leave first. */
const read = new Map<string, Scheme>()
const mostKept = 200

/** Every version of the school's own schemes, the latest first within a number. */
export function ownVersions(db: ReadDb): SchemeVersionRow[] {
  return db.select().from(schemeVersionTable).orderBy(asc(schemeVersionTable.createdAt), asc(schemeVersionTable.id)).all().toReversed()
}

export function ownVersion(db: ReadDb, code: string, version: string): SchemeVersionRow | undefined {
  return db.select().from(schemeVersionTable).where(and(eq(schemeVersionTable.code, code), eq(schemeVersionTable.version, version))).get()
}

/** @throws `schemes.none` */
export function ownVersionById(db: ReadDb, id: string): SchemeVersionRow {
  const row = db.select().from(schemeVersionTable).where(eq(schemeVersionTable.id, id)).get()
  if (!row) throw new AppError('schemes.none', 'notFound', '没有找到这份规程，可能已被删除，请回到规程列表重新打开')
  return row
}

/** The row as a scheme. @throws the complaint of `loadScheme` when somebody has changed the file behind the program's back */
export function schemeIn(row: Pick<SchemeVersionRow, 'document' | 'sha256' | 'title'>): Scheme {
  const known = read.get(row.sha256)
  const scheme = known ?? loadScheme(row.document, `规程「${row.title}」`)
  read.delete(row.sha256)
  read.set(row.sha256, scheme)
  for (const oldest of read.keys()) {
    if (read.size <= mostKept) break
    read.delete(oldest)
  }
  return scheme
}
