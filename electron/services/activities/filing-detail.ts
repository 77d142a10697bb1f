import { desc, eq, getTableColumns } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { accountTable } from '../../../db/schema/accounts.ts'
import { activityFilingTable } from '../../../db/schema/activities.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { FilingOfActivity, FilingRow } from '../../../shared/contract/activity-filing.ts'
import { allowedSteps } from '../../../shared/domain/activities/activity-filing.ts'
import { must } from '../../../shared/must.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { assertMayReadStudio, mayWriteStudio } from '../studios/studio-scope.ts'
import { activityById } from './activity-queries.ts'
import { actorIn, asFiling, filingsOf, filingStandings, needFinder } from './filing-queries.ts'

/** The filing of one activity with its steps so far. @throws `activities.none`, `studios.notYours` */
export function filingOfActivity(ctx: ReadContext, activityId: string): FilingOfActivity {
  const activity = activityById(ctx.db, activityId)
  assertMayReadStudio(ctx, activity.studioId)
  const standing = must(filingStandings(ctx, [activity]).get(activityId), 'it was asked for')
  const stored = filingsOf(ctx.db, [activityId]).get(activityId) ?? null
  const isOpen = activity.removedAt === null && activity.cancelledAt === null
  return {
    standing,
    need: needFinder(ctx, [activity.studioId])(activity),
    rows: historyOf(ctx.db, activityId),
    steps: isOpen ? [...allowedSteps(stored && asFiling(stored), standing.changed, actorIn(ctx, mayWriteStudio(ctx, activity.studioId)))] : [],
  }
}

function historyOf(db: ReadDb, activityId: string): FilingRow[] {
  const { title, heldOn, place, activityId: ofActivity, ordinal, submittedByAccountId, decidedByAccountId, ...rest } = getTableColumns(activityFilingTable)
  const decider = alias(accountTable, 'decider')
  return db.select({ ...rest, filed: { title, heldOn, place }, submittedBy: accountTable.displayName, decidedBy: decider.displayName }).from(activityFilingTable)
    .innerJoin(accountTable, eq(submittedByAccountId, accountTable.id)).leftJoin(decider, eq(decidedByAccountId, decider.id))
    .where(eq(ofActivity, activityId)).orderBy(desc(ordinal)).all()
}
