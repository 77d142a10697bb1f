import { and, eq, isNull } from 'drizzle-orm'
import { isAmong } from '../../../db/is-among.ts'
import { plainRows } from '../../../db/plain-rows.ts'
import { activityFilingTable } from '../../../db/schema/activities.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { FilingStandingRow } from '../../../shared/contract/activity-filing.ts'
import { roleMay } from '../../../shared/domain/accounts/permissions.ts'
import {
  allowedSteps, type FilableActivity, type Filing, type FilingActor, type FilingNeed, filingRule, type FilingRule, filingStanding,
} from '../../../shared/domain/activities/activity-filing.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { chosenSettings, schemeFinder } from '../schemes/schemes-service.ts'
import { changesByStudio, keyAmong } from '../studios/studio-schemes-service.ts'
import { studiosById } from '../studios/studios-service.ts'

export type StoredFiling = typeof activityFilingTable.$inferSelect

/** @throws `activities.noFiling` */
export function filingById(db: ReadDb, id: string): StoredFiling {
  const filing = db.select().from(activityFilingTable).where(eq(activityFilingTable.id, id)).get()
  if (!filing) throw new AppError('activities.noFiling', 'notFound', '没有找到这份备案，请刷新后再试')
  return filing
}

/** The submission that holds for each of the activities: the latest that was not withdrawn. */
export function filingsOf(db: ReadDb, activityIds: readonly string[]): ReadonlyMap<string, StoredFiling> {
  const rows = plainRows(db, db.select().from(activityFilingTable)
    .where(and(isAmong(activityFilingTable.activityId, activityIds), isNull(activityFilingTable.withdrawnAt))).orderBy(activityFilingTable.ordinal))
  return new Map(rows.map((row) => [row.activityId, row]))
}

/** As the rules read it. */
export function asFiling({ title, heldOn, place, submittedByAccountId, decision, approvedOn }: StoredFiling): Filing {
  return { filed: { title, heldOn, place }, submittedByAccountId, decision, approvedOn }
}

type Known = FilableActivity & { readonly id: string; readonly studioId: string }

/** How these activities stand with their filing, each by the scheme that its studio followed on its day. */
export function filingStandings(ctx: ReadContext, activities: readonly Known[]): ReadonlyMap<string, FilingStandingRow> {
  const filings = filingsOf(ctx.db, activities.map(({ id }) => id))
  const needOf = needFinder(ctx, [...new Set(activities.map(({ studioId }) => studioId))])
  const today = ctx.clock.today()
  return new Map(activities.map((activity) => {
    const stored = filings.get(activity.id) ?? null
    const filing = stored && asFiling(stored)
    const standing = filingStanding(needOf(activity) !== null, filing, activity, today)
    const mayDecide = filing !== null && allowedSteps(filing, standing.changed, actorIn(ctx, false)).includes('approve')
    return [activity.id, { ...standing, changed: [...standing.changed], filingId: stored?.id ?? null, mayDecide }]
  }))
}

/** @param mayWriteHere whether the studio's records are hers to write, if her role writes activities at all */
export function actorIn({ actor }: Pick<ReadContext, 'actor'>, mayWriteHere: boolean): FilingActor {
  return { accountId: actor.accountId, role: actor.role, mayWrite: mayWriteHere && roleMay(actor.role, 'activities.write'), mayApprove: roleMay(actor.role, 'activities.approve') }
}

/** Answers for many activities with each scheme read once. */
export function needFinder(ctx: ReadContext, studioIds: readonly string[]): (activity: Known) => FilingNeed | null {
  const changes = changesByStudio(ctx.db, studioIds)
  const studios = studiosById(ctx.db, studioIds)
  const find = schemeFinder(ctx)
  const rules = new Map<string, FilingRule>()
  return (activity) => {
    const studio = studios.get(activity.studioId)
    if (!studio) return null
    const key = keyAmong(changes.get(studio.id) ?? [], studio, activity.heldOn)
    const name = `${key.schemeCode}@${key.schemeVersion}`
    const rule = rules.get(name) ?? filingRule(find(key), chosenSettings(ctx.db, key))
    rules.set(name, rule)
    return rule(activity)
  }
}
