import { eq } from 'drizzle-orm'
import { allotmentCountTable, fundTable } from '../../../db/schema/ledger.ts'
import { studioTable } from '../../../db/schema/studios.ts'
import type { FundAccount, FundOverview } from '../../../shared/contract/ledger.ts'
import { sheetOfTerm } from '../../../shared/domain/ledger/term-sheet.ts'
import { balanceOf } from '../../../shared/domain/ledger/running-balance.ts'
import { sumFen } from '../../../shared/domain/money/fen.ts'
import { memberRoles, type MemberRole } from '../../../shared/domain/studios/studio-words.ts'
import { compareTermKeys } from '../../../shared/domain/terms/term-key.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { assertMayReadStudio, visibleStudioIds } from '../studios/studio-scope.ts'
import { studioById } from '../studios/studios-service.ts'
import { readBasis } from './allotment-basis.ts'
import { entryById, entryRows, fundOf, type TermSum, termSums } from './fund-reading.ts'
import { overspendOf } from './overspend.ts'

/** Every studio the caller may see with its money in the term; one in the recycle bin only while it has an account. */
export function overviewOf(ctx: ReadContext, termKey: string): FundOverview[] {
  const visible = visibleStudioIds(ctx)
  const funds = new Map(ctx.db.select().from(fundTable).all().map((fund) => [fund.studioId, fund.id]))
  const sums = Map.groupBy(termSums(ctx.db), ({ fundId }) => fundId)
  return ctx.db.select().from(studioTable).all()
    .filter(({ id }) => visible === 'all' || visible.includes(id))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
    .flatMap((studio) => {
      const fundId = funds.get(studio.id)
      const removed = studio.removedAt !== null
      if (removed && fundId === undefined) return []
      return [{
        studioId: studio.id, studioName: studio.name, removed,
        ...figuresOf(fundId === undefined ? [] : (sums.get(fundId) ?? []), termKey),
      }]
    })
}

/** The same figures as `termSheet` has, out of the sums of a fund's terms. */
function figuresOf(sums: readonly TermSum[], termKey: string) {
  const own = sums.filter((sum) => sum.termKey === termKey)
  const concerning = (kind: TermSum['concerns']) => balanceOf(own.filter(({ concerns }) => concerns === kind))
  const openingFen = balanceOf(sums.filter((sum) => compareTermKeys(sum.termKey, termKey) < 0))
  return {
    openingFen, allottedFen: concerning('allotment'), spentFen: sumFen([-concerning('expense')]), closingFen: sumFen([openingFen, balanceOf(own)]),
    balanceFen: balanceOf(sums), entries: own.reduce((n, { entries }) => n + entries, 0),
  }
}

/** The account of a studio in one term: what the page shows and what 经费使用明细表 prints. @throws `studios.notYours`, `studios.none` */
export function accountOf(ctx: ReadContext, studioId: string, termKey: string): FundAccount {
  assertMayReadStudio(ctx, studioId)
  const studio = studioById(ctx.db, studioId)
  const fund = fundOf(ctx.db, studioId)
  const sums = fund === null ? [] : termSums(ctx.db, fund.id)
  const { openingFen, balanceFen } = figuresOf(sums, termKey)
  const rows = fund === null ? [] : entryRows(ctx.db, fund.id, termKey)
  const undone = new Map(rows.map(({ reversesEntryId, reversesKind }) => [reversesEntryId, reversesKind ?? undefined]))
  const sheet = sheetOfTerm(termKey, rows, openingFen, (id) => undone.get(id))
  return {
    studioId, studioName: studio.name, termKey,
    openingFen, earlierTerms: earlierTerms(sums, termKey),
    netAllottedFen: sheet.netAllottedFen, netSpentFen: sheet.netSpentFen, closingFen: sheet.closingFen,
    balanceFen, today: ctx.clock.today(), overspend: overspendOf(ctx, studio),
    byCategory: [...sheet.byCategory], lines: [...sheet.lines],
  }
}

function earlierTerms(sums: readonly TermSum[], termKey: string): FundAccount['earlierTerms'] {
  return [...new Set(sums.map((sum) => sum.termKey))].filter((key) => compareTermKeys(key, termKey) < 0)
    .toSorted((a, b) => compareTermKeys(b, a))
    .map((key) => {
      const { allottedFen, spentFen, closingFen } = figuresOf(sums, key)
      return { termKey: key, netAllottedFen: allottedFen, netSpentFen: spentFen, closingFen }
    })
}

export interface CountedPeople {
  readonly countingOn: string
  readonly rateFen: number
  readonly people: { personId: string; personName: string; role: MemberRole; roleName: string }[]
}

/** Who was counted for an allotment per head, as it was on that day; a reversal of it changes nothing here. @throws `ledger.notPerHead` */
export function countedFor(ctx: ReadContext, entryId: string): CountedPeople {
  const { entry, studioId } = entryById(ctx.db, entryId)
  assertMayReadStudio(ctx, studioId)
  const basis = readBasis(entry)
  if (basis === null) throw new AppError('ledger.notPerHead', 'notFound', `第 ${entry.entryNo} 笔不是按人数拨款，没有计数名单`)
  const people = ctx.db.select().from(allotmentCountTable).where(eq(allotmentCountTable.entryId, entryId)).all()
    .toSorted((a, b) => memberRoles.indexOf(a.role) - memberRoles.indexOf(b.role) || a.personName.localeCompare(b.personName, 'zh-CN'))
    .map(({ personId, personName, role }) => ({ personId, personName, role, roleName: basis.roleNames[role] ?? role }))
  return { countingOn: basis.countingOn, rateFen: basis.rateFen, people }
}
