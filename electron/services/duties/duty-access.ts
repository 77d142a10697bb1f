import { isScopedToOwnStudios } from '../../../shared/domain/accounts/permissions.ts'
import type { DutyLine } from '../../../shared/domain/duties/duty-line.ts'
import type { MatrixSpan } from '../../../shared/domain/duties/duty-matrix.ts'
import type { Fulfilment } from '../../../shared/contract/duties.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { termByKey } from '../school/calendar-service.ts'
import { assertMayReadStudio, mayWriteStudio } from '../studios/studio-scope.ts'
import { type Studio, studioById } from '../studios/studios-service.ts'
import { type GatheredDuties, gatherDuties } from './gather-duties.ts'

/** The duties of one studio in the cycle of the day. @throws `studios.none`, `studios.notYours`, `duties.trouble` */
export function oneStudio(ctx: ReadContext, studioId: string, on: string): GatheredDuties {
  assertMayReadStudio(ctx, studioId)
  const { gathered, troubles } = gatherDuties(ctx, [studioById(ctx.db, studioId)], on)
  if (troubles[0]) throw new AppError('duties.trouble', 'precondition', troubles[0].message)
  return must(gathered[0], 'one studio, and no trouble')
}

/** The days of a term. @throws `terms.none` */
export function spanOf(ctx: ReadContext, termKey: string): MatrixSpan {
  const { startsOn, endsOn } = termByKey(ctx.db, termKey)
  return { fromOn: startsOn, toOn: endsOn }
}

/** The person whose column alone may be seen; undefined for whoever sees the whole studio: the office, leaders, and its host. */
export function ownPersonOnly(ctx: ReadContext, studioId: Studio['id']): string | undefined {
  if (!isScopedToOwnStudios(ctx.actor.role) || mayWriteStudio(ctx, studioId)) return undefined
  return ctx.actor.personId ?? ''
}

/** What a record needs so that it counts for the line. */
export function fulfilmentOf(metrics: readonly string[], line: DutyLine | undefined, today: string): Fulfilment {
  const toOn = line?.period?.toOn ?? null
  return { metrics: [...metrics], forPeriod: line?.period?.key ?? null, periodIsOver: toOn !== null && toOn < today }
}
