import type { LedgerEntryRow } from '../../../shared/contract/ledger.ts'
import type { FundStatementData, FundStatementRow } from '../../../shared/domain/documents/form-data.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { AppError } from '../../../shared/errors.ts'
import { accountOf, countedFor } from '../ledger/ledger-service.ts'
import { listTerms } from '../school/calendar-service.ts'
import { type Gatherer, missingIn, studioForForms } from './gathered-data.ts'

/** 经费使用明细表: the term's sheet of the account, line by line, with who was counted for each allotment per head. */
export const gatherFundStatement: Gatherer = (ctx, { studioId, termKey }) => {
  const term = listTerms(ctx.db).find(({ key }) => key === termKey)
  if (term === undefined) throw new AppError('terms.none', 'notFound', '没有这个学期，请在上方另选一个学期')
  const today = ctx.clock.today()
  const { studio, words, hostName } = studioForForms(ctx, studioId, today < term.endsOn ? today : term.endsOn)
  const account = accountOf(ctx, studio.id, termKey)
  const allotments = account.lines.filter(({ kind, countedPeople, reversedByEntryNo }) => kind === 'allotment' && countedPeople !== null && reversedByEntryNo === null)
  const data: FundStatementData = {
    ...words, studioName: studio.name, hostName, termName: termName(termKey), startsOn: term.startsOn, endsOn: term.endsOn,
    openingFen: account.openingFen, rows: account.lines.map(rowOf),
    inTotalFen: account.netAllottedFen, outTotalFen: account.netSpentFen, closingFen: account.closingFen,
    allotments: allotments.map(({ id, entryNo, amountFen }) => {
      const { countingOn, rateFen, people } = countedFor(ctx, id)
      return { entryNo, countingOn, rateFen, headcount: people.length, amountFen, names: people.map(({ personName }) => personName) }
    }),
    categories: account.byCategory.filter(({ spentFen }) => spentFen !== 0).map(({ category, spentFen }) => ({ name: category ?? '未分类', amountFen: spentFen })),
    preparedOn: today,
  }
  const unsigned = account.lines.filter(({ kind, approvedBy }) => kind === 'expense' && (approvedBy ?? '') === '').map(({ entryNo }) => entryNo)
  return {
    data, studioId: studio.id, studioName: studio.name, subjectKind: 'studio', subjectId: studio.id, subjectName: '',
    missing: [
      ...missingIn(studio.name, `/studios/${studio.id}`, { [words.hostTitle]: hostName }),
      ...(account.lines.length === 0 ? [{ labels: ['本学期的账'], where: '经费', path: `/ledger/${studio.id}` }] : []),
      ...(unsigned.length === 0 ? [] : [{ labels: [`第 ${unsigned.slice(0, 5).join('、')}${unsigned.length > 5 ? ' …' : ''} 笔支出的审批人`], where: '经费', path: `/ledger/${studio.id}` }]),
    ],
  }
}

/** Money in and out in their columns; a reversal stands, below zero, in the column of what it undoes. */
function rowOf(line: LedgerEntryRow): FundStatementRow {
  const { entryNo, happenedOn, summary, category, payee, amountFen, balanceFen, handledBy, witnessedBy, approvedBy } = line
  const isIn = (line.reversesKind ?? line.kind) === 'allotment'
  const marks = [
    line.reversesEntryNo === null ? null : `冲销第 ${line.reversesEntryNo} 笔`,
    line.reversedByEntryNo === null ? null : `已由第 ${line.reversedByEntryNo} 笔冲销`,
    line.note,
  ].filter((part) => part !== null && part !== '')
  return {
    entryNo, happenedOn, summary, category, payee, invoiceNo: line.invoiceNo, inFen: isIn ? amountFen : null, outFen: isIn ? null : 0 - amountFen, balanceFen,
    handledBy, witnessedBy, approvedBy, note: marks.length === 0 ? null : marks.join('；'),
  }
}
