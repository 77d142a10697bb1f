import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { settingTable } from '../../../db/schema/school.ts'
import { schemeVersionTable } from '../../../db/schema/schemes.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import { choicesOf, settingsOf } from '../../../shared/domain/schemes/common-settings.ts'
import { differenceLines } from '../../../shared/domain/schemes/difference-words.ts'
import { copyScheme, nextVersion, ownCode, writeSetting } from '../../../shared/domain/schemes/edit-scheme.ts'
import { longestSchemeText, readScheme } from '../../../shared/domain/schemes/load-scheme.ts'
import type { SchemeDocument } from '../../../shared/domain/schemes/scheme-document.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme-format.ts'
import { sameValue } from '../../../shared/domain/schemes/scheme-settings.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext, Write, WriteContext } from '../../dispatch/context.ts'
import { ownVersion, ownVersionById, ownVersions, schemeIn, type SchemeVersionRow } from './own-schemes.ts'
import { anyScheme, baseOf, documentOf } from './scheme-library.ts'
import { chosenSettings, presetSchemes, type SchemeSources, settingName } from './schemes-service.ts'

type Stamps = Pick<WriteContext, 'clock' | 'ids'>

/** A draft that says the same as another scheme. @throws `schemes.none`, `schemes.badSetting`, `schemes.draftOpen` when the next version is being written already */
export function copyToDraft(ctx: WriteContext, input: { code: string; version: string; as: 'ownScheme' | 'newVersion'; title: string; settle: string | null }): string {
  const { scheme, row } = anyScheme(ctx, input.code, input.version)
  const versions = ownVersions(ctx.db).filter(({ code }) => code === input.code)
  if (input.as === 'newVersion') {
    if (!row) throw new AppError('schemes.preset', 'precondition', '软件自带的规程不能直接修订，请先复制成本校规程')
    const open = versions.find(({ state }) => state === 'draft')
    if (open) throw new AppError('schemes.draftOpen', 'conflict', `「${open.title}」第 ${open.version} 版还是草稿，请先改好那一版`)
  }
  const code = input.as === 'newVersion' ? input.code : ownCode(input.code, takenCodes(ctx))
  const version = input.as === 'newVersion' ? nextVersion(versions.map((each) => each.version)) : '1'
  const asked = input.settle === null ? null : settingsOf(scheme).find(({ key }) => key === input.settle)
  if (asked === undefined) throw new AppError('schemes.badSetting', 'invalid', '规程里没有这一项，请刷新后再试')
  const said = copyScheme(documentOf(scheme), { code, version, title: input.title })
  const copy = asScheme(asked === null ? said : writeSetting(said, asked))
  return ctx.write(`复制规程「${scheme.title}」为「${copy.title}」第 ${version} 版草稿`, (w) => insertDraftTx(w, ctx, copy))
}

/** Puts a scheme aside as a draft; answers its id. */
export function insertDraftTx(w: Write, { clock, ids }: Stamps, scheme: Scheme): string {
  const at = clock.now()
  const id = ids.next()
  w.tx.insert(schemeVersionTable).values({ id, ...columnsOf(scheme), state: 'draft', createdAt: at, updatedAt: at }).run()
  w.changed('schemeVersion', id, null, { title: scheme.title, code: scheme.code, version: scheme.version, basedOn: scheme.basedOn ? `${scheme.basedOn.code} 第 ${scheme.basedOn.version} 版` : null })
  return id
}

/** The draft for its editor, with what it is compared with. @throws `schemes.none`, `schemes.notDraft` */
export function openDraft(ctx: ReadContext, id: string) {
  const row = draftById(ctx.db, id)
  const scheme = schemeIn(row)
  const base = baseOf(ctx, scheme)
  return {
    id, revision: row.revision, code: row.code, version: row.version,
    document: { ...documentOf(scheme) }, base: base && { ...documentOf(base) }, baseTitle: base?.title ?? null,
  }
}

