import { createHash } from 'node:crypto'
import { asc, desc } from 'drizzle-orm'
import { insertManyTx } from '../../../db/insert-many.ts'
import { auditLogTable, auditSubjectTable } from '../../../db/schema/audit-log.ts'
import type { ReadDb, WriteTx } from '../../../db/write-tx.ts'

/** What became of one record in a write. */
export interface Change {
  readonly kind: string
  readonly id: string
  readonly before: object | null
  readonly after: object | null
}

export interface AuditEntry {
  readonly at: string
  readonly accountId: string | null
  readonly actorName: string
  /** The route, e.g. `people.save`. */
  readonly action: string
  readonly summary: string
  readonly changes: readonly Change[]
}

/** Columns whose content must never stand in the log, even enciphered: the log outlives every purpose they had. */
const protectedKey = /(cipher|hmac|passwordHash|wrappedDataKey|idNumber|phone)$/i
/** A field that only counts revisions says nothing to a reader of the history. */
const noiseKey = new Set(['updatedAt', 'revision', 'nameSearch'])

/** Appends the row of one write, sealed to the row before it. */
export function appendAuditTx(tx: WriteTx, entry: AuditEntry): void {
  const last = tx.select({ seal: auditLogTable.seal }).from(auditLogTable).orderBy(desc(auditLogTable.seq)).limit(1).get()
  const row = {
    at: entry.at,
    accountId: entry.accountId,
    actorName: entry.actorName,
    action: entry.action,
    summary: entry.summary,
    changes: JSON.stringify(entry.changes.map(readable)),
    previousSeal: last?.seal ?? '',
  }
  const { seq } = tx.insert(auditLogTable).values({ ...row, seal: sealOf(row) }).returning({ seq: auditLogTable.seq }).get()
  insertManyTx(tx, auditSubjectTable, entry.changes.map(({ kind, id }) => ({ seq, kind, subjectId: id })))
}

/**
 * Whether every row still seals the one before it.
 * @returns the number of the first row that does not, or null when the log is whole
 */
export function firstBrokenSeal(db: ReadDb): number | null {
  let previousSeal = ''
  for (const row of db.select().from(auditLogTable).orderBy(asc(auditLogTable.seq)).all()) {
    if (row.previousSeal !== previousSeal || row.seal !== sealOf(row)) return row.seq
    previousSeal = row.seal
  }
  return null
}

type Sealed = Pick<AuditEntry, 'at' | 'accountId' | 'actorName' | 'action' | 'summary'> & { changes: string; previousSeal: string }

function sealOf({ previousSeal, at, accountId, actorName, action, summary, changes }: Sealed): string {
  const text = JSON.stringify([previousSeal, at, accountId, actorName, action, summary, changes])
  return createHash('sha256').update(text).digest('hex')
}

/** The change with only the fields that differ, protected ones blacked out. */
function readable({ kind, id, before, after }: Change): Change {
  const differs = (key: string) => JSON.stringify(valueOf(before, key)) !== JSON.stringify(valueOf(after, key))
  const pick = (record: object | null) =>
    record && Object.fromEntries(
      Object.entries(record)
        .filter(([key]) => !noiseKey.has(key) && (!before || !after || differs(key)))
        .map(([key, value]) => [key, protectedKey.test(key) && value !== null ? '***' : value]),
    )
  return { kind, id, before: pick(before), after: pick(after) }
}

function valueOf(record: object | null, key: string): unknown {
  return record ? (record as Record<string, unknown>)[key] : undefined
}
