import { eq } from 'drizzle-orm'
import type { feedbackFormTable, findingTable, inspectionChecklistTable } from '../../../db/schema/inspections.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { ReadContext, WriteContext } from '../../dispatch/context.ts'
import { assertAsOpened } from './inspection-scope.ts'

interface Removable {
  readonly id: string
  readonly revision: number
  readonly removedAt: string | null
}

/** A kind of record that can be put into the recycle bin and brought back. */
export interface BinKind<R extends Removable> {
  readonly kind: 'finding' | 'feedbackForm' | 'inspectionChecklist'
  readonly table: typeof findingTable | typeof feedbackFormTable | typeof inspectionChecklistTable
  /** What a refusal calls it: 这条检查发现. */
  readonly short: string
  /** @throws when the caller may not see it */
  read(ctx: Pick<ReadContext, 'db' | 'actor'>, id: string): R
  /** What the audit log calls it: 检查发现：七（1）班，备课与教案. */
  nameOf(db: ReadDb, record: R): string
  shapeOf(db: ReadDb, record: R): Record<string, string | null>
  /** @throws when what it belongs to is in the bin itself */
  assertHasPlace?(db: ReadDb, record: R): void
}

/** Into the recycle bin with a reason; what belongs to it (steps, answers, files) stays with it. @throws `inspections.changed`, `inspections.removed` */
export function putAway<R extends Removable>(ctx: WriteContext, bin: BinKind<R>, { id, revision, reason }: { id: string; revision: number; reason: string }): void {
  const before = bin.read(ctx, id)
  ctx.write(`移除${bin.nameOf(ctx.db, before)}`, (w) => {
    assertAsOpened(before, revision, bin.short)
    const removed = { removedAt: ctx.clock.now(), removedReason: reason }
    w.tx.update(bin.table).set({ ...removed, revision: before.revision + 1 }).where(eq(bin.table.id, id)).run()
    const shape = bin.shapeOf(w.tx, before)
    w.changed(bin.kind, id, shape, { ...shape, 移入回收站: removed.removedAt, 移入回收站的原因: reason })
  })
}

/** Out of the recycle bin again; what is not in it stays as it is. @throws whatever `assertHasPlace` refuses */
export function bringBack<R extends Removable>(ctx: WriteContext, bin: BinKind<R>, id: string): void {
  const before = bin.read(ctx, id)
  if (before.removedAt === null) return ctx.nothingToWrite()
  bin.assertHasPlace?.(ctx.db, before)
  ctx.write(`恢复${bin.nameOf(ctx.db, before)}`, (w) => {
    w.tx.update(bin.table).set({ removedAt: null, removedReason: null, revision: before.revision + 1 }).where(eq(bin.table.id, id)).run()
    const shape = bin.shapeOf(w.tx, before)
    w.changed(bin.kind, id, { ...shape, 移入回收站: before.removedAt }, shape)
  })
}
