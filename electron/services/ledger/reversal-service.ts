import type { LedgerEntryRow } from '../../../shared/contract/ledger.ts'
import { makeReversal } from '../../../shared/domain/ledger/make-reversal.ts'
import { AppError } from '../../../shared/errors.ts'
import type { WriteContext } from '../../dispatch/context.ts'
import { assertMayWriteStudio } from '../studios/studio-scope.ts'
import { studioById } from '../studios/studios-service.ts'
import { rowOf } from './allotment-service.ts'
import { appendEntryTx, fundForTx } from './append-entry.ts'
import { entriesOf, entryById } from './fund-reading.ts'
import { termOfReversal } from './ledger-terms.ts'
import { overspendOf } from './overspend.ts'

/**
 * 红字冲销: posts the entry's opposite, in the term of the reversal's own day. The people counted for an allotment stay readable.
 * @throws `ledger.noEntry`, `ledger.reversalOfReversal`, `ledger.alreadyReversed`, `ledger.reversalOverdraws`, `ledger.reversalTooEarly`
 */
export function reverseEntry(ctx: WriteContext, input: { entryId: string; happenedOn: string; reason: string }): LedgerEntryRow {
  const { entry: target, studioId } = entryById(ctx.db, input.entryId)
  assertMayWriteStudio(ctx, studioId)
  const studio = studioById(ctx.db, studioId)
  const overspend = overspendOf(ctx, studio)
  const posted = ctx.write(`冲销「${studio.name}」第 ${target.entryNo} 笔：${input.reason}`, (w) => {
    const draft = makeReversal(target, entriesOf(w.tx, target.fundId), input.happenedOn, input.reason, overspend)
    if (input.happenedOn < target.happenedOn) {
      const message = `冲销日期不能早于第 ${target.entryNo} 笔的日期 ${target.happenedOn}，请改日期。`
      throw new AppError('ledger.reversalTooEarly', 'invalid', message, { places: [{ field: 'happenedOn', message }] })
    }
    return appendEntryTx(w, ctx, fundForTx(w, ctx, studio), { ...draft, termKey: termOfReversal(w.tx, input.happenedOn, target.termKey) })
  })
  return rowOf(ctx, posted)
}
