import { and, eq } from 'drizzle-orm'
import { studioSchemeChangeTable } from '../../../db/schema/schemes.ts'
import { studioCycleTable, studioTable } from '../../../db/schema/studios.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { SchemeMovePreview } from '../../../shared/contract/studios.ts'
import { previewMove } from '../../../shared/domain/schemes/preview-move.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext, Write, WriteContext } from '../../dispatch/context.ts'
import { chosenSettings, findScheme, type SchemeKey, schemeToAdopt } from '../schemes/schemes-service.ts'
import { assertMayWriteStudio } from './studio-scope.ts'
import { changesOf } from './studio-schemes.ts'
import { dayOfFigures } from './studio-views.ts'
import { membershipsOf, type Studio, studioById } from './studios-service.ts'

/** What the other scheme means for the studio as it stands. @throws `studios.sameScheme`, `schemes.none`, `schemes.retired` */
export function previewSchemeMove(ctx: ReadContext, id: string, to: SchemeKey): SchemeMovePreview {
  assertMayWriteStudio(ctx, id)
  const studio = studioById(ctx.db, id)
  refuseSame(studio, to)
  const { scheme, holdsFromOn } = schemeToAdopt(ctx, to)
  const old = findScheme(ctx, studio)
  const before = { scheme: old ?? scheme, chosen: chosenSettings(ctx.db, studio) }
  const memberships = membershipsOf(ctx.db, id)
  const preview = previewMove(before, { scheme, chosen: chosenSettings(ctx.db, to) }, studio, memberships, dayOfFigures(memberships, ctx.clock.today()))
  const lines = (some: typeof preview.duties) => some.map((line) => ({ ...line, changes: [...line.changes] }))
  return {
    limits: [...preview.limits], duties: lines(preview.duties), money: lines(preview.money), others: lines(preview.others), open: [...preview.open],
    warnings: [...(old ? [] : ['现在的规程读不出来，没法比较；换了以后都按新规程核对']), ...preview.warnings], obstacles: [...preview.obstacles], earliestOn: earliestDay(ctx.db, studio, holdsFromOn),
  }
}

/** @throws `studios.changedMeanwhile`, `studios.sameScheme`, `studios.schemeDay`, `studios.schemeObstacle`, `schemes.retired` */
export function moveScheme(ctx: WriteContext, input: SchemeKey & { id: string; revision: number; fromOn: string; reason: string }): void {
  const preview = previewSchemeMove(ctx, input.id, input)
  const [obstacle] = preview.obstacles
  if (obstacle !== undefined) throw new AppError('studios.schemeObstacle', 'precondition', obstacle)
  refuseDay(input.fromOn, preview.earliestOn, ctx.clock.today())
  const { scheme } = schemeToAdopt(ctx, input)
  ctx.write(`「${studioById(ctx.db, input.id).name}」自 ${input.fromOn} 起按规程「${scheme.title}」第 ${scheme.version} 版`, (w) => {
    const before = studioById(w.tx, input.id)
    if (before.revision !== input.revision) throw new AppError('studios.changedMeanwhile', 'conflict', '这个工作室刚被别人改过，请重新打开后再改')
    const after = { schemeCode: input.schemeCode, schemeVersion: input.schemeVersion }
    w.tx.update(studioTable).set({ ...after, revision: input.revision + 1, updatedAt: ctx.clock.now() }).where(eq(studioTable.id, input.id)).run()
    keepChangeTx(w, ctx, before, after, input)
    w.changed('studio', input.id, { schemeCode: before.schemeCode, schemeVersion: before.schemeVersion }, { ...after, schemeFromOn: input.fromOn, reason: input.reason })
  })
}

function keepChangeTx(w: Write, ctx: Pick<WriteContext, 'clock' | 'ids'>, before: Studio, after: SchemeKey, { fromOn, reason }: { fromOn: string; reason: string }): void {
  w.tx.insert(studioSchemeChangeTable).values({
    id: ctx.ids.next(), studioId: before.id, fromCode: before.schemeCode, fromVersion: before.schemeVersion,
    toCode: after.schemeCode, toVersion: after.schemeVersion, fromOn, reason, createdAt: ctx.clock.now(),
  }).run()
}

/** Not before the scheme holds, not before the studio began, and not before it was moved last. */
function earliestDay(db: ReadDb, studio: Studio, holdsFromOn: string | null): string {
  const began = db.select({ on: studioCycleTable.startsOn }).from(studioCycleTable).where(and(eq(studioCycleTable.studioId, studio.id), eq(studioCycleTable.ordinal, 1))).get()
  return [began?.on ?? '', holdsFromOn ?? '', changesOf(db, studio.id).at(-1)?.fromOn ?? ''].toSorted().at(-1) ?? ''
}

function refuseDay(fromOn: string, earliestOn: string, today: string): void {
  const wrong = fromOn < earliestOn ? `不早于 ${earliestOn}（工作室开始、规程起用、上次换规程中最晚的一天）`
    : fromOn > today ? '那一天还没有到，请到那天再换' : null
  if (wrong !== null) throw new AppError('studios.schemeDay', 'invalid', `从哪天起按新规程：${wrong}`, { places: [{ field: 'fromOn', message: wrong }] })
}

function refuseSame(studio: Studio, to: SchemeKey): void {
  if (studio.schemeCode === to.schemeCode && studio.schemeVersion === to.schemeVersion) {
    throw new AppError('studios.sameScheme', 'precondition', '工作室现在就按这一版规程，请选另一份', { places: [{ field: 'scheme', message: '现在就是这一版' }] })
  }
}
