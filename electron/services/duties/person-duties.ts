import { dutyMatrix, linesOf } from '../../../shared/domain/duties/duty-matrix.ts'
import { dutyShare } from '../../../shared/domain/duties/duty-share.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { listVisibleStudios, membershipRows } from '../studios/studios-service.ts'
import { fulfilmentOf, ownPersonOnly, spanOf } from './duty-access.ts'
import { type GatheredDuties, gatherDuties } from './gather-duties.ts'

/** What a person has to do in a term in each of her studios that the caller may see; a member is shown only herself. @throws `terms.none` */
export function dutiesOfPerson(ctx: ReadContext, personId: string, termKey: string): OutputOf<'duties.ofPerson'> {
  const span = spanOf(ctx, termKey)
  const visible = listVisibleStudios(ctx).filter(({ id }) => [undefined, personId].includes(ownPersonOnly(ctx, id)))
  const hers = new Set(membershipRows(ctx.db, visible.map(({ id }) => id))
    .filter((own) => own.personId === personId && own.fromOn <= span.toOn && (own.toOn === null || own.toOn >= span.fromOn)).map(({ studioId }) => studioId))
  const { gathered, troubles } = gatherDuties(ctx, visible.filter(({ id }) => hers.has(id)), span.toOn)
  return { studios: gathered.map((studio) => inStudio(ctx, studio, personId, span)), troubles: troubles.map(({ message }) => message) }
}

function inStudio(ctx: ReadContext, { studio, duties, memberships, names }: GatheredDuties, personId: string, span: { readonly fromOn: string; readonly toOn: string }): OutputOf<'duties.ofPerson'>['studios'][number] {
  const column = `person:${personId}`
  const matrix = dutyMatrix(duties, memberships, span, names, personId)
  const rows = matrix.rows.flatMap((row) => row.cells.filter((cell) => cell.column === column && cell.state !== 'notApplicable').map((cell) => ({ row, cell })))
  return {
    studioId: studio.id, studioName: studio.name, roleName: matrix.columns.find(({ key }) => key === column)?.roleName ?? null, column,
    share: dutyShare(rows.map(({ cell }) => cell)),
    rows: rows.map(({ row: { ref, title, per, unit }, cell }) => {
      const duty = duties.duties.find((each) => each.ref === ref)
      const open = duty === undefined ? undefined : linesOf(duty, column, span).find(({ missing }) => missing > 0)
      return { ref, title, per, unit, cell: { ...cell }, fulfilment: duty === undefined || open === undefined ? null : fulfilmentOf(duty.metrics, open, ctx.clock.today()) }
    }),
  }
}
