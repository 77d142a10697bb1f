import type { ReadDb } from '../../../db/write-tx.ts'
import type { AllotmentProposal } from '../../../shared/contract/ledger.ts'
import type { Term } from '../../../shared/contract/school.ts'
import { countHeads, type HeadCount, type HeadCountRule, perHeadAmount } from '../../../shared/domain/ledger/count-heads.ts'
import { reversedIds } from '../../../shared/domain/ledger/running-balance.ts'
import { formatFen, sumFen } from '../../../shared/domain/money/fen.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme-format.ts'
import { amountsForLevel, type PerHeadRule, perHeadRule, roleNameIn } from '../../../shared/domain/schemes/scheme-settings.ts'
import { memberRoles, type MemberRole } from '../../../shared/domain/studios/studio-words.ts'
import { parseTermKey } from '../../../shared/domain/terms/term-key.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { chosenSettings, type SchemeKey, schemeOf } from '../schemes/schemes-service.ts'
import { assertMayReadStudio } from '../studios/studio-scope.ts'
import { changesOf, schemeTimesIn, schemeOn } from '../studios/studio-schemes-service.ts'
import { membershipsOf, type Studio, studioById } from '../studios/studios-service.ts'
import { entriesOf, type Entry, fundOf } from './fund-reading.ts'
import { dayOfWord, type HeadChoice, readHeadChoice } from './head-choice.ts'
import { termByKey } from './ledger-terms.ts'

const dayNames = { termStart: '学期第一天', teachingStart: '上课第一天', termEnd: '学期最后一天' } as const
/** Where neither the scheme nor an earlier allotment says who counts. */
const usualRoles: readonly MemberRole[] = ['host', 'member', 'coreMember', 'assistant']

/**
 * What would be given for a term per head: by the scheme, or as it was counted the last time under this scheme, or by the `rule`
 * that the person tries. Nothing is written.
 */
export function proposeAllotment(ctx: ReadContext, studioId: string, termKey: string, tried: HeadCountRule | null): AllotmentProposal {
  assertMayReadStudio(ctx, studioId)
  const studio = studioById(ctx.db, studioId)
  const term = termByKey(ctx.db, termKey)
  const { scheme, usual } = usualRule(ctx, studio, term, tried)
  const rule = tried ?? usual.rule
  const heads = headsOf(ctx.db, studioId, scheme, rule)
  const entries = entriesOfStudio(ctx.db, studioId)
  return {
    rateFen: usual.rateFen,
    source: usual.source,
    rule: { countingOn: rule.countingOn, rolesCounted: [...rule.rolesCounted] },
    roles: rolesToChoose(scheme, heads, rule).map((role) => ({ role, name: roleNameIn(scheme, role) })),
    days: (['termStart', 'teachingStart', 'termEnd'] as const).map((key) => ({ key, name: dayNames[key], on: dayOfWord(term, key) ?? term.startsOn })),
    count: heads.count,
    amountFen: usual.rateFen === null ? 0 : perHeadAmount(heads, usual.rateFen),
    lines: heads.lines.map((line) => ({ ...line, roleName: roleNameIn(scheme, line.role) })),
    alreadyEntryNo: standingPerHead(entries, termKey)?.entryNo ?? null,
    amounts: amountsForLevel(scheme, studio.level).flatMap((amount) => {
      if (amount.amountFen === undefined || amount.basis === 'perPersonPerTerm') return []
      const soft = amount.softWord === undefined ? '' : `（${amount.softWord}）`
      return [{ amountFen: amount.amountFen, label: `规程 ${scheme.code}：${basisNames[amount.basis ?? 'perYearScopeUnclear']} ${formatFen(amount.amountFen)} 元${soft}` }]
    }),
    givenThisSchoolYearFen: givenInSchoolYear(entries, parseTermKey(termKey).schoolYear),
  }
}

const basisNames = {
  perPersonPerTerm: '每人每学期', perStudioPerYear: '每个工作室每年', perStudioPerSchoolYear: '每个工作室每学年', startupPerStudio: '每个工作室启动经费',
  rewardPerStudioPerYear: '每个工作室每年奖励', poolPerYear: '每年共', perYearScopeUnclear: '每年',
} as const