/** Keeps what was changed; number, version and origin stay. @throws `schemes.changedMeanwhile`, `schemes.notDraft`, `schemes.broken` */
export function saveDraft(ctx: WriteContext, { id, revision, document }: { id: string; revision: number; document: SchemeDocument }): number {
  const row = draftById(ctx.db, id)
  const { code, version, basedOn } = schemeIn(row)
  const { basedOn: _, ...rest } = document
  const scheme = asScheme({ ...rest, code, version, ...(basedOn ? { basedOn } : {}) })
  ctx.write(`修改规程草稿「${scheme.title}」`, (w) => {
    const before = unchanged(w.tx, id, revision)
    const said = differenceLines(documentOf(schemeIn(before)), documentOf(scheme)).map(({ text }) => text)
    w.tx.update(schemeVersionTable).set({ ...columnsOf(scheme), revision: revision + 1, updatedAt: ctx.clock.now() }).where(eq(schemeVersionTable.id, id)).run()
    w.changed('schemeVersion', id, { title: before.title }, { title: scheme.title, differences: shortened(said) })
  })
  return revision + 1
}

/** A draft that is not wanted leaves for good; the log keeps that it was there. */
export function discardDraft(ctx: WriteContext, { id, revision }: { id: string; revision: number }): void {
  const { title } = draftById(ctx.db, id)
  ctx.write(`删除规程草稿「${title}」`, (w) => {
    const before = unchanged(w.tx, id, revision)
    w.tx.delete(schemeVersionTable).where(eq(schemeVersionTable.id, id)).run()
    w.changed('schemeVersion', id, { title: before.title, code: before.code, version: before.version }, null)
  })
}

/**
 * The draft becomes a version that holds from the day on and is never changed again. What the school has chosen for unclear places of
 * the scheme that it was copied from goes on to hold, where the new one asks the same and reads it no otherwise.
 * @throws `schemes.versionTaken`
 */
export function putInForce(ctx: WriteContext, input: { id: string; revision: number; version: string; holdsFromOn: string }): { code: string; version: string } {
  const draft = draftById(ctx.db, input.id)
  const taken = ownVersion(ctx.db, draft.code, input.version)
  if (taken && taken.id !== input.id) {
    throw new AppError('schemes.versionTaken', 'conflict', `这份规程已有第 ${input.version} 版，请换一个版本`, { places: [{ field: 'version', message: '已有这一版' }] })
  }
  const scheme = asScheme({ ...documentOf(schemeIn(draft)), version: input.version })
  ctx.write(`规程「${scheme.title}」第 ${scheme.version} 版自 ${input.holdsFromOn} 起用`, (w) => {
    unchanged(w.tx, input.id, input.revision)
    const at = ctx.clock.now()
    const after = { state: 'inForce' as const, version: scheme.version, holdsFromOn: input.holdsFromOn }
    w.tx.update(schemeVersionTable).set({ ...columnsOf(scheme), ...after, putInForceAt: at, revision: input.revision + 1, updatedAt: at }).where(eq(schemeVersionTable.id, input.id)).run()
    w.changed('schemeVersion', input.id, { state: draft.state, version: draft.version, holdsFromOn: null }, after)
    takeOverSettingsTx(w, ctx, scheme)
  })
  return { code: scheme.code, version: scheme.version }
}

/** No studio begins with it any more. @throws `schemes.notInForce` */
export function retireVersion(ctx: WriteContext, { id, revision, reason }: { id: string; revision: number; reason: string }): void {
  const { title, version } = ownVersionById(ctx.db, id)
  ctx.write(`规程「${title}」第 ${version} 版停用`, (w) => {
    const before = unchanged(w.tx, id, revision)
    if (before.state !== 'inForce') throw new AppError('schemes.notInForce', 'precondition', '只有在用的规程可以停用；草稿请直接删除')
    const after = { state: 'retired' as const, retiredReason: reason }
    w.tx.update(schemeVersionTable).set({ ...after, retiredAt: ctx.clock.now(), revision: revision + 1, updatedAt: ctx.clock.now() }).where(eq(schemeVersionTable.id, id)).run()
    w.changed('schemeVersion', id, { state: before.state, retiredReason: null }, after)
  })
}

