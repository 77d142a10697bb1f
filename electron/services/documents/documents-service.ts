import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { and, count, desc, eq, inArray, ne, or, sql, type SQL } from 'drizzle-orm'
import { accountTable } from '../../../db/schema/accounts.ts'
import { documentTable } from '../../../db/schema/documents.ts'
import { studioTable } from '../../../db/schema/studios.ts'
import type { MadeDocument, NoticeFacts, SubjectKind } from '../../../shared/contract/documents.ts'
import { activityKindNames } from '../../../shared/domain/activities/activity-words.ts'
import type { MemberRole } from '../../../shared/domain/studios/studio-words.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { activitiesOf } from '../activities/activity-reading-service.ts'
import { mayWriteStudio, visibleStudioIds } from '../studios/studio-scope.ts'
import { listVisibleStudios } from '../studios/studios-service.ts'
import { documentsFolder, fullPath, makeFolderOf } from './document-paths.ts'
import { fileTrouble } from './file-trouble.ts'
import { studioForForms } from './gathered-data.ts'
import { fileNameOf, outgoing } from './make-service.ts'
import { keptNotice } from './notice-facts.ts'

export interface SubjectChoices {
  studios: { id: string; name: string }[]
  people: { id: string; name: string; about: string; role: MemberRole; roleName: string }[]
  activities: { id: string; title: string; heldOn: string; kind: string }[]
  notice: NoticeFacts
}

/** What a document can be made about: studios that the caller may make documents for, and of the chosen one its people and activities. */
export function subjectChoices(ctx: ReadContext, { termKey, studioId }: { termKey: string; studioId: string | null }): SubjectChoices {
  const studios = listVisibleStudios(ctx).filter(({ id }) => mayWriteStudio(ctx, id)).map(({ id, name }) => ({ id, name }))
  const notice = keptNotice(ctx)
  if (studioId === null) return { studios, people: [], activities: [], notice }
  const { people, roleName } = studioForForms(ctx, studioId, ctx.clock.today())
  return {
    studios, notice,
    people: people.map(({ personId, personName, schoolName, subject, professionalTitle, role }) => ({
      id: personId, name: personName, about: [schoolName, subject, professionalTitle].filter((part) => part !== null && part !== '').join(' · '), role, roleName: roleName(role),
    })),
    activities: activitiesOf(ctx, termKey, studioId).map(({ id, title, heldOn, kind }) => ({ id, title, heldOn, kind: activityKindNames[kind] })),
  }
}

/** Made documents that the caller may see, the newest first; of one studio or one record when it is named. */
export function listDocuments(
  ctx: ReadContext, filter: { studioId: string | null; subjectKind: SubjectKind | null; subjectId: string | null; offset: number; limit: number },
): { rows: MadeDocument[]; total: number } {
  const t = documentTable
  const condition = and(
    inScope(ctx),
    filter.studioId === null ? undefined : eq(t.studioId, filter.studioId),
    filter.subjectKind === null ? undefined : eq(t.subjectKind, filter.subjectKind),
    filter.subjectId === null ? undefined : eq(t.subjectId, filter.subjectId),
  )
  const rows = ctx.db.select({ document: t, madeBy: accountTable.displayName, studioName: studioTable.name }).from(t)
    .innerJoin(studioTable, eq(t.studioId, studioTable.id))
    .leftJoin(accountTable, eq(t.madeByAccountId, accountTable.id))
    .where(condition).orderBy(desc(t.madeAt), sql`${t}.rowid desc`).limit(filter.limit).offset(filter.offset).all()
  const total = ctx.db.select({ n: count() }).from(t).where(condition).get()?.n ?? 0
  return { rows: rows.map(({ document, madeBy, studioName }) => asMade(document, studioName, madeBy)), total }
}

/**
 * A host sees the records, statements and notices of the studios she is in, of those that she hosts the applications too, and what
 * she made herself; but not an application that the office made for the bureau with numbers that are not hers to see.
 */
function inScope(ctx: ReadContext): SQL | undefined {
  const visible = visibleStudioIds(ctx)
  if (visible === 'all') return undefined
  const t = documentTable
  const hosted = visible.filter((id) => mayWriteStudio(ctx, id))
  return or(
    and(ne(t.subjectKind, 'person'), inArray(t.studioId, [...visible])),
    and(eq(t.subjectKind, 'person'), inArray(t.studioId, hosted), eq(t.showsNumbers, false)),
    eq(t.madeByAccountId, ctx.actor.accountId),
  )
}

/** @throws `documents.none` for one that is not there or not the caller's to see */
function documentById(ctx: ReadContext, id: string): typeof documentTable.$inferSelect {
  const row = ctx.db.select().from(documentTable).where(and(eq(documentTable.id, id), inScope(ctx))).get()
  if (!row) throw new AppError('documents.none', 'notFound', '没有找到这份文书，请刷新后再试')
  return row
}

/** The saved file as it lies on the disk, with what was written into it since. @throws `documents.fileGone` */
export function downloadDocument(ctx: ReadContext, id: string) {
  const { relativePath } = documentById(ctx, id)
  const path = fullPath(ctx.surroundings.dataFolder, relativePath)
  if (!existsSync(path)) throw gone(relativePath)
  try {
    return outgoing(ctx, { made: { fileName: fileNameOf(relativePath) }, bytes: readFileSync(path) })
  } catch (error) {
    throw fileTrouble(error, fileNameOf(relativePath))
  }
}

/** Opens the folder of a document (or 文书 itself) in the file manager. @throws `documents.none`, `documents.fileGone`, `documents.noFileManager` */
export async function openDocumentFolder(ctx: ReadContext, id: string | null): Promise<string> {
  const relativePath = id === null ? null : documentById(ctx, id).relativePath
  const inside = fullPath(ctx.surroundings.dataFolder, relativePath ?? '.')
  const folder = relativePath === null ? inside : dirname(inside)
  if (relativePath === null) makeFolderOf(ctx.surroundings.dataFolder, `${folder}/x`)
  else if (!existsSync(folder)) throw gone(relativePath)
  await ctx.folders.open(folder)
  return relativePath === null ? documentsFolder : `${documentsFolder}/${relativePath.slice(0, relativePath.lastIndexOf('/'))}`
}

function gone(relativePath: string): AppError {
  return new AppError('documents.fileGone', 'notFound', `文件「${documentsFolder}/${relativePath}」已不在原处，可能被移走、改名或删除；可以重新生成一份`)
}

function asMade(row: typeof documentTable.$inferSelect, studioName: string, madeBy: string | null): MadeDocument {
  const { id, formCode, title, relativePath, termKey, studioId, subjectKind, subjectId, madeAt } = row
  return { id, formCode, title, fileName: fileNameOf(relativePath), relativePath, termKey, studioId, studioName, subjectKind: subjectKind as SubjectKind, subjectId, madeAt, madeBy: madeBy ?? '' }
}
