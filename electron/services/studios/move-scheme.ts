import { and, eq, isNull } from 'drizzle-orm'
import { studioSchemeChangeTable } from '../../../db/schema/schemes.ts'
import { studioCycleTable, studioTable } from '../../../db/schema/studios.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { SchemeMovePreview } from '../../../shared/contract/studios.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { moveEffects } from '../../../shared/domain/schemes/move-effects.ts'
import { previewMove } from '../../../shared/domain/schemes/preview-move.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext, Write, WriteContext } from '../../dispatch/context.ts'
import { chosenSettings, findScheme, type SchemeKey, schemeToAdopt } from '../schemes/schemes-service.ts'
import { parseTermKey } from '../../../shared/domain/terms/term-key.ts'
import { listTerms } from '../school/calendar-service.ts'
import { assertMayWriteStudio } from './studio-scope.ts'
import { changesOf } from './studio-schemes-service.ts'
import { dayOfFigures } from './studio-views.ts'
import { membershipsOf, type Studio, studioById } from './studios-service.ts'

/** What the other scheme means for the studio as it stands, from the day on. @throws `studios.sameScheme`, `studios.movePlanned`, `schemes.none`, `schemes.retired` */
export function previewSchemeMove(ctx: ReadContext, id: string, to: SchemeKey, fromOn: string | null): SchemeMovePreview {
  assertMayWriteStudio(ctx, id)
  const studio = studioById(ctx.db, id)
  refuseSame(studio, to)
  refusePlanned(ctx.db, studio, ctx.clock.today())
  const { scheme, holdsFromOn } = schemeToAdopt(ctx, to)
  const old = findScheme(ctx, studio)
  const before = { scheme: old ?? scheme, chosen: chosenSettings(ctx.db, studio) }
  const memberships = membershipsOf(ctx.db, id)
  const after = { scheme, chosen: chosenSettings(ctx.db, to) }
  const preview = previewMove(before, after, studio, memberships, dayOfFigures(memberships, ctx.clock.today()))
  const terms = listTerms(ctx.db).map((term) => ({ ...term, ...parseTermKey(term.key) }))
  const lines = (some: typeof preview.duties) => some.map((line) => ({ ...line, changes: [...line.changes] }))
  return {
    limits: [...preview.limits], duties: lines(preview.duties), money: lines(preview.money), others: lines(preview.others), open: [...preview.open],
    effects: fromOn === null ? [] : [...moveEffects(before, after, fromOn, ctx.clock.today(), terms)],
    warnings: [...(old ? [] : ['现在的规程读不出来，没法比较；换了以后都按新规程核对']), ...preview.warnings], obstacles: [...preview.obstacles], earliestOn: earliestDay(ctx.db, studio, holdsFromOn),
  }
}

/**
 * Moves the studio, or decides that it will be moved on a day to come.
 * @throws `studios.changedMeanwhile`, `studios.sameScheme`, `studios.movePlanned`, `studios.schemeDay`, `studios.schemeObstacle`, `schemes.retired`
 */
export function moveScheme(ctx: WriteContext, input: SchemeKey & { id: string; revision: number; fromOn: string; reason: string }): void {
  const preview = previewSchemeMove(ctx, input.id, input, input.fromOn)
  const [obstacle] = preview.obstacles
  if (obstacle !== undefined) throw new AppError('studios.schemeObstacle', 'precondition', obstacle)
  refuseDay(input.fromOn, preview.earliestOn)
  const { scheme } = schemeToAdopt(ctx, input)
  const isToCome = input.fromOn > ctx.clock.today()
  ctx.write(`「${studioById(ctx.db, input.id).name}」自 ${input.fromOn} 起${isToCome ? '改用' : '按'}规程「${scheme.title}」第 ${scheme.version} 版`, (w) => {
    const before = studioById(w.tx, input.id)
    if (before.revision !== input.revision) throw new AppError('studios.changedMeanwhile', 'conflict', '这个工作室刚被别人改过，请重新打开后再改')
    const after = { schemeCode: input.schemeCode, schemeVersion: input.schemeVersion }
    // What is to come changes nothing yet but that it is decided.
    w.tx.update(studioTable).set({ ...(isToCome ? {} : after), revision: input.revision + 1, updatedAt: ctx.clock.now() }).where(eq(studioTable.id, input.id)).run()
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

/** Takes back a move whose day is still to come; that it was decided stays. @throws `studios.moveNotPlanned` */
export function withdrawMove(ctx: WriteContext, { id, changeId, reason }: { id: string; changeId: string; reason: string }): void {
  assertMayWriteStudio(ctx, id)
  const studio = studioById(ctx.db, id)
  const planned = changesOf(ctx.db, id).find((change) => change.id === changeId && change.fromOn > ctx.clock.today())
  if (!planned) throw new AppError('studios.moveNotPlanned', 'precondition', '这次换规程已经生效或已经撤回，请重新打开工作室页核对')
  ctx.write(`「${studio.name}」撤回原定 ${planned.fromOn} 起的换规程`, (w) => {
    const { changes } = w.tx.update(studioSchemeChangeTable).set({ withdrawnAt: ctx.clock.now(), withdrawReason: reason })
      .where(and(eq(studioSchemeChangeTable.id, changeId), isNull(studioSchemeChangeTable.withdrawnAt))).run()
    if (changes !== 1) throw new AppError('studios.moveNotPlanned', 'conflict', '这次换规程刚被别人撤回，请重新打开工作室页核对')
    w.tx.update(studioTable).set({ revision: studio.revision + 1, updatedAt: ctx.clock.now() }).where(eq(studioTable.id, id)).run()
    const { toCode: schemeCode, toVersion: schemeVersion, fromOn: schemeFromOn } = planned
    w.changed('studio', id, { schemeCode, schemeVersion, schemeFromOn }, { schemeCode: studio.schemeCode, schemeVersion: studio.schemeVersion, schemeFromOn: null, reason })
  })
}

/** Not before the scheme holds, not before the studio began, and not before it was moved last. */
function earliestDay(db: ReadDb, studio: Studio, holdsFromOn: string | null): string {
  const began = db.select({ on: studioCycleTable.startsOn }).from(studioCycleTable).where(and(eq(studioCycleTable.studioId, studio.id), eq(studioCycleTable.ordinal, 1))).get()
  return [began?.on ?? '', holdsFromOn ?? '', changesOf(db, studio.id).at(-1)?.fromOn ?? ''].toSorted().at(-1) ?? ''
}

function refuseDay(fromOn: string, earliestOn: string): void {
  if (fromOn >= earliestOn) return
  const wrong = `不早于 ${earliestOn}（工作室开始、规程起用、上次换规程中最晚的一天）`
  throw new AppError('studios.schemeDay', 'invalid', `从哪天起按新规程：${wrong}`, { places: [{ field: 'fromOn', message: wrong }] })
}

/** One move to come at a time: what a second one would be compared with is not known yet. */
function refusePlanned(db: ReadDb, studio: Studio, today: string): void {
  const planned = changesOf(db, studio.id).find(({ fromOn }) => fromOn > today)
  if (planned) throw new AppError('studios.movePlanned', 'precondition', `这个工作室已定于${dayInText(planned.fromOn)}起换规程。要另换一份，请先撤回那一次`)
}

function refuseSame(studio: Studio, to: SchemeKey): void {
  if (studio.schemeCode === to.schemeCode && studio.schemeVersion === to.schemeVersion) {
    throw new AppError('studios.sameScheme', 'precondition', '工作室现在就按这一版规程，请选另一份', { places: [{ field: 'scheme', message: '现在就是这一版' }] })
  }
}
