import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { isAmong } from '../../../db/is-among.ts'
import { attachmentTable, storedFileTable } from '../../../db/schema/activities.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import { AppError } from '../../../shared/errors.ts'
import type { PassingFile } from '../../dispatch/file-exchange.ts'
import type { ReadContext, WriteContext } from '../../dispatch/context.ts'
import { admitFile, isShownAsPicture } from './file-type.ts'

/** The record that a file hangs on. Whoever calls has settled that the actor may see or change it. */
export interface AttachmentOwner {
  readonly kind: (typeof attachmentTable.$inferSelect)['ownerKind']
  readonly id: string
}

export interface AttachedFile {
  readonly id: string
  readonly owner: AttachmentOwner
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly addedAt: string
  readonly removedAt: string | null
}

const mostPerRecord = 200
/** A picture that is shown in the page travels as text; larger ones are saved and opened outside. */
const mostPreviewBytes = 12 * 1024 * 1024

/** The files of a record in the order in which they were added, those in the recycle bin left out. */
export function attachmentsOf(db: ReadDb, owner: AttachmentOwner): AttachedFile[] {
  return attached(db)
    .where(and(eq(attachmentTable.ownerKind, owner.kind), eq(attachmentTable.ownerId, owner.id), isNull(attachmentTable.removedAt)))
    .orderBy(asc(attachmentTable.addedAt), asc(attachmentTable.id)).all().map(asFile)
}

/** How many files hang on each of the records; those without any are left out. */
export function attachmentCounts(db: ReadDb, kind: AttachmentOwner['kind'], ids: readonly string[]): ReadonlyMap<string, number> {
  const rows = db.select({ ownerId: attachmentTable.ownerId, files: count() }).from(attachmentTable)
    .where(and(eq(attachmentTable.ownerKind, kind), isAmong(attachmentTable.ownerId, ids), isNull(attachmentTable.removedAt)))
    .groupBy(attachmentTable.ownerId).all()
  return new Map(rows.map(({ ownerId, files }) => [ownerId, files]))
}

/** @throws `files.noAttachment` */
export function attachmentById(db: ReadDb, id: string): AttachedFile {
  const row = attached(db).where(eq(attachmentTable.id, id)).get()
  if (!row) throw new AppError('files.noAttachment', 'notFound', '没有找到这个附件，请刷新后再试')
  return asFile(row)
}

/**
 * Hangs the file behind a token on a record: the content first, on the disk for certain, then the rows that speak of it.
 * @throws `files.gone`, `files.tooMany`, and what `admitFile` and `FileStore.put` throw
 */
export function addAttachment(ctx: WriteContext, owner: AttachmentOwner, token: string, ownerName: string): AttachedFile {
  const file = ctx.exchange.get(token)
  const { mediaType, fileName } = admitFile(file.name, file.bytes)
  const bytes = file.bytes.byteLength
  const sha256 = ctx.store.put(file.bytes)
  const added: AttachedFile = { id: ctx.ids.next(), owner, fileName, mediaType, bytes, sha256, addedAt: ctx.clock.now(), removedAt: null }
  ctx.write(`给「${ownerName}」添加附件「${fileName}」`, (w) => {
    if (attachmentsOf(w.tx, owner).length >= mostPerRecord) {
      throw new AppError('files.tooMany', 'precondition', `一条记录最多 ${mostPerRecord} 个附件，请先移除不需要的`)
    }
    ctx.store.registerTx(w.tx, { sha256, bytes, mediaType, storedAt: added.addedAt })
    w.tx.insert(attachmentTable)
      .values({ id: added.id, ownerKind: owner.kind, ownerId: owner.id, sha256, fileName, addedAt: added.addedAt }).run()
    w.changed('attachment', added.id, null, { ownerKind: owner.kind, ownerId: owner.id, fileName, sha256, bytes })
  })
  ctx.exchange.drop(token)
  return added
}

/** The file itself under a token, to be saved. @throws `files.missing`, `files.changed` */
export function outgoingAttachment(ctx: ReadContext, { fileName, mediaType, sha256 }: AttachedFile): { token: string; name: string; mediaType: string; bytes: number } {
  const file: PassingFile = { name: fileName, mediaType, bytes: ctx.store.read(sha256) }
  return { token: ctx.exchange.put(file), name: fileName, mediaType, bytes: file.bytes.byteLength }
}

/** The picture as a data URL; null for what is no picture, or one too large to travel. @throws `files.missing`, `files.changed` */
export function attachmentPreview(ctx: ReadContext, { mediaType, bytes, sha256 }: AttachedFile): string | null {
  if (!isShownAsPicture(mediaType) || bytes > mostPreviewBytes) return null
  return `data:${mediaType};base64,${Buffer.from(ctx.store.read(sha256)).toString('base64')}`
}

/** Into the recycle bin: the row keeps when and why, the content stays. */
export function removeAttachment(ctx: WriteContext, file: AttachedFile, reason: string): void {
  if (file.removedAt !== null) return ctx.nothingToWrite()
  ctx.write(`移除附件「${file.fileName}」`, (w) => {
    const removed = { removedAt: ctx.clock.now(), removedReason: reason }
    w.tx.update(attachmentTable).set(removed).where(eq(attachmentTable.id, file.id)).run()
    w.changed('attachment', file.id, { fileName: file.fileName, removedAt: null }, { fileName: file.fileName, ...removed })
  })
}

export function bringBackAttachment(ctx: WriteContext, file: AttachedFile): void {
  if (file.removedAt === null) return ctx.nothingToWrite()
  ctx.write(`恢复附件「${file.fileName}」`, (w) => {
    w.tx.update(attachmentTable).set({ removedAt: null, removedReason: null }).where(eq(attachmentTable.id, file.id)).run()
    w.changed('attachment', file.id, { fileName: file.fileName, removedAt: file.removedAt }, { fileName: file.fileName, removedAt: null })
  })
}

function attached(db: ReadDb) {
  return db.select({ attachment: attachmentTable, mediaType: storedFileTable.mediaType, bytes: storedFileTable.bytes })
    .from(attachmentTable).innerJoin(storedFileTable, eq(attachmentTable.sha256, storedFileTable.sha256)).$dynamic()
}

function asFile({ attachment, mediaType, bytes }: { attachment: typeof attachmentTable.$inferSelect; mediaType: string; bytes: number }): AttachedFile {
  const { id, ownerKind, ownerId, fileName, sha256, addedAt, removedAt } = attachment
  return { id, owner: { kind: ownerKind, id: ownerId }, fileName, mediaType, bytes, sha256, addedAt, removedAt }
}
