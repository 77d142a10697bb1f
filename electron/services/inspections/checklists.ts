import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { inspectionChecklistTable } from '../../../db/schema/inspections.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { ChecklistRow } from '../../../shared/contract/inspections.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { type Checklist, checklistFileSchema, checklistSchema } from '../../../shared/domain/inspections/checklist.ts'
import { inspectionKinds } from '../../../shared/domain/inspections/inspection-words.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext, WriteContext } from '../../dispatch/context.ts'
import { assertAsOpened } from './inspection-scope.ts'
import type { BinKind } from './recycle-bin.ts'

/** The lists of the program, in the order of the kinds, then the school's own. */
export function listChecklists(ctx: Pick<ReadContext, 'db' | 'surroundings'>): ChecklistRow[] {
  return [...filesOf(ctx.surroundings.resources), ...ownLists(ctx.db)]
}

function filesOf(resources: string): ChecklistRow[] {
  const folder = join(resources, 'inspections')
  return readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => {
    const { key, checklist } = checklistFileSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    return { id: key, own: false, revision: 1, ...checklist }
  }).toSorted((a, b) => inspectionKinds.indexOf(a.kind) - inspectionKinds.indexOf(b.kind))
}

function ownLists(db: ReadDb): ChecklistRow[] {
  return db.select().from(inspectionChecklistTable).where(isNull(inspectionChecklistTable.removedAt)).orderBy(asc(inspectionChecklistTable.createdAt)).all()
    .map((row) => ({ id: row.id, own: true, revision: row.revision, ...readList(row) }))
}

/** The school's own lists in the recycle bin, the last removed first. */
export function removedChecklists(db: ReadDb): OutputOf<'inspections.removedChecklists'>['rows'] {
  const t = inspectionChecklistTable
  return db.select().from(t).where(isNotNull(t.removedAt)).orderBy(desc(t.removedAt)).all().map((row) => {
    const { name, items } = readList(row)
    return { id: row.id, name, items: items.length, removedAt: row.removedAt, removedReason: row.removedReason }
  })
}

/** Adds a list of the school's own (`id` null) or changes one. @throws `inspections.noChecklist`, `inspections.changed`, `inspections.refused` */
export function saveChecklist(
  ctx: WriteContext, { id, revision, copiedFrom, checklist }: { id: string | null; revision: number | null; copiedFrom: string | null; checklist: Checklist },
): { id: string } {
  const twin = listChecklists(ctx).find((other) => other.name === checklist.name && other.id !== id)
  if (twin) throw new AppError('inspections.refused', 'invalid', `已经有一张「${checklist.name}」，请换一个名称`, { places: [{ field: 'checklist.name', message: '请换一个名称' }] })
  const before = id === null ? null : listById(ctx.db, id)
  return ctx.write(`${before === null ? '新增' : '修改'}检查清单「${checklist.name}」`, (w) => {
    const at = ctx.clock.now()
    if (before) assertAsOpened(before, revision, `清单「${checklist.name}」`)
    const row = { document: JSON.stringify(checklist), revision: (before?.revision ?? 0) + 1, updatedAt: at }
    const listId = before?.id ?? ctx.ids.next()
    if (before) w.tx.update(inspectionChecklistTable).set(row).where(eq(inspectionChecklistTable.id, listId)).run()
    else w.tx.insert(inspectionChecklistTable).values({ id: listId, ...row, copiedFrom, createdAt: at }).run()
    w.changed('inspectionChecklist', listId, before && shapeOf(readList(before)), shapeOf(checklist))
    return { id: listId }
  })
}

/** Inspections keep the items that they were planned with; a list comes back under its own name only. */
export const checklistBin: BinKind<OwnList> = {
  kind: 'inspectionChecklist', table: inspectionChecklistTable, short: '这张清单',
  read: (ctx, id) => listById(ctx.db, id),
  nameOf: (_db, list) => `检查清单「${readList(list).name}」`,
  shapeOf: (_db, list) => shapeOf(readList(list)),
  assertHasPlace: (db, list) => {
    const { name } = readList(list)
    if (ownLists(db).some((other) => other.name === name)) throw new AppError('inspections.refused', 'precondition', `现在已有一张「${name}」，请先给它改名或移除，再恢复这一张`)
  },
}

type OwnList = typeof inspectionChecklistTable.$inferSelect

const readList = ({ document }: Pick<OwnList, 'document'>): Checklist => checklistSchema.parse(JSON.parse(document))

function listById(db: ReadDb, id: string): OwnList {
  const row = db.select().from(inspectionChecklistTable).where(eq(inspectionChecklistTable.id, id)).get()
  if (!row) throw new AppError('inspections.noChecklist', 'notFound', '没有找到这张清单。程序自带的清单不能修改，可以复制一份再改。')
  return row
}

function shapeOf({ name, items }: Checklist): Record<'清单名称' | '检查项目', string> {
  return { 清单名称: name, 检查项目: items.map((item) => item.name).join('、') }
}
