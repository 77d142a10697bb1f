import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { settingTable } from '../../../db/schema/school.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { SchemeHead, SchemeSummary } from '../../../shared/contract/schemes.ts'
import { choicesOf, settingsOf } from '../../../shared/domain/schemes/common-settings.ts'
import { describeScheme, studioLevelsOf, wantedNumber } from '../../../shared/domain/schemes/describe-scheme.ts'
import { studioKindOf } from '../../../shared/domain/schemes/studio-kind-of.ts'
import type { SettingValue } from '../../../shared/domain/schemes/scheme-fragments.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme-format.ts'
import { type ChosenSettings, isMemberRole, sameValue, settingValue } from '../../../shared/domain/schemes/scheme-settings.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'
import type { OpenContext, WriteContext } from '../../dispatch/context.ts'
import { ownVersion, ownVersions, schemeIn } from './own-schemes.ts'
import { type DamagedScheme, readSchemeFiles, type SchemeFiles } from './scheme-files.ts'

/** Where schemes come from: the program's files and the school's own versions. */
export type SchemeSources = Pick<OpenContext, 'surroundings' | 'db'>

/** Code and version, as a studio keeps them. */
export interface SchemeKey {
  readonly schemeCode: string
  readonly schemeVersion: string
}

const chosenShape = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))

/** Schemes that a studio may follow, the school's own first, and the files that cannot be read. */
export function listSchemes(ctx: SchemeSources): { schemes: SchemeHead[]; damaged: DamagedScheme[] } {
  const { schemes, damaged } = presetSchemes(ctx)
  const own = ownVersions(ctx.db).filter(({ state }) => state !== 'draft')
  return {
    schemes: [
      ...own.map((row) => headOf(schemeIn(row), { state: row.state === 'retired' ? 'retired' : 'inForce', holdsFromOn: row.holdsFromOn })),
      ...schemes.map((scheme) => headOf(scheme)),
    ],
    damaged: [...damaged],
  }
}

/** The schemes that the program brings along. */
export function presetSchemes(ctx: Pick<OpenContext, 'surroundings'>): SchemeFiles {
  return readSchemeFiles(join(ctx.surroundings.resources, 'schemes'))
}

/** The scheme that a studio follows, or null when its file is missing, damaged or of another version, or it is still a draft. */
export function findScheme(ctx: SchemeSources, key: SchemeKey): Scheme | null {
  return schemeFinder(ctx)(key)
}

/** The same for many studios of one answer: folder and table are looked at once for each scheme, not once for each studio. */
export function schemeFinder(ctx: SchemeSources): (key: SchemeKey) => Scheme | null {
  const { schemes } = presetSchemes(ctx)
  const found = new Map<string, Scheme | null>(schemes.map((scheme) => [`${scheme.code}@${scheme.version}`, scheme]))
  return ({ schemeCode, schemeVersion }) => {
    const name = `${schemeCode}@${schemeVersion}`
    const known = found.get(name)
    if (known !== undefined) return known
    const row = ownVersion(ctx.db, schemeCode, schemeVersion)
    const scheme = row && row.state !== 'draft' ? schemeIn(row) : null
    found.set(name, scheme)
    return scheme
  }
}

/** The scheme that a studio follows. @throws `schemes.none` */
export function schemeOf(ctx: SchemeSources, key: SchemeKey): Scheme {
  const scheme = findScheme(ctx, key)
  if (scheme) return scheme
  const damaged = presetSchemes(ctx).damaged.find(({ fileName }) => fileName === `${key.schemeCode}.json`)
  throw new AppError('schemes.none', 'notFound', damaged?.message
    ?? `没有找到规程 ${key.schemeCode}（第 ${key.schemeVersion} 版），请到规程列表核对，或给工作室换一份规程`)
}

