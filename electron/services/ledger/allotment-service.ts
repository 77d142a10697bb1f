import { allotmentCountTable } from '../../../db/schema/ledger.ts'
import type { LedgerEntryRow } from '../../../shared/contract/ledger.ts'
import { type HeadCount, type HeadCountRule, perHeadAmount } from '../../../shared/domain/ledger/count-heads.ts'
import { formatFen } from '../../../shared/domain/money/fen.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme-format.ts'
import { perHeadRule, roleNameIn } from '../../../shared/domain/schemes/scheme-settings.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Write, WriteContext } from '../../dispatch/context.ts'
import { chosenSettings } from '../schemes/schemes-service.ts'
import { assertMayWriteStudio } from '../studios/studio-scope.ts'
import { schemeOn } from '../studios/studio-schemes-service.ts'
import { studioById } from '../studios/studios-service.ts'
import type { AllotmentBasis } from './allotment-basis.ts'
import { entriesOfStudio, headsOf, standingPerHead } from './allotment-proposal.ts'
import { appendEntryTx, fundForTx } from './append-entry.ts'
import { type Entry, entryRow } from './fund-reading.ts'
import { rememberHeadChoiceTx, wordOfDay } from './head-choice.ts'
import { termByKey } from './ledger-terms.ts'
import { typedFen } from './typed-amount.ts'

interface PerHeadInput {
  readonly studioId: string
  readonly termKey: string
  readonly happenedOn: string
  readonly rule: HeadCountRule
  readonly rate: string
  readonly expectedCount: number
  readonly expectedPersonIds: readonly string[] | null
  readonly note: string | null
}

/**
 * Posts heads × rate for a term, and keeps with it who was counted, as what.
 * @throws `ledger.badAmount`, `ledger.alreadyAllotted`, `ledger.countChanged`, `ledger.dayBeforeCount`
 */
export function postPerHead(ctx: WriteContext, input: PerHeadInput): LedgerEntryRow {
  assertMayWriteStudio(ctx, input.studioId)
  const rateFen = typedFen(input.rate, 'rate', '每人标准')
  const studio = studioById(ctx.db, input.studioId)
  const { key, scheme } = schemeOn(ctx, studio, input.rule.countingOn)
  const entry = ctx.write(`给「${studio.name}」按人数拨款（${termName(input.termKey)}）`, (w) => {
    const term = termByKey(w.tx, input.termKey)
    refuseSecond(entriesOfStudio(w.tx, studio.id), input.termKey)
    const heads = headsOf(w.tx, studio.id, scheme, input.rule)
    refuseOtherCount(heads, input)
    const basis = basisOf(scheme, heads, rateFen)
    const posted = appendEntryTx(w, ctx, fundForTx(w, ctx, studio), {
      kind: 'allotment', happenedOn: input.happenedOn, termKey: input.termKey, amountFen: perHeadAmount(heads, rateFen),
      summary: `活动经费，${heads.count} 人 × ${formatFen(rateFen)} 元`, note: input.note, allotmentBasis: JSON.stringify(basis),
    })
    keepCountedTx(w, posted, heads)
    const { rolesCounted } = basis
    const said = perHeadRule(scheme, chosenSettings(w.tx, key))
    rememberHeadChoiceTx(w, ctx.clock.now(), key, said, { rolesCounted, rateFen, countingDay: wordOfDay(term, input.rule.countingOn) })
    return posted
  })
  return rowOf(ctx, entry)
}

/** Posts an amount that is not counted per head: for a school year, as a supplement, from another source. @throws `ledger.badAmount` */
export function postAmount(
  ctx: WriteContext,
  input: { studioId: string; termKey: string; happenedOn: string; amount: string; summary: string; note: string | null },
): LedgerEntryRow {
  assertMayWriteStudio(ctx, input.studioId)
  const amountFen = typedFen(input.amount, 'amount', '拨款金额')
  const studio = studioById(ctx.db, input.studioId)
  const entry = ctx.write(`给「${studio.name}」拨款 ${formatFen(amountFen)} 元（${termName(input.termKey)}）`, (w) => {
    termByKey(w.tx, input.termKey)
    return appendEntryTx(w, ctx, fundForTx(w, ctx, studio), {
      kind: 'allotment', happenedOn: input.happenedOn, termKey: input.termKey, amountFen, summary: input.summary, note: input.note,
    })
  })
  return rowOf(ctx, entry)
}

/** The entry that was just posted, as the pages show it. */
export function rowOf(ctx: Pick<WriteContext, 'db'>, entry: Entry): LedgerEntryRow {
  return entryRow(ctx.db, entry)
}

function refuseSecond(entries: readonly Entry[], termKey: string): void {
  const standing = standingPerHead(entries, termKey)
  if (standing === undefined) return
  throw new AppError('ledger.alreadyAllotted', 'precondition',
    `${termName(termKey)}已按人数拨过款（第 ${standing.entryNo} 笔，${standing.happenedOn}，${formatFen(standing.amountFen)} 元），不能重复拨款。补拨请用「按金额」；如拨错，请先冲销那一笔。`)
}

function refuseOtherCount(heads: HeadCount, { expectedCount, expectedPersonIds }: PerHeadInput): void {
  const counted = heads.lines.filter((line) => line.counted).map(({ personId }) => personId).toSorted()
  const samePeople = expectedPersonIds === null || JSON.stringify(expectedPersonIds.toSorted()) === JSON.stringify(counted)
  if (heads.count === expectedCount && samePeople) return
  const change = heads.count === expectedCount ? '计入的人与刚才显示的不同' : `现在应计 ${heads.count} 人，刚才显示的是 ${expectedCount} 人`
  throw new AppError('ledger.countChanged', 'conflict', `成员刚有变动：${change}。请重新核对名单后再拨款。`)
}

function basisOf(scheme: Scheme, heads: HeadCount, rateFen: number): AllotmentBasis {
  const roles = [...new Set(heads.lines.map(({ role }) => role))]
  return {
    countingOn: heads.countingOn, rateFen, rolesCounted: [...heads.rolesCounted],
    roleNames: Object.fromEntries(roles.map((role) => [role, roleNameIn(scheme, role)])),
  }
}

function keepCountedTx(w: Write, entry: Entry, heads: HeadCount): void {
  const counted = heads.lines.filter((line) => line.counted)
    .map(({ membershipId, personId, personName, role }) => ({ entryId: entry.id, personId, membershipId, personName, role }))
  for (const row of counted) w.tx.insert(allotmentCountTable).values(row).run()
  w.changed('allotmentCount', entry.id, null, { people: counted.map(({ personName, role }) => `${personName}（${role}）`).join('、'), count: counted.length })
}
