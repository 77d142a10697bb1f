import { eq } from 'drizzle-orm'
import { themeTable } from '../../../db/schema/themes.ts'
import type { ThemeFields } from '../../../shared/contract/activity-themes.ts'
import { themeFaults } from '../../../shared/domain/activities/themes.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Write, WriteContext } from '../../dispatch/context.ts'
import { termByKey } from '../school/calendar-service.ts'
import { assertMayWriteStudio } from '../studios/studio-scope.ts'
import { type Theme, themeById, themesIn } from './theme-queries.ts'

/**
 * Adds a theme or changes one.
 * @throws `activities.themeRefused` with the places, `activities.themeChanged`, `activities.themeRemoved`, `activities.otherStudio`, `terms.none`, and what `assertMayWriteStudio` throws
 */
export function saveTheme(ctx: WriteContext, { id, revision, fields }: { id: string | null; revision: number | null; fields: ThemeFields }): { id: string; revision: number } {
  assertMayWriteStudio(ctx, fields.studioId)
  return ctx.write(`${id === null ? '定下' : '修改'}${termName(fields.termKey)}的主题「${fields.title}」`, (w) => {
    const before = id === null ? null : openThemeTx(w, id, revision)
    if (before && (before.studioId !== fields.studioId || before.termKey !== fields.termKey)) {
      throw new AppError('activities.otherStudio', 'invalid', '主题不能换到别的工作室或别的学期，请移除后在那里重新添加')
    }
    assertSoundTx(w, fields, before?.id ?? null)
    const at = ctx.clock.now()
    const themeId = before?.id ?? ctx.ids.next()
    const after = { ...fields, aim: fields.aim || null, revision: (before?.revision ?? 0) + 1, updatedAt: at }
    if (before) w.tx.update(themeTable).set(after).where(eq(themeTable.id, themeId)).run()
    else w.tx.insert(themeTable).values({ id: themeId, ...after, createdAt: at }).run()
    w.changed('theme', themeId, before, after)
    return { id: themeId, revision: after.revision }
  })
}

/**
 * That an activity may name the theme: one of its studio's in its term. What it named before may lie in the recycle bin by now.
 * @throws `activities.notItsTheme` at its field
 */
export function assertThemeTx(w: Write, themeId: string | null, activity: { readonly studioId: string; readonly termKey: string }, before: string | null): void {
  if (themeId === null) return
  const theme = w.tx.select().from(themeTable).where(eq(themeTable.id, themeId)).get()
  const wrong = !theme || theme.studioId !== activity.studioId ? '所选的主题不是这个工作室的，请重新选择'
    : theme.termKey !== activity.termKey ? `主题「${theme.title}」是${termName(theme.termKey)}的，这次活动在${termName(activity.termKey)}，请重新选择或清空`
      : theme.removedAt !== null && themeId !== before ? `主题「${theme.title}」在回收站里，请重新选择` : null
  if (wrong !== null) throw new AppError('activities.notItsTheme', 'invalid', wrong, { places: [{ field: 'fields.themeId', message: wrong }] })
}

/** Into the recycle bin; what names it keeps the name and belongs to it again when it comes back. @throws as `saveTheme` */
export function removeTheme(ctx: WriteContext, { id, revision, reason }: { id: string; revision: number; reason: string }): void {
  const { studioId, title } = themeById(ctx.db, id)
  assertMayWriteStudio(ctx, studioId)
  ctx.write(`移除主题「${title}」`, (w) => {
    const before = openThemeTx(w, id, revision)
    setTx(w, ctx, before, { removedAt: ctx.clock.now(), removedReason: reason })
  })
}

/** @throws `activities.themeRefused` where another of the same name has come in the meantime */
export function bringBackTheme(ctx: WriteContext, id: string): void {
  const theme = themeById(ctx.db, id)
  assertMayWriteStudio(ctx, theme.studioId)
  if (theme.removedAt === null) return ctx.nothingToWrite()
  ctx.write(`恢复主题「${theme.title}」`, (w) => {
    const before = themeById(w.tx, id)
    assertSoundTx(w, before, id)
    setTx(w, ctx, before, { removedAt: null, removedReason: null })
  })
}

function openThemeTx(w: Write, id: string, revision: number | null): Theme {
  const theme = themeById(w.tx, id)
  if (theme.removedAt !== null) throw new AppError('activities.themeRemoved', 'precondition', `主题「${theme.title}」在回收站里，请先恢复再修改`)
  if (theme.revision !== revision) throw new AppError('activities.themeChanged', 'conflict', '这个主题在您打开以后已被别人修改，请关闭后重新打开，看过新的内容再改一次')
  return theme
}

function assertSoundTx(w: Write, theme: Pick<ThemeFields, 'studioId' | 'termKey' | 'title' | 'fromOn' | 'toOn'>, ownId: string | null): void {
  const others = themesIn(w.tx, theme.studioId, theme.termKey).filter(({ id, removedAt }) => id !== ownId && removedAt === null)
  const faults = themeFaults(theme, others, termByKey(w.tx, theme.termKey))
  const [first] = faults
  if (first) throw new AppError('activities.themeRefused', 'invalid', first.message, { places: faults.map(({ field, message }) => ({ field: `fields.${field}`, message })) })
}

function setTx(w: Write, ctx: WriteContext, before: Theme, change: Partial<Theme>): void {
  const after = { ...change, revision: before.revision + 1, updatedAt: ctx.clock.now() }
  w.tx.update(themeTable).set(after).where(eq(themeTable.id, before.id)).run()
  w.changed('theme', before.id, before, { ...before, ...after })
}
