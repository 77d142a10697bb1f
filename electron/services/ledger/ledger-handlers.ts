import type { ledgerRoutes } from '../../../shared/contract/ledger.ts'
import type { Handlers } from '../../dispatch/context.ts'
import { proposeAllotment } from './allotment-proposal.ts'
import { postAmount, postPerHead } from './allotment-service.ts'
import { categoriesFor, usualNames } from './entry-suggestions.ts'
import { postExpense, troublesWith } from './expense-service.ts'
import { accountOf, countedFor, overviewOf } from './ledger-service.ts'
import { reverseEntry } from './reversal-service.ts'
import { exportTermSheet } from './term-sheet-export.ts'

export const ledgerHandlers: Handlers<typeof ledgerRoutes> = {
  'ledger.overview': (ctx, { termKey }) => ({ funds: overviewOf(ctx, termKey) }),
  'ledger.account': (ctx, { studioId, termKey }) => accountOf(ctx, studioId, termKey),
  'ledger.counted': (ctx, { entryId }) => countedFor(ctx, entryId),
  'ledger.proposeAllotment': (ctx, { studioId, termKey, rule }) => proposeAllotment(ctx, studioId, termKey, rule),
  'ledger.postPerHead': (ctx, input) => postPerHead(ctx, input),
  'ledger.postAmount': (ctx, input) => postAmount(ctx, input),
  'ledger.checkExpense': (ctx, input) => ({ problems: troublesWith(ctx, input) }),
  'ledger.postExpense': (ctx, input) => postExpense(ctx, input),
  'ledger.reverse': (ctx, input) => reverseEntry(ctx, input),
  'ledger.categories': (ctx, { studioId }) => categoriesFor(ctx, studioId),
  'ledger.usual': (ctx, { studioId }) => usualNames(ctx, studioId),
  'ledger.export': (ctx, { studioId, termKey }) => exportTermSheet(ctx, studioId, termKey),
}
