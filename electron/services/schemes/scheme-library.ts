import type { SchemePage, SchemeRow } from '../../../shared/contract/schemes.ts'
import { differenceLines } from '../../../shared/domain/schemes/difference-words.ts'
import type { SchemeDocument } from '../../../shared/domain/schemes/scheme-document.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme-format.ts'
import { levelName } from '../../../shared/domain/schemes/scheme-settings.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { listVisibleStudios, type Studio } from '../studios/studios-service.ts'
import { ownVersion, ownVersions, schemeIn, type SchemeVersionRow } from './own-schemes.ts'
import type { DamagedScheme } from './scheme-files.ts'
import { presetSchemes, type SchemeSources, wordsOf } from './schemes-service.ts'

/** A scheme with the row of the school's own that holds it. */
export interface KnownScheme {
  readonly scheme: Scheme
  readonly row: SchemeVersionRow | null
}

/** Every scheme, the school's own first, each with the studios that follow it. */
export function schemeLibrary(ctx: ReadContext): { rows: SchemeRow[]; damaged: DamagedScheme[] } {
  const { schemes, damaged } = presetSchemes(ctx)
  const studios = Map.groupBy(listVisibleStudios(ctx), keyOf)
  const known: KnownScheme[] = [...ownVersions(ctx.db).map((row) => ({ scheme: schemeIn(row), row })), ...schemes.map((scheme) => ({ scheme, row: null }))]
  return { rows: known.map((each) => rowOf(each, studios)), damaged: [...damaged] }
}

/** Any scheme, drafts too. @throws `schemes.none` */
export function anyScheme(ctx: SchemeSources, code: string, version: string): KnownScheme {
  const row = ownVersion(ctx.db, code, version) ?? null
  const scheme = row ? schemeIn(row) : presetSchemes(ctx).schemes.find((each) => each.code === code && each.version === version)
  if (!scheme) throw new AppError('schemes.none', 'notFound', `没有找到规程 ${code}（第 ${version} 版），请回到规程列表重新打开`)
  return { scheme, row }
}

/** The scheme that another was copied from, when it is still known here. */
export function baseOf(ctx: SchemeSources, { basedOn }: Pick<Scheme, 'basedOn'>): Scheme | null {
  if (!basedOn) return null
  const row = ownVersion(ctx.db, basedOn.code, basedOn.version)
  if (row) return schemeIn(row)
  return presetSchemes(ctx).schemes.find(({ code, version }) => code === basedOn.code && version === basedOn.version) ?? null
}

/** A typed scheme as the document that forms and comparisons work on. */
export const documentOf = (scheme: Scheme): SchemeDocument => scheme as unknown as SchemeDocument

/** The page of one scheme. @throws `schemes.none` */
export function openScheme(ctx: ReadContext, code: string, version: string): SchemePage {
  const found = anyScheme(ctx, code, version)
  const { scheme, row } = found
  const base = baseOf(ctx, scheme)
  return {
    ...rowOf(found, Map.groupBy(listVisibleStudios(ctx), keyOf)),
    ...wordsOf(ctx, scheme),
    revision: row?.revision ?? null,
    retiredReason: row?.retiredReason ?? null,
    basedOn: scheme.basedOn ? { ...scheme.basedOn, title: base?.title ?? null } : null,
    differences: base ? differenceLines(documentOf(base), documentOf(scheme)).map((line) => ({ ...line, changes: [...line.changes] })) : [],
    versions: ownVersions(ctx.db).filter((each) => each.code === code).map((each) => ({ version: each.version, state: each.state, holdsFromOn: each.holdsFromOn })),
  }
}

function rowOf({ scheme, row }: KnownScheme, studios: ReadonlyMap<string, readonly Studio[]>): SchemeRow {
  return {
    code: scheme.code, version: scheme.version, id: row?.id ?? null, title: scheme.title, kind: scheme.kind,
    level: scheme.level.key, levelName: levelName(scheme, scheme.level.key) ?? scheme.level.key, region: scheme.region ?? null,
    state: row?.state ?? 'preset', holdsFromOn: row?.holdsFromOn ?? null, duties: scheme.duties?.length ?? 0,
    studios: (studios.get(`${scheme.code}@${scheme.version}`) ?? []).map(({ id, name }) => ({ id, name })),
  }
}

const keyOf = ({ schemeCode, schemeVersion }: Studio) => `${schemeCode}@${schemeVersion}`
