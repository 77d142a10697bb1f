import type { FundAccount, LedgerEntryRow } from '../../../shared/contract/ledger.ts'
import { entryKindNames } from '../../../shared/domain/ledger/ledger-words.ts'
import { capitalAmount } from '../../../shared/domain/money/capital-amount.ts'
import { formatFen } from '../../../shared/domain/money/fen.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { type OutgoingFile, outgoingSheet } from '../exports/exports-service.ts'
import type { SheetCell, SheetColumn, SheetLayout } from '../exports/write-sheet.ts'
import { theSchool } from '../school/school-service.ts'
import { accountOf } from './ledger-service.ts'

const columns: readonly SheetColumn[] = [
  { title: '序号', kind: 'number', width: 6 },
  { title: '日期', kind: 'date', width: 12 },
  { title: '类别', kind: 'text', width: 10 },
  { title: '事由', kind: 'text', width: 34 },
  { title: '支出科目', kind: 'text', width: 14 },
  { title: '拨入（元）', kind: 'money', width: 13 },
  { title: '支出（元）', kind: 'money', width: 13 },
  { title: '结余（元）', kind: 'money', width: 13 },
  { title: '收款方', kind: 'text', width: 18 },
  { title: '发票号码', kind: 'text', width: 22 },
  { title: '经手人', kind: 'text', width: 9 },
  { title: '证明人', kind: 'text', width: 9 },
  { title: '审批人', kind: 'text', width: 9 },
  { title: '备注', kind: 'text', width: 18 },
]

/** The account of one term as .xlsx: 经费使用明细 with opening, sums, what is left in capitals, and a line for signatures. */
export async function exportTermSheet(ctx: ReadContext, studioId: string, termKey: string): Promise<OutgoingFile> {
  const account = accountOf(ctx, studioId, termKey)
  return outgoingSheet(ctx, `${account.studioName}经费使用明细（${termName(termKey)}）`, termSheetLayout(account, theSchool(ctx.db).name))
}

/** The lines of the sheet. A reversal stands on the side of what it undoes, with its sign, so that each column adds up to its sum. */
export function termSheetLayout(account: FundAccount, schoolName: string): SheetLayout {
  return {
    title: `${account.studioName}经费使用明细表`,
    notes: [`${schoolName}　　${termName(account.termKey)}　　单位：元`],
    columns,
    rows: [
      [null, null, null, '上期结余', null, null, null, account.openingFen],
      ...account.lines.map(lineOf),
    ],
    total: [null, null, null, '本期合计', null, account.netAllottedFen, account.netSpentFen, account.closingFen],
    closing: [
      `结余（大写）：人民币${capitalAmount(account.closingFen)}　　（小写）￥${formatFen(account.closingFen)}`,
      `本期支出（大写）：人民币${capitalAmount(account.netSpentFen)}　　（小写）￥${formatFen(account.netSpentFen)}`,
      '主持人（签字）：　　　　　　　　经手人（签字）：　　　　　　　　审核人（签字）：　　　　　　　　　　　　年　　月　　日',
    ],
    orientation: 'landscape',
  }
}

function lineOf(row: LedgerEntryRow): SheetCell[] {
  const isAllotment = (row.reversesKind ?? row.kind) === 'allotment'
  const invoice = [row.invoiceCode, row.invoiceNo].filter((part) => part !== null).join(' ')
  const undone = row.reversedByEntryNo === null ? null : `已由第 ${row.reversedByEntryNo} 笔冲销`
  return [
    row.entryNo, row.happenedOn, entryKindNames[row.kind], row.summary, row.category,
    isAllotment ? row.amountFen : null, isAllotment ? null : -row.amountFen, row.balanceFen,
    row.payee, invoice, row.handledBy, row.witnessedBy, row.approvedBy, [undone, row.note].filter((part) => part !== null).join('；'),
  ]
}
