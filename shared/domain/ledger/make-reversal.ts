import { AppError } from '../../errors.ts'
import type { Day } from '../dates/day.ts'
import { dayParts } from '../dates/day.ts'
import type { Fen } from '../money/fen.ts'
import { fen, formatFen } from '../money/fen.ts'
import { balanceOf, reversedIds } from './running-balance.ts'
import type { LedgerLine } from './running-balance.ts'

export interface ReversalDraft {
  readonly kind: 'reversal'
  readonly happenedOn: Day
  readonly amountFen: Fen
  readonly summary: string
  readonly category: string | null
  readonly reversesEntryId: string
}

/**
 * 红字冲销, the only way to undo an entry: the same entry with the opposite sign, its summary naming day and number of what
 * it undoes, as 会计基础工作规范 §51 wants it; in the words of this account (冲销, 第 n 笔), not of vouchers (注销, 某号凭证). Refused (kind `precondition`): a reversal itself, an entry already undone, and an allotment whose
 * money is spent, unless the fund may be overdrawn.
 */
export function makeReversal(
  target: LedgerLine,
  entries: readonly LedgerLine[],
  on: Day,
  reason: string,
  overspend: 'refuse' | 'warn' | 'allow' = 'refuse',
): ReversalDraft {
  if (target.kind === 'reversal') {
    throw new AppError('ledger.reversalOfReversal', 'precondition', `第 ${target.entryNo} 笔本身是红字冲销，不能再冲销；如有需要，请重新记一笔。`)
  }
  if (reversedIds(entries).has(target.id)) {
    throw new AppError('ledger.alreadyReversed', 'precondition', `第 ${target.entryNo} 笔已经冲销过，不能重复冲销。`)
  }
  if (reason.trim() === '') throw new AppError('ledger.reasonMissing', 'invalid', '请填写冲销原因。', { places: [{ field: 'reason', message: '请填写冲销原因。' }] })
  const balance = balanceOf(entries)
  if (balance - target.amountFen < 0 && target.amountFen > 0 && overspend === 'refuse') {
    throw new AppError('ledger.reversalOverdraws', 'precondition',
      `第 ${target.entryNo} 笔拨款 ${formatFen(target.amountFen)} 元已用去一部分，现结余 ${formatFen(balance)} 元，不够冲销；请先冲销用这笔钱的支出。`)
  }
  const { month, day } = dayParts(target.happenedOn)
  return {
    kind: 'reversal',
    happenedOn: on,
    amountFen: fen(-target.amountFen),
    summary: `冲销${month}月${day}日第 ${target.entryNo} 笔：${target.summary}（${reason.trim()}）`,
    category: target.category,
    reversesEntryId: target.id,
  }
}
