import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { settingTable } from '../../../db/schema/school.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { SchemeHead, SchemeSummary } from '../../../shared/contract/schemes.ts'
import { describeScheme, studioKindOf, studioLevelsOf, wantedNumber } from '../../../shared/domain/schemes/describe-scheme.ts'
import type { SettingValue } from '../../../shared/domain/schemes/scheme-fragments.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme-format.ts'
import { type ChosenSettings, isMemberRole, sameValue, settingValue } from '../../../shared/domain/schemes/scheme-settings.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'
import type { OpenContext, WriteContext } from '../../dispatch/context.ts'
import { type DamagedScheme, readSchemeFiles } from './scheme-files.ts'

/** Where the scheme files lie. */
type WithResources = Pick<OpenContext, 'surroundings'>

/** Code and version, as a studio keeps them. */
export interface SchemeKey {
  readonly schemeCode: string
  readonly schemeVersion: string
}

const chosenShape = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))

/** Schemes for studios, those of one kind together, and the files that cannot be read. */
export function listSchemes(ctx: WithResources): { schemes: SchemeHead[]; damaged: DamagedScheme[] } {
  const { schemes, damaged } = readSchemeFiles(folderOf(ctx))
  return { schemes: schemes.flatMap((scheme) => headOf(scheme) ?? []), damaged: [...damaged] }
}

/** The scheme that a studio follows, or null when its file is missing, damaged or of another version. */
export function findScheme(ctx: WithResources, key: SchemeKey): Scheme | null {
  return schemeFinder(ctx)(key)
}

/** The same for many studios of one answer: the folder is looked at once, not once for each of them. */
export function schemeFinder(ctx: WithResources): (key: SchemeKey) => Scheme | null {
  const { schemes } = readSchemeFiles(folderOf(ctx))
  return ({ schemeCode, schemeVersion }) => schemes.find(({ code, version }) => code === schemeCode && version === schemeVersion) ?? null
}

/** The scheme that a studio follows. @throws `schemes.none` */
export function schemeOf(ctx: WithResources, key: SchemeKey): Scheme {
  const scheme = findScheme(ctx, key)
  if (scheme) return scheme
  const damaged = readSchemeFiles(folderOf(ctx)).damaged.find(({ fileName }) => fileName === `${key.schemeCode}.json`)
  throw new AppError('schemes.none', 'notFound', damaged?.message
    ?? `没有找到规程 ${key.schemeCode}（第 ${key.schemeVersion} 版），请检查程序的规程文件，或在工作室的基本信息里改选规程`)
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
  const option = optionsOf(scheme, input.key)?.find(({ value }) => sameValue(value, input.value))
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
export function summaryOf(ctx: WithResources & Pick<OpenContext, 'db'>, key: SchemeKey): SchemeSummary {
  const scheme = schemeOf(ctx, key)
  const head = headOf(scheme)
  if (!head) throw new AppError('schemes.none', 'notFound', `规程「${scheme.title}」不是工作室的规程`)
  const chosen = chosenSettings(ctx.db, key)
  return {
    ...head,
    issuedBy: scheme.issued?.by ?? null,
    issuedOn: scheme.issued?.on ?? null,
    sections: describeScheme(scheme, chosen).map((section) => ({ ...section, lines: [...section.lines] })),
    settings: (scheme.settings ?? []).map((setting) => ({
      key: setting.key, question: setting.question, because: setting.because,
      value: must(settingValue(scheme, setting.key, chosen), 'the setting is the scheme’s own'),
      options: must(optionsOf(scheme, setting.key), 'the setting is the scheme’s own'),
    })),
  }
}

function headOf(scheme: Scheme): SchemeHead | null {
  const studioKind = studioKindOf(scheme)
  if (!studioKind) return null
  return {
    code: scheme.code, version: scheme.version, title: scheme.title, studioKind, level: scheme.level.key,
    levels: studioLevelsOf(scheme),
    cycleYears: scheme.cycle?.years ?? null,
    nameTemplate: scheme.naming?.template ?? null,
    roles: (scheme.roles ?? []).flatMap((role) =>
      isMemberRole(role.role) ? [{ role: role.role, name: role.displayName, wanted: wantedNumber(role), most: role.max ?? null }] : []),
  }
}

function optionsOf(scheme: Scheme, key: string): { value: SettingValue; label: string }[] | undefined {
  const setting = scheme.settings?.find((each) => each.key === key)
  return setting && [{ value: setting.reading, label: setting.readingLabel }, ...setting.alternatives]
}

const folderOf = ({ surroundings }: WithResources) => join(surroundings.resources, 'schemes')
const settingName = (code: string, version: string) => `scheme.${code}@${version}`
