import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileDurably } from '../../../db/file-durability.ts'
import { documentTable } from '../../../db/schema/documents.ts'
import type { DocumentSubject, MadeDocument, NumbersShown } from '../../../shared/contract/documents.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext, WriteContext } from '../../dispatch/context.ts'
import type { Session } from '../accounts/session.ts'
import { personNames } from '../people/people-service.ts'
import { theSchool } from '../school/school-service.ts'
import { documentsFolder, freePath, makeFolderOf } from './document-paths.ts'
import { catalogueOf, profileFor, gather, showsNumbers } from './gather-service.ts'
import { fileTrouble } from './file-trouble.ts'
import { keepNoticeTx } from './notice-facts.ts'
import { renderDocument } from './render-document.ts'

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export interface Made {
  readonly made: MadeDocument
  readonly bytes: Uint8Array
}

/**
 * Makes one document: the file first, on the disk for certain, then its row. A disk that fails leaves no row; a row that
 * cannot be written takes its file away again.
 * @throws what gathering throws, `documents.mayNotShow`, `database.diskFull` and its like
 */
export async function makeDocument(ctx: WriteContext, subject: DocumentSubject, numbers: NumbersShown): Promise<Made> {
  const gathered = gather(ctx, subject)
  const profile = profileFor(ctx, subject.form, numbers)
  const madeAt = ctx.clock.now()
  const rendered = await renderDocument(subject.form, gathered.data, {
    catalogue: catalogueOf(ctx), creator: theSchool(ctx.db).name, madeAt, profile,
    ...(gathered.subjectName === '' ? {} : { subject: gathered.subjectName }),
  })
  // From here to the row nothing waits, so that no other document can take the name in between.
  const { dataFolder } = ctx.surroundings
  const relativePath = freePath(dataFolder, { termKey: subject.termKey, studioName: gathered.studioName, fileName: rendered.fileName })
  const path = join(dataFolder, documentsFolder, relativePath)
  try {
    makeFolderOf(dataFolder, path)
    writeFileDurably(path, rendered.bytes)
  } catch (error) {
    throw fileTrouble(error, fileNameOf(relativePath))
  }
  const row = {
    id: ctx.ids.next(), formCode: subject.form, title: gathered.subjectName === '' ? rendered.title : `${rendered.title}（${gathered.subjectName}）`,
    studioId: gathered.studioId, subjectKind: gathered.subjectKind, subjectId: gathered.subjectId, termKey: subject.termKey, relativePath,
    sha256: createHash('sha256').update(rendered.bytes).digest('hex'), showsNumbers: showsNumbers(subject.form, profile), madeAt, madeByAccountId: ctx.actor.accountId,
  }
  try {
    ctx.write(`生成文书「${row.title}」${row.showsNumbers ? '，含完整的身份证号和电话' : ''}`, (w) => {
      w.tx.insert(documentTable).values(row).run()
      if (subject.form === 'member-list-notice' && subject.notice !== null) keepNoticeTx(w, subject.notice, madeAt)
      w.changed('document', row.id, null, { form: row.formCode, title: row.title, relativePath, sha256: row.sha256 })
    })
  } catch (error) {
    takeAway(path)
    throw error
  }
  const { sha256: _1, madeByAccountId: _2, showsNumbers: _3, ...shown } = row
  return { made: { ...shown, studioName: gathered.studioName, fileName: fileNameOf(relativePath), madeBy: ctx.actor.displayName }, bytes: rendered.bytes }
}

/** Takes a file away whose row could not be written. A scanner may hold it for a moment; why there is no row matters more than the file. */
function takeAway(path: string): void {
  try {
    rmSync(path, { force: true, maxRetries: 10, retryDelay: 50 })
  } catch {
    // It stays as a file without a row; the next document of that name is numbered.
  }
}

/** The document under a token, for 另存为. */
export function outgoing(ctx: Pick<ReadContext, 'exchange'>, { made, bytes }: Pick<Made, 'bytes'> & { readonly made: { readonly fileName: string } }) {
  return { token: ctx.exchange.put({ name: made.fileName, mediaType: wordType, bytes }), name: made.fileName, mediaType: wordType, bytes: bytes.byteLength }
}

export const fileNameOf = (relativePath: string): string => relativePath.slice(relativePath.lastIndexOf('/') + 1)

interface Running {
  made: number
  readonly asked: number
  cancelled: boolean
}

/** Batches that run, by session: nobody sees or stops another's. */
const running = new WeakMap<Session, Map<string, Running>>()

export interface BatchResult {
  readonly made: MadeDocument[]
  readonly asked: number
  readonly cancelled: boolean
  readonly stopped: { readonly name: string; readonly message: string } | null
}

/**
 * One document for each person, one after the other, each saved by itself; between two it may be cancelled. What stands in the way
 * of one (a full disk, a lock) ends the batch with its reason; what was made before stays.
 * @throws `documents.batchRuns` when one of that id runs already, and the first document's refusal when nothing was made
 */
export async function makeBatch(ctx: WriteContext, id: string, subject: DocumentSubject, personIds: readonly string[], numbers: NumbersShown): Promise<BatchResult> {
  const own = running.get(ctx.session) ?? new Map<string, Running>()
  running.set(ctx.session, own)
  if (own.has(id)) throw new AppError('documents.batchRuns', 'conflict', '这一批正在生成，请等它完成')
  const wanted = [...new Set(personIds)]
  const batch: Running = { made: 0, asked: wanted.length, cancelled: false }
  own.set(id, batch)
  const made: MadeDocument[] = []
  try {
    for (const personId of wanted) {
      // Lets other calls through, the one that cancels among them.
      await new Promise((resolve) => setImmediate(resolve))
      if (batch.cancelled) break
      try {
        made.push((await makeDocument(ctx, { ...subject, personId }, numbers)).made)
        batch.made = made.length
      } catch (error) {
        if (made.length === 0 || !(error instanceof AppError) || error.kind === 'internal') throw error
        return { made, asked: wanted.length, cancelled: false, stopped: { name: personNames(ctx.db, [personId]).get(personId) ?? '', message: error.message } }
      }
    }
  } finally {
    own.delete(id)
  }
  if (made.length === 0) ctx.nothingToWrite()
  return { made, asked: wanted.length, cancelled: batch.cancelled, stopped: null }
}

/** How far a batch of this session is; null when none of that id runs. */
export function batchProgress({ session }: Pick<ReadContext, 'session'>, id: string): { made: number; asked: number } | null {
  const batch = running.get(session)?.get(id)
  return batch === undefined ? null : { made: batch.made, asked: batch.asked }
}

/** @returns whether there was one to stop */
export function cancelBatch({ session }: Pick<ReadContext, 'session'>, id: string): boolean {
  const batch = running.get(session)?.get(id)
  if (batch === undefined) return false
  batch.cancelled = true
  return true
}
