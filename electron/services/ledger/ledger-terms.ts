import type { ReadDb } from '../../../db/write-tx.ts'
import type { Term } from '../../../shared/contract/school.ts'
import { compareTermKeys, termName } from '../../../shared/domain/terms/term-key.ts'
import { AppError } from '../../../shared/errors.ts'
import { listTerms } from '../school/calendar-service.ts'

/** The term under its key. @throws `ledger.noTerm` */
export function termByKey(db: ReadDb, key: string): Term {
  const term = listTerms(db).find((each) => each.key === key)
  if (!term) throw new AppError('ledger.noTerm', 'precondition', `还没有登记${termName(key)}，请先在「设置 → 学期」里补上它的起止日期`)
  return term
}

/**
 * The term whose sheet a reversal stands in: that of its own day, because the sheet of an earlier term may have been printed and
 * signed. In the holidays it is the term before; never one before the term of what is undone (money may be given ahead of a term).
 */
export function termOfReversal(db: ReadDb, day: string, undoneTermKey: string): string {
  const own = listTerms(db).findLast((term) => term.startsOn <= day)?.key ?? undoneTermKey
  return compareTermKeys(own, undoneTermKey) < 0 ? undoneTermKey : own
}
