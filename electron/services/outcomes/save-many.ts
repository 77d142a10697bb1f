import type { OutcomeFactsInput } from '../../../shared/contract/outcomes.ts'
import { specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import type { OutcomeFacts, SaveIntent } from '../../../shared/domain/outcomes/outcome-record.ts'
import { AppError } from '../../../shared/errors.ts'
import type { WriteContext } from '../../dispatch/context.ts'
import { writableOutcome } from './outcome-scope.ts'
import { refuseIfConfirmed, removeTx } from './outcome-states.ts'
import { keepable, keepTx, openTx, type Saved } from './save-outcome.ts'

type Place = { readonly field: string; readonly message: string }

/**
 * Adds the rows of the grid, all of them or none.
 * @throws `outcomes.refused` with the places of every row that is wrong (`rows.2.facts.title`, the message begins with 第 3 行);
 *   otherwise what `saveOutcome` throws, with the row before it
 */
export function saveManyOutcomes(ctx: WriteContext, { rows, as, duplicateSeen }: { rows: readonly OutcomeFactsInput[]; as: SaveIntent; duplicateSeen: boolean }): { saved: Saved[] } {
  const wrong: Place[] = []
  const kept = rows.flatMap((row, at): OutcomeFacts[] => {
    try {
      return [keepable(ctx, row, as)]
    } catch (error) {
      if (!(error instanceof AppError) || error.kind === 'internal') throw error
      wrong.push(...placesIn(error, at))
      return []
    }
  })
  if (wrong.length > 0) throw new AppError('outcomes.refused', 'invalid', wrong.map(({ message }) => message).slice(0, 8).join('\n'), { places: wrong })
  const [first] = kept
  return ctx.write(`登记${first ? specOf(first.kind).name : '成果'} ${rows.length} 条`, (w) => ({
    saved: kept.map((facts, at) => {
      try {
        return keepTx(ctx, w, { id: null, revision: null, facts, activityId: null, as, duplicateSeen })
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        throw new AppError(error.code, error.kind, inRow(at, error.message), { places: placesIn(error, at) })
      }
    }),
  }))
}

/**
 * What was entered together goes into the recycle bin together, if nobody has changed any of it since.
 * @throws `outcomes.none`, `outcomes.notYours`, `outcomes.isConfirmed`, `outcomes.changed`, `outcomes.removed`
 */
export function takeBackMany(ctx: WriteContext, items: readonly { readonly id: string; readonly revision: number }[]): { removed: number } {
  for (const { id } of items) refuseIfConfirmed(ctx, writableOutcome(ctx, id), '撤销')
  return ctx.write(`撤销登记 ${items.length} 条成果`, (w) => {
    for (const { id, revision } of items) removeTx(w, openTx(w, id, revision), '撤销成批登记', ctx.clock.now())
    return { removed: items.length }
  })
}

const inRow = (at: number, message: string): string => `第 ${at + 1} 行：${message}`

function placesIn(error: AppError, at: number): readonly Place[] {
  const { places } = error
  return places.length === 0 ? [{ field: `rows.${at}`, message: inRow(at, error.message) }] : places.map(({ field, message }) => ({ field: `rows.${at}.${field}`, message: inRow(at, message) }))
}