/** The count on the members as they are in `db` now; inside a write transaction nobody can change them meanwhile. */
export function headsOf(db: ReadDb, studioId: string, scheme: Scheme, rule: HeadCountRule): HeadCount {
  const memberships = membershipsOf(db, studioId).map(({ membershipId, personId, personName, role, fromOn, toOn }) =>
    ({ membershipId, personId, personName, role, fromOn, toOn, voidedAt: null }))
  return countHeads(memberships, rule, (role) => roleNameIn(scheme, role))
}

/** The allotment per head of the term that has not been undone. */
export function standingPerHead(entries: readonly Entry[], termKey: string): Entry | undefined {
  const undone = reversedIds(entries)
  return entries.find((entry) => entry.kind === 'allotment' && entry.allotmentBasis !== null && entry.termKey === termKey && !undone.has(entry.id))
}

export function entriesOfStudio(db: ReadDb, studioId: string): Entry[] {
  const fund = fundOf(db, studioId)
  return fund === null ? [] : entriesOf(db, fund.id)
}

interface UsualRule {
  readonly rule: HeadCountRule
  readonly rateFen: number | null
  readonly source: string
}

/**
 * By the scheme of the counting day: of the day that is tried; else of the first scheme of the term whose own counting day lies in the
 * time in which it holds.
 */
function usualRule(ctx: ReadContext, studio: Studio, term: Term, tried: HeadCountRule | null): { scheme: Scheme; usual: UsualRule } {
  const under = (key: SchemeKey) => {
    const scheme = schemeOf(ctx, key)
    return { scheme, usual: usualUnder(ctx, key, scheme, term) }
  }
  if (tried !== null) return under(schemeOn(ctx, studio, tried.countingOn).key)
  const times = schemeTimesIn(changesOf(ctx.db, studio.id), studio, { fromOn: term.startsOn, toOn: term.endsOn })
  const found = times.map((time) => ({ ...time, ...under(time.key) }))
    .find(({ fromOn, untilOn, usual }) => (fromOn ?? '') <= usual.rule.countingOn && (untilOn === null || usual.rule.countingOn < untilOn))
  return found ?? under(studio)
}

function usualUnder(ctx: ReadContext, key: SchemeKey, scheme: Scheme, term: Term): UsualRule {
  const said = perHeadRule(scheme, chosenSettings(ctx.db, key))
  const before = readHeadChoice(ctx.db, key, said)
  const today = ctx.clock.today()
  const inTerm = today < term.startsOn ? term.startsOn : today > term.endsOn ? term.endsOn : today
  const ofScheme = said === undefined ? `规程 ${scheme.code} 没有规定按人数拨款` : `规程 ${scheme.code}：每人每学期 ${formatFen(said.rateFen)} 元`
  return {
    rule: {
      countingOn: dayOfWord(term, before?.countingDay ?? said?.countingDay ?? 'teachingStart') ?? inTerm,
      rolesCounted: before?.rolesCounted ?? said?.rolesCounted ?? usualRoles,
    },
    rateFen: before?.rateFen ?? said?.rateFen ?? null,
    source: before === null || sameAsSaid(before, said) ? ofScheme : `${ofScheme}；计数日、身份和标准与上次拨款相同`,
  }
}

function sameAsSaid({ rolesCounted, countingDay, rateFen }: HeadChoice, said: PerHeadRule | undefined): boolean {
  return said !== undefined && said.rateFen === rateFen && said.countingDay === countingDay && said.rolesCounted.join() === rolesCounted.join()
}

/** The roles that the scheme knows, those that people hold, and those that the rule names. */
function rolesToChoose(scheme: Scheme, heads: HeadCount, rule: HeadCountRule): readonly MemberRole[] {
  const known = new Set<string>([...(scheme.roles ?? []).map(({ role }) => role), ...heads.lines.map(({ role }) => role), ...rule.rolesCounted])
  return memberRoles.filter((role) => known.has(role))
}

/** Allotments of both terms of a school year less their reversals, in whichever term those stand. */
function givenInSchoolYear(entries: readonly Entry[], schoolYear: number): number {
  const undone = reversedIds(entries)
  return sumFen(entries
    .filter((entry) => entry.kind === 'allotment' && !undone.has(entry.id) && parseTermKey(entry.termKey).schoolYear === schoolYear)
    .map(({ amountFen }) => amountFen))
}