/** @throws `schemes.notRetired` */
export function resumeVersion(ctx: WriteContext, { id, revision }: { id: string; revision: number }): void {
  const { title, version } = ownVersionById(ctx.db, id)
  ctx.write(`规程「${title}」第 ${version} 版恢复使用`, (w) => {
    const before = unchanged(w.tx, id, revision)
    if (before.state !== 'retired') throw new AppError('schemes.notRetired', 'precondition', '这一版没有停用，不需要恢复')
    const after = { state: 'inForce' as const, retiredReason: null }
    w.tx.update(schemeVersionTable).set({ ...after, retiredAt: null, revision: revision + 1, updatedAt: ctx.clock.now() }).where(eq(schemeVersionTable.id, id)).run()
    w.changed('schemeVersion', id, { state: before.state, retiredReason: before.retiredReason }, after)
  })
}

/** Numbers that presets and the school's own schemes carry. */
export function takenCodes(ctx: SchemeSources): string[] {
  return [...presetSchemes(ctx).schemes.map(({ code }) => code), ...ownVersions(ctx.db).map(({ code }) => code)]
}

function takeOverSettingsTx(w: Write, ctx: WriteContext, scheme: Scheme): void {
  const own = { schemeCode: scheme.code, schemeVersion: scheme.version }
  if (!scheme.basedOn || Object.keys(chosenSettings(w.tx, own)).length > 0) return
  const before = chosenSettings(w.tx, { schemeCode: scheme.basedOn.code, schemeVersion: scheme.basedOn.version })
  const base = baseOf(ctx, scheme)
  const still = Object.fromEntries(Object.entries(before).filter(([key, value]) => {
    const setting = settingsOf(scheme).find((each) => each.key === key)
    const was = base && settingsOf(base).find((each) => each.key === key)
    if (setting && was && !sameValue(setting.reading, was.reading)) return false
    return setting && choicesOf(setting).some((each) => sameValue(each.value, value))
  }))
  if (Object.keys(still).length === 0) return
  const key = settingName(scheme.code, scheme.version)
  w.tx.insert(settingTable).values({ key, value: JSON.stringify(still), updatedAt: ctx.clock.now() }).run()
  w.changed('setting', key, null, still)
}

function columnsOf(scheme: Scheme) {
  const document = JSON.stringify(scheme)
  return {
    code: scheme.code, version: scheme.version, title: scheme.title, baseCode: scheme.basedOn?.code ?? null, baseVersion: scheme.basedOn?.version ?? null,
    document, sha256: createHash('sha256').update(document).digest('hex'),
  }
}

/** @throws `schemes.broken`, `schemes.tooLong` */
function asScheme(document: SchemeDocument): Scheme {
  if (JSON.stringify(document).length > longestSchemeText) throw new AppError('schemes.tooLong', 'invalid', '规程太长，超过 200 万字，请删去不需要的内容')
  return readScheme(document, '规程', '请改好后再保存。')
}

function draftById(db: ReadDb, id: string): SchemeVersionRow {
  const row = ownVersionById(db, id)
  if (row.state !== 'draft') throw new AppError('schemes.notDraft', 'precondition', `「${row.title}」第 ${row.version} 版已经起用，不能再改；需要改时请修订出新版`)
  return row
}

function unchanged(db: ReadDb, id: string, revision: number): SchemeVersionRow {
  const row = ownVersionById(db, id)
  if (row.revision !== revision) throw new AppError('schemes.changedMeanwhile', 'conflict', '这份规程刚被别人改过，请重新打开后再改')
  return row
}

/** What changed, for the log: the first forty lines. */
function shortened(lines: readonly string[]): string {
  return [...lines.slice(0, 40), ...(lines.length > 40 ? [`还有 ${lines.length - 40} 处`] : [])].join('；')
}