/** The scheme, for a studio that is to begin with it or to be moved to it. @throws `schemes.none`, `schemes.retired` */
export function schemeToAdopt(ctx: SchemeSources, key: SchemeKey): { readonly scheme: Scheme; readonly holdsFromOn: string | null } {
  const scheme = schemeOf(ctx, key)
  const row = ownVersion(ctx.db, key.schemeCode, key.schemeVersion)
  if (row?.state === 'retired') {
    throw new AppError('schemes.retired', 'precondition', `规程「${scheme.title}」第 ${key.schemeVersion} 版已经停用，请选在用的一版`, { places: [{ field: 'schemeCode', message: '已经停用' }] })
  }
  return { scheme, holdsFromOn: row?.holdsFromOn ?? null }
}

/** What the school has chosen for the unclear places of a scheme; what is not in it keeps our reading. */
export function chosenSettings(db: ReadDb, { schemeCode, schemeVersion }: SchemeKey): ChosenSettings {
  const row = db.select().from(settingTable).where(eq(settingTable.key, settingName(schemeCode, schemeVersion))).get()
  return row ? chosenShape.parse(JSON.parse(row.value)) : {}
}

/** Keeps the school's reading of one unclear place. @throws `schemes.none`, `schemes.badSetting` */
export function chooseSetting(ctx: WriteContext, input: { code: string; version: string; key: string; value: SettingValue }): SchemeSummary {
  const schemeKey = { schemeCode: input.code, schemeVersion: input.version }
  const scheme = schemeOf(ctx, schemeKey)
  const setting = settingsOf(scheme).find(({ key }) => key === input.key)
  const option = setting && choicesOf(setting).find(({ value }) => sameValue(value, input.value))
  if (!option) throw new AppError('schemes.badSetting', 'invalid', `规程「${scheme.title}」没有这个选项，请在列出的几项里选`)
  const name = settingName(input.code, input.version)
  ctx.write(`规程「${scheme.title}」的理解改为：${option.label}`, (w) => {
    const before = chosenSettings(w.tx, schemeKey)
    const after = { ...before, [input.key]: option.value }
    const row = { key: name, value: JSON.stringify(after), updatedAt: ctx.clock.now() }
    w.tx.insert(settingTable).values(row).onConflictDoUpdate({ target: settingTable.key, set: row }).run()
    w.changed('setting', name, before, after)
  })
  return summaryOf(ctx, schemeKey)
}

/** Everything that the page shows of a scheme, with the school's readings in force. @throws `schemes.none` */
export function summaryOf(ctx: SchemeSources, key: SchemeKey): SchemeSummary {
  const scheme = schemeOf(ctx, key)
  return { ...headOf(scheme), ...wordsOf(ctx, scheme) }
}

/** The scheme in sentences, and its unclear places with the school's readings. */
export function wordsOf(ctx: SchemeSources, scheme: Scheme): Pick<SchemeSummary, 'issuedBy' | 'issuedOn' | 'sections' | 'settings'> {
  const chosen = chosenSettings(ctx.db, { schemeCode: scheme.code, schemeVersion: scheme.version })
  return {
    issuedBy: scheme.issued?.by ?? null,
    issuedOn: scheme.issued?.on ?? null,
    sections: describeScheme(scheme, chosen).map((section) => ({ ...section, lines: [...section.lines] })),
    settings: settingsOf(scheme).map((setting) => ({
      key: setting.key, topic: setting.topic, question: setting.question, explanation: setting.explanation, because: setting.because,
      value: must(settingValue(scheme, setting.key, chosen), 'every setting has a reading'), options: [...choicesOf(setting)],
    })),
  }
}

function headOf(scheme: Scheme, own: Pick<SchemeHead, 'state' | 'holdsFromOn'> = { state: 'preset', holdsFromOn: null }): SchemeHead {
  return {
    code: scheme.code, version: scheme.version, title: scheme.title, studioKind: studioKindOf(scheme), level: scheme.level.key, ...own,
    levels: studioLevelsOf(scheme),
    cycleYears: scheme.cycle?.years ?? null,
    nameTemplate: scheme.naming?.template ?? null,
    roles: (scheme.roles ?? []).flatMap((role) =>
      isMemberRole(role.role) ? [{ role: role.role, name: role.displayName, wanted: wantedNumber(role), most: role.max ?? null }] : []),
  }
}

export const settingName = (code: string, version: string) => `scheme.${code}@${version}`
